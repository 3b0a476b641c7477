"""The report as one self-contained HTML page: no script, no foreign asset, every foreign text escaped. Pure."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports import french
from reports.render import chart
from reports.render.notes import TRUSTS, VERDICTS, Notes, coverage_told, inhabitants, paragraphs, place, questions
from reports.report import Report


def web(url: str) -> str:
    """The address when it may be a link (http, https), '' when it may only be printed."""
    return url if url.startswith(("http://", "https://")) else ""


@lru_cache(maxsize=1)
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("reports.render"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(web=web, figure=french.figure)
    made.globals.update(bar=chart.bar, colours=chart.COLOURS, verdicts=VERDICTS, trusts=TRUSTS)
    return made


def html(report: Report) -> str:
    """The whole report as a document."""
    notes = Notes(report)
    told = [
        {
            "section": section,
            "paragraphs": [[(s, notes.of(section, s)) for s in p] for p in paragraphs(section)],
            "questions": [(s, notes.of(section, s)) for s in questions(section)],
        }
        for section in report.draft.sections
    ]
    return (
        environment()
        .get_template("report.html")
        .render(
            report=report,
            told=told,
            notes=notes.all,
            place=place(report),
            inhabitants=inhabitants(report),
            coverage=coverage_told(report),
        )
    )
