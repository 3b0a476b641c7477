"""Watch: one site on the list, and how a visit of it ended. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from audit.watch.schedule import Rhythm, Turn, after, begun, explained
from crawler.url import fingerprint

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Watch:
    """A row of the list (`audit.tables.watches`)."""

    id: int
    url: str
    name: str
    insee: str
    every: float
    allow_private: bool
    paused: bool
    added_at: datetime
    due_at: datetime
    owner: str
    lease_until: datetime
    attempts: int
    interval: float
    same: int
    failures: int
    turn: str
    outcome: str
    moved: str
    first_seen: datetime | None
    last_alive: datetime | None
    changed_at: datetime | None
    visited_at: datetime | None
    seconds: float
    pages: int
    audit_id: int | None

    @property
    def rhythm(self) -> Rhythm:
        return Rhythm(self.interval, self.same, self.failures)

    @property
    def why(self) -> str:
        """Why it is due when it is."""
        if self.paused:
            return "paused"
        return explained(self.rhythm, self.every, Turn(self.turn) if self.turn else None, self.outcome)


@dataclass(frozen=True, slots=True)
class Site:
    """A site to be watched."""

    url: str
    name: str = ""
    insee: str = ""

    @property
    def key(self) -> str:
        """What makes two addresses the same site: not the scheme, nor `www.`, nor a slash at the end."""
        bare = self.url.strip()
        return fingerprint(bare if "://" in bare else f"https://{bare}").removesuffix("/")


@dataclass(frozen=True, slots=True)
class Ended:
    """How a visit ended. `alive`: the site answered; `audit` is the number of what was kept of it."""

    turn: Turn
    outcome: str
    alive: bool
    moved: str = ""
    seconds: float = 0.0
    pages: int = 0
    audit: int | None = None


def unvisited(site: Site, every: float, allow_private: bool, now: datetime) -> dict[str, Any]:
    """The row of a site that comes to the list; `every` in days."""
    return {
        "url": site.url.strip(),
        "name": site.name,
        "insee": site.insee,
        "every": every,
        "allow_private": allow_private,
        "paused": False,
        "added_at": now,
        "due_at": now,
        "owner": "",
        "lease_until": LONG_AGO,
        "attempts": 0,
        "interval": begun(every).interval,
        "same": 0,
        "failures": 0,
        "turn": "",
        "outcome": "",
        "moved": "",
        "seconds": 0.0,
        "pages": 0,
    }


def afterwards(watch: Watch, ended: Ended, now: datetime) -> dict[str, Any]:
    """What changes in the row of a site once a visit ended."""
    rhythm = after(watch.rhythm, ended.turn)
    known: dict[str, Any] = {
        "owner": "",
        "lease_until": LONG_AGO,
        "attempts": 0,
        "due_at": now + rhythm.wait,
        "visited_at": now,
        "interval": rhythm.interval,
        "same": rhythm.same,
        "failures": rhythm.failures,
        "turn": ended.turn.value,
        "outcome": ended.outcome,
        "seconds": ended.seconds,
        "pages": ended.pages,
    }
    if ended.alive:
        known |= {"last_alive": now, "first_seen": watch.first_seen or now, "audit_id": ended.audit, "moved": ended.moved}
    if ended.turn is Turn.CHANGED:
        known["changed_at"] = now
    return known
