"""Outward: links that leave the site and documents on it: which are tried, in which order, side by side."""

import asyncio
from collections import Counter, deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field

from crawler.document import worth_reading
from crawler.link import Link
from crawler.url import Site, address, host, twin
from crawler.visit import Visit


@dataclass(frozen=True, slots=True)
class Try:
    """A URL to fetch out of turn; `probe` when only its life is asked."""

    url: str
    via: Link | None
    probe: bool
    paper: bool = False
    """a document to be read"""


@dataclass(slots=True)
class Outward:
    """Every address met that is not read as a page, with the first link to it. `most` bounds what is kept."""

    most: int
    cut: Counter[str] = field(default_factory=Counter)
    _found: dict[str, tuple[Link, bool]] = field(default_factory=dict)
    _pictures: dict[str, Link] = field(default_factory=dict)
    _done: set[str] = field(default_factory=set)

    def show(self, shown: Callable[[], Iterable[Link]], site: Site, most: int) -> None:
        """Takes the site's own images for a sample, the first `most` of the walk; once it is full a page costs nothing."""
        if len(self._pictures) >= most:
            return
        for link in shown():
            if len(self._pictures) < most and site.holds(link.href):
                self._pictures.setdefault(address(link.href), link)

    def note(self, link: Link, look: bool) -> None:
        """A link to probe later; `look` when its host is worth more than that: it is announced by the site, or its own."""
        key = address(link.href)
        if key in self._found:
            return
        if len(self._found) >= self.most:
            self.cut["more outward links than can be kept"] += 1
            return
        self._found[key] = (link, look)

    def links(self) -> list[Link]:
        """All that was noted, in the order met."""
        return [link for link, _ in self._found.values()]

    def papers(self, own: list[Link], most: int, promise: Callable[[Link], float]) -> list[Link]:
        """The documents among the site's `own` links that are to be read, the likeliest first."""
        likely = worth_reading(own, len(own), promise)
        if len(likely) > most:
            self.cut["more documents than are read"] += len(likely) - most
        return likely[:most]

    def done(self, url: str) -> None:
        """What was read needs no probe."""
        self._done.add(url)

    def plan(self, looks: int, links: int, promise: Callable[[Link], float], near: Callable[[str], bool]) -> list[Try]:
        """What is tried: landing pages of at most `looks` hosts, then at most `links` probes, by promise, then first seen.

        Images come last, and not at the cost of a link.
        """
        ranked: list[tuple[float, int, Link]] = []
        hosts: dict[str, tuple[bool, float, int, Link]] = {}
        for n, (link, look) in enumerate(self._found.values()):
            if address(link.href) in self._done:
                continue
            hope = promise(link)
            ranked.append((-hope, n, link))
            name = twin(host(link.href))
            if look and name not in hosts:
                hosts[name] = (not near(link.href), -hope, n, link)
        chosen = [entry[3] for entry in sorted(hosts.values(), key=lambda e: e[:3])[:looks]]
        taken = {address(link.href) for link in chosen}
        ranked.sort(key=lambda r: r[:2])
        rest = [link for _, _, link in ranked if address(link.href) not in taken]
        shown = [(url, link) for url, link in self._pictures.items() if url not in self._found]
        if len(rest) > links:
            self.cut["more links than the budget"] += len(rest) - links
        return [
            *(Try(address(link.href), link, False) for link in chosen),
            *(Try(address(link.href), link, True) for link in rest[:links]),
            *(Try(url, link, True) for url, link in shown[: max(0, links - len(rest))]),
        ]


async def abreast(
    items: Sequence[Try],
    lane: Callable[[Try], str],
    fetch: Callable[[Try], Awaitable[Visit]],
    *,
    each: int = 1,
) -> AsyncGenerator[tuple[int, Try, Visit], None]:
    """Every item with its number and its visit, in the order given, however long each takes.

    Items of one `lane` (a host) go one after the other, `each` at a time; how many requests are under way is the gate's affair:
    a lane that waits for its turn keeps no other from going on. `fetch` never raises.
    """
    loop = asyncio.get_running_loop()
    results: list[asyncio.Future[Visit]] = [loop.create_future() for _ in items]
    queues: dict[str, deque[int]] = {}
    for n, item in enumerate(items):
        queues.setdefault(lane(item), deque()).append(n)

    async def follow(queue: deque[int]) -> None:
        while queue:
            n = queue.popleft()
            try:
                visit = await fetch(items[n])
            except Exception as error:
                results[n].set_exception(error)
            else:
                results[n].set_result(visit)

    tasks = [asyncio.create_task(follow(queue)) for queue in queues.values() for _ in range(min(each, len(queue)))]
    try:
        for n, result in enumerate(results):
            yield n, items[n], await result
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
