"""Footnotes: which proofs stand behind which sentence, each numbered once, in the order in which it is first called. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reports.report import Evidence, FindingRecord, Report, SectionRecord, SentenceRecord

PER_CHECK, PER_CHECK_OF_MANY, MANY = 2, 1, 3
"""Proofs printed for each check of a sentence, fewer when it speaks of many; all of them are in audit.json."""


@dataclass(frozen=True, slots=True)
class Note:
    """One proof under its number."""

    number: int
    finding: FindingRecord
    evidence: Evidence


@dataclass(slots=True)
class Notes:
    """The notes of a report. `all` is complete once `of` was asked for every sentence."""

    report: Report
    all: list[Note] = field(default_factory=list)
    _known: dict[tuple[str, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for section in self.report.draft.sections:
            if section.kind == "header":
                continue
            for sentence in section.sentences:
                self.of(section, sentence)

    def of(self, section: SectionRecord, sentence: SentenceRecord) -> list[int]:
        """The numbers of the notes of one sentence."""
        numbers = []
        for finding, position in self._proofs(sentence):
            key = (finding.check, position)
            if key not in self._known:
                self._known[key] = len(self.all) + 1
                self.all.append(Note(self._known[key], finding, finding.evidence[position]))
            numbers.append(self._known[key])
        return numbers

    def _proofs(self, sentence: SentenceRecord) -> Iterator[tuple[FindingRecord, int]]:
        most = PER_CHECK if len(sentence.findings) < MANY else PER_CHECK_OF_MANY
        for check in sentence.findings:
            finding = self.report.finding(check)
            if finding is None or (finding.verdict == "absent" and check != "identity"):
                continue
            positions = sentence.proofs or range(min(most, len(finding.evidence)))
            yield from ((finding, p) for p in positions if 0 <= p < len(finding.evidence))
