"""Rendering: which pages need it, and what Chromium may ask for when there is one."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.fetch import Door
from crawler.limits import Limits
from crawler.page import Page
from crawler.render import Browser, find_browser, missing, needs_rendering
from crawler.visit import Outcome, Visit
from tests.web import Answer, Web

NOW = datetime(2025, 1, 1, tzinfo=UTC)
SHELL = '<!doctype html><title>Mairie</title><div id="app"></div><script src="/app.js"></script>'
SCRIPT = b"""
fetch('/actus.json').then(r => r.json()).then(actus => {
  app.innerHTML = '<h1>Bienvenue</h1>' + actus.map(a => `<a href="${a.href}">${a.title}</a>`).join('');
});
navigator.sendBeacon('/beacon', 'x'); new Image().src = '/pixel.png'; fetch('/post', {method: 'POST'}).catch(() => 0);
fetch('http://inside.fr/').catch(() => 0); new WebSocket('ws://a.fr/socket'); window.open('/popup');
navigator.serviceWorker && navigator.serviceWorker.register('/worker.js').catch(() => 0);
"""
LIMITS = Limits(allow_private=True)
# A machine of continuous integration has a browser: there, a skip would hide that it was lost.
browser = pytest.mark.skipif(missing() is not None and "CI" not in os.environ, reason=f"not rendered: {missing()}")


def page(html: str) -> Page:
    return Page("http://a.fr/", html, NOW)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (SHELL, True),
        ("<script>document.write('x')</script>", True),
        ("<div id=app></div>", False),
        ("<script></script>" + "<p>La mairie vous accueille du lundi au vendredi." * 10, False),
        ("<script></script>" + "".join(f"<a href=/{n}>x</a>" for n in range(9)), False),
        ("", False),
    ],
)
def test_needs_rendering(html: str, expected: bool) -> None:
    assert needs_rendering(page(html)) is expected


def test_find_browser(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "chromium").write_text("#!/bin/sh\n")
    (tmp_path / "chromium").chmod(0o755)
    monkeypatch.delenv("AROBASE_CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_browser() == str(tmp_path / "chromium")
    monkeypatch.setenv("AROBASE_CHROMIUM", str(tmp_path / "nothing"))
    assert find_browser() is None
    assert missing() is not None


async def test_without_a_browser_the_visit_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AROBASE_CHROMIUM", "nothing")
    visit = Visit("http://a.fr/", Outcome.OK, NOW, page=page(SHELL))
    async with Browser(None, user_agent="x") as chromium:  # type: ignore[arg-type]
        again = await chromium.render(visit)
    assert (again.page, again.rendered) == (visit.page, False)
    assert "not rendered" in again.detail


@browser
async def test_scripts_write_the_page(tmp_path: Path) -> None:
    async with Web(tmp_path) as web, Door(LIMITS, resolver=web.resolver) as door:
        web.answers["a.fr", "/"] = Answer(200, {"Content-Type": "text/html"}, SHELL.encode())
        web.answers["a.fr", "/app.js"] = Answer(200, {"Content-Type": "text/javascript"}, SCRIPT)
        json = '[{"title": "Vœux", "href": "/voeux"}, {"title": "Marché", "href": "/marche"}]'
        web.answers["a.fr", "/actus.json"] = Answer(200, {"Content-Type": "application/json"}, json.encode())
        web.addresses["inside.fr"] = "169.254.169.254"
        visit = await door.fetch("http://a.fr/")
        assert visit.page is not None
        assert needs_rendering(visit.page)
        async with Browser(lambda url: door.raw(url, max_bytes=100_000), user_agent=LIMITS.user_agent) as chromium:
            again = await chromium.render(visit)
    assert again.rendered, again.detail
    assert again.page is not None
    assert [link.href for link in again.page.links] == ["http://a.fr/voeux", "http://a.fr/marche"]
    assert again.page.headline == "Bienvenue"
    assert (again.digest, again.fetched_at) == (visit.digest, visit.fetched_at)
    # The document was not fetched twice; nothing was posted, no image, popup, worker or private host asked.
    assert web.asked("a.fr") == ["GET /", "GET /app.js", "GET /actus.json"]
    assert {request.host for request in web.log} == {"a.fr"}


@browser
async def test_page_that_never_rests(tmp_path: Path) -> None:
    async with Web(tmp_path) as web, Door(LIMITS, resolver=web.resolver) as door:
        web.answers["a.fr", "*"] = Answer(200, {"Content-Type": "text/html"}, b"<script>for (;;);</script>")
        visit = await door.fetch("http://a.fr/")
        async with Browser(lambda url: door.raw(url, max_bytes=1000), user_agent="x", timeout=4) as chromium:
            again = await chromium.render(visit)
            assert not again.rendered
            # The next page is not lost with it.
            web.answers["a.fr", "/b"] = Answer(
                200, {"Content-Type": "text/html"}, b"<script>document.title = 'oui'; location = '/elsewhere'</script>"
            )
            second = await chromium.render(await door.fetch("http://a.fr/b"))
    assert second.rendered, second.detail
    assert second.page is not None
    assert second.page.title == "oui"
    assert web.asked("a.fr") == ["GET /", "GET /b"]
