"""Sections: what follows each heading, and the row in which a document stands. Pure."""

from checks.folding import fold
from checks.lexicon import Phrases
from checks.spots import leading, worded
from checks.traits import Trait
from crawler.heading import INLINE, RUN_IN, Heading
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page, derived
from crawler.url import path

REACH = 300
"""Characters of a section that tell what it is about."""
ROW = 160
"""Characters beyond which what surrounds a link is prose."""
DOCUMENTS = (".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".zip", ".rtf")
_CALLED = 3
"""Words up to which a document's own label says too little: « PDF », « Télécharger », « octobre 2026 »."""
_ROWS = frozenset(["tr", "li", "p", "dd", "figure", "article"])


@derived
def _sections(page: Page) -> dict[int, str]:
    """What begins a paragraph ends no section above it; its own ends where the next one begins."""
    parts = [heading for heading in page.headings if heading.level < RUN_IN]
    every = _between(page.main_text, page.headings)
    return every | _between(page.main_text, parts) if len(parts) < len(page.headings) else every


def _between(text: str, headings: list[Heading]) -> dict[int, str]:
    found: dict[int, str] = {}
    last, began = None, 0
    for heading in headings:
        at = text.find(heading.text, began)
        if at < 0:
            continue
        if last is not None:
            found[last] = text[began : min(at, began + REACH)]
        last, began = heading.node.mem_id, at + len(heading.text)
    if last is not None:
        found[last] = text[began : began + REACH]
    return found


def beneath(page: Page, heading: Heading) -> str:
    """The first words under a heading, up to the next one; '' when they are not of the page's own content."""
    words = _sections(page).get(heading.node.mem_id, "")
    return (words[: _room(heading)] if heading.level == RUN_IN else words).strip()


def _room(heading: Heading) -> int:
    """Characters that are left of the paragraph that the heading begins."""
    up = heading.node.parent
    while up is not None and up.tag in INLINE:
        up = up.parent
    return len(squeeze(up.text(separator=" ")).partition(heading.text)[2]) if up is not None else 0


def follow(page: Page, subject: Phrases) -> list[Heading]:
    """The headings under which the first words hold one of the phrases."""
    return [heading for heading in page.headings if subject.within(beneath(page, heading))]


def _is_document(href: str) -> bool:
    return path(href).lower().endswith(DOCUMENTS)


DOCUMENT = Trait(_is_document)
_ACTS = frozenset(
    fold(words)
    for words in (
        *("ici", "en ligne", "par internet", "le site", "site", "demander", "réserver", "s'inscrire", "régler", "payer"),
        *("relevés", "déposer", "consulter", "accéder", "cliquez ici", "catalogue", "portail", "choisir", "choisir l'heure"),
    )
)
ACTING = Trait(lambda words: len(words) < ROW and fold(words) in _ACTS)
"""Labels that say what one does there, not of what it is."""


@derived
def rows(page: Page) -> list[tuple[Link, str]]:
    """Documents whose own label says too little, each with the words of the row that it stands in alone."""
    papers = [link for link, _ in leading(page, DOCUMENT) if link.text.count(" ") < _CALLED]
    wanted = {link.raw: link for link in (*papers, *(link for link, _ in worded(page, ACTING))) if link.tag == "a"}
    if not wanted:
        return []
    found = []
    for node in page.outline.nodes("a"):
        link = wanted.get((node.attributes.get("href") or "").strip())
        up = node.parent if link else None
        while up is not None and up.tag not in _ROWS and up.tag not in ("body", "main", "section", "nav", "footer"):
            up = up.parent
        if link is None or up is None or up.tag not in _ROWS or len(up.css("a[href]")) > 1:
            continue
        words = squeeze(up.text(separator=" "))
        if len(link.text) < len(words) <= ROW:
            found.append((link, words))
    return found
