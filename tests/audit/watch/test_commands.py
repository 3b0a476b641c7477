"""The commands of watching, as they are typed."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from audit.cli import app
from audit.store import Store
from audit.watch.commands import days
from audit.watch.watches import Watches


@pytest.fixture(autouse=True)
def log_as_it_was() -> Iterator[None]:
    """A worker makes the log its own."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    yield
    root.handlers[:] = before
    root.setLevel(level)


def run(tmp_path: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--store", str(tmp_path / "s.sqlite")])


def test_a_site_is_added_listed_paused_resumed_and_removed(tmp_path: Path) -> None:
    url = "https://www.combelle.example"
    said = run(tmp_path, "watch", "add", url, "--every", "2w", "--name", "Combelle\x1b[31m", "--allow-private")
    assert (said.exit_code, "due now" in said.stderr) == (0, True)
    assert "stays as it is" in run(tmp_path, "watch", "add", "combelle.example").stderr
    listed = run(tmp_path, "watch", "list").stdout
    assert re.fullmatch(
        r"\d{4}-\d\d-\d\d \d\d:\d\d  https://www\.combelle\.example  Combelle.*  not visited yet; never\n", listed
    )
    assert "\x1b" not in listed
    assert run(tmp_path, "watch", "pause", url).exit_code == 0
    assert "  paused; never" in run(tmp_path, "watch", "list", "combelle").stdout
    assert run(tmp_path, "watch", "list", "ailleurs").stdout == ""
    assert run(tmp_path, "watch", "resume", url, "--now").exit_code == 0
    with Store(tmp_path / "s.sqlite") as store:
        watch = Watches(store.engine).find(url)
        assert (watch.every, watch.allow_private, watch.paused) == (14, True, False)
    assert run(tmp_path, "watch", "remove", url).exit_code == 0
    assert run(tmp_path, "watch", "list").stdout == ""


def test_a_file_is_imported_and_what_is_wrong_with_it_told(tmp_path: Path) -> None:
    file = tmp_path / "communes.csv"
    file.write_text(
        "url;nom;insee\nhttps://www.combelle.example;Combelle;63999\nmairie;;\ncombelle.example;;\n", encoding="utf-8"
    )
    said = run(tmp_path, "watch", "import", str(file))
    assert said.exit_code == 0
    assert "line 3: 'mairie' is no address of a site" in said.stderr
    assert "1 sites more are watched, 0 were already, 1 lines named none" in said.stderr
    assert "0 sites more are watched, 1 were already" in run(tmp_path, "watch", "import", str(file)).stderr


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("watch", "add", "mairie"), "is no address of a site"),
        (("watch", "add", "mairie.example", "--every", "soon"), "a number of days was expected"),
        (("watch", "pause", "mairie.example"), "is not watched"),
        (("watch", "import", "nowhere.csv"), "No such file"),
        (("work", "--once", "--archive", "gopher://x"), "is no bucket"),
        (("work", "--once", "--user-agent", "né"), "printable ASCII"),
    ],
)
def test_what_cannot_be_is_said(tmp_path: Path, words: tuple[str, ...], says: str) -> None:
    said = run(tmp_path, *words)
    assert (said.exit_code, says in said.stderr) == (2, True), said.stderr


def test_days_are_told_in_days_or_weeks() -> None:
    assert [days(every) for every in ("30d", "30 j", "2w", "1.5", "7D")] == [30, 30, 14, 1.5, 7]


def test_work_once_ends_when_nothing_is_due(tmp_path: Path) -> None:
    assert run(tmp_path, "work", "--once").exit_code == 0
    assert run(tmp_path, "fleet", "status").stdout.startswith("0 sites watched")
