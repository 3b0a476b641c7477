"""The report as plain text in the label's own layout: what would be published, then, under a line, what the reviewer works with. Pure."""

import re
from collections.abc import Iterator

from reports import french
from reports.render import words
from reports.render.compose import compose
from reports.render.pictures.picture import Picture
from reports.render.tree import Annex, Aside, Block, Heading, Items, Line, Paragraph, Part, Table, Tree, text_of
from reports.report import Report

PUBLISHED = ("rubric", "focus", "list")
RULE = "_" * 72


def label(report: Report) -> str:
    """Address, NAME, place, inhabitants, mayor; « - Rubrique », its paragraphs; « Focus initiatives : »; years and @ by a tab."""
    tree = compose(report)
    lines = [*_header(report, tree)]
    for part in tree.parts:
        if part.kind in PUBLISHED and not all(isinstance(block, Aside) for block in part.blocks):
            lines += _published(part)
    lines += [RULE, "", tree.standing, ""]
    for part in tree.parts:
        lines += _annexed(part)
    return re.sub(r"\n{4,}", "\n\n\n", "\n".join([*lines, RULE, "", tree.signed])).strip() + "\n"


def _header(report: Report, tree: Tree) -> Iterator[str]:
    yield from (words.host(report.url), "", tree.title, "", *tree.lines, "", "", "")


def _published(part: Part) -> Iterator[str]:
    title = {"rubric": f"- {part.title}", "focus": f"{part.title}{french.NBSP}:"}.get(part.kind, part.title)
    is_history = part.kind == "list" and all(_year(said) for b in part.blocks if isinstance(b, Items) for said in b.lines)
    yield from (title if part.kind != "list" or is_history else f"{title}{french.NBSP}:", "")
    for block in part.blocks:
        match block:
            case Paragraph():
                yield from (text_of(block.line), "")
            case Items():
                yield from (_year(said) or f"- {text_of(said)}" for said in block.lines)
                yield ""


def _year(said: Line) -> str:
    """« 2010 », a tab, « @@@@@ »; '' when the line tells no participation."""
    found = re.fullmatch(r"(\d{4})\s*(@{0,5})", text_of(said))
    return f"{found.group(1)}\t{found.group(2)}" if found else ""


def _annexed(part: Part) -> Iterator[str]:
    """What stands under the line: of a published part only what is put to the reviewer."""
    blocks = [b for b in part.blocks if isinstance(b, Aside)] if part.kind in PUBLISHED else part.blocks
    if blocks:
        yield from (part.title.upper() if part.kind not in PUBLISHED else part.title, "")
    for block in blocks:
        yield from (*_block(block), "")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield text_of(block.line)
        case Heading():
            yield block.text
        case Items():
            yield from (f"- {text_of(said)}" for said in block.lines)
        case Aside():
            yield from (f"{block.title}{french.NBSP}:", *(f"- {text_of(said)}" for said in block.lines))
        case Table():
            yield from (f"- {' ; '.join(map(text_of, row))}" for row in block.rows)
        case Picture():
            yield f"{block.title}{french.NBSP}:"
            yield from (f"- {_figures(block.columns, row)}" for row in block.rows)
        case Annex():
            yield from (f"[{n.number}] «{french.NBSP}{n.quote.text}{french.NBSP}» {text_of(n.about)}" for n in block.notes)


def _figures(columns: tuple[str, ...], row: tuple[str, ...]) -> str:
    told = row[1:] if len(row) == 2 else [f"{column.lower()} {cell}" for column, cell in zip(columns[1:], row[1:], strict=True)]
    return f"{row[0]}{french.NBSP}: {', '.join(told)}"
