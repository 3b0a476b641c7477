"""A page that ends the process that reads it costs that page: real segmentation faults, real processes."""

import asyncio
import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from audit.demo.web import StaticWeb
from audit.store import Store
from audit.watch.watch import Site
from audit.watch.watches import Watches

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")

PAGES = {
    "index.html": '<title>Mairie de Valclair</title><a href="/a.html">a</a><a href="/mortel.html">m</a><a href="/z.html">z</a>',
    "a.html": "<title>A</title><h1>Médiathèque</h1>",
    "mortel.html": "<title>M</title><p>Une page dont on MEURT",
    "z.html": "<title>Z</title><h1>Lettre d'information</h1><a href='/mortel2.html'>m</a>",
    "mortel2.html": "<title>M</title><p>Une autre page dont on MEURT",
}
PARSER = """
import ctypes, crawler.page
honest = crawler.page.LexborHTMLParser
def parse(html, *more, **named):
    if "MEURT" in html:
        ctypes.string_at(0)
    return honest(html, *more, **named)
crawler.page.LexborHTMLParser = parse
"""
CHECK = """
import ctypes, checks.examine
honest = checks.examine.denial
def denial(page):
    if "MEURT" in page.html:
        ctypes.string_at(0)
    return honest(page)
checks.examine.denial = denial
"""
ALWAYS = """
import ctypes, audit.store
audit.store.Store.keep = lambda *_: ctypes.string_at(0)
"""
RUN = "from audit.keeper import main; main()"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "web" / "127.0.0.1"
    folder.mkdir(parents=True)
    for name, html in PAGES.items():
        (folder / name).write_text(f"<!doctype html>{html}", encoding="utf-8")
    return tmp_path / "web"


def started(web: StaticWeb, folder: Path, patch: str, *more: str) -> Any:
    words = ["audit", f"http://127.0.0.1:{web.port}/", "--allow-private", "--render", "never", *(more or ("--delay", "0"))]
    where = ["--out", str(folder / "out"), "--store", str(folder / "s.sqlite"), "--archive"]
    return run(patch, *words, *where)


def run(patch: str, *words: str) -> Any:
    return asyncio.create_subprocess_exec(sys.executable, "-c", patch + RUN, *words, stderr=asyncio.subprocess.PIPE)


def told(folder: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads((folder / "audit.json").read_text(encoding="utf-8"))
    return report


@pytest.mark.parametrize("patch", [PARSER, CHECK], ids=["parser", "check"])
async def test_a_page_that_kills_costs_that_page(site: Path, tmp_path: Path, patch: str) -> None:
    async with StaticWeb(site) as web:
        process = await started(web, tmp_path, patch)
        said = (await process.communicate())[1].decode()
        assert process.returncode == 0, said
        assert said.count("ended the process: going on without that page") == 2
        report = told(tmp_path / "out")
        assert report["coverage"]["pages"] == 3
        assert report["coverage"]["failed"] == 2
        assert report["links"]["by_reason"] == {"page could not be parsed": 2}
        if patch == CHECK:
            return
        # Judged again without the network, the archive kills again, and ends in the same report.
        process = await run(patch, "replay", str(tmp_path / "out" / "site.warc.gz"), "--out", str(tmp_path / "again"))
        said = (await process.communicate())[1].decode()
        assert process.returncode == 0, said
        again = told(tmp_path / "again")
        assert {**again["coverage"], "seconds": 0} == {**report["coverage"], "seconds": 0}
        assert again["links"] == report["links"]


async def test_a_crash_that_no_page_made_ends_the_command(site: Path, tmp_path: Path) -> None:
    async with StaticWeb(site) as web:
        process = await started(web, tmp_path, ALWAYS)
        said = (await process.communicate())[1].decode()
    assert process.returncode == -signal.SIGSEGV, said
    assert "going on" not in said


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, -signal.SIGTERM), (signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130)]
)
async def test_what_ends_the_keeper_ends_the_audit(site: Path, tmp_path: Path, number: int, status: int) -> None:
    """The pipe of stderr closes only when the last process that holds it is gone."""
    async with StaticWeb(site) as web:
        words = ["--delay", "30", "--max-pages", "50"]
        process = await started(web, tmp_path, "import os; os.setsid()\n", *words)
        for _ in range(200):
            await asyncio.sleep(0.05)
            if list((tmp_path / "s.sqlite.walks").glob("*")):
                break
        if number == signal.SIGINT:
            # As a terminal does: to both.
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        async with asyncio.timeout(10):
            said = (await process.communicate())[1].decode()
    assert process.returncode == status, said


async def test_a_worker_goes_on_without_the_pages_that_kill_it(site: Path, tmp_path: Path) -> None:
    where = str(tmp_path / "s.sqlite")
    async with StaticWeb(site) as web:
        with Store(where) as store:
            Watches(store.engine).add([Site(f"http://127.0.0.1:{web.port}")], 30, allow_private=True)
        process = await run(PARSER, "work", "--once", "--delay", "0", "--render", "never", "--store", where)
        said = (await process.communicate())[1].decode()
    assert process.returncode == 0, said
    assert said.count("ended the process: going on without that page") == 2
    with Store(where) as store:
        (entry,) = store.audits()
        (watch,) = Watches(store.engine).all()
    assert (entry.pages, watch.failures, watch.owner) == (3, 0, "")
