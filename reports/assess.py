"""Assess: findings placed in the rubrics of a grid. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.finding import Coverage, Finding, Verdict
from reports.commune import Commune
from reports.grid import Category, Grid, Line

OTHERS = Category(title="Autres constats", kind="quality", order=99, file="autres.toml")


@dataclass(frozen=True, slots=True)
class Told:
    """One finding and what the grid says to write about it."""

    line: Line
    finding: Finding

    @property
    def check(self) -> str:
        return self.finding.check


@dataclass(frozen=True, slots=True)
class Section:
    """One rubric with its findings, in the order of the grid."""

    category: Category
    told: tuple[Told, ...]

    def of(self, *verdicts: Verdict) -> list[Told]:
        return [t for t in self.told if t.finding.verdict in verdicts]

    @property
    def score(self) -> Mapping[Verdict, int]:
        """Weights of the rubric's lines by verdict. Never a number of @: that is a human jury's."""
        return {v: sum(t.line.weight for t in self.of(v)) for v in Verdict}


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything the draft is written from."""

    grid: Grid
    commune: Commune
    coverage: Coverage
    sections: tuple[Section, ...]
    findings: Mapping[str, Finding]

    def rubrics(self) -> Iterator[Section]:
        return (s for s in self.sections if s.category.kind == "rubric")

    def quality(self) -> Iterator[Section]:
        return (s for s in self.sections if s.category.kind == "quality")


def assess(findings: Sequence[Finding], coverage: Coverage, grid: Grid, given: Commune | None = None) -> Assessment:
    """Each finding under the rubric of its line; a finding that no line speaks of goes to a section of its own, never lost."""
    by_check = {f.check: f for f in findings}
    sections = [
        Section(category, tuple(Told(line, by_check.pop(line.check)) for line in category.lines if line.check in by_check))
        for category in grid.categories
    ]
    if by_check:
        others = tuple(Told(Line(check=check, lack=check, thing=check), finding) for check, finding in by_check.items())
        sections.append(Section(OTHERS, others))
    identity = next((f for f in findings if f.check == "identity"), None)
    commune = Commune.found(identity.facts if identity else {}).with_given(given or Commune())
    return Assessment(grid, commune, coverage, tuple(sections), {f.check: f for f in findings})
