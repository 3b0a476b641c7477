"""THE network door: a URL goes in, a Visit comes out, whatever happens in between.

Redirects are followed here, hop by hop, so that scheme, address, robots and rate are looked at again each time. What the
network does wrong becomes an Outcome; no exception but a cancellation leaves this file.
"""

import asyncio
import dataclasses
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import TracebackType
from typing import Protocol, Self

from crawler import tls
from crawler.account import SILENT, TIME_IS_UP
from crawler.address import DnsFailure, NoSuchHost, Resolver, UnsafeAddress
from crawler.answer import RawAnswer, media_type, readable, retry_after, to_visit
from crawler.archive import Tape
from crawler.document import is_pdf
from crawler.limits import KIB, Limits
from crawler.line import Appetite, Line, Recorder
from crawler.link import Link
from crawler.network import Network
from crawler.resumed import Resumed
from crawler.url import cut, is_web, parts
from crawler.visit import Certificate, Hop, Outcome, Visit

Opener = Callable[[Visit, RawAnswer], Awaitable[None]]
"""Given the visit of a document and its bytes, which nobody keeps."""


class Gate(Protocol):
    """Politeness: asked before each request, told after it."""

    @property
    def expired(self) -> bool:
        """Whether a refusal is for want of time."""
        ...

    async def admit(self, url: str, address: str | None = None) -> Outcome | None:
        """Waits for the host's turn; an outcome is a refusal, and then no request is made."""
        ...

    async def allowed(self, url: str) -> Outcome | None:
        """Without waiting: what robots.txt says of a URL whose answer is kept already."""
        ...

    def answered(self, url: str, *, status: int | None, elapsed: float, retry_after: float | None, outcome: Outcome) -> None:
        """Called exactly once for each request that was admitted. Seconds."""
        ...


@dataclass(slots=True)
class _Trip:
    """What is carried from hop to hop."""

    method: str
    headers: dict[str, str]
    hops: list[Hop] = field(default_factory=list)
    elapsed: float = 0.0
    cookies: dict[str, dict[str, str]] = field(default_factory=dict)
    """origin -> name -> value: some sites redirect to the same URL to see whether cookies come back. Gone with the trip."""
    taken: int = 0
    """how many different cookies were taken"""


