"""Papers: the stage of a walk that reads documents: those of the site that promise something, and where they lead."""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from types import TracebackType
from typing import Self

from crawler.answer import RawAnswer
from crawler.document import MAGIC
from crawler.gathering import Gathering
from crawler.limits import KIB
from crawler.outward import Try
from crawler.reader import Reader, Readers, Unreadable
from crawler.route import Route, route
from crawler.url import address
from crawler.visit import Outcome, Visit

Abreast = Callable[[list[Try]], AsyncGenerator[tuple[int, Try, Visit], None]]


class Papers:
    """The documents of the site that `seen` has met. `readers` are processes that open them, shared with other walks."""

    def __init__(self, seen: Gathering, abreast: Abreast, readers: Readers | None = None) -> None:
        self._seen = seen
        self._abreast = abreast
        self._own = Reader()
        self._reader = readers or self._own

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._own.__aexit__(kind, error, trace)

    async def open(self, visit: Visit, answer: RawAnswer) -> None:
        """Puts the document into the visit of its answer, or the reason why nothing could be read of it."""
        if visit.outcome is not Outcome.WRONG_TYPE:
            return
        if answer.truncated:
            visit.detail = visit.detail or "not read: too large"
        elif MAGIC in answer.data[:KIB]:
            try:
                visit.document = await self._reader.read(answer.data, visit.landed)
            except Unreadable as why:
                visit.detail = visit.detail or f"not read: {why}"
        elif answer.data:
            visit.detail = visit.detail or "not read: no PDF, whatever its type says"
        else:
            visit.detail = visit.detail or "not read: too large, or empty"
        visit.outcome = Outcome.TLS_INCOMPLETE if answer.unverified else Outcome.OK

    async def visits(self) -> AsyncGenerator[Visit, None]:
        """The documents read, in the order of what they promise. What is no living document is left to be probed as a link."""
        seen = self._seen
        own = [link for link in seen.outward.links() if seen.site.holds(link.href)]
        chosen = seen.outward.papers(own, seen.limits.documents, seen.interest)
        async with aclosing(self._abreast([Try(address(link.href), link, False, True) for link in chosen])) as tried:
            async for _, what, visit in tried:
                if visit.outcome not in (Outcome.OK, Outcome.TLS_INCOMPLETE) or visit.page or visit.feed:
                    continue
                seen.outward.done(what.url)
                seen.counts["links"] += 1
                seen.counts["documents" if visit.document else "documents not read"] += 1
                yield visit
                for link in visit.document.links if visit.document else ():
                    url = address(link.href)
                    if route(url, seen.site) is not Route.NOWHERE and not seen.frontier.knows(url):
                        seen.outward.note(link, look=False)
        if seen.counts["documents not read"]:
            seen.outward.cut["documents that could not be read"] = seen.counts["documents not read"]
