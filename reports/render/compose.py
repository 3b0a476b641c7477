"""Compose: a report as a tree, part by part. A part more is a function more in PARTS, and stands in every format. Pure."""

from collections import Counter
from collections.abc import Callable, Iterator

from reports import french
from reports.links import LinksRecord
from reports.render import links, words
from reports.render.layout import paragraphs, questions
from reports.render.notes import Note as Proof
from reports.render.notes import Notes
from reports.render.pictures import coverage, health, over_time, walked
from reports.render.tree import (
    Annex,
    Aside,
    Block,
    Call,
    Heading,
    Items,
    Line,
    Note,
    Paragraph,
    Part,
    Table,
    Tree,
    Words,
    address,
    foreign,
    line,
    shown,
)
from reports.report import Report, SectionRecord, SentenceRecord

NAMELESS = "Site sans nom de commune"


def compose(report: Report) -> Tree:
    """The whole report as one document."""
    head = next((s for s in report.draft.sections if s.kind == "header"), SectionRecord(title=""))
    notes = Notes(report)
    stand = ("Évaluation" if report.signed_by else "Projet d’évaluation", report.label, words.on_day(report.made_at))
    return Tree(
        title=shown(head.title or report.commune.name.upper()) or NAMELESS,
        site=address(report.url),
        lines=tuple(shown(s.text) for s in head.sentences if s.key != "header:site"),
        standing=" · ".join(shown(bit) for bit in stand if bit),
        parts=tuple(part for make in PARTS for part in make(report, notes) if part.blocks),
        signed=shown(words.signed(report)),
        made_at=report.made_at,
    )


def _notices(report: Report, notes: Notes) -> Iterator[Part]:
    for section in report.draft.sections:
        if section.kind == "notice":
            yield Part(shown(section.title), "notice", tuple(Paragraph(_sentence(section, s, notes)) for s in section.sentences))


def _overview(report: Report, _: Notes) -> Iterator[Part]:
    scores = [(shown(s.title), s.score) for s in report.draft.sections if s.kind == "rubric" and any(s.score.values())]
    if scores:
        lead = "Part de chaque constat dans les rubriques, selon le poids des critères. Le nombre d’arobases relève du jury."
        yield Part("Vue d’ensemble", "overview", (Paragraph(line(lead)), coverage.by_rubric(scores)))


def _drafted(report: Report, notes: Notes) -> Iterator[Part]:
    for section in report.draft.sections:
        if section.kind not in ("header", "notice"):
            duties = _duties(report) if section.kind == "obligations" else ()
            yield Part(shown(section.title), shown(section.kind), (*_section(section, notes), *duties))


def _duties(report: Report) -> Iterator[Block]:
    """What the law asks at a glance, under the sentences that tell it."""
    if report.obligations:
        rows = tuple(
            (
                line(french.typeset(french.capital(one.title))),
                line(words.standing(one.standing)),
                line(words.reference(one.reference)),
            )
            for one in report.obligations
        )
        columns = ("Obligation", "Constat", "Référence")
        yield Table(columns, columns, rows)


def _section(section: SectionRecord, notes: Notes) -> Iterator[Block]:
    told = [_joined([_sentence(section, s, notes) for s in p]) for p in paragraphs(section)]
    if section.kind == "list" and told:
        yield Items(tuple(told))
    else:
        yield from (Paragraph(said) for said in told)
    asked = [_sentence(section, s, notes) for s in questions(section)]
    asked += [line("Suggestion : ", foreign(s.suggestion, "soft"), ".") for s in section.sentences if s.suggestion]
    if asked:
        yield Aside("À vérifier avant de signer", tuple(asked))


def _sentence(section: SectionRecord, sentence: SentenceRecord, notes: Notes) -> Line:
    return (foreign(sentence.text), *(Call(number) for number in notes.of(section, sentence)))


def _joined(lines: list[Line]) -> Line:
    made: Line = ()
    for one in lines:
        made += ((Words(" "),) if made else ()) + one
    return made


