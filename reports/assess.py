"""Assess: findings placed in the rubrics of a grid. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from checks.finding import Coverage, Finding, Verdict
from reports.commune import Commune
from reports.compliance import Duty, duties
from reports.grid import Grid
from reports.identity import answers_itself
from reports.phrases import clean
from reports.rubric import Category, Line

OTHERS = Category(title="Autres constats", kind="quality", order=99, file="autres.toml")
"""Where a check that no line of the grid speaks of is told: a plugin's, as those of the house all have theirs."""


@dataclass(frozen=True, slots=True)
class Told:
    """One finding and what the grid says to write about it."""

    line: Line
    finding: Finding

    @property
    def check(self) -> str:
        return self.finding.check

    @property
    def slight(self) -> bool:
        """Whether it is told as what the site only speaks of."""
        return self.finding.slight and bool(self.line.topic)

    @property
    def away(self) -> bool:
        """Whether all that was seen are links to another site."""
        return bool(self.finding.evidence) and all(
            o.proof in ("label", "host") and _host(o.target) not in ("", _host(o.url)) for o in self.finding.evidence
        )


@dataclass(frozen=True, slots=True)
class Section:
    """One rubric with its findings, in the order of the grid."""

    category: Category
    told: tuple[Told, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(t.finding for t in self.told)

    def of(self, *verdicts: Verdict) -> list[Told]:
        return [t for t in self.told if t.finding.verdict in verdicts]

    @property
    def score(self) -> Mapping[Verdict, int]:
        """Weights of the rubric's lines by verdict. Never a number of @: that is a human jury's."""
        return {v: sum(t.line.weight for t in self.of(v)) for v in Verdict}


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything the draft is written from. `findings` holds all of them, by check; `duties` are what the law asks."""

    grid: Grid
    commune: Commune
    coverage: Coverage
    sections: tuple[Section, ...]
    findings: Mapping[str, Finding]
    duties: tuple[Duty, ...] = ()

    def rubrics(self) -> Iterator[Section]:
        return (s for s in self.sections if s.category.kind == "rubric")

    def quality(self) -> Iterator[Section]:
        return (s for s in self.sections if s.category.kind == "quality")


def assess(
    findings: Sequence[Finding],
    coverage: Coverage,
    grid: Grid,
    given: Commune | None = None,
    titles: Mapping[str, str] | None = None,
) -> Assessment:
    """Each finding under the rubric of its line; one that no line speaks of goes to a section of its own, never lost.

    `titles`: check id → French title, for the checks without a line.
    """
    identity = next((f for f in findings if f.check == "identity"), None)
    commune = Commune.found(identity.facts if identity else {}).with_given(given or Commune())
    findings = [_grouped(f, commune) for f in findings]
    loose = {f.check: f for f in findings}
    sections = [
        Section(category, tuple(Told(line, loose.pop(line.check)) for line in category.lines if line.check in loose))
        for category in grid.categories
    ]
    if loose:
        sections.append(Section(OTHERS, tuple(Told(_line(f.check, titles or {}), f) for f in loose.values())))
    by_check = {f.check: f for f in findings}
    bound = coverage.pages > 0 and answers_itself(identity)
    law = duties(grid.obligations, by_check, commune, coverage.as_of) if bound else ()
    return Assessment(grid, commune, coverage, tuple(sections), by_check, law)


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _grouped(finding: Finding, commune: Commune) -> Finding:
    """The grouping by its official name, unless the site has a section under the name it uses."""
    facts = finding.facts
    own = facts.get("name") and facts["name"] == facts.get("rubric")
    if finding.check != "intercommunality" or own or not commune.epci:
        return finding
    return replace(finding, facts={**finding.facts, "name": commune.epci})


def _line(check: str, titles: Mapping[str, str]) -> Line:
    """A plain line for a check that the grid does not know."""
    name = clean(titles.get(check, check)).translate(str.maketrans("[]{}", "()()"))
    return Line(
        check=check,
        said=(f"Le critère « {name} » est satisfait.",),
        partial=(f"Le critère « {name} » n'est satisfait qu'en partie.",),
        inactive=(f"un lien (malheureusement inactif) pour le critère « {name} »",),
        lack=f"ce qui répondrait au critère « {name} »",
        absent=(f"Le critère « {name} » n'est pas satisfait.",),
        ask=(f"Le critère « {name} » est-il satisfait ?",),
    )
