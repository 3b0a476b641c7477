"""One commune, from its address to its report: the whole story on one screen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from audit.folders import Folders
from audit.links import Ledger, Sheet
from audit.memory import After, Before, Known
from checks.catalogue import Catalogue, catalogue
from checks.examine import Examination
from checks.finding import Coverage
from crawler.account import WalkReport
from crawler.address import Resolver
from crawler.archive import Tape
from crawler.limits import Limits
from crawler.line import Recorder
from crawler.pace import Clocks
from crawler.replay import replay
from crawler.shared import ALONE, Shared
from crawler.visit import Outcome, Visit
from crawler.walk import Walk
from reports.assess import assess
from reports.commune import Commune
from reports.draft import draft
from reports.grid import Grid, load_grid
from reports.report import BrokenLink, CoverageRecord, Entry, Report, report_of

ENOUGH_PAGES = 150
"""Pages after which a walk cut short by its budget still earns absences: the walk sees the likeliest pages first."""
MOST_LOST = 0.2
"""Share of pages refused or failed above which nothing is said to be absent."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the walk stands: visits made, pages read, addresses that wait."""

    visits: int
    pages: int
    pending: int
    features: Callable[[], int]
    """how many were met so far: it is seldom asked"""


@dataclass(frozen=True, slots=True)
class Audited:
    """The report of one site, and how its home page ended: an outcome that is not alive means that nothing was seen."""

    report: Report
    home: Outcome
    moved: str = ""
    """where the site stands now, when the address asked for leads to another one"""
    after: After | None = None
    """what the next audit may know of the site; None when there is nothing to know"""


