"""Duties told: the section of what the law asks, worst first, each with why, how it was verified and how to mend it. Pure."""

from collections.abc import Callable, Iterator, Sequence

from checks.finding import Coverage, Finding, Verdict
from reports import french
from reports.compliance import Duty, Standing
from reports.lacking import nothing
from reports.obligation import Obligation
from reports.phrases import fill, known
from reports.sentence import Sentence

TITLE = "Obligations légales"
MOST = 5
"""Obligations that one sentence holds."""
Describe = Callable[[Finding], str]
"""The sentence of the label's grid for what is partial or dead in a finding; '' when there is none."""
MET = ("Au vu du site, sont satisfaites les obligations suivantes", "Le sont aussi", "S'y ajoutent")
BY_HAND = "À vérifier à la main, car aucune page du site n'en est la preuve"
BY_SIZE = "À vérifier selon la population légale de la commune"


def sentences(duties: Sequence[Duty], coverage: Coverage, population: int | None, describe: Describe) -> Iterator[Sentence]:
    """What is not met and what is met in part, each in a paragraph; what is met, together; then the questions."""
    of = {standing: [d for d in duties if d.standing is standing] for standing in Standing}
    for duty in of[Standing.UNMET] + of[Standing.PARTLY]:
        yield _said([duty], _fault(duty, describe))
    for number, part in enumerate(_parts(of[Standing.MET])):
        lead = MET[min(number, 2)] if len(of[Standing.MET]) > 1 else "Au vu du site, une obligation est satisfaite"
        yield _said(part, f"{lead} : {_listed(part)}")
    for number, duty in enumerate(of[Standing.UNJUDGED]):
        yield _said([duty], _unjudged(duty), opens=number == 0)
    if outside := of[Standing.OUTSIDE]:
        size = f" de {french.count(population, 'habitant')}" if population else ""
        names = french.enumerate_([f"{d.obligation.title} ({_threshold(d.obligation)})" for d in outside])
        many = len(outside) > 1 or french.is_plural(outside[0].obligation.title)
        verb = "Ne s'imposent" if many else "Ne s'impose"
        yield _said(outside, f"{verb} pas à une commune{size} : {names}")
    yield from _asked(of[Standing.UNTOLD], coverage)


def _fault(duty: Duty, describe: Describe) -> str:
    one = duty.obligation
    how = "satisfaite en partie" if duty.standing is Standing.PARTLY else "non satisfaite"
    parts = [
        f"{one.title} : obligation {how} au vu du site ({one.reference})",
        describe(duty.findings[0]) if duty.findings else "",
        one.asked,
        f"Enjeu : {french.small(one.why)}",
        f"Vérification : {one.verified}",
        f"Pour y remédier : {one.mend}",
    ]
    return " ".join(french.sentence(part) for part in parts if part)


def _unjudged(duty: Duty) -> str:
    one = duty.obligation
    shown = duty.findings[0].verdict if duty.findings else None
    seen = {Verdict.PRESENT: " ; le site en parle", Verdict.ABSENT: " ; rien de tel n'a été relevé"}
    return f"{one.title} : {french.small(one.asked)} Faute d'une référence certaine, ce point n'est pas jugé{seen.get(shown, '') if shown else ''}"


def _asked(untold: Sequence[Duty], coverage: Coverage) -> Iterator[Sentence]:
    for duty in (d for d in untold if d.why_not == "seen"):
        one = duty.obligation
        when = f" L'obligation ne vaut que {one.provided}." if one.provided else ""
        seen = "" if any(f.evidence for f in duty.findings) else f" {nothing(coverage)}"
        text = f"Question à vérifier ({one.reference}) : {one.question}{when}{seen}"
        yield _said([duty], text, ask=True)
    for why, lead in (("population", BY_SIZE), ("hand", BY_HAND)):
        for part in _parts([d for d in untold if d.why_not == why]):
            yield _said(part, f"{lead} : {_listed(part, sized=why == 'population')}", ask=True)


def _listed(part: Sequence[Duty], sized: bool = False) -> str:
    """« la présentation du budget (CGCT, art. L. 2313-1) ; … »."""
    return " ; ".join(
        f"{_shown(duty)} ({f'{_threshold(duty.obligation)} : ' if sized else ''}{duty.obligation.reference})" for duty in part
    )


def _shown(duty: Duty) -> str:
    """The title, with what the facts add to it when it is met."""
    facts = known(duty.findings[0].facts) if duty.standing is Standing.MET else {}
    return duty.obligation.title + fill(duty.obligation.shown, facts)


def _threshold(one: Obligation) -> str:
    """« à partir de 3 500 habitants », « au-dessus de 40 000 habitants », « au-dessous de 3 500 habitants »."""
    if one.below is not None:
        return f"au-dessous de {french.count(one.below, 'habitant')}"
    strict = one.inhabitants % 10 == 1
    return f"{'au-dessus' if strict else 'à partir'} de {french.count(one.inhabitants - strict, 'habitant')}"


def _parts(duties: Sequence[Duty]) -> Iterator[Sequence[Duty]]:
    """Parts of about the same size, of at most MOST."""
    number = -(-len(duties) // MOST)
    for turn in range(number):
        yield duties[len(duties) * turn // number : len(duties) * (turn + 1) // number]


def _said(told: Sequence[Duty], text: str, *, ask: bool = False, opens: bool = True) -> Sentence:
    checks = dict.fromkeys(f.check for duty in told for f in duty.findings)
    key = f"obligations:{told[0].standing.value}:{'+'.join(d.obligation.id for d in told)}"
    return Sentence(key, french.typeset(french.sentence(text)), tuple(checks), ask=ask, opens=opens)
