"""Rewriting: the report of a kept audit once more, as the reviewers left it, in any format."""

from pathlib import Path

from audit.command import UsageError, file_name, raise_unless_folder, say
from audit.desk.book import Book
from audit.papers import chosen, write
from audit.store import Store
from reports.render.formats import FORMATS
from reports.render.json import json_text
from reports.report import Report


def rewrite(
    where: str | Path,
    number: int,
    out: Path | None,
    as_json: bool = False,
    formats: str = "",
    short: bool = False,
    as_drafted: bool = False,
) -> None:
    """In the formats named; as reviewed on the desk unless it was never opened there or is wanted `as_drafted`, or `short`.

    Raises StoreError, UsageError or MissingExtra.
    """
    try:
        wanted = chosen(formats)
    except KeyError as error:
        raise UsageError(f"no format is named {error.args[0]!r}; there are {', '.join(FORMATS)}") from error
    with Store(where, make=False) as store:
        report = Report.from_json(store.report(number))
        state = None if short or as_drafted else Book(store.engine).known(number)
    if short:
        report = report.in_short()
    elif state:
        report = state.reviewed(report)
    folder = out or Path("audits") / file_name(report.url) / report.coverage.as_of.isoformat()
    raise_unless_folder(folder)
    written = write(report, folder, formats=wanted)
    if as_json:
        print(json_text(report), end="")  # noqa: T201
    say(f"audit {number}{_standing(report, state is not None)}: {', '.join(map(str, written))}")


def _standing(report: Report, reviewed: bool) -> str:
    if report.signed_by:
        return f", signed by {report.signed_by}"
    return ", under review" if reviewed else ""
