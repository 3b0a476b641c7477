"""The HTML report in a browser: axe finds nothing, it is never wider than the screen, and nothing that a site wrote runs."""

import os
from pathlib import Path

import pytest

from crawler.render import find_browser, missing
from reports.render.formats import FORMATS
from tests.reports.test_formats import ATTACKS, telling

browser = pytest.mark.skipif(missing() is not None and "CI" not in os.environ, reason=f"no browser: {missing()}")
WORDS = {
    "plain": "Fête du Libre",
    "hostile": " ".join(ATTACKS[name] for name in ("markup", "jinja", "markdown")),
    "giant": "x" * 9000,
}


@browser
@pytest.mark.parametrize("words", WORDS)
def test_axe_finds_nothing_and_nothing_runs(words: str, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    page = tmp_path / "draft.html"
    page.write_bytes(FORMATS["html"].render(telling(WORDS[words], "javascript:alert(1)").to_json()))
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for width in (360, 1280):
            tab = chromium.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
            troubles: list[str] = []
            tab.on("dialog", lambda dialog, told=troubles: told.append(dialog.message))  # type: ignore[misc]
            tab.on("request", lambda request, told=troubles: told.append(request.url))  # type: ignore[misc]
            tab.goto(page.as_uri())
            assert troubles == [page.as_uri()]
            found = Axe().run(tab)
            assert found.violations_count == 0, f"at {width}: {found.generate_report()}"
            wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"wider than a screen of {width}"
        chromium.close()
