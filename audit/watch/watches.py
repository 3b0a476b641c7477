"""The watched sites of a store: who is on the list, who is due, who has which, and how each visit ended.

Nothing but this table says what is to be done. A worker takes a site for as long as its lease lasts and it shows signs of life; the end
of a visit is written in the transaction that keeps its audit, by who still has the site. So a site is visited by one worker at a time,
and what a worker leaves, however it dies, is due as it was.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, Update, delete, func, insert, or_, select, text, update

from audit.database import StoreError
from audit.tables import watches
from audit.walks import alive
from audit.watch.schedule import Turn
from audit.watch.watch import LONG_AGO, Ended, Site, Watch, afterwards, unvisited

LEASE = timedelta(minutes=1)
"""How long a site is its worker's without a sign of life; one is given every quarter of that."""
CRASHES = 5
"""A site begun so often without an end is taken to be what ends its workers: it counts as failed."""
_AT_ONCE = 500


class Lost(Exception):
    """The site is another worker's by now, or is not watched any more."""


class Watches:
    """The list in one store, as its worker `owner` sees it."""

    def __init__(self, engine: Engine, owner: str = "", now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._owner = owner
        self._now = now

    def add(self, sites: Iterable[Site], every: float, *, allow_private: bool = False) -> tuple[int, int]:
        """Watches these sites, due at once; (how many are new, how many were on the list and stay as they were)."""
        rows: dict[str, dict[str, Any]] = {}
        now = self._now()
        for site in sites:
            rows.setdefault(site.key, {"key": site.key, **unvisited(site, every, allow_private, now)})
        new = 0
        with self._engine.begin() as connection:
            keys = list(rows)
            for begin in range(0, len(keys), _AT_ONCE):
                some = keys[begin : begin + _AT_ONCE]
                there = set(connection.execute(select(watches.c.key).where(watches.c.key.in_(some))).scalars())
                fresh = [rows[key] for key in some if key not in there]
                if fresh:
                    connection.execute(insert(watches), fresh)
                    new += len(fresh)
        if new > _AT_ONCE:
            # Planned without figures, the queries of a list that has just grown from nothing read all of it each time.
            with self._engine.begin() as connection:
                connection.execute(text("ANALYZE watches"))
        return new, len(rows) - new

    def all(self, only: str = "") -> Iterator[Watch]:
        """The list by what is due first; those whose address or name holds these words."""
        query = select(watches).order_by(watches.c.paused, watches.c.due_at, watches.c.id)
        if only:
            query = query.where(or_(watches.c.url.contains(only), watches.c.name.contains(only)))
        yield from self._read(query)

    def find(self, url: str) -> Watch:
        """Raises StoreError when it is not on the list."""
        for watch in self._read(select(watches).where(watches.c.key == Site(url).key)):
            return watch
        raise StoreError(f"{url} is not watched; `arobase watch list` tells what is")

    def pause(self, url: str) -> None:
        """It is not due any more until it is resumed. Raises StoreError."""
        self._write(update(watches).where(watches.c.id == self.find(url).id).values(paused=True))

    def resume(self, url: str) -> None:
        """It is due when it was. Raises StoreError."""
        self._write(update(watches).where(watches.c.id == self.find(url).id).values(paused=False))

    def hurry(self, url: str) -> None:
        """It is due now. Raises StoreError."""
        self._write(update(watches).where(watches.c.id == self.find(url).id).values(due_at=self._now()))

    def remove(self, url: str) -> None:
        """It is not watched any more; its audits stay. Raises StoreError."""
        number = self.find(url).id
        with self._engine.begin() as connection:
            connection.execute(delete(watches).where(watches.c.id == number))

    def take(self, most: int) -> list[Watch]:
        """At most so many of the sites that are due and free, now ours; the longest due first."""
        due = select(watches.c.id).where(*self._takeable()).order_by(watches.c.due_at, watches.c.id).limit(most)
        return self._taken(watches.c.id.in_(due))

    def take_one(self, number: int) -> Watch | None:
        """That site if it is due and free, now ours."""
        taken = self._taken(watches.c.id == number)
        return taken[0] if taken else None

    def hold(self) -> set[int]:
        """A sign of life for all that we have: the sites that are still ours."""
        renew = update(watches).where(watches.c.owner == self._owner).values(lease_until=self._now() + LEASE)
        with self._engine.begin() as connection:
            return set(connection.execute(renew.returning(watches.c.id)).scalars())

    def leave(self, number: int) -> None:
        """The site is due as it was, and whoever comes may have it."""
        ours = (watches.c.id == number, watches.c.owner == self._owner)
        self._write(update(watches).where(*ours).values(owner="", lease_until=LONG_AGO, attempts=watches.c.attempts - 1))

    def bury(self) -> None:
        """What dead processes of this machine had is free at once."""
        with self._engine.begin() as connection:
            owners = connection.execute(select(watches.c.owner).where(watches.c.owner != "").distinct()).scalars()
            dead = [owner for owner in owners if not alive(owner)]
            if dead:
                connection.execute(update(watches).where(watches.c.owner.in_(dead)).values(owner="", lease_until=LONG_AGO))

    def end(self, connection: Connection, watch: Watch, ended: Ended) -> None:
        """The visit is over: when the next one is due, and what is known of the site. Raises Lost when it is not ours any more."""
        ours = update(watches).where(watches.c.id == watch.id, watches.c.owner == self._owner)
        if not connection.execute(ours.values(**afterwards(watch, ended, self._now()))).rowcount:
            raise Lost(watch.url)

    def give_up(self, watch: Watch, outcome: str) -> None:
        """A visit that came to nothing through our own fault. Raises Lost."""
        with self._engine.begin() as connection:
            self.end(connection, watch, Ended(Turn.FAILED, outcome, alive=False))

    def due(self) -> int:
        """How many sites are due, whoever has them."""
        with self._engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(watches).where(*_due(self._now()))).scalar_one()

    def next_at(self) -> datetime | None:
        """When the next site will be due; None when none is waited for."""
        with self._engine.connect() as connection:
            return connection.execute(select(func.min(watches.c.due_at)).where(~watches.c.paused)).scalar()

    def _takeable(self) -> tuple[Any, ...]:
        now = self._now()
        return (*_due(now), or_(watches.c.owner == "", watches.c.lease_until < now))

    def _taken(self, which: Any) -> list[Watch]:
        change = update(watches).where(which, *self._takeable())
        change = change.values(owner=self._owner, lease_until=self._now() + LEASE, attempts=watches.c.attempts + 1)
        with self._engine.begin() as connection:
            taken = [_watch(row) for row in connection.execute(change.returning(watches))]
        for watch in taken:
            if watch.attempts > CRASHES:
                self.give_up(watch, "the worker ended each time")
        return [watch for watch in taken if watch.attempts <= CRASHES]

    def _read(self, query: Select[Any]) -> Iterator[Watch]:
        with self._engine.connect() as connection:
            for row in connection.execute(query):
                yield _watch(row)

    def _write(self, change: Update) -> None:
        with self._engine.begin() as connection:
            connection.execute(change)


def _due(now: datetime) -> Sequence[Any]:
    return (~watches.c.paused, watches.c.due_at <= now)


def _watch(row: Row[Any]) -> Watch:
    told = row._mapping
    return Watch(**{field.name: told[field.name] for field in fields(Watch)})
