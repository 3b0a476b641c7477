"""Roads: works on a way, told with their days, and ways that are cut. Pure."""

import re
from itertools import chain

from checks.reading.about import sentences
from checks.reading.passages import Around, passages
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

_WAY = (
    r"(?:[Rr]ue|[Rr]oute|[Aa]venue|[Cc]hemin|[Bb]oulevard|[Pp]ont|[Pp]lace|[Qq]uai|[Cc]arrefour|[Dd]épartementale|R?D ?\d{1,3})\b"
)
_FROM = r"(?:(?:du|[Jj]usqu['’]au|à partir du|dès le)\s+(?:[a-z]{3,5}di\s)?\d{1,2}|pendant \w+ (?:jours|semaines|mois))\b"
WAY = re.compile(rf"\b{_WAY}")
FROM, FIGURE = re.compile(_FROM), re.compile("[0-9]")
"""The days of works: where none is told, the longer patterns are not tried."""
_WORKS = rf"[Tt](?<!\w.)ravaux[^.!?]{{0,60}}\b{_WAY}[^.!?]{{0,50}}\b{_FROM}[^.!?]{{0,30}}"
WORKS = re.compile(_WORKS)
"""Works on a way with their days."""
CUT = re.compile(
    rf"\b{_WAY}[^.!?]{{0,50}}\b(?:coupée?|barrée?|impraticable|fermée? (?:à la circulation|au trafic|aux (?:voitures|véhicules|camions|poids lourds|plus de \d)|(?:du|jusqu['’]au|à partir du|dès le) \d{{1,2}})|en (?:travaux|chantier(?! dans)|réparation)|interdite? aux (?:voitures|véhicules) (?:du|jusqu['’]au|à partir du|dès le) \d{{1,2}})\b(?![^.!?]{{0,80}}\b(?:fête|marché|brocante|course|défilé))[^.!?]{{0,60}}|{_WORKS}"
    rf"|\bL[ae] {_WAY}[^.!?,]{{0,50}}\best (?:fermée?|coupée?|barrée?) (?:pour|en raison|à cause|suite)\b[^.!?]{{0,60}}"
    rf"|(?:[Dd]u|[Jj]usqu['’]au|[Àà] partir du|[Dd]ès le)\s(?:\w+di\s)?\d{{1,2}}\b[^.!?]{{0,60}}\b(?<!de )(?<!dans )(?<!à )(?<!sur )(?:la|le|l['’]) {_WAY}[^.!?,]{{0,40}}\b(?:sera|est|restera|reste) (?:fermée?|barrée?|coupée?)\b[^.!?]{{0,60}}",
)
"""The same, or a way that is cut."""
CUTS = re.compile(
    r"coupé|barré|impraticable|fermée|fermé (?:à |au|du |jusqu|dès|pour|en|suite)|en (?:travaux|chantier|réparation)|interdite? aux"
)
DOING = Around(
    *("réfection", "enfouissement", "renouvellement d", "remplacement d", "enrobé", "reprise d", "élargissement", "goudronnage"),
    *("gravillonnage", "bitumage", "raccordement", "rabotage", "pose de la fibre", "pose de canal", "pose de rés"),
    *("pose de bordure", "pose d'enrob", "pose d’enrob"),
)
_DOING = r"(?:réfection|enfouissement|renouvellement|remplacement|enrobés?|reprise|élargissement|(?:goudron|gravillon|bitum|rabot)n?age|raccordement)"
DONE = re.compile(
    rf"\b(?:{_DOING}|[Rr]éfection|[Pp]ose)\b[^.!?]{{0,60}}\b{_WAY}[^.!?]{{0,50}}\b{_FROM}[^.!?]{{0,60}}|\b{_WAY}[^.!?]{{0,50}}\b{_DOING}\b[^.!?]{{0,60}}\b{_FROM}[^.!?]{{0,60}}"
)
"""What is done to a way, with its days: no word for works is needed."""
REDOING = Around(
    *("renouvel", "reprend", "reprennent", "rebouche", "remplace", "repris", "enfoui", "refait", "refont", "goudronne", "bitume"),
    *("élargi", "change l", "changent l", "répare l", "réparent l"),
)
REDONE = re.compile(
    r"\b(?:renouvelle(?:nt)?|change(?:nt)?|répare(?:nt)?|refait|refont|goudronne\w*|bitume\w*|élargi\w*|reprend|reprennent|rebouche(?:nt)?|remplace(?:nt)?) (?:la|les|le|l['’]|des) ?"
    r"(?:enrobés?|conduites?|canalisations?|réseaux|poteaux|mur de soutènement|nids-de-poule|accotements|fossés|branchements|pavés|pavage|chaussée|route|rue|pont|trottoirs?|carrefour|voirie|avenue)\b"
    r"|\b(?:enrobés|conduites?|canalisations?|réseaux(?! soc)|chaussée|trottoirs|pavés|branchements|accotements)\b[^.!?]{0,50}\b(?:est|sont|sera|seront) (?:repris|refait|renouvelé|remplacé|enfoui|changé|posé)e?s?\b",
    re.I,
)
"""What is done to a way, by a verb; its days stand beside."""
BEGINNING = Around(
    *("commencé", "débuté", "démarré", "commencent", "débutent", "démarrent", "commenceront", "débuteront", "démarreront"),
    *("se poursuivent", "se terminent", "se termineront", "s'achève", "s’achève", "seront terminés", "durée du chantier"),
    *("rouvert", "réouverture", "est en cours", "sont en cours"),
)
_WORKED = rf"(?:[Tt]ravaux|[Cc]hantier|[Cc]urage|[Ff]auchage|[Éé]lagage|{_DOING})"
WORKED = re.compile(rf"{_WORKED}|rouv|réouv")
"""What begins: where it is not named, the longer pattern is not tried."""
BEGUN = re.compile(
    rf"\b{_WORKED}\b[^.!?,]{{0,60}}\b(?:{_WAY}|place|trottoirs?|voirie|carrefour)[^.!?]{{0,60}}\b(?:(?:ont|a) (?:commencé|débuté|démarré)"
    r"|(?:commenc|début|démarr|termin)(?:er)?(?:ont|ent|a)\b|se poursui|s['’]achèv|seront terminés|durée du chantier|(?:est|sont) en cours)[^.!?]{0,40}"
    rf"|\b{_WAY}[^.!?]{{0,50}}\b(?:rouvrira|ser(?:a|ont) rouverte?s?)\b[^.!?]{{0,40}}"
    rf"|\b{_WAY}(?<!\bdu [Pp]ont)[^.!?]{{0,50}}\bréouverture (?:prévue|à partir|le \d)[^.!?]{{0,40}}"
)
"""Works on a way that have begun or will end, or a way that opens again."""
LONG_AGO = re.compile(r"\b(?:1[0-9]{3}|20[01][0-9])\b")
FEAST = Phrases(
    *("brocante", "vide-grenier", "défilé", "carnaval", "exposants", "cortège", "rallye", "procession", "kermesse", "braderie"),
    *("feu d'artifice", "concert", "cérémonie", "marché de noël", "course cycliste", "course pédestre", "fête nationale"),
)
"""For which a way is closed as well, and no works are done."""
PASSING = Prose("alternat", "voitures", "véhicules", "automobilistes", "piétons", "déviation", "circulation")
CLOSING = Around(
    "fermeture", "alternat", "circulation interdite", "circulation alternée", "circulation coupée", "circulation limitée"
)
CLOSED = re.compile(
    r"\b(?:fermeture|alternat(?: par feux)?) (?:totale |complète )?(?:du|dès le|à partir du|jusqu['’]au) [0-9]{1,2}[^.!?]{0,80}"
    r"|\balternat(?: manuel| par feux)?,? (?:le |[a-z]{3,5}di )[0-9]{1,2}\b[^.!?]{0,40}"
    r"|\bcirculation (?:interdite|alternée|coupée|limitée)(?![^.!?]{0,120}\b(?:fête|course|brocante|vide-grenier|marché|défilé|carnaval|rallye))"
    r"[^.!?]{0,60}\b(?:du|jusqu['’]au) [0-9]{1,2}\b[^.!?]{0,40}",
    re.I,
)
SPOKEN = Around("travaux", "impraticable", "coupé", "barré", "fermé", "en chantier", "en réparation", "interdite aux")


def cut(page: Page) -> re.Match[str] | None:
    for text in passages(page, SPOKEN):
        # Most passages only speak of works, and the longer pattern is dear.
        pattern = CUT if CUTS.search(text) else WORKS if _is_dated(text) else None
        if pattern and (found := pattern.search(text)) and not FEAST.within(_sentence(text, found)):
            return found
    done = (DONE.search(text) for text in passages(page, DOING) if _is_dated(text))
    again = (REDONE.search(text) for text in passages(page, REDOING) if _is_dated(text))
    told = (text for text in passages(page, BEGINNING) if WORKED.search(text) and WAY.search(text))
    begun = (BEGUN.search(text) for text in told if not LONG_AGO.search(text))
    return next(filter(None, chain(done, again, begun)), None)


def _is_dated(text: str) -> bool:
    """Whether days are told: figures, or how long; to look for those is cheap."""
    return (FIGURE.search(text) is not None or "pendant" in text) and FROM.search(text) is not None


def _sentence(text: str, found: re.Match[str]) -> str:
    """The sentence in which something was found."""
    return f"{sentences(text[: found.start()])[-1]}{found[0]}{sentences(text[found.end() :])[0]}"
