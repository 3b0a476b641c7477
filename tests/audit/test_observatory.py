"""The whole observatory, from a store to a browser: every link leads somewhere, axe finds nothing, the search works from a disk."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser as Parser
from typer.testing import CliRunner

from audit.cli import app
from audit.store import Store
from crawler.render import find_browser, missing
from tests.audit.country import HOSTILE, fill

COMMUNES = 120
browser = pytest.mark.skipif(missing() is not None and "CI" not in os.environ, reason=f"no browser: {missing()}")
PAGES = (
    "index.html", "criteres/index.html", "criteres/newsletter.html", "manques.html", "departements/index.html",
    "departements/01.html", "communes/01/01999.html", "communes/25/25999.html", "recherche.html", "methode.html",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("observatory")
    with Store(folder / "store.sqlite") as store:
        fill(store, COMMUNES, 2025)
        fill(store, COMMUNES, 2026, hostile=True)
    done = CliRunner().invoke(app, ["observatory", str(folder / "site"), "--store", str(folder / "store.sqlite")])
    assert done.exit_code == 0, done.output
    return folder / "site"


@pytest.fixture(scope="module")
def served(made: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(made))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def test_every_link_leads_somewhere(made: Path) -> None:
    every = sorted(made.rglob("*.html"))
    assert len([p for p in every if p.parent.parent.name == "communes"]) == COMMUNES
    lost = set()
    for file in every:
        for node in Parser(file.read_text("utf-8")).css("[href], [src], form[action]"):
            told = node.attributes.get("href") or node.attributes.get("src") or node.attributes.get("action") or ""
            if not told.startswith(("https://www.commune-", "#")):
                target = urlsplit(urljoin(file.as_uri(), told))
                if target.scheme != "file" or not Path(unquote(target.path)).is_file():
                    lost.add(told)
    assert lost == set()


def test_all_communes_are_reached_without_a_script(made: Path) -> None:
    seen, waiting = set(), [made / "recherche.html"]
    while waiting:
        file = waiting.pop()
        for link in Parser(file.read_text("utf-8")).css("main a[href]"):
            path = (file.parent / (link.attributes["href"] or "")).resolve()
            if path.suffix == ".html" and path.is_file() and path not in seen and path.is_relative_to(made):
                seen.add(path)
                waiting.append(path)
    assert len([p for p in seen if "communes" in p.parts]) == COMMUNES


def test_pages_are_light(made: Path) -> None:
    heavy = {
        p.relative_to(made).as_posix(): p.stat().st_size for p in made.rglob("*") if p.is_file() and p.stat().st_size > 130_000
    }
    assert set(heavy) <= {"donnees/communes.csv"}
    assert max(p.stat().st_size for p in (made / "communes").rglob("*.html")) < 27_000


def test_hostile_names_are_shown_as_they_are_written(made: Path) -> None:
    page = Parser((made / "communes/01/01999.html").read_text("utf-8"))
    heading = page.css_first("h1")
    assert heading is not None
    assert HOSTILE in heading.text()
    assert not page.css("script, [href^=javascript]")
    assert "<script>alert" not in "".join(p.read_text("utf-8") for p in made.rglob("*.html"))


@browser
def test_axe_finds_nothing(served: str) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for width in (360, 1280):
            tab = chromium.new_page(viewport={"width": width, "height": 900}, bypass_csp=True)
            for path in PAGES:
                tab.goto(served + path)
                found = Axe().run(tab)
                assert found.violations_count == 0, f"{path} at {width}: {found.generate_report()}"
                wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert wide <= 0, f"{path} is wider than a screen of {width}"
        chromium.close()


@browser
@pytest.mark.parametrize("disk", [True, False], ids=["file", "http"])
def test_the_search_works_from_a_server_and_from_a_disk(made: Path, served: str, disk: bool) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        tab = chromium.new_page()
        troubles: list[str] = []
        tab.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        tab.on("dialog", lambda dialog: troubles.append(dialog.message))
        tab.goto(f"{made.as_uri()}/index.html" if disk else served)
        assert tab.evaluate("getComputedStyle(document.querySelector('.keys dd')).fontSize") != "16px", "the style is loaded"
        tab.fill("#q", "25999")
        tab.press("#q", "Enter")
        tab.wait_for_selector("#trouve a")
        assert tab.text_content("#etat") == "1 commune trouvée."
        tab.click("#trouve a")
        assert "25999" in (tab.text_content("h1") or "")
        tab.go_back()
        tab.fill("#q", "script")
        tab.wait_for_selector("#trouve a")
        assert HOSTILE in (tab.text_content("#trouve") or "")
        tab.fill("#q", "zzzz")
        tab.wait_for_selector("#etat:has-text('Aucune commune lue')")
        chromium.close()
    assert [t for t in troubles if "ERR_FILE_NOT_FOUND" not in t and "404" not in t] == []


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["observatory", str(tmp_path / "site"), "--store", str(tmp_path / "none.sqlite")])
    assert done.exit_code == 2
    assert "no audit was kept there" in done.output
