"""Covoiturage : page, aire, plateforme."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.about import about
from checks.reading.spots import headed, says_itself
from checks.signs import known, seen, sentence, topic, unseen
from checks.text.folding import around
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "covoiturage", "co-voiturage", "autopartage", "aire de covoiturage", "auto-stop organisé", "rezo pouce",
    "autostop organisé", "parking de covoiturage", "ligne de covoiturage", "mobicoop", "mouv'enstop", "voitures partagées",
    "véhicule partagé", "stop organisé", "covoitureurs", "auto-partage", "blablacar daily", "stop covoiturage", "covoiturer",
    "=autostop", "=auto-stop", "=karos", "ouestgo", "ouest go", "proposer un trajet", "partager un trajet",
    "partagez vos trajets", "partager vos trajets", "arrêt sur le pouce", "arrêts pouce", "arrêt pouce", "=klaxit",
    "partager sa voiture", "partager votre voiture", "partagez votre voiture", "partageons nos voitures", "partager le trajet",
    "partager ses trajets", "trajets partagés", "trajets à plusieurs", "voiture à plusieurs", "voiture partagée",
    "voiture en partage", "voitures en partage", "voiture en libre-service", "voitures en libre-service",
    "véhicule en libre-service", "véhicules en libre-service", "véhicules partagés", "voiture électrique partagée",
)  # fmt: skip

TRAVEL = Phrases(
    "se déplacer", "déplacements", "mobilité", "mobilités", "transports", "comment venir", "stationnement", "circuler",
    "à vélo", "bus",
)  # fmt: skip
SHARED = Prose(
    "aire de covoiturage", "aires de covoiturage", "parking de covoiturage", "ligne de covoiturage", "autopartage", "covoitureurs",
    "partager sa voiture", "partager une voiture", "partager un trajet", "partagez vos trajets", "trajets partagés",
)  # fmt: skip


PARKED = re.compile(r"\b(?:places? (?:sont|est|réserv)|parking|aire|parkings)\b", re.I)
"""Where those leave theirs who share one."""


@check(
    "carpooling",
    "Covoiturage",
    counts="Une page, une aire ou une plateforme de covoiturage ou d'autopartage.",
    signs=[
        *topic(*NAMES),
        known(),
        sentence(
            *("aire de covoiturage", "aires de covoiturage", "stop organisé", "auto-stop organisé", "rezo pouce"),
            *("plateforme de covoiturage", "application de covoiturage", "covoiturer", "trajets partagés", "mobicoop"),
            *("autopartage", "parking de covoiturage", "voiture partagée", "voiture en partage", "voiture en libre-service"),
            unless=("débat", "venir à la fête"),
        ),
        sentence("partagent une voiture", "partagent leur voiture", "partagez une voiture", says=PARKED),
    ],
    examples=[
        unseen("<h2>Covoiturage</h2><p>On cherche un terrain pour l’aire.</p>"),
        unseen(
            "<p>La voie promise s’arrête au bois ; le parking de covoiturage est situé trop loin ; le reste est un souhait.</p>"
        ),
        seen("<h1>Route</h1><p>Vingt places sont réservées à ceux qui partagent une voiture.</p>"),
        unseen("<h1>Route</h1><p>Les familles qui partagent une voiture de manège paient 2 €.</p>"),
        seen('<a href="/v">Partagez votre voiture</a>'),
        seen("<h1>Au village</h1><p>Une voiture en libre-service vous attend devant la gare : réservez en ligne.</p>"),
        unseen("<h2>Partageons la route</h2>"),
        seen("<h1>Au village</h1><p>Appelez la mairie : elle tient la liste des trajets partagés.</p>"),
        seen("<h1>Circuler</h1><p>Deux aires pour covoitureurs, à la sortie du bourg.</p>"),
        seen("<h1>Circuler</h1><p>Un point de rencontre pour partager sa voiture, à l’entrée de la rocade.</p>"),
        unseen("<h1>Club de marche</h1><p>Départ place Haute, pensez à partager une voiture.</p>"),
        seen('<a href="/covoiturage.html">Co-voiturage</a>'),
        seen("<h3>Aire de covoiturage</h3>"),
        seen('<a href="https://www.blablacardaily.com/">Trajets du quotidien</a>'),
        unseen("<p>Pensez au covoiturage pour venir à la fête.</p>"),
        unseen('<h3><a href="/actus/1">Une étude sur le covoiturage</a></h3>'),
        unseen("<h2>Voiturage de bois</h2>"),
        unseen('<a href="#">Covoiturage</a>'),
        seen("<h1>Se déplacer</h1><p>Une aire de covoiturage de 20 places se trouve à la sortie de l'autoroute.</p>"),
        unseen("<h1>Club de marche</h1><p>Rendez-vous à l'aire de covoiturage à 8 h.</p>"),
        seen('<a href="/a">Autostop et lignes de covoiturage</a>'),
        seen("<h1>Au village</h1><p>Covoiturer vers Rives : inscrivez-vous sur la plateforme de la communauté de communes.</p>"),
        seen("<h1>Au village</h1><p>L’application de covoiturage est gratuite pour les habitants.</p>"),
        unseen("<h1>Au village</h1><p>Rendez-vous sur la place à 8 h pour le départ en covoiturage.</p>"),
        unseen("<h1>Au village</h1><p>Le conseil débat d’une future aire de covoiturage.</p>"),
        seen('<a href="/a">Karos</a>'),
        seen('<a href="/a">OuestGo</a>'),
        seen('<a href="/a">Proposer un trajet</a>'),
    ],
)
def carpooling(page: Page) -> Iterator[Observation]:
    """An area told on a page about how to get about."""
    if says_itself(page, SHARED) and (about(page, TRAVEL) or headed(page, TRAVEL)):
        said = next(words for phrase in SHARED.folded if (words := around(page.main_text, phrase)))
        yield Observation.at(page, said, Trust.LIKELY, proof="text", target=page.url)
