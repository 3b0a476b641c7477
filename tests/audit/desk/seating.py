"""A desk that is really served, the sample commune really crawled, a browser that really looks."""

import asyncio
import os
import re
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from audit.command import Order, carry_out
from audit.demo.web import StaticWeb
from audit.desk.accounts import Accounts, Role
from audit.desk.app import application
from audit.desk.serve import Opening, desk_of
from audit.store import Store
from crawler.render import find_browser
from reports.commune import Commune
from tests.audit.desk.asking import PASSWORD
from tests.sites.reading import DEMO

START = "http://www.valbrune-sur-loue.example/"
AS_OF = date(2026, 11, 15)
CAMILLE, DENIS = "Camille Faure", "Denis Gall"
RSS = "vie_privee%3Apresent%3Amagazine%2Bnewsletter%2Brss"
"""A sentence with many proofs, as it is asked for."""


def crawl(site: Path | StaticWeb, store: Path, start: str = START, history: Path | None = None) -> None:
    """An audit as `arobase audit` makes it, of the sites in this folder."""
    web = site if isinstance(site, StaticWeb) else StaticWeb(site)
    ready, done = threading.Event(), threading.Event()

    async def serve() -> None:
        async with web:
            ready.set()
            await asyncio.to_thread(done.wait)

    server = threading.Thread(target=lambda: asyncio.run(serve()))
    server.start()
    ready.wait(10)
    try:
        out = store.with_name("out")
        order = Order(
            start, out, store, AS_OF, Commune(), delay=0, allow_private=True, render="never", participations=history, max_pages=80
        )
        # In a thread of its own: Playwright's loop runs in this one.
        with ThreadPoolExecutor(1) as other:
            assert other.submit(carry_out, order, web).result() == 0
    finally:
        done.set()
        server.join(10)


@contextmanager
def seated(store: Path, *, accounts: bool = True) -> Iterator[str]:
    """The desk of a store on a port of loopback; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with Store(store) as kept:
        if accounts and not Accounts(kept.engine).any():
            for name, role in (
                ("Ada", Role.ADMINISTRATOR),
                (CAMILLE, Role.REVIEWER),
                (DENIS, Role.REVIEWER),
                ("Lise", Role.READER),
            ):
                Accounts(kept.engine).add(name, PASSWORD, role)
        opening = Opening(port=port)
        config = uvicorn.Config(application(desk_of(kept, opening), opening.names), port=port, log_level="warning")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive()
                threading.Event().wait(0.02)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(10)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A real one. Skips without it, but not in CI."""
    found = find_browser()
    if found is None and "CI" not in os.environ:
        pytest.skip("no Chromium was found")
    # A machine that does other things as well is slow, not wrong.
    expect.set_options(timeout=30_000)
    with sync_playwright() as play:
        rootless = os.geteuid() != 0
        browser = play.chromium.launch(executable_path=found, chromium_sandbox=rootless)
        yield browser
        browser.close()


def sign_in(page: Page, name: str) -> None:
    """By keyboard alone: the first field has the focus, once the page is in front and laid out."""
    page.bring_to_front()
    expect(page.locator("[autofocus]")).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "sign-in" not in url)


def faults(page: Page) -> list[str]:
    """What axe finds wrong with what is shown."""
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {node['html'][:200]}" for v in found for node in v["nodes"]]


def left(page: Page) -> int:
    told = page.locator(".bar span").first.inner_text()
    found = re.match(r"(\d+) à décider", told)
    return int(found.group(1)) if found else 0


def goes_to(page: Page, number: int) -> None:
    """So many sentences are left to decide."""
    expect(page.locator(".bar span").first).to_have_text(re.compile(rf"^{number} à décider" if number else "tout est décidé"))


def goes_down(page: Page, key: str) -> None:
    """The key decides one sentence."""
    before = left(page)
    expect(page.locator("html.keys-on")).to_be_attached()
    page.keyboard.press(key)
    goes_to(page, before - 1)


def goes_on(page: Page) -> None:
    """A question is left without an answer, any other sentence kept."""
    goes_down(page, "x" if page.locator(".which .ask").count() else "g")


__all__ = [
    "AS_OF",
    "CAMILLE",
    "DEMO",
    "DENIS",
    "RSS",
    "START",
    "chromium",
    "crawl",
    "faults",
    "goes_down",
    "goes_on",
    "goes_to",
    "left",
    "seated",
    "sign_in",
]
