"""Document: what a PDF says, and which documents of a site are worth reading. Pure."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import zip_longest
from typing import Any

from crawler.link import Link
from crawler.markup import squeeze
from crawler.url import cut, is_web, join

MAGIC = b"%PDF-"
"""Readers look for it in the first KiB of a file: many have something before it."""
_TYPES = {"application/pdf", "application/x-pdf"}
_UNTOLD = {"application/octet-stream", "binary/octet-stream", "application/force-download", "application/x-download", ""}
_STAMP = re.compile(r"D?:?\s?((?:19|20)\d\d)(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:([+-])(\d\d)'?(\d\d)?)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_PLAIN = str.maketrans("éèêëàâîïôûùçÉÈÊËÀÂÎÏÔÛÙÇ_-+/.%’'", "eeeeaaiiouuceeeeaaiiouuc        ")
# By kind, so that a hundred minutes leave room for one budget. Words of links and of addresses, accents and signs taken off.
_KINDS = tuple(
    re.compile(rf"\b(?:{words})\b")
    for words in (
        r"proces verba(?:l|ux)|comptes? rendus?|deliberations?|delibs?|conseils? municipa(?:l|ux)|seances?|pv|cr|cm",
        r"bulletins?|magazines?|mag|journal|gazettes?|infos? municipales?|lettres? municipales?",
        r"dicrim|pcs|plan communal de sauvegarde|risques? majeurs?",
        r"budgets?|comptes? administratifs?|comptes? financiers?|note de presentation|note synthetique|rob|dob",
        r"rapports?|plans?|plu|plui|padd|projets?|reglements?",
    )
)


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF as far as it was read: `text` of its first pages, capped; `pages` as many as it says it has.

    `made_at` is the day of its own metadata, which is when the file was made, not what it is about. `links` are those a reader can
    click, each with the words under it; their `on` is `url`, the address that answered. `truncated`: there is more than was read.
    """

    url: str
    title: str = ""
    pages: int = 0
    text: str = ""
    links: tuple[Link, ...] = ()
    made_at: date | None = None
    truncated: bool = False


def is_pdf(kind: str, url: str) -> bool:
    """Whether an answer of this media type from this URL may be a PDF."""
    return kind in _TYPES or (kind in _UNTOLD and is_named_pdf(url))


def is_named_pdf(url: str) -> bool:
    """Whether the URL's path ends in .pdf."""
    return cut(url)[3].lower().endswith(".pdf")


def document_of(told: bytes, url: str) -> Document:
    """What the reading process told (JSON), taken with care: it has just read what a stranger wrote. Raises ValueError."""
    said = json.loads(told)
    if not isinstance(said, dict):
        raise ValueError("not an object")
    if said.get("error"):
        raise ValueError(str(said["error"])[:200])
    links = []
    for page, href, words in said.get("links", ()):
        where = join(url, str(href).strip()) if str(href).strip() else None
        if where and is_web(where):
            links.append(Link(where, str(href), squeeze(str(words)), url, "", "main", "pdf", f"page={int(page)}"))
    return Document(
        url=url,
        title=squeeze(_text(said, "title"))[:300],
        pages=int(said.get("pages", 0)),
        text=_lines(_text(said, "text")),
        links=tuple(dict.fromkeys(links)),
        made_at=stamp(_text(said, "created")) or stamp(_text(said, "changed")),
        truncated=bool(said.get("truncated")),
    )


def stamp(value: str) -> date | None:
    """The day (UTC) of a PDF date (`D:20260512143000+02'00'`, ISO 32000-1, 7.9.4); None for nonsense."""
    found = _STAMP.match(value.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second, sign, hours, minutes = found.groups()
    try:
        zone = timezone(timedelta(hours=int(hours), minutes=int(minutes or 0)) * (-1 if sign == "-" else 1)) if sign else UTC
        when = datetime(
            int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=zone
        )
        return when.astimezone(UTC).date()
    except (ValueError, OverflowError):
        return None


def worth_reading(links: Iterable[Link], most: int, interest: Callable[[Link], float]) -> list[Link]:
    """At most `most` links to PDFs that may say something of the town, the kinds in turn: minutes, magazine, risks, budget, plans.

    Within a kind what the checks wait for comes first, then the newest by the years of its words and address, one without a year
    before them all, then what was met first.
    """
    kinds: list[list[tuple[float, int, int, Link]]] = [[] for _ in range(len(_KINDS) + 1)]
    for n, link in enumerate(links):
        if not is_named_pdf(link.href):
            continue
        words = f"{link.text} {link.raw}".translate(_PLAIN).lower()
        promise = interest(link)
        kind = next((k for k, pattern in enumerate(_KINDS) if pattern.search(words)), len(_KINDS))
        if kind < len(_KINDS) or promise > 0:
            year = max(map(int, _YEAR.findall(words)), default=9999)
            kinds[kind].append((-promise, -year, n, link))
    turns = zip_longest(*(sorted(kind, key=lambda one: one[:3]) for kind in kinds))
    return [one[3] for turn in turns for one in turn if one is not None][:most]


def _text(said: Mapping[str, Any], name: str) -> str:
    return str(said.get(name) or "").replace("\x00", "")


def _lines(text: str) -> str:
    return "\n".join(filter(None, map(squeeze, text.splitlines())))
