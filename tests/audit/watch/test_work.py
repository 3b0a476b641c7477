"""A worker, as `arobase work` begins one, on real towns: politely, together with others, stopped at any moment."""

import asyncio
import os
import signal
import sys
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path

from audit.store import Store
from audit.watch.terms import Manner, Terms
from audit.watch.watch import Site
from audit.watch.watches import Watches
from audit.watch.work import alone, on_shift
from crawler.limits import Limits
from tests.audit.watch.storm import ROOT, begin, workers
from tests.audit.watch.towns import Towns, town

DELAY = 0.3


def watched(where: str, number: int, *more: Site) -> None:
    with Store(where) as store:
        Watches(store.engine).add([*(Site(town(n)) for n in range(number)), *more], 30, allow_private=True)


async def work(where: str, towns: Towns, manner: Manner | None = None) -> list[str]:
    """One round in this process; its summary."""
    terms = Terms(where, manner or Manner(Limits(delay=0), "never"), once=True, address_delay=0)
    with Store(where) as store:
        async with on_shift(store, terms, towns) as shift:
            await alone(shift, terms, asyncio.Event())
        return shift.tally.summary(10)


async def test_what_is_due_is_audited_once_and_kept(tmp_path: Path) -> None:
    where = str(tmp_path / "s.sqlite")
    watched(where, 3, Site("http://nowhere.test"))
    async with Towns() as towns:
        lines = await work(where, towns)
        assert lines == ["3 sites audited in 10 s (3 new); 9 pages, 0.9 a second", "1 sites failed: 1 no such host"]
        asked = {host: len(requests) for host, requests in towns.asked.items()}
        assert await work(where, towns) == ["0 sites audited in 10 s; 0 pages, 0.0 a second"]
        assert {host: len(requests) for host, requests in towns.asked.items()} == asked
    with Store(where) as store:
        assert sorted(entry.host for entry in store.audits()) == [f"ville-{n}.example" for n in range(3)]
        gone = Watches(store.engine).find("nowhere.test")
    assert gone.why == "failed once (no such host): again after 1 day"
    assert (gone.audit_id, gone.first_seen, gone.last_alive) == (None, None, None)


async def test_reports_are_written_where_they_are_wanted(tmp_path: Path) -> None:
    where = str(tmp_path / "s.sqlite")
    watched(where, 1)
    async with Towns() as towns:
        await work(where, towns, Manner(Limits(delay=0), "never", out=tmp_path / "out"))
    day = datetime.now(UTC).date()
    assert {day, date.today()} & {date.fromisoformat(p.name) for p in (tmp_path / "out" / "ville-0.example").iterdir()}
    names = {p.name for p in (tmp_path / "out" / "ville-0.example").rglob("*.*")}
    assert {"audit.json", "draft.html", "links.csv"} <= names


async def test_an_audit_that_breaks_costs_its_site_only(tmp_path: Path) -> None:
    where = str(tmp_path / "s.sqlite")
    watched(where, 2)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "ville-0.example").write_text("in the way")
    async with Towns() as towns:
        lines = await work(where, towns, Manner(Limits(delay=0), "never", out=tmp_path / "out"))
    assert lines[0].startswith("1 sites audited")
    assert lines[1] == "1 sites failed: 1 error: NotADirectoryError"


async def test_one_address_is_spoken_to_politely_whoever_speaks(where: str, tmp_path: Path) -> None:
    """Four towns on one address, three workers on one store: no two requests are nearer than the delay."""
    watched(where, 4)
    words = ("--delay", str(DELAY), "--at-once", "1")
    async with Towns(pages=2) as towns, workers(3, where, towns.port, tmp_path / "log", *words) as crew:
        async with asyncio.timeout(120):
            assert [await worker.wait() for worker in crew] == [0, 0, 0], (tmp_path / "log").read_text()
        times = sorted(time for asked in towns.asked.values() for _, _, time in asked)
        assert len(towns.asked) == 4
        assert len({agent for asked in towns.asked.values() for agent, _, _ in asked}) > 1
    # The turns are exact; how long each request then takes to arrive is not ours.
    gaps = sorted(later - sooner for sooner, later in pairwise(times))
    assert gaps[len(gaps) // 2] > 0.9 * DELAY
    assert times[-1] - times[0] > 0.95 * DELAY * (len(times) - 1)


async def test_a_worker_that_is_stopped_leaves_its_walks_to_the_next(where: str, tmp_path: Path) -> None:
    watched(where, 3)
    async with Towns(pages=16, pause=0.3) as towns:
        first = await begin(where, towns.port, tmp_path / "log", "--for-ever", "--agent", "tests")
        # All are under way, and none can be over.
        await towns.begun(3)
        await towns.asked_for(15)
        first.send_signal(signal.SIGTERM)
        async with asyncio.timeout(30):
            assert await first.wait() == 0
        with Store(where) as store:
            watches = Watches(store.engine)
            assert watches.due() == 3
            assert {watch.owner for watch in watches.all()} == {""}
        towns.pause = 0
        second = await begin(where, towns.port, tmp_path / "log", "--agent", "tests")
        async with asyncio.timeout(60):
            assert await second.wait() == 0
        for host, asked in towns.asked.items():
            pages = [target for _, target, _ in asked if target.strip("/").isdigit()]
            # What was under way when it was stopped is asked again, what had come is not.
            assert len(pages) - len(set(pages)) <= 2, host
    said = (tmp_path / "log").read_text()
    assert "3 sites left for whoever works next" in said
    assert "going on with the audit begun" in said


def child_of(parent: int) -> int:
    """A process that this one began to do its work."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="utf-8").split()
    return next(int(child) for child in children if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8"))


async def test_a_process_that_dies_is_replaced(tmp_path: Path) -> None:
    where = str(tmp_path / "s.sqlite")
    watched(where, 8)
    words = ("--processes", "2", "--at-once", "2")
    async with Towns(pages=6, pause=0.2) as towns, workers(1, where, towns.port, tmp_path / "log", *words) as crew:
        await towns.asked_for(10)
        os.kill(child_of(crew[0].pid), signal.SIGKILL)
        async with asyncio.timeout(90):
            assert await crew[0].wait() == 0, (tmp_path / "log").read_text()[-3000:]
    with Store(where) as store:
        assert len(store.audits()) == 8
    assert "is replaced" in (tmp_path / "log").read_text()


WORKER = """
import gc, sys
from audit.watch.terms import Manner, Terms
from audit.watch.work import work
from crawler.limits import Limits
work(Terms(sys.argv[1], Manner(Limits()), once=True))
print(gc.get_threshold()[0], gc.get_freeze_count())
"""


async def test_a_worker_seldom_looks_for_what_nobody_needs_any_more(tmp_path: Path) -> None:
    """However its process was begun: a page cost an eighth more where it did as Python does."""
    worker = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WORKER, str(tmp_path / "s.sqlite"), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    said, _ = await worker.communicate()
    often, frozen = map(int, said.split())
    assert often == 50_000
    assert frozen > 50_000, "what was loaded before the first visit: the rules, above all"
