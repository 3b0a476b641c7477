"""Servers that misbehave: bombs, slow, endless and malformed answers."""

import asyncio
import gzip
import time
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable

import brotli  # type: ignore[import-untyped,unused-ignore]
import pytest
import zstandard

from crawler.fetch import Door
from crawler.limits import MIB, Limits
from crawler.visit import Outcome
from tests.crawler.conftest import QUICK
from tests.web import HTML, Answer, Request, Web, drip, endless, page


def _zeros(wrap: Callable[[bytes], bytes]) -> Callable[[], bytes]:
    return lambda: wrap(bytes(64 * MIB))


BOMBS = {
    "gzip": _zeros(gzip.compress),
    "deflate": _zeros(zlib.compress),
    "br": _zeros(lambda data: brotli.compress(data, quality=1)),
    "zstd": _zeros(zstandard.ZstdCompressor().compress),
    "gzip, gzip": _zeros(lambda data: gzip.compress(gzip.compress(data))),
}


@pytest.mark.parametrize("encoding", BOMBS)
async def test_bomb(web: Web, door: Door, encoding: str) -> None:
    web.answers["a.fr", "/"] = Answer(200, {**HTML, "Content-Encoding": encoding}, BOMBS[encoding]())
    tracemalloc.start()
    visit = await door.fetch("http://a.fr/")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert visit.truncated
    assert visit.size == QUICK.max_body
    assert peak < 12 * MIB


async def test_slow_bytes(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = Answer(200, HTML, drip(b"<p>bonjour</p>", 0.05))
    started = time.monotonic()
    visit = await door.fetch("http://a.fr/")
    assert 0.4 < time.monotonic() - started < 1
    assert visit.truncated
    assert visit.page is not None
    assert "bonjour" in visit.page.text


async def test_deadline(web: Web) -> None:
    limits = Limits(allow_private=True, deadline=0.5, rate=1)
    web.answers["a.fr", "/"] = Answer(200, HTML, drip(b"<p>bonjour</p>", 0.05))
    async with Door(limits, resolver=web.resolver) as door:
        visit = await door.fetch("http://a.fr/")
    assert visit.truncated
    assert visit.page is not None
    assert visit.elapsed < 0.8


async def test_silence(web: Web, door: Door) -> None:
    async def wait(request: Request) -> Answer:
        await asyncio.sleep(5)
        return page()

    web.answers["a.fr", "/"] = wait
    web.answers["a.fr", "/body"] = Answer(200, HTML, drip(b"x", 5))
    assert (await door.fetch("http://a.fr/")).outcome is Outcome.TIMEOUT
    assert (await door.fetch("http://a.fr/body")).outcome is Outcome.TIMEOUT


async def test_endless_body(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = Answer(200, HTML, endless(b"<p>" + b"x" * 10_000))
    visit = await door.fetch("http://a.fr/")
    assert visit.outcome is Outcome.OK
    assert (visit.size, visit.truncated) == (QUICK.max_body, True)


@pytest.mark.parametrize(
    "piece", [b"X-A: b\r\n", b"x" * 1000, b"X-A: " + b"b" * 5000 + b"\r\n", b"\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"]
)
async def test_endless_headers(web: Web, door: Door, piece: bytes) -> None:
    async def talk() -> AsyncIterator[bytes]:
        yield b"HTTP/1.1 200 OK\r\n" if b"100" not in piece and piece != b"\r\n" else b""
        async for piece_again in endless(piece * 10):
            yield piece_again

    web.answers["a.fr", "/"] = lambda request: Answer(body=talk(), raw=True)
    tracemalloc.start()
    visit = await door.fetch("http://a.fr/")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert visit.outcome in (Outcome.BAD_ANSWER, Outcome.TIMEOUT)
    assert peak < 40 * MIB


@pytest.mark.parametrize(
    ("sent", "outcome"),
    [
        (b"", Outcome.UNREACHABLE),
        (b"SSH-2.0-OpenSSH\r\n", Outcome.BAD_ANSWER),
        (b"HTTP/1.1 abc\r\n\r\n", Outcome.BAD_ANSWER),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", Outcome.BAD_ANSWER),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", Outcome.BAD_ANSWER),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08", Outcome.BAD_ANSWER),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: lzma\r\n\r\nabc", Outcome.BAD_ANSWER),
    ],
)
async def test_malformed(web: Web, door: Door, sent: bytes, outcome: Outcome) -> None:
    web.answers["a.fr", "/"] = Answer(body=sent, raw=True)
    assert (await door.fetch("http://a.fr/")).outcome is outcome


async def test_body_shorter_than_announced_is_kept(web: Web, door: Door) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<h1>Mairie</h1>"
    web.answers["a.fr", "/"] = Answer(body=head, raw=True)
    visit = await door.fetch("http://a.fr/")
    assert visit.truncated
    assert visit.page is not None


async def test_header_of_odd_bytes(web: Web, door: Door) -> None:
    sent = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Town: \xc9vry\r\nConnection: close\r\n\r\n<h1>Mairie</h1>"
    web.answers["a.fr", "/"] = Answer(body=sent, raw=True)
    assert (await door.fetch("http://a.fr/")).outcome is Outcome.OK


async def test_connection_refused(web: Web, door: Door) -> None:
    assert (await door.fetch("http://127.0.0.1:9/")).outcome is Outcome.UNREACHABLE


async def test_challenge_with_status_200(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = Answer(200, HTML, b"<title>Just a moment...</title><script>window._cf_chl_opt={}</script>")
    visit = await door.fetch("http://a.fr/")
    assert (visit.outcome, visit.status, visit.page, visit.detail) == (Outcome.CHALLENGE, 200, None, "Cloudflare")
