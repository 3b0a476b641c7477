"""Draft: an assessment told in French, sentence by sentence, each with the checks it speaks of. Pure.

Header, rubrics, initiatives, history, quality of the site, what the law asks. What is not a commune's site, or could not be read, is not drafted.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checks.finding import Finding, Verdict
from reports import duties, french
from reports.assess import Assessment, Section
from reports.compliance import told_checks
from reports.identity import is_written, opening, standing
from reports.phrases import clean, fill, known
from reports.sentence import Sentence
from reports.writer import Writer

MILESTONE, SAME_YEAR, ALONE = (
    "En {year}{title} : {words}",
    "La même année{title} : {words}",
    "Pour {year}{title}, on lit sur le site : {words}",
)
"""A year of the chronicle, one more of the same year, and the only one there is."""
MOST_THERE, MOST_LACKS = 8, 4
"""What a rubric of the short draft tells at most of what is there, and of what is not."""
UNREAD = "Le site n'a pas pu être lu : rien ne peut en être dit."


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A titled part. `kind`: header, notice, rubric, focus, list, quality or obligations."""

    title: str
    sentences: tuple[Sentence, ...]
    kind: str = "rubric"


@dataclass(frozen=True, slots=True)
class Draft:
    """The text to review."""

    sections: tuple[DraftSection, ...]


def draft(
    assessment: Assessment,
    participations: Mapping[int, int] | None = None,
    notices: Sequence[str] = (),
    site: str = "",
    *,
    short: bool = False,
) -> Draft:
    """The whole draft. `participations`: year → number of @ (0: none that year). `notices` are said before anything else;
    `site` is the address in the header. The `short` one has a paragraph a rubric, of what weighs, and asks nothing."""
    identity = assessment.findings.get("identity")
    read = assessment.coverage.pages > 0
    of_commune = is_written(identity)
    warnings = [*_notices(notices, read), *(opening(identity, assessment.commune) if identity and read else ())]
    sections = [
        _header(assessment, site),
        DraftSection("Avant tout", tuple(warnings), "notice"),
    ]
    if read and of_commune:
        tell = _in_short if short else _rubric
        sections += [tell(s, assessment, n) for n, s in enumerate(assessment.rubrics())]
        sections += [_span_alone(s) if short and s.kind == "focus" else s for s in _focus(assessment)]
    if participations and read and of_commune:
        sections.append(_history(assessment, participations))
    if read and not short:
        told = {check for sentence in warnings for check in sentence.findings} | set(told_checks(assessment.duties))
        sections += [_rubric(_but(s, told), assessment, kind="quality") for s in assessment.quality()]
        sections.append(_obligations(assessment))
    return Draft(tuple(s for s in sections if s.sentences))


def _rubric(section: Section, assessment: Assessment, number: int = 0, kind: str = "rubric") -> DraftSection:
    return DraftSection(section.category.title, Writer(section, assessment.coverage, number).write(), kind)


def _in_short(section: Section, assessment: Assessment, number: int) -> DraftSection:
    """One paragraph: of what is there, the lines that weigh; of what is not, the few that weigh most."""
    weighty = sorted((t for t in section.told if t.line.weight > 1 and not t.slight), key=lambda t: -t.line.weight)
    there = [t for t in weighty if t.finding.verdict not in (Verdict.ABSENT, Verdict.UNDETERMINED)][:MOST_THERE]
    lacking = [t for t in weighty if t.finding.verdict is Verdict.ABSENT][:MOST_LACKS]
    kept = tuple(t for t in section.told if t in there or t in lacking)
    told = Writer(Section(section.category, kept), assessment.coverage, number).write()
    return DraftSection(section.category.title, tuple(replace(s, opens=n == 0) for n, s in enumerate(told)))


def _span_alone(section: DraftSection) -> DraftSection:
    return replace(section, sentences=section.sentences[:1])


def _but(section: Section, told: set[str]) -> Section:
    return Section(section.category, tuple(t for t in section.told if t.check not in told))


def _obligations(assessment: Assessment) -> DraftSection:
    def describe(finding: Finding) -> str:
        line, facts = assessment.grid.line_of(finding.check), known(finding.facts)
        if line and finding.verdict is Verdict.PARTIAL:
            return fill(line.partial, facts)
        if line and finding.verdict is Verdict.INACTIVE:
            return f"On y relève {fill(line.inactive, {k: v for k, v in facts.items() if k != 'words'})}"
        return ""

    told = duties.sentences(assessment.duties, assessment.coverage, assessment.commune.population, describe)
    return DraftSection(duties.TITLE, tuple(told), "obligations")


