"""The report as Markdown, with footnotes. Text of the site is escaped: it can be quoted, never be markup. Pure."""

import re

from reports import french
from reports.phrases import clean
from reports.render import links, words
from reports.render.layout import paragraphs, questions
from reports.render.notes import Note, Notes
from reports.report import Report, SectionRecord, SentenceRecord

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")
_LEADING = re.compile(r"^(\d+)([.)])|^([-+=>])")
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|javascript|data|vbscript|www)([:.])|(?<=\w)@(?=\w)")
_UNSAFE = re.compile(r"[^A-Za-z0-9:/?#@!$&',;=%._~+-]")


def escape(text: str, most: int = 400) -> str:
    """Foreign text on one line, with every mark of Markdown and HTML and every address taken as letters."""
    line = _MARKS.sub(r"\\\1", clean(text, most))
    line = _AUTOLINK.sub(lambda m: f"{m.group(1)}&#{ord(m.group(2))};" if m.group(1) else "&#64;", line)
    return _LEADING.sub(lambda m: f"{m.group(1)}\\{m.group(2)}" if m.group(1) else f"\\{m.group(3)}", line)


def address(url: str) -> str:
    """A web address as a link; any other as text."""
    if url.lower().startswith(("http://", "https://")):
        return f"<{_UNSAFE.sub(_percent, url)}>"
    return escape(url)


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match.group().encode("utf-8", "replace"))


def markdown(report: Report) -> str:
    """The whole report."""
    notes = Notes(report)
    lines = [*_header(report), ""]
    for section in report.draft.sections:
        if section.kind != "header":
            lines += _section(section, notes)
    lines += ["## Ce qui a été regardé", "", " ".join(words.coverage_told(report)), ""]
    lines += _links(report)
    lines += _broken(report)
    lines += [_note(note) for note in notes.all]
    lines += ["", "---", "", words.signed(report)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _header(report: Report) -> list[str]:
    """Address, name, place, inhabitants, mayor; as the draft has them, or as the site was addressed."""
    head = next((s for s in report.draft.sections if s.kind == "header"), SectionRecord(title=""))
    told = [escape(s.text) for s in head.sentences if s.key != "header:site"]
    return [f"# {escape(head.title or report.url)}", "", address(report.url), "", "  \n".join(told)]


def _section(section: SectionRecord, notes: Notes) -> list[str]:
    lines = [f"## {escape(section.title)}", ""]
    for paragraph in paragraphs(section):
        told = " ".join(_sentence(section, s, notes) for s in paragraph)
        lines += [f"- {told}"] if section.kind == "list" else [told, ""]
    lines.append("")
    suggested = [s for s in section.sentences if s.suggestion]
    asked = questions(section)
    if asked or suggested:
        lines += ["**À vérifier avant de signer**", ""]
        lines += [f"- {_sentence(section, s, notes)}" for s in asked]
        lines += [f"- Suggestion{french.NBSP}: {escape(s.suggestion)}" for s in suggested]
        lines.append("")
    return lines


def _sentence(section: SectionRecord, sentence: SentenceRecord, notes: Notes) -> str:
    return escape(sentence.text, 4000) + "".join(f"[^{n}]" for n in notes.of(section, sentence))


def _links(report: Report) -> list[str]:
    lines = ["## Liens", "", " ".join(links.told(report.links)), ""] if report.links.checked else []
    untold = links.reasons(report.links)
    if untold:
        lines += ["| Pourquoi l’adresse n’a pas pu être jugée | Nombre | Exemples |", "|---|---:|---|"]
        for reason in untold:
            examples = [_cell(sample.target) for sample in reason.examples] + (["…"] if reason.more else [])
            lines.append(f"| {escape(french.capital(reason.words))} | {french.figure(reason.count)} | {', '.join(examples)} |")
        lines.append("")
    if report.links.faults:
        lines += [
            links.faults_told(report.links),
            "",
            "| Texte du lien | Cible | Page | Nature | Constat |",
            "|---|---|---|---|---|",
        ]
        for text, target, page, kind, wrong in links.rows(report.links):
            lines.append(
                f"| {escape(text) or '(sans texte)'} | {_cell(target)} | {_cell(page)} | {escape(kind)} | {escape(wrong)} |"
            )
        lines.append("")
    return lines


def _broken(report: Report) -> list[str]:
    if not report.broken_links:
        return []
    rows = (
        f"| {escape(b.text) or '(sans texte)'} | {_cell(b.target)} | {_cell(b.page)} | {escape(words.outcome(b.outcome))} |"
        for b in report.broken_links
    )
    return ["## Liens inactifs", "", "| Texte du lien | Cible | Page | Constat |", "|---|---|---|---|", *rows, ""]


def _cell(url: str) -> str:
    return address(url).replace("|", "%7C") if url.lower().startswith("http") else escape(url)


def _note(note: Note) -> str:
    proof = note.evidence
    target = f", vers {address(proof.target)}" if proof.target and proof.target != proof.url else ""
    where = f", repère {escape(proof.selector)}" if proof.selector else ""
    return (
        f"[^{note.number}]: {escape(note.finding.title or note.finding.check)} ({words.verdict(note.finding.verdict)}, "
        f"{words.trust(note.finding.trust)}){french.NBSP}: «{french.NBSP}{escape(proof.excerpt)}{french.NBSP}», "
        f"{address(proof.url)}{target}, lu le {escape(words.on_day(proof.fetched_at))}{where}."
    )
