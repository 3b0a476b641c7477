"""Monuments: how pages tell of old buildings and of what was, in sentences. Pure."""

import re

from checks.reading.about import LONGEST, proceedings
from checks.reading.passages import Around, first, near
from checks.reading.spots import says_itself
from checks.text.folding import around
from checks.text.lexicon import Prose
from crawler.markup import squeeze
from crawler.page import Page

BUILT = Prose(
    "église", "chapelle", "château", "manoir", "lavoir", "moulin", "abbaye", "prieuré", "retable", "remparts", "halle",
    "donjon", "pigeonnier", "four banal", "dolmen", "menhir", "calvaire", "fontaine", "tour", "temple", "usine", "case créole",
    "monument historique", "vestiges", "villa romaine", "maisons à colombages", "pans de bois", "maisons vigneronnes",
    "maisons de pêcheurs", "maison forte", "beffroi", "collégiale", "corons", "chevalement", "puits de mine", "terril", "colombier",
    "haut-fourneau", "four à chaux", "filature", "tuilerie", "verrerie", "vieux pont", "pont romain", "bastide", "oratoire",
    "commanderie", "ferme fortifiée", "forteresse", "cloître", "crypte", "phare", "sucrerie", "hauts fourneaux", "magnanerie",
)  # fmt: skip
STONES = Around(
    "église", "chapelle", "château", "retable", "clocher", "pressoir", "lavoir", "moulin", "halle", "fontaine", "tour ", "médiéva"
)
BUILT_IN = re.compile(
    r"\b(?:église|chapelle|château|retable|clocher|pressoir|lavoir|moulin|halle|fontaine|tour)s?\b[^.!?]{0,60}\b1[0-8][0-9]{2}\b(?! ?(?:€|euros|m\b|habitants))"
    r"|\b(?:pont|porte|maison|tour|bourg|halle|enceinte)s? médiéva(?:l|le|les|ux)\b",
    re.I,
)
"""Old stones and the year when they were built, or their age."""
CITED = re.compile(
    r"\b(?:mentionn|cit|attest)ée?s?\s[^.!?]{0,30}?\b(?:dès|en|depuis|vers)\s(?:l['’]an\s)?(?:[5-9]|1[0-7])[0-9]{2}\b(?!\s?(?:€|m\b|hab))"
    r"|\bdat(?:e|ent|ant|ée?s?) de 1[0-8][0-9]{2}\b",
    re.I,
)
CITING = Around("mentionné", "attesté", "cité dès", "citée dès", "cité en", "citée en", "date de 1", "datent de 1", "datant de 1")
"""The year from which the place is known, or a thing is."""
OF_AGE = re.compile(
    r"\b(?:église|chapelle|château|retable|clocher|lavoir|moulin|halle|fontaine|tour)s?\b[^.!?()]{0,40}\([^)]{0,20}\b(?:[XVI]{2,5}(?:e|è|ème)|1[0-8][0-9]{2}(?! ?(?:€|euros|m)))\b",
    re.I,
)
"""« La chapelle Saint-Roch (XVe) »."""
OLD_THINGS = [
    Prose(thing)
    for thing in (
        *("collégiale", "beffroi", "grange dîmière", "colombier", "pigeonnier", "pans de bois", "colombages", "retable"),
        *("ex-voto",),
        *("polychrome", "abside", "croisée d'ogives", "gallo-romain", "gallo-romaine", "menhir", "dolmen", "tumulus", "oppidum"),
        *("motte féodale", "motte castrale", "mâchicoulis", "échauguette", "pont-levis", "fonts baptismaux", "gisant", "vitraux"),
        *("bas-relief", "linteau", "croix de chemin", "croix de mission", "four à pain", "four banal", "chevalement", "corons"),
        *("terril", "maison forte", "case créole", "bourg fortifié", "village perché", "ruelles pavées", "chapelle romane"),
        *("église romane", "travail à ferrer", "maisons anciennes", "cadran solaire", "bourg médiéval"),
        *("église fortifiée", "seigneurie"),
        *("vierge à l'enfant", "chapiteaux", "pietà", "maître-autel", "clocher-mur", "enfeu", "ossuaire", "voûte romane"),
        *("encorbellement", "traboules", "passages voûtés", "passages couverts", "tourelle d'escalier"),
    )
]
"""What one comes to see, in words that name no street."""
LET = Prose("gîte", "gîtes", "couchages", "chambres d'hôtes", "chambre d'hôtes", "à louer", "nuitée")
SEEN = 2
"""Such things from which a page shows them."""
ON_THE_WAY = re.compile(
    r"\b(?:panneaux?|plaques?(?! d['’]immatriculation)|totems?|bornes?|pupitres?|circuit|sentier|parcours|promenade|balade|exposition|musée)\b[^.!?]{0,60}"
    r"\b(?:racont\w+|expliqu\w+|évoqu\w+|retrac\w+|présent\w+|rappell\w+|font revivre|fait revivre|dévoil\w+)\b[^.!?]{0,40}"
    r"\b(?:histoire|passé|patrimoine|légendes?|vie d|métiers|maisons|vestiges|siècles?|époque|mémoire|industrie|mine|anciens|autrefois)",
    re.I,
)
"""« Des panneaux racontent l'histoire des maisons »."""
TELLING = Around("panneau", "plaque", "totem", "pupitre", "circuit", "sentier", "parcours", "promenade", "musée", "balade")
_STONE = r"(?:clocher|halles?|église|chapelle|pont|tour|château|lavoir|fontaine|porte|calvaire|moulin|puits|croix|menhir|dolmen|pigeonnier|remparts)s?"
WORTH = re.compile(
    rf"\b{_STONE}\b[^.!?]{{0,70}}\b(?:attir\w+ le regard|méritent? (?:le|une|qu)|va(?:ut|lent) (?:le|une) (?:détour|visite)|à (?:voir|découvrir) (?:absolument|aussi)|fait la fierté|font la fierté)"
    rf"|\b(?:(?:sentier|chemin|circuit|balade|promenade|ruelle|pavé|venelle|parcours|boucle|itinéraire|escalier)s?\b[^.!?]{{0,40}}\b(?:mèn|condui|relie|jalonn|long|pass)"
    rf"|admire[rz]|découvrez|flânez|promenez-vous|ne manquez pas)\w*\b[^.!?]{{0,50}}\b{_STONE}\b[^.!?]{{0,40}}\b{_STONE}\b",
    re.I,
)
"""What one is sent to see."""
WITNESS = re.compile(
    r"\b(?:témoign\w+|rappell\w+|perpétu\w+|évoqu\w+|garde(?:nt)? la mémoire|conserve(?:nt)? le souvenir)\s[^.!?]{0,40}"
    r"\b(?:époque|passé|histoire|épopée|temps (?:où|des|du)|mémoire|vieux métiers|prospérité|grands domaines|vie d['’]autrefois)\b",
    re.I,
)
WITNESSES = Around("témoign", "rappell", "perpétu", "évoqu", "mémoire", "souvenir")
ORIGIN = re.compile(
    r"\b(?:nom|toponyme)\b(?! (?:de la (?:liste|salle)|de famille|de domaine|du site|de l['’]))[^.!?]{0,40}\b(?:vient|viendrait|dérive\w*|provient|proviendrait|tire son origine|a pour origine)\b[^.!?]{0,40}"
    r"|\b(?:doi(?:t|vent)|tir(?:e|ent)) (?:son|leur) nom\b[^.!?]{0,40}|\bd['’]où vient (?:le|son) nom\b|\bné(?:e)? (?:ici|à \w[\w’'-]*|au village|dans la commune|au bourg) en 1[1-8]\d\d\b"
    r"|\b(?:commune|village|paroisse|bourg|ville)\b[^.!?]{0,20}\b(?:naît|est née?|fut (?:créée?|fondée?|érigée?)|est (?:créée?|fondée?))\b[^.!?]{0,20}\b1[0-8]\d\d\b",
    re.I,
)
"""Where its name comes from, when it was founded, who was born there."""
ORIGINS = Around(
    *("son nom", "leur nom", "vient", "dérive", "provien", "son origine", "né en", "né ici", "née ici", "né à", "née à"),
    *("naît", "est née", "fondé", "créé", "érigé"),
)
LISTED = re.compile(
    r"\b1[0-9]{3}\)?[^.!?]{0,20}?,? (?:class|inscrit)[ée]?e?s?\b|\b(?:class[ée]e?s?|inscrite?s?) en (?:18|19|20)[0-9]{2}\b", re.I
)
LISTS = Around("classé", "inscrit")
AGES = Around("siècle", "e s.")
CENTURY = re.compile(r"[^.!?]{0,80}\b[XVI]{1,5}(?:e|ème|è|°|<sup>)?(?:\s?[-–]\s?[XVI]{1,5}(?:e|ème))?\s?(?:si[èe]cle|s\.)")
PROTECTED = re.compile(
    r"[^.!?]{0,80}\b(?<!un )(?<!tout )(?<!immeuble )(?<!immeubles )(?<!bâtiment )(?<!bâtiments )(?<!édifice )(?:inscrit|class[ée]|protég[ée])e?s?(?: à l['’]inventaire(?: supplémentaire)?)?"
    r"(?:(?: des| aux?| comme| parmi les|(?: au)? titre des)? (?:monuments? historiques?|MH\b)| au patrimoine)",
    re.I,
)
PROTECTION = Around("monuments historiques", "monument historique", "patrimoine")
RAISED = re.compile(
    r"[^.!?]{0,60}\b(?:re)?(?:construit|bâti|édifié|érigé)e?s?\b[^.!?]{0,40}\b(?:au|en|du|vers|entre|dès) (?:le |l['’]an )?"
    r"(?:[XVI]{2,5}(?:e|è|i?ème)\b|1[0-8][0-9][0-9]\b)",
)
RAISING = Around("construit", "bâti", "édifié", "érigé")
"""When it was built, where no century is spelt out: before 1900."""


def of_old(page: Page) -> str:
    """The words by which a page tells of old stones, of what was, or of the way that leads to them; '' when it does not."""
    if proceedings(page):
        return ""
    built = says_itself(page, BUILT)
    found = (first(page, CENTURY, AGES) or first(page, RAISED, RAISING)) if built else None
    found = found or first(page, PROTECTED, PROTECTION) or (first(page, LISTED, LISTS) if built else None)
    found = found or first(page, CITED, CITING) or first(page, OF_AGE, STONES)
    if found is None and len(stones := list(BUILT_IN.finditer(near(page, STONES, 10, 90)))) > 1:
        found = stones[0]
    found = found or (first(page, WITNESS, WITNESSES) if built else None)
    found = found or first(page, WORTH, STONES)
    found = found or first(page, ON_THE_WAY, TELLING) or first(page, ORIGIN, ORIGINS)
    if found is not None:
        return squeeze(found[0])
    things = [thing for thing in OLD_THINGS if says_itself(page, thing)]
    return (
        around(page.main_text, things[0].folded[0])
        if len(things) >= SEEN and len(page.main_text) <= LONGEST and not says_itself(page, LET)
        else ""
    )
