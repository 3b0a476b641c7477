"""Cards: pieces marked up as articles that bear their day in a line of its own, in no element that says so. Pure."""

from datetime import date

from selectolax.lexbor import LexborNode

from checks.dates import begins_with_day, newest
from crawler.markup import squeeze
from crawler.page import Page, derived

_MOST = 40
"""Articles that are read on a page."""
_SAID = "time, [class*=date i], [class*=publi i]"
_LINES = "span, small, p, div, em"
_DAY = 28
"""Characters up to which a line is but a day."""


@derived
def carded(page: Page) -> list[tuple[LexborNode, date]]:
    """The day of each article that no element says by itself, with the line that tells it: « <article><span>3 mars 2026</span><h3>… »."""
    articles = page.outline.nodes("article")[:_MOST]
    return [line for article in articles if article.css_first(_SAID) is None and (line := _line(article))]


def _line(article: LexborNode) -> tuple[LexborNode, date] | None:
    for node in article.css(_LINES):
        # What holds other elements is longer than a day.
        words = squeeze(node.text(deep=False) or "")
        if 8 <= len(words) <= _DAY and (begins_with_day(words) or words[2:3] in "/.") and (day := newest(words)):
            return node, day
    return None
