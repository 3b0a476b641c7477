"""Cases from the desk: pages on which a reviewer said what a check must say. `arobase cases export tests/checks/cases` adds some."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.desk.cases import ABSENT, Case, read
from checks.catalogue import catalogue
from checks.examine import Examination
from checks.finding import Coverage
from crawler.page import Page
from crawler.visit import Outcome, Visit

CASES = sorted((Path(__file__).parent / "cases").rglob("*.html"))


def judged(case: Case) -> str:
    """The check's verdict on this page alone."""
    at = case.at or datetime(2026, 1, 1, tzinfo=UTC)
    examination = Examination(catalogue().matcher, case.url)
    page = Page(case.url, case.html, at)
    examination.see(Visit(case.url, Outcome.OK, at, landed=case.url, status=200, page=page))
    found = examination.findings(Coverage(as_of=at.date(), pages=1, complete=True))
    return next(f for f in found if f.check == case.check).verdict.value


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_the_check_says_what_the_reviewer_said(file: Path) -> None:
    case = read(file.read_text("utf-8"))
    assert (judged(case) == ABSENT) is (case.verdict == ABSENT), case.comment or case.quote


def test_there_are_cases() -> None:
    assert CASES
