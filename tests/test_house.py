"""The house is as drawn: one check a file, one grid line a check, printed tables fresh, no machine's path."""

import re
import subprocess
from pathlib import Path

import pytest

from checks.catalogue import catalogue
from checks.table import markdown
from reports.grid import load_grid

ROOT = Path(__file__).parent.parent


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / line for line in listed.splitlines()]


def test_every_check_has_its_line_and_every_line_its_check() -> None:
    told = [line.check for category in load_grid("villes_internet").categories for line in category.lines]
    assert sorted(told) == sorted(catalogue().checks), "a feature is its file and its grid line"


def test_table_of_checks_is_fresh() -> None:
    readme = (ROOT / "checks" / "README.md").read_text(encoding="utf-8")
    assert readme == markdown(catalogue().checks.values()), "run `arobase checks --markdown > checks/README.md`"


def test_no_file_is_too_long() -> None:
    long = {p.relative_to(ROOT).as_posix(): n for p in tracked("*.py") if (n := len(p.read_text("utf-8").splitlines())) > 300}
    assert set(long) <= LONG_FOR_A_REASON, long


@pytest.mark.parametrize(("name", "least"), [("attacks.md", 20), ("walk.md", 40)])
def test_each_line_of_a_table_names_tests_that_exist(name: str, least: int) -> None:
    told = (ROOT / "docs" / name).read_text("utf-8")
    rows = [
        line for line in told.splitlines() if line.startswith("| ") and not line.startswith(("| attack |", "| what is asked |"))
    ]
    assert len(rows) > least
    assert all("::" in row for row in rows), "every line has its test"
    lost = [
        f"{file}::{test}"
        for file, test in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", told)
        if not (ROOT / file).is_file() or not re.search(rf"^(?:async )?def {test}\(", (ROOT / file).read_text("utf-8"), re.M)
    ]
    assert lost == []
    places = re.findall(r"`((?:crawler|checks|reports|audit)/[\w/]+\.\w+)`", told)
    assert [place for place in places if not (ROOT / place).is_file()] == []


LONG_FOR_A_REASON: set[str] = set()


def test_no_machine_path_and_no_registry_is_named() -> None:
    pattern = re.compile(r"(?<![\w.-])/(?:work|root|farm|home/\w+)/|https?://(?:files\.pythonhosted|pypi)\.org/simple")
    named = [
        p.name
        for p in tracked("*.py", "*.toml", "*.md", "*.txt", "Makefile", ".ci/run")
        if pattern.search(p.read_text("utf-8", "replace"))
    ]
    assert named == []
