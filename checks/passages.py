"""Passages: the places of a page's text where a word stands, so that a pattern is only tried there. Pure."""

from collections.abc import Iterator
from re import Match, Pattern

from crawler.page import Page, derived, vocabulary

REACH = 130
"""Characters read before and after the word."""
MOST = 12
"""Places looked at for one word."""


@derived
def _lowered(page: Page) -> str:
    return page.main_text.lower()


@derived
def _spelled(page: Page) -> str:
    """Its different words: what stands in none of them is not searched in the text."""
    return "\n".join(vocabulary(page)).lower()


def passages(page: Page, *words: str, reach: int = REACH) -> Iterator[str]:
    """The page's own text around each place where one of the (lower-case) words stands, none twice."""
    spelled = _spelled(page)
    there = [word for word in words if all(part in spelled for part in word.split())]
    text, lowered = (page.main_text, _lowered(page)) if there else ("", "")
    for word in there:
        at = lowered.find(word)
        for _ in range(MOST):
            if at < 0:
                break
            yield text[max(0, at - reach) : at + len(word) + reach]
            at = lowered.find(word, at + len(word) + reach)


def first(page: Page, pattern: Pattern[str], *words: str) -> Match[str] | None:
    """The first match of the pattern around one of the words; it may not reach further than the passage."""
    return next((found for text in passages(page, *words) if (found := pattern.search(text))), None)
