"""Decisions on a draft: what is published, what a new audit asks again, in any order and with any words."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from reports.report import Report, SectionRecord, SentenceRecord
from reports.review import ADDED, Decision, Review, apply, carry_over, fingerprints, standing
from tests.reports.making import BESANCON, all_of, found, reported, seen
from tests.reports.test_properties import SEEDS, drawn

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
PRIVATE = "Vie privée / Vie sociale"


def decided(key: str, action: str = "keep", **more: Any) -> Decision:
    return Decision(key=key, action=action, **{"by": "C. Faure", "at": NOON} | more)  # type: ignore[arg-type]


def one(*sentences: SentenceRecord, title: str = PRIVATE, kind: str = "rubric") -> SectionRecord:
    return SectionRecord(title=title, kind=kind, sentences=sentences)


def said(key: str, **more: Any) -> SentenceRecord:
    return SentenceRecord(key=key, text=f"Phrase {key}.", **more)


def texts(sections: tuple[SectionRecord, ...]) -> list[str]:
    return [s.text for section in sections for s in section.sentences]


def keys(sections: tuple[SectionRecord, ...]) -> list[str]:
    return [s.key for section in sections for s in section.sentences]


def test_each_action_does_what_it_says() -> None:
    draft = (one(said("a"), said("b"), said("c"), said("d", suggestion="très bien")),)
    decisions = [
        decided("a", "keep"),
        decided("b", "edit", text="Mieux dit."),
        decided("c", "drop"),
        decided(ADDED + "1", "add", text="Vu en mairie.", section=PRIVATE),
    ]
    (section,) = apply(draft, decisions)
    assert [s.text for s in section.sentences] == ["Phrase a.", "Mieux dit.", "Phrase d.", "Vu en mairie."]
    assert not any(s.suggestion for s in section.sentences)


def test_a_question_is_published_only_in_a_persons_words() -> None:
    draft = (one(said("a", ask=True), said("b", ask=True), said("c", ask=True)),)
    decisions = [decided("a", "edit", text="Le site propose une lettre."), decided("b", "keep")]
    assert texts(apply(draft, decisions)) == ["Le site propose une lettre."]
    assert not any(s.ask for section in apply(draft, decisions) for s in section.sentences)
    assert keys(apply(draft, decisions, questions=True)) == ["a", "c"]


def test_the_last_decision_counts_and_a_place_stays() -> None:
    draft = (one(said("a")), one(said("b"), title="Vie pratique"))
    moved = [decided("a", section="Vie pratique"), decided("a", "edit", text="Autrement.")]
    (only,) = apply(draft, moved)
    assert (only.title, [s.text for s in only.sentences]) == ("Vie pratique", ["Phrase b.", "Autrement."])
    assert texts(apply(draft, [*moved, decided("a", "drop")])) == ["Phrase b."]
    back = [*moved, decided("a", section=PRIVATE)]
    assert texts(apply(draft, back)) == ["Phrase a.", "Phrase b."]


def test_an_own_sentence_is_edited_dropped_and_taken_up_again() -> None:
    log = [decided(ADDED + "1", "add", text="Un.", section="Sports")]
    assert texts(apply((), log)) == ["Un."]
    log.append(decided(ADDED + "1", "edit", text="Deux."))
    assert [(s.title, texts((s,))) for s in apply((), log)] == [("Sports", ["Deux."])]
    log.append(decided(ADDED + "1", "drop"))
    assert apply((), log) == ()
    log.append(decided(ADDED + "1", "keep"))
    assert texts(apply((), log)) == ["Deux."]


def test_a_section_that_people_made_stands_after_the_rubrics() -> None:
    draft = (one(said("h"), title="VALBRUNE", kind="header"), one(said("a")), one(said("p"), title="Récapitulatif", kind="list"))
    told = apply(draft, [decided(ADDED + "1", "add", text="Un.", section="Sports")])
    assert [section.title for section in told] == ["VALBRUNE", PRIVATE, "Sports", "Récapitulatif"]


def test_two_sections_of_one_name_stay_two() -> None:
    draft = (one(said("h"), title="LIENS", kind="header"), one(said("a"), title="LIENS"))
    assert [keys((section,)) for section in apply(draft, [])] == [["h"], ["a"]]


def test_a_paragraph_whose_first_sentence_is_dropped_still_opens() -> None:
    (section,) = apply((one(said("a", opens=True), said("b"), said("c", opens=True), said("d")),), [decided("c", "drop")])
    assert [(s.key, s.opens) for s in section.sentences] == [("a", True), ("b", False), ("d", True)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"key": "a", "action": "add", "text": "Un.", "section": PRIVATE},
        {"key": ADDED + "1", "action": "add", "text": "Un."},
        {"key": "a", "action": "edit", "text": "  "},
        {"key": "a", "action": "burn"},
        {"key": "a", "action": "keep", "at": "2026-11-28T12:00:00"},
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Decision.model_validate({"at": "2026-11-28T12:00:00Z"} | wrong)


def all_kept(report: Report) -> list[Decision]:
    prints = fingerprints(report)
    sentences = [s for section in report.draft.sections for s in section.sentences]
    return [decided(s.key, "edit", text=f"{s.text} Relu.", fingerprint=prints[s.key]) for s in sentences]


def test_only_what_changed_asks_again() -> None:
    first = reported([*(f for f in all_of("present") if f.check not in ("newsletter", "rss"))])
    proof = seen("Lettre du maire", url="https://www.exemple.fr/lettre")
    changed = {
        "moved": found("budget", "present", seen("Budget", url="https://www.exemple.fr/budget-2027")),
        "died": found("cemetery", "inactive"),
    }
    checks = {f.check for f in changed.values()}
    second = reported([*(f for f in all_of("present", newsletter="present") if f.check not in {*checks, "rss", "newsletter"}),
                       *changed.values(), found("newsletter", "present", proof)])  # fmt: skip
    decisions = all_kept(first)
    kept, to_decide = carry_over(decisions, second.draft.sections, fingerprints(second), first.draft.sections)
    touched = {s.key for section in second.draft.sections for s in section.sentences if {*checks, "newsletter"} & set(s.findings)}
    asked = {ask.key for ask in to_decide}
    assert touched <= asked
    same = {s.key for section in first.draft.sections for s in section.sentences}
    regrouped = {s.key for section in second.draft.sections for s in section.sentences} - same
    assert asked == touched | regrouped
    budget = next(ask for ask in to_decide if "budget" in ask.key)
    assert [d.text.endswith("Relu.") for d in budget.former] == [True]
    assert len(kept) > 20


def test_new_dates_and_another_order_ask_nothing() -> None:
    proofs = [seen(f"Mot {n}", url=f"https://www.exemple.fr/{n}") for n in range(3)]
    later = [seen(f"Mot {n}", url=f"https://www.exemple.fr/{n}", selector="main") for n in (2, 0, 1)]
    first, second = (reported([found("identity"), found("budget", "present", *p)]) for p in (proofs, later))
    assert fingerprints(first) == fingerprints(second)


def test_a_header_line_asks_again_when_its_words_change() -> None:
    grown = BESANCON.model_copy(update={"population": 118_000})
    first, second = (reported([found("identity")], commune=commune) for commune in (BESANCON, grown))
    changed = {key for key, print_ in fingerprints(first).items() if fingerprints(second)[key] != print_}
    assert {key for key in changed if key.startswith("header:")} == {"header:population"}


ACTIONS = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.sampled_from(["keep", "edit", "drop"]),
        st.text(max_size=40),
        st.sampled_from(["", PRIVATE, "Sports"]),
    ),
    max_size=30,
)
OWN = st.lists(st.tuples(st.text(min_size=1, max_size=40).filter(str.strip), st.sampled_from([PRIVATE, "Sports"])), max_size=5)


def log_of(report: Report, actions: list[tuple[int, str, str, str]], own: list[tuple[str, str]]) -> list[Decision]:
    sentences = [s for section in report.draft.sections for s in section.sentences]
    prints = fingerprints(report)
    log = []
    for turn, (number, action, text, section) in enumerate(actions):
        key = sentences[number % len(sentences)].key
        words = (text if text.strip() else "Relu.") if action == "edit" else ""
        at = NOON + timedelta(minutes=turn)
        log.append(decided(key, action, text=words, section=section, at=at, fingerprint=prints[key]))
    return log + [decided(f"{ADDED}{n}", "add", text=text, section=section) for n, (text, section) in enumerate(own)]


@settings(max_examples=60, deadline=None)
@given(SEEDS, ACTIONS, OWN)
def test_nothing_is_lost_nothing_is_told_twice(
    seed: int, actions: list[tuple[int, str, str, str]], own: list[tuple[str, str]]
) -> None:
    report = reported(drawn(seed))
    log = log_of(report, actions, own)
    last = standing(log)
    published = apply(report.draft.sections, log)
    told = keys(published)
    assert len(told) == len(set(told))
    drafted = [s for section in report.draft.sections for s in section.sentences]
    wanted = {s.key for s in drafted if _is_published(s, last.get(s.key))} | {key for key in last if key.startswith(ADDED)}
    assert set(told) == wanted
    words = {s.key: s.text for section in published for s in section.sentences}
    assert all(words[key] == d.text for key, d in last.items() if d.action in ("edit", "add"))
    places = {s.key: section.title for section in published for s in section.sentences}
    assert all(places[key] == d.section for key, d in last.items() if d.section and key in places)
    still = [key for key in told if not (key in last and last[key].section)]
    assert still == [s.key for s in drafted if s.key in set(still)], "what was not moved stays in its order"


def _is_published(sentence: SentenceRecord, decision: Decision | None) -> bool:
    if decision is None or decision.action == "keep":
        return not sentence.ask
    return decision.action == "edit"


@settings(max_examples=60, deadline=None)
@given(SEEDS, ACTIONS, OWN)
def test_the_same_audit_again_asks_nothing_that_was_decided(
    seed: int, actions: list[tuple[int, str, str, str]], own: list[tuple[str, str]]
) -> None:
    report = reported(drawn(seed))
    log = log_of(report, actions, own)
    carried = carry_over(log, report.draft.sections, fingerprints(report), report.draft.sections)
    assert {d.key: d for d in carried.kept} == standing(log)
    assert {ask.key for ask in carried.to_decide} == set(keys(report.draft.sections)) - set(standing(log))
    assert apply(report.draft.sections, carried.kept) == apply(report.draft.sections, log)


@settings(max_examples=40, deadline=None)
@given(SEEDS, SEEDS, ACTIONS, OWN)
def test_no_other_audit_loses_a_sentence_or_keeps_what_rests_on_other_proofs(
    seed: int, other: int, actions: list[tuple[int, str, str, str]], own: list[tuple[str, str]]
) -> None:
    first, second = reported(drawn(seed)), reported(drawn(other))
    prints = fingerprints(second)
    carried = carry_over(log_of(first, actions, own), second.draft.sections, prints, first.draft.sections)
    assert [ask.key for ask in carried.to_decide] == [
        key for key in keys(second.draft.sections) if key not in {d.key for d in carried.kept}
    ]
    assert all(d.is_own or d.fingerprint == prints[d.key] for d in carried.kept)
    assert sum(d.is_own for d in carried.kept) == len(own)


@settings(max_examples=40, deadline=None)
@given(SEEDS, ACTIONS, OWN)
def test_a_review_goes_through_json(seed: int, actions: list[tuple[int, str, str, str]], own: list[tuple[str, str]]) -> None:
    report = reported(drawn(seed))
    review = Review(draft=report.draft, decisions=tuple(log_of(report, actions, own)))
    again = Review.model_validate(json.loads(json.dumps(review.model_dump(mode="json"))))
    assert again == review
    assert again.published() == review.published()
