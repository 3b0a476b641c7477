"""`arobase report ID --format …`, as users run it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from audit.store import Store
from reports.render.formats import FORMATS
from tests.audit.test_cli import run
from tests.reports.making import all_of, reported
from tests.reports.reading import FULL, text_of

FILES = {
    "draft.txt",
    "draft.md",
    "draft.html",
    "draft.docx",
    "draft.odt",
    "draft.pdf",
    "audit.json",
    "findings.csv",
    "findings.xlsx",
}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A folder whose store holds audit 1."""
    with Store(tmp_path / "audits" / "arobase.sqlite") as store:
        report = reported(all_of("present"), participations={2010: 5}).to_json()
        store.keep(report, "www.besancon.fr", date(2026, 11, 15), datetime(2026, 11, 15, tzinfo=UTC))
    return tmp_path


def test_every_format_is_written_and_opens(kept: Path) -> None:
    done = run(kept, "report", "1", "--format", ",".join(FORMATS), "--out", "out")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in (kept / "out").iterdir()} == FILES
    for name in FULL:
        (path,) = (kept / "out").glob(f"draft{FORMATS[name].suffix}")
        assert "Jean-Louis Fousseret" in text_of(name, path.read_bytes())
        assert str(path.relative_to(kept)) in done.stderr


def test_only_what_was_asked_for_is_written(kept: Path) -> None:
    assert run(kept, "report", "1", "--format", "label, PDF", "--out", "out").returncode == 0
    assert {path.name for path in (kept / "out").iterdir()} == {"draft.txt", "draft.pdf"}


def test_a_format_that_is_none_is_told_with_those_that_are(kept: Path) -> None:
    done = run(kept, "report", "1", "--format", "label,doc", "--out", "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no format is named 'doc'; there are label, md, html, docx, odt, pdf, json, csv, xlsx" in done.stderr
    assert not (kept / "out").exists()


@pytest.mark.parametrize(("name", "package"), [("docx", "docx"), ("pdf", "typst"), ("xlsx", "xlsxwriter")])
def test_a_missing_extra_is_told_and_nothing_is_written(kept: Path, name: str, package: str) -> None:
    hidden = kept / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text(f"import sys; sys.modules[{package!r}] = None", encoding="utf-8")
    done = run(kept, "report", "1", "--format", f"label,{name}", "--out", "out", path=str(hidden))
    assert done.returncode == 2
    assert f"{package} is missing; pip install 'arobase[documents]' brings it" in done.stderr
    assert list((kept / "out").iterdir()) == []
    assert run(kept, "report", "1", "--format", "label,md,html,odt,json,csv", "--out", "out", path=str(hidden)).returncode == 0
