"""Compliance: findings held against what the law asks of a commune of this size on this day. Pure.

What the site cannot show is a question, never a blame; what has no certain reference is told without a judgement.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from checks.finding import Finding, Verdict
from reports.commune import Commune
from reports.obligation import Obligation

COUNTED_APART = 0.05
"""The law counts some inhabitants (students, soldiers) whom the census of a commune leaves out: a commune that misses a threshold
by less than this share of it may reach it."""
OWN_LAW = ("975", "977", "978", "986", "987", "988")
"""INSEE codes of the lands overseas where the codes quoted here do not hold as they stand."""


class Standing(Enum):
    """What can be said of one obligation."""

    MET = "met"
    PARTLY = "partly"
    UNMET = "unmet"
    UNTOLD = "untold"
    UNJUDGED = "unjudged"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Duty:
    """One obligation with its standing. `findings`: what shows it, the deciding one first. `why_not`: why it is untold:
    population, seen (the walk or the site does not tell), hand (no check looks at it)."""

    obligation: Obligation
    standing: Standing
    findings: tuple[Finding, ...] = ()
    why_not: str = ""


def duties(obligations: Sequence[Obligation], findings: Mapping[str, Finding], commune: Commune, as_of: date) -> tuple[Duty, ...]:
    """Every obligation in force on the day of the audit, in the order of the grid; none where French law is not that of the land."""
    if commune.country or commune.insee.startswith(OWN_LAW):
        return ()
    return tuple(_judged(one, findings, commune.population) for one in obligations if one.since <= as_of)


def _judged(one: Obligation, findings: Mapping[str, Finding], population: int | None) -> Duty:
    shown = tuple(sorted((findings[c] for c in one.checks if c in findings), key=lambda f: _ORDER.index(f.verdict)))
    applies = _applies(one, population)
    if applies is False:
        return Duty(one, Standing.OUTSIDE)
    if not one.reference:
        return Duty(one, Standing.UNJUDGED, shown)
    if applies is None:
        return Duty(one, Standing.UNTOLD, shown, "population")
    if not shown:
        return Duty(one, Standing.UNTOLD, why_not="hand")
    standing = _STANDINGS[shown[0].verdict]
    proven = {Standing.MET: "presence", Standing.PARTLY: "presence", Standing.UNMET: "absence"}.get(standing)
    # What is announced and dead is no open question: whoever follows the link is turned away.
    if one.decides not in ("both", proven) and shown[0].verdict is not Verdict.INACTIVE:
        standing = Standing.UNTOLD
    if standing is Standing.MET and shown[0].slight:
        standing = Standing.UNTOLD
    return Duty(one, standing, shown, "seen" if standing is Standing.UNTOLD else "")


def _applies(one: Obligation, population: int | None) -> bool | None:
    """Whether the commune is large, or small, enough; None when that cannot be told."""
    if not one.inhabitants and one.below is None:
        return True
    if population is None:
        return None
    reached = [_reaches(population, least) for least in (one.inhabitants, one.below or 0) if least]
    above = reached[0] if one.inhabitants else True
    under = {True: False, False: True, None: None}[reached[-1]] if one.below is not None else True
    if above is False or under is False:
        return False
    return None if above is None or under is None else True


def _reaches(population: int, least: int) -> bool | None:
    if population >= least:
        return True
    return None if population > least * (1 - COUNTED_APART) else False


_ORDER = (Verdict.PRESENT, Verdict.PARTIAL, Verdict.INACTIVE, Verdict.UNDETERMINED, Verdict.ABSENT)
_STANDINGS = {
    Verdict.PRESENT: Standing.MET,
    Verdict.PARTIAL: Standing.PARTLY,
    Verdict.INACTIVE: Standing.UNMET,
    Verdict.UNDETERMINED: Standing.UNTOLD,
    Verdict.ABSENT: Standing.UNMET,
}


def told_checks(told: Sequence[Duty]) -> Iterator[str]:
    """The checks whose finding these duties tell: they need not be told once more as quality of the site."""
    for duty in told:
        if duty.standing is not Standing.OUTSIDE:
            yield from (finding.check for finding in duty.findings)
