"""Census: how many communes offer each feature, in all, by size, by department and by year. Pure.

A share is that of the communes where the feature is `present` among those where it could be told; what could not be told is counted
apart, and a share of few communes says so.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from checks.check import Check
from reports import french
from reports.grid import Grid
from reports.observed import VERDICTS, Observed

SMALL = 10
"""Communes below which a share is flagged: one commune more or less moves it by ten points or more."""
NO_FEATURE = frozenset({"identity", "hosting", "broken_links"})
"""Checks that tell something about a site, but nothing that it offers."""
SIZES = (500, 2_000, 5_000, 10_000, 50_000)
"""Inhabitants from which on a commune is of the next class."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One check as readers see it."""

    id: str
    title: str
    counts: str


@dataclass(frozen=True, slots=True)
class Rubric:
    title: str
    features: tuple[Feature, ...]


def rubrics_of(grid: Grid, checks: Iterable[Check]) -> tuple[Rubric, ...]:
    """The features in the order of the label's grid."""
    known = {
        check.id: Feature(check.id, french.typeset(check.title), french.typeset(check.counts))
        for check in checks
        if check.id not in NO_FEATURE
    }
    told = [(c.title, tuple(known[line.check] for line in c.lines if line.check in known)) for c in grid.categories]
    return tuple(Rubric(french.typeset(title), features) for title, features in told if features)


@dataclass(slots=True)
class Tally:
    """Communes by verdict."""

    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(VERDICTS, 0))

    def add(self, verdict: str, communes: int = 1) -> None:
        if verdict in self.counts:
            self.counts[verdict] += communes

    @property
    def undetermined(self) -> int:
        return self.counts["undetermined"]

    @property
    def told(self) -> int:
        """Where it could be told whether the feature is there: what every share is a share of."""
        return sum(self.counts.values()) - self.undetermined

    @property
    def base(self) -> int:
        """The communes that a share speaks of."""
        return self.told

    @property
    def determined(self) -> dict[str, int]:
        return {verdict: number for verdict, number in self.counts.items() if verdict != "undetermined"}

    def share(self, verdict: str = "present") -> float | None:
        """From 0 to 1; None where nothing could be told."""
        return self.counts[verdict] / self.told if self.told else None

    @property
    def small(self) -> bool:
        return self.base < SMALL


@dataclass(slots=True)
class Group:
    """Communes that something unites, and what they offer."""

    communes: int = 0
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def see(self, commune: Observed) -> None:
        self.communes += 1
        for found in commune.findings:
            self.add(found.check, found.verdict, 1)

    def add(self, check: str, verdict: str, communes: int) -> None:
        if check not in NO_FEATURE:
            self.tallies[check].add(verdict, communes)

    def of(self, check: str) -> Tally:
        return self.tallies.get(check) or Tally()

    @property
    def overall(self) -> Tally:
        """All features together."""
        whole = Overall(communes=self.communes)
        for tally in self.tallies.values():
            for verdict, number in tally.counts.items():
                whole.add(verdict, number)
        return whole


@dataclass(slots=True)
class Overall(Tally):
    """The tally of a group's features together: it counts communes times features, and speaks of communes."""

    communes: int = 0

    @property
    def base(self) -> int:
        return self.communes


class Census:
    """Sees each commune once. `unknown` sites could not be told to be of a commune, `foreign` ones are no commune's."""

    def __init__(self) -> None:
        self.all = Group()
        self.sizes = [Group() for _ in range(len(SIZES) + 2)]
        self.departments: dict[str, Group] = defaultdict(Group)
        self.years: dict[int, Group] = defaultdict(Group)
        self.unknown = self.foreign = 0
        self.first, self.last = date.max, date.min

    def see(self, commune: Observed) -> bool:
        """Whether the commune is counted: only one that is known can be."""
        if not commune.official or not commune.code:
            self.foreign += not commune.official
            self.unknown += commune.official
            return False
        for group in (self.all, self.sizes[size_of(commune.population)], self.departments[commune.code]):
            group.see(commune)
        self.first, self.last = min(self.first, commune.as_of), max(self.last, commune.as_of)
        return True

    def see_year(self, year: int, check: str, verdict: str, communes: int) -> None:
        group = self.years[year]
        group.add(check, verdict, communes)
        group.communes = max(group.communes, sum(group.of(check).counts.values()))

    def least(self, features: Sequence[Feature], verdict: str = "absent") -> list[Feature]:
        """The features by the share of a verdict, the largest first; those of which too little is known are left out."""
        known = [feature for feature in features if not self.all.of(feature.id).small]
        return sorted(known, key=lambda f: (-(self.all.of(f.id).share(verdict) or 0), f.title))


def size_of(population: int | None) -> int:
    """The class of a commune's population; the last one is of those whose population is not known."""
    return len(SIZES) + 1 if population is None else sum(population >= size for size in SIZES)


def size_name(number: int) -> str:
    """« moins de 500 habitants », « 500 à 1 999 habitants », « 50 000 habitants et plus »."""
    if number > len(SIZES):
        return "population inconnue"
    if number == 0:
        return f"moins de {french.figure(SIZES[0])} habitants"
    low = french.figure(SIZES[number - 1])
    return f"{low} à {french.figure(SIZES[number] - 1)} habitants" if number < len(SIZES) else f"{low} habitants et plus"
