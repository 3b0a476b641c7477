"""The demonstration as a user sees it: the command, what it leaves, and each excerpt found again on its page."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.audit.test_cli import run
from tests.sites.reading import DEMO

EXPECTED = tomllib.loads((DEMO / "expected.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    done = run(folder, "demo", "--out", "out")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "draft.html" in done.stderr
    return folder


@pytest.fixture(scope="module")
def report(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "out" / "audit.json").read_text("utf-8"))


def test_demo_says_what_its_reader_concluded(report: dict[str, Any]) -> None:
    found = {f["check"]: f["verdict"] for f in report["findings"]}
    assert {check: found[check] for check in EXPECTED["findings"]} == EXPECTED["findings"]
    assert sorted(link["target"] for link in report["broken_links"]) == sorted(EXPECTED["dead_links"])
    assert report["coverage"]["complete"]
    assert report["coverage"]["faults"] == []


def test_demo_is_kept_and_written_again_without_a_web(folder: Path, report: dict[str, Any]) -> None:
    assert "Valbrune-sur-Loue" in run(folder, "audits").stdout
    again = run(folder, "report", "1", "--out", "again", "--json")
    assert json.loads(again.stdout) == report
    for name in ("audit.json", "draft.md", "draft.html"):
        assert (folder / "again" / name).read_bytes() == (folder / "out" / name).read_bytes(), name


def test_demo_is_written_in_short_when_asked(folder: Path, report: dict[str, Any]) -> None:
    told = json.loads(run(folder, "report", "1", "--out", "short", "--short", "--json").stdout)
    assert told["draft"] == told["draft_short"] == report["draft_short"]
    assert len((folder / "short" / "draft.md").read_text("utf-8")) < len((folder / "out" / "draft.md").read_text("utf-8"))


def test_each_excerpt_is_found_again_on_its_page(report: dict[str, Any]) -> None:
    """Word for word where the words stand together on the page; else each of its words is there."""
    looked, lost = 0, []
    for finding in report["findings"]:
        for evidence in finding["evidence"]:
            file = served(evidence["url"])
            if file.suffix != ".html":
                continue
            looked += 1
            page = decoded(file)
            whole = LexborHTMLParser(page)
            if evidence["selector"] and whole.css_first(evidence["selector"]) is None:
                lost.append((finding["check"], evidence["selector"]))
            # What an answer or the build of a page shows is described, not quoted; so are the words that tell a commune.
            if evidence["proof"] in ("visit", "structure") or finding["check"] == "identity":
                continue
            marks = " ".join(str(v) for node in whole.css("*") for v in node.attributes.values() if v)
            seen = set(words(f"{whole.text(separator=' ')} {marks} {page}"))
            missing = [w for w in words(evidence["excerpt"].rstrip("…")) if w not in seen]
            if len(missing) > 1:  # an excerpt may be cut within its first or last word
                lost.append((finding["check"], evidence["excerpt"], missing))
    assert lost == []
    assert looked > 100


def test_each_finding_that_is_claimed_is_proven_and_told(report: dict[str, Any]) -> None:
    told = {check for section in report["draft"]["sections"] for s in section["sentences"] for check in s["findings"]}
    for finding in report["findings"]:
        if finding["verdict"] in ("present", "partial", "inactive"):
            assert finding["evidence"], finding["check"]
            assert all(e["url"] and e["excerpt"] and e["fetched_at"] for e in finding["evidence"]), finding["check"]
            assert len({(e["url"], e["selector"], e["excerpt"], e["proof"]) for e in finding["evidence"]}) == len(
                finding["evidence"]
            )
    assert {check for check, verdict in EXPECTED["findings"].items() if verdict == "inactive"} <= told


def served(url: str) -> Path:
    at = urlsplit(url)
    file = DEMO / "site" / (at.hostname or "") / unquote(at.path).lstrip("/")
    return file / "index.html" if file.is_dir() else file


def decoded(file: Path) -> str:
    data = file.read_bytes()
    said = re.search(rb"charset=[\"']?([\w-]+)", data[:2000])
    return data.decode(said.group(1).decode() if said else "utf-8", "replace")


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
