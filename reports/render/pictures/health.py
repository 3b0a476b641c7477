"""Health of the links: how many answer, how many are dead, and why the others could not be told. Pure."""

from reports import french
from reports.links import LinksRecord
from reports.phrases import clean
from reports.render.links import DEAD, UNTOLD
from reports.render.pictures import ink
from reports.render.pictures.picture import Picture

NAME, TITLE = "health", "État des liens"
ANSWERS = {"present": "répondent", "inactive": "n’existent plus", "undetermined": "n’ont pu être jugés"}
MOST = 8
"""Reasons that are drawn; all of them are in the table."""
ROW = 34


def links(record: LinksRecord) -> Picture:
    """One bar for all that was asked, one for each reason why the rest does not answer."""
    counts = {"present": record.alive, "inactive": record.dead, "undetermined": record.unverifiable}
    samples, y = ink.legend(NAME, ANSWERS, 2)
    shapes = [samples, ink.bar(NAME, counts, y)]
    shapes.append(ink.text(0, y + 28, _figures(counts), size=11, ink=ink.SOFT))
    y += 46
    reasons = sorted(record.by_reason.items(), key=lambda pair: (-pair[1], pair[0]))
    most = max((n for _, n in reasons), default=1)
    for reason, number in reasons[:MOST]:
        shapes.append(ink.text(0, y + 10, said(reason), size=12, room=ink.WIDTH - 50))
        shapes.append(ink.text(ink.WIDTH, y + 10, french.figure(number), size=12, anchor="end"))
        shapes.append(
            ink.box(NAME, "inactive" if reason in DEAD else "undetermined", 0.5, y + 15, (ink.WIDTH - 1) * number / most, 8)
        )
        y += ROW
    rows = [(words.capitalize(), french.figure(counts[verdict])) for verdict, words in ANSWERS.items()]
    rows += [(said(reason), french.figure(number)) for reason, number in reasons]
    told = ink.told(TITLE, [_figures(counts), *(f"{said(reason)}\u00a0: {french.figure(number)}" for reason, number in reasons)])
    return Picture(NAME, TITLE, told, ink.picture(NAME, TITLE, told, y, shapes), ("Réponse", "Liens"), tuple(rows))


def said(reason: str) -> str:
    """« Page introuvable » of an outcome."""
    return french.typeset(french.capital(DEAD.get(reason) or UNTOLD.get(reason, clean(reason))))


def _figures(counts: dict[str, int]) -> str:
    return ", ".join(f"{french.figure(counts[verdict])} {words}" for verdict, words in ANSWERS.items() if counts[verdict])
