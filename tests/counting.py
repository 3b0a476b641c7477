"""Precision and recall: where each answer of an audit falls, and what many of them make. Pure.

A site *has* a feature when the verdict is present, partial or inactive (`partial` does not count for the labels that say so), has it
*not* when it is absent. Undetermined is no answer: a feature missed when the site has it, nothing wrong when it has not.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from reports.report import Report

HAS_IT = frozenset({"present", "partial", "inactive"})


@dataclass(frozen=True, slots=True)
class Known:
    """One answer known beforehand. `exact`: the verdict itself, where it is known and not only "has" or "has not"."""

    site: str
    feature: str
    has: bool
    checks: tuple[str, ...]
    exact: str = ""
    partial_counts: bool = True
    why: str = ""


class Cell(Enum):
    """Where one answer falls. The two last are those of an audit that does not answer."""

    TRUE = "right, has it"
    FALSE = "said, has it not"
    MISSED = "missed"
    RIGHTLY_NOT = "right, has it not"
    MUTE_HAS = "no answer, has it"
    MUTE_NOT = "no answer, has it not"


@dataclass(slots=True)
class Count:
    """What was counted of one feature, or of all."""

    cells: dict[Cell, int] = field(default_factory=lambda: dict.fromkeys(Cell, 0))
    asked: int = 0
    same: int = 0

    def add(self, other: "Count") -> None:
        for cell, number in other.cells.items():
            self.cells[cell] += number
        self.asked += other.asked
        self.same += other.same

    @property
    def has(self) -> int:
        return self.cells[Cell.TRUE] + self.missed

    @property
    def not_(self) -> int:
        return self.cells[Cell.FALSE] + self.cells[Cell.RIGHTLY_NOT] + self.cells[Cell.MUTE_NOT]

    @property
    def missed(self) -> int:
        """No answer is a miss: whoever reads the draft does not learn of the service."""
        return self.cells[Cell.MISSED] + self.cells[Cell.MUTE_HAS]

    @property
    def mute(self) -> int:
        return self.cells[Cell.MUTE_HAS] + self.cells[Cell.MUTE_NOT]

    @property
    def precision(self) -> float | None:
        return _ratio(self.cells[Cell.TRUE], self.cells[Cell.TRUE] + self.cells[Cell.FALSE])

    @property
    def recall(self) -> float | None:
        return _ratio(self.cells[Cell.TRUE], self.has)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An answer to look at. Open the page before believing either."""

    site: str
    feature: str
    expected: str
    got: str
    why: str
    url: str = ""
    excerpt: str = ""


@dataclass(slots=True)
class Score:
    """The figures of one kind of sites. `broken`: dead links known, found among them, and told beside them; `named`: communes whose
    name is known, and named rightly."""

    features: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    look: list[Disagreement] = field(default_factory=list)
    sites: int = 0
    broken: list[int] = field(default_factory=lambda: [0, 0, 0])
    named: list[int] = field(default_factory=lambda: [0, 0])

    @property
    def all(self) -> Count:
        total = Count()
        for count in self.features.values():
            total.add(count)
        return total


def cell_of(known: Known, verdicts: Mapping[str, str]) -> Cell:
    """Any check may answer yes; no is said only when all of them do."""
    said = [verdicts.get(check, "undetermined") for check in known.checks]
    if not known.partial_counts:
        said = ["absent" if verdict == "partial" else verdict for verdict in said]
    if any(verdict in HAS_IT for verdict in said):
        return Cell.TRUE if known.has else Cell.FALSE
    if all(verdict == "absent" for verdict in said):
        return Cell.MISSED if known.has else Cell.RIGHTLY_NOT
    return Cell.MUTE_HAS if known.has else Cell.MUTE_NOT


def count(score: Score, answers: Iterable[Known], report: Report) -> None:
    """One site's answers, counted into the score of its kind."""
    findings = {finding.check: finding for finding in report.findings}
    verdicts = {check: finding.verdict for check, finding in findings.items()}
    score.sites += 1
    for known in answers:
        cell = cell_of(known, verdicts)
        here = score.features[known.feature]
        here.cells[cell] += 1
        got = " or ".join(dict.fromkeys(verdicts.get(check, "undetermined") for check in known.checks))
        if known.exact:
            here.asked += 1
            here.same += got == known.exact
        if got != known.exact if known.exact else cell in (Cell.FALSE, Cell.MISSED, Cell.MUTE_HAS):
            proofs = [proof for check in known.checks if check in findings for proof in findings[check].evidence]
            url, excerpt = (proofs[0].url, proofs[0].excerpt) if proofs else ("", "")
            expected = known.exact or ("has it" if known.has else "has it not")
            score.look.append(Disagreement(known.site, known.feature, expected, got, known.why, url, excerpt))


def count_links(score: Score, known: set[str], told: set[str]) -> None:
    for place, number in enumerate((len(known), len(known & told), len(told - known))):
        score.broken[place] += number


def count_name(score: Score, site: str, known: str, told: str) -> None:
    score.named[0] += 1
    score.named[1] += told == known
    if told != known:
        score.look.append(Disagreement(site, "the commune's name", known, told or "none", ""))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