def _header(assessment: Assessment, site: str) -> DraftSection:
    """Address, COMMUNE, what it is, « Région, Département » (« La Réunion » is both), inhabitants, mayor: what is known of them."""
    commune = assessment.commune
    place = ", ".join(filter(None, dict.fromkeys((commune.region, commune.department))))
    people = french.count(commune.population, "habitant") if commune.population else ""
    lines = {
        "site": commune.site or site,
        "kind": standing(assessment.findings.get("identity"), commune),
        "place": place,
        "population": people,
        "mayor": f"Maire : {commune.mayor}" if commune.mayor else "",
    }
    sentences = (
        Sentence(
            f"header:{name}", clean(text) if name == "site" else french.typeset(text), () if name == "site" else ("identity",)
        )
        for name, text in lines.items()
        if text
    )
    return DraftSection(commune.name.upper(), tuple(sentences), "header")


def _notices(notices: Sequence[str], read: bool) -> Iterator[Sentence]:
    for number, notice in enumerate(notices or (() if read else (UNREAD,)), 1):
        yield Sentence(f"notice:{number}", french.typeset(french.sentence(clean(notice, 400))), opens=True)


def _focus(assessment: Assessment) -> Iterator[DraftSection]:
    """The dated milestones that the site tells of its digital policy, in its own words, and the named initiatives of the year and of
    the year before."""
    finding = assessment.findings.get("digital_policy")
    if finding is None:
        return
    since = assessment.coverage.as_of.year - 1
    milestones: dict[tuple[int, str, str], int] = {}
    initiatives: dict[int, dict[str, int]] = {}
    for number, observation in enumerate(finding.evidence):
        year, name = observation.facts.get("year"), observation.facts.get("initiative")
        if not isinstance(year, int):
            continue
        if isinstance(name, str) and clean(name) and year < since:
            milestones.setdefault((year, "", clean(name)), number)
        elif isinstance(name, str) and clean(name):
            initiatives.setdefault(year, {}).setdefault(clean(name), number)
        elif words := _without_year(observation.excerpt, year):
            title = _without_year(str(observation.facts.get("title", "")), year)
            milestones.setdefault((year, title, words.removeprefix(f"{title} : ") if title else words), number)
    label = assessment.grid.label
    # What is told of an initiative of the year is told under its name.
    milestones = {key: number for key, number in milestones.items() if key[0] not in initiatives}
    if milestones:
        yield DraftSection(label.focus, tuple(_milestones(finding, milestones)), "focus")
    for year, names in sorted(initiatives.items()):
        lines = (
            Sentence(f"initiative:{year}:{french.small(name)}", french.typeset(name), (finding.check,), proofs=(number,))
            for name, number in names.items()
        )
        yield DraftSection(label.initiatives.replace("{year}", str(year)), tuple(lines), "list")


def _without_year(excerpt: str, year: int) -> str:
    """« 1994 - Le Réseau Lumière » → « Le Réseau Lumière »: the sentence has the year already."""
    return re.sub(rf"^(?:En )?{year}\s*[-–—:.,]\s*(?=\S)", "", clean(excerpt, 400))


def _milestones(finding: Finding, milestones: Mapping[tuple[int, str, str], int]) -> Iterator[Sentence]:
    """The span, then each milestone in the site's own words, two of them a paragraph."""
    first, last = min(milestones)[0], max(milestones)[0]
    if first < last:
        rubric = known(finding.facts).get("rubric")
        who = f"La rubrique {french.quote(str(rubric))}" if rubric else "Le site"
        text = f"{who} retrace l'action de la commune en matière de numérique, de {first} à {last}."
        yield Sentence(
            "focus:span", french.typeset(text), (finding.check,), opens=True, proofs=tuple(sorted(milestones.values()))
        )
    keys: dict[int, int] = {}
    for turn, ((year, title, words), number) in enumerate(sorted(milestones.items(), key=_by_year)):
        keys[year] = keys.get(year, 0) + 1
        named = f", {french.quote(title)}" if title and title != words else ""
        form = ALONE if len(milestones) == 1 else MILESTONE if keys[year] == 1 else SAME_YEAR
        text = form.format(year=year, title=named, words=french.quote(french.cut(words, 160)))
        key = f"focus:{year}:{keys[year]}"
        yield Sentence(key, french.typeset(french.sentence(text)), (finding.check,), opens=turn % 2 == 0, proofs=(number,))


def _by_year(milestone: tuple[tuple[int, str, str], int]) -> tuple[int, bool, str, str]:
    """What has a title comes first in its year."""
    (year, title, words), _ = milestone
    return year, not title, title, words


def _history(assessment: Assessment, participations: Mapping[int, int]) -> DraftSection:
    lines = (
        Sentence(f"participation:{year}", f"{year}{french.NBSP}{'@' * level}".rstrip(), opens=True)
        for year, level in sorted(participations.items())
    )
    return DraftSection(assessment.grid.label.participations, tuple(lines), "list")
