"""Dates as French sites write them. Pure; a text without a sure date gives none."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

MONTHS = {
    "janvier": 1,
    "janv": 1,
    "jan": 1,
    "fevrier": 2,
    "fevr": 2,
    "fev": 2,
    "mars": 3,
    "avril": 4,
    "avr": 4,
    "mai": 5,
    "juin": 6,
    "juillet": 7,
    "juil": 7,
    "aout": 8,
    "septembre": 9,
    "sept": 9,
    "sep": 9,
    "octobre": 10,
    "oct": 10,
    "novembre": 11,
    "nov": 11,
    "decembre": 12,
    "dec": 12,
}
_PLAIN = str.maketrans("éèêûôàâîÉÈÊÛÔÀÂÎ\u00a0\u202f", "eeeuoaaieeeuoaai  ")
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
_LONG = re.compile(rf"(?<![\w])(?:(\d{{1,2}})(?:er)?[ _-]{{1,3}})?({_NAMES})\.?[ ,_-]{{1,3}}((?:19|20)\d\d)(?!\d)")
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/])")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_/]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<![\d/.,-])((?:19[5-9]|20[0-4])\d)(?![\d/.,-]*\d)")


def dates(text: str) -> Sequence[date]:
    """Every complete day in the text, in no promised order: `1er avril 2025`, `12/05/2025`, `2025-04-01`.

    A month without a day (`avril 2025`) counts as its first day. Impossible days are passed over.
    """
    if len(text) < _SHORT:
        return _of_label(text)
    return tuple(_dates(text))


_SHORT = 300


@lru_cache(maxsize=16384)
def _of_label(text: str) -> tuple[date, ...]:
    """Labels come again on every page."""
    return tuple(_dates(text)) if _DIGIT.search(text) else ()


def _dates(text: str) -> Iterator[date]:
    line = text[:200_000].translate(_PLAIN).lower()
    for day, month, year in _LONG.findall(line):
        yield from _day(int(year), MONTHS[month], int(day or 1))
    for day, _, month, year in _NUMERIC.findall(line):
        yield from _day(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    for year, _, month, day in _ISO.findall(line):
        yield from _day(int(year), int(month), int(day))


def newest(text: str) -> date | None:
    """The latest day in the text, None when it holds none."""
    return max(dates(text), default=None)


def first(text: str) -> date | None:
    """One day of the text: that of a single label or file name, where there is only one to find."""
    return next(iter(dates(text)), None)


def years(text: str) -> list[int]:
    """Plausible years standing alone in the text (1950 to 2049), in order."""
    return [int(y) for y in _YEAR.findall(text)]


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
