"""The bench: a draft as it lies before a reviewer, each sentence with what was said about it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from audit.desk.book import State, Step, is_asked, standing_steps
from reports.report import Report, SentenceRecord
from reports.review import Decision, fingerprints, standing

TODO, KEPT, EDITED, DROPPED, ADDED = "todo", "kept", "edited", "dropped", "added"
_STATUS = {"keep": KEPT, "edit": EDITED, "drop": DROPPED, "add": ADDED}


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence. `text` is what stands now, `seen` the last step that decided something about it (0: none), `former` what was
    decided at an earlier audit on other proofs, `trail` every step on it, comments apart.
    """

    number: int
    sentence: SentenceRecord
    section: str
    kind: str
    status: str
    text: str
    seen: int = 0
    own: bool = False
    fingerprint: str = ""
    former: tuple[Decision, ...] = ()
    trail: tuple[Step, ...] = ()
    comments: tuple[Step, ...] = ()

    @property
    def key(self) -> str:
        return self.sentence.key

    @property
    def asks(self) -> bool:
        """Whether it is a question that nobody has answered."""
        return self.sentence.ask and self.status == TODO

    @property
    def waits(self) -> bool:
        return self.status == TODO and is_asked(self.key)

    @property
    def carried(self) -> bool:
        """Whether what stands was decided at an earlier audit."""
        return bool(self.trail) and self.trail[-1].carried


@dataclass(frozen=True, slots=True)
class Part:
    """A section with the sentences that stand in it now."""

    title: str
    kind: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Bench:
    """All of it. `questions`: what nobody answered yet, before the rest; they stand in no part until they are."""

    parts: tuple[Part, ...]
    questions: tuple[Item, ...]
    items: dict[str, Item] = field(repr=False)
    """by key, in the order of the screen"""

    def next(self, after: str = "") -> Item | None:
        """The sentence to decide after this one: first all that changed or asks, then the rest; round to the first."""
        waiting = [item for item in self.items.values() if item.waits]
        those = [item for item in waiting if item.former or item.asks] or waiting
        order = {key: place for place, key in enumerate(self.items)}
        # What is answered leaves the questions: the next one is then the first that is left.
        here = order.get(after, -1) if any(item.key == after for item in those) or those is waiting else -1
        others = [item for item in those if item.key != after]
        return next((item for item in others if order[item.key] > here), next(iter(others), those[0] if those else None))

    def beside(self, key: str) -> tuple[Item | None, Item | None]:
        """(the sentence before it on the screen, the one after)."""
        keys = list(self.items)
        if key not in self.items:
            return None, next(iter(self.items.values()), None)
        at = keys.index(key)
        before = self.items[keys[at - 1]] if at else None
        return before, self.items[keys[at + 1]] if at + 1 < len(keys) else None


def lay(report: Report, state: State, former: Mapping[str, tuple[Decision, ...]]) -> Bench:
    """The draft of a report with the steps of its review."""
    prints = fingerprints(report)
    steps = standing_steps(state.steps)
    last = standing(state.decisions)
    trails: dict[str, list[Step]] = {}
    for step in steps:
        trails.setdefault(step.key, []).append(step)
    seen = {step.key: step.id for step in state.steps if step.action != "comment"}

    def item(sentence: SentenceRecord, section: str, kind: str) -> Item:
        key, decision = sentence.key, last.get(sentence.key)
        trail = trails.get(key, [])
        return Item(
            number=0,
            sentence=sentence,
            section=(decision.section if decision else "") or section,
            kind=kind,
            status=_status(sentence, decision),
            text=(decision.text if decision else "") or sentence.text,
            seen=seen.get(key, 0),
            own=bool(decision and decision.is_own),
            fingerprint=prints.get(key, ""),
            former=() if decision else former.get(key, ()),
            trail=tuple(step for step in trail if step.action != "comment"),
            comments=tuple(step for step in trail if step.comment),
        )

    kinds = {section.title: section.kind for section in report.draft.sections}
    placed: dict[str, list[Item]] = {title: [] for title in kinds}
    questions = []
    drafted = [item(s, section.title, section.kind) for section in report.draft.sections for s in section.sentences]
    own = [
        item(SentenceRecord(key=key, text=decision.text, opens=True), decision.section, "rubric")
        for key, decision in last.items()
        if decision.is_own
    ]
    for one in [*drafted, *own]:
        if one.asks:
            questions.append(one)
        else:
            placed.setdefault(one.section, []).append(one)
    return _numbered(questions, placed, kinds)


def _status(sentence: SentenceRecord, decision: Decision | None) -> str:
    if decision is None:
        return TODO
    if decision.is_own and decision.action != "drop":
        return ADDED
    if sentence.ask and decision.action == "keep":
        return DROPPED
    if decision.action == "keep" and decision.text not in ("", sentence.text):
        return EDITED
    return _STATUS[decision.action]


def _numbered(questions: Sequence[Item], placed: Mapping[str, Sequence[Item]], kinds: Mapping[str, str]) -> Bench:
    items: dict[str, Item] = {}
    told = []
    for one in questions:
        items[one.key] = replace(one, number=len(items) + 1)
    for title, those in placed.items():
        for one in those:
            items[one.key] = replace(one, number=len(items) + 1)
        told.append(Part(title, kinds.get(title, "rubric"), tuple(items[one.key] for one in those)))
    return Bench(tuple(told), tuple(items[one.key] for one in questions), items)
