"""Données ouvertes : un portail ou des jeux de données de la commune."""

from collections.abc import Iterator

from checks.check import check
from checks.lexicon import Phrases
from checks.observation import Observation, Trust
from checks.signs import heading, known, link, path, seen, told, unseen
from checks.spots import outside
from crawler.page import Page
from crawler.url import host, registrable

NAMES = (
    "open data", "opendata", "données ouvertes", "données publiques", "jeux de données", "jeu de données", "portail de données",
    "portail des données", "ouverture des données", "données en libre accès", "données en accès libre", "catalogue de données",
    "observatoire des données", "ville en données", "réutilisation des données", "réutilisation des informations publiques",
    "répertoire des informations publiques", "=data", "data visualisation", "datavisualisation",
)  # fmt: skip
NOT_IT = ("personnelles", "protection", "licence", "source", "sources", "crédits", "région", "département", "état", "insee")
CREDITS = Phrases(*NOT_IT)


@check(
    "open_data",
    "Données ouvertes",
    signs=[
        link(*NAMES, unless=NOT_IT),
        heading(*NAMES, unless=NOT_IT),
        path("open data", "opendata", "données ouvertes"),
        told("jeux de données", "format csv", "open data"),
        known(),
    ],
    counts="Un portail ou des jeux de données de la commune ; une licence citée et la protection des données n'en sont pas.",
    examples=[
        seen('<a href="/open-data">Open data : les données de la ville</a>'),
        seen('<a href="https://www.data.gouv.fr/fr/organizations/ville-exemple/">Nos jeux de données</a>'),
        seen('<a href="https://exemple.opendatasoft.com/">Portail</a>'),
        seen('<a href="https://data.exemple.fr/">Explorer</a>'),
        unseen('<a href="/rgpd">Protection des données publiques et personnelles</a>'),
        unseen('<p>Source : <a href="https://www.data.gouv.fr/">data.gouv.fr</a>, licence ouverte.</p>'),
        unseen('<a href="#">Open data</a>'),
        seen("<p>Téléchargez les jeux de données de la commune au format CSV.</p>"),
        seen('<a href="/a">Réutilisation des informations publiques</a>'),
        unseen("<p>Contours : données ouvertes (open data) de l’État.</p>"),
        unseen("<p>Carte : données ouvertes d’OpenStreetMap.</p>"),
        unseen('<a href="/a">Fuite de données : restez vigilants</a>'),
    ],
)
def open_data(page: Page) -> Iterator[Observation]:
    here = registrable(host(page.url))
    for anchor in outside(page):
        name = host(anchor.href)
        if name.startswith(("data.", "opendata.")) and registrable(name) == here and not CREDITS.within(anchor.text):
            yield Observation.at(page, anchor, Trust.SURE, proof="host")
