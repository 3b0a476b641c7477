"""Politeness: when a host may be spoken to again, and what its robots.txt allows. The gate that every request goes through.

The clock is the event loop's: a test runs on a loop whose time is virtual. One value per event loop, as AsyncLimiter wants.
"""

import asyncio
import logging
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiolimiter import AsyncLimiter

from crawler.answer import RawAnswer
from crawler.limits import Limits
from crawler.robots import FREE, Access, Robots, access, read
from crawler.url import parts, twin
from crawler.visit import Outcome

log = logging.getLogger(__name__)

DAY = 86400.0
HOUR = 3600.0
FIRST_PENALTY = 60.0
FORGIVEN = 1800.0
WINDOW = 300.0
FEWEST = 10
"""Answers within the window before the breaker judges."""
SHARE = 0.8
"""Share of failures in the window that opens the breaker."""
ROBOTS_TRIES = 3

_FAILURES = {Outcome.SERVER_ERROR, Outcome.TIMEOUT, Outcome.UNREACHABLE, Outcome.BAD_ANSWER}
# The request itself will fail in the same way, and tell more of it: a certificate, the kind of TLS trouble.
_TOLD_BY_THE_PAGE = {
    Outcome.TLS_EXPIRED,
    Outcome.TLS_WRONG_HOST,
    Outcome.TLS_SELF_SIGNED,
    Outcome.TLS_UNTRUSTED,
    Outcome.TLS_OTHER,
}


@dataclass(slots=True)
class _Clock:
    """The pace of one host or of one address. Times are the loop's, in seconds."""

    limiter: AsyncLimiter | None
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    freed: asyncio.Event = field(default_factory=asyncio.Event)
    flying: int = 0
    ready: float = 0.0
    pause: float = 0.0
    crawl_delay: float = 0.0
    strikes: int = 0
    struck: float = 0.0
    closed: bool = False
    """not before `ready`, because of failures rather than of pace"""
    history: deque[tuple[float, bool]] = field(default_factory=deque)
    address: str = ""


@dataclass(frozen=True, slots=True)
class _Rules:
    """A robots.txt as it was found: its rules, or the outcome that says why there are none to go by."""

    until: float
    robots: Robots | None
    outcome: Outcome | None


