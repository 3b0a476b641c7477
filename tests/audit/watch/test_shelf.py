"""The pages that a worker read are there for the desk: beside the store, in a folder that all machines see, in a bucket."""

import asyncio
import os
import sys
import time
from pathlib import Path

import pytest

from audit.desk.app import application
from audit.desk.serve import Opening, desk_of
from audit.shelf import Shelf
from audit.store import Store
from audit.watch.terms import Manner, Terms
from audit.watch.watch import Site
from audit.watch.watches import Watches
from audit.watch.work import alone, on_shift
from crawler.limits import Limits
from crawler.recording import Recording
from tests.audit.desk.asking import HOST, ask
from tests.audit.watch.storm import ROOT
from tests.audit.watch.towns import Towns, town

LETTER = '<form action="/lettre"><label>Lettre d’information <input type="email" name="email"></label></form>'


class Letters(Towns):
    """Its town has a newsletter, and since lately news."""

    news = ""

    def page(self, host: str, number: int) -> str:
        return super().page(host, number) + LETTER + self.news


async def visit(where: str, shelf: str, towns: Towns) -> None:
    """One round of a worker."""
    terms = Terms(where, Manner(Limits(delay=0), "never", keep_pages=True), once=True, address_delay=0)
    with Store(where, shelf=shelf) as store:
        Watches(store.engine).hurry(town(0))
        async with on_shift(store, terms, towns) as shift:
            await alone(shift, terms, asyncio.Event())


def recordings(folder: Path) -> set[str]:
    """Of walks that are kept, and of walks that are over."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.warc.*")}


async def quoted(where: str, shelf: str, audit: int) -> str:
    """The page of a proof, as the desk shows it."""
    with Store(where, shelf=shelf) as store:
        app = application(desk_of(store, Opening("127.0.0.1", 8017)), {HOST})
        told = await ask(app, "GET", f"/audits/{audit}/proofs/newsletter/0", headers={"host": HOST})
        assert told.status == 200
        return told.text


@pytest.mark.parametrize("kind", ["beside", "folder", "bucket"])
async def test_a_proof_is_shown_on_the_page_that_a_worker_read(
    where: str, kind: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shelf = {"beside": "", "folder": str(tmp_path / "shared")}.get(kind) or ""
    if kind == "bucket":
        shelf = f"s3://{request.getfixturevalue('bucket')}/pages"
    with Store(where) as store:
        Watches(store.engine).add([Site(town(0))], 30, allow_private=True)
    async with Letters(pages=2) as towns:
        await visit(where, shelf, towns)
        towns.news = "<h2>Don du sang</h2>"
        await visit(where, shelf, towns)
    left = recordings(tmp_path)
    assert {name.rpartition("/")[2] for name in left} == (set() if kind == "bucket" else {"1.warc.zst", "2.warc.zst"})
    assert kind != "folder" or left == {"shared/1.warc.zst", "shared/2.warc.zst"}
    first, second = await quoted(where, shelf, 1), await quoted(where, shelf, 2)
    for told in (first, second):
        assert "<mark>Lettre d’information</mark>" in told
    assert "Don du sang" not in first
    assert "Don du sang" in second


async def test_what_a_bucket_does_not_take_stays_on_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("AWS_ENDPOINT_URL", "http://127.0.0.1:9"), ("AWS_ALLOW_HTTP", "true"), ("AWS_ACCESS_KEY_ID", "x")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    shelf = Shelf(tmp_path / "shelf", "s3://nowhere/pages")

    def put(place: Path) -> str:
        place.parent.mkdir()
        Recording(place, town(0), Limits()).close(complete=True)
        return ""

    assert "7.warc.zst could not be sent: " in await shelf.keep(7, ".warc.zst", put)
    assert shelf.has(7)
    began = time.monotonic()
    assert not any(shelf.has(number) for number in range(8, 100)), "a bucket that is away has nothing, which is said soon"
    assert shelf.page([*range(8, 100), 7], town(0)) is None
    assert time.monotonic() - began < 10
    shelf.close()


async def command(folder: Path, *words: str) -> None:
    """`arobase …` in this folder."""
    program = "from audit.keeper import main; main()"
    run = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, *words, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    async with asyncio.timeout(60):
        assert await run.wait() == 0, words


async def test_the_command_keeps_pages_where_the_desk_finds_them(where: str, tmp_path: Path) -> None:
    """On a server only where it is told: what a machine of a fleet keeps for itself is of no use to the desk."""
    is_file = "://" not in where
    async with Towns(pages=1) as towns:
        await command(tmp_path, "watch", "add", f"http://127.0.0.1:{towns.port}", "--allow-private", "--store", where)
        for number, more in enumerate(((), ("--no-keep-pages",), ("--shelf", str(tmp_path / "shared"))), 1):
            await command(tmp_path, "watch", "resume", f"http://127.0.0.1:{towns.port}", "--now", "--store", where)
            await command(tmp_path, "work", "--once", "--delay", "0", "--render", "never", "--store", where, *more)
            with Store(where) as store:
                assert len(store.audits()) == number
    assert recordings(tmp_path) == ({"s.sqlite.archives/1.warc.zst"} if is_file else set()) | {"shared/3.warc.zst"}
