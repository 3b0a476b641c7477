"""The report as Markdown, with footnotes. Text of the site is escaped: it can be quoted, never be markup. Pure."""

import re

from reports.phrases import clean
from reports.render.notes import TRUSTS, VERDICTS, Notes, coverage_told, inhabitants, paragraphs, place, questions
from reports.report import Report

_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+!|~&$^=-])")
_SAFE = re.compile(r"[^A-Za-z0-9:/?#@!$&',;=%._~+-]")


def escape(text: str) -> str:
    """Foreign text on one line with every mark of Markdown and HTML taken away."""
    return _MARKS.sub(r"\\\1", clean(text, 400))


def address(url: str) -> str:
    """A web address as a link; any other as text."""
    if url.startswith(("http://", "https://")):
        return f"<{_SAFE.sub(lambda m: '%' + m.group().encode().hex('%').upper(), url)}>"
    return escape(url)


def markdown(report: Report) -> str:
    """The whole report."""
    notes = Notes(report)
    commune = report.commune
    lines = [f"# {escape((commune.name or report.url).upper() if commune.name else report.url)}", "", address(report.url), ""]
    lines += [
        f"{line}  "
        for line in (place(report), inhabitants(report), f"Maire : {escape(commune.mayor)}" if commune.mayor else "")
        if line
    ]
    for section in report.draft.sections:
        lines += ["", f"## {escape(section.title)}", ""]
        for paragraph in paragraphs(section):
            told = " ".join(_sentence(s.text) + "".join(f"[^{n}]" for n in notes.of(section, s)) for s in paragraph)
            lines += [f"- {told}" if section.kind in ("focus", "list") else told + "\n"]
        asked = questions(section)
        if asked:
            lines += ["**À vérifier**", ""]
            lines += [f"- {_sentence(s.text)}{''.join(f'[^{n}]' for n in notes.of(section, s))}" for s in asked]
    lines += ["", "## Ce qui a été regardé", "", " ".join(coverage_told(report))]
    if report.broken_links:
        lines += ["", "## Liens inactifs", "", "| page | lien | texte | constat |", "|---|---|---|---|"]
        lines += [
            f"| {address(b.page)} | {address(b.target)} | {escape(b.text)} | {escape(b.outcome)} |" for b in report.broken_links
        ]
    if notes.all:
        lines.append("")
    for note in notes.all:
        proof = note.evidence
        lines.append(
            f"[^{note.number}]: {VERDICTS[note.finding.verdict]}, {TRUSTS[note.finding.trust]} — « {escape(proof.excerpt)} » — "
            f"{address(proof.url)}{f' → {address(proof.target)}' if proof.target.startswith('http') and proof.target != proof.url else ''}, "
            f"le {escape(proof.fetched_at[:10])}"
        )
    return "\n".join(lines).strip() + "\n"


def _sentence(text: str) -> str:
    """Our own sentence with the site's names in it: brackets, stars and angles cannot become markup."""
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)
