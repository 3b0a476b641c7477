"""What the law asks: gated by population and date, judged only by what shows it, told with why and how to mend it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from checks.catalogue import catalogue
from checks.finding import Coverage, Verdict
from checks.observation import Trust
from reports import french
from reports.commune import Commune
from reports.compliance import Duty, Standing, duties
from reports.draft import DraftSection, draft
from reports.grid import BadGrid, load_grid, load_grids
from reports.render.html import html
from reports.render.markdown import markdown
from reports.report import Report
from tests.reports.making import AS_OF, BESANCON, CUT, UNREAD, all_of, assessed, drafted, found, reported

LAW = load_grid().obligations
THRESHOLDS = {(one.id, one.inhabitants) for one in LAW if one.inhabitants}


def judged(which: str, verdict: Verdict | str, population: int | None = 117080, as_of: date = AS_OF, insee: str = "") -> Duty:
    """One obligation when every check has this verdict."""
    commune = BESANCON.model_copy(update={"population": population, "insee": insee})
    findings = {f.check: f for f in all_of(verdict)}
    return next(d for d in duties(LAW, findings, commune, as_of) if d.obligation.id == which)


def section(findings_verdict: str, coverage: Coverage | None = None, **others: str) -> DraftSection:
    told = drafted(all_of(findings_verdict, **others), *([coverage] if coverage else []))
    return next(s for s in told.sections if s.kind == "obligations")


def test_every_check_of_an_obligation_exists() -> None:
    assert {check for one in LAW for check in one.checks} <= set(catalogue().checks)


def test_every_legal_line_of_the_label_has_its_obligation() -> None:
    """The grid is complete both ways: what the label's grid calls an obligation is one, and each is told whole."""
    quality = next(c for c in load_grid().categories if c.file == "qualite.toml")
    legal = {line.check for line in quality.lines if line.theme == "obligations"}
    assert legal <= {check for one in LAW for check in one.checks}
    for one in LAW:
        assert one.title.startswith(("la ", "le ", "les ", "l'")), one.id
        assert one.question.endswith("?"), one.id
        assert one.asked.endswith("."), one.id
        assert one.why.endswith("."), one.id
        assert one.verified, one.id
        assert one.mend, one.id
        assert not one.provided or one.provided.startswith("si "), one.id


