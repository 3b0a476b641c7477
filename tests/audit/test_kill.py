"""Killed with -9 at any moment, an audit goes on: nothing recorded is asked again, and its report is that of an audit left in peace."""

import asyncio
import json
import multiprocessing
import os
import random
import shutil
import signal
import sys
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pytest

from audit import keeper
from audit.demo.web import Answer, Request, StaticWeb
from audit.store import Store

SITE = Path(__file__).parent.parent.parent / "audit" / "demo" / "site" / "www.valbrune-sur-loue.example"
KILLS = 20
FLYING = 2
"""Requests to the site that are under way at one moment."""


class Slow(StaticWeb):
    """A town's server that takes its time; `asked` counts what it was asked for."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.asked: Counter[str] = Counter()

    async def answer(self, request: Request) -> Answer:
        self.asked[f"{request.method} {request.target}"] += 1
        await asyncio.sleep(0.02)
        return await super().answer(request)


def command(words: list[str], folder: Path, alive: Connection) -> None:
    """What a process of ours runs: the command itself, its stderr in a file. `alive` is closed when its last process is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "said.txt").open("a") as said:
        os.dup2(said.fileno(), 2)
    sys.argv = ["arobase", *words]
    keeper.main()


# Each process is forked from one that has loaded everything: most kills would fall into the second that this takes.
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.audit.test_kill", "audit.cli", "audit.command", "audit.run"])


async def audit(web: Slow, folder: Path, kill_after: tuple[int, float] | None = None) -> int:
    """Its exit status. It is killed so many requests, then seconds, after it began: a busy machine changes nothing of that."""
    words = ["audit", f"http://127.0.0.1:{web.port}/", "--allow-private", "--delay", "0", "--as-of", "2026-11-01"]
    where = ["--render", "never", "--out", str(folder / "out"), "--store", str(folder / "s.sqlite")]
    mine, theirs = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=command, args=([*words, *where], folder, theirs))
    process.start()
    theirs.close()
    last = web.asked.total() + kill_after[0] if kill_after else sys.maxsize
    while process.is_alive() and web.asked.total() < last:  # noqa: ASYNC110 - a process is no event
        await asyncio.sleep(0.005)
    await asyncio.sleep(kill_after[1] if kill_after else 0)
    process.kill()
    await asyncio.to_thread(mine.poll, 10)
    mine.close()
    await asyncio.to_thread(process.join)
    assert process.exitcode in (0, -signal.SIGKILL), (folder / "said.txt").read_text()
    return process.exitcode


def over(folder: Path) -> bool:
    """Whether the audit was kept: a process may be killed on its way out."""
    with Store(folder / "s.sqlite") as store:
        return bool(store.audits())


def told(folder: Path) -> dict[str, Any]:
    """The report without what the clock alone decides."""
    report: dict[str, Any] = json.loads((folder / "out" / "audit.json").read_text(encoding="utf-8"))
    for finding in report["findings"]:
        for proof in finding["evidence"]:
            proof["fetched_at"] = ""
    return report | {"made_at": "", "coverage": report["coverage"] | {"seconds": 0}}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    # Half of the sample, so that twenty kills take half the time: what links to the rest is dead.
    rest = shutil.ignore_patterns("vie-quotidienne", "actualites", "demarches", "archives")
    shutil.copytree(SITE, tmp_path / "web" / "127.0.0.1", ignore=rest)
    return tmp_path / "web"


async def test_a_kill_at_any_moment_loses_nothing_and_asks_nothing_twice(site: Path, tmp_path: Path) -> None:
    chance = random.Random(20261123)
    async with Slow(site) as web:
        assert await audit(web, tmp_path / "peace") == 0
        peace, in_peace = told(tmp_path / "peace"), web.asked.total()
        kills = rounds = 0
        while kills < KILLS:
            rounds += 1
            folder, before, killed = tmp_path / f"killed-{rounds}", web.asked.total(), 0
            while await audit(web, folder, (chance.randint(0, in_peace // 2), chance.uniform(0, 0.2))) and not over(folder):
                killed += 1
            assert told(folder) == peace
            assert web.asked.total() - before <= in_peace + killed * FLYING
            with Store(folder / "s.sqlite") as store:
                held = store.walks.claim(f"http://127.0.0.1:{web.port}/", "")
                assert held
                assert not held.resumed, "what is kept is not taken up again"
                assert not list((folder / "s.sqlite.walks").iterdir())
            kills += killed
            assert rounds <= KILLS, "the audit is over before it can be killed"
