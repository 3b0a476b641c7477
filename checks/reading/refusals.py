"""Refusals: a few words that stand alone on a page or under a heading, and say that there is none, no more, not yet or not here. Pure."""

import re

from checks.reading.ended import ENDED
from checks.reading.planned import LATER
from checks.text.telephone import NUMBER

_BRIEF = 300
"""Characters up to which words that stand alone say nothing but that."""
_GIVES = re.compile(
    rf"{NUMBER}|\b1[0-8][0-9][0-9]\b|\b19[0-4][0-9]\b|\bsiècle|\bcookies?\b|\btraceurs?\b|(?<!jeux de )\bdonnées?\b(?! ouvertes)|\bvos visites\b|\bconforme\b|[0-9]\s?h(?:eures?)?\b|@|€|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)s?\b(?!,? (?:\w+,? )?(?:a|n['’]\w+|ne)\b)",
    re.I,
)
"""A number to call, an hour, a day, a price: there is something after all. So there is where what was lost long ago is told,
and where it is said what is not kept of who visits."""
_GOES_ON = re.compile(
    r"(?<!pas été )(?<!pas )\b(?:remplac|repri)\w+ par\b|\b(?:désormais|dorénavant|cependant|toutefois|relai\w*|rouv\w+|provisoire\w*)\b"
    r"|\b(?:vous|les|nous)\s(?:\w+\s)?accueill\w+|\bpropos(?:e|ent|ons)\b|(?<!ne )\bassur(?:e|ent|ée?s?)\b|\bmais\b|\bferm\w+ (?:pendant|durant|les?|la|entre|en (?:hiver|été|juillet|août)|aux?)\b",
    re.I,
)
"""What is told of what there still is."""
_NOTHING = re.compile(
    # « La commune ne compte aucun … », « Il n’est pas possible de … »: not what is asked of whom comes, nor what to do.
    r"\b(?:ne\s|n['’]\s?)(?:(?:en|y|les?|la|l['’]|se|s['’]|nous|vous)\s?){0,2}(?!\w+(?:ez|er|ir|oir|re)\b|accept|ramass|collect)[\w-]+\s(?:[\w-]+\s){0,2}?(?:pas|plus|aucune?|ni)\b"
    r"(?! (?:\w+ )?(?:nécessaire|obligatoire|requis|besoin|seulement|uniquement|toujours|accept|admis|autoris|collect|ramass|concern|compris|inclus|de places?|payant|loin|moins|très|interdit|remis\b))"
    r"|\baucune?\s(?!inscription|rendez-vous|condition|frais|formalité|réservation|justificatif|obligation|danger|dépôt|différence|limite|doute)[\w-]+"
    r"|\bni\s[\w-]+\sni\b|\bsans objet\b|\A\W*(?:néant\b|rien (?:de|à|pour|n['’]est prévu)\b)|\A\W*(?:pas|plus) (?:encore )?(?:de |d['’])|\bpage (?:non trouvée|introuvable)\b"
    # What was put away.
    r"|\b(?:a|ont|est|sont)\s(?:[\w-]+\s){0,2}?(?:ferm|supprim|retir|démont|résili|abandonn|arrêt|refus|rejet|annul|clos|désactiv|éteint|dissou|perdu|disparu|cessé|suspendu|vendu|rasé|démoli|transformé)\w*\b"
    # What is for others, what is only asked for, what is only promised.
    r"|\bréservée?s? (?:aux (?:élèves|lycéens|collégiens|étudiants|résidents|membres|adhérents)|à (?:ses|leurs) )|\bn['’](?:est|sont) ouverte?s? qu['’](?:aux?|à)\b"
    r"|\b(?:est|sont)\s(?:\w+\s)?(?:réclamé|demandé|espéré|attendu|souhaité|promis)e?s?\s(?:au\b|à la\b|depuis|de longue|par\b|pour 20)"
    r"|\b(?:bientôt|prochainement|sous peu|patience|patienter|revenez|dès que possible|à compléter)\b"
    r"|\ben (?:préparation|construction|projet|attente|cours (?:de|d['’])\s?(?:écriture|rédaction|remplissage|mise à jour|construction|refonte|réalisation|création|élaboration))\b"
    r"|\bà l['’](?:étude|impression)\b"
    r"|\b(?:cette|la) (?:page|rubrique)\s(?:permettr|accueiller|présenter|proposer|recenser|contiendr|ser|regrouper)(?:a|ont)\b"
    r"|\bnous\s(?:y\s)?(?:mettrons|publierons|réfléchissons|étudions|cherchons|recherchons|travaillons)\b"
    r"|\b(?:commune|municipalité|mairie|conseil)\s(?:étudie(?! les)|cherche|recherche|réfléchit|envisage|a demandé)\b",
    re.I,
)
_NONE_HERE = re.compile(
    r"\b(?:commune|mairie|municipalité|ville|village|nous|nôtre),?\s(?:[\w-]+,?\s){0,2}?(?:ne\s|n['’]\s?)(?:l['’]|en\s)?\w+\s(?:pas|plus|aucune?)\b(?=\W*(?:[.!?;,:]|\Z|encore|non plus))"
    r"|\b(?:commune|ville|village)\sn['’]est\s\w+\s(?:avec|à|par|d['’])\s?(?:personne|aucune?)\b"
    r"|\bpas (?:chez nous|ici|dans (?:notre|la) commune|dans le village)\b(?=\W*(?:[.!?;]|\Z))",
    re.I,
)
"""« Celui du département est distribué partout ; la commune n’en édite pas. »"""
_WHOSE = re.compile(r"\b(?:qui|si|s['’]il\w?|quand|lorsque?|lorsqu['’]\w+|dont|ceux|celles|parce|puisque?)\b", re.I)
"""« Pour ceux qui ne conduisent plus »: not of the thing."""
_BEFORE = 40
"""Characters before the negation in which this is said."""
_FIRST = re.compile(r"(?<=[.!?;])\s")


def refuses(words: str) -> bool:
    """Whether words that stand alone begin by saying that there is nothing, and tell neither whom to ask nor what there is instead."""
    if not words or len(words) > _BRIEF or _GIVES.search(words) or _GOES_ON.search(words):
        return False
    first = _FIRST.split(words, maxsplit=1)[0]
    said = () if first.endswith("?") else (found for rule in (_NOTHING, ENDED, LATER) for found in rule.finditer(first))
    told = any(not _WHOSE.search(first, max(0, found.start() - _BEFORE), found.start()) for found in said)
    return told or _NONE_HERE.search(words) is not None


def is_elsewhere(words: str) -> bool:
    """Whether a few words, whatever they lead to, say that it is others' and not the commune's."""
    return len(words) <= _BRIEF and not _GIVES.search(words) and _NONE_HERE.search(words) is not None
