"""Rows: the findings and the links of a report as tables, for spreadsheets. Pure."""

from collections.abc import Iterator

from reports.links import LinksRecord
from reports.render import links, words
from reports.report import Report

FINDINGS = ("Rubrique", "Critère", "Identifiant", "Constat", "Confiance", "Pages", "Page", "Extrait", "Cible", "Lu le", "Repère")
LINKS = ("Nature", "Texte du lien", "Cible", "Page", "Constat")

Row = tuple[str | int, ...]


def findings(report: Report) -> Iterator[Row]:
    """A row a piece of evidence; one for a finding without any. In the order of the draft, what no rubric tells last."""
    rubrics = {
        check: s.title for s in report.draft.sections for told in s.sentences for check in told.findings if s.kind != "header"
    }
    order = {title: n for n, title in enumerate(dict.fromkeys(rubrics.values()))}
    for found in sorted(report.findings, key=lambda f: order.get(rubrics.get(f.check, ""), len(order))):
        rubric, verdict, trust = rubrics.get(found.check, ""), words.verdict(found.verdict), words.trust(found.trust)
        about = (rubric, found.title or found.check, found.check, verdict, trust)
        for seen in found.evidence:
            yield (*about, found.pages, seen.url, seen.excerpt, seen.target, seen.fetched_at, seen.selector)
        if not found.evidence:
            yield (*about, found.pages, "", "", "", "", "")


def links_told(report: Report) -> Iterator[Row]:
    """Dead links, links that are wrong as written, and examples of those that could not be told."""
    for dead in report.broken_links:
        yield ("lien inactif", dead.text, dead.target, dead.page, words.outcome(dead.outcome))
    for text, target, page, kind, wrong in links.rows(report.links):
        yield (f"{kind} mal écrit" if kind != "ancre" else "ancre absente", text, target, page, wrong)
    yield from _untold(report.links)


def _untold(record: LinksRecord) -> Iterator[Row]:
    for reason in links.reasons(record):
        for sample in reason.examples:
            yield ("lien non jugé", sample.text, sample.target, sample.page, reason.words)
