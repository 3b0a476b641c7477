"""The bench: where each sentence lies, and which is decided next."""

from datetime import UTC, datetime

from audit.desk.bench import Bench, lay
from audit.desk.book import State, Step
from reports.report import CoverageRecord, DraftRecord, Report, SectionRecord, SentenceRecord
from reports.review import ADDED, Decision

NOW = datetime(2026, 11, 28, tzinfo=UTC)


def said(key: str, **more: object) -> SentenceRecord:
    return SentenceRecord(key=key, text=f"Phrase {key}.", **more)  # type: ignore[arg-type]


SECTIONS = (
    SectionRecord(title="VALCLAIR", kind="header", sentences=(said("header:site"), said("header:mayor"))),
    SectionRecord(title="Vie pratique", sentences=(said("a"), said("b", ask=True), said("c"))),
    SectionRecord(title="Obligations", sentences=(said("d", ask=True), said("e"))),
)


def bench(*steps: Step, **former: str) -> Bench:
    numbered = tuple(
        Step(
            **{name: getattr(step, name) for name in ("action", "key", "text", "section", "undoes", "comment")},
            by="Ana",
            at=NOW,
            id=n,
        )
        for n, step in enumerate(steps, 1)
    )
    report = Report(url="http://a.fr/", coverage=CoverageRecord(as_of=NOW.date()), draft=DraftRecord(sections=SECTIONS))
    before = {key: (Decision(key=key, action="keep", text=text, by="Bo", at=NOW),) for key, text in former.items()}
    return lay(report, State(1, "open", None, None, None, 0, 0, 0, None, numbered), before)


def walk(made: Bench, start: str = "") -> list[str]:
    """The sentences that `next` leads through when none is decided."""
    told, here = [], start
    while (item := made.next(here)) and item.key not in told:
        told.append(item.key)
        here = item.key
    return told


def test_questions_and_what_changed_come_before_the_rest() -> None:
    assert walk(bench()) == ["b", "d"]
    assert walk(bench(c="Autrement.")) == ["b", "d", "c"]
    answered = (Step("drop", "b"), Step("edit", "d", "Oui."))
    assert walk(bench(*answered)) == ["header:mayor", "a", "c", "e"]
    assert walk(bench(*answered), "a") == ["c", "e", "header:mayor", "a"]


def test_the_next_question_is_asked_when_one_is_answered() -> None:
    for answered, left in (("b", "d"), ("d", "b")):
        item = bench(Step("drop", answered)).next(answered)
        assert item is not None
        assert item.key == left


def test_nothing_is_next_when_all_is_decided() -> None:
    keys = [s.key for section in SECTIONS for s in section.sentences]
    made = bench(*(Step("keep", key) for key in keys))
    assert made.next() is None
    assert made.next("a") is None


def test_questions_stand_apart_until_they_are_answered() -> None:
    made = bench()
    assert [item.key for item in made.questions] == ["b", "d"]
    assert [(part.title, [item.key for item in part.items]) for part in made.parts][1:] == [
        ("Vie pratique", ["a", "c"]),
        ("Obligations", ["e"]),
    ]
    made = bench(Step("edit", "b", "Oui."), Step("keep", "d"))
    assert made.questions == ()
    assert [(item.key, item.status, item.text) for item in made.parts[1].items] == [
        ("a", "todo", "Phrase a."),
        ("b", "edited", "Oui."),
        ("c", "todo", "Phrase c."),
    ]
    assert made.items["d"].status == "dropped"


def test_each_stands_where_it_was_put_and_says_what_it_has_become() -> None:
    made = bench(
        Step("keep", "a", "Phrase a.", section="Obligations"),
        Step("add", f"{ADDED}1", "Vu.", section="Vie pratique"),
        Step("comment", "c", comment="À revoir."),
        Step("drop", "e"),
    )
    assert [[item.key for item in part.items] for part in made.parts] == [
        ["header:site", "header:mayor"],
        ["c", f"{ADDED}1"],
        ["a", "e"],
    ]
    assert (made.items["a"].section, made.items["e"].status, made.items[f"{ADDED}1"].status) == (
        "Obligations",
        "dropped",
        "added",
    )
    assert made.items["c"].waits
    assert [step.comment for step in made.items["c"].comments] == ["À revoir."]
    assert [item.number for item in made.items.values()] == list(range(1, 9))
    before, after = made.beside("header:site")
    assert before is not None
    assert before.key == "d"
    assert after is not None
    assert after.key == "header:mayor"
