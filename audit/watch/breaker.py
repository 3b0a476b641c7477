"""Breaker: when nearly every site fails it is not the sites. A worker then holds still, tries one now and then, and goes on. Pure."""

from collections import deque
from dataclasses import dataclass, field

from crawler.visit import Outcome

WINDOW = 20
"""Visits that are judged together."""
SHARE = 0.8
"""Share of them that has to fail."""
FIRST, LONGEST = 60.0, 3600.0
"""Seconds of stillness: the first time, and at most."""
OURS = frozenset(o.value for o in (Outcome.DNS_FAILURE, Outcome.UNREACHABLE, Outcome.TIMEOUT))
"""Failures that may be our network's rather than the site's."""


@dataclass(slots=True)
class Breaker:
    """Times are any clock's, in seconds. `see` every visit's outcome, ask `wait` before the next visit."""

    _last: deque[bool] = field(default_factory=lambda: deque(maxlen=WINDOW))
    _until: float = 0.0
    _still: float = FIRST
    open: bool = False
    """whether it holds the worker still, but for one trial"""

    def see(self, outcome: str, time: float) -> None:
        """One visit ended so."""
        failed = outcome in OURS
        if self.open:
            if failed:
                self._still = min(2 * self._still, LONGEST)
                self._until = time + self._still
            else:
                self.open, self._still, self._until = False, FIRST, 0.0
            return
        self._last.append(failed)
        if len(self._last) == WINDOW and sum(self._last) >= SHARE * WINDOW:
            self._last.clear()
            self.open, self._until = True, time + self._still

    def room(self, flying: int, most: int, time: float) -> int:
        """How many visits may begin now, when so many are under way and `most` may be."""
        if not self.open:
            return most - flying
        return 1 if not flying and time >= self._until else 0
