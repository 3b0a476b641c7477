"""Pace: when a host, or an address that many hosts share, may be spoken to again. No robots.txt here, no network.

The clock is the event loop's: a test runs on a loop whose time is virtual. One Pace per event loop, as AsyncLimiter wants.
"""

import asyncio
import logging
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Protocol

from aiolimiter import AsyncLimiter

from crawler.limits import Limits
from crawler.url import parts, twin
from crawler.visit import Outcome

log = logging.getLogger(__name__)

DAY = 86400.0
FIRST_PENALTY = 60.0
FORGIVEN = 1800.0
WINDOW = 300.0
WORTH = 5.0
"""Seconds of silence worth remembering beyond the walk."""
MOST_ADDRESSES = 100_000
"""Addresses whose clocks are kept by a process that lives long."""
FEWEST = 10
"""Answers within the window before the breaker judges."""
SHARE = 0.8
"""Share of failures in the window that opens the breaker."""

_FAILURES = {Outcome.SERVER_ERROR, Outcome.TIMEOUT, Outcome.UNREACHABLE, Outcome.BAD_ANSWER}


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
    silent_until: float = 0.0
    closed: bool = False
    """not before `ready`, because of failures rather than of pace"""
    history: deque[tuple[float, bool]] = field(default_factory=deque)
    failures: int = 0
    """how many in the history"""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Silence:
    """Until when (UTC) a host is not to be spoken to, and how often in a row it has asked for that."""

    until: datetime
    strikes: int = 0


class Clocks(Protocol):
    """Remembers from one walk to the next who asked for silence. A host is named as in a URL, with its port."""

    def silence(self, host: str) -> Silence | None: ...

    def silenced(self, host: str, silence: Silence) -> None: ...


class Addresses:
    """The clocks of IP addresses; of all walks of an event loop when it is given to them. `delay`: seconds between two requests."""

    def __init__(self, delay: float) -> None:
        self.delay = delay
        self._clocks: dict[str, _Clock] = {}

    def clock(self, address: str) -> _Clock:
        clock = self._clocks.get(address)
        if clock is None:
            if len(self._clocks) >= MOST_ADDRESSES:
                self._clocks.clear()
            clock = self._clocks[address] = _Clock(AsyncLimiter(1, self.delay) if self.delay > 0 else None)
        return clock

    async def turn(self, address: str, patience: float) -> bool:
        """Waits until the address may be spoken to; False when that takes longer than `patience`: a night's walks all link to a few."""
        limiter = self.clock(address).limiter
        try:
            async with asyncio.timeout(patience):
                if limiter is not None:
                    await limiter.acquire()
        except TimeoutError:
            return False
        return True


