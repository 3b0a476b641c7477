"""What the tests of the desk share: a browser, the sample commune crawled once, a cheap argon2."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from playwright.sync_api import Browser, Page

from audit.desk import accounts
from tests.audit.desk.seating import DEMO, chromium, crawl

HISTORY = "2019,1\n2020,1\n2022,2\n"


@pytest.fixture(autouse=True, scope="session")
def cheap() -> None:
    """Every sign-in of every test would cost a tenth of a second."""
    accounts._HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real one, closed before tests of another kind run their own loops."""
    with chromium() as made:
        yield made


@pytest.fixture(scope="session")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which the sample commune was audited once."""
    folder = tmp_path_factory.mktemp("crawled")
    (folder / "history.csv").write_text(HISTORY)
    crawl(DEMO / "site", folder / "s.sqlite", history=folder / "history.csv")
    return folder


@pytest.fixture
def store(crawled: Path, tmp_path: Path) -> Path:
    """The same, for one test alone."""
    shutil.copytree(crawled, tmp_path / "store")
    return tmp_path / "store" / "s.sqlite"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="fr-FR")
    page = context.new_page()
    page.set_default_timeout(30_000)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []
