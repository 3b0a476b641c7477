"""The door, attacked on real sockets."""

import asyncio
import gzip
import time
import tracemalloc
import zlib
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

import brotli  # type: ignore[import-untyped,unused-ignore]
import pytest
import zstandard

from crawler.address import Endpoint
from crawler.fetch import Door
from crawler.limits import KIB, MIB, Limits
from crawler.visit import Hop, Outcome, Visit
from tests.web import Answer, Request, Web, drip, endless

HTML = {"Content-Type": "text/html"}
QUICK = Limits(allow_private=True, connect_timeout=2, read_timeout=1, deadline=2, grace=0.5, rate=1000, max_body=MIB)


@pytest.fixture
async def web(tmp_path: Path) -> AsyncIterator[Web]:
    async with Web(tmp_path) as web:
        yield web


@pytest.fixture
async def door(web: Web) -> AsyncIterator[Door]:
    async with Door(QUICK, resolver=web.resolver) as door:
        yield door


class Gate:
    """Admits all but what it was told to refuse, and remembers."""

    def __init__(self, **refused: Outcome) -> None:
        self.refused = refused
        self.admitted: list[str] = []
        self.told: list[tuple[str, int | None, float | None, Outcome]] = []

    async def admit(self, url: str, address: str | None = None) -> Outcome | None:
        assert address == "127.0.0.1"
        refusal = next((outcome for part, outcome in self.refused.items() if part in url), None)
        if refusal is None:
            self.admitted.append(url)
        return refusal

    def answered(self, url: str, *, status: int | None, elapsed: float, retry_after: float | None, outcome: Outcome) -> None:
        assert elapsed >= 0
        self.told.append((url, status, retry_after, outcome))


def page(words: str = "Bienvenue") -> Answer:
    return Answer(200, HTML, f"<!doctype html><title>Mairie</title><h1>{words}</h1>".encode())


def to(location: str, status: int = 302) -> Answer:
    return Answer(status, {"Location": location})


async def test_page(web: Web, door: Door) -> None:
    home = web.root / "mairie.fr"
    home.mkdir()
    (home / "index.html").write_bytes('<meta charset="iso-8859-1"><title>Mairie d’Évry</title>'.encode("cp1252"))
    visit = await door.fetch("http://mairie.fr/")
    assert visit.outcome is Outcome.OK
    assert visit.page is not None
    assert (visit.page.title, visit.page.url, visit.page.digest) == ("Mairie d’Évry", "http://mairie.fr/", visit.digest)
    assert (visit.status, visit.landed, visit.media_type, len(visit.digest)) == (200, "http://mairie.fr/", "text/html", 32)
    assert visit.fetched_at.tzinfo is not None
    (asked,) = web.log
    assert asked.headers["user-agent"] == QUICK.user_agent
    assert asked.headers["host"] == "mairie.fr"


async def test_clock_is_injected(web: Web) -> None:
    when = datetime(2031, 4, 2, tzinfo=UTC)
    web.answers["a.fr", "/"] = page()
    async with Door(QUICK, resolver=web.resolver, now=lambda: when) as door:
        visit = await door.fetch("http://a.fr/")
    assert visit.page is not None
    assert visit.fetched_at == visit.page.fetched_at == when


@pytest.mark.parametrize("target", ["/%7Ebob/%2f/", "/?q=a%20b+c&&d==1", "/?x={%22a%22:1}", "/a//b", "/%E9t%E9", "/?x=%2"])
async def test_url_is_sent_as_written(web: Web, door: Door, target: str) -> None:
    web.answers["a.fr", "*"] = page()
    await door.fetch(f"http://a.fr{target}#fragment")
    assert web.asked("a.fr") == [f"GET {target}"]


