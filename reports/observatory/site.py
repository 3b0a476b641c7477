"""The pages of the observatory: figures and communes in, HTML out; every foreign text escaped, no asset from elsewhere. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports import french
from reports.observatory import map as france_map
from reports.observatory.census import SMALL, Census, Feature, Group, Rubric, Tally, size_name, size_of
from reports.observatory.search import plain
from reports.observed import Observed
from reports.render import chart, words
from reports.render.tree import shown, web

MENU = (
    ("index.html", "Accueil"),
    ("criteres/index.html", "Critères"),
    ("manques.html", "Ce qui manque"),
    ("departements/index.html", "Départements"),
    ("recherche.html", "Recherche"),
    ("methode.html", "Méthode"),
)
ASSETS = {"observatoire.css": "observatory.css", "recherche.js": "search.js"}
"""Where each file of `templates` that pages load is put."""
Row = tuple[str, str, Tally]
"""(name, where it leads or '', figures)."""


def percent(share: float | None) -> str:
    """« 62 % »; what is not nothing is never « 0 % », what is not all never « 100 % »; a dash where nothing could be told."""
    if share is None:
        return "—"
    if 0 < share < 0.005:
        return "<\u00a01\u00a0%"
    if 0.995 <= share < 1:
        return ">\u00a099\u00a0%"
    return f"{round(100 * share)}\u00a0%"


def numbers(tally: Tally) -> str:
    """« 1 014 présents, 87 partiels, 328 absents »."""
    return ", ".join(french.count(number, words.VERDICTS[v]) for v, number in tally.determined.items() if number)


@lru_cache(maxsize=1)
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("reports.observatory"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        web=web, shown=shown, figure=french.figure, counted=french.count, day=french.day, typeset=french.typeset, percent=percent
    )
    made.globals.update(
        strip=chart.strip, key=chart.key, numbers=numbers, patterns=chart.PATTERNS, verdicts=words.VERDICTS,
        map_patterns=france_map.patterns(), menu=MENU, small=SMALL,
    )  # fmt: skip
    return made


def assets() -> Iterator[tuple[str, str]]:
    """(path, text) of what the pages load."""
    for path, name in ASSETS.items():
        yield path, files("reports.observatory").joinpath("templates", name).read_text("utf-8")


class Site:
    """`departments`: code → (name, communes that there are)."""

    def __init__(self, rubrics: Sequence[Rubric], census: Census, made: date, departments: Mapping[str, tuple[str, int]]) -> None:
        self.rubrics, self.census, self.departments = rubrics, census, departments
        self.features = [feature for rubric in rubrics for feature in rubric.features]
        self._always = {"census": census, "made": made, "features": self.features}

    def pages(self) -> Iterator[tuple[str, str]]:
        """(path, HTML) of every page but those of departments and communes."""
        yield "index.html", self._home()
        yield "methode.html", self._made("method.html", "methode.html")
        yield "recherche.html", self._made("search.html", "recherche.html", departments=self._by_name())
        yield "manques.html", self._lacks()
        yield "criteres/index.html", self._criteria()
        for rubric in self.rubrics:
            for feature in rubric.features:
                yield f"criteres/{feature.id}.html", self._criterion(rubric, feature)
        yield "departements/index.html", self._departments()

    def department(self, code: str, towns: Sequence[tuple[str, str]]) -> tuple[str, str]:
        """Of a department, with the (name, INSEE code) of its communes that were read."""
        total = self.departments.get(code, ("", 0))[1]
        group = self.census.departments[code]
        told: dict[str, Any] = {"code": code, "name": self._name(code), "group": group, "total": max(total, group.communes)}
        told["towns"] = sorted(towns, key=lambda town: plain(town[0]))
        rows = [(f.title, f"../criteres/{f.id}.html", group.of(f.id)) for f in self.features]
        return f"departements/{code}.html", self._made("department.html", f"departements/{code}.html", rows=rows, **told)

    def commune(self, town: Observed) -> tuple[str, str]:
        """Of one commune that the census has counted."""
        found = {f.check: f for f in town.findings}
        size = size_of(town.population)
        peers = self.census.sizes[size]
        told = [
            (
                rubric.title,
                [
                    (feature, one.verdict, web(one.proofs[0].url) if one.proofs else "", peers.of(feature.id).share())
                    for feature in rubric.features
                    if (one := found.get(feature.id))
                ],
            )
            for rubric in self.rubrics
        ]
        summed = dict.fromkeys(words.VERDICTS, 0)
        for _, rows in told:
            for _, verdict, _, _ in rows:
                summed[verdict] += 1
        path = f"communes/{town.code}/{town.insee}.html"
        about = {
            "size": size_name(size),
            "peers": peers.communes,
            "few": peers.communes < SMALL,
            "department": self._name(town.code),
        }
        return path, self._made("commune.html", path, town=town, told=told, summed=summed, **about)

    def _home(self) -> str:
        everything = self.census.all.overall
        told = sum(everything.counts.values())
        return self._made(
            "home.html",
            "index.html",
            total=max(sum(total for _, total in self.departments.values()), self.census.all.communes, 1),
            period=self._period(),
            untold=everything.undetermined / told if told else None,
            chart=self._map(self._overall(), "departements/{}.html", fit=True),
            lacking=self.census.least(self.features),
            spread=self.census.least(self.features, "present"),
            by_size=self._by_size(lambda group: group.overall),
            by_year=self._by_year(lambda group: group.overall),
        )

    def _period(self) -> str:
        first, last = self.census.first, self.census.last
        return f"le {french.day(last)}" if first >= last else f"du {french.day(first)} au {french.day(last)}"

    def _departments(self) -> str:
        overall = self._overall()
        rows = [(f"{name} ({code})", f"{code}.html", overall[code]) for name, code in self._by_name()]
        drawn = self._map(overall, "{}.html", fit=True)
        return self._made("departments.html", "departements/index.html", chart=drawn, rows=rows)

    def _overall(self) -> dict[str, Tally]:
        return {code: group.overall for code, group in self.census.departments.items()}

    def _criteria(self) -> str:
        rows = [[(f.title, f"{f.id}.html", self.census.all.of(f.id)) for f in rubric.features] for rubric in self.rubrics]
        return self._made("criteria.html", "criteres/index.html", rubrics=self.rubrics, rows=rows)

    def _criterion(self, rubric: Rubric, feature: Feature) -> str:
        of_departments = {code: group.of(feature.id) for code, group in self.census.departments.items()}
        return self._made(
            "criterion.html",
            f"criteres/{feature.id}.html",
            rubric=rubric,
            feature=feature,
            tally=self.census.all.of(feature.id),
            chart=self._map(of_departments, "../departements/{}.html"),
            by_size=self._by_size(lambda group: group.of(feature.id)),
            by_year=self._by_year(lambda group: group.of(feature.id)),
            by_department=[(f"{n} ({c})", f"../departements/{c}.html", of_departments[c]) for n, c in self._by_name()],
        )

    def _lacks(self) -> str:
        ranked = self.census.least(self.features)
        by_size = []
        for number, group in enumerate(self.census.sizes):
            known = [(group.of(f.id), f) for f in self.features if not group.of(f.id).small]
            worst = sorted(known, key=lambda pair: (-(pair[0].share("absent") or 0), pair[1].title))[:5]
            if worst:
                by_size.append((size_name(number), [(f.title, f"criteres/{f.id}.html", t.share("absent")) for t, f in worst]))
        rows = [(f.title, f"criteres/{f.id}.html", self.census.all.of(f.id)) for f in ranked]
        return self._made("lacks.html", "manques.html", rows=rows, by_size=by_size)

    def _by_size(self, of: Callable[[Group], Tally]) -> list[Row]:
        return [(size_name(n), "", of(group)) for n, group in enumerate(self.census.sizes) if group.communes]

    def _by_year(self, of: Callable[[Group], Tally]) -> list[Row]:
        return [(str(year), "", of(group)) for year, group in sorted(self.census.years.items())]

    def _by_name(self) -> list[tuple[str, str]]:
        """(name, code) of the departments where a commune was read."""
        return sorted(((self._name(code), code) for code in self.census.departments), key=lambda pair: plain(pair[0]))

    def _map(self, tallies: Mapping[str, Tally], link: str, *, fit: bool = False) -> dict[str, Any]:
        """The map and its legend. `fit`: on a scale of its own, for shares that are all alike."""
        scale = france_map.Scale.fitting(tallies.values()) if fit else france_map.Scale()

        def told(code: str) -> str:
            tally = tallies.get(code, Tally())
            few = ", peu de communes" if tally.told and tally.small else ""
            return f"{self._name(code)}\u00a0: {percent(tally.share())}{few}"

        return {"map": france_map.france(tallies, scale, told, link.format), "legend": france_map.legend(scale)}

    def _name(self, code: str) -> str:
        return self.departments.get(code, (code, 0))[0]

    def _made(self, template: str, path: str, **told: Any) -> str:
        root = "../" * path.count("/")
        return environment().get_template(template).render(root=root, here=path, **self._always, **told)
