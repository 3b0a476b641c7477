"""Politeness: the gate that every request goes through: what robots.txt allows, then the host's turn."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from crawler.answer import RawAnswer
from crawler.limits import Limits
from crawler.pace import DAY, Pace, now
from crawler.robots import FREE, Access, Robots, access, read
from crawler.url import parts
from crawler.visit import Outcome

log = logging.getLogger(__name__)

HOUR = 3600.0
ROBOTS_TRIES = 3
BRIEF = 30.0

# The request itself will fail in the same way, and tell more of it: a certificate, the kind of TLS trouble.
_TOLD_BY_THE_PAGE = {
    Outcome.TLS_EXPIRED,
    Outcome.TLS_WRONG_HOST,
    Outcome.TLS_SELF_SIGNED,
    Outcome.TLS_UNTRUSTED,
    Outcome.TLS_OTHER,
}


@dataclass(frozen=True, slots=True)
class _Rules:
    """A robots.txt as it was found: its rules, or the outcome that says why there are none to go by."""

    until: float
    robots: Robots | None
    outcome: Outcome | None


class Politeness:
    """The gate of a walk. `ask(url, gate)` fetches robots.txt through the door, itself going through the gate given to it.

    `pace` says when each host's turn comes; without one, nobody has to hurry.
    """

    def __init__(
        self,
        limits: Limits,
        ask: Callable[[str, "Turnstile"], Awaitable[RawAnswer]],
        pace: Pace | None = None,
    ) -> None:
        self.limits = limits
        self.pace = pace or Pace(limits)
        self._ask = ask
        self._rules: dict[str, _Rules] = {}
        self._asking: dict[str, asyncio.Task[_Rules]] = {}
        self.patient = Turnstile(self, limits.patience, ROBOTS_TRIES)
        """for the site under audit"""
        self.brief = Turnstile(self, min(limits.patience, BRIEF), 1, room=asyncio.Semaphore(max(1, limits.outward)))
        """for other hosts: one slow stranger must not hold the walk"""

    @property
    def expired(self) -> bool:
        """Whether the time of the walk is over."""
        return self.pace.expired

    async def close(self) -> None:
        """Forgets the robots.txt still being asked for."""
        for task in self._asking.values():
            task.cancel()
        await asyncio.gather(*self._asking.values(), return_exceptions=True)

    def crawl_delay(self, url: str) -> float | None:
        """The Crawl-delay that the URL's host asks for, in seconds, as written; None when none is known."""
        kept = self._rules.get(_origin(url))
        return kept.robots.delay if kept and kept.robots else None

    def unreachable(self, url: str) -> bool:
        """Whether robots.txt of the URL's origin was asked for and gave no rules to go by."""
        kept = self._rules.get(_origin(url))
        return kept is not None and kept.robots is None

    async def robots(self, url: str, gate: "Turnstile | None" = None) -> Robots | None:
        """The rules for the URL's origin; None when robots.txt could not be had."""
        return (await self._rules_of(url, gate or self.patient)).robots

    async def permitted(self, url: str, gate: "Turnstile") -> Outcome | None:
        """None when robots.txt lets the URL be fetched, else why not."""
        kept = await self._rules_of(url, gate)
        if kept.robots is None:
            return None if kept.outcome in _TOLD_BY_THE_PAGE else kept.outcome
        return None if kept.robots.may(url) else Outcome.ROBOTS

    async def _rules_of(self, url: str, gate: "Turnstile") -> _Rules:
        origin = _origin(url)
        kept = self._rules.get(origin)
        if kept is not None and kept.until > now():
            return kept
        task = self._asking.get(origin)
        if task is None:
            # Not tied to the one who asks first: others wait for the same answer.
            task = asyncio.create_task(self._fetch_rules(origin, gate))
            self._asking[origin] = task
            task.add_done_callback(lambda _: self._asking.pop(origin, None))
        return await asyncio.shield(task)

    async def _fetch_rules(self, origin: str, gate: "Turnstile") -> _Rules:
        url = f"{origin}/robots.txt"
        # Whoever wants robots.txt must not be sent to fetch robots.txt first.
        through = Turnstile(self, gate.patience, gate.tries, rules=False, room=gate.room)
        for attempt in range(1, gate.tries + 1):
            answer = await self._ask(url, through)
            kept = self._understood(answer, url)
            log.debug("%s: %s, %s", url, answer.status, answer.outcome.value)
            if kept.robots is not None or answer.outcome is Outcome.SKIPPED or attempt == gate.tries:
                break
            if answer.status is None and attempt >= 2:
                break
        # What time alone cut short is not worth remembering.
        if kept.outcome is not Outcome.SKIPPED:
            self._rules[origin] = kept
        if kept.robots is not None and kept.robots.delay:
            self.pace.slow_down(origin, kept.robots.delay)
        return kept

    def _understood(self, answer: RawAnswer, url: str) -> _Rules:
        time = now()
        if answer.outcome is Outcome.REDIRECT_LOOP:
            # RFC 9309, 2.3.1.2: too many redirects may be taken for "there is none".
            return _Rules(time + DAY, FREE, None)
        means = access(answer.status, challenged=answer.outcome is Outcome.CHALLENGE)
        if means is Access.WAIT:
            return _Rules(time + HOUR, None, answer.outcome)
        if means is Access.RULES:
            return _Rules(time + DAY, read(answer.data, self.limits.robot, answer.landed or url), None)
        return _Rules(time + DAY, FREE, None)


class Turnstile:
    """One way through the gate: how long it waits, how often it asks for robots.txt, whether it needs it at all.

    `room` bounds the requests under way; it is entered once a turn has come, so that who waits takes none of it.
    """

    def __init__(
        self,
        politeness: Politeness,
        patience: float,
        tries: int,
        *,
        rules: bool = True,
        room: asyncio.Semaphore | None = None,
    ) -> None:
        self._politeness = politeness
        self.patience = patience
        self.tries = tries
        self.room = room
        self._rules = rules

    @property
    def expired(self) -> bool:
        """Whether the time of the walk is over."""
        return self._politeness.expired

    async def admit(self, url: str, address: str | None = None) -> Outcome | None:
        """None when the request may be made now; else the outcome that stands for it."""
        refusal = await self.allowed(url) or await self._politeness.pace.turn(url, address, self.patience)
        if refusal is None and self.room is not None:
            await self.room.acquire()
        return refusal

    async def allowed(self, url: str) -> Outcome | None:
        """Without waiting for a turn: None when robots.txt lets the URL be fetched."""
        return await self._politeness.permitted(url, self) if self._rules else None

    def answered(self, url: str, *, status: int | None, elapsed: float, retry_after: float | None, outcome: Outcome) -> None:
        if self.room is not None:
            self.room.release()
        self._politeness.pace.answered(url, status=status, elapsed=elapsed, retry_after=retry_after, outcome=outcome)


def _origin(url: str) -> str:
    found = parts(url)
    return found.origin if found else ""
