"""Dates as French sites write them. Pure; a text without a sure date gives none."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import chain

from checks.excerpts import excerpts

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
_PLAIN = str.maketrans("éèêû", "eeeu")
_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True)).replace("e", "[eéèê]").replace("u", "[uû]")
_GAP = "[ \u00a0\u202f,_-]"
_LONG = re.compile(
    rf"(?<![\w])(?:(\d{{1,2}})(?:er)?{_GAP.replace(',', '')}{{1,3}})?({_NAMES})\.?{_GAP}{{1,3}}((?:19|20)\d\d)(?!\d)"
)
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/])")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_/]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
# A year of four digits, or the end of 12/05/25. Each begins with a plain character, which is found at once.
_NUMBERS = tuple(map(re.compile, (r"19\d\d", r"20\d\d", r"/\d\d?/\d\d", r"\.\d\d?\.\d\d", r"-\d\d?-\d\d")))
_CLOSE = re.compile(r"[-/._]\d|\d{5}")
"""What days have that are all numbers."""
_DIGIT = re.compile("[0-9]")
_YEARS = tuple(
    re.compile(rf"{century}(?<![\d/.,-]{century})[{decades}]\d(?![\d/.,-]*\d)") for century, decades in ((19, "5-9"), (20, "0-4"))
)


def dates(text: str) -> Sequence[date]:
    """Every complete day in the text, in no promised order: `1er avril 2025`, `12/05/2025`, `2025-04-01`.

    A month without a day (`avril 2025`) counts as its first day. Impossible days are passed over.
    """
    return _of_label(text) if len(text) < _SHORT else _of_text(text)


_SHORT, _MOST = 300, 200_000


@lru_cache(maxsize=4096)
def _of_label(text: str) -> tuple[date, ...]:
    """Labels come again on every page."""
    return _dates(text) if _DIGIT.search(text) else ()


@lru_cache(maxsize=16)
def _of_text(text: str) -> tuple[date, ...]:
    """Only what stands around a number with years in it is read closely."""
    text = text[:_MOST]
    places = sorted(number.span() for numbers in _NUMBERS for number in numbers.finditer(text))
    return _dates(excerpts(text, places, 24, 12, "\n"))


def _dates(text: str) -> tuple[date, ...]:
    line = text[:_MOST].lower()
    told = [(int(year), MONTHS[month.translate(_PLAIN)], int(day or 1)) for day, month, year in _LONG.findall(line)]
    if _CLOSE.search(line):
        told += [(int(y) + (2000 if len(y) == 2 else 0), int(month), int(day)) for day, _, month, y in _NUMERIC.findall(line)]
        told += [(int(year), int(month), int(day)) for year, _, month, day in _ISO.findall(line)]
    return tuple(day for day in map(_day, told) if day)


def newest(text: str) -> date | None:
    """The latest day in the text, None when it holds none."""
    return max(dates(text), default=None)


def first(text: str) -> date | None:
    """One day of the text: that of a single label or file name, where there is only one to find."""
    return next(iter(dates(text)), None)


def years(text: str) -> list[int]:
    """Plausible years standing alone in the text (1950 to 2049), in order."""
    return [int(year[0]) for year in sorted(chain.from_iterable(c.finditer(text) for c in _YEARS), key=lambda year: year.start())]


def _day(told: tuple[int, int, int]) -> date | None:
    try:
        return date(*told)
    except ValueError:
        return None
