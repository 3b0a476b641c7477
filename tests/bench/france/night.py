"""A night: towns put on the list of a new store, crawled by as many workers until nothing is due, and what that cost.

`make bench ARGS="--france --communes 100 1000 --workers 1 2 --stores sqlite postgresql"`; docs/sizing.md tells how to read it.
"""

import argparse
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text

from audit.store import Store
from audit.tables import watches
from audit.watch.watch import Site
from audit.watch.watches import Watches
from tests.bench.france.country import Country
from tests.bench.france.processes import cpu_of, ended, runs, size_of, stop
from tests.postgres import cluster

FRANCE, PAGES, HOURS, CORES = 35_000, 150, 8, 2
GOAL = FRANCE * PAGES / HOURS / 3600


@dataclass(frozen=True, slots=True)
class Night:
    """What was asked."""

    communes: int
    workers: int
    store: str
    pages: int
    at_once: int
    delay: float
    address_delay: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a night stands: seconds since it began, pages read, seconds of CPU of workers and store."""

    at: float
    pages: int
    cpu: float


@dataclass(frozen=True, slots=True)
class Cost:
    """What it cost. Seconds, bytes, MB.

    `done` communes were visited to the end; `pages` and `requests` as the web counted them; `peak` is pages a second in the best minute,
    `steady` the seconds of CPU a page of that minute: without the beginning, and without the wait at the end. `grown`: the store;
    `shelf`: the pages that are kept for the desk; `walks`: the most that recordings of walks under way took.
    """

    wall: float
    done: int
    pages: int
    requests: int
    sent: int
    peak: float
    steady: float
    cpu: float
    base: float
    web: float
    memory: float
    grown: int
    shelf: int
    walks: int

    @property
    def of_page(self) -> float:
        """Seconds of CPU a page, the store's among them, the web's not."""
        return (self.cpu + self.base) / max(1, self.pages)


def spend(night: Night, scratch: Path) -> Cost:
    """One night from beginning to end."""
    with _store(night.store, scratch) as (where, server), _web(night, scratch) as (country, figures):
        with Store(where) as store:
            sites = [Site(town.url, town.name) for town in country.towns()]
            Watches(store.engine).add(sites, 30, allow_private=True)
        made = json.loads(figures.read_text())["cpu"]
        before, base = _bytes(where), cpu_of(*server)
        began, course, walks = time.monotonic(), [Moment(0.0, 0, base)], 0
        words = [sys.executable, "-m", "tests.bench.france.worker", where, str(country.port), str(night.communes)]
        words += ["--pages", str(night.pages), "--at-once", str(-(-night.at_once // night.workers)), "--delay", str(night.delay)]
        words += ["--address-delay", str(night.address_delay)]
        with (scratch / "workers.log").open("wb") as log:
            workers = [subprocess.Popen(words, stdout=log, stderr=log, cwd=scratch, env=_env()) for _ in range(night.workers)]
            stopped = False
            try:
                while any(runs(worker.pid) for worker in workers):
                    time.sleep(1)
                    pages, cpu = json.loads(figures.read_text()).get("pages", 0), cpu_of(*server, *(w.pid for w in workers))
                    course.append(Moment(time.monotonic() - began, pages, cpu))
                    if len(course) % 10 == 0:
                        walks = max(walks, size_of(Path(f"{where}.walks"), scratch / "audits" / "walks"))
                        _tell(night, course)
                    read = [moment.at for moment in course if moment.pages]
                    if night.seconds and not stopped and read and read[-1] - read[0] > night.seconds:
                        stopped = True
                        stop(worker.pid for worker in workers)
                wall = time.monotonic() - began
                spent = [ended(worker) for worker in workers]
            finally:
                for worker in workers:
                    if worker.returncode is None:
                        worker.kill()
        told = json.loads(figures.read_text())
        base = cpu_of(*server) - base
        with Store(where) as store, store.engine.connect() as connection:
            done = connection.execute(select(func.count()).where(watches.c.visited_at.is_not(None))).scalar_one()
        cpu, memory = sum(cpu for cpu, _ in spent), sum(memory for _, memory in spent)
        grown, shelf = _bytes(where) - before, size_of(Path(f"{where}.archives"), scratch / "audits" / "archives")
        counts = (told.get("pages", 0), told["requests"], told["bytes"])
        return Cost(wall, done, *counts, *_best(course), cpu, base, told["cpu"] - made, memory, grown, shelf, walks)


def _best(course: Sequence[Moment], window: float = 60.0) -> tuple[float, float]:
    """(pages a second, seconds of CPU a page) over the best minute, or over the whole of a shorter night."""
    window = min(window, course[-1].at)
    best, first = (0.0, 0.0), 0
    for now in course:
        while now.at - course[first + 1].at >= window:
            first += 1
        since = course[first]
        if now.at - since.at >= window and now.pages > since.pages:
            read = now.pages - since.pages
            best = max(best, (read / (now.at - since.at), (now.cpu - since.cpu) / read))
    return best


def _env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}


def _tell(night: Night, course: Sequence[Moment]) -> None:
    now, before = course[-1], course[-10]
    rate = (now.pages - before.pages) / (now.at - before.at)
    named = f"{night.communes} communes, {night.workers} × {night.store}"
    print(f"    {named}: {now.at:.0f} s, {now.pages} pages, {rate:.0f}/s", file=sys.stderr)


@contextmanager
def _web(night: Night, scratch: Path) -> Iterator[tuple[Country, Path]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        country = Country(night.communes, free.getsockname()[1])
    figures = scratch / "figures.json"
    words = [sys.executable, "-m", "tests.bench.france.server", str(night.communes), str(country.port), str(night.pages)]
    with (scratch / "web.log").open("wb") as log:
        web = subprocess.Popen([*words, str(figures)], env=_env(), cwd=scratch, stderr=log)
        try:
            while not figures.exists():
                if web.poll() is not None:
                    raise SystemExit((scratch / "web.log").read_text())
                time.sleep(0.1)
            yield country, figures
        finally:
            web.terminate()
            web.wait()


@contextmanager
def _store(kind: str, scratch: Path) -> Iterator[tuple[str, tuple[int, ...]]]:
    """(where it is, the first process of its server if it has one)."""
    if kind == "sqlite":
        yield str(scratch / "store.sqlite"), ()
        return
    with cluster() as server:
        with Store(server.url) as store, store.engine.connect() as connection:
            mine: int = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
            first = int(Path(f"/proc/{mine}/stat").read_text().rpartition(")")[2].split()[1])
        yield server.url, (first,)


def _bytes(where: str) -> int:
    if "://" not in where:
        return size_of(Path(where), Path(f"{where}-wal"))
    with Store(where) as store, store.engine.connect() as connection:
        return int(connection.execute(text("SELECT pg_database_size(current_database())")).scalar_one())


HEAD = (
    "communes", "workers", "store", "wall s", "done", "pages", "pages/s", "best min", "communes/h", "CPU s/comm", "ms/page", "best ms", "store ms", "web ms",
    "MB", "KB/comm", "shelf KB", "walks MB",
)  # fmt: skip


def row(night: Night, cost: Cost) -> list[str]:
    hour, spent = 3600 * cost.done / cost.wall, (cost.cpu + cost.base) / max(1, cost.done)
    if cut := _cut(night, cost):
        # What the communes under way cost belongs to none that is done: told from the best minute.
        hour, spent = 3600 * cost.peak / night.pages, cost.steady * night.pages
    about = "~" if cut else ""
    return [
        str(night.communes), str(night.workers), night.store, f"{cost.wall:.0f}", str(cost.done), str(cost.pages),
        f"{cost.pages / cost.wall:.1f}", f"{cost.peak:.1f}", f"{about}{hour:.0f}", f"{about}{spent:.2f}",
        f"{1000 * cost.of_page:.2f}", f"{1000 * cost.steady:.2f}",
        f"{1000 * cost.base / max(1, cost.pages):.2f}", f"{1000 * cost.web / max(1, cost.pages):.2f}", f"{cost.memory:.0f}",
        *("-" if cut else f"{size / cost.done / 1000:.0f}" for size in (cost.grown, cost.shelf)), f"{cost.walks / 1e6:.0f}",
    ]  # fmt: skip


def outlook(night: Night, cost: Cost) -> str:
    """What it says for France."""
    cut = _cut(night, cost)
    rate = CORES / (cost.steady if cut and cost.steady else cost.of_page)
    verdict = "met" if rate >= GOAL else "missed"
    shelf = FRANCE * PAGES * cost.shelf / max(1, cost.pages) / 1e9
    stored = f"{FRANCE * cost.grown / max(1, cost.done) / 1e9:.1f} GB of store, {shelf:.0f} GB of pages kept, "
    return (
        f"{night.workers} × {night.store}, {night.communes} communes{' (cut short: by its best minute)' if cut else ''}: "
        f"{CORES} cores alone could read {rate:.0f} pages a second "
        f"(goal {GOAL:.0f}: {verdict}), {FRANCE:,} × {PAGES} pages in {FRANCE * PAGES / rate / 3600:.1f} h; {'' if cut else stored}"
        f"{FRANCE * PAGES * cost.sent / max(1, cost.pages) / 1e9:.0f} GB read"
    )


def _cut(night: Night, cost: Cost) -> bool:
    """Whether the night ended before half of its communes were done."""
    return 2 * cost.done <= night.communes


def main(words: Sequence[str]) -> None:
    options = argparse.ArgumentParser(prog='make bench ARGS="--france …"', description=__doc__)
    options.add_argument("--communes", type=int, nargs="+", default=[100])
    options.add_argument("--workers", type=int, nargs="+", default=[1])
    options.add_argument("--stores", nargs="+", choices=["sqlite", "postgresql"], default=["sqlite"])
    options.add_argument("--pages", type=int, default=PAGES, help="of each commune, at most")
    options.add_argument("--at-once", type=int, default=400, help="communes under way, all workers together")
    options.add_argument("--delay", type=float, default=1.0, help="seconds between two requests to a host")
    options.add_argument("--address-delay", type=float, default=1.0, help="the same to an address, all workers together")
    options.add_argument(
        "--seconds",
        type=float,
        default=0,
        help="end each night so long after its first page, done or not; 0: when nothing is due",
    )
    asked = options.parse_args(words)
    nights = [
        Night(communes, workers, store, asked.pages, asked.at_once, asked.delay, asked.address_delay, asked.seconds)
        for store in asked.stores
        for workers in asked.workers
        for communes in asked.communes
    ]
    done: list[tuple[Night, Cost]] = []
    for night in nights:
        with tempfile.TemporaryDirectory() as folder:
            done.append((night, spend(night, Path(folder))))
        print("   ", dict(zip(HEAD, row(*done[-1]), strict=True)), file=sys.stderr)
    lines = [HEAD, *(row(night, cost) for night, cost in done)]
    widths = [max(len(line[n]) for line in lines) for n in range(len(HEAD))]
    for line in lines:
        print("  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)))
    print()
    for night, cost in done:
        print(outlook(night, cost))
