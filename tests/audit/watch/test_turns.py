"""The clock of an address in the store: processes take turns, and none waits longer than it is willing to."""

import asyncio
from pathlib import Path

import pytest

from audit.store import Store
from audit.watch.turns import Turns
from tests.postgres import cluster, database


async def turns_are_taken_and_refused(where: str | Path) -> None:
    """Two workers, one address, far apart turns."""
    with Store(where) as store:
        one, other = Turns(store.engine, 60.0), Turns(store.engine, 60.0)
        try:
            assert await one.turn("192.0.2.1", 5)
            began = asyncio.get_running_loop().time()
            assert not await other.turn("192.0.2.1", 5), "the next turn is a minute away"
            assert asyncio.get_running_loop().time() - began < 2, "which is known at once"
            wait = other._taken("192.0.2.1", 300)
            assert wait == pytest.approx(60, abs=5), "a turn refused was not taken: the next one is still the second"
            assert await other.turn("192.0.2.2", 5)
        finally:
            one.close()
            other.close()


async def test_turns_on_sqlite(tmp_path: Path) -> None:
    await turns_are_taken_and_refused(tmp_path / "store.sqlite")


async def test_turns_on_postgresql() -> None:
    with cluster() as server, database(server, "turns") as url:
        await turns_are_taken_and_refused(url)
