"""The report as a tagged PDF (PDF/UA-1), by Typst: its template reads the tree as data, in which nothing is markup. Pure."""

import json
import unicodedata
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from typing import Any

import typst

from reports.render.compose import compose
from reports.render.pictures.picture import Picture
from reports.render.tree import Annex, Aside, Block, Call, Heading, Items, Line, Paragraph, Table, Tree, Words
from reports.report import Report

LETTERS = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x241), (0x250, 0x2FF), (0x391, 0x3A1), (0x3A3, 0x3CE), (0x400, 0x45F), (0x490, 0x4C4),
    (0x1E00, 0x1E9B), (0x1E9E, 0x1EF9), (0x2000, 0x200A), (0x2010, 0x2027), (0x202F, 0x2037), (0x2039, 0x203F), (0x2070, 0x2071),
    (0x2074, 0x208E), (0x20A0, 0x20B5), (0x2100, 0x2103), (0x2115, 0x2117), (0x2122, 0x2122), (0x2153, 0x2184), (0x2190, 0x2220),
    (0x2500, 0x2600), (0x2660, 0x2667),
)  # fmt: skip
"""What the faces that come with Typst can show, upright, slanted and bold: PDF/UA allows no letter that cannot be seen, and refuses the whole file for one."""
UNSHOWN = "□"


def pdf(report: Report) -> bytes:
    """The whole report."""
    tree = compose(report)
    pictures = [block for part in tree.parts for block in part.blocks if isinstance(block, Picture)]
    sources = {"main.typ": _template(), "data.json": json.dumps(_told(tree)).encode("ascii")}
    sources |= {f"{picture.name}.svg": shown(str(picture.svg)).encode() for picture in pictures}
    moment = int(datetime.fromisoformat(tree.made_at).timestamp()) if tree.made_at else None
    # Its type hints do not know that several files may be given by name.
    made: bytes = typst.compile(  # type: ignore[call-overload]
        sources, format="pdf", pdf_standards=["ua-1"], ignore_system_fonts=True, timestamp=moment
    )
    return made


@lru_cache(maxsize=1)
def _template() -> bytes:
    return files("reports.render").joinpath("templates/report.typ").read_bytes()


def shown(text: str) -> str:
    """Text whose every letter can be seen: composed, and □ for the others."""
    return "".join(c if any(a <= ord(c) <= b for a, b in LETTERS) else UNSHOWN for c in unicodedata.normalize("NFC", text))


def _told(tree: Tree) -> dict[str, Any]:
    return {
        "title": shown(tree.title),
        "site": _words(tree.site),
        "lines": [shown(said) for said in tree.lines],
        "standing": shown(tree.standing),
        "signed": shown(tree.signed),
        "parts": [{"title": shown(part.title), "blocks": [_block(block) for block in part.blocks]} for part in tree.parts],
    }


def _block(block: Block) -> dict[str, Any]:
    return {"kind": type(block).__name__} | dict(_inside(block))


def _inside(block: Block) -> Iterator[tuple[str, Any]]:
    match block:
        case Paragraph():
            yield "line", _line(block.line)
        case Heading():
            yield "text", shown(block.text)
        case Items():
            yield "lines", [_line(said) for said in block.lines]
        case Aside():
            yield from (("title", shown(block.title)), ("lines", [_line(said) for said in block.lines]))
        case Table():
            yield from (("columns", [shown(c) for c in block.columns]), ("figures", list(block.figures)))
            yield "rows", [[_line(cell) for cell in row] for row in block.rows]
        case Picture():
            yield from (("file", f"{block.name}.svg"), ("title", shown(block.title)), ("told", shown(block.told)))
        case Annex():
            yield "notes", [{"number": n.number, "quote": _words(n.quote), "about": _line(n.about)} for n in block.notes]


def _line(bits: Line) -> list[dict[str, Any]]:
    return [{"call": bit.number} if isinstance(bit, Call) else _words(bit) for bit in bits]


def _words(bit: Words) -> dict[str, str]:
    return {"text": shown(bit.text), "mark": bit.mark, "href": bit.href}
