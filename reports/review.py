"""Review: what people decided about the sentences of a draft, the text that follows, and what a new audit asks again. Pure.

A decision stays while the proofs behind its sentence do: verdicts, and the addresses and words of the evidence. Decisions are a
log: the last one on a sentence counts, the others say who thought otherwise and when.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Literal, NamedTuple, Self

from pydantic import AwareDatetime, model_validator

from reports.report import DraftRecord, Record, Report, SectionRecord, SentenceRecord

ADDED = "added:"
"""How the keys of sentences begin that a person wrote beside the draft; what follows is whoever makes them's affair."""
_AFTER_RUBRICS = ("focus", "list", "quality")


class Decision(Record):
    """What one person decided about one sentence.

    `keep`: published as it was read (`text`; the draft's own where that is empty). `edit`: published as `text`. `drop`: not
    published. `add`: a sentence of the person's own, whose key begins with ADDED; later decisions on that key may edit, drop or
    keep it. `section`: title of the section that it is moved or added to; '' leaves it where it is. `fingerprint`: of the proofs
    as they were then, from `fingerprints`.
    """

    key: str
    action: Literal["keep", "edit", "drop", "add"]
    text: str = ""
    by: str = ""
    at: AwareDatetime
    fingerprint: str = ""
    comment: str = ""
    section: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the sentence is a person's, not the draft's."""
        return self.key.startswith(ADDED)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.action == "add" and not (self.is_own and self.section):
            raise ValueError(f"an added sentence has a section, and a key that begins with {ADDED!r}, not {self.key!r}")
        if self.action in ("add", "edit") and not self.text.strip():
            raise ValueError(f"to {self.action} a sentence is to say something; to drop it there is `drop`")
        return self


class Review(Record):
    """A draft and all that was decided about it, in the order in which it was."""

    draft: DraftRecord
    decisions: tuple[Decision, ...] = ()

    def published(self) -> DraftRecord:
        """The text that the decisions make of the draft."""
        return DraftRecord(sections=apply(self.draft.sections, self.decisions))


class ToDecide(NamedTuple):
    """A sentence that waits for a person. `former`: what was decided about it, or about its findings, before they changed."""

    key: str
    former: tuple[Decision, ...] = ()


class Carried(NamedTuple):
    """What becomes of decisions at a new audit: those that stand, and the sentences to be decided, in the draft's order."""

    kept: tuple[Decision, ...]
    to_decide: tuple[ToDecide, ...]


def fingerprints(report: Report) -> dict[str, str]:
    """Sentence key → what it rests on: the verdicts of its findings, the address and the words of their evidence.

    Of a line of the header and of a sentence without findings it is the text. The order of the evidence, its dates and its
    selectors do not matter.
    """
    return {
        sentence.key: _fingerprint(sentence, () if section.kind == "header" else sentence.findings, report)
        for section in report.draft.sections
        for sentence in section.sentences
    }


def _fingerprint(sentence: SentenceRecord, checks: Sequence[str], report: Report) -> str:
    rests_on = []
    for check in sorted(checks):
        finding = report.finding(check)
        if finding:
            proofs = {(e.url, e.excerpt) for n, e in enumerate(finding.evidence) if not sentence.proofs or n in sentence.proofs}
            rests_on.append([check, finding.verdict, sorted(proofs)])
    told = json.dumps(rests_on or sentence.text)
    return blake2b(told.encode("ascii"), digest_size=8).hexdigest()


def standing(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Sentence key → the decision that counts. A place, and the words of an added sentence, stay until others are given."""
    last: dict[str, Decision] = {}
    for decision in decisions:
        if former := last.get(decision.key):
            text = decision.text or (former.text if decision.is_own else "")
            decision = decision.model_copy(update={"section": decision.section or former.section, "text": text})
        last[decision.key] = decision
    return last


def apply(
    sections: Sequence[SectionRecord], decisions: Iterable[Decision], *, questions: bool = False
) -> tuple[SectionRecord, ...]:
    """The sections as they are to be published: what nobody decided stands as drafted; questions and suggestions do not.

    A question is published once a person has rewritten it. With `questions`, those that nobody decided yet and the suggestions
    stay, for a draft on which work goes on. A section that the draft lacks is made for what is moved or added to it.
    """
    last = standing(decisions)
    told: list[list[SentenceRecord]] = []
    elsewhere: list[tuple[str, SentenceRecord]] = []
    for section in sections:
        told.append([])
        opens = False
        for sentence in section.sentences:
            decision = last.get(sentence.key)
            said = _said(sentence, decision, questions)
            opens = opens or sentence.opens
            if said and decision and decision.section not in ("", section.title):
                elsewhere.append((decision.section, said.model_copy(update={"opens": True})))
            elif said:
                told[-1].append(said.model_copy(update={"opens": opens}))
                opens = False
    own = (decision for decision in last.values() if decision.is_own and decision.action != "drop" and decision.text)
    elsewhere += [(decision.section, SentenceRecord(key=decision.key, text=decision.text, opens=True)) for decision in own]
    made: dict[str, list[SentenceRecord]] = {}
    titles = [section.title for section in sections]
    for title, said in elsewhere:
        (told[titles.index(title)] if title in titles else made.setdefault(title, [])).append(said)
    return tuple(_laid(sections, told, made))


def _said(sentence: SentenceRecord, decision: Decision | None, questions: bool) -> SentenceRecord | None:
    """The sentence as it is to be read; None when it is not."""
    if decision is None:
        if questions:
            return sentence
        return None if sentence.ask else sentence.model_copy(update={"suggestion": ""})
    if decision.action == "drop" or (decision.action == "keep" and sentence.ask):
        return None
    return sentence.model_copy(update={"text": decision.text or sentence.text, "ask": False, "suggestion": ""})


def _laid(
    sections: Sequence[SectionRecord], told: Sequence[Sequence[SentenceRecord]], made: Mapping[str, Sequence[SentenceRecord]]
) -> Iterator[SectionRecord]:
    """The draft's sections that have something to say, those made by people after its rubrics."""
    own = [SectionRecord(title=title, sentences=tuple(said)) for title, said in made.items()]
    for section, said in zip(sections, told, strict=True):
        if section.kind in _AFTER_RUBRICS:
            yield from own
            own = []
        if said or section.kind == "header":
            yield section.model_copy(update={"sentences": tuple(said)})
    yield from own


def carry_over(
    decisions: Iterable[Decision],
    sections: Sequence[SectionRecord],
    prints: Mapping[str, str],
    before: Sequence[SectionRecord] = (),
) -> Carried:
    """What a new audit leaves of the decisions. `sections`, `prints`: the new draft's, and `fingerprints` of its report.

    People's own sentences stay. With the sections of the draft `before`, a sentence that is new because its findings are now told
    together with others, or otherwise, comes with what was decided about these.
    """
    last = standing(decisions)
    findings = {s.key: set(s.findings) for section in before for s in section.sentences if s.key in last}
    kept = [decision for decision in last.values() if decision.is_own]
    to_decide = []
    for sentence in (s for section in sections for s in section.sentences):
        decision = last.get(sentence.key)
        if decision and decision.fingerprint == prints[sentence.key]:
            kept.append(decision)
            continue
        near = (last[key] for key, checks in findings.items() if key not in prints and checks & set(sentence.findings))
        to_decide.append(ToDecide(sentence.key, (decision,) if decision else tuple(near)))
    return Carried(tuple(kept), tuple(to_decide))
