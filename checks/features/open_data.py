"""Données ouvertes : un portail ou des jeux de données de la commune."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.about import proceedings
from checks.reading.passages import Around, first
from checks.reading.spots import leading, outside
from checks.signs import heading, known, link, path, seen, told, unseen
from checks.text.lexicon import Phrases
from checks.text.traits import Trait
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import host, registrable
from crawler.url import path as path_of

NAMES = (
    "open data", "opendata", "données ouvertes", "données publiques", "jeux de données", "jeu de données", "portail de données",
    "portail des données", "ouverture des données", "données en libre accès", "données en accès libre", "catalogue de données",
    "observatoire des données", "ville en données", "réutilisation des données", "réutilisation des informations publiques",
    "répertoire des informations publiques", "=data", "data visualisation", "datavisualisation",
    "données réutilisables", "données libres", "nos données ouvertes", "données à télécharger", "télécharger les données",
    "fichiers réutilisables", "plateforme de données",
    "base adresse locale", "données essentielles",
)  # fmt: skip
NOT_IT = ("personnelles", "protection", "licence", "source", "sources", "crédits", "région", "département", "état", "insee")
CREDITS = Phrases(*NOT_IT)
_THEM = r"\b(?:jeux? de données|données (?:ouvertes|publiques)|open ?data|fichiers réutilisables)\b"
_GOT = (
    r"\b(?:télécharg|réutilis|librement|accès (?:libre|ouvert)|licences? ouvertes?|disponibles?\b|publiée?s? (?:sur|sous|ici|au)|csv\b|json\b"
    r"|plate-?forme|portail|mises? à disposition)"
)
OFFERED = re.compile(
    rf"[^.!?]{{0,60}}{_THEM}[^.!?]{{0,90}}{_GOT}[^.!?]{{0,60}}|{_GOT}[^.!?]{{0,60}}{_THEM}[^.!?]{{0,60}}"
    r"|\bnos données sont (?:en accès libre|en libre accès|ouvertes|réutilisables|librement)\b[^.!?]{0,60}"
    r"|[^.!?]{0,60}\blicence ouverte\b[^.!?]{0,60}\b(?:csv|json|geojson)\b"
    r"|\b(?:commune|ville|mairie|municipalité)\b[^.!?]{0,20}\b(?:publie|ouvre|met à disposition) ses données\b[^.!?]{0,60}"
    r"|[^.!?]{0,60}\btélécharg\w+[^.!?]{0,40}\b(?:csv|json|geojson|shp|kml|fichiers bruts|licence etalab)\b"
    r"|\bjeux de données\b[^.!?]{0,40}\b(?:format ouvert|mis à jour)\b[^.!?]{0,40}|\bdonnées essentielles\b[^.!?]{0,60}\bpubliées\b[^.!?]{0,60}",
    re.I,
)
"""They are there, and how one gets them."""
OFFERING = Around(
    *("jeux de données", "jeu de données", "données ouvertes", "données publiques", "open data", "opendata", "réutilisables"),
    *("licence ouverte", "nos données", "ses données", "csv", "geojson"),
    *("fichiers bruts", "etalab", "données essentielles"),
)
OTHERS = Phrases(
    *NOT_IT[:2],
    *("openstreetmap", "carte", "cartes", "fond de plan", "ign", "météo", "conférence", "photos", "rgpd", "insee", "textes"),
    "contenus",
    *("source", "sources", "crédits"),
)


@Trait
def is_data(href: str) -> bool:
    """Whether an address is that of a file of data."""
    return path_of(href).lower().endswith((".csv", ".json", ".geojson"))


@check(
    "open_data",
    "Données ouvertes",
    signs=[
        link(*NAMES, unless=NOT_IT),
        heading(*NAMES, unless=NOT_IT),
        path("open data", "opendata", "données ouvertes"),
        told("jeux de données", "format csv", "open data", "fichiers csv", "données réutilisables"),
        known(),
    ],
    by_name=False,
    counts="Un portail ou des jeux de données de la commune ; une licence citée et la protection des données n'en sont pas.",
    examples=[
        seen("<p>La ville publie ses données, à réutiliser sans frais.</p>"),
        seen("<p>La liste des arbres se télécharge en CSV.</p>"),
        seen("<p>Nos données sont en accès libre sur le portail de la région.</p>"),
        seen('<a href="/b/adresses.csv">Les adresses du village</a>'),
        seen("<p>Téléchargez les fichiers bruts du budget.</p>"),
        seen("<p>Jeux de données au format ouvert, mis à jour chaque trimestre.</p>"),
        unseen("<p>Téléchargez les fichiers du budget.</p>"),
        unseen("<p>Sauf mention contraire, les textes de ce site sont librement réutilisables (licence ouverte).</p>"),
        unseen("<p>Nos données sont protégées ; le portail famille les garde.</p>"),
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
    if not proceedings(page) and (said := first(page, OFFERED, OFFERING)) and not OTHERS.within(said[0]):
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", target=page.url)
    for anchor, _ in leading(page, is_data):
        yield Observation.at(page, anchor, Trust.LIKELY, proof="file")
    here = registrable(host(page.url))
    for anchor in outside(page):
        name = host(anchor.href)
        if name.startswith(("data.", "opendata.")) and registrable(name) == here and not CREDITS.within(anchor.text):
            yield Observation.at(page, anchor, Trust.SURE, proof="host")
