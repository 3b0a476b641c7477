"""Walk: one site, from its address to a stream of visits, in an order that depends on nothing but the site."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from dataclasses import replace
from functools import partial

from crawler import missing
from crawler.account import TIME_IS_UP, WalkReport
from crawler.accounting import account
from crawler.address import Resolver
from crawler.answer import RawAnswer
from crawler.archive import Tape
from crawler.fetch import Door
from crawler.frontier import Entry
from crawler.gathering import MOST_LINKS, PASSING, Gathering, better, considered
from crawler.limits import Limits
from crawler.line import Line, Recorder
from crawler.link import Link
from crawler.memory import Memory
from crawler.opening import opening, survey
from crawler.outward import Try, abreast
from crawler.pace import Clocks, Pace, Still
from crawler.papers import Papers
from crawler.peril import Reading
from crawler.pictures import pictures
from crawler.politeness import Politeness
from crawler.shared import ALONE, Shared
from crawler.showing import Showing
from crawler.strangers import Strangers
from crawler.url import host, join, site_of, twin
from crawler.visit import Outcome, Visit


class Walk:
    """`async for visit in Walk(url, limits)`: one Visit for each URL tried; `report` says what was seen.

    `interest(link)` tells how much a link's words promise; it is asked again later, so that what the consumer has decided
    meanwhile no longer counts. `render`: never, auto (pages that scripts make), always. `start` may lack its scheme: https
    is tried, then http. `authorities` are certificates (PEM) trusted instead of the usual ones. `record` keeps what comes and
    what does not; `line` answers instead of the network (an archive), at once and without anybody waiting. `resume` is the
    recording of the same walk interrupted: what it holds is not asked again. `clocks` remember who asked for silence, `memory`
    the pages as they were: an unchanged one is not sent again. `shared` is used by other walks as well. Iterate once.
    """

    def __init__(
        self,
        start: str,
        limits: Limits,
        *,
        interest: Callable[[Link], float] | None = None,
        resolver: Resolver | None = None,
        authorities: str | None = None,
        render: str = "never",
        line: Line | None = None,
        record: Recorder | None = None,
        resume: Tape | None = None,
        clocks: Clocks | None = None,
        shared: Shared = ALONE,
        memory: Memory | None = None,
    ) -> None:
        self.start = start.strip()
        self.limits = limits
        self._showing = Showing(render, limits, self._script, record, line if isinstance(line, Tape) else None)
        self._door = Door(limits, resolver=resolver, authorities=authorities, line=line, record=record, resume=resume)
        self._pace = partial(Pace if line is None else Still, limits, seed=self.start, clocks=clocks, addresses=shared.addresses)
        self._memory = memory
        self._seen = Gathering(limits, interest or (lambda _: 0.0))
        self._papers, self._hearsay = Papers(self._seen, self._abreast, shared.readers), shared.hearsay
        self._strangers = Strangers(lambda url: self._door.fetch(url, gate=self._gate.brief, probe=True))
        self._again: list[tuple[Entry, Visit]] = []
        self._site = self._moved = self._robots = ""
        self._delay: float | None = None
        self._sitemap_urls: int | None = None
        self._began = self._ended = 0.0
        self._over = False

    @property
    def pending(self) -> int:
        """Pages that wait to be tried."""
        return self._seen.frontier.pending

    @property
    def report(self) -> WalkReport:
        """What was seen so far; final once the iteration has ended."""
        return account(
            self._seen,
            WalkReport(
                site=self._site,
                moved=self._moved,
                robots=self._robots,
                crawl_delay=self._delay,
                elapsed=self._ended - self._began,
                sitemap_urls=self._sitemap_urls,
            ),
            over=self._over,
            lack=self._showing.lack,
        )

    def __aiter__(self) -> AsyncIterator[Visit]:
        return self._walk()

    async def _walk(self) -> AsyncGenerator[Visit, None]:
        loop = asyncio.get_running_loop()
        self._began = loop.time()
        until = None if self.limits.seconds is None else self._began + self.limits.seconds
        most, pace = self.limits.max_robots, self._pace(until=until)
        self._gate = Politeness(self.limits, lambda url, gate: self._door.raw(url, max_bytes=most, max_hops=5, gate=gate), pace)
        async with self._door, self._showing, self._papers:
            try:
                async with aclosing(self._visits()) as visits:
                    async for visit in visits:
                        self._ended = loop.time()
                        with Reading(visit.landed):
                            yield visit
                self._over = True
            finally:
                self._ended = loop.time()
                await self._gate.close()

    async def _visits(self) -> AsyncGenerator[Visit, None]:
        home = await self._open()
        worth = self._seen.count(home)
        yield home
        if home.page is None or not worth:
            return
        if self._memory and not self._memory.agrees(home):
            self._memory = None
        self._expand(home, Entry(home.landed, None, 0, False, 0.0), on_home=True)
        self._seen.missing = missing.learn(await self._read(missing.unlikely(home.landed)), home)
        await self._read_sitemaps(home.landed)
        # What a second look brings back to life may lead further; each URL gets two looks and no more.
        more = True
        while more:
            async with aclosing(self._pages()) as visits:
                async for visit in visits:
                    yield visit
            again, self._again = self._again, []
            async with aclosing(self._second_look(again)) as visits:
                async for visit in visits:
                    yield visit
            more = bool(again)
        for url in self._memory.doubtful() if self._memory else ():
            yield replace(await self._read(url), reread=True)
        for stage in (self._papers.visits, self._outwards):
            async with aclosing(stage()) as visits:
                async for visit in visits:
                    yield visit

    async def _open(self) -> Visit:
        """The home page, or what came instead of it; from then on the site is known."""
        seen = self._seen
        asked, home = await opening(self.start, self._read)
        self._site = home.landed or home.url
        seen.site = site_of(self._site)
        self._moved = "" if seen.site == site_of(asked) else asked
        self._delay = self._gate.crawl_delay(self._site)
        for url in (asked, home.url, self._site):
            seen.frontier.mark(url)
        if home.status is None and self._gate.unreachable(self._site):
            self._robots = "unreachable"
        elif home.outcome is Outcome.ROBOTS:
            self._robots = "refused"
        if not home.outcome.alive or home.page is None:
            seen.why[f"home page: {home.outcome.value if home.outcome is not Outcome.OK else 'not a page'}"] = None
        return home

    async def _read(self, url: str, via: Link | None = None, *, probe: bool = False, paper: bool = False) -> Visit:
        scope = self._seen.site.holds if self._seen.site.name else None
        opener = self._papers.open if paper else None
        visit = await self._door.fetch(url, gate=self._gate.patient, via=via, probe=probe, in_scope=scope, opener=opener)
        return visit if probe or paper else await self._showing.show(visit)

    async def _read_again(self, entry: Entry) -> Visit:
        """A page; one that an earlier walk knew only if it has changed since."""
        known = self._memory.page(entry.url) if self._memory and not entry.feed else None
        if known is None:
            return await self._read(entry.url, entry.via)
        gate, holds = self._gate.patient, self._seen.site.holds
        visit = await self._door.fetch(entry.url, gate=gate, via=entry.via, in_scope=holds, headers=known.conditions)
        return visit if known.recognises(visit) else await self._showing.show(visit)

    def _expand(self, visit: Visit, entry: Entry, *, on_home: bool = False) -> None:
        seen = self._seen
        if visit.page:
            seen.expand(considered(visit.page), entry, on_home=on_home)
            seen.outward.show(partial(pictures, visit.page), seen.site, seen.limits.pictures)
            if len(visit.page.links) > MOST_LINKS:
                seen.frontier.cut["more links on a page than are read"] += len(visit.page.links) - MOST_LINKS
        elif visit.unchanged and self._memory:
            seen.expand(self._memory.leads(visit.url), entry)
            seen.outward.show(partial(self._memory.pictures, visit.url), seen.site, seen.limits.pictures)

    async def _read_sitemaps(self, home: str) -> None:
        seen = self._seen
        robots = await self._gate.robots(home)
        declared = [url for url in (robots.sitemaps if robots else ()) if seen.site.holds(url) or seen.site.near(url)]
        most, gate = self.limits.max_sitemap, self._gate.patient
        asked = declared or [join(home, "/sitemap.xml") or home]
        found = await survey(asked, most, lambda url: self._door.raw(url, max_bytes=most, gate=gate))
        if found.pages:
            self._sitemap_urls = seen.add_sitemap(list(found.pages), home)
        for fault in found.faults:
            seen.frontier.cut[f"sitemap: {fault}"] += 1

    async def _script(self, url: str) -> RawAnswer:
        return await self._door.raw(url, max_bytes=self.limits.max_body, gate=self._gate.brief)

    async def _pages(self) -> AsyncGenerator[Visit, None]:
        """Pages and feeds of the site until there is none, or no budget.

        A fixed lag: the next is chosen only when the oldest under way has been seen, so that no timing changes the order.
        """
        seen = self._seen
        flying: deque[tuple[Entry, asyncio.Task[Visit]]] = deque()
        try:
            while True:
                while len(flying) < self.limits.in_flight and (entry := seen.next(len(flying))):
                    flying.append((entry, asyncio.create_task(self._read_again(entry))))
                if not flying:
                    return
                entry, task = flying[0]
                visit = await task
                flying.popleft()
                if visit.outcome is Outcome.SKIPPED:
                    seen.skip(entry, visit.detail)
                    continue
                seen.judge(visit)
                if visit.outcome.dead or visit.outcome in PASSING:
                    seen.frontier.lost(entry)
                    self._again.append((entry, visit))
                    continue
                worth = seen.count(visit)
                yield visit
                if worth:
                    self._expand(visit, entry)
        finally:
            for _, task in flying:
                task.cancel()
            await asyncio.gather(*(task for _, task in flying), return_exceptions=True)

    async def _second_look(self, again: list[tuple[Entry, Visit]]) -> AsyncGenerator[Visit, None]:
        """Pages that were dead or silent, at another moment. Beyond the budget of pages only whether they are there."""
        seen, left = self._seen, self._seen.pages_left
        looks = [Try(entry.url, entry.via, n >= left) for n, (entry, _) in enumerate(again)]
        async with aclosing(self._abreast(looks)) as tried:
            async for n, _, visit in tried:
                entry, first = again[n]
                seen.judge(visit)
                visit = better(first, visit)
                worth = seen.count(visit)
                yield visit
                if worth:
                    self._expand(visit, entry)

    async def _outwards(self) -> AsyncGenerator[Visit, None]:
        """Landing pages of other hosts, then every other link: what seems dead is tried again when all the rest is done."""
        seen = self._seen
        tries = seen.outward.plan(self.limits.looks, self.limits.links, seen.interest, seen.site.near)
        dead: list[tuple[Try, Visit]] = []
        async with aclosing(self._abreast(tries)) as tried:
            async for _, what, visit in tried:
                if visit.outcome is Outcome.SKIPPED and visit.detail == TIME_IS_UP:
                    seen.why[TIME_IS_UP] = None
                    seen.frontier.cut["links not tried in time"] += 1
                    continue
                if seen.site.holds(what.url):
                    seen.judge(visit)
                seen.counts["links"] += 1
                if visit.outcome.dead:
                    dead.append((what, visit))
                else:
                    yield visit
        async with aclosing(self._abreast([what for what, _ in dead])) as tried:
            async for n, what, visit in tried:
                if seen.site.holds(what.url):
                    seen.judge(visit)
                yield better(dead[n][1], visit)

    def _abreast(self, tries: list[Try]) -> AsyncGenerator[tuple[int, Try, Visit], None]:
        """Many hosts at once, each politely; in the order given."""

        async def fetch(what: Try) -> Visit:
            if self._seen.site.holds(what.url):
                return await self._read(what.url, what.via, probe=what.probe, paper=what.paper)
            ask = partial(stranger, what)
            return await (self._hearsay.probe(what.url, what.via, ask) if self._hearsay and what.probe else ask())

        async def stranger(what: Try) -> Visit:
            visit = await self._door.fetch(what.url, gate=self._gate.brief, via=what.via, probe=what.probe)
            return await self._strangers.judge(visit)

        return abreast(
            tries,
            lambda what: twin(host(what.url)),
            fetch,
            each=self.limits.in_flight if self.limits.delay <= 0 else 1,
        )
