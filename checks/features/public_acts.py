"""Publication des actes : délibérations, arrêtés, avec leurs dates."""

from checks.check import Check
from checks.signs import heading, known, link, path, seen, unseen

NAMES = (
    "publication des actes",
    "actes administratifs",
    "recueil des actes",
    "affichage légal",
    "affichage réglementaire",
    "arrêtés municipaux",
    "arrêté municipal",
    "délibérations",
    "actes réglementaires",
    "actes de la commune",
    "publicité des actes",
    "arrêtés du maire",
    "=arrêtés",
    "délibérations et arrêtés",
    "actes publiés",
    "affichage officiel",
    "arrêtés et délibérations",
    "règlements communaux",
    "publication légale",
    "panneau d'affichage numérique",
    "arrêtés permanents",
    "actes municipaux",
)
OTHERS = ("état civil", "préfectoraux", "préfectoral", "naissance", "mariage", "décès", "demande", "notarié")

public_acts = Check(
    "public_acts",
    title="Publication des actes",
    counts="Les délibérations et arrêtés publiés, avec leurs dates ; les actes d'état civil n'en sont pas.",
    signs=[
        known(),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("actes administratifs", "affichage légal", "arrêtés municipaux", "publication actes", "délibérations"),
    ],
    examples=[
        seen('<a href="/actes">Publication des actes administratifs</a>'),
        seen("<h2>Arrêtés municipaux</h2>"),
        seen('<a href="/al">Affichage légal</a>'),
        unseen("<h2>Actes d’état civil : délibération du tribunal</h2>"),
        unseen('<a href="/ap">Arrêtés préfectoraux</a>'),
        unseen("<p>Un arrêté municipal interdit les feux.</p>"),
    ],
)
