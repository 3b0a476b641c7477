"""The short draft: a paragraph a rubric, of what weighs; the whole one beside it in the report."""

import pytest

from checks.finding import Verdict
from reports.grid import load_grid
from reports.render.layout import paragraphs
from reports.report import Report
from tests.reports.making import all_of, assessed, drafted, reported
from tests.reports.plain import draft_text
from tests.reports.test_drafts import mixture

WEIGHTS = {line.check: line.weight for category in load_grid().categories for line in category.lines}


@pytest.mark.parametrize("seed", range(12))
def test_a_rubric_is_one_paragraph_of_what_weighs_and_asks_nothing(seed: int) -> None:
    findings = mixture(seed)
    short = drafted(findings, short=True)
    assert [s.title for s in short.sections if s.kind == "rubric"]
    assert not [s for s in short.sections if s.kind in ("quality", "obligations")]
    assert len(draft_text(short)) < len(draft_text(drafted(findings))) * 0.6
    verdicts = {f.check: f.verdict for f in findings}
    for section in (s for s in short.sections if s.kind == "rubric"):
        assert len(paragraphs(section)) == 1, section.title
        told = [check for s in section.sentences for check in s.findings]
        assert all(WEIGHTS[check] > 1 and verdicts[check] is not Verdict.UNDETERMINED for check in told)
        assert not any(s.ask for s in section.sentences)


def test_of_what_is_missing_only_the_weightiest_is_told() -> None:
    short = drafted(all_of("absent"), short=True)
    pratique = next(s for s in short.sections if s.title.startswith("Vie pratique"))
    told = {check for s in pratique.sentences for check in s.findings}
    assert told == {"online_procedures", "contact_details", "news", "urban_planning"}


def test_the_report_holds_both_and_gives_either() -> None:
    report = reported(all_of("present"))
    assert Report.from_json(report.to_json()) == report
    assert report.in_short().draft == report.draft_short != report.draft
    old = {key: value for key, value in report.to_json().items() if key != "draft_short"}
    kept_before = Report.from_json(old)
    assert kept_before.in_short() == kept_before


def test_header_and_history_stay() -> None:
    short = drafted(all_of("present"), short=True, participations={2008: 5, 2010: 5})
    assert assessed(all_of("present")).commune.name.upper() == short.sections[0].title
    assert short.sections[-1].kind == "list"
    assert [s.text for s in short.sections[-1].sentences] == ["2008\u00a0@@@@@", "2010\u00a0@@@@@"]
