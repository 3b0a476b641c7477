"""Identity told: whose site this is, before anything else is said of it. Pure."""

from collections.abc import Iterator
from typing import Any

from checks.finding import Finding, Verdict
from reports import french
from reports.commune import Commune
from reports.phrases import clean, fill, known
from reports.sentence import Sentence

UNWRITTEN = frozenset({"parked", "squatted", "construction", "moved"})
"""Kinds of site on which there is nothing to assess, however sure or unsure the verdict."""
NOT_WRITTEN = "Les rubriques ne sont donc pas rédigées."
OWNERS = {
    "epci": "d'un groupement de communes",
    "syndicate": "d'un syndicat de communes ou d'un parc naturel",
    "department": "d'un département",
    "region": "d'une région",
    "state": "d'un service de l'État",
    "tourism": "d'un office de tourisme",
    "visit": "d'un acteur du tourisme",
    "parish": "d'une paroisse",
    "school": "d'un établissement scolaire",
    "association": "d'une association",
    "unofficial": "d'une association ou d'un particulier",
    "company": "d'une entreprise",
    "shop": "d'une boutique en ligne",
    "campaign": "d'une liste ou d'un candidat aux élections",
    "housing": "d'une copropriété",
}
"""Kind of site → whose it is, after « celui »."""
GONE = {
    "parked": "Il n'y a pas de site à cette adresse : le nom de domaine est à vendre, expiré ou en attente.",
    "squatted": "Ce site n'est pas, ou n'est plus, celui d'une commune : il sert à une publicité indésirable"
    " (jeux d'argent, médicaments ou contrefaçons).",
    "construction": "Le site est en construction ou en maintenance : il n'y a encore rien à évaluer.",
    "moved": "Le site a déménagé[ : c'est {moved_to} qu'il faut évaluer].",
}
PARTS_OF = {"delegated": "une commune déléguée", "associated": "une commune associée"}


def kind_of(identity: Finding | None) -> str:
    """The kind of site that the finding tells; '' when it tells none."""
    return str(identity.facts.get("kind", "")) if identity else ""


def is_written(identity: Finding | None) -> bool:
    """Whether the rubrics are drafted: not for what is no commune's site, nor where there is no site."""
    return identity is None or (identity.verdict is not Verdict.ABSENT and kind_of(identity) not in UNWRITTEN)


def answers_itself(identity: Finding | None) -> bool:
    """Whether the law asks its own site of this commune: a part of another one answers through that one."""
    return is_written(identity) and kind_of(identity) not in {*PARTS_OF, "district"}


def standing(identity: Finding | None, commune: Commune) -> str:
    """The line of the header that says what the site is of: commune or commune nouvelle, its code, its grouping.

    Empty when the finding does not tell the kind: nothing is said that was not settled.
    """
    kind = kind_of(identity)
    if identity is None or identity.verdict is not Verdict.PRESENT or not kind:
        return ""
    code = f" (code INSEE {commune.insee})" if commune.insee else ""
    group = f", membre {french.of_group(commune.epci)}" if commune.epci else ""
    if kind == "merged":
        return f"Commune nouvelle{code}{_parts(identity.facts)}{group}"
    if kind in PARTS_OF:
        return f"{french.capital(PARTS_OF[kind].removeprefix('une '))} {french.de(_name(identity.facts, 'parent'))}{code}{group}"
    if kind == "district":
        return f"Arrondissement municipal {french.de(_name(identity.facts, 'parent'))}{code}"
    if commune.country:
        return f"Commune hors de France ({commune.country}) : ses obligations légales ne sont pas examinées"
    unknown = "" if identity.facts.get("candidates") else " non reconnue dans la liste officielle des communes de France"
    return f"Commune{code or unknown}{group}"


