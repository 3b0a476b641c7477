"""Coverage: how much of the grid is present, partial, inactive, absent or to be verified; by rubric, or by commune. Pure."""

from collections.abc import Mapping, Sequence

from reports.render.pictures import ink
from reports.render.pictures.picture import Picture
from reports.render.words import VERDICTS

ROW = 50


def by_rubric(scores: Sequence[tuple[str, Mapping[str, int]]]) -> Picture:
    """`scores`: title of the rubric, and the weights of its findings by verdict."""
    return _bars("coverage", "Constats par rubrique", "Rubrique", scores)


def by_commune(scores: Sequence[tuple[str, Mapping[str, int]]]) -> Picture:
    """`scores`: name of the commune, and how many findings it has by verdict."""
    return _bars("communes", "Constats par commune", "Commune", scores)


def _bars(name: str, title: str, what: str, scores: Sequence[tuple[str, Mapping[str, int]]]) -> Picture:
    samples, y = ink.legend(name, VERDICTS, 2)
    shapes = [samples]
    for label, counts in scores:
        shapes.append(ink.text(0, y + 12, label))
        shapes.append(ink.bar(name, counts, y + 18))
        shapes.append(ink.text(0, y + 44, ink.shares(counts, VERDICTS), size=11, ink=ink.SOFT))
        y += ROW + 4
    told = ink.told(title, [f"{label}\u00a0: {ink.shares(counts, VERDICTS)}" for label, counts in scores])
    rows = tuple((label, *(_share(counts, verdict) for verdict in VERDICTS)) for label, counts in scores)
    columns = (what, *(words.capitalize() for words in VERDICTS.values()))
    return Picture(name, title, told, ink.picture(name, title, told, y, shapes), columns, rows)


def _share(counts: Mapping[str, int], verdict: str) -> str:
    total = sum(counts.values())
    return f"{100 * counts.get(verdict, 0) / total:.0f}\u00a0%" if total else "–"