async def test_credentials_in_a_url_are_not_sent(web: Web, door: Door) -> None:
    web.answers["a.fr", "/x"] = page()
    visit = await door.fetch("http://user:secret@a.fr/x")
    assert visit.outcome is Outcome.OK
    assert "authorization" not in web.log[0].headers
    assert "secret" not in visit.landed


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (200, Outcome.OK),
        (304, Outcome.NOT_MODIFIED),
        (401, Outcome.UNAUTHORIZED),
        (403, Outcome.FORBIDDEN),
        (404, Outcome.NOT_FOUND),
        (410, Outcome.GONE),
        (418, Outcome.CLIENT_ERROR),
        (429, Outcome.RATE_LIMITED),
        (500, Outcome.SERVER_ERROR),
        (503, Outcome.SERVER_ERROR),
        (999, Outcome.CLIENT_ERROR),
        (300, Outcome.BAD_ANSWER),
    ],
)
@pytest.mark.parametrize("probe", [False, True])
async def test_status(web: Web, door: Door, status: int, outcome: Outcome, probe: bool) -> None:
    web.answers["a.fr", "/"] = Answer(status, HTML, b"<p>x" if status not in (304,) else b"")
    visit = await door.fetch("http://a.fr/", probe=probe)
    assert (visit.outcome, visit.status) == (outcome, status)
    assert (visit.page is not None) == (outcome is Outcome.OK and not probe)


@pytest.mark.parametrize(
    "kind",
    [
        "multipart/x-mixed-replace; boundary=x", "text/event-stream", "audio/mpeg", "video/mp4", "application/zip",
        "application/pdf", "image/svg+xml", "application/octet-stream", "application/json", "text/plain",
    ],
)  # fmt: skip
async def test_other_types_are_never_read(web: Web, door: Door, kind: str) -> None:
    web.answers["a.fr", "/"] = Answer(200, {"Content-Type": kind}, endless(b"x" * 1000))
    started = time.monotonic()
    visit = await door.fetch("http://a.fr/")
    assert (visit.outcome, visit.media_type, visit.size) == (Outcome.WRONG_TYPE, kind.partition(";")[0], 0)
    assert time.monotonic() - started < 0.5


@pytest.mark.parametrize("kind", ["", "html", "text/html, text/html", "text/xml", "TEXT/HTML;charset=utf-8"])
async def test_pages_under_odd_types(web: Web, door: Door, kind: str) -> None:
    web.answers["a.fr", "/"] = Answer(200, {"Content-Type": kind} if kind else {}, b"<html><title>Mairie</title>")
    visit = await door.fetch("http://a.fr/")
    assert visit.page is not None
    assert visit.page.title == "Mairie"


@pytest.mark.parametrize("kind", ["application/rss+xml", "application/xml", "text/html", "text/xml; charset=utf-8"])
async def test_feed(web: Web, door: Door, kind: str) -> None:
    feed = b"<?xml version='1.0'?><rss version='2.0'><channel><title>Actu</title><item><title>a</title></item></channel></rss>"
    web.answers["a.fr", "/feed"] = Answer(200, {"Content-Type": kind}, feed)
    visit = await door.fetch("http://a.fr/feed")
    assert visit.outcome is Outcome.OK
    assert visit.page is None
    assert visit.feed is not None
    assert (visit.feed.title, visit.feed.entries) == ("Actu", 1)


