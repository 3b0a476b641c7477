"""Missing: what a site answers for a page that cannot exist, and whether another answer is the same. Pure.

Many sites answer 200 to everything, or send whoever is lost to the home page: without this no dead link would be found.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

from crawler.page import Page
from crawler.url import fingerprint, host, join, path
from crawler.visit import Outcome, Visit

_WORD = re.compile(r"\w+")
# Names under which the home page legitimately answers.
_HOME = re.compile(r"/(?:[a-z]{2}/)?(?:(?:index|home|accueil|default|bienvenue|main|start|spip)(?:\.\w{2,5})?/?)?", re.I)
# A page made by scripts is the same shell for every address: nothing can be told from it.
_FEWEST = 8


def unlikely(site: str) -> str:
    """A URL on the site of `site` (a URL) that no site has: the same at each walk, another for each host."""
    name = blake2b(host(site).encode(), digest_size=8).hexdigest()
    return join(site, f"/arobase-{name}") or site


def at_home(url: str) -> bool:
    """Whether the URL is one under which a home page answers."""
    return _HOME.fullmatch(path(url)) is not None


@dataclass(frozen=True, slots=True)
class Missing:
    """`landed`: where the lost are sent, '' when they stay; else `title` and `own` words are those of the answer they get,
    `common` the words of the home page, which count for nothing, `links` what both lead to.
    """

    landed: str
    title: str
    own: frozenset[str]
    common: frozenset[str]
    links: frozenset[str]

    def matches(self, visit: Visit) -> bool:
        """Whether the visit, for all that it went well, shows that there is no such page."""
        if visit.outcome is not Outcome.OK:
            return False
        home = at_home(visit.url)
        if self.landed:
            return not home and bool(visit.hops) and _place(visit.landed) == self.landed and _place(visit.url) != self.landed
        page = visit.page
        if page is None or (home and "?" not in visit.url) or _title(page, visit.url) != self.title:
            return False
        # A page that leads somewhere new is a page, whatever its words.
        if len(_links(page) - self.links) > 2:
            return False
        own = _words(page) - self.common - _tokens(visit.url)
        if not self.own:
            return len(own) <= 3
        return len(own & self.own) >= 0.9 * len(self.own) and len(own - self.own) <= max(3, len(self.own) // 5)


def learn(visit: Visit, home: Visit) -> Missing | None:
    """What the visit of an `unlikely` URL teaches; None when the site says honestly that there is no such page."""
    if visit.outcome is not Outcome.OK or home.page is None:
        return None
    common = _words(home.page)
    if visit.hops and _place(visit.landed) != _place(visit.url):
        return Missing(_place(visit.landed), "", frozenset(), common, frozenset())
    if visit.page is None:
        return None
    words = _words(visit.page)
    if len(words) < _FEWEST:
        return None
    links = _links(visit.page) | _links(home.page)
    return Missing("", _title(visit.page, visit.url), words - common - _tokens(visit.url), common, links)


def _place(url: str) -> str:
    """The address without its query: some error pages get the lost address as a parameter."""
    return fingerprint(url).partition("?")[0]


def _words(page: Page) -> frozenset[str]:
    return frozenset(_WORD.findall(page.text.lower()))


def _links(page: Page) -> frozenset[str]:
    return frozenset(link.href for link in page.links)


def _tokens(url: str) -> frozenset[str]:
    return frozenset(_WORD.findall(url.lower()))


def _title(page: Page, url: str) -> str:
    # Some error pages repeat the address. A title that is nothing else is not like any other.
    echo = _tokens(url)
    return " ".join(word for word in _WORD.findall(page.title.lower()) if word not in echo) or page.title