@pytest.mark.parametrize(("which", "least"), sorted(THRESHOLDS))
def test_each_threshold_gates(which: str, least: int) -> None:
    assert judged(which, "absent", least).standing is not Standing.OUTSIDE
    assert judged(which, "present", least).standing in (Standing.MET, Standing.UNTOLD)
    assert judged(which, "absent", least * 9 // 10).standing is Standing.OUTSIDE


@pytest.mark.parametrize(("which", "least"), sorted(THRESHOLDS))
def test_just_below_a_threshold_or_without_a_population_it_is_a_question(which: str, least: int) -> None:
    """The law counts inhabitants whom the census of the commune leaves out."""
    for population in (least - 1, None):
        duty = judged(which, "absent", population)
        assert (duty.standing, duty.why_not) == (Standing.UNTOLD, "population")


def test_an_obligation_of_the_small_ends_where_that_of_the_large_begins() -> None:
    assert judged("acts_small", "absent", 3500).standing is Standing.OUTSIDE
    assert judged("acts_small", "absent", 3000).standing is Standing.UNTOLD
    assert judged("acts_small", "present", 3000).standing is Standing.MET
    assert judged("acts", "absent", 3500).standing is Standing.UNMET


@pytest.mark.parametrize(
    ("which", "verdict", "expected"),
    [
        ("legal_notice", "present", Standing.MET),
        ("legal_notice", "partial", Standing.PARTLY),
        ("legal_notice", "inactive", Standing.UNMET),
        ("legal_notice", "absent", Standing.UNMET),
        ("legal_notice", "undetermined", Standing.UNTOLD),
        ("payment", "present", Standing.MET),
        ("payment", "absent", Standing.UNTOLD),
        ("tenders", "inactive", Standing.UNMET),
        ("deliberations_list", "present", Standing.UNTOLD),
        ("deliberations_list", "absent", Standing.UNMET),
        ("equality_index", "absent", Standing.UNTOLD),
    ],
)
def test_only_what_decides_judges(which: str, verdict: str, expected: Standing) -> None:
    assert judged(which, verdict).standing is expected


def test_what_a_heading_alone_shows_meets_no_obligation() -> None:
    slight = [
        replace(f, trust=Trust.LIKELY, evidence=tuple(replace(o, proof="heading", trust=Trust.LIKELY) for o in f.evidence))
        for f in all_of("present")
    ]
    told = {d.obligation.id: d.standing for d in duties(LAW, {f.check: f for f in slight}, BESANCON, AS_OF)}
    assert Standing.MET not in told.values()
    assert judged("budget", "present").standing is Standing.MET
    assert told["budget"] is Standing.UNTOLD


@pytest.mark.parametrize("verdict", list(Verdict))
def test_without_a_certain_reference_nothing_is_judged(verdict: Verdict) -> None:
    uncertain = [one.id for one in LAW if not one.reference]
    assert uncertain
    for which in uncertain:
        assert judged(which, verdict).standing is Standing.UNJUDGED
    told = [s.text for s in section(verdict.value).sentences if s.key.startswith("obligations:unjudged")]
    assert len(told) == len(uncertain)
    assert all("n’est pas jugé" in text and "satisfaite" not in text for text in told)


def test_what_was_not_asked_at_the_time_is_not_told() -> None:
    early = {d.obligation.id for d in duties(LAW, {f.check: f for f in all_of("absent")}, BESANCON, date(2010, 6, 1))}
    assert early == {"legal_notice", "risks"}


def test_lands_with_a_law_of_their_own_are_not_judged_by_these_codes() -> None:
    assert duties(LAW, {}, BESANCON.model_copy(update={"insee": "98818"}), AS_OF) == ()
    assert duties(LAW, {}, BESANCON.model_copy(update={"insee": "97105"}), AS_OF)


def test_a_commune_abroad_is_not_held_to_french_law_and_its_header_says_so() -> None:
    findings = [f for f in all_of("absent") if f.check != "identity"]
    told = assessed([found("identity", "present", kind="commune", country="Suisse"), *findings], commune=Commune(name="Rives"))
    assert told.duties == ()
    assert Commune(country="Suisse").with_given(Commune(insee="25056")).country == ""
    header = draft(told).sections[0]
    assert [s.text for s in header.sentences if s.key == "header:kind"] == [
        "Commune hors de France (Suisse)\u00a0: ses obligations légales ne sont pas examinées"
    ]


@pytest.mark.parametrize("kind", ["delegated", "associated", "district", "parked"])
def test_a_site_that_does_not_answer_for_a_commune_is_not_held_to_the_law(kind: str) -> None:
    findings = [f for f in all_of("absent") if f.check != "identity"]
    told = assessed([found("identity", "present", kind=kind, parent="Grandville"), *findings])
    assert told.duties == ()
    assert assessed(all_of("absent"), UNREAD).duties == ()


def test_a_fault_says_what_why_how_it_was_seen_and_how_to_mend_it() -> None:
    text = next(s.text for s in section("absent").sentences if "minutes" in s.key)
    one = next(one for one in LAW if one.id == "minutes")
    plain = text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
    for words in (one.asked, french.small(one.why), one.verified, one.mend, one.reference):
        assert words in plain, words


def test_a_notice_that_lacks_something_says_what() -> None:
    findings = [f for f in all_of("present") if f.check != "legal_notice"]
    notice = found("legal_notice", "partial", missing="l'hébergeur")
    text = next(s.text for sec in drafted([*findings, notice]).sections for s in sec.sentences if "partly:legal_notice" in s.key)
    assert "il y manque l’hébergeur" in text


def test_what_cannot_be_told_is_a_question_and_blames_nobody() -> None:
    told = section("undetermined", CUT)
    assert {s.ask for s in told.sentences if ":untold:" in s.key} == {True}
    assert not [s for s in told.sentences if ":unmet:" in s.key or ":met:" in s.key]


@pytest.mark.parametrize("verdict", ["present", "absent", "partial"])
def test_nothing_is_told_as_quality_and_as_obligation(verdict: str) -> None:
    sections = drafted(all_of(verdict)).sections
    quality = {c for s in sections if s.kind == "quality" for one in s.sentences for c in one.findings}
    law = {c for s in sections if s.kind == "obligations" for one in s.sentences for c in one.findings}
    assert law
    assert not quality & law


def test_the_report_holds_them_and_prints_them() -> None:
    report = reported(all_of("absent"))
    assert Report.from_json(report.to_json()) == report
    record = next(o for o in report.to_json()["obligations"] if o["id"] == "minutes")
    assert (record["standing"], record["checks"], record["since"]) == ("unmet", ["council_minutes"], "2022-07-01")
    for page in (markdown(report), html(report)):
        assert "Obligations légales" in page
        assert "L.\u00a02121-15" in page


RULE = """[[obligation]]
id = "minutes"
title = "la publication des débats"
asked = "Tout doit être filmé."
why = "On voit mieux."
verified = "recherche de vidéos"
mend = "filmer"
question = "où sont les vidéos ?"
checks = ["council_video"]
since = 2020-01-01
"""


def test_a_plugin_lays_its_own_over_ours(tmp_path: Path) -> None:
    law = tmp_path / "obligations"
    law.mkdir()
    (law / "conseil.toml").write_text(RULE + RULE.replace('"minutes"', '"films"'), encoding="utf-8")
    grid = load_grids([tmp_path])
    assert [o.id for o in grid.obligations] == [*(o.id for o in LAW), "films"]
    assert next(o for o in grid.obligations if o.id == "minutes").asked == "Tout doit être filmé."
    assert grid.categories == load_grid().categories


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RULE + 'chekcs = ["a"]\n', ["loi.toml", "'minutes'", "'chekcs'", "unknown", "checks"]),
        (RULE.replace("why", "#"), ["loi.toml", "'why'", "missing"]),
        (RULE + RULE, ["loi.toml", "'minutes'", "already"]),
        (RULE + "inhabitants = 10\nbelow = 5\n", ["loi.toml", "more than inhabitants"]),
    ],
)
def test_a_wrong_obligation_is_refused_precisely(tmp_path: Path, text: str, expected: list[str]) -> None:
    law = tmp_path / "obligations"
    law.mkdir()
    (law / "loi.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadGrid) as refused:
        load_grids([tmp_path])
    for words in expected:
        assert words in str(refused.value)
