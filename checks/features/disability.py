"""Handicap : services, accessibilité de la ville."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.observation import Observation, Trust
from checks.reading.about import TELEPHONE, paragraph
from checks.signs import seen, sentence, told, topic, unseen
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "handicap", "handicaps", "personnes handicapées", "situation de handicap", "mdph", "accessibilité des bâtiments",
    "accessibilité de la ville", "handicap et accessibilité", "accessibilité et handicap", "commission d'accessibilité",
    "personnes à mobilité réduite", "accessibilité pmr", "stationnement pmr", "accessibilité de la voirie", "langue des signes",
    "agenda d'accessibilité", "acceo", "référent handicap", "inclusion et handicap", "ville inclusive", "handicap et inclusion",
    "personnes en situation de handicap", "mobilité inclusion", "accessibilité des lieux publics",
    "accessibilité des établissements", "place pmr", "handicapés", "handiplage", "registre d'accessibilité",
    "registre public d'accessibilité", "accessibilité des erp", "accessibilité des espaces publics",
    "commission communale pour l'accessibilité", "=pmr", "malentendants", "malvoyants", "carte mobilité inclusion",
    "plage accessible", "tiralo", "commission communale d'accessibilité", "agenda d'accessibilité programmée", "ad'ap",
    "ville accessible", "mobilité réduite", "=esat", "handi-plage", "plage handicap", "stationnement handicapés", "=handi",
    "accès pmr", "accessibilité des équipements", "accès handicapés", "=accessibilité pmr", "accessibilité des commerces",
)  # fmt: skip
OTHERS = (
    "handicap international", "course", "adjoint", "adjointe", "tournoi", "golf", "numérique", "rgaa", "hippique", "hippodrome",
    "trot",
)  # fmt: skip

HELP, APART = (
    Prose("personnes handicapées", "mdph", "handicap", "mission handicap", "référent handicap"),
    Phrases(*OTHERS, "location"),
)


def look(page: Page) -> Iterator[Observation]:
    """A paragraph that names the service and gives its telephone."""
    if node := paragraph(page, HELP, TELEPHONE, APART):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")


ABLE = re.compile(
    r"\b(?:accessibles?|réservées?|gratuit|permanence|reçoit|équipée?|à disposition|rampe|s['’]adresser|permet|attend)\b", re.I
)
"""What is done for them."""


disability = Check(
    "disability",
    title="Handicap et accessibilité de la ville",
    counts="Les services aux personnes handicapées et l'accessibilité des lieux ; la déclaration du site n'en est pas.",
    look=look,
    signs=[
        *topic(*NAMES, unless=OTHERS),
        told(
            *("handiplage", "tiralo", "registre public d'accessibilité", "personnes à mobilité réduite"),
            *("référent handicap", "fauteuils roulants", "fauteuil roulant", "boucle magnétique", "mdph"),
            *("fauteuil tout-terrain", "joëlette", "référente handicap", "langue des signes", "stationnement pmr"),
            *("accessibilité des bâtiments", "carte mobilité inclusion"),
        ),
        sentence(
            *("personnes handicapées", "personnes à mobilité réduite", "personnes en situation de handicap"),
            *("fauteuil roulant", "fauteuil de baignade", "tiralo", "référente handicap", "référent handicap", "mdph"),
            *("en fauteuil",),
            says=ABLE,
            unless=(
                *("site", "numérique", "référentiel", "navigateur", "camping", "salle", "location", "rgaa", "conforme"),
                *("gîte", "hôtel", "restaurant", "salle des fêtes", "recrute", "transport scolaire"),
            ),
        ),
    ],
    examples=[
        seen("<h2>Pour tous</h2><p>Une joëlette est prêtée l’été ; la salle a une boucle magnétique.</p>"),
        seen('<a href="/a">Agenda d’accessibilité programmée</a>'),
        seen('<a href="/h">Handicap et accessibilité</a>'),
        seen("<h2>Accessibilité des bâtiments publics</h2>"),
        seen("<h3>Personnes handicapées : vos interlocuteurs</h3>"),
        unseen('<footer><a href="/a">Accessibilité : non conforme</a></footer>'),
        seen("<p>Personnes handicapées : le bureau de la MDPH reçoit le jeudi, 05 00 00 00 35.</p>"),
        unseen("<p>Tournoi de tennis handicap, 05 00 00 00 35.</p>"),
        unseen("<p>Cours de Pilates accessibles à tous.</p>"),
        unseen("<h2>Déclaration d’accessibilité numérique</h2>"),
        unseen('<a href="#">Handicap</a>'),
        unseen('<footer><a href="/a">Accessibilité : partiellement conforme</a></footer>'),
        unseen("<title>Accessibilité - Ville de Rives</title><p>Accessibilité : non conforme.</p>"),
        unseen("<h1>Déclaration d’accessibilité</h1><p>Ce site est non conforme au RGAA.</p>"),
        seen('<a href="/a">Registre public d’accessibilité</a>'),
        seen('<a href="/a">Handiplage</a>'),
        seen(
            "<h2>Plage accessible</h2><p>La plage prête un tiralo ; l’hôtel de ville est ouvert aux personnes à mobilité réduite.</p>"
        ),
        seen("<h1>Au village</h1><p>La référente handicap de la ville reçoit le mardi, 04 71 00 00 80.</p>"),
        seen("<h1>Au village</h1><p>Un fauteuil de baignade, gratuit, attend à la plage les personnes handicapées.</p>"),
        unseen("<h1>Au village</h1><p>Ce site est accessible aux personnes en situation de handicap.</p>"),
        unseen("<h1>Au village</h1><p>Le camping est accessible aux personnes à mobilité réduite.</p>"),
        seen('<a href="/a">Mobilité réduite</a>'),
        seen('<a href="/a">ESAT</a>'),
        seen('<a href="/a">Handi-plage</a>'),
        unseen('<a href="/a">Handicap hippique</a>'),
        unseen('<a href="/a">Prix du handicap à l’hippodrome</a>'),
    ],
)
