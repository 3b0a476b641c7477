"""The book of reviews: nothing is lost, whoever comes second is told, and a new audit asks only what changed."""

import threading
from collections.abc import Iterator

import pytest

from audit.desk.book import Book, Overtaken, Shut, State, Step, is_asked
from audit.store import Store
from reports.report import Report
from reports.review import ADDED, apply
from tests.audit.desk.asking import kept

KEY = "vie_privee:present:social_networks"


class Review:
    """One audit in a store, its book, and what was told of it."""

    def __init__(self, store: Store, **verdicts: str) -> None:
        self.store = store
        self.book = Book(store.engine)
        self.audit = kept(store, **verdicts)

    @property
    def report(self) -> Report:
        return Report.from_json(self.store.report(self.audit))

    @property
    def state(self) -> State:
        return self.book.open(self.audit, self.report)

    @property
    def keys(self) -> list[str]:
        return [s.key for section in self.report.draft.sections for s in section.sentences]

    def text(self) -> str:
        return "\n".join(s.text for section in apply(self.report.draft.sections, self.state.decisions) for s in section.sentences)


@pytest.fixture
def review(where: str) -> Iterator[Review]:
    with Store(where) as store:
        made = Review(store)
        _ = made.state
        yield made


def by(name: str, action: str, text: str = "", key: str = "", **more: str) -> Step:
    return Step(action, key, text, by=name, **more)  # type: ignore[arg-type]


def test_a_review_begins_with_all_to_decide(review: Review) -> None:
    state = review.state
    asked = [key for key in review.keys if is_asked(key)]
    assert (state.left, state.total, state.version, state.signed) == (len(asked), len(asked), 0, False)
    assert 0 < len(asked) < len(review.keys), "the history of participations is not put to anybody"


def test_decisions_count_and_are_undone_one_by_one(review: Review) -> None:
    key, total = review.keys[5], review.state.total
    first = review.text()
    review.book.write(review.audit, [by("Ana", "edit", "Un.", key)], 0)
    review.book.write(review.audit, [by("Ana", "edit", "Deux.", key)], review.state.version)
    assert "Deux." in review.text()
    assert review.state.left == total - 1
    assert review.book.undo(review.audit, "Bo") is None, "one undoes only one's own"
    undone = review.book.undo(review.audit, "Ana")
    assert undone is not None
    assert undone.text == "Deux."
    assert "Un." in review.text()
    assert review.book.undo(review.audit, "Ana")
    assert (review.text(), review.state.left) == (first, total)
    assert review.book.undo(review.audit, "Ana") is None
    assert [step.action for step in review.state.steps] == ["edit", "edit", "undo", "undo"], "nothing is ever taken away"


def test_whoever_comes_second_is_told_and_nothing_is_lost(review: Review) -> None:
    key = review.keys[5]
    review.book.write(review.audit, [by("Ana", "edit", "D'Ana.", key)], 0)
    with pytest.raises(Overtaken) as overtaken:
        review.book.write(review.audit, [by("Bo", "drop", "", key)], 0)
    assert [step.text for step in overtaken.value.theirs] == ["D'Ana."]
    review.book.write(review.audit, [by("Bo", "drop", "", key)], overtaken.value.theirs[-1].id)
    assert "D'Ana." not in review.text()
    assert review.book.undo(review.audit, "Ana") is None, "what another has decided over is not undone"
    assert review.book.undo(review.audit, "Bo")
    assert "D'Ana." in review.text()


def test_a_form_sent_twice_counts_once_and_other_sentences_do_not_matter(review: Review) -> None:
    one, other = review.keys[5], review.keys[6]
    for _ in range(2):
        review.book.write(review.audit, [by("Ana", "keep", "x", one)], 0)
    review.book.write(review.audit, [by("Bo", "keep", "y", other)], 0)
    review.book.write(review.audit, [Step("comment", one, comment="Vu.", by="Bo")])
    assert [step.action for step in review.state.steps] == ["keep", "keep", "comment"]


def test_of_two_at_the_same_moment_one_is_told(review: Review) -> None:
    told: list[str] = []

    def decide(name: str) -> None:
        try:
            review.book.write(review.audit, [by(name, "edit", f"De {name}.", review.keys[5])], 0)
            told.append("written")
        except Overtaken:
            told.append("overtaken")

    names = [threading.Thread(target=decide, args=(f"R{n}",)) for n in range(6)]
    for thread in names:
        thread.start()
    for thread in names:
        thread.join()
    assert sorted(told) == ["overtaken"] * 5 + ["written"]


def test_what_is_signed_is_shut_until_it_is_reopened(review: Review) -> None:
    review.book.propose(review.audit, "Ana", 3)
    review.book.sign(review.audit, "Ana", 4, review.state.version)
    state = review.state
    assert (state.signed, state.signed_by, state.level) == (True, "Ana", 4)
    for act in (
        lambda: review.book.write(review.audit, [by("Bo", "drop", "", review.keys[5])], 0),
        lambda: review.book.undo(review.audit, "Ana"),
        lambda: review.book.propose(review.audit, "Bo", 1),
        lambda: review.book.sign(review.audit, "Bo", 1, state.version),
    ):
        with pytest.raises(Shut):
            act()
    review.book.reopen(review.audit, "Bo")
    review.book.reopen(review.audit, "Bo")
    assert (review.state.signed, review.state.signed_by, review.state.level) == (False, None, 4)
    assert [(step.action, step.text, step.by) for step in review.state.steps] == [
        ("level", "3", "Ana"),
        ("sign", "4", "Ana"),
        ("reopen", "", "Bo"),
    ]


def test_nobody_signs_what_he_has_not_read(review: Review) -> None:
    version = review.state.version
    review.book.write(review.audit, [by("Bo", "drop", "", review.keys[5])], 0)
    with pytest.raises(Overtaken) as overtaken:
        review.book.sign(review.audit, "Ana", 3, version)
    assert [step.by for step in overtaken.value.theirs] == ["Bo"]
    assert not review.state.signed


def test_a_new_audit_asks_only_what_changed(review: Review) -> None:
    steps = [Step("keep", s.key, s.text, fingerprint=print_, by="Ana") for s, print_ in review_prints(review) if is_asked(s.key)]
    review.book.write(review.audit, steps)
    review.book.write(review.audit, [Step("add", f"{ADDED}1", "Vu en mairie.", "", "Vie privée / Vie sociale", by="Ana")])
    assert review.state.left == 0
    same, changed = Review(review.store), Review(review.store, newsletter="absent", twinning="inactive")
    assert (same.state.left, same.state.after) == (0, review.audit)
    assert all(step.carried and step.by == "Ana" for step in same.state.steps)
    assert "Vu en mairie." in same.text()
    state = changed.state
    assert 0 < state.left < 8
    former = changed.book.former(state, changed.report)
    waiting = {key for key in changed.keys if is_asked(key)} - {decision.key for decision in state.decisions}
    assert waiting & set(former), "what was decided before stands beside it"
    assert all(decision.by == "Ana" for told in former.values() for decision in told)


def review_prints(review: Review):  # type: ignore[no-untyped-def]
    from reports.review import fingerprints

    prints = fingerprints(review.report)
    return [(s, prints[s.key]) for section in review.report.draft.sections for s in section.sentences]
