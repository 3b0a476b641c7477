"""Hearsay: links that other walks of this process have just found alive. Every town of France links to the same pages of the State:
asking for each of them once a town would be rude, and, at one request a second, take days.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from crawler.link import Link
from crawler.pace import now
from crawler.visit import Visit

FRESH = 6 * 3600.0
"""Seconds that an answer is believed."""
MOST = 100_000
"""Answers remembered."""


class Hearsay:
    """Only what is alive is remembered: what seems dead is asked again, so that a second look is a real one."""

    def __init__(self) -> None:
        self._heard: dict[str, tuple[float, Visit]] = {}
        self._asking: dict[str, asyncio.Lock] = {}

    async def probe(self, url: str, via: Link | None, ask: Callable[[], Awaitable[Visit]]) -> Visit:
        """What was heard of the URL lately, as seen from the link `via`; else what `ask` tells. Whoever asks for it meanwhile waits."""
        lock = self._asking.setdefault(url, asyncio.Lock())
        try:
            async with lock:
                until, heard = self._heard.get(url, (0.0, None))
                if heard is not None and until > now():
                    return replace(heard, via=via)
                visit = await ask()
                if visit.outcome.alive:
                    if len(self._heard) >= MOST:
                        del self._heard[next(iter(self._heard))]
                    self._heard[url] = now() + FRESH, replace(visit, via=None, page=None, feed=None)
                return visit
        finally:
            if not lock.locked():
                self._asking.pop(url, None)
