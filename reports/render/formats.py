"""Formats: every form in which a report can be handed over, by its name. Pure.

`FORMATS["pdf"].render(audit_json)` gives the bytes of the file. What needs a package of an extra says so by MissingExtra.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from reports.report import Report

EXTRA = ("docx", "typst", "xlsxwriter")
"""The packages of the extra `documents`, as they are imported."""


class MissingExtra(Exception):
    """A format whose package is not installed: the message says what to install."""


@dataclass(frozen=True, slots=True)
class Format:
    """`render` takes what `audit.json` holds, and raises MissingExtra, or pydantic's ValidationError for what is no report."""

    name: str
    suffix: str
    media_type: str
    render: Callable[[Mapping[str, Any]], bytes]


def _by(module: str, function: str) -> Callable[[Mapping[str, Any]], bytes]:
    """The function of that module, imported when it is first asked for: documents are heavy, and optional."""

    def render(record: Mapping[str, Any]) -> bytes:
        try:
            write = getattr(import_module(f"reports.render.{module}"), function)
        except ModuleNotFoundError as error:
            if error.name not in EXTRA:
                raise
            raise MissingExtra(f"{error.name} is missing; pip install 'arobase[documents]' brings it") from error
        written: str | bytes = write(Report.from_json(record))
        return written.encode("utf-8", "replace") if isinstance(written, str) else written

    return render


_OFFICE = "application/vnd.openxmlformats-officedocument"
FORMATS: Mapping[str, Format] = {
    made.name: made
    for made in (
        Format("label", ".txt", "text/plain; charset=utf-8", _by("label", "label")),
        Format("md", ".md", "text/markdown; charset=utf-8", _by("markdown", "markdown")),
        Format("html", ".html", "text/html; charset=utf-8", _by("html", "html")),
        Format("docx", ".docx", f"{_OFFICE}.wordprocessingml.document", _by("docx", "docx_of")),
        Format("odt", ".odt", "application/vnd.oasis.opendocument.text", _by("odt", "odt")),
        Format("pdf", ".pdf", "application/pdf", _by("pdf", "pdf")),
        Format("json", ".json", "application/json", _by("json", "json_text")),
        Format("csv", ".csv", "text/csv; charset=utf-8", _by("table", "table")),
        Format("xlsx", ".xlsx", f"{_OFFICE}.spreadsheetml.sheet", _by("xlsx", "xlsx")),
    )
}
