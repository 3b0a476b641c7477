"""Tally: what one worker has done since it began, for its summary, its metrics and its log."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from audit.watch.schedule import Turn
from audit.watch.watch import Ended

BOUNDS = (1.0, 5.0, 15.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0)
"""Upper bounds of the classes of durations, in seconds; one class more is above them all."""


@dataclass(slots=True)
class Tally:
    """Times in seconds. `durations`: how many visits lasted so long (`BOUNDS`); `failures`: reason → how many."""

    turns: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    durations: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    seconds: float = 0.0
    pages: int = 0
    left: int = 0
    lost: int = 0

    def ended(self, how: Ended) -> None:
        """A visit is over; its pages were counted while it went on."""
        self.turns[how.turn.value] += 1
        self.seconds += how.seconds
        self.durations[bisect_left(BOUNDS, how.seconds)] += 1
        if how.turn is Turn.FAILED:
            self.failures[how.outcome] += 1

    @property
    def visits(self) -> int:
        return self.turns.total()

    def summary(self, lasted: float) -> list[str]:
        """The lines that a worker leaves with, after so many seconds."""
        failed = self.turns[Turn.FAILED.value]
        kinds = [
            (Turn.NEW, "new"),
            (Turn.CHANGED, "changed"),
            (Turn.SAME, "as before"),
            (Turn.OTHER_RULES, "by other checks than before"),
        ]
        told = ", ".join(f"{self.turns[turn.value]} {words}" for turn, words in kinds if self.turns[turn.value])
        rate = f", {self.pages / lasted:.1f} a second" if lasted >= 1 else ""
        lines = [
            f"{self.visits - failed} sites audited in {_lasted(lasted)}{f' ({told})' if told else ''}; {self.pages} pages{rate}"
        ]
        if failed:
            lines.append(f"{failed} sites failed: " + ", ".join(f"{n} {reason}" for reason, n in self.failures.most_common()))
        if self.left:
            lines.append(f"{self.left} sites left for whoever works next")
        if self.lost:
            lines.append(f"{self.lost} sites taken over by another worker meanwhile")
        return lines


def _lasted(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"
