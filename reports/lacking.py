"""Lacking: sentences about what is absent, grouped, and questions about what could not be told. Pure."""

import re
from collections.abc import Iterator, Sequence

from checks.finding import Coverage
from reports import french, voice
from reports.assess import Told
from reports.phrases import clean, fill, known
from reports.voice import Voice

ONE = 6
"""Absences told in one sentence; more of them are parted."""
MOST = 5


def lacks(missing: Sequence[Told], say: Voice) -> Iterator[tuple[str, list[Told]]]:
    """(text, findings): absences worth telling in one sentence, those that have a sentence of their own, then the lesser ones."""
    heavy = [t for t in missing if t.line.worth_telling and not t.line.absent]
    light = [t for t in missing if not t.line.worth_telling and not t.line.absent]
    for number, part in enumerate(_parts(heavy)):
        forms = voice.LACKS_NEXT if number else voice.LACKS if say.told else voice.LACKS_ALONE
        yield _lack(say.turn(forms), [t.line.lack for t in part]), part
    for told in missing:
        if told.line.absent:
            yield fill(told.line.absent, known(told.finding.facts)) or f"Manque {told.line.lack}", [told]
    for number, part in enumerate(_parts(light)):
        items = [t.line.lack for t in part]
        also = "également " if heavy or number else ""
        if number % 2 == 0:
            bare = french.share([french.without(item) for item in items])
            yield f"{say.turn(voice.LESSER)} {also}l'absence {french.enumerate_(bare)}", part
        else:
            yield f"Il n'y a pas non plus {voice.neither(items)}", part


def _lack(lead: str, items: Sequence[str]) -> str:
    """« Manquent toutefois un agenda ainsi qu'une carte », « Le site ne propose pas d'agenda ni de carte »."""
    if re.search(r"\bpas\b", lead):
        return f"{lead} {voice.neither(items)}"
    if lead.startswith("Manquent") and len(items) < 2 and not french.is_plural(items[0]):
        lead = lead.replace("Manquent", "Manque")
    return f"{lead} {french.enumerate_(french.share(items), 'ainsi que')}"


def asked(unsure: Sequence[Told], coverage: Coverage) -> Iterator[tuple[str, list[Told]]]:
    """(text, findings): each finding with a clue or a question of its own alone, the others a few at a time."""
    plain = []
    for told in unsure:
        own = fill(told.line.ask, known(told.finding.facts))
        question = french.small(own) if own else f"le site propose-t-il {told.line.lack} ?"
        if told.finding.evidence:
            clue = french.quote(french.cut(clean(told.finding.evidence[0].excerpt, 400), 120))
            yield (
                f"Question à vérifier : {question} Un indice a été relevé, {clue}, sans preuve suffisante. {looked(coverage)}",
                [told],
            )
        elif own:
            yield f"Question à vérifier : {question} {nothing(coverage)}", [told]
        else:
            plain.append(told)
    for part in _parts(plain):
        items = french.enumerate_(french.share([t.line.lack for t in part], ""), "ou")
        yield f"Question à vérifier : le site propose-t-il {items} ? {nothing(coverage)}", part


def nothing(coverage: Coverage) -> str:
    """« Rien n'a été trouvé dans les 35 pages lues (2 adresses refusées, 48 non visitées). »"""
    pages = f"les {french.count(coverage.pages, 'page lue', 'pages lues')}" if coverage.pages > 1 else "la seule page lue"
    return f"Rien n'a été trouvé dans {pages}{_unseen(coverage)}."


def looked(coverage: Coverage) -> str:
    """« 35 pages ont été lues (2 adresses refusées, 48 non visitées). »"""
    return f"{french.count(coverage.pages, 'page a été lue', 'pages ont été lues')}{_unseen(coverage)}."


def _unseen(coverage: Coverage) -> str:
    parts = [
        f"{french.figure(number)} {french.agree(number, one, many)}"
        for number, one, many in (
            (coverage.refused, "adresse refusée", "adresses refusées"),
            (coverage.failed, "adresse sans réponse", "adresses sans réponse"),
            (coverage.pending, "adresse non visitée", "adresses non visitées"),
        )
        if number
    ]
    return f" ({', '.join(parts)})" if parts else ""


def _parts(items: Sequence[Told]) -> Iterator[list[Told]]:
    """One part while it can be read in one breath, else parts of about the same size."""
    if not items:
        return
    number = 1 if len(items) <= ONE else -(-len(items) // MOST)
    size, more = divmod(len(items), number)
    start = 0
    for turn in range(number):
        end = start + size + (turn < more)
        yield list(items[start:end])
        start = end
