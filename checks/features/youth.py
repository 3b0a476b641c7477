"""Jeunesse : service, mission locale, conseil des jeunes."""

from checks.check import Check
from checks.signs import seen, topic, unseen

NAMES = (
    "jeunesse",
    "=jeunes",
    "les jeunes",
    "espace jeunes",
    "service jeunesse",
    "conseil municipal des jeunes",
    "conseil municipal d'enfants",
    "conseil municipal des enfants",
    "point information jeunesse",
    "information jeunesse",
    "adolescents",
    "=ados",
    "espace ados",
    "mission locale",
    "accueil de jeunes",
    "maison des jeunes",
    "commission des jeunes",
    "centre de loisirs",
    "enfance jeunesse",
    "local jeunes",
    "foyer des jeunes",
)
OTHERS = (
    "adjoint",
    "adjointe",
    "délégué",
    "déléguée",
    "jeunesse et sports",
    "rue de la",
    "foot",
    "tournoi",
    "auberge de jeunesse",
)

youth = Check(
    "youth",
    title="Jeunesse",
    counts="Le service jeunesse, l'espace jeunes, la mission locale, le conseil des jeunes.",
    signs=topic(*NAMES, unless=OTHERS),
    examples=[
        seen('<a href="/j">Jeunesse</a>'),
        seen("<h2>Conseil municipal des jeunes</h2>"),
        seen("<h3>Espace ados</h3>"),
        unseen("<h3>Adjoint à la jeunesse</h3>"),
        unseen("<p>Une jeunesse dorée.</p>"),
        unseen('<a href="#">Jeunesse</a>'),
    ],
)
