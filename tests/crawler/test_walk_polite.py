"""The walk in virtual time: servers that ask for patience."""

import itertools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from crawler.limits import Limits
from crawler.visit import Visit
from crawler.walk import WalkReport
from tests.crawler.clock import run
from tests.crawler.walking import LIMITS, html, serve, told, walk
from tests.web import Answer, Request, Web


def in_virtual_time(tmp_path: Path, arrange: Callable[[Web], None], limits: Limits) -> tuple[list[Visit], WalkReport]:
    async def story() -> tuple[list[Visit], WalkReport]:
        async with Web(tmp_path) as web:
            arrange(web)
            return await walk(web, limits=limits)

    return run(story(), grace=0.03)


POLITE = replace(LIMITS, delay=1.0, connect_timeout=1e6, read_timeout=1e6, deadline=1e6, grace=1e6)


def test_429_then_ok(tmp_path: Path) -> None:
    asked: list[float] = []

    def shy(request: Request) -> Answer:
        asked.append(request.time)
        return Answer(429) if len(asked) == 1 else html(title="vie")

    def arrange(web: Web) -> None:
        serve(web, home=html("/vie"))
        web.answers["mairie.fr", "/vie"] = shy

    visits, report = in_virtual_time(tmp_path, arrange, POLITE)
    assert told(visits) == [("/", "OK"), ("/vie", "OK")]
    assert 60 <= asked[1] - asked[0] <= 80
    assert report.complete


def test_503_for_ever(tmp_path: Path) -> None:
    def arrange(web: Web) -> None:
        serve(web, home=html(*(f"/p{n}" for n in range(40))))
        web.answers["mairie.fr", "*"] = Answer(503)
        web.answers["mairie.fr", "/robots.txt"] = Answer(404)

    visits, report = in_virtual_time(tmp_path, arrange, POLITE)
    assert told(visits)[0] == ("/", "OK")
    assert {o for _, o in told(visits)[1:]} <= {"SERVER_ERROR", "SKIPPED"}
    assert report.why[0] == "the site stopped answering"
    assert report.pending > 30
    assert not report.complete


def test_crawl_delay_is_said(tmp_path: Path) -> None:
    def arrange(web: Web) -> None:
        web.answers["mairie.fr", "*"] = lambda r: html(*(f"/p{n}" for n in range(40)), title=r.path)
        web.answers["mairie.fr", "/robots.txt"] = Answer(200, {}, b"User-agent: *\nCrawl-delay: 30")

    _, report = in_virtual_time(tmp_path, arrange, replace(POLITE, seconds=300.0))
    assert report.crawl_delay == 30.0
    assert report.why == ("time is up", "robots.txt asks for 30 s between requests")
    assert 5 <= report.pages <= 10


def test_one_request_at_a_time_with_a_pause(tmp_path: Path) -> None:
    times: list[float] = []

    def page(request: Request) -> Answer:
        times.append(request.time)
        return html("/a", "/b", "/c", "http://mairie.fr/d.pdf", title=request.path)

    def arrange(web: Web) -> None:
        web.answers["mairie.fr", "*"] = page

    in_virtual_time(tmp_path, arrange, POLITE)
    assert len(times) > 6
    assert all(b - a >= 0.99 for a, b in itertools.pairwise(times))
