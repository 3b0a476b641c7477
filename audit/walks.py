"""Walks under way: who holds which, on which recording. What a killed process was doing is taken up by the next one."""

import logging
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select, update
from sqlalchemy.exc import DBAPIError

from audit.database import away, exclusive
from audit.tables import silences, walks
from crawler.pace import Silence

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=15)
"""How long a walk is its holder's without a sign of life: longer than any host makes us wait for one answer."""
RENEWED = timedelta(minutes=1)
STALE = timedelta(hours=48)
"""A walk interrupted longer ago is begun anew: the site has moved on."""


@dataclass(frozen=True, slots=True)
class Held:
    """A walk that is ours. Its recordings are the files `ID.*` of the folder; `resumed` when there is one already."""

    id: int
    folder: Path
    begun: datetime
    resumed: bool


class Walks:
    """The walks under way in one store; their recordings lie in a folder beside it."""

    def __init__(self, engine: Engine, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._folder = folder
        self._now = now
        self._owner = owner_of(os.getpid())
        self._renewed: dict[int, datetime] = {}

    def claim(self, url: str, terms: str) -> Held | None:
        """Takes the walk of `url` on these terms (limits and the like) where it was left; None while another process has it."""
        with exclusive(self._engine) as connection:
            row = connection.execute(select(walks).where(walks.c.url == url)).mappings().one_or_none()
            now = self._now()
            if row is not None and row["owner"] and row["lease_until"] > now and alive(row["owner"]):
                return None
            until = now + LEASE
            if row is not None and row["terms"] == terms and now - row["begun_at"] < STALE:
                change = update(walks).where(walks.c.id == row["id"]).values(owner=self._owner, lease_until=until)
                connection.execute(change)
                self._renewed[row["id"]] = now
                return Held(row["id"], self._folder, row["begun_at"], resumed=any(self._files(row["id"])))
            if row is not None:
                self.over(connection, row["id"])
            fresh = insert(walks).values(url=url, terms=terms, begun_at=now, owner=self._owner, lease_until=until)
            number = connection.execute(fresh).inserted_primary_key
        assert number is not None, "an insert of one row gives its key"
        for file in self._files(number[0]):
            # Numbers come again: of a walk that was over when its process was killed.
            file.unlink(missing_ok=True)
        self._renewed[number[0]] = now
        self._folder.mkdir(parents=True, exist_ok=True)
        return Held(number[0], self._folder, now, resumed=False)

    def renew(self, held: Held) -> None:
        """A sign of life, written down once a minute at most."""
        now = self._now()
        if now - self._renewed[held.id] >= RENEWED:
            self._renewed[held.id] = now
            with unless_away(), self._engine.begin() as connection:
                connection.execute(update(walks).where(walks.c.id == held.id).values(lease_until=now + LEASE))

    def leave(self, held: Held) -> None:
        """Whoever comes next may take it up at once."""
        self._renewed.pop(held.id, None)
        with unless_away(), self._engine.begin() as connection:
            connection.execute(update(walks).where(walks.c.id == held.id).values(owner=""))

    def end(self, held: Held) -> None:
        """The walk is over and its audit kept."""
        self._renewed.pop(held.id, None)
        with self._engine.begin() as connection:
            self.over(connection, held.id)
        for file in self._files(held.id):
            file.unlink(missing_ok=True)

    def over(self, connection: Connection, number: int) -> None:
        """Within the transaction that keeps its audit: nobody takes it up any more."""
        connection.execute(delete(walks).where(walks.c.id == number))

    def _files(self, number: int) -> Iterator[Path]:
        return self._folder.glob(f"{number}.*")


class Silences:
    """The hosts that asked for silence, as `crawler.pace.Clocks`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def silence(self, host: str) -> Silence | None:
        """What a host last asked for."""
        with unless_away(), self._engine.connect() as connection:
            row = connection.execute(select(silences).where(silences.c.host == host)).mappings().one_or_none()
            return Silence(row["until"], row["strikes"]) if row else None
        return None

    def silenced(self, host: str, silence: Silence) -> None:
        """Remember what a host asks for."""
        with unless_away(), self._engine.begin() as connection:
            connection.execute(delete(silences).where(silences.c.host == host))
            connection.execute(insert(silences).values(host=host, until=silence.until, strikes=silence.strikes))


@contextmanager
def unless_away() -> Iterator[None]:
    """A walk goes on without its store: what could not be written down is only a sign of life, or asked for again by the host."""
    try:
        yield
    except DBAPIError as error:
        if not away(error):
            raise
        log.warning("the store is away: %s", str(error.orig).strip())


def owner_of(process: int) -> str:
    """Names a process of this machine: what holds a walk."""
    return f"{socket.gethostname()}:{process}:{_started(process)}"


def _started(process: int) -> str:
    """When the process began, in the system's ticks: numbers of processes come again. '' where the system does not say.

    A process that is dead may keep its number until its parent asks after it, in a container for ever: it is not said of those.
    """
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        return "" if told[0] in "ZX" else told[19]
    except (OSError, IndexError):
        return ""


def alive(owner: str) -> bool:
    """Whether the holder may still be at work. Of another machine only its lease tells."""
    machine, number, started = owner.rsplit(":", 2)
    if machine != socket.gethostname():
        return True
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return _started(int(number)) == started
