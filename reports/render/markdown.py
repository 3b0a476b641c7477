"""The report as Markdown, with footnotes. Text of the site is escaped: it can be quoted, never be markup. Pure."""

import re
from collections.abc import Iterator

from reports import french
from reports.phrases import clean
from reports.render.compose import compose
from reports.render.pictures.picture import Picture
from reports.render.tree import Annex, Aside, Block, Call, Heading, Items, Line, Paragraph, Table, Words, figures_of
from reports.report import Report

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=>])")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|vbscript|www)([:.])|(?<=\w)@(?=\w)")
_LONGEST = 4000
_AROUND = {"quote": (f"«{french.NBSP}", f"{french.NBSP}»"), "soft": ("*", "*"), "strong": ("**", "**")}


def escape(text: str) -> str:
    """Foreign text on one line, with every mark of Markdown and HTML and every address taken as letters; its outer spaces stay."""
    body = clean(text, _LONGEST)
    body = _MARKS.sub(r"\\\1", body)
    body = _AUTOLINK.sub(lambda m: f"{m.group(1)}&#{ord(m.group(2))};" if m.group(1) else "&#64;", body)
    body = _LEADING.sub(lambda m: f"{m.group(1)}\\{m.group(2)}" if m.group(1) else f"\\{m.group(3)}", body)
    first, last = (text[at] if text and text[at] in (" ", french.NBSP) else "" for at in (0, -1))
    return f"{first}{body}{last if body else ''}"


def markdown(report: Report) -> str:
    """The whole report."""
    tree = compose(report)
    lines = [f"# {escape(tree.title)}", "", _words(tree.site), "", "  \n".join(escape(said) for said in tree.lines), ""]
    lines += [escape(tree.standing), ""]
    for part in tree.parts:
        if any(isinstance(block, Annex) for block in part.blocks):
            lines += ["", "---", ""]
        else:
            lines += [f"## {escape(part.title)}", ""]
        for block in part.blocks:
            lines += [*_block(block), ""]
    lines += ["---", "", escape(tree.signed)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _line(block.line)
        case Heading():
            yield f"### {escape(block.text)}"
        case Items():
            yield from (f"- {_line(said)}" for said in block.lines)
        case Aside():
            yield from (f"**{escape(block.title)}**", "", *(f"- {_line(said)}" for said in block.lines))
        case Table():
            yield from _table(block)
        case Picture():
            yield from (f"**{escape(block.title)}**", "", *_table(figures_of(block)))
        case Annex():
            yield from (f"[^{note.number}]: {_words(note.quote)} {_line(note.about)}" for note in block.notes)


def _table(block: Table) -> Iterator[str]:
    yield f"| {' | '.join(escape(column) for column in block.columns)} |"
    yield f"|{'|'.join('---:' if n in block.figures else '---' for n in range(len(block.columns)))}|"
    yield from (f"| {' | '.join(_line(cell) for cell in row)} |" for row in block.rows)


def _line(bits: Line) -> str:
    return "".join(f"[^{bit.number}]" if isinstance(bit, Call) else _words(bit) for bit in bits)


def _words(bit: Words) -> str:
    if bit.href:
        return f"<{bit.href}>"
    before, after = _AROUND.get(bit.mark, ("", ""))
    said = escape(bit.text)
    return f"{before}{said}{after}" if said else ""
