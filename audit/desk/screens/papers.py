"""Documents: the text in every format, what changed since an earlier audit, the health of the links."""

from starlette.responses import Response

from audit.desk.call import Call, Missing, to
from audit.desk.roster import of_host
from audit.papers import file_of
from crawler.url import host
from reports.changes import changes as compared
from reports.render import links as told
from reports.render import words
from reports.render.changed import CAUSES, FACTS, KINDS
from reports.render.formats import FORMATS, MissingExtra
from reports.render.pictures import health, over_time
from reports.render.pictures.walked import site_map

LABELS = {
    "label": "Texte du label",
    "md": "Markdown",
    "html": "HTML",
    "docx": "Word",
    "odt": "OpenDocument",
    "pdf": "PDF",
    "json": "JSON",
    "csv": "CSV des constats",
    "xlsx": "Excel des constats",
}
"""How the formats are called; one that is not named here is called by its own name."""


def formats() -> list[tuple[str, str]]:
    return [(name, LABELS.get(name, name)) for name in FORMATS]


def export(call: Call) -> Response:
    """A file to keep."""
    wanted = FORMATS.get(call.path["format"])
    if wanted is None:
        raise Missing("Ce format")
    report, state = call.opened()
    try:
        body = wanted.render(state.reviewed(report).to_json())
    except MissingExtra:
        return to(f"/audits/{call.audit}/read", told="Ce format demande un complément : pip install 'arobase[documents]'.")
    stem, dot, ending = file_of(wanted).partition(".")
    name = f"{host(report.url) or 'site'}-{report.coverage.as_of}-{stem}{dot}{ending}".encode("ascii", "replace").decode()
    safe = "".join(letter if letter.isalnum() or letter in ".-_" else "_" for letter in name)
    return Response(body, media_type=wanted.media_type, headers={"Content-Disposition": f'attachment; filename="{safe}"'})


def changes(call: Call) -> Response:
    """This audit beside an earlier one of the site: the one before it, or the one that `since` names."""
    report, state = call.opened()
    lines = of_host(call.desk.store.engine, host(report.url))
    earlier = [line for line in lines if line.id < call.audit]
    asked = call.query.get("since", "")
    since = next((line for line in earlier if str(line.id) == asked), earlier[0] if earlier else None)
    days = [(line.as_of, line.counts) for line in reversed(lines) if line.id <= call.audit]
    return call.page(
        "changes.html",
        audit=call.audit,
        report=report,
        state=state,
        earlier=earlier,
        since=since,
        moves=compared(call.report(since.id), report) if since else None,
        picture=over_time.history(days) if len(days) > 1 else None,
        causes=CAUSES,
        kinds=KINDS,
        facts=FACTS,
    )


def links(call: Call) -> Response:
    report, state = call.opened()
    walked = report.coverage.walked
    return call.page(
        "links.html",
        audit=call.audit,
        report=report,
        state=state,
        told=told.told(report.links),
        picture=health.links(report.links) if report.links.checked else None,
        covered=words.coverage_told(report),
        unknown=words.UNKNOWN,
        site_map=site_map(walked) if walked else None,
        faults=list(told.rows(report.links)),
        faults_told=told.faults_told(report.links),
    )
