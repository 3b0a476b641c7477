"""What changed between two audits, in French, for a terminal: the site's doing apart from our rules'. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from reports import french
from reports.changes import Cause, Changes, FeatureChange, Kind, Moment, ProofChange, Words
from reports.render import words
from reports.render.tree import shown
from reports.report import BrokenLink

KINDS: dict[Kind, str] = {
    "gained": "nouveau",
    "lost": "disparu",
    "died": "lien mort",
    "revived": "rétabli",
    "reduced": "réduit",
    "completed": "complété",
    "settled": "désormais établi",
    "unsettled": "n’est plus établi",
}
CAUSES: dict[Cause, str] = {
    "site": "Le site a changé",
    "rule": "Nos règles ont changé : les pages sont restées les mêmes",
    "either": "Le site ou nos règles : les pages ont changé, ou n’ont pas pu être comparées",
    "other": "Ni le site ni nos règles : le temps a passé, ou le parcours a été autre",
}
MOST = 2
"""Proofs that are told on each side of a change; all of them are in the JSON."""
FACTS = {
    "name": "Nom",
    "population": "Habitants",
    "mayor": "Maire",
    "region": "Région",
    "department": "Département",
    "epci": "Intercommunalité",
    "insee": "Code INSEE",
}


def changed(changes: Changes) -> str:
    """The whole, section by section; what did not change is not told."""
    lines = [f"{words.host(shown(changes.url))}\u00a0: {_moment(changes.before)}, puis {_moment(changes.after)}"]
    same = "Les deux audits ont été jugés selon les mêmes règles."
    lines.append("Nos règles ont changé entre les deux audits." if changes.rules_changed else same)
    told = list(_sections(changes))
    return "\n".join([*lines, *(told or ["", "Rien n’a changé."])]) + "\n"


def _moment(moment: Moment) -> str:
    partly = "" if moment.complete else ", parcours incomplet"
    return f"le {french.day(date.fromisoformat(moment.as_of))} ({french.count(moment.pages, 'page')}{partly})"


def _sections(changes: Changes) -> Iterator[str]:
    for cause, title in CAUSES.items():
        yield from _section(title, [line for c in changes.features if c.cause == cause for line in _feature(c)])
    yield from _section("Preuves qui ont changé", [line for change in changes.proofs for line in _proofs(change)])
    yield from _section("Pages disparues du site", _links(changes.pages_gone))
    yield from _section("Liens devenus inactifs", _links(changes.links_dead))
    yield from _section("Liens réparés ou retirés", _links(changes.links_mended))
    told = [f"  {FACTS[f.fact]}\u00a0: {shown(f.before) or 'inconnu'} → {shown(f.after) or 'inconnu'}" for f in changes.facts]
    yield from _section("En-tête", told)


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", french.typeset(title), *lines)


def _feature(change: FeatureChange) -> Iterator[str]:
    verdicts = f"{words.verdict(change.before)} → {words.verdict(change.after)}"
    yield f"  {shown(change.title)}\u00a0: {KINDS[change.kind]} ({verdicts})"
    gone = [proof for proof in change.words_before if proof not in change.words_after]
    came = [proof for proof in change.words_after if proof not in change.words_before]
    yield from _quoted("avant", gone[:MOST])
    yield from _quoted("après", came[:MOST])
    if not gone and not came:
        yield from _quoted("toujours", change.words_after[:1])


def _proofs(change: ProofChange) -> Iterator[str]:
    why = "" if change.cause == "site" else f" ({french.small(CAUSES[change.cause].partition(' : ')[0])})"
    yield f"  {shown(change.title)}{why}"
    yield from _quoted("avant", change.gone[:MOST])
    yield from _quoted("après", change.new[:MOST])


def _quoted(when: str, proofs: Sequence[Words]) -> Iterator[str]:
    for proof in proofs:
        yield f"    {when}\u00a0: {french.quote(shown(proof.excerpt))} {shown(proof.url)}"


def _links(links: Sequence[BrokenLink]) -> list[str]:
    return [f"  {shown(b.target)} ({words.outcome(b.outcome)}), depuis {shown(b.page)}" for b in links]
