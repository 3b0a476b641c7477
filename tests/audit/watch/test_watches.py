"""The list of watched sites, on both databases: one worker has a site at a time, and what it leaves is due as it was."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, text

from audit.database import StoreError
from audit.store import Store
from audit.watch.schedule import Turn
from audit.watch.watch import Ended, Site
from audit.watch.watches import CRASHES, LEASE, Lost, Watches

NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)
URL = "https://www.mairie-de-combelle.example"


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with Store(where) as made:
        yield made


@pytest.fixture
def clock() -> Clock:
    return Clock()


def of(store: Store, clock: Clock, owner: str = "elsewhere:1:1") -> Watches:
    return Watches(store.engine, owner, clock)


def end(store: Store, watches: Watches, number: int, ended: Ended) -> None:
    watch = next(watch for watch in watches.all() if watch.id == number)
    with store.engine.begin() as connection:
        watches.end(connection, watch, ended)


def test_a_site_is_on_the_list_once_however_it_is_written(store: Store, clock: Clock) -> None:
    watches = of(store, clock)
    assert watches.add([Site(URL, "Combelle", "63999"), Site("mairie-de-combelle.example/")], 30) == (1, 0)
    assert watches.add([Site("http://mairie-de-combelle.example/"), Site("autre.example")], 7) == (1, 1)
    watch = watches.find("mairie-de-combelle.example")
    assert (watch.url, watch.name, watch.insee, watch.every, watch.due_at) == (URL, "Combelle", "63999", 30, NOW)
    assert watch.why == "not visited yet"
    watches.remove("www.autre.example")
    assert [watch.url for watch in watches.all()] == [URL]
    with pytest.raises(StoreError, match="is not watched"):
        watches.find("autre.example")


def test_thousands_are_added_and_the_planner_is_told(store: Store, clock: Clock) -> None:
    watches = of(store, clock)
    assert watches.add((Site(f"ville-{n}.example") for n in range(3000)), 30) == (3000, 0)
    assert watches.due() == 3000
    if store.engine.dialect.name == "postgresql":
        with store.engine.connect() as connection:
            assert connection.execute(text("SELECT reltuples FROM pg_class WHERE relname = 'watches'")).scalar() == 3000


def test_one_worker_has_a_site_at_a_time(store: Store, clock: Clock) -> None:
    ours, theirs = of(store, clock), of(store, clock, "elsewhere:2:2")
    ours.add([Site(f"ville-{n}.example") for n in range(3)], 30)
    mine = ours.take(2)
    yours = theirs.take(2)
    assert [watch.url for watch in (*mine, *yours)] == ["ville-0.example", "ville-1.example", "ville-2.example"]
    assert theirs.take_one(mine[0].id) is None
    # Signs of life keep it; without one it is anybody's.
    clock.now += LEASE - timedelta(seconds=1)
    assert ours.hold() == {watch.id for watch in mine}
    clock.now += timedelta(seconds=2)
    assert [watch.id for watch in ours.take(9)] == [yours[0].id]
    assert theirs.hold() == set()


def test_what_is_left_is_due_as_it_was(store: Store, clock: Clock) -> None:
    ours, theirs = of(store, clock), of(store, clock, "elsewhere:2:2")
    ours.add([Site(URL)], 30)
    taken = ours.take(1)[0]
    theirs.leave(taken.id)
    assert theirs.take(1) == []
    ours.leave(taken.id)
    again = theirs.take(1)[0]
    assert (again.due_at, again.attempts) == (NOW, 1)


def test_the_sites_of_a_dead_process_of_this_machine_are_free_at_once(store: Store, clock: Clock) -> None:
    from audit.walks import owner_of

    alive = owner_of(1)
    dead = of(store, clock, f"{alive.rsplit(':', 2)[0]}:1:never")
    dead.add([Site(URL)], 30)
    dead.take(1)
    watches = of(store, clock)
    assert watches.take(1) == []
    watches.bury()
    assert len(watches.take(1)) == 1


def test_an_end_is_written_by_who_has_the_site_and_only_once(store: Store, clock: Clock) -> None:
    ours, theirs = of(store, clock), of(store, clock, "elsewhere:2:2")
    ours.add([Site(URL)], 30)
    watch = ours.take(1)[0]
    ended = Ended(Turn.NEW, "ok", alive=True, seconds=12, pages=40)
    with pytest.raises(Lost):
        end(store, theirs, watch.id, ended)
    end(store, ours, watch.id, ended)
    with pytest.raises(Lost):
        end(store, ours, watch.id, ended)
    kept = ours.find(URL)
    assert (kept.due_at, kept.first_seen, kept.last_alive, kept.pages) == (NOW + timedelta(days=30), NOW, NOW, 40)
    assert ours.take(1) == []
    assert ours.next_at() == NOW + timedelta(days=30)


def test_an_audit_whose_site_is_lost_is_not_kept(store: Store, clock: Clock) -> None:
    ours, theirs = of(store, clock), of(store, clock, "elsewhere:2:2")
    ours.add([Site(URL)], 30)
    watch = ours.take(1)[0]
    clock.now += LEASE + timedelta(seconds=1)
    theirs.take(1)
    report = {
        "url": URL, "commune": {}, "coverage": {"pages": 1}, "findings": [], "broken_links": [], "draft": {"sections": []},
    }  # fmt: skip

    def then(connection: Connection, number: int) -> None:
        ours.end(connection, watch, Ended(Turn.NEW, "ok", alive=True, audit=number))

    with pytest.raises(Lost):
        store.keep(report, "mairie-de-combelle.example", NOW.date(), NOW, then)
    assert store.audits() == []


def test_a_site_that_ends_its_workers_counts_as_failed(store: Store, clock: Clock) -> None:
    watches = of(store, clock)
    watches.add([Site(URL)], 30)
    for _ in range(CRASHES):
        assert watches.take(1)
        clock.now += LEASE + timedelta(seconds=1)
    assert watches.take(1) == []
    watch = watches.find(URL)
    assert watch.why == "failed once (the worker ended each time): again after 1 day"
    assert (watch.owner, watch.attempts, watch.due_at) == ("", 0, clock.now + timedelta(days=1))


def test_a_paused_site_is_due_again_when_it_is_resumed(store: Store, clock: Clock) -> None:
    watches = of(store, clock)
    watches.add([Site(URL)], 30)
    watches.pause(URL)
    assert (watches.take(1), watches.due(), watches.next_at(), watches.find(URL).why) == ([], 0, None, "paused")
    watches.resume(URL)
    end(store, watches, watches.take(1)[0].id, Ended(Turn.NEW, "ok", alive=True))
    assert watches.due() == 0
    watches.hurry(URL)
    assert watches.due() == 1
