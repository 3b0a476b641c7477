"""Tree: a report as a document made of headings, paragraphs, lists, tables, pictures and notes. What every format is written from.

Foreign text comes in by `foreign` and `address` alone: there it loses its control, format and direction characters, once for all
formats, and an address that no browser should follow loses its link. Each format escapes for itself. Pure.
"""

import re
from dataclasses import dataclass
from typing import Literal

from reports.phrases import clean
from reports.render.pictures.picture import Picture

LONGEST = 2000
"""Characters of one foreign text that are printed."""
_UNSAFE = re.compile(r"[^A-Za-z0-9:/?#@!$&',;=%._~+-]")


@dataclass(frozen=True, slots=True)
class Words:
    """Text in a line. `href` is a web address, or '' when it leads nowhere."""

    text: str
    mark: Literal["", "quote", "code", "strong", "soft"] = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A note is called here."""

    number: int


Line = tuple[Words | Call, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside a section."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Aside:
    """What is said to the reviewer alone, never to be published."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`columns`: the titles of the columns, `short` what stands for them where there is no room; figures stand to the right."""

    columns: tuple[str, ...]
    short: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    figures: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """One proof: the words of the site, then what they prove, where and when they were read."""

    number: int
    quote: Words
    about: Line


@dataclass(frozen=True, slots=True)
class Annex:
    """The notes, in the order in which they are called."""

    notes: tuple[Note, ...]


Block = Heading | Paragraph | Items | Aside | Table | Picture | Annex


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part. `kind`: notice, rubric, focus, list, quality as in the draft; overview, coverage, links, proofs and the like."""

    title: str
    kind: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """The whole document. `lines`: the header's, under its title; `standing`: what the document is; `signed`: what it ends with."""

    title: str
    site: Words
    lines: tuple[str, ...]
    standing: str
    parts: tuple[Part, ...]
    signed: str
    made_at: str


def foreign(text: str, mark: Literal["", "quote", "code", "strong", "soft"] = "") -> Words:
    """Foreign text as every format may print it."""
    return Words(shown(text), mark)


def shown(text: str) -> str:
    """Foreign text without control, format or direction characters, and not endless."""
    return clean(text, LONGEST)


def web(url: str) -> str:
    """The address in plain ASCII when it may be a link (http, https), '' when it may only be printed."""
    return _UNSAFE.sub(_percent, url) if url.lower().startswith(("http://", "https://")) else ""


def address(url: str) -> Words:
    """A web address as a link, in plain ASCII; any other as text."""
    return Words(shown(url), href=web(url))


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))


def figures_of(picture: Picture) -> Table:
    """A picture for who does not draw: its figures."""
    rows = tuple(tuple((Words(cell),) for cell in row) for row in picture.rows)
    return Table(picture.columns, picture.columns, rows, tuple(range(1, len(picture.columns))))


def text_of(line: Line) -> str:
    """The words of a line, without its calls."""
    return "".join(bit.text for bit in line if isinstance(bit, Words))


def line(*bits: Words | str) -> Line:
    """A line of words of ours, whose spaces count, and foreign ones."""
    return tuple(Words(bit) if isinstance(bit, str) else bit for bit in bits)