async def test_nested_page_ends_in_an_outcome(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = Answer(200, HTML, b"<div>" * 100_000 + b"<a href=/x>x</a>\0")
    visit = await door.fetch("http://a.fr/")
    assert visit.outcome in (Outcome.OK, Outcome.UNPARSABLE)


# -- redirects


async def test_redirects_are_recorded(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("//www.a.fr/x#top", 301)
    web.answers["www.a.fr", "/x"] = to("/été?é", 307)
    web.answers["www.a.fr", "/été"] = page()
    visit = await door.fetch("http://a.fr/")
    assert visit.outcome is Outcome.OK
    assert visit.url == "http://a.fr/"
    assert visit.landed == "http://www.a.fr/%C3%A9t%C3%A9?%C3%A9"
    assert visit.hops == (Hop("http://a.fr/", 301), Hop("http://www.a.fr/x", 307))


async def test_loop(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("/b")
    web.answers["a.fr", "/b"] = to("/")
    visit = await door.fetch("http://a.fr/")
    assert visit.outcome is Outcome.REDIRECT_LOOP
    assert len(web.log) == 2


async def test_endless_redirects(web: Web, door: Door) -> None:
    web.answers["a.fr", "*"] = lambda request: to(request.path + "x")
    visit = await door.fetch("http://a.fr/")
    assert visit.outcome is Outcome.REDIRECT_LOOP
    assert len(web.log) == QUICK.max_hops + 1


async def test_cookie_test_is_no_loop(web: Web, door: Door) -> None:
    def ask(request: Request) -> Answer:
        if "seen=1" in request.headers.get("cookie", ""):
            return page()
        return Answer(302, {"Location": "/", "Set-Cookie": "seen=1; Path=/"})

    web.answers["a.fr", "/"] = ask
    assert (await door.fetch("http://a.fr/")).outcome is Outcome.OK
    await door.fetch("http://a.fr/")
    # The next fetch knows nothing of the cookie of the one before.
    assert ["cookie" in request.headers for request in web.log] == [False, True, False, True]


async def test_cookies_stay_with_their_host(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = Answer(302, {"Location": "http://b.fr/", "Set-Cookie": "a=1; Domain=fr"})
    web.answers["b.fr", "/"] = page()
    await door.fetch("http://a.fr/")
    assert "cookie" not in web.log[1].headers


@pytest.mark.parametrize("onward", ["http://b.fr/", "https://a.fr/", "http://a.fr:8080/"])
async def test_headers_do_not_cross_origins(web: Web, onward: str, door: Door) -> None:
    secret = {"Authorization": "Basic c2VjcmV0", "If-None-Match": '"x"'}
    web.answers["a.fr", "/"] = to("/b")
    web.answers["a.fr", "/b"] = to("http://b.fr/")
    web.answers["b.fr", "/"] = to("http://a.fr/c")
    web.answers["a.fr", "/c"] = page()
    await door.fetch("http://a.fr/", headers=secret)
    assert ["authorization" in request.headers for request in web.log] == [True, True, False, False]
    assert "if-none-match" not in web.log[-1].headers


@pytest.mark.parametrize(
    ("location", "outcome"),
    [
        ("file:///etc/passwd", Outcome.UNSAFE_ADDRESS),
        ("ftp://a.fr/", Outcome.UNSAFE_ADDRESS),
        ("javascript:alert(1)", Outcome.UNSAFE_ADDRESS),
        ("http://[", Outcome.BAD_ANSWER),
        ("http://169.254.169.254/latest/meta-data/", Outcome.UNSAFE_ADDRESS),
        ("http://0xA9FEA9FE/", Outcome.UNSAFE_ADDRESS),
        ("http://[::ffff:169.254.169.254]/", Outcome.UNSAFE_ADDRESS),
        ("http://224.0.0.1/", Outcome.UNSAFE_ADDRESS),
    ],
)
async def test_redirect_to_what_must_not_be_asked(web: Web, door: Door, location: str, outcome: Outcome) -> None:
    web.answers["a.fr", "/"] = to(location)
    visit = await door.fetch("http://a.fr/")
    assert visit.outcome is outcome
    assert len(web.log) == 1


async def test_meta_refresh_is_a_hop(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = Answer(200, HTML, b"<meta http-equiv='refresh' content='0; URL=/accueil.php?a=1&amp;b=2'>")
    web.answers["a.fr", "/accueil.php"] = page()
    visit = await door.fetch("http://a.fr/")
    assert visit.landed == "http://a.fr/accueil.php?a=1&b=2"
    assert visit.hops == (Hop("http://a.fr/", 200),)


async def test_page_that_reloads_itself_is_a_page(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = Answer(200, HTML, b"<meta http-equiv=refresh content='5;url=/'><h1>Mairie</h1>")
    assert (await door.fetch("http://a.fr/")).page is not None


# -- scope and gate


async def test_out_of_scope(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("http://portail.fr/")
    web.answers["portail.fr", "/"] = Answer(200, HTML, endless(b"<p>x"))
    visit = await door.fetch("http://a.fr/", in_scope=lambda url: "//a.fr/" in url)
    assert (visit.outcome, visit.landed, visit.size) == (Outcome.OUT_OF_SCOPE, "http://portail.fr/", 0)
    assert visit.outcome.alive


async def test_out_of_scope_and_dead(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("http://portail.fr/")
    web.answers["portail.fr", "/"] = Answer(404)
    visit = await door.fetch("http://a.fr/", in_scope=lambda url: "//a.fr/" in url)
    assert visit.outcome is Outcome.NOT_FOUND


async def test_way_through_another_host_is_in_scope(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("http://sso.fr/")
    web.answers["sso.fr", "/"] = to("http://a.fr/in")
    web.answers["a.fr", "/in"] = page()
    visit = await door.fetch("http://a.fr/", in_scope=lambda url: "//a.fr/" in url)
    assert visit.outcome is Outcome.OK


async def test_gate_is_asked_at_each_hop(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("http://b.fr/")
    web.answers["b.fr", "/"] = Answer(503, {"Retry-After": "120"})
    gate = Gate()
    await door.fetch("http://a.fr/", gate=gate)
    assert gate.told == [
        ("http://a.fr/", 302, None, Outcome.OK),
        ("http://b.fr/", 503, 120.0, Outcome.SERVER_ERROR),
    ]


@pytest.mark.parametrize("probe", [False, True])
async def test_gate_refuses(web: Web, door: Door, probe: bool) -> None:
    web.answers["a.fr", "/"] = to("/private")
    gate = Gate(private=Outcome.ROBOTS)
    visit = await door.fetch("http://a.fr/", gate=gate, probe=probe)
    assert visit.outcome is Outcome.ROBOTS
    assert len(web.log) == len(gate.told) == 1


async def test_gate_is_told_of_a_cancelled_request(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = Answer(200, HTML, drip(b"x", 10))
    gate = Gate()
    task = asyncio.create_task(door.fetch("http://a.fr/", gate=gate))
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(gate.told) == 1


async def test_gate_that_crashes(web: Web, door: Door) -> None:
    class Broken(Gate):
        async def admit(self, url: str, address: str | None = None) -> Outcome | None:
            raise RuntimeError("no")

    web.answers["a.fr", "/"] = page()
    assert (await door.fetch("http://a.fr/", gate=Broken())).outcome is Outcome.BAD_ANSWER


# -- servers that misbehave


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


# -- addresses


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "0x7f.1", "2130706433", "１２７.０.０.１", "[::1]", "0", "[::ffff:7f00:1]", "localhost", "10.0.0.1"]
)
async def test_odd_literals(host: str) -> None:
    class Local:
        authoritative = True

        async def resolve(self, host: str, port: int) -> list[Endpoint]:
            return [Endpoint("127.0.0.1", port)]

    async with Door(Limits(), resolver=Local()) as door:
        assert (await door.fetch(f"http://{host}/")).outcome is Outcome.UNSAFE_ADDRESS


async def test_odd_ports(web: Web) -> None:
    web.addresses["a.fr"] = "8.8.8.8"
    async with Door(Limits(), resolver=web.resolver) as door:
        for port in (22, 25, 8080):
            assert (await door.fetch(f"http://a.fr:{port}/")).outcome is Outcome.UNSAFE_ADDRESS


async def test_redirect_to_a_private_name(web: Web) -> None:
    """The first host is allowed by a trick of the test only: the guard sees one public address, then a private one."""
    web.addresses["inside.fr"] = "192.168.1.1"
    async with Door(Limits(), resolver=web.resolver) as door:
        assert (await door.fetch("http://inside.fr/")).outcome is Outcome.UNSAFE_ADDRESS


async def test_rebinding(web: Web, door: Door) -> None:
    """What is dialled is what was screened: the second answer of a lying resolver is screened again."""
    answers = iter(["8.8.8.8", "127.0.0.1"])
    web.addresses["evil.fr"] = lambda: next(answers)
    async with Door(Limits(connect_timeout=0.2), resolver=web.resolver) as strict:
        guard = strict._guard
        assert await guard.endpoints("evil.fr", 80) == [Endpoint("8.8.8.8", 80)]
        guard._known.clear()
        # The pool dials by the guard, not by the resolver: refused although the hop loop has let the name through.
        with pytest.raises(Exception, match=r"127\.0\.0\.1") as caught:
            await strict._wire.ask("GET", "http://evil.fr/", {})
    assert getattr(caught.value, "outcome", None) is Outcome.UNSAFE_ADDRESS
    assert web.log == []


async def test_no_such_host(door: Door) -> None:
    assert (await door.fetch("http://nowhere.fr/")).outcome is Outcome.NO_SUCH_HOST


# -- probes


async def test_probe_is_a_head(web: Web, door: Door) -> None:
    web.answers["a.fr", "/doc.pdf"] = Answer(200, {"Content-Type": "application/pdf"})
    visit = await door.fetch("http://a.fr/doc.pdf", probe=True)
    assert (visit.outcome, visit.media_type, visit.probe) == (Outcome.OK, "application/pdf", True)
    assert web.asked("a.fr") == ["HEAD /doc.pdf"]


@pytest.mark.parametrize("status", [403, 404, 405, 500, 501])
async def test_probe_goes_on_with_get(web: Web, door: Door, status: int) -> None:
    web.answers["a.fr", "/"] = lambda request: Answer(status) if request.method == "HEAD" else page()
    visit = await door.fetch("http://a.fr/", probe=True)
    assert visit.outcome is Outcome.OK
    assert web.asked("a.fr") == ["HEAD /", "GET /"]


async def test_probe_of_a_server_that_drops_head(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = lambda request: Answer(raw=True) if request.method == "HEAD" else page()
    assert (await door.fetch("http://a.fr/", probe=True)).outcome is Outcome.OK


async def test_probe_reads_little(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = lambda r: Answer(405) if r.method == "HEAD" else Answer(200, HTML, endless(b"<p>bonjour"))
    visit = await door.fetch("http://a.fr/", probe=True)
    assert (visit.outcome, visit.size, visit.truncated) == (Outcome.OK, QUICK.max_sniff, True)


@pytest.mark.parametrize("status", [429, None])
async def test_probe_does_not_insist(web: Web, door: Door, status: int | None) -> None:
    async def answer(request: Request) -> Answer:
        if status is None:
            await asyncio.sleep(5)
        return Answer(status or 200)

    web.answers["a.fr", "/"] = answer
    visit = await door.fetch("http://a.fr/", probe=True)
    assert visit.outcome in (Outcome.RATE_LIMITED, Outcome.TIMEOUT)
    assert web.asked("a.fr") == ["HEAD /"]


async def test_equal_probes_share_one_request(web: Web, door: Door) -> None:
    async def slow(request: Request) -> Answer:
        await asyncio.sleep(0.2)
        return page()

    web.answers["a.fr", "/"] = slow
    urls = ["http://a.fr/", "http://a.fr/#a", "http://a.fr/#b"]
    tasks = [asyncio.create_task(door.fetch(url, probe=True)) for url in urls]
    await asyncio.sleep(0.05)
    tasks[0].cancel()
    found = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(found[0], asyncio.CancelledError)
    assert [visit.url for visit in found if isinstance(visit, Visit)] == urls[1:]
    assert len(web.log) == 1
    # Nothing is remembered once it is answered: a second look is a real one.
    await door.fetch("http://a.fr/", probe=True)
    assert len(web.log) == 2


# -- raw


async def test_raw_of_a_huge_robots(web: Web, door: Door) -> None:
    async def robots() -> AsyncIterator[bytes]:
        for _ in range(1600):
            yield b"Disallow: /\n" * 5461

    web.answers["a.fr", "/robots.txt"] = lambda request: Answer(200, {"Content-Type": "text/plain"}, robots())
    tracemalloc.start()
    answer = await door.raw("http://a.fr/robots.txt", max_bytes=500 * KIB)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (answer.status, len(answer.data), answer.truncated) == (200, 500 * KIB, True)
    assert peak < 4 * MIB


async def test_raw_follows_redirects_to_other_hosts(web: Web, door: Door) -> None:
    web.answers["a.fr", "/robots.txt"] = to("http://b.fr/r")
    web.answers["b.fr", "/r"] = Answer(200, {"Content-Encoding": "gzip"}, gzip.compress(b"User-agent: *"))
    answer = await door.raw("http://a.fr/robots.txt", max_bytes=1000)
    assert (answer.data, answer.landed, answer.outcome) == (b"User-agent: *", "http://b.fr/r", Outcome.OK)
    web.answers["c.fr", "*"] = lambda request: to(request.path + "x")
    assert (await door.raw("http://c.fr/", max_bytes=10, max_hops=2)).outcome is Outcome.REDIRECT_LOOP


async def test_raw_with_5xx(web: Web, door: Door) -> None:
    web.answers["a.fr", "/robots.txt"] = Answer(503, body=b"busy")
    answer = await door.raw("http://a.fr/robots.txt", max_bytes=1000)
    assert (answer.status, answer.outcome) == (503, Outcome.SERVER_ERROR)
