"""Frontier: which URL next. Best first by what a link promises and what its URL may cost. Pure, sync, replayable.

The same calls in the same order give the same URLs in the same order: no clock, no chance, no set is iterated.
"""

import heapq
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Self

from crawler.hashes import Hashes
from crawler.link import Link
from crawler.slips import Slips
from crawler.traps import Study, study
from crawler.url import fingerprint

DATES = 10
"""URLs read that differ only by a date."""
SERIES = 20
"""Links followed in a row from one member of a numbered family to the next: longer is a calendar, not a set of pages."""
FAR, FAR_READ = 3, 30
"""From the fourth member in such a row on, URLs read of one family: what a menu or a list names is not concerned."""
LOST = 5
"""Failures under one base name after which it is taken for a relative link gone wrong."""
LEAST_SHARE = 8


@dataclass(slots=True)
class Entry:
    """A URL to read. `fixed` is the part of its score that never changes; `run` how long its numbered family's row is."""

    url: str
    via: Link | None
    depth: int
    feed: bool
    fixed: float
    run: int = 0
    promise: float = 0.0

    @property
    def study(self) -> Study:
        return study(self.url)

    @property
    def score(self) -> float:
        """The lower, the sooner."""
        return self.fixed - (3.0 + min(self.promise, 4.0) if self.promise > 0 else 0.0)

    @property
    def slip(self) -> tuple[object, ...]:
        """What `from_slip` makes the entry of again."""
        return self.url, self.via, self.depth, self.feed, self.fixed, self.run, self.promise

    @classmethod
    def from_slip(cls, slip: list[Any]) -> Self:
        url, via, *rest = slip
        return cls(url, Link(*via) if via else None, *rest)


@dataclass(slots=True)
class Frontier:
    """URLs to read, each once by its fingerprint. `pages` is the budget that shares are counted against.

    `cut` counts what was left out, by reason; what waits in reserve (families that already had their share) comes when
    nothing else is left. Tens of thousands may wait: in memory are only their scores, and where the rest is written.
    """

    pages: int
    cut: Counter[str] = field(default_factory=Counter)
    _seen: Hashes = field(default_factory=Hashes)
    """of fingerprints"""
    _heap: list[tuple[float, int]] = field(default_factory=list)
    """scores, and the place of the slip: of two alike the one queued before comes first"""
    _reserve: list[tuple[float, int]] = field(default_factory=list)
    _slips: Slips = field(default_factory=Slips)
    _given: Counter[str] = field(default_factory=Counter)
    _shares: Counter[str] = field(default_factory=Counter)
    _far: Counter[str] = field(default_factory=Counter)
    _lost: Counter[str] = field(default_factory=Counter)
    _parameters: Counter[str] = field(default_factory=Counter)

    @property
    def pending(self) -> int:
        """How many URLs wait."""
        return len(self._heap) + len(self._reserve)

    def mark(self, url: str) -> bool:
        """Takes note of a URL that needs no reading; whether it was new."""
        key = hash(fingerprint(url))
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def knows(self, url: str) -> bool:
        """Whether the URL was added or marked before."""
        return hash(fingerprint(url)) in self._seen

    def add(
        self,
        url: str,
        via: Link | None = None,
        *,
        parent: Entry | None = None,
        depth: int | None = None,
        promise: float = 0.0,
        handicap: float = 0.0,
        feed: bool = False,
    ) -> bool:
        """Queues a URL (WHATWG form) unless it is known or absurd; whether it was queued.

        `promise` is the caller's interest in the link, `handicap` what its place on the page adds to (or takes off) its
        cost, in clicks.
        """
        if not self.mark(url):
            return False
        looked = study(url)
        if looked.absurd:
            self.cut[looked.absurd] += 1
            return False
        run = 0
        if parent is not None and looked.numbered and parent.study.pattern == looked.pattern:
            run = parent.run + 1
            if run > SERIES:
                self.cut["endless series"] += 1
                return False
        if self.pending >= 20 * self.pages + 2000:
            self.cut["more links than can be kept"] += 1
            return False
        if depth is None:
            depth = parent.depth + 1 if parent else 0
        fixed = 2.0 * depth + looked.cost + handicap + 0.2 * run
        for name in looked.parameters:
            self._parameters[name] += 1
            fixed += 0.3 * math.log2(self._parameters[name])
        self._push(self._heap, Entry(url, via, depth, feed, fixed, run, promise))
        return True

    def pop(self, promise: Callable[[Link], float] | None = None) -> Entry | None:
        """The next URL to read, or None. `promise` is asked again for the best candidates, since features get decided."""
        while self._heap:
            entry = self._pull(self._heap)
            if promise is not None and entry.via is not None and entry.promise > 0:
                before = entry.promise
                entry.promise = promise(entry.via)
                if entry.promise < before and self._heap and entry.score > self._heap[0][0]:
                    self._push(self._heap, entry)
                    continue
            if self._refused(entry):
                continue
            if self._had_its_share(entry):
                self._push(self._reserve, entry)
                continue
            return self._give(entry)
        while self._reserve:
            entry = self._pull(self._reserve)
            if not self._refused(entry):
                return self._give(entry)
        return None

    def lost(self, entry: Entry) -> None:
        """The URL gave no page: what else bears its name is doubted."""
        # With a query the name is a program's: `index.php?id=7` says nothing of `index.php?id=8`.
        if not entry.study.parameters:
            self._lost[entry.study.leaf] += 1

    def give_back(self, entry: Entry) -> None:
        """The URL was not tried after all."""
        self._given[entry.study.pattern] -= 1
        self._shares[entry.study.prefix] -= 1
        self._push(self._heap, entry)

    def _push(self, heap: list[tuple[float, int]], entry: Entry) -> None:
        heapq.heappush(heap, (entry.score, self._slips.put(entry.slip)))

    def _pull(self, heap: list[tuple[float, int]]) -> Entry:
        _, place = heapq.heappop(heap)
        return Entry.from_slip(self._slips.get(place))

    def _give(self, entry: Entry) -> Entry:
        self._given[entry.study.pattern] += 1
        self._shares[entry.study.prefix] += 1
        return entry

    def _refused(self, entry: Entry) -> bool:
        looked = entry.study
        if looked.dated and self._given[looked.pattern] >= DATES:
            self.cut["only the date differs"] += 1
            return True
        if entry.run >= FAR:
            if self._far[looked.pattern] >= FAR_READ:
                self.cut["endless series"] += 1
                return True
            self._far[looked.pattern] += 1
        if looked.leaf and not looked.parameters and self._lost[looked.leaf] >= LOST:
            self.cut["name already lost"] += 1
            return True
        return False

    def _had_its_share(self, entry: Entry) -> bool:
        quarter = max(LEAST_SHARE, self.pages // 4)
        looked = entry.study
        if looked.prefix and self._shares[looked.prefix] >= quarter:
            return True
        return looked.numbered and self._given[looked.pattern] >= quarter
