"""When a site is due again: sooner when it changed, later when it did not, patiently when it fails. Pure.

The two kinds of days are never mixed: `interval` is the rhythm of a site that answers; a failing one is tried again after 1, 2, 4 …
days, and keeps its rhythm for when it comes back.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

LEAST, MOST = 1.0, 90.0
"""Days between two visits, whatever happens."""
SOONER, LATER = 0.5, 1.5


class Turn(StrEnum):
    """How a visit went, compared with the one before."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OTHER_RULES = "other rules"
    """our checks are not those of the last visit: whether the site changed cannot be told"""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Rhythm:
    """`interval` in days; how often in a row the site was the `same`, and how often it failed."""

    interval: float
    same: int = 0
    failures: int = 0

    @property
    def wait(self) -> timedelta:
        """From the last visit to the next."""
        return timedelta(days=_clamped(LEAST * 2.0 ** min(self.failures - 1, 10) if self.failures else self.interval))


def begun(every: float) -> Rhythm:
    """The rhythm of a site that has not been visited yet; `every`: the days that were asked for."""
    return Rhythm(_clamped(every))


def after(rhythm: Rhythm, turn: Turn) -> Rhythm:
    """The rhythm once a visit went so."""
    if turn is Turn.FAILED:
        return replace(rhythm, failures=rhythm.failures + 1)
    if turn is Turn.CHANGED:
        return Rhythm(_clamped(rhythm.interval * SOONER))
    if turn is Turn.SAME:
        return Rhythm(_clamped(rhythm.interval * LATER), same=rhythm.same + 1)
    return Rhythm(rhythm.interval, same=rhythm.same)


def turn_of(
    before: Mapping[str, str], now: Mapping[str, str], *, same_rules: bool = True, same_address: bool = True
) -> tuple[Turn, list[str]]:
    """How two visits compare, from check -> verdict of each, and which checks tell. No verdict is no change: it is only our doubt."""
    if not before:
        return Turn.NEW, []
    if not same_rules:
        return Turn.OTHER_RULES, []
    told = [check for check in before.keys() & now.keys() if "undetermined" not in (before[check], now[check])]
    changed = sorted(check for check in told if before[check] != now[check])
    return (Turn.CHANGED if changed or not same_address else Turn.SAME), changed


def explained(rhythm: Rhythm, every: float, turn: Turn | None, outcome: str = "") -> str:
    """Why the next visit is when it is, for people. `turn`: how the last one went, None before the first."""
    if turn is None:
        return "not visited yet"
    if rhythm.failures:
        return f"failed {_times(rhythm.failures)} ({outcome}): again after {_days(rhythm.wait.days)}"
    asked = f"every {_days(rhythm.interval)}" + (f", {_days(every)} asked" if rhythm.interval != every else "")
    if turn is Turn.SAME:
        return f"{asked}: the same {_times(rhythm.same)} in a row"
    return f"{asked}: {_SAID[turn]}"


_SAID = {Turn.NEW: "visited once", Turn.CHANGED: "it had changed", Turn.OTHER_RULES: "our checks had changed"}


def _clamped(days: float) -> float:
    return min(max(days, LEAST), MOST)


def _days(number: float) -> str:
    return "1 day" if number == 1 else f"{number:g} days" if number == int(number) else f"{number:.1f} days"


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number} times")
