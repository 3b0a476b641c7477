"""Passages: the places of a page's text where a word stands, so that a pattern is only tried there. Pure."""

import re
from collections.abc import Iterator
from functools import cache
from re import Match, Pattern

from checks.text.excerpts import excerpts, spans
from checks.text.scan import declare_part, is_distinct, scan
from crawler.page import Page, derived

REACH = 130
"""Characters read before and after the word."""
MOST = 12
"""Places looked at for one word."""


class Around:
    """Lower-case words, or parts of some, around which passages are read."""

    def __init__(self, *words: str) -> None:
        self.words = tuple((word, small(word)) for word in words)
        self.every = frozenset(words)
        self.short = {word for word in words if not is_distinct(word)}
        for word in words:
            if word not in self.short:
                declare_part(word)


_BEYOND = (("’", "\x92"), ("œ", "\x9c"), ("Œ", "\x9c"))
"""What French has besides Latin-1, and the bytes that stand for it."""
_SMALL = bytes(ord(low) if len(low := chr(n).lower()) == 1 else n for n in range(256))


def small(text: str) -> bytes:
    """The text in small letters, one byte a character, each where it was: a third of the cost of `str.lower`."""
    for character, byte in _BEYOND:
        if character in text:
            text = text.replace(character, byte)
    return text.encode("latin-1", "replace").translate(_SMALL)


@derived
def _lowered(page: Page) -> bytes:
    return small(page.main_text)


def passages(page: Page, around: Around, reach: int = REACH) -> Iterator[str]:
    """The page's own text around each place where one of the words stands, none twice."""
    text = page.main_text
    return (text[begin:end] for begin, end in _windows(page, around, reach))


def _windows(page: Page, around: Around, reach: int) -> Iterator[tuple[int, int]]:
    """Where these passages begin and end."""
    for word in _there(page, around):
        lowered, beyond = _lowered(page), len(word) + reach
        at = lowered.find(word)
        for _ in range(MOST):
            if at < 0:
                break
            yield max(0, at - reach), at + beyond
            at = lowered.find(word, at + beyond)


def near(page: Page, around: Around, before: int, after: int) -> str:
    """All that stands so many characters before and after one of the words, in its order; a full stop between what is apart."""
    return excerpts(page.main_text, places(page, around), before, after, " . ")


def places(page: Page, around: Around) -> list[tuple[int, int]]:
    """Where one of the words begins and ends in the page's own text, in order."""
    return sorted(span for word in _there(page, around) for span in spans(_lowered(page), word))


def just_before(page: Page, words: str, reach: int) -> str:
    """So many characters of the page's own text before the first place where the words stand; '' where they do not."""
    at = page.main_text.find(words)
    return page.main_text[max(0, at - reach) : at] if at >= 0 else ""


def stand(page: Page, around: Around) -> bool:
    """Whether one of the words may stand in the page's own text."""
    return bool(_there(page, around))


def _there(page: Page, around: Around) -> list[bytes]:
    """The words that may stand in the page's own text, as they do in its small letters."""
    standing = scan(page.main_text).standing
    if standing.isdisjoint(around.every) and not around.short:
        return []
    return [said for word, said in around.words if word in standing or word in around.short]


def first(page: Page, pattern: Pattern[str], around: Around) -> Match[str] | None:
    """The first match of the pattern around one of the words; it may not reach further than the passage."""
    told = _windows(page, around, REACH)
    small = hint(pattern)
    if small is not None and (lower := _lower(page)) is not None:
        told = (window for window in told if small.search(lower, *window))
    text = page.main_text
    return next((found for begin, end in told if (found := pattern.search(text[begin:end]))), None)


@derived
def _lower(page: Page) -> str | None:
    """The page's own text in small letters; None where some are written with more characters than the capitals."""
    lower = page.main_text.lower()
    return lower if len(lower) == len(page.main_text) else None


_CAPITAL = re.compile(r"\\.|\(\?P|[A-ZÀ-ÝŒ]")
"""A capital of a pattern; with what begins with none, though it has one."""


@cache
def hint(pattern: Pattern[str]) -> Pattern[str] | None:
    """For a pattern that does not mind capitals, the same of a text in small letters: most passages have nothing, and it tells so at half
    the cost. None for others."""
    if not pattern.flags & re.I:
        return None
    return re.compile(
        _CAPITAL.sub(lambda said: said[0] if said[0][1:] else said[0].lower(), pattern.pattern), pattern.flags & ~re.I
    )
