"""Leads: what a page offers to follow besides its links, and how promising the place of a link is. Pure."""

import re

from crawler.embed import links_of
from crawler.link import Link
from crawler.page import Page
from crawler.url import is_web, join

_REFRESH = re.compile(r"^\s*([\d.]*)\s*[;,]?\s*(?:url\s*=\s*)?['\"]?\s*([^'\"]+)", re.I)
_LOCATION = re.compile(
    r"(?:window|document|top|self|parent)?\.?location(?:\.href)?\s*(?:=|\.(?:replace|assign)\()\s*['\"]([^'\"]{1,500})['\"]", re.I
)
_PLAN = re.compile(r"\bplan[\s_-]*(?:du|de)?[\s_-]*site\b|\bsite[\s_-]?map\b", re.I)
_FEW_LINKS = 3
_SPLASH = 20_000

# Clicks taken off (or added to) the cost of a link by where it stands.
_ON_HOME = {"nav": -6.0, "header": -5.0, "footer": -4.0, "main": -3.0, "aside": -2.0, "": -3.0, "head": 0.0}
_ELSEWHERE = {"nav": -0.5, "main": 0.0, "header": 0.5, "aside": 1.0, "footer": 1.5, "": 0.0, "head": 2.0}
_PLAN_FIRST = -8.0
# `rel=nofollow` on one's own page is put by CMSs on calendars, sorted lists, print views: a hint of a trap, not a ban.
_NOFOLLOW = 4.0


def handicap(link: Link, on_home: bool) -> float:
    """Clicks added to the cost of following this link: navigation of the home page and the plan of the site come first."""
    clicks = (_ON_HOME if on_home else _ELSEWHERE).get(link.region, 0.0)
    if _PLAN.search(link.text) or _PLAN.search(link.raw):
        clicks += _PLAN_FIRST
    if "nofollow" in link.rel:
        clicks += _NOFOLLOW
    return clicks


def onward(page: Page) -> str | None:
    """Where a page that is only a door sends its readers by itself (meta refresh, or a script on a page without links)."""
    if len(page.links) >= _FEW_LINKS:
        return None
    for node in page.tree.css("meta[http-equiv]"):
        if (node.attributes.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.match(node.attributes.get("content") or "")
            where = join(page.base, found[2]) if found else None
            if where and is_web(where) and where != page.url:
                return where
    if not page.links and len(page.html) < _SPLASH:
        for node in page.tree.css("script"):
            found = _LOCATION.search(node.text())
            where = join(page.base, found[1]) if found else None
            if where and is_web(where) and where != page.url:
                return where
    return None


def unlinked(page: Page) -> list[Link]:
    """Links that are no hyperlinks: announced feeds, what is embedded, and where a page without links sends its readers."""
    found = [*page.feeds, *links_of(page.embeds, page.url)]
    where = onward(page)
    if where:
        found.append(Link(where, where, "", page.url, "", "main", "meta"))
    return found
