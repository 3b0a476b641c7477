"""Rows: the words of the row, or of the title of the card, in which a document or a link that says what one does stands alone. Pure."""

from collections.abc import Iterator
from datetime import date

from selectolax.lexbor import LexborNode

from checks.reading.documents import is_document
from checks.reading.sections import ROW, beneath
from checks.reading.spots import leading, worded
from checks.text.dates import begins_with_day, newest
from checks.text.folding import fold
from checks.text.lexicon import Phrases
from checks.text.traits import Trait
from crawler.heading import Heading
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page, derived

_CALLED = 3
"""Words up to which a document's own label says too little: « PDF », « Télécharger », « octobre 2026 »."""
_ROWS = frozenset(["tr", "li", "p", "dd", "figure", "article"])
_WHOLE = frozenset(["body", "main", "section", "nav", "footer"])
_TITLES = "h2, h3, h4, h5, h6"
_ACTS = frozenset(
    fold(words)
    for words in (
        *("ici", "en ligne", "par internet", "le site", "site", "demander", "réserver", "s'inscrire", "régler", "payer"),
        *("relevés", "déposer", "consulter", "accéder", "cliquez ici", "catalogue", "portail", "choisir", "choisir l'heure"),
        *("inscrivez-vous", "inscrivez-vous ici", "s'inscrire ici", "je m'inscris", "m'inscrire", "inscription ici"),
        *("s'abonner", "abonnez-vous", "abonnez-vous ici", "je m'abonne", "m'abonner", "s'abonner ici", "suivez ce lien"),
        *("par ici", "c'est par ici", "c'est ici", "sur ce lien", "ce lien", "à compléter en ligne", "compléter en ligne"),
        *("accéder au site", "accéder au portail", "accéder au service", "faire la démarche", "faire la demande"),
    )
)
ACTING = Trait(lambda words: len(words) < ROW and fold(words) in _ACTS)
"""Labels that say what one does there, not of what it is."""


@derived
def rows(page: Page) -> list[tuple[Link, str]]:
    """Documents whose own label says too little, each with the words of the row that it stands in alone, or the title of its card."""
    papers = [link for link, _ in leading(page, is_document) if link.text.count(" ") < _CALLED]
    wanted = {link.raw: link for link in (*papers, *(link for link, _ in worded(page, ACTING))) if link.tag == "a"}
    if not wanted:
        return []
    found = []
    told: dict[int, str | None] = {}
    for node in page.outline.nodes("a"):
        link = wanted.get((node.attributes.get("href") or "").strip())
        words = _beside(node, told) if link else ""
        if link and len(link.text) < len(words) <= ROW:
            found.append((link, words))
    return found


def _beside(node: LexborNode, told: dict[int, str | None]) -> str:
    """The words of the row or the title of the card in which a link stands alone; `told`: what was read of each element, by its address."""
    up = node.parent
    while up is not None and up.tag not in _WHOLE:
        if up.mem_id not in told:
            told[up.mem_id] = _named(up)
        words = told[up.mem_id]
        if words is not None:
            return words
        up = up.parent
    return ""


def _named(up: LexborNode) -> str | None:
    title = up.css_first(_TITLES) if up.tag == "div" else None
    if title is None and up.tag not in _ROWS:
        return None
    return "" if len(up.css("a[href]")) > 1 else squeeze((title or up).text(separator=" "))


def columned(page: Page, subject: Phrases, unless: Phrases) -> Iterator[tuple[Link, str]]:
    """Documents in the column of a table whose head names the subject, each with the words of its row."""
    heads = [one for one in page.outline.nodes("th") if subject.within(one.text()) and not unless.within(one.text())]
    papers = {link.raw: link for link, _ in leading(page, is_document)} if heads else {}
    for head in heads[:_TABLES]:
        place, table = [cell.mem_id for cell in _cells(head.parent)].index(head.mem_id), head.parent
        while table is not None and table.tag not in ("table", "body"):
            table = table.parent
        for row in table.css("tr")[:_LINES] if table is not None else ():
            cell = next(iter(_cells(row)[place:]), None)
            anchor = cell.css_first("a[href]") if cell is not None else None
            if anchor is not None and (link := papers.get((anchor.attributes["href"] or "").strip())):
                yield link, squeeze(row.text(separator=" "))


_TABLES, _LINES = 5, 200
"""Tables of a page, and rows of each, that are read by their columns."""


def _cells(row: LexborNode | None) -> list[LexborNode]:
    return [cell for cell in row.iter() if cell.tag in ("td", "th")] if row is not None else []


def dated(page: Page) -> list[tuple[Heading | Link, date, str]]:
    """Headings that begin with a day, each with what stands beneath; documents whose row does (« Le 6 mai 2026, on a vendu le four »)."""
    told = [(one, day, beneath(page, one)) for one in page.headings if begins_with_day(one.text) and (day := newest(one.text))]
    begun = (one for one in rows(page) if begins_with_day(one[1].removeprefix("Le ")))
    papers = [(link, day) for link, said in begun if (day := newest(said))]
    return [*told, *((link, day, "") for link, day in papers)]
