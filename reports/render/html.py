"""The report as one self-contained HTML page: no script, no foreign asset, every foreign text escaped. Pure."""

from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports import french
from reports.phrases import clean
from reports.render import chart, links, words
from reports.render.layout import paragraphs, questions
from reports.render.notes import Notes
from reports.report import Report, SectionRecord

LONGEST = 2000
"""Characters of a foreign text that are printed."""


def web(url: str) -> str:
    """The address when it may be a link (http, https), '' when it may only be printed."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def shown(text: str) -> str:
    """Foreign text without control or direction characters; Jinja escapes it."""
    return clean(text, LONGEST)


@lru_cache(maxsize=1)
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("reports.render"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(
        web=web,
        shown=shown,
        figure=french.figure,
        capitalise=french.capital,
        day=words.on_day,
        verdict=words.verdict,
        trust=words.trust,
        outcome=words.outcome,
    )
    made.globals.update(bar=chart.bar, shares=chart.shares, key=chart.key, patterns=chart.PATTERNS, verdicts=words.VERDICTS)
    return made


def html(report: Report) -> str:
    """The whole report as a document."""
    notes = Notes(report)
    told = [
        {
            "id": f"s{number}",
            "section": section,
            "paragraphs": [[(s, notes.of(section, s)) for s in p] for p in paragraphs(section)],
            "questions": [(s, notes.of(section, s)) for s in questions(section)],
            "suggestions": [s.suggestion for s in section.sentences if s.suggestion],
        }
        for number, section in enumerate(report.draft.sections, 1)
        if section.kind != "header"
    ]
    head = next((s for s in report.draft.sections if s.kind == "header"), SectionRecord(title=""))
    return (
        environment()
        .get_template("report.html")
        .render(
            report=report,
            title=head.title or report.commune.name.upper(),
            lines=[s.text for s in head.sentences if s.key != "header:site"],
            told=told,
            notes=notes.all,
            coverage=words.coverage_told(report),
            links=links.told(report.links),
            untold=links.reasons(report.links),
            faults=list(links.rows(report.links)),
            faults_told=links.faults_told(report.links),
            signed=words.signed(report),
            asked=sum(len(questions(s)) for s in report.draft.sections),
        )
    )
