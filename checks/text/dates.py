"""Dates as French sites write them. Pure; a text without a sure date gives none."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import chain

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
MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
"""Their whole names, as a pattern."""
_PLAIN = str.maketrans("éèêû", "eeeu")
_NAMES = "|".join(name[::-1] for name in MONTHS).replace("e", "[eéèê]").replace("u", "[uû]")
_GAP = "[ \u00a0\u202f,_-]"
_BEFORE = re.compile(rf"{_GAP}{{1,3}}\.?({_NAMES})(?:{_GAP.replace(',', '')}{{1,3}}(?:re)?(\d{{1,2}}))?(?!\w)")
"""What stands before a year, read backwards from it, which tells at once that it is no month: the month, and its day if it has one."""
_LONGEST = 24
"""Characters that these take at most."""
_ONE = re.compile(rf"\D{{0,80}}(?<!\w)(\d{{1,2}}) ({MONTH}) ((?:19|20)\d\d)\D{{0,80}}")
"""What most labels with a figure are: one day in words, and no other figure. A third of the cost of looking for all there may be."""
_AFTER = re.compile(r"([-_/]?)(0[1-9]|1[0-2])\1(0[1-9]|[12]\d|3[01])(?!\d)")
"""A month and its day in numbers, right after a year."""
_PARTING = "-_/"
_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/])")
_PLACES = (r"19(?<!\d19)(?=\d\d)", r"20(?<!\d20)(?=\d\d)", r"/(?=\d\d?/\d\d)", r"\.(?=\d\d?\.\d\d)", r"-(?=\d\d?-\d\d)")
"""A year, and what parts 12/05/25: around these days are looked for."""
# In a long text each by itself: what begins with a plain character is found at once.
_IN_LABEL, _IN_TEXT = re.compile("|".join(_PLACES)), tuple(map(re.compile, _PLACES))
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
    if not _DIGIT.search(text):
        return ()
    if one := _ONE.fullmatch(text):
        day = _day(int(one[3]), _month(one[2][::-1]), int(one[1]))
        return (day,) if day else ()
    return _read(text, [place.start() for place in _IN_LABEL.finditer(text)])


@lru_cache(maxsize=16)
def _of_text(text: str) -> tuple[date, ...]:
    text = text[:_MOST]
    return _read(text, sorted([place.start() for places in _IN_TEXT for place in places.finditer(text)]))


def _read(text: str, places: list[int]) -> tuple[date, ...]:
    """The days around these places: those with the name of the month, those that end with the year, those that begin with it."""
    named: list[date | None] = []
    ended: list[date | None] = []
    begun: list[date | None] = []
    for at in places:
        if text[at] in "/.-":
            if found := _NUMERIC.match(text, max(0, at - 2)) or _NUMERIC.match(text, max(0, at - 1)):
                day, _, month, year = found.groups()
                ended.append(_day(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)))
            continue
        after = at + 4
        follows = text[after : after + 1]
        if not follows.isdecimal() and (found := _BEFORE.match(text[max(0, at - _LONGEST) : at].lower()[::-1])):
            named.append(_day(int(text[at:after]), _month(found[1]), int((found[2] or "1")[::-1])))
        if (follows in _PARTING or follows.isdecimal()) and (found := _AFTER.match(text, after)):
            begun.append(_day(int(text[at:after]), int(found[2]), int(found[3])))
    return tuple([day for day in (*named, *ended, *begun) if day])


def newest(text: str) -> date | None:
    """The latest day in the text, None when it holds none."""
    return max(dates(text), default=None)


def first(text: str) -> date | None:
    """One day of the text: that of a single label or file name, where there is only one to find."""
    return next(iter(dates(text)), None)


_FOLDER = re.compile(r"/(20[0-4][0-9])/(0[1-9]|1[0-2])/")
_BARE = re.compile(rf"(?<!\w)(\d{{1,2}})(?:er)? ({MONTH})(?!\w)", re.I)


def filed(text: str, address: str) -> date | None:
    """The day that a label tells without its year, of the year in which its file was put into the folder of a month.

    >>> filed("Séance du 16 décembre", "/uploads/2027/01/pv.pdf")
    datetime.date(2026, 12, 16)
    """
    put, told = _FOLDER.search(address), _BARE.search(text)
    if not (put and told):
        return None
    year, month = int(put[1]), _month(told[2].lower()[::-1])
    return _day(year if month <= int(put[2]) else year - 1, month, int(told[1]))


_AHEAD = timedelta(100)
_WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def coming(text: str, today: date) -> date | None:
    """A day that the text tells without its year, if it is one of the next hundred and the day of the week that is told.

    >>> coming("Vendredi 11 décembre à 20 h", date(2026, 11, 1)), coming("Jeudi 11 décembre", date(2026, 11, 1))
    (datetime.date(2026, 12, 11), None)
    """
    for told in _BARE.finditer(text):
        month = _month(told[2].lower()[::-1])
        day = _day(today.year + (month < today.month), month, int(told[1]))
        if day and today <= day <= today + _AHEAD:
            named = text[: told.start()].rstrip().lower().rpartition(" ")[2]
            return day if named not in _WEEKDAYS or named == _WEEKDAYS[day.weekday()] else None
    return None


_FIRST = re.compile(r"(?<![\d.,])0?1(?:er)?(?:[ \u00a0\u202f/.-]|$)|-0?1(?!\d)", re.I)
_JANUARY = re.compile(r"(?<!\w)janv?(?:ier)?(?!\w)|(?<!\d)0?1[/.-]", re.I)


def as_told(day: date, text: str) -> date | str:
    """The day that a text tells, as exactly as it tells it: a month (« 2026-11 ») or a year that bears no day counts as its first.

    >>> as_told(date(2026, 11, 1), "Novembre 2026"), as_told(date(2026, 1, 1), "Budget 2026"), as_told(date(2026, 11, 12), "Le 12")
    ('2026-11', '2026', datetime.date(2026, 11, 12))
    """
    if day.day > 1 or _FIRST.search(text):
        return day
    return f"{day:%Y-%m}" if day.month > 1 or _JANUARY.search(text) else f"{day:%Y}"


_BEGINS = re.compile(r"\W{0,3}(?:[a-z]{3,5}di )?\d{1,2}(?:(?:er)? [a-zûé]{3,9} 20|([/.-])\d{1,2}\1(?:20)?)\d\d\b", re.I)


def begins_with_day(text: str) -> bool:
    """« Mardi 3 mars 2026 … », « 3/03/2026 : … »: the label of what is of that day."""
    return _BEGINS.match(text) is not None


def years(text: str) -> list[int]:
    """Plausible years standing alone in the text (1950 to 2049), in order."""
    return [int(year[0]) for year in sorted(chain.from_iterable(c.finditer(text) for c in _YEARS), key=lambda year: year.start())]


@cache
def _month(backwards: str) -> int:
    return MONTHS[backwards[::-1].translate(_PLAIN)]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
