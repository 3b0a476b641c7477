"""The five verdicts and the three trusts, from sightings and fates."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from checks.finding import EVIDENCE, Coverage, Verdict, conclude, recent
from checks.observation import Observation, Trust
from checks.tally import Tally
from crawler.visit import Outcome

NOW = datetime(2026, 11, 1, tzinfo=UTC)
WHOLE_SITE = Coverage(as_of=NOW.date(), pages=10, complete=True)
CUT_SHORT = replace(WHOLE_SITE, complete=False)


def sighting(
    proof: str = "label", trust: Trust = Trust.LIKELY, target: str = "", url: str = "https://a.fr/", **more: object
) -> Observation:
    return Observation(url, f"{proof} {target}", "a", NOW, "d", trust, proof, target, **more)  # type: ignore[arg-type]


def tally(*seen: Observation, fates: dict[str, Outcome] | None = None) -> Tally:
    made = Tally("x", fates=fates or {})
    for one in seen:
        made.add(one)
    return made


@pytest.mark.parametrize(
    ("seen", "fates", "coverage", "verdict"),
    [
        ([], {}, WHOLE_SITE, Verdict.ABSENT),
        ([], {}, CUT_SHORT, Verdict.UNDETERMINED),
        ([sighting(trust=Trust.HINT)], {}, WHOLE_SITE, Verdict.ABSENT),
        ([sighting()], {}, CUT_SHORT, Verdict.PRESENT),
        ([sighting(whole=False)], {}, WHOLE_SITE, Verdict.PARTIAL),
        ([sighting(whole=False), sighting("form")], {}, WHOLE_SITE, Verdict.PRESENT),
        ([sighting(target="https://a.fr/x")], {"https://a.fr/x": Outcome.NOT_FOUND}, WHOLE_SITE, Verdict.INACTIVE),
        ([sighting(target="https://a.fr/x#top")], {"https://a.fr/x": Outcome.GONE}, WHOLE_SITE, Verdict.INACTIVE),
        ([sighting(target="https://a.fr/x")], {"https://a.fr/x": Outcome.FORBIDDEN}, WHOLE_SITE, Verdict.PRESENT),
        ([sighting(target="https://a.fr/x")], {"https://a.fr/x": Outcome.SERVER_ERROR}, WHOLE_SITE, Verdict.UNDETERMINED),
        (
            [sighting(target="https://a.fr/x"), sighting("heading")],
            {"https://a.fr/x": Outcome.NOT_FOUND},
            WHOLE_SITE,
            Verdict.PRESENT,
        ),
    ],
)
def test_verdict(seen: list[Observation], fates: dict[str, Outcome], coverage: Coverage, verdict: Verdict) -> None:
    assert conclude(tally(*seen, fates=fates), coverage).verdict is verdict


SHELF = [
    sighting(target="https://a.fr/shelf"),
    sighting("heading", url="https://a.fr/shelf"),
    sighting("document", target="https://a.fr/1.pdf", url="https://a.fr/shelf"),
]


@pytest.mark.parametrize(
    ("seen", "verdict"),
    [
        (SHELF, Verdict.INACTIVE),
        ([*SHELF, sighting("document", target="https://a.fr/2.pdf", url="https://a.fr/shelf")], Verdict.PRESENT),
        ([*SHELF, sighting("document", target="https://a.fr/2.pdf", url="https://a.fr/")], Verdict.PRESENT),
        ([*SHELF, sighting("form", url="https://a.fr/shelf")], Verdict.PRESENT),
        ([*SHELF, sighting(target="https://a.fr/other")], Verdict.PRESENT),
    ],
)
def test_a_shelf_whose_papers_are_all_dead_is_inactive(seen: list[Observation], verdict: Verdict) -> None:
    found = conclude(tally(*seen, fates={"https://a.fr/1.pdf": Outcome.NOT_FOUND}), WHOLE_SITE)
    assert found.verdict is verdict
    assert found.evidence[0].proof == "document" or verdict is Verdict.PRESENT


BARE = sighting("bare", Trust.HINT, target="https://a.fr/pay")


@pytest.mark.parametrize(
    ("seen", "verdict"),
    [
        ([sighting("heading")], Verdict.UNDETERMINED),
        ([sighting(target="https://a.fr/pay")], Verdict.PRESENT),
        ([sighting(target="https://a.fr/pay"), BARE], Verdict.UNDETERMINED),
        ([sighting(target="https://a.fr/pay#now"), BARE], Verdict.UNDETERMINED),
        ([sighting(target="https://a.fr/pay", whole=False), BARE], Verdict.UNDETERMINED),
        ([sighting(target="https://a.fr/pay"), BARE, sighting(target="https://pay.fr/")], Verdict.PRESENT),
        ([sighting(target="https://a.fr/pay"), BARE, sighting("heading")], Verdict.PRESENT),
        ([sighting("text")], Verdict.PRESENT),
        ([], Verdict.ABSENT),
    ],
)
def test_names_alone_do_not_prove_what_is_used(seen: list[Observation], verdict: Verdict) -> None:
    assert conclude(tally(*seen), WHOLE_SITE, by_name=False).verdict is verdict
    assert conclude(tally(*seen), WHOLE_SITE).verdict is not Verdict.UNDETERMINED
    assert all(o.proof != "bare" for o in conclude(tally(*seen), WHOLE_SITE, by_name=False).evidence)


def test_a_fault_takes_the_absence_back() -> None:
    faulty = tally()
    faulty.faults = 1
    assert conclude(faulty, WHOLE_SITE).verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(
    ("seen", "trust"),
    [
        ([sighting()], Trust.LIKELY),
        ([sighting(), sighting(target="https://a.fr/other")], Trust.LIKELY),
        ([sighting(), sighting("heading")], Trust.SURE),
        ([sighting(), sighting("path", Trust.HINT)], Trust.SURE),
        ([sighting("form", Trust.SURE)], Trust.SURE),
    ],
)
def test_two_independent_proofs_are_sure(seen: list[Observation], trust: Trust) -> None:
    assert conclude(tally(*seen), WHOLE_SITE).trust is trust


def test_one_menu_link_on_400_pages_is_one_proof() -> None:
    menu = tally(*(sighting(target="https://a.fr/nl", url=f"https://a.fr/{n}") for n in range(400)))
    finding = conclude(menu, WHOLE_SITE)
    assert (len(finding.evidence), finding.pages) == (1, 400)


def test_evidence_is_the_best_five_of_all_kinds() -> None:
    many = [sighting(target=f"https://a.fr/{n}") for n in range(20)] + [sighting("heading"), sighting("form", Trust.SURE)]
    kept = conclude(tally(*many), WHOLE_SITE).evidence
    assert len(kept) == EVIDENCE
    assert kept[0].proof == "form"
    assert {"label", "heading", "form"} == {o.proof for o in kept}


def test_evidence_holds_nothing_that_says_the_contrary() -> None:
    empty = sighting("denial", Trust.HINT, target="https://a.fr/none")
    seen = conclude(tally(sighting(target="https://a.fr/none"), empty, sighting("form")), WHOLE_SITE)
    assert (seen.verdict, [o.proof for o in seen.evidence]) == (Verdict.PRESENT, ["form"])
    absent = conclude(tally(sighting(target="https://a.fr/none"), empty), WHOLE_SITE)
    assert (absent.verdict, [o.proof for o in absent.evidence]) == (Verdict.ABSENT, ["label"])


def test_inactive_shows_the_dead_target_first() -> None:
    dead = tally(sighting(target="https://a.fr/x"), fates={"https://a.fr/x": Outcome.NOT_FOUND})
    assert conclude(dead, WHOLE_SITE).evidence[0].target == "https://a.fr/x"


@pytest.mark.parametrize(
    ("dated", "verdict"), [(date(2026, 5, 1), Verdict.PRESENT), (date(2020, 5, 1), Verdict.PARTIAL), (None, Verdict.PRESENT)]
)
def test_recent(dated: date | None, verdict: Verdict) -> None:
    assert conclude(tally(sighting(dated=dated)), WHOLE_SITE, recent(365)).verdict is verdict


def test_facts_of_the_most_seen_win_and_counts_take_the_largest() -> None:
    seen = tally(
        sighting("fact:name", Trust.HINT, "a", facts={"name": "Rare"}),
        *(sighting("fact:name", Trust.HINT, "b", facts={"name": "Usual"}) for _ in range(3)),
        sighting("structure", facts={"photos": 3}),
        sighting("label", facts={"photos": 12}),
    )
    assert seen.facts() == {"name": "Usual", "photos": 12}


def test_no_rubric_is_named_whose_page_holds_nothing() -> None:
    seen = tally(
        sighting("label", Trust.SURE, "https://a.fr/vide", facts={"rubric": "Entreprises"}),
        sighting("label", Trust.LIKELY, "https://a.fr/gites", facts={"rubric": "Hébergement"}),
    )
    assert seen.facts() == {"rubric": "Entreprises"}
    seen.denied = {"https://a.fr/vide"}
    assert seen.facts() == {"rubric": "Hébergement"}
