"""The walk with a real browser: what scripts write is seen, their requests pass our door, and a replay needs no browser."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.archive import Tape
from crawler.recording import Recording
from crawler.render import missing
from crawler.replay import replay
from crawler.visit import Visit
from crawler.walk import Walk, WalkReport
from tests.crawler.walking import HTML, LIMITS, M, html, serve, told, walk
from tests.web import Answer, Web

browser = pytest.mark.skipif(missing() is not None and "CI" not in os.environ, reason=f"not rendered: {missing()}")
SHELL = '<!doctype html><title>Mairie</title><div id="app"></div><script src="/app.js"></script>'
SCRIPT = b"""
app.innerHTML = '<h1>Bienvenue</h1><a href="/vie">Vie</a><a href="/mort">Mort</a>';
for (const url of ['/secret.json', 'http://inside.fr/x', '/libre.json'])
  fetch(url).then(r => r.text()).then(t => app.append(t), () => app.append(' refus'));
"""


def town(web: Web) -> None:
    serve(web, home=Answer(200, HTML, SHELL.encode()), vie=html(title="vie"))
    web.answers["mairie.fr", "/robots.txt"] = Answer(200, {}, b"User-agent: *\nDisallow: /secret")
    web.answers["mairie.fr", "/app.js"] = Answer(200, {"Content-Type": "text/javascript"}, SCRIPT)
    web.answers["mairie.fr", "/libre.json"] = Answer(200, {"Content-Type": "application/json"}, b'"ouvert"')
    web.addresses["inside.fr"] = "169.254.169.254"


async def recorded(web: Web, file: Path, render: str = "auto") -> tuple[list[Visit], WalkReport]:
    with Recording(file, f"{M}/", LIMITS, render=render) as kept:
        it = Walk(f"{M}/", LIMITS, resolver=web.resolver, render=render, record=kept)
        visits = [visit async for visit in it]
    assert kept.fault == ""
    return visits, it.report


def seen(visits: list[Visit]) -> list[tuple[object, ...]]:
    return [(v.url, v.outcome, v.rendered, v.detail, v.digest, v.fetched_at, v.page.html if v.page else "") for v in visits]


@browser
async def test_what_scripts_write_is_walked_through_our_own_door(web: Web) -> None:
    town(web)
    visits, report = await walk(web, render="auto")
    assert told(visits) == [("/", "OK"), ("/vie", "OK"), ("/mort", "NOT_FOUND")]
    home = visits[0].page
    assert home is not None
    assert (visits[0].rendered, home.headline) == (True, "Bienvenue")
    assert (home.text.count("ouvert"), home.text.count("refus")) == (1, 2)
    assert (report.rendered, report.scripted, report.complete) == (1, 0, True)
    asked = web.asked("mairie.fr")
    assert "GET /libre.json" in asked
    assert "GET /secret.json" not in asked, "robots.txt holds for what scripts ask"
    assert {request.host for request in web.log} == {"mairie.fr"}, "no private address was asked"
    assert asked.count("GET /") == 1


@browser
async def test_the_replay_shows_the_same_pages_without_a_browser(
    web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    town(web)
    live, report = await recorded(web, tmp_path / "site.warc.gz")
    assert live[0].rendered
    monkeypatch.setenv("AROBASE_CHROMIUM", "nothing")
    again = replay(Tape(tmp_path / "site.warc.gz"))
    assert seen([visit async for visit in again]) == seen(live)
    assert replace(again.report, elapsed=0) == replace(report, elapsed=0)


async def test_without_a_browser_it_is_said_and_said_again(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    town(web)
    monkeypatch.setenv("AROBASE_CHROMIUM", "nothing")
    live, report = await recorded(web, tmp_path / "site.warc.gz")
    assert (report.scripted, report.rendered) == (1, 0)
    assert "no Chromium or Chrome was found" in " ".join(report.why) or "Playwright" in " ".join(report.why)
    monkeypatch.delenv("AROBASE_CHROMIUM")
    again = replay(Tape(tmp_path / "site.warc.gz"))
    assert seen([visit async for visit in again]) == seen(live)
    assert replace(again.report, elapsed=0) == replace(report, elapsed=0)
