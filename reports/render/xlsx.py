"""The findings and the links of a report as an Excel workbook: every text a string, never a formula nor a link. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter

from reports.cell import LONGEST
from reports.phrases import clean
from reports.render import rows
from reports.report import Report

_AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
_WIDTHS = {"Rubrique": 28, "Critère": 26, "Page": 46, "Extrait": 60, "Cible": 46, "Texte du lien": 40, "Constat": 18, "Pages": 8}


def xlsx(report: Report) -> bytes:
    """Two sheets: « Constats », a row a proof, and « Liens »."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, _AS_TEXT) as book:
        made = datetime.fromisoformat(report.made_at) if report.made_at else None
        about = {"title": clean(f"{report.commune.name or report.url} — constats"), "author": "arobase"}
        book.set_properties(about | ({"created": made.replace(tzinfo=None)} if made else {}))
        _sheet(book, "Constats", rows.FINDINGS, rows.findings(report))
        _sheet(book, "Liens", rows.LINKS, rows.links_told(report))
    return out.getvalue()


def _sheet(book: xlsxwriter.Workbook, name: str, columns: Sequence[str], told: Iterable[rows.Row]) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "bottom": 1, "font_color": "#17604a"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    last = 0
    for number, column in enumerate(columns):
        sheet.set_column(number, number, _WIDTHS.get(column, 16))
        sheet.write_string(0, number, column, head)
    for last, row in enumerate(told, 1):
        for number, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(last, number, value, body)
            else:
                sheet.write_string(last, number, clean(value, LONGEST), body)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
