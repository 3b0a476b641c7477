"""Planned: what is said to be there only later. Pure."""

import re

from checks.reading.about import sentences
from checks.text.dates import MONTH, years
from checks.text.telephone import NUMBER

_BRIEF = 300
"""Characters up to which a section may say nothing but that."""
IN_TIME = (
    r"(?:pour|en|à|d['’]ici|fin|courant|début|au)\s(?:(?:le|la|les|l['’]|fin|début|courant|mi|milieu|\w+) ?){0,2}?"
    r"(?:20\d\d|printemps|été\b|automne|hiver|rentrée|l?['’]?an prochain|l?['’]?année prochaine)"
)
LATER = re.compile(
    r"\b(?:ouverture|mise en service|mise en place|installation|création|construction|lancement)s?\s(?:\w+\s){0,2}?"
    r"(?:prévue?|attendue?|annoncée?|programmée?|envisagée?|espérée?|repoussée?|reportée?)s?\b"
    r"|\b(?:devrai(?:t|ent)|doit|doivent|va|vont)\s(?:\w+\s)?(?:ouvrir|voir le jour|sortir de terre|s['’]installer"
    r"|être (?:créé|construit|ouvert|aménag|implant|installé|mis en service|lancé|livr)\w*)\b"
    rf"|\b(?:ouvrir|passer|arriver|fonctionner|s['’]installer)(?:a|ont)\s[^.!?]{{0,40}}{IN_TIME}"
    rf"|\b(?:est|sont|serait|seraient)\s(?:annoncé|prévu|promis|espéré|envisagé|programmé)e?s?\s{IN_TIME}"
    r"|\b(?:est|sont)\sinscrite?s?\sau\s(?:plan|budget|programme|contrat)\b"
    r"|\bsi (?:les crédits|le financement|les subventions|le budget)\b|\bquand le financement\b"
    r"|\b(?:repoussé|reporté|remis|renvoyé)e?s? à (?:plus tard|20\d\d|l['’]an(?:née)? prochaine?)",
    re.I,
)
"""« Ouverture prévue fin 2027 », « devrait ouvrir », « passera chez nous en 2028 »."""
_GOES_ON = re.compile(
    r"\b(?:travaux|chantier|prochaine?s?|édition|repris|reprend|inscription|réunion|enquête|séance|rouv|réouv|fibre|déploiement|saison|fermeture)",
    re.I,
)
"""What is announced of works, of a day, or of what is there already."""
FACTS = re.compile(
    rf"{NUMBER}|[0-9]\s?(?:h\b|€|km\b|m²)|[0-9]{{1,2}}(?:er)? (?:{MONTH})\b|\b(?:lun|mar|mercre|jeu|vendre|same)di|\bdimanche|[@«]"
    r"|\b[0-9]+ (?:places|lits|logements|enfants|élèves|livres|rue|avenue|place|route|euros)\b",
    re.I,
)
"""What only its being there explains."""


def is_planned(words: str, year: int) -> bool:
    """Whether what stands under a heading only says, in that year, that there will be one: « Ouverture prévue fin 2027 »."""
    if len(words) >= _BRIEF or FACTS.search(words) or _GOES_ON.search(words) or not LATER.search(words):
        return False
    return all(map(LATER.search, filter(None, sentences(words)))) and min(years(words), default=year) >= year
