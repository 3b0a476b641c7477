"""Whole sites, written by hand before any check was looked at, audited end to end over real sockets."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from audit.run import Audited
from checks.catalogue import catalogue
from reports.report import ADDRESSES
from tests.reports.plain import text
from tests.sites.reading import DEMO, SITES, read, truth

WEBS = {"demo": (DEMO / "site", DEMO / "expected.toml"), "besancon": (SITES / "besancon", SITES / "besancon" / "expected.toml")}


@pytest.fixture(scope="module", params=WEBS)
def site(request: pytest.FixtureRequest) -> tuple[str, dict[str, Any], Audited]:
    web, expected = WEBS[request.param]
    told = truth(expected)
    return request.param, told, asyncio.run(read(web, told))


def test_every_verdict_of_the_reader(site: tuple[str, dict[str, Any], Audited]) -> None:
    _, told, audited = site
    found = {f.check: f.verdict for f in audited.report.findings}
    assert {check: found[check] for check in told["findings"]} == told["findings"]


def test_exactly_the_dead_links(site: tuple[str, dict[str, Any], Audited]) -> None:
    _, told, audited = site
    assert {link.target for link in audited.report.broken_links} == set(told["dead_links"])


def test_contract_of_audit_json(site: tuple[str, dict[str, Any], Audited]) -> None:
    report = json.loads(json.dumps(site[2].report.to_json()))
    assert {"url", "commune", "coverage", "findings", "broken_links", "draft"} <= set(report)
    assert [f["check"] for f in report["findings"]]
    assert {f["check"] for f in report["findings"]} == set(catalogue().checks)
    for finding in report["findings"]:
        assert {"check", "verdict", "trust", "pages", "evidence"} <= set(finding)
        for evidence in finding["evidence"]:
            assert {"url", "excerpt", "selector", "target", "fetched_at", "digest"} <= set(evidence)
            assert not evidence["target"] or evidence["target"].startswith(ADDRESSES), finding["check"]
    for section in report["draft"]["sections"]:
        assert {"title", "sentences"} <= set(section)
        assert all({"key", "text", "findings", "ask"} <= set(s) for s in section["sentences"])


def test_every_present_finding_has_its_proof_on_its_page(site: tuple[str, dict[str, Any], Audited]) -> None:
    name, _, audited = site
    looked = 0
    for finding in audited.report.findings:
        if finding.verdict in ("present", "partial", "inactive"):
            assert finding.evidence, finding.check
        for evidence in finding.evidence:
            file = _file(WEBS[name][0], evidence.url)
            if evidence.selector and file.suffix == ".html":
                tree = LexborHTMLParser(file.read_bytes().decode("cp1252", "replace"))
                assert tree.css_first(evidence.selector) is not None, (finding.check, evidence.selector, evidence.url)
                looked += 1
    assert looked > 60


def test_draft_reads_as_it_was_read_aloud(site: tuple[str, dict[str, Any], Audited]) -> None:
    """The golden drafts; `python -m tests.golden` writes them again, to be read aloud before they are committed."""
    name, _, audited = site
    golden = Path(__file__).parent / f"{name}.txt"
    assert text(audited.report) == golden.read_text(encoding="utf-8")


async def test_two_audits_differ_in_nothing_but_times() -> None:
    told = truth(WEBS["demo"][1])
    one, other = [_timeless((await read(WEBS["demo"][0], told)).report.to_json()) for _ in range(2)]
    assert one == other


def test_the_seed_in_its_rubrics() -> None:
    """Each statement of the evaluation is a sentence of the draft, in the rubric where the evaluator told it."""
    told = truth(WEBS["besancon"][1])
    report = asyncio.run(read(WEBS["besancon"][0], told)).report
    rubrics = {
        check: section.title for section in report.draft.sections for s in section.sentences if not s.ask for check in s.findings
    }
    titles = {
        "pratique": "Vie pratique / Vie quotidienne",
        "culturelle": "Vie culturelle / Vie éducative",
        "privee": "Vie privée / Vie sociale",
        "politique": "Vie politique / Vie citoyenne",
        "professionnelle": "Vie professionnelle / Vie économique",
        "gouvernance": "Organisation / Gouvernance",
    }
    assert len(told["finding"]) == 40
    wrong = [
        e["check"] for e in told["finding"] if e["check"] != "digital_policy" and rubrics.get(e["check"]) != titles[e["rubric"]]
    ]
    assert wrong == []
    years = {e.facts.get("year") for f in report.findings if f.check == "digital_policy" for e in f.evidence}
    assert set(told["milestones"]) <= years
    initiatives = next(s for s in report.draft.sections if s.title == "Initiatives 2009")
    assert [s.text for s in initiatives.sentences] == ["Fête du Libre"]


def _file(root: Path, url: str) -> Path:
    host, _, path = url.removeprefix("http://").partition("?")[0].partition("#")[0].partition("/")
    file = root / host / path
    return file / "index.html" if file.is_dir() else file


def _timeless(value: Any) -> Any:
    """The record without the moments at which things were read."""
    if isinstance(value, dict):
        return {k: _timeless(v) for k, v in value.items() if k not in ("fetched_at", "made_at", "seconds")}
    return [_timeless(v) for v in value] if isinstance(value, list) else value