async def audit(
    url: str,
    limits: Limits,
    *,
    as_of: date,
    render: str = "auto",
    resolver: Resolver | None = None,
    record: Recorder | None = None,
    tape: Tape | None = None,
    resume: Tape | None = None,
    clocks: Clocks | None = None,
    shared: Shared = ALONE,
    known: Known | None = None,
    links: Sheet | None = None,
    rules: Catalogue | None = None,
    grid: Grid | None = None,
    given: Commune | None = None,
    participations: Mapping[int, int] | None = None,
    tell: Callable[[Progress], None] = lambda _: None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Audited:
    """Walk the site, let every check look at every visit, assess, draft. Network trouble ends in the report, never in an exception.

    With a `tape` it walks the archive instead, within the limits of the walk that made it; `record` keeps what a live one sees,
    `resume` is what was so kept of the same audit, interrupted; `clocks` know which hosts asked for silence,
    `shared` is what other walks of the process use as well, `known` is what the last audit knew of the pages (`audit.memory`).
    `links` receives a row for every address asked.
    """
    rules = rules or catalogue()
    examination = Examination(rules.matcher, url)
    before, after = Before(known, examination) if known else None, After(known)
    if tape is not None:
        walk = replay(tape, interest=examination.interest, start=url)
    else:
        walk = Walk(
            url,
            limits,
            interest=examination.interest,
            resolver=resolver,
            render=render,
            record=record,
            resume=resume,
            clocks=clocks,
            shared=shared,
            memory=before,
        )
    home: Visit | None = None
    broken: list[BrokenLink] = []
    ledger, folders = Ledger(links), Folders()

    def features() -> int:
        return examination.found

    visits = 0
    async for visit in walk:
        visits += 1
        if home is None:
            home = visit
            examination.settle(visit.landed or visit.url)
        ledger.see(visit)
        # A missing image is told in the table; it is no link that a reader follows.
        shown = visit.via is not None and visit.via.tag == "img"
        pages = examination.pages
        if visit.unchanged and before:
            examination.see_again(visit, before.recollection(visit))
            after.carry(visit)
        elif visit.feed and not shown:
            examination.see(visit)
            after.hear(visit)
        elif not shown and (sightings := examination.see(visit)):
            after.learn(visit, sightings)
        if visit.outcome.dead and visit.via and not shown:
            broken.append(BrokenLink(page=visit.via.on, target=visit.url, text=visit.via.text, outcome=visit.outcome.value))
        if examination.pages > pages:
            folders.see(visit.landed or visit.url)
        tell(Progress(visits, examination.pages, walk.pending, features))

    for fault in before.faults(after) if before else ():
        ledger.again(fault, now().isoformat(timespec="seconds"))
    linked = ledger.record()
    after.faults = linked.faults
    coverage = coverage_of(walk.report, as_of, rules.digest)
    findings = examination.findings(coverage)
    assessment = assess(findings, coverage, grid or load_grid(), given)
    notices = notices_of(home, walk.report)
    report = report_of(
        assessment,
        draft(assessment, participations, notices),
        short=draft(assessment, participations, notices, short=True),
        url=home.url if home else url,
        made_at=now().isoformat(timespec="seconds"),
        coverage=record_of(coverage, walk.report, examination, folders),
        titles={check.id: check.title for check in rules.checks.values()},
        broken_links=broken,
        links=linked,
        participations=participations,
    )
    return Audited(report, home.outcome if home else Outcome.SKIPPED, walk.report.site if walk.report.moved else "", after)


def coverage_of(walk: WalkReport, as_of: date, digest: str) -> Coverage:
    """What the walk has seen, and whether that earns an absence (docs/decisions/0005)."""
    why = list(walk.why)
    lost = walk.refused + walk.failed
    enough = walk.pages > 0 and (walk.complete or walk.pages >= ENOUGH_PAGES)
    if lost > (walk.pages + lost) * MOST_LOST:
        enough = False
        why.append("too many pages were refused or failed")
    if walk.scripted:
        enough = False
        why.append(f"{walk.scripted} pages made by scripts were not rendered")
    return Coverage(as_of, walk.pages, walk.refused, walk.failed, walk.rendered, walk.pending, enough, tuple(why), digest)


def record_of(coverage: Coverage, walk: WalkReport, examination: Examination, folders: Folders) -> CoverageRecord:
    """The coverage as it is written down: with what politeness cost, what was cut, and what no check recognised."""
    return CoverageRecord(
        as_of=coverage.as_of,
        pages=coverage.pages,
        refused=coverage.refused,
        failed=coverage.failed,
        rendered=coverage.rendered,
        pending=coverage.pending,
        complete=coverage.complete,
        why=coverage.why,
        catalogue=coverage.catalogue,
        robots=walk.robots,
        crawl_delay=walk.crawl_delay,
        seconds=round(walk.elapsed, 1),
        about_pages=walk.sitemap_urls or 0,
        cut=walk.cut,
        faults=tuple(f"{f.check} : {f.error}" for f in examination.faults),
        walked=folders.told(),
        unknown=tuple(Entry(text=link.text, url=link.href) for link in examination.unknown),
    )


UNREACHED = {
    Outcome.ROBOTS: "Le robots.txt du site refuse la visite : rien n'a été lu, rien ne peut en être dit.",
    Outcome.NO_SUCH_HOST: "Cette adresse ne correspond à aucun site.",
    Outcome.DNS_FAILURE: "Le nom du site n'a pas pu être résolu : le réseau est-il disponible ?",
    Outcome.UNSAFE_ADDRESS: "Cette adresse est celle d'une machine privée.",
    Outcome.CHALLENGE: "Le site demande à ses visiteurs de prouver qu'ils ne sont pas un programme : il n'a pas pu être lu.",
    Outcome.FORBIDDEN: "Le site refuse l'accès à notre programme.",
    Outcome.TIMEOUT: "Le site n'a pas répondu à temps.",
    Outcome.SERVER_ERROR: "Le site est en panne.",
    Outcome.NOT_FOUND: "Il n'y a pas de page à cette adresse.",
}


def notices_of(home: Visit | None, walk: WalkReport) -> list[str]:
    """What is said before anything else: a site that could not be read, or that has moved."""
    if home is None or not home.outcome.alive:
        outcome = home.outcome if home else Outcome.SKIPPED
        return [UNREACHED.get(outcome, f"Le site n'a pas pu être lu ({outcome.value}) : rien ne peut en être dit.")]
    if not walk.pages:
        return ["Ce qui répond à cette adresse n'est pas une page : rien ne peut en être dit."]
    if walk.moved:
        return [f"L'adresse demandée, {walk.moved}, renvoie à {walk.site} : c'est ce dernier site qui a été lu."]
    return []
