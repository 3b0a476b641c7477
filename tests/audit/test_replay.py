"""A replay of an audit is the audit: same findings, broken links, coverage; and the commands that make and read archives."""

import gzip
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from audit.cli import app
from audit.command import Order, carry_out
from audit.demo.web import StaticWeb
from audit.replay import Again, judge_again
from audit.run import Audited, audit
from crawler.archive import Tape
from crawler.limits import Limits
from crawler.recording import Recording
from reports.commune import Commune

DEMO = Path(__file__).parent.parent.parent / "audit" / "demo"
EXPECTED: dict[str, Any] = tomllib.loads((DEMO / "expected.toml").read_text(encoding="utf-8"))
START, AS_OF = EXPECTED["start"], EXPECTED["as_of"]


async def live(file: Path) -> Audited:
    limits = Limits(delay=0, allow_private=True)
    async with StaticWeb(DEMO / "site") as web:
        with Recording(file, START, limits) as kept:
            return await audit(START, limits, as_of=AS_OF, render="never", resolver=web, record=kept)


@pytest.fixture
async def archived(tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    file = tmp_path / "site.warc.gz"
    return file, (await live(file)).report.to_json()


def same(told: dict[str, Any]) -> dict[str, Any]:
    """Without what the clock alone decides."""
    return told | {"made_at": "", "coverage": told["coverage"] | {"seconds": 0}}


async def test_the_replay_of_an_audit_is_that_audit(archived: tuple[Path, dict[str, Any]]) -> None:
    file, told = archived
    tape = Tape(file)
    again = (await audit(tape.start, tape.limits, as_of=AS_OF, tape=tape)).report.to_json()
    assert told["coverage"]["pages"] > 50
    assert told["broken_links"]
    assert again["findings"] == told["findings"]
    assert again["broken_links"] == told["broken_links"]
    assert same(again) == same(told)


def test_the_command_writes_the_same_report(archived: tuple[Path, dict[str, Any]], tmp_path: Path) -> None:
    file, told = archived
    done = CliRunner().invoke(app, ["replay", str(file), "--out", str(tmp_path / "out"), "--as-of", AS_OF.isoformat(), "--json"])
    assert done.exit_code == 0, done.output
    assert same(json.loads(done.stdout)) == same(told)
    assert same(json.loads((tmp_path / "out" / "audit.json").read_text(encoding="utf-8"))) == same(told)
    assert (tmp_path / "out" / "draft.html").exists()


def test_an_archive_is_judged_as_of_its_own_day_beside_it(archived: tuple[Path, dict[str, Any]]) -> None:
    file, _ = archived
    assert judge_again(Again(file)) == 0
    told = json.loads((file.parent / "replay" / "audit.json").read_text(encoding="utf-8"))
    assert told["coverage"]["as_of"] == str(day(file))


def day(file: Path) -> object:
    tape = Tape(file)
    tape.forget()
    return tape.day


def test_a_cut_archive_is_read_as_far_as_it_goes_and_ends_with_2(
    archived: tuple[Path, dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    file, told = archived
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])
    assert judge_again(Again(file, as_of=AS_OF)) == 2
    assert "read as far as it goes" in capsys.readouterr().err
    again = json.loads((file.parent / "replay" / "audit.json").read_text(encoding="utf-8"))
    assert 0 < again["coverage"]["pages"] < told["coverage"]["pages"]
    assert not again["coverage"]["complete"]
    assert "absent" not in {f["verdict"] for f in again["findings"]}, "what is missing from the file proves nothing"


def test_what_is_no_archive_is_refused_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "x.warc.gz"
    file.write_bytes(gzip.compress(b"<html>"))
    assert judge_again(Again(file)) == 2
    assert "cannot be read as a WARC file" in capsys.readouterr().err
    assert judge_again(Again(tmp_path / "none.warc.gz")) == 2
    assert judge_again(Again(file, url="pas une adresse")) == 2
    assert not (tmp_path / "replay").exists()


def test_an_audit_keeps_its_archive_in_its_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    class Nobody:
        authoritative = True

        async def resolve(self, host: str, port: int) -> list[Any]:
            from crawler.address import NoSuchHost

            raise NoSuchHost(host)

    out = tmp_path / "out"
    order = Order(
        "http://nulle-part.example/", out, tmp_path / "a.sqlite", AS_OF, Commune(), delay=0, render="never", archive=True
    )
    assert carry_out(order, Nobody()) == 3
    assert {path.name for path in out.iterdir()} == {"audit.json", "draft.html", "draft.md", "links.csv", "site.warc.gz"}
    told = json.loads((out / "audit.json").read_text(encoding="utf-8"))
    assert judge_again(Again(out / "site.warc.gz", as_of=AS_OF)) == 3
    again = json.loads((out / "replay" / "audit.json").read_text(encoding="utf-8"))
    assert same(again) == same(told)