class Politeness:
    """The gate of a walk. `ask(url, gate)` fetches robots.txt through the door, itself going through the gate given to it.

    `until` is the loop's time after which nothing more is admitted; `seed` makes the jitter of back-offs repeatable.
    """

    def __init__(
        self,
        limits: Limits,
        ask: Callable[[str, "Turnstile"], Awaitable[RawAnswer]],
        *,
        seed: str = "",
        until: float | None = None,
    ) -> None:
        self.limits = limits
        self.until = until
        self._ask = ask
        self._chance = random.Random(seed)  # noqa: S311 - jitter, not a secret
        self._hosts: dict[str, _Clock] = {}
        self._addresses: dict[str, _Clock] = {}
        self._rules: dict[str, _Rules] = {}
        self._asking: dict[str, asyncio.Task[_Rules]] = {}
        self.patient = Turnstile(self, limits.patience, ROBOTS_TRIES)
        """for the site under audit"""
        self.brief = Turnstile(self, min(limits.patience, 30.0), 1)
        """for other hosts: one slow stranger must not hold the walk"""

    @property
    def expired(self) -> bool:
        """Whether the time of the walk is over."""
        return self.until is not None and self.now() >= self.until

    def now(self) -> float:
        return asyncio.get_running_loop().time()

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

    async def allowed(self, url: str, gate: "Turnstile") -> Outcome | None:
        """None when robots.txt lets the URL be fetched, else why not."""
        kept = await self._rules_of(url, gate)
        if kept.robots is None:
            return None if kept.outcome in _TOLD_BY_THE_PAGE else kept.outcome
        return None if kept.robots.may(url) else Outcome.ROBOTS

    async def _rules_of(self, url: str, gate: "Turnstile") -> _Rules:
        origin = _origin(url)
        kept = self._rules.get(origin)
        if kept is not None and kept.until > self.now():
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
        through = Turnstile(self, gate.patience, gate.tries, rules=False)
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
            clock = self._clock(origin)
            clock.crawl_delay = min(kept.robots.delay, self.limits.max_crawl_delay)
            clock.limiter = AsyncLimiter(1, max(clock.crawl_delay, self.limits.delay))
            clock.ready = max(clock.ready, self.now() + clock.crawl_delay)
        return kept

    def _understood(self, answer: RawAnswer, url: str) -> _Rules:
        now = self.now()
        if answer.outcome is Outcome.REDIRECT_LOOP:
            # RFC 9309, 2.3.1.2: too many redirects may be taken for "there is none".
            return _Rules(now + DAY, FREE, None)
        means = access(answer.status, challenged=answer.outcome is Outcome.CHALLENGE)
        if means is Access.WAIT:
            return _Rules(now + HOUR, None, answer.outcome)
        if means is Access.RULES:
            return _Rules(now + DAY, read(answer.data, self.limits.robots_token, answer.landed or url), None)
        return _Rules(now + DAY, FREE, None)

    async def turn(self, url: str, address: str | None, patience: float) -> Outcome | None:
        """Waits until the host may be spoken to; SKIPPED when that takes longer than `patience`, or than the walk has."""
        host = self._clock(url)
        place = self._address(address) if address and self.limits.delay > 0 else None
        if address:
            host.address = address
        most = self.limits.in_flight if self.limits.delay <= 0 and not host.crawl_delay else 1
        async with host.turn:
            while True:
                now = self.now()
                ready = max(host.ready, place.ready if place else 0.0)
                wait = ready - now
                if self.until is not None and max(now, ready) >= self.until:
                    return Outcome.SKIPPED
                if wait > patience or (wait > 0 and host.closed and self.limits.delay <= 0):
                    return Outcome.SKIPPED
                if wait > 0:
                    await asyncio.sleep(wait)
                elif host.flying >= most:
                    host.freed.clear()
                    await host.freed.wait()
                else:
                    break
            for limiter in (host.limiter, place.limiter if place else None):
                if limiter is not None:
                    await limiter.acquire()
            host.flying += 1
        return None

    def answered(self, url: str, *, status: int | None, elapsed: float, retry_after: float | None, outcome: Outcome) -> None:
        """An admitted request has ended: from now on the host's pause is counted."""
        host = self._clock(url)
        host.flying = max(0, host.flying - 1)
        host.freed.set()
        now = self.now()
        failed = outcome in _FAILURES
        pause = host.crawl_delay
        if self.limits.delay > 0:
            breath = min(max(self.limits.breath * elapsed, self.limits.delay), self.limits.max_delay)
            # A quick error is no sign of strength.
            pause = max(pause, host.pause if failed else 0.0, breath)
        host.pause = pause
        host.ready = max(host.ready, now + pause)
        if not failed and status != 429 and host.ready <= now + pause:
            host.closed = False
        if retry_after is not None and (status == 429 or status == 503):
            host.ready = max(host.ready, now + min(max(retry_after, 0.0), DAY))
        elif status == 429 or (status == 503 and self.limits.delay > 0):
            self._strike(host, now)
        place = self._address(host.address) if host.address else None
        for clock in (host, place):
            if clock is not None and self._broken(clock, now, failed):
                log.info("%s: too many failures, left alone for a while", url)
                clock.closed = True
                clock.ready = max(clock.ready, now + FIRST_PENALTY)
                if self.limits.delay > 0:
                    self._strike(clock, now)

    def _strike(self, clock: _Clock, now: float) -> None:
        """A longer silence at each strike; two answers to requests made before the first count once."""
        if self.limits.delay <= 0:
            return
        if now - clock.struck > FORGIVEN:
            clock.strikes = 0
        elif clock.strikes and clock.struck <= now < clock.struck + FIRST_PENALTY / 2:
            return
        penalty = min(FIRST_PENALTY * 2.0**clock.strikes, DAY) * self._chance.uniform(1.0, 1.25)
        clock.strikes += 1
        clock.struck = now
        clock.ready = max(clock.ready, now + penalty)

    def _broken(self, clock: _Clock, now: float, failed: bool) -> bool:
        history = clock.history
        history.append((now, failed))
        while history[0][0] < now - WINDOW or len(history) > 200:
            history.popleft()
        if len(history) < FEWEST or sum(bad for _, bad in history) < SHARE * len(history):
            return False
        history.clear()
        return True

    def _clock(self, url: str) -> _Clock:
        found = parts(url)
        name = twin(found.hostname) if found else ""
        clock = self._hosts.get(name)
        if clock is None:
            clock = self._hosts[name] = _Clock(AsyncLimiter(1, self.limits.delay) if self.limits.delay > 0 else None)
        return clock

    def _address(self, address: str) -> _Clock:
        clock = self._addresses.get(address)
        if clock is None:
            limiter = AsyncLimiter(1, self.limits.delay) if self.limits.delay > 0 else None
            clock = self._addresses[address] = _Clock(limiter)
        return clock


class Turnstile:
    """One way through the gate: how long it waits, how often it asks for robots.txt, whether it needs it at all."""

    def __init__(self, politeness: Politeness, patience: float, tries: int, *, rules: bool = True) -> None:
        self._politeness = politeness
        self.patience = patience
        self.tries = tries
        self._rules = rules

    async def admit(self, url: str, address: str | None = None) -> Outcome | None:
        """None when the request may be made now; else the outcome that stands for it."""
        if self._rules:
            refusal = await self._politeness.allowed(url, self)
            if refusal is not None:
                return refusal
        return await self._politeness.turn(url, address, self.patience)

    def answered(self, url: str, *, status: int | None, elapsed: float, retry_after: float | None, outcome: Outcome) -> None:
        self._politeness.answered(url, status=status, elapsed=elapsed, retry_after=retry_after, outcome=outcome)


def _origin(url: str) -> str:
    found = parts(url)
    return found.origin if found else ""
