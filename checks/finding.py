"""Finding: what all sightings of one feature on a site amount to, and when its absence is earned."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from checks.observation import Observation, Trust
from checks.tally import BARE, DENIAL, Tally
from crawler.visit import Outcome

if TYPE_CHECKING:
    from checks.observation import Fact

EVIDENCE = 5
"""Sightings a finding keeps."""
FEW = 3
"""Pages up to which headings alone say little."""


class Verdict(Enum):
    """What can be said of a feature on a site."""

    PRESENT = "present"
    PARTIAL = "partial"
    INACTIVE = "inactive"
    ABSENT = "absent"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of the site was seen. `complete` says whether an absence is earned; `why` names what was missed."""

    as_of: date
    pages: int = 0
    refused: int = 0
    failed: int = 0
    rendered: int = 0
    pending: int = 0
    complete: bool = False
    why: tuple[str, ...] = ()
    catalogue: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A check that raised on one page: its finding cannot be trusted to say `absent`."""

    check: str
    url: str
    error: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One check's answer for a site. `pages` counts the pages it was seen on; `facts` are names and counts for the text."""

    check: str
    verdict: Verdict
    trust: Trust
    evidence: tuple[Observation, ...] = ()
    pages: int = 0
    facts: Mapping[str, "Fact"] = field(default_factory=dict)

    @property
    def slight(self) -> bool:
        """Whether a heading or two are all that was seen: the site speaks of it, and more cannot be said."""
        seen = self.verdict is Verdict.PRESENT and self.trust is not Trust.SURE and self.pages <= FEW
        return seen and bool(self.evidence) and all(o.proof == "heading" for o in self.evidence)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A judge's word with what only the whole site tells. `facts` win over those of single sightings, an empty one takes them away; the
    sighting of kind `proof` is the one that carries the verdict: it comes first in the evidence.
    """

    verdict: Verdict | None
    facts: Mapping[str, "Fact"] = field(default_factory=dict)
    proof: str = ""


Judge = Callable[[Tally, Coverage], Verdict | Judgement | None]
"""A check's own last word over its sightings; None leaves it to the common rule."""


def conclude(tally: Tally, coverage: Coverage, judge: Judge | None = None, keep: int = EVIDENCE, by_name: bool = True) -> Finding:
    """The finding of a tally: the judge's word, else `verdict_of`; evidence best first, at most `keep`.

    What a name does not prove (`by_name` is false) is undetermined as long as nothing but names of one kind were seen.
    """
    said = judge(tally, coverage) if judge else None
    word = said if isinstance(said, Judgement) else Judgement(said)
    verdict = word.verdict or verdict_of(tally, coverage)
    if verdict is Verdict.ABSENT and (tally.faults or not coverage.complete):
        verdict = Verdict.UNDETERMINED
    if not by_name and verdict in (Verdict.PRESENT, Verdict.PARTIAL) and _only_named(tally):
        verdict = Verdict.UNDETERMINED
    facts = {name: fact for name, fact in (tally.facts(coverage.as_of) | dict(word.facts)).items() if fact != ""}
    evidence = sorted(best(tally, verdict, keep), key=lambda o: o.proof != word.proof)
    return Finding(tally.check, verdict, trust_of(tally, verdict), tuple(evidence), len(tally.urls), facts)


def verdict_of(tally: Tally, coverage: Coverage) -> Verdict:
    """The common rule: living sightings make it present (or partial), only dead ones inactive, none absent."""
    solid = tally.of()
    if not solid:
        return Verdict.ABSENT
    living = [o for o in solid if not (tally.dead(o) or tally.hands_out_dead(o))]
    if not living:
        return Verdict.INACTIVE
    if all(_unreachable(tally, o) for o in living):
        return Verdict.UNDETERMINED
    return Verdict.PRESENT if any(o.whole for o in living) else Verdict.PARTIAL


def _only_named(tally: Tally) -> bool:
    solid = tally.of()
    return len({o.proof for o in solid}) == 1 and all(map(tally.is_name, solid))


def recent(days: int, otherwise: Verdict = Verdict.PARTIAL) -> Judge:
    """A judge: what is there but older than `days` at the day of the audit is only `otherwise`. Undated content is left be."""

    def judge(tally: Tally, coverage: Coverage) -> Verdict | None:
        verdict = verdict_of(tally, coverage)
        newest = tally.newest(coverage.as_of)
        if verdict is Verdict.PRESENT and newest and (coverage.as_of - newest).days > days:
            return otherwise
        return verdict

    return judge


def _unreachable(tally: Tally, observation: Observation) -> bool:
    """A label of the site's own whose page could not be looked at: an error is no proof either way."""
    fate = tally.fate(observation)
    return observation.proof == "label" and fate in _ERRORS


_ERRORS = frozenset((
    Outcome.SERVER_ERROR, Outcome.TIMEOUT, Outcome.RATE_LIMITED, Outcome.REDIRECT_LOOP, Outcome.BAD_ANSWER, Outcome.UNPARSABLE,
))  # fmt: skip


def trust_of(tally: Tally, verdict: Verdict) -> Trust:
    """SURE when one sighting is, or when two independent kinds of proof agree; absences are as sure as the walk."""
    if verdict is Verdict.UNDETERMINED:
        return Trust.HINT
    solid = tally.of()
    if verdict is Verdict.ABSENT:
        return Trust.LIKELY if tally.seen else Trust.SURE
    kinds = {o.proof for o in solid} | {o.proof for o in tally.of("path", trust=Trust.HINT)}
    if any(o.trust is Trust.SURE for o in solid) or len(kinds) > 1:
        return Trust.SURE
    return Trust.LIKELY


def best(tally: Tally, verdict: Verdict, keep: int) -> tuple[Observation, ...]:
    """At most `keep` sightings: those that carry the verdict, then the most trusted, one of each proof first; none that says the contrary."""

    def order(observation: Observation) -> tuple[bool, int, bool, int]:
        dead = tally.dead(observation)
        fits = dead if verdict is Verdict.INACTIVE else not dead
        return not fits, -observation.trust, not observation.whole, -(observation.dated or date.min).toordinal()

    said = verdict in (Verdict.PRESENT, Verdict.PARTIAL)
    carrying = [o for o in tally.seen.values() if o.proof not in (DENIAL, BARE) and not (said and tally.is_denied(o))]
    # Two signs may meet in the same words, and the home page has two addresses.
    shown: dict[tuple[str, ...], Observation] = {}
    for o in sorted(carrying, key=order):
        shown.setdefault((o.url.removesuffix("index.html"), o.selector, o.excerpt, o.proof), o)
    ranked = list(shown.values())
    firsts: list[Observation] = []
    seconds: list[Observation] = []
    kinds: set[str] = set()
    for observation in ranked:
        (seconds if observation.proof in kinds else firsts).append(observation)
        kinds.add(observation.proof)
    chosen = {id(o) for o in (firsts + seconds)[:keep]}
    return tuple(o for o in ranked if id(o) in chosen)
