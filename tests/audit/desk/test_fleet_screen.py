"""The watched sites on the desk: what waits, what fails and why, what is slow."""

from datetime import UTC, datetime
from pathlib import Path

from audit.watch.schedule import Turn
from audit.watch.watch import Ended, Site
from audit.watch.watches import Watches
from tests.audit.desk.asking import Visiting, alone


async def test_the_watched_sites_are_told(tmp_path: Path) -> None:
    store, desk = alone(tmp_path / "s.sqlite")
    with store:
        visiting = Visiting(desk)
        assert "Aucun site n’est suivi" in (await visiting.get("/fleet")).text
        watches = Watches(store.engine, "elsewhere:1:1")
        watches.add(
            [
                Site("https://lent.example"),
                Site("https://perdu.example"),
                Site("https://<b>.example"),
                Site("https://autre.example"),
            ],
            30,
        )
        slow, lost, _ = watches.take(3)
        with store.engine.begin() as connection:
            watches.end(connection, slow, Ended(Turn.NEW, "ok", alive=True, seconds=912, pages=480))
            watches.end(connection, lost, Ended(Turn.FAILED, "no such host", alive=False))
        told = (await visiting.get("/fleet")).text
    assert "4 sites suivis" in told
    assert '<th scope="row">À visiter maintenant</th><td>1</td>' in told
    assert '<th scope="row">En cours de visite</th><td>1</td>' in told
    assert "912 secondes" in told
    assert "elsewhere:1:1" in told
    assert "no such host" not in told
    assert "<b>.example" not in told
    assert datetime.now(UTC).strftime("%Y") in told
