"""Showing: which pages of a walk are shown to a browser, and what a walk without one says."""

from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Self

from crawler import render
from crawler.answer import RawAnswer
from crawler.archive import Tape
from crawler.leads import onward
from crawler.limits import MIB, Limits
from crawler.line import Recorder
from crawler.peril import Reading
from crawler.visit import Outcome, Visit

_KEPT = 200
_LARGEST = MIB


class Showing:
    """`mode`: never, auto (pages that scripts make), always. `fetch` gives the bytes of a script, politely; never raises.

    `record` keeps what a browser showed; with a `tape` nothing is shown but what it kept.
    """

    def __init__(
        self,
        mode: str,
        limits: Limits,
        fetch: Callable[[str], Awaitable[RawAnswer]],
        record: Recorder | None = None,
        tape: Tape | None = None,
    ) -> None:
        if tape is not None:
            self.lack = tape.lack
        else:
            self.lack = "pages were not to be rendered" if mode == "never" else render.missing() or ""
        """why nothing can be rendered, '' when it can"""
        self._always = mode == "always"
        self._fetch = fetch
        self._scripts: dict[str, RawAnswer] = {}
        self._record, self._tape = record, tape
        if record is not None and self.lack:
            record.lacks(self.lack)
        self._browser = None if self.lack or tape is not None else render.Browser(self._once, user_agent=limits.user_agent)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._browser is not None:
            await self._browser.__aexit__(kind, error, trace)

    async def show(self, visit: Visit) -> Visit:
        """The visit, rendered when that is wanted, needed and possible."""
        if visit.page is None:
            return visit
        with Reading(visit.landed):
            if not (self._always or scripted(visit)):
                return visit
        where = visit.page.url
        if self._tape is not None:
            kept = self._tape.rendition(where)
            return render.rendered(visit, *kept) if kept else visit
        if self._browser is None:
            return visit
        shown = await self._browser.render(visit)
        if self._record is not None and shown.rendered and shown.page is not None:
            self._record.rendered(where, shown.page.html, shown.detail, shown.fetched_at)
        return shown

    async def _once(self, url: str) -> RawAnswer:
        """Every page of a site asks for the same scripts: one request each is enough."""
        known = self._scripts.get(url)
        if known is None:
            known = await self._fetch(url)
            if known.outcome is Outcome.OK and len(known.data) <= _LARGEST and len(self._scripts) < _KEPT:
                self._scripts[url] = known
        return known


def scripted(visit: Visit) -> bool:
    """Whether scripts make this page and nobody has run them: what it says is unknown."""
    page = visit.page
    return page is not None and not visit.rendered and render.needs_rendering(page) and onward(page) is None
