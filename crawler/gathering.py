"""Gathering: what a walk knows of its site so far, and what it makes of each visit. Pure: no network, no clock.

The walk asks `next`, fetches, shows the visit to `judge` and, once its consumer has seen it, to `expand`.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from crawler import leads
from crawler.account import NOT_KEPT, SILENT
from crawler.embed import EMBEDDED
from crawler.frontier import Entry, Frontier
from crawler.hashes import Hashes
from crawler.limits import Limits
from crawler.link import Link
from crawler.missing import Missing
from crawler.outward import Outward
from crawler.page import Page, derived
from crawler.peril import Reading
from crawler.route import Route, route
from crawler.showing import scripted
from crawler.url import Site, address, path
from crawler.visit import Outcome, Visit

MOST_LINKS = 3000
"""Links of one page that are considered."""


@derived
def considered(page: Page) -> list[Link]:
    """What a page leads to, as far as the walk cares: the links that a reader sees, then what else says where to go."""
    with Reading(page.url):
        return [*page.links[:MOST_LINKS], *leads.unlinked(page)]


LATE = 20.0
"""Clicks added to what only a sitemap names."""
_REMEMBERED = 200_000

# What another moment may change. Dead pages are looked at again as well: only the second answer is believed.
PASSING = frozenset(
    {
        Outcome.RATE_LIMITED,
        Outcome.SERVER_ERROR,
        Outcome.TIMEOUT,
        Outcome.UNREACHABLE,
        Outcome.DNS_FAILURE,
        Outcome.BAD_ANSWER,
    }
)


def better(first: Visit, second: Visit) -> Visit:
    """What two looks at one URL amount to: alive if it ever was, dead only if it was both times."""
    if second.outcome is Outcome.SKIPPED:
        if not first.outcome.dead:
            return first
        second.status, second.detail = first.status, f"{first.outcome.value}, and no second look was possible"
        return second
    whole = first if _rank(first) < _rank(second) else second
    whole.again = True
    return whole


def _rank(visit: Visit) -> int:
    return 0 if visit.outcome.alive else 2 if visit.outcome.dead else 1


@dataclass(slots=True)
class Gathering:
    """One site: its frontier, its ways out, and the counts that end in the report."""

    limits: Limits
    interest: Callable[[Link], float]
    site: Site = field(default_factory=lambda: Site(""))
    missing: Missing | None = None
    counts: Counter[str] = field(default_factory=Counter)
    """pages, refused, failed, scripted, rendered, links, tries, feeds"""
    why: dict[str, None] = field(default_factory=dict)
    """what made the walk stop early, in order"""
    frontier: Frontier = field(init=False)
    outward: Outward = field(init=False)
    _met: Hashes = field(default_factory=Hashes)
    """of the addresses expanded"""
    _digests: Hashes = field(default_factory=Hashes)

    def __post_init__(self) -> None:
        self.frontier = Frontier(self.limits.pages)
        self.outward = Outward(20 * self.limits.links + 2000)

    @property
    def pages_left(self) -> int:
        return self.limits.pages - self.counts["pages"]

    def next(self, flying: int) -> Entry | None:
        """What to read next while `flying` reads are under way; None when nothing is left, or no budget."""
        if self.why or flying >= self.pages_left or self.counts["tries"] >= 2 * self.limits.pages + 50:
            return None
        entry = self.frontier.pop(self.interest)
        if entry is not None:
            self.counts["tries"] += 1
        return entry

    def skip(self, entry: Entry, why: str) -> None:
        """Books a page that was not fetched: the walk ends here, unless only an archive lacks it."""
        if why == NOT_KEPT:
            self.counts["tries"] -= 1
            self.frontier.cut[NOT_KEPT] += 1
        else:
            self.frontier.give_back(entry)
            self.why[why or SILENT] = None

    def judge(self, visit: Visit) -> None:
        """Finds out soft 404s, whose status says that all is well."""
        with Reading(visit.landed):
            lost = self.missing is not None and visit.outcome is Outcome.OK and self.missing.matches(visit)
        if lost:
            visit.outcome, visit.page, visit.detail = (
                Outcome.SOFT_NOT_FOUND,
                None,
                "like the answer to an address that cannot exist",
            )

    def count(self, visit: Visit) -> bool:
        """Books the visit of a URL of the site; whether its links are worth expanding: a page, and not one seen before."""
        if visit.outcome is Outcome.ROBOTS:
            self.counts["refused"] += 1
        elif visit.outcome.unverifiable:
            self.counts["failed"] += 1
        if visit.probe or not (visit.page or visit.unchanged):
            return False
        self.counts["pages"] += 1
        if visit.rendered:
            self.counts["rendered"] += 1
        elif visit.page and scripted(visit):
            self.counts["scripted"] += 1
        if visit.hops:
            self.frontier.mark(visit.landed)
        digest = hash(visit.digest)
        if digest in self._digests:
            return False
        self._digests.add(digest)
        return True

    def expand(self, links: Iterable[Link], entry: Entry, *, on_home: bool = False) -> None:
        """Adds what a page leads to. Of several links to one address the most promising speaks for it."""
        fresh: dict[str, tuple[Link, float, float]] = {}
        met = self._met
        for link in links:
            href = link.href
            if hash(href) in met:
                continue
            promise = self.interest(link)
            clicks = leads.handicap(link, on_home)
            url = address(href)
            known = fresh.get(url)
            if known is None or promise > known[1] or (promise == known[1] and clicks < known[2]):
                fresh[url] = (link, promise, clicks)
        for url, (link, promise, clicks) in fresh.items():
            if len(met) < _REMEMBERED:
                met.add(hash(link.href))
                met.add(hash(url))
            self._place(url, link, promise, clicks, entry)

    def add_sitemap(self, urls: list[str], home: str) -> int:
        """Adds the pages that a sitemap names, after all that is linked; how many are pages of this site."""
        pages = [url for url in urls if route(url, self.site) is Route.PAGE]
        for url in pages[: 5 * self.limits.pages]:
            # No link says what the page is: its address may.
            words = path(url).replace("-", " ").replace("_", " ").replace("/", " ").strip()
            promise = self.interest(Link(url, url, words, home))
            self.frontier.add(address(url), depth=1, promise=promise, handicap=LATE)
        return len(pages)

    def _place(self, url: str, link: Link, promise: float, clicks: float, entry: Entry) -> None:
        where = route(url, self.site)
        announced = link.tag == "link" and where is Route.PAGE
        if link.tag in EMBEDDED and not link.made and where is not Route.NOWHERE:
            # What a page shows in itself is no page of its own, unless it is a frame of the same site.
            if where is Route.PAGE and link.tag == "iframe":
                self.frontier.add(url, link, parent=entry, promise=promise, handicap=clicks)
            else:
                self.outward.note(link, look=False)
        elif where is Route.PAGE and not announced:
            self.frontier.add(url, link, parent=entry, promise=promise, handicap=clicks)
        elif where is Route.FEED or announced:
            if self.frontier.knows(url):
                return
            if self.counts["feeds"] < self.limits.feeds:
                self.counts["feeds"] += 1
                self.frontier.add(url, link, parent=entry, promise=promise, handicap=min(clicks, 0.0), feed=True)
            else:
                self.frontier.mark(url)
                self.frontier.cut["more feeds than are read"] += 1
        elif where is not Route.NOWHERE:
            outside = not self.site.holds(url)
            self.outward.note(link, outside and (where is Route.NEAR or promise > 0))
