"""Accès public à internet : espace numérique, cyber-base, France Services, conseiller numérique."""

from collections.abc import Iterator
from dataclasses import replace

from checks.about import blocks
from checks.check import check
from checks.folding import fold
from checks.lexicon import Phrases, Prose
from checks.observation import Observation, Trust
from checks.signs import heading, link, path, seen, told, unseen
from checks.spots import says_itself
from crawler.page import Page

NAMES = (
    "espace public numérique",
    "=epn",
    "cyber-base",
    "cyberbase",
    "cyber base",
    "cybercentre",
    "cyber centre",
    "cyberespace",
    "espace numérique",
    "france services",
    "maison france service",
    "espace france services",
    "conseiller numérique",
    "conseillère numérique",
    "point d'accès internet",
    "accès public à internet",
    "accès internet public",
    "accès à internet",
    "bornes internet",
    "borne internet",
    "wifi public",
    "wi-fi public",
    "wifi gratuit",
    "wi-fi gratuit",
    "point internet",
    "points internet",
    "points d'accès",
    "inclusion numérique",
    "médiation numérique",
    "maison de services au public",
    "msap",
    "point numérique",
    "point public multimédia",
    "espace multimédia",
    "espace internet",
    "=multimédia",
    "aide numérique",
    "permanence numérique",
    "accompagnement numérique",
    "ordinateurs en libre accès",
    "lieux d'accès à internet",
    "tiers-lieu numérique",
    "netpublic",
    "fracture numérique",
    "espaces numériques",
    "conseillers numériques",
    "cyber-carbet",
    "cybercarbet",
    "postes informatiques en libre accès",
    "initiation à l'informatique",
    "cases numériques",
    "cyber-case",
    "cybercase",
    "accès libre à internet",
    "maison numérique",
    "espace cyber",
    "cyber-espace",
    "aide aux démarches numériques",
    "accompagnement aux démarches en ligne",
    "bus numérique",
    "bus france services",
    "e-accompagnement",
    "permanence france services",
    "pôle informatique",
    "espace informatique",
    "salle informatique",
    "outils informatiques",
)
OTHERS = ("espace numérique de travail", "ent", "location", "salle des fêtes", "gîte", "camping", "chambre")

LET = Phrases("location", "louer", "salle des fêtes", "gîte", "camping", "chambre")
PLACE = Prose(
    "bibliothèque", "médiathèque", "point lecture", "maison de quartier", "centre social", "agence postale", "cybercentre"
)
ACCESS = Prose(
    "accès internet",
    "accès à internet",
    "postes informatiques",
    "ordinateurs",
    "wifi",
    "wi-fi",
    "connexion internet",
    "postes internet",
)


@check(
    "public_internet",
    "Lieux d'accès public à internet",
    counts="Un lieu où se connecter ou se faire aider : espace numérique, France Services, conseiller numérique, wifi public.",
    signs=[
        told(
            "postes informatiques",
            "ordinateurs en libre accès",
            "wifi gratuit",
            "conseillère numérique",
            "conseiller numérique",
            "france services",
        ),
        link(*NAMES, unless=OTHERS),
        replace(heading(*NAMES, unless=OTHERS), subject=True),
        path("espace public numérique", "france services", "cyber base", "conseiller numérique", "wifi public"),
    ],
    examples=[
        seen("<h2>Espace France Services</h2><p>Lundi 9 h - 12 h</p>"),
        seen('<a href="/epn">Espace public numérique</a>'),
        seen("<h3>Cyber-base de la gare</h3>"),
        seen('<a href="cn.html">Conseillère numérique</a>'),
        unseen("<h2>Salle des fêtes</h2><p>Accès internet inclus dans la location.</p>"),
        unseen('<a href="/ent">Espace numérique de travail du collège</a>'),
        seen("<p>La bibliothèque municipale propose prêt de livres et accès internet.</p>"),
        unseen("<h3>Gîte communal : accès à internet</h3>"),
        unseen('<a href="#">Espace numérique</a>'),
        unseen("<h1>Location de la salle</h1><ul><li>Accès internet</li><li>Wifi</li></ul>"),
        unseen("<h1>Location de salle</h1><h2>Accès internet</h2>"),
    ],
)
def public_internet(page: Page) -> Iterator[Observation]:
    """A library or a social centre that offers access, said in one paragraph."""
    if not (says_itself(page, ACCESS) and says_itself(page, PLACE)):
        return
    for node, words in blocks(page):
        folded = fold(words)
        if len(words) < 600 and ACCESS.within_folded(folded) and PLACE.within_folded(folded) and not LET.within_folded(folded):
            yield Observation.at(page, node, Trust.LIKELY, proof="text")
            return
