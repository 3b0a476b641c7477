"""A storm: workers are killed at random while they audit towns, and their database is restarted under them."""

import asyncio
import contextlib
import random
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from audit.store import Store
from audit.watch.fleet import open_jobs
from audit.watch.watch import Site
from audit.watch.watches import Watches
from tests.audit.watch.towns import Towns, town
from tests.postgres import Cluster

ROOT = Path(__file__).parent.parent.parent.parent


@dataclass(slots=True)
class Weathered:
    """What a storm left: towns audited so many times, towns visited by two at a time, jobs and sites that wait for ever."""

    sites: int
    seconds: float = 0.0
    killed: int = 0
    restarted: int = 0
    audits: Counter[str] = field(default_factory=Counter)
    twice: list[str] = field(default_factory=list)
    due: int = 0
    held: int = 0
    jobs: int = 0

    @property
    def missing(self) -> int:
        return self.sites - len(self.audits)

    @property
    def repeated(self) -> int:
        return sum(number - 1 for number in self.audits.values())


async def begin(where: str, port: int, log: Path, *words: str) -> asyncio.subprocess.Process:
    """A worker; what it says goes to the end of a file."""
    with log.open("ab") as said:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.audit.watch.worker", where, str(port), *words, cwd=ROOT, stdout=said, stderr=said
        )


@contextlib.asynccontextmanager
async def workers(number: int, where: str, port: int, log: Path, *words: str) -> AsyncIterator[list[asyncio.subprocess.Process]]:
    """So many of them; those still there at the end are killed."""
    crew = [await begin(where, port, log, *words) for _ in range(number)]
    try:
        yield crew
    finally:
        for worker in crew:
            with contextlib.suppress(ProcessLookupError):
                worker.kill()
            await worker.wait()


async def storm(
    where: str,
    server: Cluster | None,
    log: Path,
    *,
    sites: int,
    crew: int = 3,
    at_once: int = 4,
    kills: int = 5,
    patience: float = 240.0,
    seed: int = 20261128,
) -> Weathered:
    """Audits the towns with a crew of which one is killed each time that a share of the towns has been begun: a fast machine is not
    done before the last kill. At a third and at two thirds of the kills the server, if there is one, is restarted, once hard. All of
    it ends after `patience` seconds at the latest.
    """
    chance, found = random.Random(seed), Weathered(sites)
    words = ("--at-once", str(at_once))
    with Store(where) as store:
        Watches(store.engine).add((Site(town(n)) for n in range(sites)), 30, allow_private=True)
    began = time.monotonic()
    async with Towns(pause=0.02) as towns:
        async with workers(crew, where, towns.port, log, *words) as running:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(patience):
                    for kill in range(1, kills + 1):
                        await towns.begun(kill * sites // (kills + 1))
                        await asyncio.sleep(chance.uniform(0, 0.2))
                        place = chance.randrange(crew)
                        if running[place].returncode is None:
                            running[place].kill()
                            found.killed += 1
                        await running[place].wait()
                        running[place] = await begin(where, towns.port, log, *words)
                        if server and kill in (kills // 3, 2 * kills // 3):
                            await asyncio.to_thread(server.stop, found.restarted == 1)
                            await asyncio.sleep(2)
                            await asyncio.to_thread(server.start)
                            found.restarted += 1
                    await asyncio.gather(*(worker.wait() for worker in running))
        found.seconds = time.monotonic() - began
        found.twice = towns.twice_at_once()
    with Store(where) as store:
        watches = Watches(store.engine)
        found.audits = Counter(entry.host for entry in store.audits())
        found.due = watches.due()
        found.held = sum(watch.owner != "" for watch in watches.all())
        if server:
            found.jobs = open_jobs(store.engine)
    return found
