"""The clock of an address in the store: processes take turns, and none waits longer than it is willing to."""

import asyncio
import random
from itertools import pairwise
from pathlib import Path

import psycopg
import pytest

from audit.store import Store
from audit.watch.counter import TurnsOfServer
from audit.watch.work import turns_of
from tests.postgres import Cluster, cluster, database


async def turns_are_taken_and_refused(where: str | Path) -> None:
    """Two workers, one address, far apart turns."""
    with Store(where) as store:
        one, other = turns_of(store.engine, 60.0), turns_of(store.engine, 60.0)
        try:
            assert await one.turn("192.0.2.1", 5)
            began = asyncio.get_running_loop().time()
            assert not await other.turn("192.0.2.1", 5), "the next turn is a minute away"
            assert asyncio.get_running_loop().time() - began < 2, "which is known at once"
            wait = await other.taken("192.0.2.1", 300)
            assert wait == pytest.approx(60, abs=5), "a turn refused was not taken: the next one is still the second"
            assert await other.turn("192.0.2.2", 5)
        finally:
            await one.close()
            await other.close()


async def turns_of_many_are_never_too_near(where: str | Path) -> None:
    """Three workers ask for the same addresses all at once, each in an order of its own."""
    with Store(where) as store:
        workers = [turns_of(store.engine, 10.0) for _ in range(3)]
        loop = asyncio.get_running_loop()
        turns: dict[str, list[float]] = {f"192.0.2.{n}": [] for n in range(20)}
        patience = {address: 45.0 if n % 2 else 300.0 for n, address in enumerate(turns)}

        async def ask(address: str, number: int) -> None:
            wait = await workers[number].taken(address, patience[address])
            if wait is not None:
                turns[address].append(loop.time() + wait)

        asked = [(address, number) for address in turns for number in (0, 1, 2, 0, 1, 2, 0)]
        random.Random(1).shuffle(asked)
        async with asyncio.timeout(60):
            await asyncio.gather(*(ask(*one) for one in asked))
        for worker in workers:
            await worker.close()
    for address, times in turns.items():
        assert len(times) == (5 if patience[address] == 45 else 7), "those beyond patience were refused, and no others"
        times.sort()
        assert times[-1] - times[0] == pytest.approx(10 * (len(times) - 1), abs=3)
        assert min(later - sooner for sooner, later in pairwise(times)) > 8


async def turns_go_on_when_the_server_is_back(server: Cluster, where: str) -> None:
    with Store(where) as store:
        turns = turns_of(store.engine, 0.2)
        assert await turns.turn("192.0.2.1", 5)
        server.stop(hard=True)
        waiting = asyncio.gather(*(turns.turn(f"192.0.2.{n}", 5) for n in range(5)))
        given_up = asyncio.create_task(turns.turn("192.0.2.9", 5))
        await asyncio.sleep(1.5)
        assert not waiting.done()
        given_up.cancel()
        server.start()
        async with asyncio.timeout(30):
            assert await waiting == [True] * 5
        await turns.close()


async def what_is_asked_meanwhile_is_one_question(where: str) -> None:
    with Store(where) as store:
        turns = turns_of(store.engine, 0.001)
        assert isinstance(turns, TurnsOfServer)
        assert await asyncio.gather(*(turns.turn(f"192.0.2.{n}", 5) for n in range(200))) == [True] * 200
        await turns.close()
    with psycopg.connect(where) as connection:
        # Nothing but these turns made transactions that write this table's rows.
        assert connection.execute("SELECT count(DISTINCT xmin::text) FROM addresses").fetchone() in ((1,), (2,))
        assert connection.execute("SELECT count(*) FROM addresses").fetchone() == (200,)


async def test_turns_on_sqlite(tmp_path: Path) -> None:
    await turns_are_taken_and_refused(tmp_path / "store.sqlite")
    await turns_of_many_are_never_too_near(tmp_path / "many.sqlite")


async def test_turns_on_postgresql() -> None:
    with cluster() as server:
        with database(server, "turns") as url:
            await turns_are_taken_and_refused(url)
        with database(server, "many") as url:
            await turns_of_many_are_never_too_near(url)
        with database(server, "batches") as url:
            await what_is_asked_meanwhile_is_one_question(url)
        with database(server, "away") as url:
            await turns_go_on_when_the_server_is_back(server, url)
