"""Documents opened again by readers that are not ours: their text, their skeleton, where they lead."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

import docx
import odfdo
import openpyxl
import pypdf
import pypdfium2
from selectolax.lexbor import LexborHTMLParser

FULL = ("label", "md", "html", "docx", "odt", "pdf")
"""The formats that hold the whole report."""


def _docx(body: bytes) -> str:
    file = docx.Document(io.BytesIO(body))
    cells = (cell.text for table in file.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(p.text for p in file.paragraphs), *cells])


def _odt(body: bytes) -> str:
    return odfdo.Document(io.BytesIO(body)).get_formatted_text()


def _pdf(body: bytes) -> str:
    file = pypdfium2.PdfDocument(body)
    try:
        lines = (line for page in file for line in page.get_textpage().get_text_bounded().splitlines())
        return "\n".join(line for line in lines if not re.search(r"\d+ / \d+$", line))  # the foot of the page
    finally:
        file.close()


def _xlsx(body: bytes) -> str:
    return "\n".join(
        str(cell.value) for sheet in openpyxl.load_workbook(io.BytesIO(body)) for row in sheet for cell in row if cell.value
    )


def _markdown(body: bytes) -> str:
    return re.sub(r"\\([\W_])", r"\1", body.decode()).replace("&#58;", ":").replace("&#46;", ".").replace("&#64;", "@")


TEXTS: Mapping[str, Callable[[bytes], str]] = {
    "label": bytes.decode,
    "md": _markdown,
    "html": lambda body: LexborHTMLParser(body).body.text(),  # type: ignore[union-attr]
    "docx": _docx,
    "odt": _odt,
    "pdf": _pdf,
    "json": bytes.decode,
    "csv": lambda body: "\n".join(" ".join(row) for row in csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";")),
    "xlsx": _xlsx,
}


def text_of(name: str, body: bytes) -> str:
    """The words of a document, with single plain spaces."""
    return " ".join(TEXTS[name](body).split())


def skeleton(name: str, body: bytes) -> list[str]:
    """What a document is made of, without its words: tags, or where tables and headings begin."""
    match name:
        case "html":
            return [node.tag or "" for node in LexborHTMLParser(body).css("*")]
        case "docx":
            return _tags(body, "word/document.xml")
        case "odt":
            return _tags(body, "content.xml")
        case "pdf":
            return _structure(pypdf.PdfReader(io.BytesIO(body)))
        case "md":
            bare = re.sub(r"\\.", "", body.decode())
            return re.findall(r"^#+ |^\||^- |^---|<http|\[\^|\]\(|!\[|<\w+", bare, re.M)
        case "xlsx":
            return [
                f"{c.coordinate}:{c.data_type}"
                for sheet in openpyxl.load_workbook(io.BytesIO(body))
                for row in sheet
                for c in row
            ]
        case "csv":
            return [str(len(row)) for row in csv.reader(io.StringIO(body.decode("utf-8-sig")), delimiter=";")]
        case _:
            raise ValueError(f"{name} is one text: it has no skeleton")


def _tags(body: bytes, name: str) -> list[str]:
    return [node.tag for node in ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(body)).read(name)).iter()]


def _structure(file: pypdf.PdfReader) -> list[str]:
    """The kinds of the structure elements, in reading order; without those that only tell how pages were broken."""
    kinds: list[str] = []
    waiting = [file.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if not isinstance(node, pypdf.generic.DictionaryObject):
            continue
        if "/S" in node and node["/S"] not in ("/Div", "/Span"):
            kinds.append(str(node["/S"]))
        inside = node.get("/K", [])
        waiting += reversed(inside if isinstance(inside, list) else [inside])
    return kinds


def leads(name: str, body: bytes) -> set[str]:
    """Every address that a click would open."""
    match name:
        case "html":
            return {a.attributes["href"] or "" for a in LexborHTMLParser(body).css("[href]")}
        case "docx":
            relations = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(body)).read("word/_rels/document.xml.rels"))
            return {r.get("Target", "") for r in relations if r.get("TargetMode") == "External"}
        case "odt":
            content = ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(body)).read("content.xml"))
            return {v for node in content.iter() for k, v in node.attrib.items() if k.endswith("}href")}
        case "pdf":
            marks = [a.get_object() for page in pypdf.PdfReader(io.BytesIO(body)).pages for a in page.get("/Annots", [])]
            return {str(mark["/A"]["/URI"]) for mark in marks if "/A" in mark and "/URI" in mark["/A"]}
        case "md":
            return set(re.findall(r"(?<!\\)<([^<>\s]+)>", body.decode()))
        case "xlsx":
            book = openpyxl.load_workbook(io.BytesIO(body))
            return {str(c.hyperlink.target) for sheet in book for row in sheet for c in row if c.hyperlink}
        case _:
            return set()
