"""Workers killed with -9 at random, their database restarted under them: every site is audited, none twice at once, nothing is lost."""

from pathlib import Path

from tests.audit.watch.storm import Weathered, storm
from tests.postgres import Cluster


def check(found: Weathered, log: Path) -> None:
    said = log.read_text(encoding="utf-8")
    assert found.missing == 0, said[-5000:]
    assert found.repeated == 0
    assert found.twice == []
    assert (found.due, found.held, found.jobs) == (0, 0, 0), f"after {found.seconds:.0f} s\n{said[-5000:]}"


async def test_a_fleet_loses_nothing(postgres: Cluster, server_store: str, tmp_path: Path) -> None:
    found = await storm(server_store, postgres, tmp_path / "log", sites=80, kills=6)
    check(found, tmp_path / "log")
    assert found.restarted == 2
    assert found.killed == 6


async def test_workers_on_one_file_lose_nothing(tmp_path: Path) -> None:
    found = await storm(str(tmp_path / "s.sqlite"), None, tmp_path / "log", sites=60, kills=4)
    check(found, tmp_path / "log")
    assert found.killed == 4
