"""Change over audits: the findings of one site, audit by audit. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from reports import french
from reports.render.pictures import ink
from reports.render.pictures.picture import Picture
from reports.render.words import VERDICTS

NAME, TITLE = "history", "Évolution d’un audit à l’autre"
MOST = 8
"""Audits drawn: the last ones."""
HEIGHT, LEFT = 150, 34


def history(audits: Sequence[tuple[date, Mapping[str, int]]]) -> Picture:
    """`audits`: the day of each and how many findings it has by verdict, oldest first; one column an audit."""
    drawn = audits[-MOST:]
    samples, top = ink.legend(NAME, VERDICTS, 2)
    most = max((sum(counts.values()) for _, counts in drawn), default=0) or 1
    base = top + HEIGHT
    shapes = [samples, *_scale(most, base)]
    room = (ink.WIDTH - LEFT) / max(len(drawn), 1)
    breadth = min(room * 0.62, 44)
    for turn, (day, counts) in enumerate(drawn):
        x, y = LEFT + room * turn + (room - breadth) / 2, base
        for verdict in VERDICTS:
            high = HEIGHT * counts.get(verdict, 0) / most
            if high:
                shapes.append(ink.box(NAME, verdict, x, y - high + 0.8, breadth, max(high - 1.6, 0.8)))
            y -= high
        shapes.append(ink.text(x + breadth / 2, base + 15, f"{day:%d/%m}", size=11, ink=ink.SOFT, anchor="middle"))
        shapes.append(ink.text(x + breadth / 2, base + 28, str(day.year), size=11, ink=ink.SOFT, anchor="middle"))
    lines = [f"{french.day(day)}\u00a0: {_figures(counts)}" for day, counts in drawn]
    told = ink.told(TITLE, lines)
    rows = tuple((french.day(day), *(french.figure(counts.get(v, 0)) for v in VERDICTS)) for day, counts in drawn)
    columns = ("Audit", *(words.capitalize() for words in VERDICTS.values()))
    return Picture(NAME, TITLE, told, ink.picture(NAME, TITLE, told, base + 34, shapes), columns, rows)


def _scale(most: int, base: float) -> list[str]:
    made = []
    for part in (0, 0.5, 1):
        y = base - HEIGHT * part
        made.append(f'<path d="M{LEFT} {y:g}H{ink.WIDTH}" stroke="{ink.FAINT}"/>')
        made.append(ink.text(LEFT - 6, y + 4, french.figure(round(most * part)), size=11, ink=ink.SOFT, anchor="end"))
    return made


def _figures(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{words} {french.figure(counts[v])}" for v, words in VERDICTS.items() if counts.get(v))