class Door:
    """The one way to the network: `async with Door(limits) as door: visit = await door.fetch(url)`.

    `now` is the clock of `fetched_at`; `authorities` replaces the trusted certificates (PEM), for intranets and tests;
    `line` is asked instead of the network; `resume` holds what an interrupted walk recorded; `record` listens.
    """

    def __init__(
        self,
        limits: Limits,
        *,
        resolver: Resolver | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        authorities: str | None = None,
        line: Line | None = None,
        record: Recorder | None = None,
        resume: Tape | None = None,
    ) -> None:
        self._limits = limits
        self._now = now
        asked: Line = line or Network(limits, resolver=resolver, authorities=authorities)
        if resume is not None:
            asked = Resumed(resume, asked)
        self._line = record.over(asked) if record else asked
        self._probes: dict[str, asyncio.Task[Visit]] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        for task in self._probes.values():
            task.cancel()
        await asyncio.gather(*self._probes.values(), return_exceptions=True)
        await self._line.close()

    async def fetch(
        self,
        url: str,
        *,
        gate: Gate | None = None,
        via: Link | None = None,
        probe: bool = False,
        in_scope: Callable[[str], bool] | None = None,
        headers: Mapping[str, str] | None = None,
        opener: Opener | None = None,
    ) -> Visit:
        """Visit a URL. Never raises, except CancelledError.

        `probe` asks only whether something is there: HEAD, then GET when HEAD was refused, and then at most
        `limits.max_sniff` bytes are read; the page of a probe is there to tell soft 404s, not to be examined.
        `in_scope` judges where redirects led: when it says no, the body is not read. `headers` (If-None-Match …) are sent
        to the first origin only. Equal probes in flight share one request. With an `opener` a PDF is read as well.
        """
        if not probe or headers:
            return await self._visit(url, gate, via, probe, in_scope, headers, opener)
        key = url.partition("#")[0]
        task = self._probes.get(key)
        if task is None:
            task = asyncio.create_task(self._visit(url, gate, via, probe, in_scope, headers))
            self._probes[key] = task
            task.add_done_callback(lambda _: self._probes.pop(key, None))
        visit = await asyncio.shield(task)
        return dataclasses.replace(visit, url=url, via=via)

    async def raw(
        self,
        url: str,
        *,
        max_bytes: int,
        max_hops: int = 5,
        gate: Gate | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> RawAnswer:
        """The bytes of robots.txt, a sitemap, a script … whatever their type, only Content-Encoding undone. Never raises."""

        def appetite(status: int, landed: str, answered: Mapping[str, str]) -> int:
            return max_bytes if 200 <= status < 300 else min(max_bytes, self._limits.max_sniff)

        return await self._travel(url, _Trip("GET", dict(headers or {})), gate, max_hops, appetite)

    async def _visit(
        self,
        url: str,
        gate: Gate | None,
        via: Link | None,
        probe: bool,
        in_scope: Callable[[str], bool] | None,
        headers: Mapping[str, str] | None,
        opener: Opener | None = None,
    ) -> Visit:
        left = False

        def appetite(status: int, landed: str, answered: Mapping[str, str]) -> int:
            nonlocal left
            # Only redirects lead out: a URL asked for by name is wanted wherever it is.
            left = bool(trip.hops) and in_scope is not None and not in_scope(landed)
            if opener and not left and 200 <= status < 300 and is_pdf(media_type(answered), landed):
                return self._limits.max_document if not _longer(answered, self._limits.max_document) else 0
            if not readable(media_type(answered)):
                return 0
            if probe or not 200 <= status < 300:
                return self._limits.max_sniff
            return 0 if left else self._limits.max_body

        trip = _Trip("HEAD" if probe else "GET", dict(headers or {}))
        answer = await self._travel(url, trip, gate, self._limits.max_hops, appetite)
        if left and answer.outcome is Outcome.OK:
            answer.outcome = Outcome.OUT_OF_SCOPE
        shown = self._certificate(answer.landed)
        visit = to_visit(answer, fetched_at=answer.at or self._now(), via=via, probe=probe, certificate=shown)
        if opener:
            await opener(visit, answer)
        return visit

    def _certificate(self, url: str) -> Certificate | None:
        found = parts(url) if url.startswith("https:") else None
        der = self._line.certificate(found.hostname) if found else None
        return tls.certificate(der) if der else None

    async def _travel(self, url: str, trip: _Trip, gate: Gate | None, max_hops: int, appetite: Appetite) -> RawAnswer:
        here, asked = url, set[tuple[str, int]]()
        while True:
            had = trip.taken
            try:
                answer = await self._hop(here, trip, gate, appetite)
            except Exception as error:
                answer = RawAnswer(here, Outcome.BAD_ANSWER, landed=here, detail=f"{type(error).__name__}: {error}"[:300])
            answer.url, answer.hops, answer.elapsed = url, tuple(trip.hops), trip.elapsed
            if not answer.onward:
                if trip.method == "HEAD" and _get_may_tell_more(answer):
                    trip.method = "GET"
                    continue
                return answer
            trip.hops.append(Hop(answer.landed, answer.status or 0))
            asked.add((answer.landed, had))
            # The same URL is worth asking again only with a cookie it had not.
            if len(trip.hops) > max_hops or (answer.onward, trip.taken) in asked:
                answer.hops, answer.outcome = tuple(trip.hops), Outcome.REDIRECT_LOOP
                return answer
            if _origin(answer.onward) != _origin(answer.landed):
                trip.headers.clear()
            here = answer.onward

    async def _hop(self, url: str, trip: _Trip, gate: Gate | None, appetite: Appetite) -> RawAnswer:
        """One request, if the URL, its address and the gate allow it."""
        found = parts(url)
        if found is None:
            return RawAnswer(url, Outcome.BAD_ANSWER, detail="not a valid URL")
        if not is_web(found.href):
            return RawAnswer(url, Outcome.UNSAFE_ADDRESS, landed=url, detail=f"scheme {found.protocol}")
        here = found.href.partition("#")[0]
        port = int(found.port or (443 if here.startswith("https:") else 80))
        if "@" in here and (found.username or found.password):
            # Names and passwords written in a URL are never sent.
            here = f"{found.protocol}//{found.host}{found.pathname}{found.search}"
        answer = RawAnswer(url, Outcome.SKIPPED, landed=here)
        try:
            address = await self._line.locate(trip.method, answer, found.hostname, port)
        except (UnsafeAddress, NoSuchHost, DnsFailure) as error:
            answer.outcome, answer.detail = _unresolved(error), str(error)[:300]
            return answer
        held = self._line.holds(trip.method, here)
        refusal = await (gate.allowed(here) if held else gate.admit(here, address)) if gate else None
        if refusal is not None:
            answer.outcome = refusal
            if gate and refusal is Outcome.SKIPPED:
                answer.detail = TIME_IS_UP if gate.expired else SILENT
            self._line.refused(trip.method, answer)
            return answer
        started = time.monotonic()
        headers = dict(trip.headers)
        jar = trip.cookies.setdefault(_origin(here), {})
        if jar:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in jar.items())
        try:
            trip.taken += _keep(jar, await self._line.run(answer, found.hostname, port, trip.method, headers, appetite))
        finally:
            spent = time.monotonic() - started
            trip.elapsed += spent
            if gate and not held:
                wait = retry_after(answer.headers.get("retry-after"), self._now())
                gate.answered(here, status=answer.status, elapsed=spent, retry_after=wait, outcome=answer.outcome)
        return answer


def _origin(url: str) -> str:
    scheme, _, netloc, _, _ = cut(url)
    return f"{scheme}://{netloc}" if scheme else ""


def _longer(answered: Mapping[str, str], most: int) -> bool:
    said = answered.get("content-length", "")
    return said.isdecimal() and int(said[:20]) > most


def _get_may_tell_more(answer: RawAnswer) -> bool:
    """Whether what met a HEAD is worth a GET. Not after 429: a second request at once would be rude."""
    if answer.status is None:
        return answer.outcome in (Outcome.UNREACHABLE, Outcome.BAD_ANSWER)
    return not answer.outcome.alive and answer.outcome not in (Outcome.RATE_LIMITED, Outcome.TIMEOUT)


def _unresolved(error: Exception) -> Outcome:
    if isinstance(error, UnsafeAddress):
        return Outcome.UNSAFE_ADDRESS
    return Outcome.NO_SUCH_HOST if isinstance(error, NoSuchHost) else Outcome.DNS_FAILURE


def _keep(jar: dict[str, str], lines: list[str]) -> int:
    """Puts the cookies of Set-Cookie lines into the jar; how many had not been there."""
    had = len(jar)
    for line in lines[:50]:
        name, equals, value = line.partition(";")[0].partition("=")
        if equals and name.strip() and len(line) < 4 * KIB:
            jar[name.strip()] = value.strip()
    return len(jar) - had
