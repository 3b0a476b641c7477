"""Report: all that is written down of one audit, in the form of `audit.json`. The door for JSON and for the store. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from checks.finding import Finding
from checks.observation import Observation
from reports.assess import Assessment
from reports.commune import Commune
from reports.compliance import Duty
from reports.draft import Draft
from reports.links import LinksRecord


class Record(BaseModel):
    """Strict where we write, lenient where later versions add."""

    model_config = ConfigDict(extra="ignore", frozen=True)


ADDRESSES = ("http://", "https://", "mailto:", "tel:")
"""How a target begins that leads somewhere; others only tell sightings apart."""


class Evidence(Record):
    url: str
    excerpt: str
    selector: str = ""
    target: str = ""
    fetched_at: str
    digest: str = ""
    proof: str = ""
    facts: dict[str, Any] = Field(default_factory=dict)


class FindingRecord(Record):
    check: str
    title: str = ""
    verdict: str
    trust: str
    pages: int
    facts: dict[str, Any] = Field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()


class BrokenLink(Record):
    page: str
    target: str
    text: str = ""
    outcome: str


class Entry(Record):
    """An entry of a menu: its words and where it leads."""

    text: str
    url: str


class CoverageRecord(Record):
    """What was looked at. `complete` says whether absences were earned, `why` what was missed.

    `unknown`: entries of the home page's menu that no check recognises; a service may stand there under another name. `walked`: « www.exemple.fr/mairie/ » → pages read there and below, for the largest folders (`audit.folders`).
    """

    as_of: date
    pages: int = 0
    refused: int = 0
    failed: int = 0
    rendered: int = 0
    pending: int = 0
    complete: bool = False
    why: tuple[str, ...] = ()
    catalogue: str = ""
    robots: str = ""
    crawl_delay: float | None = None
    seconds: float = 0.0
    about_pages: int = 0
    cut: dict[str, int] = Field(default_factory=dict)
    faults: tuple[str, ...] = ()
    walked: dict[str, int] = Field(default_factory=dict)
    unknown: tuple[Entry, ...] = ()


class SentenceRecord(Record):
    key: str
    text: str
    findings: tuple[str, ...] = ()
    ask: bool = False
    opens: bool = False
    suggestion: str = ""
    proofs: tuple[int, ...] = ()


class SectionRecord(Record):
    title: str
    kind: str = "rubric"
    score: dict[str, int] = Field(default_factory=dict)
    sentences: tuple[SentenceRecord, ...] = ()


class DraftRecord(Record):
    sections: tuple[SectionRecord, ...] = ()


class ObligationRecord(Record):
    """One thing that the law asks. `standing`: met, partly, unmet, untold, unjudged or outside; `why_not`, when it is untold:
    population, seen or hand. `checks`: those whose findings show it. Without a `reference` it is not judged."""

    id: str
    title: str
    standing: str
    why_not: str = ""
    asked: str = ""
    why: str = ""
    verified: str = ""
    mend: str = ""
    question: str = ""
    provided: str = ""
    reference: str = ""
    since: date
    inhabitants: int = 0
    below: int | None = None
    checks: tuple[str, ...] = ()


class Report(Record):
    """One audit, whole. `made_at` is when the walk ended (ISO 8601, UTC); `past`: day → how many findings
    of each verdict earlier audits had. `signed_by`, `signed_at`: of a reviewed one, who and when.
    """

    url: str
    label: str = ""
    made_at: str = ""
    commune: Commune = Commune()
    is_commune: str = "undetermined"
    coverage: CoverageRecord
    findings: tuple[FindingRecord, ...] = ()
    broken_links: tuple[BrokenLink, ...] = ()
    links: LinksRecord = LinksRecord()
    obligations: tuple[ObligationRecord, ...] = ()
    draft: DraftRecord = DraftRecord()
    draft_short: DraftRecord = DraftRecord()
    participations: dict[int, int] = Field(default_factory=dict)
    notices: tuple[str, ...] = ()
    past: dict[date, dict[str, int]] = Field(default_factory=dict)
    signed_by: str = ""
    signed_at: str = ""

    @classmethod
    def from_json(cls, record: Mapping[str, Any]) -> "Report":
        """A report from `audit.json` or from the store. Raises pydantic's ValidationError."""
        return cls.model_validate(record)

    def to_json(self) -> dict[str, Any]:
        """The dictionary that `audit.json` holds: keys in a fixed order, only plain values."""
        return self.model_dump(mode="json")

    def in_short(self) -> "Report":
        """The report with its short draft in the place of the whole one; as it is when it has none."""
        return self.model_copy(update={"draft": self.draft_short}) if self.draft_short.sections else self

    def finding(self, check: str) -> FindingRecord | None:
        return next((f for f in self.findings if f.check == check), None)


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def evidence_of(observation: Observation) -> Evidence:
    return Evidence(
        url=observation.url,
        excerpt=observation.excerpt,
        selector=observation.selector,
        target=observation.target if observation.target.startswith(ADDRESSES) else "",
        fetched_at=observation.fetched_at.isoformat(),
        digest=observation.digest,
        proof=observation.proof,
        facts={k: plain(v) for k, v in observation.facts.items() if not k.startswith("_")},
    )


