"""Passages: the places of a page's text where a word stands, so that a pattern is only tried there. Pure."""

from collections.abc import Iterator
from re import Match, Pattern

from checks.scan import declare_part, scan
from crawler.page import Page, derived

REACH = 130
"""Characters read before and after the word."""
MOST = 12
"""Places looked at for one word."""


class Around:
    """Lower-case words, or parts of some, around which passages are read."""

    def __init__(self, *words: str) -> None:
        self.words = words
        for word in words:
            declare_part(word)


@derived
def _lowered(page: Page) -> str:
    return page.main_text.lower()


def passages(page: Page, around: Around, reach: int = REACH) -> Iterator[str]:
    """The page's own text around each place where one of the words stands, none twice."""
    standing = scan(page.main_text).standing
    for word in around.words:
        if word not in standing:
            continue
        text, lowered = page.main_text, _lowered(page)
        at = lowered.find(word)
        for _ in range(MOST):
            if at < 0:
                break
            yield text[max(0, at - reach) : at + len(word) + reach]
            at = lowered.find(word, at + len(word) + reach)


def first(page: Page, pattern: Pattern[str], around: Around) -> Match[str] | None:
    """The first match of the pattern around one of the words; it may not reach further than the passage."""
    return next((found for text in passages(page, around) if (found := pattern.search(text))), None)
