"""Cards: pieces marked up as articles, or under a title that is a link, that bear their day in a line of its own, in no element that says so.
Pure.
"""

from datetime import date

from selectolax.lexbor import LexborNode

from checks.reading.documents import is_document
from checks.text.dates import begins_with_day, newest
from crawler.markup import squeeze
from crawler.page import Page, derived

_MOST = 40
"""Cards that are read on a page."""
_SAID = "time, [class*=date i], [class*=publi i]"
_LINES = "span, small, p, div, em"
_TITLES = ("h2", "h3", "h4", "h5")
_DAY = 28
"""Characters up to which a line is but a day."""


@derived
def carded(page: Page) -> list[tuple[LexborNode, date]]:
    """The day of each card that no element says by itself, with the line that tells it: « <article><span>3 mars 2026</span><h3>… »."""
    articles = page.outline.nodes("article")[:_MOST]
    cards = [article for article in articles if article.css_first(_SAID) is None]
    cards += [card for title in page.outline.nodes(*_TITLES)[:_MOST] if (card := _card(title))]
    return [line for card in cards if (line := _line(card))]


def _card(title: LexborNode) -> LexborNode | None:
    """What a title that leads to a page of its own shares with no other title."""
    link, up = title.css_first("a[href]"), title.parent
    if link is None or up is None or up.tag not in ("div", "li", "td") or is_document(link.attributes["href"] or ""):
        return None
    return up if len(up.css(", ".join(_TITLES))) == 1 else None


def _line(card: LexborNode) -> tuple[LexborNode, date] | None:
    for node in card.css(_LINES):
        # What holds other elements is longer than a day.
        words = squeeze(node.text(deep=False) or "")
        if 8 <= len(words) <= _DAY and (begins_with_day(words) or words[2:3] in "/.") and (day := newest(words)):
            return node, day
    return None
