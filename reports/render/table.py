"""The findings and the links of a report as CSV for French spreadsheets (docs/decisions/0010). Pure."""

import csv
from io import StringIO

from reports.cell import cell
from reports.render import rows
from reports.report import Report

COLUMNS = ("Nature", *rows.FINDINGS)


def table(report: Report) -> bytes:
    """One table: findings, a row a proof, then links: their words stand as the extract, their fault as the finding."""
    out = StringIO()
    sheet = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    sheet.writerow(COLUMNS)
    for row in rows.findings(report):
        sheet.writerow([cell(str(value)) for value in ("constat", *row)])
    for nature, text, target, page, wrong in rows.links_told(report):
        sheet.writerow([cell(str(value)) for value in (nature, "", "", "", wrong, "", "", page, text, target, "", "")])
    return out.getvalue().encode("utf-8-sig", "replace")
