"""Draft: an assessment told in French, sentence by sentence, each with the checks it speaks of. Pure.

Every check of a rubric is spoken of by exactly one sentence. A question (`ask`) is for the reviewer, never for publication.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.finding import Coverage, Verdict
from reports import french
from reports.assess import Assessment, Section, Told
from reports.phrases import clean, fill

MOST = 4
"""Things that one sentence holds at most."""

OPENINGS = ("Le site présente", "On y trouve également", "Le site fait connaître", "Y figurent aussi", "Le site donne aussi")
PLURAL = ("des ", "les ", "quelques ")
ABILITIES = ("Il est possible", "Il est également possible", "Le visiteur peut aussi trouver le moyen", "Il est aussi possible")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `key` stays the same while the checks it speaks of and their verdicts do; `opens` starts a paragraph."""

    key: str
    text: str
    findings: tuple[str, ...] = ()
    ask: bool = False
    opens: bool = False


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A titled part of the draft."""

    title: str
    sentences: tuple[Sentence, ...]
    kind: str = "rubric"


@dataclass(frozen=True, slots=True)
class Draft:
    """The text to review."""

    sections: tuple[DraftSection, ...]


def draft(assessment: Assessment, participations: Mapping[int, int] | None = None, notices: Sequence[str] = ()) -> Draft:
    """The whole draft. `participations`: year → number of @ (0: none that year). `notices`: said first, before anything else."""
    sections = []
    warnings = [*notices, *_warnings(assessment)]
    if warnings:
        told = tuple(Sentence(f"notice:{n}", french.typeset(w), ("identity",)) for n, w in enumerate(warnings))
        sections.append(DraftSection("Avant tout", told, "notice"))
    identity = assessment.findings.get("identity")
    is_commune = identity is None or identity.verdict is not Verdict.ABSENT
    if is_commune and assessment.coverage.pages:
        sections += [DraftSection(s.category.title, tuple(_Writer(s, assessment).sentences())) for s in assessment.rubrics()]
        sections += _focus(assessment)
    if participations:
        sections.append(_history(assessment, participations))
    if assessment.coverage.pages:
        sections += [
            DraftSection(s.category.title, tuple(_Writer(s, assessment).sentences()), "quality") for s in assessment.quality()
        ]
    return Draft(tuple(s for s in sections if s.sentences))


def _warnings(assessment: Assessment) -> Iterator[str]:
    identity = assessment.findings.get("identity")
    if identity is None or not assessment.coverage.pages:
        return
    if identity.verdict is Verdict.ABSENT:
        words = f" On y lit : {french.quote(clean(identity.evidence[0].excerpt))}." if identity.evidence else ""
        yield f"Ce site ne semble pas être le site officiel d'une commune ; les rubriques ne sont donc pas rédigées.{words}"
    elif identity.verdict is Verdict.UNDETERMINED:
        yield "Rien n'établit que ce site soit le site officiel d'une commune : cela est à vérifier avant toute évaluation."


class _Writer:
    """Writes one section: what is there, what is partly there, what is dead, what is missing, what is to be verified."""

    def __init__(self, section: Section, assessment: Assessment) -> None:
        self.section = section
        self.coverage = assessment.coverage
        self.name = section.category.file.removesuffix(".toml")
        self.present = section.of(Verdict.PRESENT)
        self._opening = self._ability = 0

    def sentences(self) -> Iterator[Sentence]:
        absences = list(self._absences())
        yield from self._presences()
        yield from self._partials()
        yield from self._inactives()
        yield from absences
        yield from self._questions()

    def _sentence(self, frame: str, text: str, told: Sequence[Told], *, ask: bool = False, opens: bool = False) -> Sentence:
        checks = tuple(t.check for t in told)
        key = f"{self.name}:{frame}:{'+'.join(sorted(checks))}"
        return Sentence(key, french.typeset(french.sentence(text)), checks, ask, opens)

    def _presences(self) -> Iterator[Sentence]:
        groups: dict[str, list[Told]] = {}
        for told in self.present:
            groups.setdefault(told.line.group or told.check, []).append(told)
        for members in groups.values():
            yield from self._together(members)

    def _together(self, members: Sequence[Told]) -> Iterator[Sentence]:
        """Things in one sentence, abilities in another, what has a sentence of its own by itself."""
        things = [(t, w) for t in members if not (t.line.said and self._said(t)) and (w := self._phrase(t, t.line.thing))]
        told = {t.check for t, _ in things}
        offers = [(t, w) for t in members if t.check not in told and not self._said(t) and (w := self._phrase(t, t.line.offer))]
        told |= {t.check for t, _ in offers}
        opens = True
        for part in _slices(things, MOST):
            yield self._sentence("thing", self._thing(part), [t for t, _ in part], opens=opens)
            opens = False
        for part in _slices(offers, MOST):
            text = f"{self._next_ability()} {french.enumerate_([french.de(w) for _, w in part])}"
            yield self._sentence("offer", text, [t for t, _ in part], opens=opens)
            opens = False
        for one in members:
            if one.check not in told:
                yield self._sentence("said", self._said(one) or self._plain(one), [one], opens=opens)
                opens = False

    def _said(self, told: Told) -> str:
        return fill(told.line.said, told.finding.facts) if told.line.said else ""

    def _phrase(self, told: Told, phrase: str) -> str:
        return fill(phrase, told.finding.facts) if phrase else ""

    def _plain(self, told: Told) -> str:
        return f"{self._next_opening()} {told.line.lack}"

    def _thing(self, part: Sequence[tuple[Told, str]]) -> str:
        words = french.enumerate_([w for _, w in part])
        rubric = part[0][0].finding.facts.get("rubric")
        if len(part) == 1 and isinstance(rubric, str) and 2 < len(rubric) <= 40 and not rubric.isupper():
            return f"La rubrique {french.quote(clean(rubric))} présente {words}"
        opening = self._next_opening()
        if opening.startswith("Y figurent") and len(part) == 1 and not words.startswith(PLURAL):
            opening = "Y figure aussi"
        return f"{opening} {words}"

    def _next_opening(self) -> str:
        self._opening += 1
        return OPENINGS[(self._opening - 1) % len(OPENINGS)]

    def _next_ability(self) -> str:
        self._ability += 1
        return ABILITIES[0] if self._ability == 1 else ABILITIES[1 if self._ability % 2 == 0 else 3]

    def _partials(self) -> Iterator[Sentence]:
        for told in self.section.of(Verdict.PARTIAL):
            words = self._phrase(told, told.line.partial)
            text = words or f"Le site n'offre qu'en partie {told.line.lack}"
            yield self._sentence("partial", text, [told], opens=True)

    def _inactives(self) -> Iterator[Sentence]:
        for told in self.section.of(Verdict.INACTIVE):
            words = clean(
                str(told.finding.facts.get("words") or (told.finding.evidence[0].excerpt if told.finding.evidence else "")), 80
            )
            what = self._phrase(told, told.line.inactive) or "un lien (malheureusement inactif)"
            named = f", {french.quote(words)}" if words and words not in what else ""
            what = what + named
            yield self._sentence("inactive", f"Le site annonce {what}", [told], opens=True)

    def _absences(self) -> Iterator[Sentence]:
        absent = self.section.of(Verdict.ABSENT)
        plain: list[Told] = []
        for told in absent:
            softer = next((p for p in self.present if p.check == told.line.concede), None)
            if softer:
                self.present.remove(softer)
                yield self._conceded(told, softer)
            elif told.line.absent:
                yield self._sentence("absent", fill(told.line.absent, told.finding.facts), [told], opens=True)
            else:
                plain.append(told)
        heavy = [t for t in plain if t.line.weight > 1]
        light = [t for t in plain if t.line.weight == 1]
        some = bool(self.present) or bool(self.section.of(Verdict.PARTIAL))
        for n, part in enumerate(_slices(heavy, MOST + 2)):
            verb = "Manque" if len(part) == 1 and not part[0].line.lack.startswith(PLURAL) else "Manquent"
            adverb = (" toutefois" if some else "") if n == 0 else " également" if n % 2 else " aussi"
            yield self._sentence("lack", f"{verb}{adverb} {french.enumerate_([t.line.lack for t in part])}", part, opens=n == 0)
        for part in _slices(light, MOST + 2):
            also = " non plus" if heavy else ""
            lacks = french.enumerate_([french.without(t.line.lack) for t in part], "ni")
            yield self._sentence("nor", f"On n'y trouve pas{also} {lacks}", part, opens=not heavy)

    def _conceded(self, told: Told, softer: Told) -> Sentence:
        offer = self._phrase(softer, softer.line.offer)
        has = (
            f"le site propose {french.de(offer)}"
            if offer
            else f"le site propose {self._phrase(softer, softer.line.thing) or softer.line.lack}"
        )
        if told.line.absent:
            text = f"{french.sentence(fill(told.line.absent, told.finding.facts))} Cependant, {has}"
        else:
            text = f"Bien qu'il n'y ait pas {french.without(told.line.lack)}, {has}"
        return self._sentence("concession", text, [told, softer], opens=True)

    def _questions(self) -> Iterator[Sentence]:
        unsure = self.section.of(Verdict.UNDETERMINED)
        shown = [t for t in unsure if t.finding.evidence]
        for told in shown:
            first = told.finding.evidence[0]
            text = f"À vérifier : le site propose-t-il {told.line.lack} ? Un indice, sans plus : {french.quote(clean(first.excerpt))}"
            yield self._sentence("ask", text, [told], ask=True, opens=True)
        rest = [t for t in unsure if not t.finding.evidence]
        for part in _slices(rest, MOST + 2):
            lacks = french.enumerate_([t.line.lack for t in part], "ou")
            text = f"À vérifier : le site propose-t-il {lacks} ? {seen(self.coverage)}"
            yield self._sentence("ask", text, part, ask=True, opens=True)


def seen(coverage: Coverage) -> str:
    """What the walk saw and did not, in one sentence."""
    pages = french.count(coverage.pages, "page vue", "pages vues")
    lost = [
        french.count(n, one, many)
        for n, one, many in (
            (coverage.refused, "page refusée", "pages refusées"),
            (coverage.failed, "page en échec", "pages en échec"),
            (coverage.pending, "page restée à voir", "pages restées à voir"),
        )
        if n
    ]
    return french.sentence(f"{pages}{' ; ' + ', '.join(lost) if lost else ''}")


def _focus(assessment: Assessment) -> Iterator[DraftSection]:
    """The dated milestones and the named initiatives that the site tells of its digital policy, in its own words."""
    finding = assessment.findings.get("digital_policy")
    if finding is None:
        return
    label = assessment.grid.label
    milestones: dict[tuple[int, str], str] = {}
    initiatives: dict[int, list[str]] = {}
    for observation in finding.evidence:
        year = observation.facts.get("year")
        name = observation.facts.get("initiative")
        if isinstance(year, int) and isinstance(name, str):
            initiatives.setdefault(year, []).append(clean(name))
        elif isinstance(year, int):
            words = clean(observation.excerpt, 200)
            milestones.setdefault((year, words), words)
    told = [
        Sentence(f"focus:{year}:{n}", french.typeset(f"{year} : {french.quote(words)}."), ("digital_policy",), True, True)
        for n, ((year, _), words) in enumerate(sorted(milestones.items()))
    ]
    if told:
        yield DraftSection(label.focus, tuple(told), "focus")
    for year, names in sorted(initiatives.items()):
        lines = (
            Sentence(f"initiative:{year}:{n}", french.typeset(name), ("digital_policy",), True, True)
            for n, name in enumerate(names)
        )
        yield DraftSection(label.initiatives.format(year=year), tuple(lines), "list")


def _history(assessment: Assessment, participations: Mapping[int, int]) -> DraftSection:
    lines = (
        Sentence(f"participation:{year}", f"{year}  {'@' * level}".rstrip(), (), False, True)
        for year, level in sorted(participations.items())
    )
    return DraftSection(assessment.grid.label.participations, tuple(lines), "list")


def _slices(items: Sequence[object], most: int) -> Iterator[list]:  # type: ignore[type-arg]
    for start in range(0, len(items), most):
        yield list(items[start : start + most])
