"""The report as an OpenDocument text: a zip of XML, written by the standard library. Pure.

Every word goes in as a text node of a tree that is serialised last: there is no markup that a site could write.
"""

from collections.abc import Sequence
from importlib.resources import files
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from reports import french
from reports.render.compose import compose
from reports.render.pictures.picture import Picture
from reports.render.tree import Annex, Aside, Block, Call, Heading, Items, Line, Paragraph, Table, Tree, Words, figures_of, line
from reports.report import Report

MEDIA = "application/vnd.oasis.opendocument.text"
_SPACES = {
    **{
        name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
        for name in ("office", "text", "table", "style", "meta", "manifest")
    },
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_MARKS = {"quote": "Quote", "soft": "Soft", "strong": "Strong", "code": "Code"}
_ROOM, _FIGURE = 16.2, 1.9
"""Breadth of the text, in centimetres, and of a column of figures."""
for _prefix, _space in _SPACES.items():
    ElementTree.register_namespace(_prefix, _space)


def odt(report: Report) -> bytes:
    """The whole report."""
    tree = compose(report)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        # First and not compressed: so programs tell what the file is.
        file.writestr(ZipInfo("mimetype"), MEDIA, ZIP_STORED)
        written = {
            "content.xml": _xml(_content(tree)),
            "styles.xml": files("reports.render").joinpath("templates/odt_styles.xml").read_bytes(),
            "meta.xml": _xml(_meta(tree)),
        }
        for name, body in written.items():
            file.writestr(ZipInfo(name), body, ZIP_DEFLATED)
        file.writestr(ZipInfo("META-INF/manifest.xml"), _xml(_manifest(written)), ZIP_DEFLATED)
    return out.getvalue()


def _xml(root: Element) -> bytes:
    body: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return body


def _el(name: str, *inside: Element | str, **attributes: str) -> Element:
    """`_el("text:p", "words", text__style_name="Title")`: names with their prefix, `__` for the colon, `_` for a dash."""
    made = Element(_name(name), {_name(key.replace("__", ":").replace("_", "-")): value for key, value in attributes.items()})
    for bit in inside:
        if not isinstance(bit, str):
            made.append(bit)
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + bit
        else:
            made.text = (made.text or "") + bit
    return made


def _name(prefixed: str) -> str:
    prefix, name = prefixed.split(":")
    return f"{{{_SPACES[prefix]}}}{name}"


def _meta(tree: Tree) -> Element:
    told = [_el("dc:title", f"{tree.title} — {tree.standing}"), _el("dc:language", "fr-FR"), _el("meta:generator", "arobase")]
    if tree.made_at:
        told.append(_el("meta:creation-date", tree.made_at))
    return _el("office:document-meta", _el("office:meta", *told), office__version="1.3")


def _manifest(names: dict[str, bytes]) -> Element:
    entries = [_entry("/", MEDIA), *(_entry(name, "text/xml") for name in names)]
    return _el("manifest:manifest", *entries, manifest__version="1.3")


def _entry(path: str, media: str) -> Element:
    return _el("manifest:file-entry", manifest__full_path=path, manifest__media_type=media)


def _content(tree: Tree) -> Element:
    told = [_p("Standing", line(tree.site)), _p("Title", line(tree.title)), *(_p("Facts", line(said)) for said in tree.lines)]
    told.append(_p("Standing", line(tree.standing)))
    for part in tree.parts:
        told.append(_heading(part.title, 1))
        told += [made for block in part.blocks for made in _block(block)]
    told.append(_p("Standing", line(tree.signed)))
    return _el("office:document-content", _widths(), _el("office:body", _el("office:text", *told)), office__version="1.3")


def _widths() -> Element:
    """A style for a column of figures, one for the others among n columns, and that of every cell."""
    apart = _el("style:table-properties", style__width=f"{_ROOM}cm", fo__margin_bottom="0.4cm", table__align="left")
    made = [
        _el("style:style", apart, style__name="grid", style__family="table"),
        _el(
            "style:style",
            _el("style:table-cell-properties", fo__padding="0.08cm", fo__border_bottom="0.5pt solid #ded8cb"),
            style__name="box",
            style__family="table-cell",
        ),
    ]
    widths = {"figure": _FIGURE} | {
        f"wide{n}of{m}": (_ROOM - (m - n) * _FIGURE) / n for m in range(1, 9) for n in range(1, m + 1)
    }
    for name, width in widths.items():
        about = _el("style:table-column-properties", style__column_width=f"{width:.2f}cm")
        made.append(_el("style:style", about, style__name=name, style__family="table-column"))
    return _el("office:automatic-styles", *made)


def _block(block: Block) -> list[Element]:
    match block:
        case Paragraph():
            return [_p("Text_20_body", block.line)]
        case Heading():
            return [_heading(block.text, 2)]
        case Items():
            return [_list("Item", block.lines)]
        case Aside():
            return [_heading(block.title, 2), _list("Asked", block.lines)]
        case Table():
            return [_table(block)]
        case Picture():
            return [_p("Caption", line(block.title)), _table(figures_of(block))]
        case Annex():
            return [_note(note.number, (note.quote, *line(" "), *note.about)) for note in block.notes]


def _heading(text: str, level: int) -> Element:
    return _el("text:h", text, text__style_name=f"Heading_20_{level}", text__outline_level=str(level))


def _list(style: str, lines: tuple[Line, ...]) -> Element:
    bullet = [_el("text:list-item", _p(style, said, "– ")) for said in lines]
    return _el("text:list", *bullet)


def _table(block: Table) -> Element:
    wide = len(block.columns) - len(block.figures)
    styles = ["figure" if n in block.figures else f"wide{wide}of{len(block.columns)}" for n in range(len(block.columns))]
    columns = [_el("table:table-column", table__style_name=style) for style in styles]
    head = _row(block, [(Words(title, "strong"),) for title in block.columns])
    rows = [_row(block, row) for row in block.rows]
    return _el("table:table", *columns, _el("table:table-header-rows", head), *rows, table__style_name="grid")


def _row(block: Table, cells: Sequence[Line]) -> Element:
    return _el("table:table-row", *(_cell(_p("Figure" if n in block.figures else "Cell", said)) for n, said in enumerate(cells)))


def _cell(inside: Element) -> Element:
    return _el("table:table-cell", inside, office__value_type="string", table__style_name="box")


def _note(number: int, said: Line) -> Element:
    made = _p("Note", said)
    mark = _el("text:bookmark", text__name=f"preuve-{number}")
    tab = _el("text:tab")
    mark.tail, tab.tail, made.text = f"{number}.", made.text, None
    made[:0] = [mark, tab]
    return made


def _p(style: str, said: Line, before: str = "") -> Element:
    inside: list[Element | str] = [before] if before else []
    for bit in said:
        if isinstance(bit, Call):
            call = _el("text:span", str(bit.number), text__style_name="Call")
            inside += [_el("text:a", call, xlink__type="simple", xlink__href=f"#preuve-{bit.number}"), french.THIN]
        elif bit.href:
            inside.append(
                _el("text:a", bit.text, xlink__type="simple", xlink__href=bit.href, text__style_name="Internet_20_link")
            )
        else:
            text = f"«{french.NBSP}{bit.text}{french.NBSP}»" if bit.mark == "quote" else bit.text
            inside.append(_el("text:span", text, text__style_name=_MARKS[bit.mark]) if bit.mark else text)
    return _el("text:p", *inside, text__style_name=style)
