"""Footnotes: which proofs stand behind which sentence, each numbered once. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from reports import french
from reports.report import Evidence, FindingRecord, Report, SectionRecord, SentenceRecord

PER_CHECK = 2
"""Proofs printed for each check of a sentence; all are in audit.json."""

VERDICTS = {
    "present": "présent",
    "partial": "partiel",
    "inactive": "inactif",
    "absent": "absent",
    "undetermined": "à vérifier",
}
TRUSTS = {"sure": "preuve sûre", "likely": "indice sérieux", "hint": "indice faible"}


@dataclass(frozen=True, slots=True)
class Note:
    """One proof under its number."""

    number: int
    check: str
    finding: FindingRecord
    evidence: Evidence


@dataclass(slots=True)
class Notes:
    """The notes of a report, in the order in which its sentences call them."""

    report: Report
    all: list[Note] = field(default_factory=list)

    def of(self, section: SectionRecord, sentence: SentenceRecord) -> list[int]:
        """The numbers of the notes of one sentence; new ones are made at the first call."""
        numbers = []
        for check, evidence in self._proofs(section, sentence):
            finding = self.report.finding(check)
            assert finding is not None
            known = next((n for n in self.all if n.evidence == evidence and n.check == check), None)
            if known is None:
                known = Note(len(self.all) + 1, check, finding, evidence)
                self.all.append(known)
            numbers.append(known.number)
        return numbers

    def _proofs(self, section: SectionRecord, sentence: SentenceRecord) -> Iterator[tuple[str, Evidence]]:
        for check in sentence.findings:
            finding = self.report.finding(check)
            if finding is None or (finding.verdict == "absent" and check != "identity"):
                continue
            proofs = finding.evidence
            if section.kind in ("focus", "list"):
                proofs = tuple(e for e in proofs if _short(e.excerpt) in _short(sentence.text))
            yield from ((check, e) for e in proofs[:PER_CHECK])


def _short(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())[:60]


def paragraphs(section: SectionRecord) -> list[list[SentenceRecord]]:
    """The sentences of a section by paragraph; questions are left out."""
    made: list[list[SentenceRecord]] = []
    for sentence in section.sentences:
        if sentence.ask and section.kind not in ("focus", "list"):
            continue
        if not made or (sentence.opens and len(made[-1]) >= 2) or section.kind in ("focus", "list"):
            made.append([])
        made[-1].append(sentence)
    return made


def questions(section: SectionRecord) -> list[SentenceRecord]:
    """What is put to the reviewer."""
    return [s for s in section.sentences if s.ask and section.kind not in ("focus", "list")]


def place(report: Report) -> str:
    """« Franche-Comté, Doubs »."""
    return ", ".join(filter(None, (report.commune.region, report.commune.department)))


def inhabitants(report: Report) -> str:
    """« 117 080 habitants », '' when it is not known."""
    return french.count(report.commune.population, "habitant") if report.commune.population else ""


def coverage_told(report: Report) -> list[str]:
    """What was looked at and what was not, in sentences."""
    c = report.coverage
    told = [f"{french.count(c.pages, 'page lue', 'pages lues')} au {french.day(c.as_of)}."]
    if c.about_pages > c.pages:
        told.append(f"Le plan technique du site en annonce {french.figure(c.about_pages)}.")
    if c.crawl_delay:
        told.append(f"Le site demande {c.crawl_delay:g} secondes entre deux requêtes.")
    for number, one, many in (
        (
            c.refused,
            "adresse a été refusée par le site ou son robots.txt.",
            "adresses ont été refusées par le site ou son robots.txt.",
        ),
        (c.failed, "adresse a échoué.", "adresses ont échoué."),
        (c.pending, "adresse connue n'a pas été visitée.", "adresses connues n'ont pas été visitées."),
        (c.rendered, "page a été affichée par un navigateur.", "pages ont été affichées par un navigateur."),
    ):
        if number:
            told.append(f"{french.figure(number)} {one if number == 1 else many}")
    told.append(
        "Le parcours est assez complet pour dire ce qui est absent."
        if c.complete
        else "Le parcours n'est pas assez complet pour dire ce qui est absent : ce qui n'a pas été vu est à vérifier."
    )
    if c.faults:
        told.append(f"{french.count(len(c.faults), 'incident')} d'analyse : {', '.join(c.faults[:5])}.")
    return [french.typeset(line) for line in told]
