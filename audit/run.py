"""One commune, from its address to its report: the whole story on one screen."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from checks.catalogue import Catalogue, catalogue
from checks.examine import Examination
from checks.finding import Coverage, Fault, Finding
from crawler.address import Resolver
from crawler.limits import Limits
from crawler.visit import Visit
from crawler.walk import Walk, WalkReport

ENOUGH_PAGES = 150
"""Pages after which a walk cut short by its budget still earns absences: the walk sees the likeliest pages first."""
MOST_LOST = 0.2
"""Share of pages refused or failed above which nothing is said to be absent."""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link whose target is gone: the page it stands on, where it leads, its words, how the visit ended."""

    page: str
    target: str
    text: str
    outcome: str


@dataclass(slots=True)
class Audit:
    """What one walk over one site has given."""

    url: str
    as_of: date
    findings: list[Finding] = field(default_factory=list)
    broken_links: list[BrokenLink] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    coverage: Coverage | None = None
    walk: WalkReport | None = None
    home: Visit | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the walk stands: visits made, pages read, features seen so far, seconds left by the slower budget."""

    visits: int
    pages: int
    found: int
    pending: int


async def audit(
    url: str,
    limits: Limits,
    *,
    as_of: date,
    render: str = "auto",
    resolver: Resolver | None = None,
    rules: Catalogue | None = None,
    tell: Callable[[Progress], None] = lambda _: None,
) -> Audit:
    """Walk the site, let every check look at every visit, conclude. Network trouble ends in the audit, never in an exception."""
    rules = rules or catalogue()
    examination = Examination(rules.matcher, url)
    walk = Walk(url, limits, interest=examination.interest, resolver=resolver, render=render)
    made = Audit(url, as_of)
    visits = 0
    async for visit in walk:
        visits += 1
        if made.home is None:
            made.home = visit
            examination.settle(visit.landed or visit.url)
        examination.see(visit)
        if visit.outcome.dead and visit.via:
            made.broken_links.append(BrokenLink(visit.via.on, visit.url, visit.via.text, visit.outcome.value))
        tell(Progress(visits, examination.pages, examination.found, walk.pending))
    made.walk = walk.report
    made.coverage = coverage_of(walk.report, as_of, rules.digest)
    made.findings = examination.findings(made.coverage)
    made.faults = examination.faults
    return made


def coverage_of(walk: WalkReport, as_of: date, catalogue_digest: str) -> Coverage:
    """What the walk has seen, and whether that earns an absence: all of it, or enough of the likeliest pages, with few lost."""
    why = list(walk.why)
    lost = walk.refused + walk.failed
    enough = walk.complete or walk.pages >= ENOUGH_PAGES
    if lost > (walk.pages + lost) * MOST_LOST:
        enough = False
        why.append("too many pages refused or failed")
    if walk.scripted:
        enough = False
        why.append("pages made by scripts were not rendered")
    return Coverage(
        as_of=as_of,
        pages=walk.pages,
        refused=walk.refused,
        failed=walk.failed,
        rendered=walk.rendered,
        pending=walk.pending,
        complete=enough,
        why=tuple(why),
        catalogue=catalogue_digest,
    )
