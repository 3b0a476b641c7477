"""One request and its answer: a deadline, a minimum rate, a bounded body, and TLS told apart. Never raises."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import aclosing

from crawler import tls
from crawler.answer import RawAnswer, judge, redirects
from crawler.decode import Undecodable, unpack
from crawler.limits import KIB, Limits
from crawler.line import Appetite
from crawler.visit import Outcome
from crawler.wire import Broken, Reply, Wire

_BODILESS = (204, 304)
# An encoded body may be a little longer than what it holds.
_SLACK = 64 * KIB


class Exchange:
    """Asks one URL and fills the answer; remembers which hosts forget a certificate of their chain."""

    def __init__(self, limits: Limits, wire: Wire) -> None:
        self._limits = limits
        self._wire = wire
        self._incomplete: set[tuple[str, int]] = set()

    async def run(
        self, answer: RawAnswer, host: str, port: int, method: str, headers: Mapping[str, str], appetite: Appetite
    ) -> list[str]:
        """Ask `answer.landed`; `answer.onward` is set when it redirects. Returns the Set-Cookie lines."""
        deadline = asyncio.get_running_loop().time() + self._limits.deadline
        reply: Reply | None = None
        try:
            async with asyncio.timeout_at(deadline):
                reply = await self._ask(answer, host, port, method, headers)
            answer.status, answer.headers = reply.status, reply.headers
            answer.sent, answer.received, answer.reason = reply.sent, reply.received, reply.reason
            if not redirects(answer):
                wanted = appetite(reply.status, answer.landed, reply.headers)
                if wanted and method == "GET" and reply.status not in _BODILESS:
                    await self._read(reply, answer, wanted, deadline)
                judge(answer)
        except Broken as broken:
            answer.outcome, answer.detail = broken.outcome, broken.detail
        except TimeoutError:
            answer.outcome, answer.detail = Outcome.TIMEOUT, "no answer before the deadline"
        finally:
            if reply is not None:
                await reply.close()
        return reply.cookies if reply is not None else []

    async def _ask(self, answer: RawAnswer, host: str, port: int, method: str, headers: Mapping[str, str]) -> Reply:
        answer.unverified = (host, port) in self._incomplete
        try:
            return await self._wire.ask(method, answer.landed, headers, verify=not answer.unverified)
        except Broken as broken:
            if broken.code is None:
                raise
            outcome = tls.classify(broken.code, await self._wire.look(host, port))
            if outcome is not Outcome.TLS_INCOMPLETE:
                raise Broken(outcome, broken.detail) from broken
        # Browsers fetch the missing certificate and show the page: it is read without proof of who sent it, and said so.
        self._incomplete.add((host, port))
        answer.unverified = True
        return await self._wire.ask(method, answer.landed, headers, verify=False)

    async def _read(self, reply: Reply, answer: RawAnswer, wanted: int, deadline: float) -> None:
        """Reads at most `wanted` decoded bytes into the answer. What came before a failure is kept. Raises Broken."""
        raw = bytearray()
        failure: Broken | None = None
        started = time.monotonic()
        try:
            async with asyncio.timeout_at(deadline), aclosing(reply.chunks()) as chunks:
                async for chunk in chunks:
                    raw += chunk
                    spent = time.monotonic() - started
                    if len(raw) > wanted + _SLACK:
                        answer.truncated = True
                        break
                    if spent > self._limits.grace and len(raw) < self._limits.rate * spent:
                        failure = Broken(Outcome.TIMEOUT, f"{len(raw)} bytes in {spent:.0f} s")
                        break
        except TimeoutError:
            failure = Broken(Outcome.TIMEOUT, "cut at the deadline")
        except Broken as broken:
            failure = broken
        if failure is not None:
            if not raw:
                raise failure
            answer.truncated, answer.detail = True, failure.detail
        try:
            answer.data, cut = unpack(bytes(raw), answer.headers.get("content-encoding", ""), wanted)
        except Undecodable as error:
            raise Broken(Outcome.BAD_ANSWER, str(error)) from error
        answer.truncated = answer.truncated or cut
