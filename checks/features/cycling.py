"""Vélo : pistes cyclables, plan, location."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Spot, Trust
from checks.reading.about import about, sentences
from checks.reading.passages import Around, passages
from checks.reading.planned import LATER
from checks.reading.sections import beneath
from checks.reading.spots import headed, says_itself
from checks.signs import seen, sentence, text, told, topic, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "à deux-roues", "=balades à vélo", "boucles vélo", "balades cyclables", "à bicyclette", "maison du vélo", "=le vélo",
    "itinéraire cyclable", "piste cyclable", "pistes cyclables", "itinéraires cyclables", "voie verte", "voies vertes",
    "véloroute", "=vélo", "=vélos", "plan vélo", "plan cyclable", "à vélo", "location de vélos", "vélos en libre service",
    "stationnement vélo", "aménagements cyclables", "voies cyclables", "circuits vélo", "bandes cyclables", "vélo et marche",
    "se déplacer à vélo", "mobilités douces", "mobilité douce", "modes doux", "schéma cyclable", "cheminements doux",
    "subvention vélo", "aide à l'achat d'un vélo", "ravel", "schéma directeur vélo", "plan deux-roues", "garages à vélos",
    "abris à vélos", "vélos électriques", "=vae", "borne de réparation vélo", "circuits cyclables", "circuits vtt",
    "boucle cyclable", "chaussidou", "chaucidou", "=cyclotourisme", "cyclable", "bicyclette", "points nœuds", "vélos partagés",
    "station vélo", "vélostation", "=vélobus", "=vtt", "balades à vélo", "randonnées à vélo", "box à vélos", "abri vélos",
    "arceaux vélos", "prime vélo", "aide vélo", "=à vélo", "voies douces", "circuits cyclotouristes", "circuits cyclos",
    "voies partagées",
)  # fmt: skip
OTHERS = (
    "course", "club", "cyclo club", "critérium", "tour de france", "voleur", "fête du vélo", "bourse aux vélos", "vol de vélo",
    "vélo volé", "championnat", "cyclosportive", "triathlon", "grand prix", "sortie vélo", "magasin", "vente",
)  # fmt: skip

ROUTES = (
    *("vélomaritime", "vélofrancette", "vélodyssée", "véloscénie", "viarhôna", "eurovélo", "eurovelo"),
    *("vélo francette", "loire à vélo"),
    *("canal des deux mers à vélo", "flow vélo", "via allier", "voie bleue", "la méditerranée à vélo", "vélosud"),
)
"""The great cycle routes by their names."""
TRAVEL = Phrases(
    "se déplacer", "me déplacer", "vous déplacer", "déplacements", "mobilité", "mobilités", "transports", "comment venir",
    "accès", "circulation",
)  # fmt: skip
WAYS = Prose(
    "pistes cyclables", "itinéraires cyclables", "piste cyclable", "voie verte", "véloroute", "itinéraire cyclable",
    "bande cyclable", "ravel", "voie cyclable",
)  # fmt: skip


NAMED = Around("cyclable", "voie verte", "véloroute", "ravel")
WAYS_TOLD = re.compile(
    r"\b(?:\d+ ?(?:km|kilomètres|€)|lon(?:g|ge)\b|relie|mène|passe|part(?:ent)?\b|parcou|balis|loue|louer|location|prêt(?:e|ent|ée?s?)?\b|carte|plan\b|compte|installé|disposition|stationn)|\bgratuite?s?\b",
    re.I,
)
"""What is said of a way or of bicycles that are there."""


@check(
    "cycling",
    "Pistes cyclables",
    counts="Pistes, plan, location ou stationnement des vélos ; une course cycliste n'en est pas.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        text(*ROUTES, trust=Trust.LIKELY, own=True),
        told(
            *("pistes cyclables", "voie verte", "véloroute", "itinéraires cyclables", "location de vélos"),
            *("vélos électriques", "vae", "schéma directeur vélo", "schéma directeur cyclable", "stationnement vélo"),
            "garages à vélos",
        ),
        sentence(
            *("piste cyclable", "pistes cyclables", "voie verte", "véloroute", "itinéraire cyclable", "vélos électriques"),
            *("vélo à assistance", "vélos à assistance", "location de vélos", "abri à vélos", "arceaux à vélos"),
            *("boucles à vélo", "circuits vtt"),
            *("ancienne voie ferrée",),
            says=WAYS_TOLD,
            unless=("course", "peloton", "interdit", "interdits", "volé"),
        ),
    ],
    examples=[
        unseen("<h1>Se déplacer</h1><p>Une piste cyclable le long du boulevard est inscrite au plan de mandat.</p>"),
        unseen("<h4>Piste cyclable</h4><p>La voie verte passera chez nous en 2028 si les crédits sont votés.</p>"),
        seen("<h1>Au village</h1><p>Un vélo à assistance se prête à la mairie, une semaine au plus.</p>"),
        unseen("<h1>Au village</h1><p>Un vélo à assistance a été volé devant la mairie.</p>"),
        seen("<h1>Me déplacer</h1><h2>À bicyclette</h2><p>42 km d’itinéraires.</p>"),
        seen("<p>La Vélomaritime traverse le bourg.</p>"),
        unseen("<h2>Sortie à bicyclette du club</h2>"),
        unseen(
            "<h1>Le tour des caves</h1><p>Dimanche 17 mai 2026</p><h2>Le tour : vélo, VTT ou marche</h2><p>2 circuits VTT : 12 km et 41 km.</p>",
            url="/evenements/tour-des-caves/",
        ),
        seen(
            "<h1>Nos chemins</h1><p>Mis à jour dimanche 17 mai 2026</p><h2>Le tour : vélo, VTT ou marche</h2><p>2 circuits VTT : 12 km et 41 km.</p>",
            url="/loisirs/tour-des-caves/",
        ),
        seen('<a href="/velo">Vélo</a>'),
        seen("<h2>Pistes cyclables et voies vertes</h2>"),
        seen('<td><a href="plan.pdf">Plan des itinéraires cyclables</a></td>'),
        unseen("<h2>Course de vélo du 14 juillet</h2>"),
        unseen('<a href="/vcv">Vélo club de la vallée</a>'),
        unseen("<p>Un vélo a été trouvé rue Haute.</p>"),
        seen("<h1>Se déplacer</h1><p>La voie verte passe au pied du bourg.</p>"),
        unseen("<h1>Fête du sport</h1><p>Départ de la marche : parking de la voie verte.</p>"),
        unseen('<a href="#">Pistes cyclables</a>'),
        unseen('<a href="/course">Course cycliste du 14 juillet</a>'),
        unseen("<h3>Grand prix cycliste, dimanche 3 mai</h3>"),
        seen('<a href="/a">Réseau points-nœuds</a>'),
        unseen('<a href="/a">Bourse aux vélos</a>'),
        unseen('<a href="/a">Vélo volé : que faire ?</a>'),
        unseen('<a href="/a">Championnat de cyclisme à vélo couché</a>'),
        seen("<h1>Au village</h1><p>L’ancienne voie ferrée se parcourt à vélo sur 22 km.</p>"),
        seen("<h1>Au village</h1><p>Une piste cyclable longe le canal jusqu’à la ville, 14 km sans une voiture.</p>"),
        unseen("<h1>Au village</h1><p>La piste cyclable est en projet.</p>"),
        unseen("<h1>Au village</h1><p>Réunion sur la piste cyclable, inscription en mairie.</p>"),
        seen('<a href="/a">Vélobus</a>'),
        seen('<a href="/a">VTT</a>'),
        seen('<a href="/a">Balades à vélo</a>'),
    ],
)
def cycling(page: Page) -> Iterator[Observation]:
    """Cycle ways told on a page, or in a section, about how to get about."""
    if not says_itself(page, WAYS):
        return
    spots: list[Spot] = [page.headline] if about(page, TRAVEL) else []
    spots += [heading for heading in headed(page, TRAVEL) if WAYS.within(beneath(page, heading))]
    if spots and _are_there(page):
        yield from (Observation.at(page, spot, Trust.LIKELY, proof="text", target=page.url) for spot in spots)


def _are_there(page: Page) -> bool:
    """Whether one sentence that names such a way does not say that it is planned."""
    told = (said for text in passages(page, NAMED) for said in sentences(text) if WAYS.within(said))
    return any(not LATER.search(said) for said in told)
