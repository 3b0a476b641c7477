"""Coverage: how much of the grid is present, partial, inactive, absent or to be verified; by rubric, or by commune. Pure."""

from collections.abc import Mapping, Sequence
from textwrap import wrap

from reports.phrases import clean
from reports.render.pictures import ink
from reports.render.pictures.picture import Picture
from reports.render.words import VERDICTS

ROW, LINE, LETTERS = 40, 14, 58
"""Heights of a bar with its name and of a line of figures, and how many letters that line takes."""


def by_rubric(scores: Sequence[tuple[str, Mapping[str, int]]]) -> Picture:
    """`scores`: title of the rubric, and the weights of its findings by verdict."""
    return _bars("coverage", "Constats par rubrique", "Rubrique", scores)


def by_commune(scores: Sequence[tuple[str, Mapping[str, int]]]) -> Picture:
    """`scores`: name of the commune, and how many findings it has by verdict."""
    return _bars("communes", "Constats par commune", "Commune", scores)


def _bars(name: str, title: str, what: str, scores: Sequence[tuple[str, Mapping[str, int]]]) -> Picture:
    scores = [(clean(label, 200), counts) for label, counts in scores]
    samples, y = ink.legend(name, VERDICTS, 2)
    shapes = [samples]
    for label, counts in scores:
        shapes.append(ink.text(0, y + 12, label))
        shapes.append(ink.bar(name, counts, y + 18))
        for said in wrap(ink.shares(counts, VERDICTS), LETTERS):
            shapes.append(ink.text(0, y + 44, said, size=11, ink=ink.SOFT))
            y += LINE
        y += ROW
    told = ink.told(title, [f"{label}\u00a0: {ink.shares(counts, VERDICTS)}" for label, counts in scores])
    rows = tuple((label, *(f"{share}\u00a0%" for share in ink.percents(counts).values())) for label, counts in scores)
    columns = (what, *(words.capitalize() for words in VERDICTS.values()))
    return Picture(name, title, told, ink.picture(name, title, told, y, shapes), columns, rows)