def finding_of(finding: Finding, title: str) -> FindingRecord:
    return FindingRecord(
        check=finding.check,
        title=title,
        verdict=finding.verdict.value,
        trust=finding.trust.name.lower(),
        pages=finding.pages,
        facts={k: plain(v) for k, v in sorted(finding.facts.items())},
        evidence=tuple(evidence_of(o) for o in finding.evidence),
    )


def obligation_of(duty: Duty) -> ObligationRecord:
    told = duty.obligation.model_dump(exclude={"decides", "checks", "shown"})
    return ObligationRecord(
        **told, standing=duty.standing.value, why_not=duty.why_not, checks=tuple(f.check for f in duty.findings)
    )


def draft_of(draft: Draft, assessment: Assessment) -> DraftRecord:
    scores = {s.category.title: {v.value: n for v, n in s.score.items()} for s in assessment.sections}
    return DraftRecord(
        sections=tuple(
            SectionRecord(
                title=section.title,
                kind=section.kind,
                score=scores.get(section.title, {}),
                sentences=tuple(
                    SentenceRecord(
                        key=s.key,
                        text=s.text,
                        findings=s.findings,
                        ask=s.ask,
                        opens=s.opens,
                        suggestion=s.suggestion,
                        proofs=s.proofs,
                    )
                    for s in section.sentences
                ),
            )
            for section in draft.sections
        )
    )


def report_of(
    assessment: Assessment,
    draft: Draft,
    *,
    short: Draft | None = None,
    url: str,
    made_at: str,
    coverage: CoverageRecord,
    titles: Mapping[str, str],
    broken_links: Sequence[BrokenLink] = (),
    links: LinksRecord | None = None,
    participations: Mapping[int, int] | None = None,
) -> Report:
    """Everything in one value. `short`: the short draft. `titles`: check id → its French title."""
    identity = assessment.findings.get("identity")
    return Report(
        url=url,
        label=f"{assessment.grid.label.label}, {assessment.grid.label.edition}",
        made_at=made_at,
        commune=assessment.commune,
        is_commune=identity.verdict.value if identity else "undetermined",
        coverage=coverage,
        findings=tuple(finding_of(f, titles.get(f.check, f.check)) for f in assessment.findings.values()),
        broken_links=tuple(broken_links),
        links=links or LinksRecord(),
        obligations=tuple(obligation_of(duty) for duty in assessment.duties),
        draft=draft_of(draft, assessment),
        draft_short=draft_of(short, assessment) if short else DraftRecord(),
        participations=dict(sorted((participations or {}).items())),
        notices=tuple(s.text for section in draft.sections if section.kind == "notice" for s in section.sentences),
    )
