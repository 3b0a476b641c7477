"""Données ouvertes."""

from checks.check import Check
from checks.signs import heading, known, link, path, seen, unseen

NAMES = (
    "open data",
    "opendata",
    "données ouvertes",
    "données publiques ouvertes",
    "portail de données",
    "jeux de données",
    "données en accès libre",
)
OTHERS = ("protection", "personnelles", "règlement")

open_data = Check(
    "open_data",
    title="Données ouvertes",
    counts="Un portail ou des jeux de données de la commune ; un lien vers l'accueil de data.gouv.fr n'en est pas.",
    signs=[
        known(),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("open data", "opendata", "données ouvertes"),
    ],
    examples=[
        seen('<a href="/od">Open data</a>'),
        seen("<h2>Données ouvertes de la ville</h2>"),
        seen('<a href="https://montclair.opendatasoft.com/">Nos données</a>'),
        unseen('<a href="https://www.data.gouv.fr/">Data.gouv.fr</a>'),
        unseen("<h2>Protection des données personnelles</h2>"),
        unseen('<a href="#">Open data</a>'),
    ],
)