class Pace:
    """The clocks of a walk. After `until` (the loop's time) nobody's turn comes; `seed` makes the jitter repeatable.

    `addresses` are shared with other walks, when there are; `clocks` keep the silences that hosts asked for; `wall` is the clock that these are told in.
    """

    def __init__(
        self,
        limits: Limits,
        *,
        seed: str = "",
        until: float | None = None,
        clocks: Clocks | None = None,
        addresses: Addresses | None = None,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.limits = limits
        self.until = until
        self._chance = random.Random(seed)  # noqa: S311 - jitter, not a secret
        self._refused = False
        self._clocks = clocks
        self._wall = wall
        self._hosts: dict[str, _Clock] = {}
        self._addresses = addresses or Addresses(limits.delay)

    @property
    def expired(self) -> bool:
        """Whether the time of the walk is over, or too short for the turn that somebody waited for."""
        return self._refused or (self.until is not None and now() >= self.until)

    def slow_down(self, url: str, crawl_delay: float) -> None:
        """The URL's host asks for this many seconds between requests."""
        clock = self._clock(url)
        clock.crawl_delay = min(crawl_delay, self.limits.max_crawl_delay)
        clock.limiter = AsyncLimiter(1, max(clock.crawl_delay, self.limits.delay))
        clock.ready = max(clock.ready, now() + clock.crawl_delay)

    async def turn(self, url: str, address: str | None, patience: float) -> Outcome | None:
        """Waits until the host may be spoken to; SKIPPED when that takes longer than `patience`, or than the walk has."""
        host = self._clock(url)
        place = self._addresses.clock(address) if address and self.limits.delay > 0 else None
        if address:
            host.address = address
        most = self.limits.in_flight if self.limits.delay <= 0 and not host.crawl_delay else 1
        async with host.turn:
            while True:
                time = now()
                ready = max(host.ready, place.ready if place else 0.0)
                wait = ready - time
                if self.until is not None and max(time, ready) >= self.until:
                    self._refused = True
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
            if host.limiter is not None:
                await host.limiter.acquire()
            if place and address and not await self._addresses.turn(address, patience):
                return Outcome.SKIPPED
            host.flying += 1
        return None

    def answered(self, url: str, *, status: int | None, elapsed: float, retry_after: float | None, outcome: Outcome) -> None:
        """An admitted request has ended: from now on the host's pause is counted."""
        host = self._clock(url)
        host.flying = max(0, host.flying - 1)
        host.freed.set()
        time = now()
        failed = outcome in _FAILURES
        pause = host.crawl_delay
        if self.limits.delay > 0:
            breath = min(max(self.limits.breath * elapsed, self.limits.delay), self.limits.max_delay)
            # A quick error is no sign of strength.
            pause = max(pause, host.pause if failed else 0.0, breath)
        host.pause = pause
        host.ready = max(host.ready, time + pause)
        if not failed and status != 429 and host.ready <= time + pause:
            host.closed = False
        if retry_after is not None and (status == 429 or status == 503):
            host.ready = max(host.ready, time + min(max(retry_after, 0.0), DAY))
            self._remember(url, host, time)
        elif status == 429 or (status == 503 and self.limits.delay > 0):
            self._strike(host, time)
            self._remember(url, host, time)
        place = self._addresses.clock(host.address) if host.address and self.limits.delay > 0 else None
        for clock in (host, place):
            if clock is not None and self._broken(clock, time, failed):
                log.info("%s: too many failures, left alone for a while", url)
                clock.closed = True
                clock.ready = max(clock.ready, time + FIRST_PENALTY)
                if self.limits.delay > 0:
                    self._strike(clock, time)

    def _remember(self, url: str, clock: _Clock, time: float) -> None:
        if self._clocks and clock.ready - time > WORTH:
            until = self._wall() + timedelta(seconds=clock.ready - time)
            self._clocks.silenced(_named(url), Silence(until, clock.strikes))

    def _strike(self, clock: _Clock, time: float) -> None:
        """A longer silence at each strike, the first one again after FORGIVEN quiet seconds."""
        # Requests that were under way when the silence began say nothing new.
        if self.limits.delay <= 0 or time < clock.silent_until:
            return
        if time - clock.silent_until > FORGIVEN:
            clock.strikes = 0
        penalty = min(FIRST_PENALTY * 2.0**clock.strikes, DAY) * self._chance.uniform(1.0, 1.25)
        clock.strikes += 1
        clock.silent_until = time + penalty
        clock.ready = max(clock.ready, clock.silent_until)

    def _broken(self, clock: _Clock, time: float, failed: bool) -> bool:
        history = clock.history
        history.append((time, failed))
        clock.failures += failed
        while history[0][0] < time - WINDOW or len(history) > 200:
            clock.failures -= history.popleft()[1]
        if len(history) < FEWEST or clock.failures < SHARE * len(history):
            return False
        history.clear()
        clock.failures = 0
        return True

    def _clock(self, url: str) -> _Clock:
        found = parts(url)
        name = twin(found.hostname) if found else ""
        clock = self._hosts.get(name)
        if clock is None:
            clock = self._hosts[name] = _Clock(AsyncLimiter(1, self.limits.delay) if self.limits.delay > 0 else None)
            kept = self._clocks.silence(_named(url)) if self._clocks else None
            if kept is not None:
                clock.ready = clock.silent_until = now() + (kept.until - self._wall()).total_seconds()
                clock.strikes = kept.strikes
        return clock


class Still(Pace):
    """The pace of a walk over an archive: nobody is spoken to, nobody waits."""

    async def turn(self, url: str, address: str | None, patience: float) -> Outcome | None:
        return None

    def answered(self, url: str, *, status: int | None, elapsed: float, retry_after: float | None, outcome: Outcome) -> None:
        pass


def _named(url: str) -> str:
    found = parts(url)
    return twin(found.host) if found else ""


def now() -> float:
    """The time of the running event loop, in seconds."""
    return asyncio.get_running_loop().time()
