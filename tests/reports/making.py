"""Findings, coverages and drafts for the tests of reports: nothing here looks at a page."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from checks.finding import Coverage, Finding, Verdict
from checks.observation import Observation, Trust
from reports.assess import Assessment, assess
from reports.commune import Commune
from reports.draft import Draft, draft
from reports.grid import Grid, load_grid
from reports.report import CoverageRecord, Report, report_of

AS_OF = date(2026, 11, 15)
SEEN = Coverage(AS_OF, pages=142, complete=True)
CUT = Coverage(AS_OF, pages=35, refused=2, failed=1, pending=48, why=("page budget reached",))
UNREAD = Coverage(AS_OF)

BESANCON = Commune(
    name="Besançon",
    department="Doubs",
    region="Franche-Comté",
    population=117080,
    mayor="Jean-Louis Fousseret",
    site="www.besancon.fr",
)


def seen(excerpt: str = "Un intitulé", *, url: str = "https://www.exemple.fr/page", **more: Any) -> Observation:
    """One sighting."""
    return Observation(
        url=url,
        excerpt=excerpt,
        selector=more.pop("selector", "nav > a:nth-of-type(3)"),
        fetched_at=datetime(2026, 11, 14, 9, 30, 12, tzinfo=UTC),
        digest="0" * 64,
        trust=Trust.SURE,
        target=more.pop("target", ""),
        facts=more,
    )


def found(check: str, verdict: Verdict | str = Verdict.PRESENT, *evidence: Observation, **facts: Any) -> Finding:
    """One finding; absent and undetermined ones have no evidence unless given."""
    verdict = Verdict(verdict)
    silent = verdict in (Verdict.ABSENT, Verdict.UNDETERMINED)
    proofs = evidence or (() if silent else (seen("Une rubrique du site", url=f"https://www.exemple.fr/{check}"),))
    return Finding(check, verdict, Trust.HINT if verdict is Verdict.UNDETERMINED else Trust.SURE, proofs, len(proofs), facts)


def checks(grid: Grid | None = None) -> list[str]:
    """Every check that the grid tells."""
    return [line.check for category in (grid or load_grid()).categories for line in category.lines]


def all_of(
    verdict: Verdict | str, facts: Mapping[str, Mapping[str, Any]] | None = None, **others: Verdict | str
) -> list[Finding]:
    """Every check of the grid with one verdict; `others` have theirs; identity is present unless given."""
    given = {"identity": "present"} | others
    return [found(check, given.get(check, verdict), **(facts or {}).get(check, {})) for check in checks()]


def assessed(
    findings: Iterable[Finding], coverage: Coverage = SEEN, commune: Commune = BESANCON, grid: Grid | None = None
) -> Assessment:
    return assess(list(findings), coverage, grid or load_grid(), commune)


def drafted(findings: Iterable[Finding], coverage: Coverage = SEEN, **more: Any) -> Draft:
    return draft(assessed(findings, coverage), **more)


def reported(
    findings: Iterable[Finding],
    coverage: Coverage = SEEN,
    *,
    url: str = "https://www.besancon.fr/",
    commune: Commune = BESANCON,
    **more: Any,
) -> Report:
    """The whole report; `participations`, `notices` and `broken_links` as keywords."""
    assessment = assessed(findings, coverage, commune)
    participations, notices = more.pop("participations", None), more.pop("notices", ())
    return report_of(
        assessment,
        draft(assessment, participations, notices),
        short=draft(assessment, participations, notices, short=True),
        url=url,
        made_at="2026-11-15T10:00:00+00:00",
        coverage=CoverageRecord(
            as_of=coverage.as_of,
            pages=coverage.pages,
            refused=coverage.refused,
            failed=coverage.failed,
            pending=coverage.pending,
            complete=coverage.complete,
            why=coverage.why,
        ),
        titles=more.pop("titles", {}),
        participations=participations,
        **more,
    )
