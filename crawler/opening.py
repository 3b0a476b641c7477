"""Opening: from the address that was given to the home page that answers, and to the pages that the site itself lists."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from crawler.answer import RawAnswer
from crawler.gathering import PASSING, better
from crawler.leads import onward
from crawler.sitemap import Survey
from crawler.url import address, is_web, join, site_of
from crawler.visit import Outcome, Visit

Read = Callable[[str], Awaitable[Visit]]


async def opening(start: str, read: Read) -> tuple[str, Visit]:
    """(the address asked for, the visit of the home page or what came instead of it).

    Without a scheme https is tried, then http. A home page that only sends its readers to another site (meta refresh, a
    script) is a redirect under another name: the page it leads to is the home page then.
    """
    bare = not is_web(start.lower())
    asked = join(f"https://{start}" if bare else start, "")
    if not asked:
        return start, Visit(start, Outcome.BAD_ANSWER, datetime.now(UTC), landed=start, detail="not a valid URL")
    asked = address(asked)
    home = await _twice(asked, read)
    if bare and home.status is None and home.outcome is not Outcome.ROBOTS:
        plain = await _twice("http" + asked.removeprefix("https"), read)
        home = plain if plain.outcome.alive else home
    elsewhere = onward(home.page) if home.page else None
    if elsewhere and not site_of(home.landed).holds(elsewhere):
        there = await _twice(elsewhere, read)
        home = there if there.page else home
    return asked, home


async def survey(urls: list[str], most_bytes: int, raw: Callable[[str], Awaitable[RawAnswer]]) -> Survey:
    """What these sitemaps, and those that they name, say of the site."""
    found = Survey(most_bytes=most_bytes)
    for url in urls:
        found.add(url)
    while asked := found.ask():
        url, depth = asked
        answer = await raw(url)
        if answer.outcome is Outcome.OK:
            found.answered(answer.data, answer.landed or url, depth)
    return found


async def _twice(url: str, read: Read) -> Visit:
    visit = await read(url)
    if visit.outcome.dead or visit.outcome in PASSING:
        visit = better(visit, await read(url))
    return visit
