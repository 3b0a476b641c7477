"""Every seen() and unseen() of every check: the pages that a rule must and must not fall for."""

from datetime import UTC, datetime

import pytest

from checks.catalogue import catalogue
from checks.check import Check
from checks.examine import Examination
from checks.finding import Coverage, Finding
from checks.signs import Example
from crawler.page import Page
from crawler.visit import Outcome, Visit

CASES = [
    pytest.param(check, example, id=f"{check.id}-{number}")
    for check in catalogue().checks.values()
    for number, example in enumerate(check.examples)
]


def examine(check: Check, example: Example) -> Finding:
    examination = Examination(catalogue().matcher, example.url)
    now = datetime(2026, 11, 1, tzinfo=UTC)
    page = Page(example.url, example.html, now)
    examination.see(Visit(example.url, Outcome.OK, now, landed=example.url, status=200, page=page))
    for gone in example.gone:
        via = next((link for link in page.links if link.href == gone), None)
        examination.see(Visit(gone, Outcome.NOT_FOUND, now, via=via, landed=gone, status=404))
    for where, html in example.pages:
        via = next(link for link in page.links if link.href == where)
        examination.see(Visit(where, Outcome.OK, now, via=via, landed=where, status=200, page=Page(where, html, now)))
    assert not examination.faults
    coverage = Coverage(as_of=example.as_of, pages=1, complete=True)
    return next(f for f in examination.findings(coverage) if f.check == check.id)


@pytest.mark.parametrize(("check", "example"), CASES)
def test_example(check: Check, example: Example) -> None:
    finding = examine(check, example)
    expected = example.verdict or "absent"
    assert finding.verdict.value == expected, [(o.proof, o.excerpt) for o in finding.evidence]


@pytest.mark.parametrize("check", catalogue().checks.values(), ids=lambda c: c.id)
def test_every_check_proves_both_sides(check: Check) -> None:
    verdicts = {example.verdict for example in check.examples}
    assert verdicts - {""}, f"{check.id} shows no page on which it is seen"
    assert "" in verdicts, f"{check.id} shows no page on which it must not be seen"
