"""Status: a fleet at one moment, as its store knows it: what waits, what is under way, the rate, what fails, which hosts are slow."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import ColumnElement, Engine, and_, case, func, select

from audit.tables import watches

SLOWEST = 10
"""Hosts told."""


@dataclass(frozen=True, slots=True)
class Slow:
    """A site whose last visit took long."""

    url: str
    seconds: float
    pages: int


@dataclass(frozen=True, slots=True)
class Worker:
    """Who works: machine:process:when it began, how many sites it has."""

    name: str
    sites: int


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of sites, but `late`: seconds since the site that waits longest was due. `failures`: reason → sites failing now."""

    at: datetime
    watched: int
    paused: int
    due: int
    under_way: int
    late: float
    last_hour: int
    last_day: int
    next_at: datetime | None
    failures: Mapping[str, int]
    turns: Mapping[str, int]
    slowest: Sequence[Slow]
    workers: Sequence[Worker]

    def as_json(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, default=str)


def status_of(engine: Engine, now: datetime | None = None) -> Status:
    """What `arobase fleet status`, the metrics and the desk show."""
    at = now or datetime.now(UTC)
    w = watches.c
    active, held = ~w.paused, and_(w.owner != "", w.lease_until > at)
    due = and_(active, w.due_at <= at)

    with engine.connect() as connection:
        counts = connection.execute(
            select(
                func.count(),
                _sum(w.paused),
                _sum(and_(due, ~held)),
                _sum(held),
                func.min(case((and_(due, ~held), w.due_at))),
                _sum(w.visited_at > at - timedelta(hours=1)),
                _sum(w.visited_at > at - timedelta(days=1)),
                func.min(case((and_(active, w.due_at > at), w.due_at))),
            )
        ).one()
        failing = select(w.outcome, func.count()).where(w.failures > 0, active).group_by(w.outcome).order_by(func.count().desc())
        failures: dict[str, int] = dict(connection.execute(failing).all())
        turns: dict[str, int] = dict(connection.execute(select(w.turn, func.count()).where(w.turn != "").group_by(w.turn)).all())
        slow = select(w.url, w.seconds, w.pages).where(w.seconds > 0).order_by(w.seconds.desc()).limit(SLOWEST)
        slowest = [Slow(*row) for row in connection.execute(slow)]
        busy = select(w.owner, func.count()).where(held).group_by(w.owner).order_by(w.owner)
        workers = [Worker(*row) for row in connection.execute(busy)]
    watched, paused, waiting, under_way, oldest, hour, day, next_at = counts
    late = (at - oldest).total_seconds() if oldest else 0.0
    return Status(at, watched, paused, waiting, under_way, late, hour, day, next_at, failures, turns, slowest, workers)


def told(status: Status) -> str:
    """For people."""
    late = f", the first for {status.late / 3600:.1f} h" if status.late > 3600 else ""
    lines = [
        f"{status.watched} sites watched, {status.paused} of them paused",
        f"{status.due} due{late}; {status.under_way} under way; {status.last_hour} visited in the last hour, {status.last_day} in the last day",
    ]
    if status.next_at:
        lines.append(f"the next is due at {status.next_at:%Y-%m-%d %H:%M} UTC")
    if status.workers:
        lines.append("at work: " + ", ".join(f"{worker.name} ({worker.sites})" for worker in status.workers))
    if status.turns:
        lines.append("last visits: " + ", ".join(f"{n} {turn}" for turn, n in status.turns.items()))
    if status.failures:
        lines.append("failing: " + ", ".join(f"{n} {reason}" for reason, n in status.failures.items()))
    if status.slowest:
        lines.append("slowest:")
        lines += [f"  {slow.seconds:7.0f} s  {slow.pages:4} pages  {slow.url}" for slow in status.slowest]
    return "\n".join(lines)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