def _covered(report: Report, _: Notes) -> Iterator[Part]:
    blocks: list[Block] = [Paragraph(line(" ".join(words.coverage_told(report))))]
    if report.coverage.unknown:
        blocks.append(Paragraph(line(words.UNKNOWN)))
        blocks.append(Items(tuple(line(foreign(e.text, "quote"), ", ", address(e.url)) for e in report.coverage.unknown)))
    if report.coverage.walked:
        blocks.append(walked.site_map(report.coverage.walked))
    yield Part("Ce qui a été regardé", "coverage", tuple(blocks))


def _links(report: Report, _: Notes) -> Iterator[Part]:
    blocks: list[Block] = []
    if report.links.checked:
        blocks += [Paragraph(line(" ".join(links.told(report.links)))), health.links(report.links)]
    blocks += [*_untold(report.links), *_faults(report.links)]
    yield Part("Liens", "links", tuple(blocks))


def _untold(record: LinksRecord) -> Iterator[Block]:
    rows: list[tuple[Line, ...]] = []
    for reason in links.reasons(record):
        examples = _examples([sample.target for sample in reason.examples], reason.more)
        rows.append((line(french.capital(reason.words)), line(french.figure(reason.count)), examples))
    if rows:
        columns = ("Pourquoi l’adresse n’a pas pu être jugée", "Nombre", "Exemples")
        yield Table(columns, ("Raison", *columns[1:]), tuple(rows), figures=(1,))


def _faults(record: LinksRecord) -> Iterator[Block]:
    rows: list[tuple[Line, ...]] = []
    for text, target, page, kind, wrong in links.rows(record):
        rows.append((_text(text), (address(target),), (address(page),), (foreign(kind),), (foreign(wrong),)))
    if rows:
        columns = ("Texte du lien", "Cible", "Page", "Nature", "Constat")
        yield from (Heading("Liens mal écrits"), Paragraph(line(links.faults_told(record))))
        yield Table(columns, ("Texte", *columns[1:]), tuple(rows))


def _examples(targets: list[str], more: int) -> Line:
    told: Line = ()
    for target in targets:
        told += ((Words(", "),) if told else ()) + (address(target),)
    return told + ((Words(", …"),) if more else ())


def _text(text: str) -> Line:
    return (foreign(text),) if shown(text) else line("(sans texte)")


def _broken(report: Report, _: Notes) -> Iterator[Part]:
    if not report.broken_links:
        return
    rows = tuple(
        (_text(b.text), (address(b.target),), (address(b.page),), (foreign(words.outcome(b.outcome)),))
        for b in report.broken_links
    )
    lead = french.count(len(rows), "lien mène à une page qui n’existe plus", "liens mènent à des pages qui n’existent plus")
    columns = ("Texte du lien", "Cible", "Page", "Constat")
    told = Paragraph(line(f"{lead}. Chaque adresse a été essayée deux fois."))
    yield Part("Liens inactifs", "broken", (told, Table(columns, ("Texte", *columns[1:]), rows)))


def _proofs(_: Report, notes: Notes) -> Iterator[Part]:
    if notes.all:
        yield Part("Preuves", "proofs", (Annex(tuple(_note(proof) for proof in notes.all)),))


def _note(proof: Proof) -> Note:
    found, seen = proof.finding, proof.evidence
    about = line(
        foreign(found.title or found.check),
        f"{french.NBSP}: {words.verdict(found.verdict)}, {words.trust(found.trust)}. ",
        address(seen.url),
    )
    if seen.target and seen.target != seen.url:
        about += line(", vers ", address(seen.target))
    about += line(", lu le ", foreign(words.on_day(seen.fetched_at)))
    if seen.selector:
        about += line(", repère ", foreign(seen.selector, "code"))
    return Note(proof.number, foreign(seen.excerpt, "quote"), about + line("."))


def _past(report: Report, _: Notes) -> Iterator[Part]:
    if report.past:
        now = Counter(f.verdict for f in report.findings)
        yield Part("D’un audit à l’autre", "past", (over_time.history([*report.past.items(), (report.coverage.as_of, now)]),))


PARTS: tuple[Callable[[Report, Notes], Iterator[Part]], ...] = (
    _notices,
    _overview,
    _drafted,
    _past,
    _covered,
    _links,
    _broken,
    _proofs,
)
"""In the order in which they are read."""