def _parts(facts: Any) -> str:
    names = [clean(n) for n in str(facts.get("parts", "")).split(", ") if clean(n)]
    count = facts.get("part_count", 0)
    if not names:
        return ""
    if isinstance(count, int) and count > len(names):
        return f" réunissant {count} communes déléguées"
    return f" réunissant {french.enumerate_(names)}" if len(names) > 1 else f" dont fait partie {names[0]}"


def opening(identity: Finding, commune: Commune) -> Iterator[Sentence]:
    """What is said first: whose site it is when that is not a plain commune, what is doubtful, what is wrong with it."""
    kind = kind_of(identity)
    facts = identity.facts
    if kind in GONE:
        yield _said(kind, f"{fill(GONE[kind], known(facts))} {NOT_WRITTEN}{_read(identity)}")
    elif identity.verdict is Verdict.ABSENT:
        whose = f"est celui {OWNERS[kind]}" if kind in OWNERS else "ne semble pas être le site officiel d'une commune"
        not_ours = ", et non celui d'une commune" if kind in OWNERS else ""
        text = f"Ce site {whose}{not_ours} : les rubriques ne sont donc pas rédigées.{_read(identity, 'notamment')}"
        yield _said("absent", text)
    elif identity.verdict is Verdict.UNDETERMINED:
        whose = f" ou bien celui {OWNERS[kind]}" if kind in OWNERS else ""
        words = _read(identity) or " Rien sur le site ne l'établit."
        yield _said(
            "undetermined", f"Question à vérifier : ce site est-il bien le site officiel d'une commune{whose} ?{words}", ask=True
        )
    elif identity.verdict is Verdict.PRESENT:
        yield from _which(kind, facts, commune)
    if facts.get("alert") == "injected":
        words = french.quote(clean(str(facts.get("spam", "")), 80))
        yield _said(
            "injected",
            f"Le site porte des liens ou des mots étrangers à la commune ({words}) : il semble avoir été piraté,"
            " et son responsable devrait en être averti.",
        )
    if facts.get("moved_to") and kind not in GONE and identity.verdict is not Verdict.ABSENT:
        where = clean(str(facts["moved_to"]))
        yield _said(
            "moved_to",
            f"Question à vérifier : le site renvoie à un nouveau site, {where} ; est-ce lui qu'il faut évaluer ?",
            ask=True,
        )


def _which(kind: str, facts: Any, commune: Commune) -> Iterator[Sentence]:
    """A part of another commune, or one of several namesakes."""
    name, parent = commune.name, _name(facts, "parent")
    if kind in PARTS_OF:
        yield _said(
            kind,
            f"{name} est aujourd'hui {PARTS_OF[kind]} {french.de(parent)} : c'est {parent} qui est la commune,"
            " et ce qui manque ici se trouve peut-être sur son site.",
        )
    elif kind == "district":
        yield _said(kind, f"Ce site est celui d'un arrondissement {french.de(parent)}, qui est la commune.")
    towns = [clean(t) for t in str(facts.get("candidates", "")).split(", ") if clean(t)]
    if len(towns) > 1 and not commune.insee:
        yield _said(
            "namesakes",
            f"Question à vérifier : de quelle commune s'agit-il ? Rien sur le site ne départage {french.enumerate_(towns)}.",
            ask=True,
        )
    elif towns and not commune.insee:
        yield _said(
            "unproven",
            f"Question à vérifier : s'agit-il bien {french.de(towns[0])} ?"
            " Ni code postal, ni code INSEE, ni département ne le confirme sur le site.",
            ask=True,
        )


def _name(facts: Any, which: str) -> str:
    return clean(str(facts.get(which, "")), 80)


def _read(identity: Finding, how: str = "") -> str:
    """« On y lit : « … ». », the words that carry the verdict."""
    words = clean(identity.evidence[0].excerpt) if identity.evidence else ""
    return f" On y lit{f' {how}' if how else ''} : {french.quote(words)}." if words else ""


def _said(key: str, text: str, ask: bool = False) -> Sentence:
    return Sentence(f"notice:identity:{key}", french.typeset(text), ("identity",), ask=ask, opens=True)
