"""Archives go to a folder, or to a real S3 server on loopback; each is whole."""

import asyncio
from pathlib import Path

import pytest

from audit.database import StoreError
from audit.store import Store
from audit.watch.archives import Archives
from audit.watch.terms import Manner, Terms
from audit.watch.watch import Site
from audit.watch.watches import Watches
from audit.watch.work import alone, on_shift
from crawler.archive import Tape
from crawler.limits import Limits
from tests.audit.watch.towns import Towns, town


async def archived(tmp_path: Path, where: str) -> str:
    """Audits a town under `where`; the name that its archive has there."""
    store_at = str(tmp_path / "s.sqlite")
    terms = Terms(store_at, Manner(Limits(delay=0), "never", archive=where), once=True, address_delay=0)
    with Store(store_at) as store:
        Watches(store.engine).add([Site(town(0))], 30, allow_private=True)
        async with Towns() as towns, on_shift(store, terms, towns) as shift:
            await alone(shift, terms, asyncio.Event())
        (entry,) = store.audits()
        return f"{entry.host}/{entry.as_of.isoformat()}.warc.gz"


def whole(file: Path) -> bool:
    tape = Tape(file)
    tape.forget()
    return (tape.start, tape.damage) == (town(0), "") and tape.answers >= 4


async def test_an_archive_goes_to_its_folder(tmp_path: Path) -> None:
    name = await archived(tmp_path, str(tmp_path / "archives"))
    assert whole(tmp_path / "archives" / name)
    assert [p.name for p in (tmp_path / "archives").iterdir()] == ["ville-0.example"]


async def test_an_archive_goes_to_its_bucket(tmp_path: Path, bucket: str) -> None:
    name = await archived(tmp_path, f"s3://{bucket}/sites")
    from obstore.store import from_url

    body = await from_url(f"s3://{bucket}/sites").get_async(name)
    (tmp_path / "got.warc.gz").write_bytes(bytes(await body.bytes_async()))
    assert whole(tmp_path / "got.warc.gz")


async def test_what_cannot_be_sent_stays_and_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name, value in (("AWS_ENDPOINT_URL", "http://127.0.0.1:9"), ("AWS_ALLOW_HTTP", "true"), ("AWS_ACCESS_KEY_ID", "x")):
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    name = await archived(tmp_path, "s3://nowhere/sites")
    assert f"{name}: could not be sent, it is in " in caplog.text
    kept = Path(caplog.text.rpartition("it is in ")[2].split(": ")[0])
    assert whole(kept)


def test_what_is_no_place_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for where, says in (("gopher://x", "is no bucket"), (str(tmp_path / "file"), "cannot be a folder")):
        with pytest.raises(StoreError, match=says):
            Archives(where)
