"""The report as a Word document: real headings, lists, tables with their header rows, calls that lead to their proofs. Pure.

Text goes in as text nodes, through python-docx; nothing is a template that a site's words could be read as.
"""

from datetime import datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as Lines
from docx.text.run import Run

from reports import french
from reports.render.compose import compose
from reports.render.pictures.picture import Picture
from reports.render.tree import Annex, Aside, Block, Call, Heading, Items, Line, Paragraph, Table, Tree, Words, figures_of, line
from reports.report import Report

SERIF, SANS, MONO = "Georgia", "Arial", "Consolas"
GREEN, SOFT, AMBER = RGBColor(0x17, 0x60, 0x4A), RGBColor(0x5B, 0x56, 0x4C), RGBColor(0x8A, 0x4B, 0x08)
_ROOM, _FIGURE = 16.2, 2.1
"""Breadth of the text, in centimetres, and of a column of figures."""
_STYLES = {
    "Normal": (SERIF, 10.5, None),
    "Title": (SERIF, 26, None),
    "Heading 1": (SERIF, 14, GREEN),
    "Heading 2": (SANS, 10.5, AMBER),
    "Caption": (SANS, 9, SOFT),
    "List Bullet": (SERIF, 10.5, None),
}
_OURS = {"Asked": (SANS, 9.5, AMBER), "Proof": (SERIF, 9, None), "Cell": (SANS, 8.5, None)}
"""Paragraph styles that Word does not have by itself."""
_LETTERS = {
    "Call": (None, GREEN),
    "Lead": (None, GREEN),
    "quote": (None, None),
    "soft": (None, None),
    "strong": (None, None),
    "code": (MONO, None),
}
"""Styles of letters: calls of notes, addresses, and the marks of words."""


def docx_of(report: Report) -> bytes:
    """The whole report."""
    tree = compose(report)
    file = docx.Document()
    _dress(file, tree)
    _header(file, tree)
    for part in tree.parts:
        _write(_paragraph(file, "Heading1"), line(part.title))
        for block in part.blocks:
            _block(file, block)
    _write(_paragraph(file, "Caption"), line(tree.signed))
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _dress(file: Document, tree: Tree) -> None:
    about = file.core_properties
    about.title, about.language, about.author = f"{tree.title[:200]} — {tree.standing[:200]}"[:255], "fr-FR", "arobase"
    about.subject, about.comments, about.keywords = tree.site.text[:255], "", ""
    if tree.made_at:
        about.created = about.modified = datetime.fromisoformat(tree.made_at)
    for name in _OURS:
        made = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        made.base_style = file.styles["List Bullet" if name == "Asked" else "Normal"]
    for name, (face, size, ink) in (_STYLES | _OURS).items():
        style = file.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size = face, Pt(size)
        style.font.color.rgb, style.font.bold = ink, name.startswith("Heading")
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for themed in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{themed}"), None)
    for name, (letters, ink) in _LETTERS.items():
        font = file.styles.add_style(name, WD_STYLE_TYPE.CHARACTER).font
        font.name, font.color.rgb, font.superscript = letters, ink, name == "Call" or None
        font.bold, font.italic = name == "strong" or None, name in ("quote", "soft") or None
    proof, cell = file.styles["Proof"].paragraph_format, file.styles["Cell"].paragraph_format
    proof.left_indent, proof.first_line_indent, cell.space_after = Cm(1), Cm(-1), Pt(1)
    title = file.styles["Title"].element.get_or_add_pPr()
    for rule in title.findall(qn("w:pBdr")):
        title.remove(rule)
    for lang in file.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "fr-FR")
    for section in file.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.4)
        section.top_margin = section.bottom_margin = Cm(2.2)


def _header(file: Document, tree: Tree) -> None:
    for said, style in ((line(tree.site), "Caption"), (line(tree.title), "Title"), *((line(t), "Normal") for t in tree.lines)):
        paragraph = _paragraph(file, style)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if style == "Normal":
            paragraph.paragraph_format.space_after = Pt(0)
        _write(paragraph, said)
    stand = _paragraph(file, "Caption")
    stand.alignment, stand.paragraph_format.space_before = WD_ALIGN_PARAGRAPH.CENTER, Pt(14)
    _write(stand, line(tree.standing))


def _block(file: Document, block: Block) -> None:
    match block:
        case Paragraph():
            _write(file.add_paragraph(), block.line)
        case Heading():
            _write(_paragraph(file, "Heading2"), line(block.text))
        case Items():
            for said in block.lines:
                _write(_paragraph(file, "ListBullet"), said)
        case Aside():
            _write(_paragraph(file, "Heading2"), line(block.title))
            for said in block.lines:
                _write(_paragraph(file, "Asked"), said)
        case Table():
            _table(file, block)
        case Picture():
            caption = _paragraph(file, "Caption")
            caption.paragraph_format.keep_with_next = True
            _write(caption, line(block.title))
            _table(file, figures_of(block))
        case Annex():
            for note in block.notes:
                paragraph = _paragraph(file, "Proof")
                _mark(paragraph, f"preuve-{note.number}", note.number)
                _write(paragraph, line(f"{note.number}.\t", note.quote, " ") + note.about)


def _table(file: Document, block: Table) -> None:
    rows = [tuple((Words(title, "strong"),) for title in block.columns), *block.rows]
    made = file.add_table(len(rows), len(block.columns), style="Table Grid")
    made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    figures, rest = len(block.figures), len(block.columns) - len(block.figures)
    for number, column in enumerate(made.columns):
        column.width = Cm(_FIGURE if number in block.figures else (_ROOM - figures * _FIGURE) / rest)
    cells = iter(made._cells)
    for told in rows:
        for number, said in enumerate(told):
            paragraph = next(cells).paragraphs[0]
            paragraph._p.style = "Cell"
            if number in block.figures:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _write(paragraph, said)
    file.add_paragraph().paragraph_format.space_after = Pt(2)


def _paragraph(file: Document, style: str) -> Lines:
    """A paragraph of that style. Styles are told by their ids, here and below: python-docx takes long to find them by name."""
    paragraph = file.add_paragraph()
    paragraph._p.style = style
    return paragraph


def _run(paragraph: Lines, text: str, style: str = "") -> Run:
    run = paragraph.add_run(text)
    if style:
        run._r.style = style
    return run


def _write(paragraph: Lines, said: Line) -> None:
    for bit in said:
        if isinstance(bit, Call):
            _linked(paragraph, _run(paragraph, str(bit.number), "Call"), anchor=f"preuve-{bit.number}")
            paragraph.add_run(french.THIN)
        elif bit.href:
            _linked(paragraph, _run(paragraph, bit.text, "Lead"), href=bit.href)
        else:
            _run(paragraph, f"«{french.NBSP}{bit.text}{french.NBSP}»" if bit.mark == "quote" else bit.text, bit.mark)


def _linked(paragraph: Lines, run: Run, *, href: str = "", anchor: str = "") -> None:
    """Make the run lead to an address or to a bookmark."""
    link = OxmlElement("w:hyperlink")
    if href:
        link.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    else:
        link.set(qn("w:anchor"), anchor)
    link.append(run._r)
    paragraph._p.append(link)


def _mark(paragraph: Lines, name: str, number: int) -> None:
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)
