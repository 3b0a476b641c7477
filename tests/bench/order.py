"""How many requests it takes until the site's features are found: best first, against breadth first."""

import heapq
from collections.abc import Mapping
from datetime import datetime

from checks.catalogue import catalogue
from checks.examine import Examination
from crawler.answer import RawAnswer
from crawler.frontier import Entry, Frontier
from crawler.limits import Limits
from crawler.line import Appetite, Line
from crawler.walk import Walk

SHARES = (50, 80, 95, 100)


class Counted:
    """A `Recorder` that counts requests."""

    def __init__(self) -> None:
        self.requests = 0

    def over(self, line: Line) -> "_Counting":
        return _Counting(line, self)

    def rendered(self, url: str, html: str, detail: str, at: datetime) -> None:
        pass

    def lacks(self, why: str) -> None:
        pass


class _Counting:
    def __init__(self, line: Line, counted: Counted) -> None:
        self._line = line
        self._counted = counted

    def holds(self, method: str, url: str) -> bool:
        return self._line.holds(method, url)

    async def locate(self, method: str, answer: RawAnswer, host: str, port: int) -> str | None:
        return await self._line.locate(method, answer, host, port)

    async def run(
        self, answer: RawAnswer, host: str, port: int, method: str, headers: Mapping[str, str], appetite: Appetite
    ) -> list[str]:
        self._counted.requests += 1
        return await self._line.run(answer, host, port, method, headers, appetite)

    def refused(self, method: str, answer: RawAnswer) -> None:
        self._line.refused(method, answer)

    def certificate(self, host: str) -> bytes | None:
        return self._line.certificate(host)

    async def close(self) -> None:
        await self._line.close()


class FirstComeFirstServed(Frontier):
    """Breadth first: what was met first is read first."""

    def _push(self, heap: list[tuple[float, int]], entry: Entry) -> None:
        heapq.heappush(heap, (0.0, self._slips.put(entry.slip)))


async def requests_until(url: str, pages: int, *, best_first: bool) -> dict[int, int]:
    """Share of the features in percent -> requests made when that many were found."""
    rules, counted = catalogue(), Counted()
    examination = Examination(rules.matcher, url)
    limits = Limits(pages=pages, delay=0, allow_private=True)
    walk = Walk(url, limits, interest=examination.interest if best_first else None, record=counted)
    if not best_first:
        walk._seen.frontier = FirstComeFirstServed(pages)
    course: list[tuple[int, int]] = []
    async for visit in walk:
        examination.see(visit)
        course.append((counted.requests, examination.found))
    most = course[-1][1]
    return {share: next(requests for requests, found in course if found >= most * share / 100) for share in SHARES}
