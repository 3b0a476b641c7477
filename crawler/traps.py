"""Traps: what in a URL says that it may be one of endlessly many. Costs and families, no bans. Pure."""

import re
from collections import Counter
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from crawler.url import cut

TOO_LONG = 2000
TOO_DEEP = 25
TOO_REPEATED = 3

_NUMBER = re.compile(r"[0-9a-f]{12,}|\d+", re.I)
# A day, a month or a year where a calendar writes it: a whole segment, or the end of the path.
_DATE_SEGMENT = re.compile(r"(?<![\d.])(?:(?:19|20|21)\d\d-[01]?\d(?:-[0-3]?\d)?|[0-3]?\d-[01]?\d-(?:19|20|21)\d\d)(?!\d)")
_DATE_TAIL = re.compile(r"/(?:19|20|21)\d\d(?:/[01]?\d){0,2}/?\Z")
_DATE_PARAMETER = re.compile(
    r"(?:^|[&;\[_-])(?:months?|mois|years?|annee|ann%C3%A9e|dates?|days?|jours?|weeks?|semaines?|cal\w*|agenda_date"
    r"|tribe-bar-date|ts|timestamp|debut|fin|start_?date|end_?date|[my])\]?=-?\d",
    re.I,
)
_DATE_VALUE = re.compile(r"=(?:19|20|21)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.]|\b)|=(?:19|20|21)\d\d[01]\d(?:[0-3]\d)?(?!\d)", re.I)
_PAGER = re.compile(r"(?:^|&)(?:page|paged|p|pg|start|offset|limitstart|debut_\w+)=\d|/page/\d", re.I)
# Other looks at a page that has its own URL: for the printer, for an answer, sorted, shared, in another calendar format.
_SAME_AGAIN = re.compile(
    r"(?:^|&)(?:print|imprimer|imprim|tmpl|replytocom|share|sort|order|orderby|tri|dir|ical|outlook-ical|format|view_mode"
    r"|add-to-cart|reply|like|action|fontsize|taille|contrast\w*|return_?url|redirect\w*|destination|back)=",
    re.I,
)


class Study(NamedTuple):
    """What a URL's words tell of its family.

    `cost` in the unit of the frontier (about one click), `pattern` the URL with every number and date blanked, `prefix`
    the folder that counts for the share of the budget ('' for the root), `leaf` the last name of the path, `absurd` why the
    URL is not worth a request at all ('' when it is).
    """

    cost: float
    pattern: str
    numbered: bool
    dated: bool
    prefix: str
    leaf: str
    parameters: tuple[str, ...]
    absurd: str


@lru_cache(maxsize=64)
def study(url: str) -> Study:
    """The study of a web URL in WHATWG form."""
    _, _, _, where, query = cut(url)
    segments = [s for s in where.split("/") if s]
    leaf = segments[-1] if segments else ""
    path_dated = _DATE_TAIL.search(where) is not None or _DATE_SEGMENT.search(leaf) is not None
    query_dated = bool(query) and (_DATE_PARAMETER.search(query) or _DATE_VALUE.search(query)) is not None
    dated = path_dated or query_dated
    whole = f"{where}?{query}" if query else where
    # Families have thousands of members: one string for all of them.
    pattern = intern(_NUMBER.sub("#", whole))
    parameters: tuple[str, ...] = ()
    cost = 0.5 * max(0, len(segments) - 4)
    if query:
        parameters = tuple(p.partition("=")[0] for p in query.split("&") if p)
        cost += 1.5 + 0.5 * min(len(parameters), 8)
        if _SAME_AGAIN.search(query):
            cost += 6
    if dated:
        cost += 4
    if _PAGER.search(query or where):
        cost += 2
    absurd = ""
    repeated = len(segments) - len(set(segments))
    if repeated:
        cost += 3 * repeated
        if max(Counter(segments).values()) >= TOO_REPEATED:
            absurd = "repeated path"
    if len(url) > 300:
        cost += 3
        if len(url) > TOO_LONG:
            absurd = "endless URL"
    if len(segments) > TOO_DEEP:
        absurd = "endless URL"
    in_folder = len(segments) > 1 or where.endswith("/")
    prefix = intern(segments[0] if segments and in_folder else leaf if query else "")
    return Study(cost, pattern, "#" in pattern, dated, prefix, leaf, parameters, absurd)
