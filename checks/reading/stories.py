"""Stories: titles that tell what happens once, name one issue of a paper or an album of photos. They speak of a service, and are no way
to it. Pure.
"""

import re

from checks.text.dates import newest
from checks.text.lexicon import Phrases
from checks.text.traits import Trait

_TELLS = re.compile(
    r"^\W*(?:[Uu]ne?|[Dd]e|[Dd]es)\snouve(?:au|aux|l|lles?)\b(?!\s(?:arriv|habit))"
    r"|^\W*(?:[Rr]étrospective|[Ss]uccès|[Hh]ommage|[Ff]élicitations|[Bb]ravo|[Ii]nauguration)\b"
    r"|^\W*(?:[Uu]ne |[Ll]['’])?[ÉEée]tude sur\b|\b[Rr]etour (?:sur|en images)\b|\bvous attend(?:ent)?\b|\b(?:annulé|reporté)e?s?\b"
    r"|\b(?:a|ont)\s(?:été\s)?(?:réuni|accueilli|rassemblé|fêté|inauguré|reçu|remporté|célébré)e?s?\b"
    r"|(?<!['’])\barrivent?\s(?:à|au|aux|dans|en|chez|bientôt)\b"
    r"|^\W*(?:[Bb]ientôt\s(?:une?|l[ea]s?|des)\b|[Cc]oup d['’]œil sur\b|[Aa]ttention (?:aux?|à)\b|[Aa]rnaques?\b)"
    r"|^\W*(?:[Rr]emerciements?|(?:[Pp]ot de )?[Dd]épart (?:en|à la) retraite|[Ss]tage (?:au|aux|à|en|dans|de)|[Cc]oncours de)\b"
    r"|\b(?:bientôt|prochainement)\s(?:disponible|ouvert|en ligne|accessible)"
    r"|\bmise?s? à l['’]honneur\b|\b(?:fêtent|fête\s(?:ses|son|sa|leurs?))\b|^\W*(?:[Qq]u['’]est[- ]ce qu['’]une?|[Aa]mbiance)\b"
    r"|(?<!\b[Jj]e )\bprépare(?:nt)?\s(?:les|la|le|son|sa|leurs?)\b|\bse\s(?:matérialise|réinvente|transforme|mobilise|dote)(?:nt)?\b"
    r"|\b(?:va|vont)\s(?:bientôt\s)?(?:fermer|ouvrir|être)\b|\bferme(?:nt)?\s(?:ses|son|sa|leurs?|définitivement)\b|\bprend sa retraite\b"
    r"|\b(?:re)?cherche(?:nt)?\s(?:une?|son|sa)\s(?:\w+e?l\s)?(?:médecin|dentiste|infirmi\w+|boulang\w+|repreneu\w+|gérant\w*)"
    r"|^\W*(?:[Ll]a |[Ll]e |[Ll]['’])(?:communauté|agglo\w*|métropole|département|région|syndicat)\b[^.!?]{0,30}?\s(?:adopte|vote|approuve)\b"
    r"|\b(?:en pause|en sommeil|tire sa révérence)\b|\((?:en (?:préparation|construction|projet|cours\b)[^)]{0,20}|bientôt|à venir|ouverture prochaine|prochainement)\)|\bc['’]est (?:terminé|fini)\b|\bpremière pierre\b|\bà pied d['’]œuvre\b|\bs['’]installent?\s(?:à|au|aux|dans|en)\b"
)


@Trait
def is_story(words: str) -> bool:
    """« Un nouveau médecin arrive au bourg », « Retour sur la fête de l'école »."""
    return _TELLS.search(words) is not None


_LONG_AGO = re.compile(r"\b1(?:[5-8]\d|9[0-4])\d\b")


@Trait
def is_of_old(words: str) -> bool:
    """« L'école communale, 1914 – 1922 »: what is told is its past."""
    return _LONG_AGO.search(words) is not None


_PAPERS = Phrases("lettre", "infolettre", "newsletter", "bulletin", "gazette", "flash infos", "flash info")
_NUMBER = re.compile(r"\bn\s?°\s?\d", re.I)


@Trait
def is_issue(words: str) -> bool:
    """Whether a page's name is that of one issue: « Lettre de novembre 2021 ». Its headings tell the news of that day."""
    return _PAPERS.within(words) and (newest(words) is not None or _NUMBER.search(words) is not None)


_ALBUM = re.compile(
    r"/(?:(?:galeries?|albums?)(?:[-_]?(?:de[-_])?photos?)?|photos?|phototheque|diaporamas?|(?:photo[-_])?galler(?:y|ies))/[^.]+$",
    re.I,
)


@Trait
def is_album(href: str) -> bool:
    """Whether an address is that of one album: « /galerie/repas-des-aines » shows a meal, and is no service to the elderly."""
    return _ALBUM.search(href.partition("?")[0].partition("#")[0]) is not None
