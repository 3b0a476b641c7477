"""The door: pages, feeds, what is never read, and raw answers."""

import gzip
import time
import tracemalloc
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from crawler.fetch import Door
from crawler.limits import KIB, MIB
from crawler.visit import Outcome
from tests.crawler.conftest import QUICK
from tests.web import HTML, Answer, Web, endless, page, to


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
