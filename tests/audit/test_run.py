"""What a walk has seen earns absences or does not; what is said of a site that could not be read."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit.run import ENOUGH_PAGES, audit, coverage_of, notices_of
from crawler.account import WalkReport
from crawler.limits import Limits
from crawler.visit import Outcome
from tests.web import HTML, Answer, Web, page, to

DAY = date(2026, 11, 15)
WHOLE = WalkReport(site="https://mairie.fr/", pages=40, complete=True)
CUT = WalkReport(site="https://mairie.fr/", pages=ENOUGH_PAGES, pending=900, why=("page budget reached",))
START = "http://mairie.fr/"
QUICK = Limits(delay=0, allow_private=True)


@pytest.mark.parametrize(
    ("walk", "earned"),
    [
        (WHOLE, True),
        (replace(WHOLE, pages=1), True),
        (replace(WHOLE, pages=0), False),
        (CUT, True),
        (replace(CUT, pages=ENOUGH_PAGES - 1), False),
        (replace(WHOLE, refused=10), True),
        (replace(WHOLE, refused=11), False),
        (replace(WHOLE, failed=10), True),
        (replace(WHOLE, failed=11), False),
        (replace(WHOLE, refused=6, failed=5), False),
        (replace(CUT, refused=ENOUGH_PAGES), False),
        (replace(WHOLE, scripted=1), False),
        (replace(CUT, scripted=1), False),
        (replace(WHOLE, rendered=40), True),
    ],
)
def test_absences_are_earned(walk: WalkReport, earned: bool) -> None:
    coverage = coverage_of(walk, DAY, "digest")
    assert coverage.complete is earned
    assert coverage.why or earned or not walk.pages, "what is not earned is told why"
    assert (coverage.as_of, coverage.pages, coverage.catalogue) == (DAY, walk.pages, "digest")


def test_the_reasons_of_the_walk_come_first() -> None:
    assert coverage_of(replace(CUT, refused=400, scripted=3), DAY, "").why == (
        "page budget reached",
        "too many pages were refused or failed",
        "3 pages made by scripts were not rendered",
    )


def test_nothing_seen_is_said() -> None:
    assert notices_of(None, WalkReport()) == ["Le site n'a pas pu être lu (not fetched) : rien ne peut en être dit."]


@pytest.mark.parametrize(
    ("answer", "outcome", "told"),
    [
        (Answer(403, HTML), Outcome.FORBIDDEN, "refuse l'accès"),
        (Answer(404, HTML), Outcome.NOT_FOUND, "pas de page à cette adresse"),
        (Answer(500, HTML), Outcome.SERVER_ERROR, "en panne"),
        (Answer(200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"), Outcome.WRONG_TYPE, "n'est pas une page"),
    ],
)
async def test_a_home_page_that_cannot_be_read(tmp_path: Path, answer: Answer, outcome: Outcome, told: str) -> None:
    async with Web(tmp_path) as web:
        web.answers["mairie.fr", "/"] = answer
        audited = await audit(START, QUICK, as_of=DAY, resolver=web, render="never")
    assert audited.home is outcome
    assert any(told in notice.replace("’", "'") for notice in audited.report.notices)
    assert {f.verdict for f in audited.report.findings} == {"undetermined"}
    assert not audited.report.coverage.complete
    assert not [s for section in audited.report.draft.sections if section.kind == "rubric" for s in section.sentences]


async def test_a_site_that_has_moved_is_read_and_said(tmp_path: Path) -> None:
    async with Web(tmp_path) as web:
        web.answers["mairie.fr", "/"] = to("http://www.valclair.fr/", 301)
        web.answers["www.valclair.fr", "/"] = page("Commune de Valclair")
        audited = await audit(START, QUICK, as_of=DAY, resolver=web, render="never")
    assert audited.moved == "http://www.valclair.fr/"
    assert any("www.valclair.fr" in notice for notice in audited.report.notices)


async def test_an_announced_feature_whose_target_is_dead_is_inactive_and_a_forbidden_one_is_not(tmp_path: Path) -> None:
    home = (
        '<!doctype html><title>Mairie de Valclair</title><h1>Commune de Valclair</h1><a href="http://dit.fr/">Marchés publics</a>'
    )
    verdicts = {}
    for status in (404, 403, 503):
        async with Web(tmp_path) as web:
            web.answers["mairie.fr", "/"] = Answer(200, HTML, home.encode())
            web.answers["dit.fr", "/"] = Answer(status, HTML)
            report = (await audit(START, QUICK, as_of=DAY, resolver=web, render="never")).report
        finding = report.finding("public_tenders")
        assert finding is not None
        verdicts[status] = finding.verdict, [link.target for link in report.broken_links]
    assert verdicts[404] == ("inactive", ["http://dit.fr/"])
    assert verdicts[403][0] not in ("inactive", "absent")
    assert verdicts[503][0] not in ("inactive", "absent")
    assert verdicts[403][1] == verdicts[503][1] == []


async def test_progress_is_told_after_each_visit(tmp_path: Path) -> None:
    told = []
    async with Web(tmp_path) as web:
        web.answers["mairie.fr", "/"] = Answer(200, HTML, b'<title>Mairie</title><a href="/a">a</a>')
        web.answers["mairie.fr", "/a"] = page()
        await audit(START, QUICK, as_of=DAY, resolver=web, render="never", tell=told.append)
    assert [at.visits for at in told] == list(range(1, len(told) + 1))
    assert told[-1].pages == 2
    assert told[-1].pending == 0
