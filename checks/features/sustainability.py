"""Développement durable : rubrique, Agenda 21, initiatives."""

from checks.check import Check
from checks.signs import seen, topic, unseen

NAMES = (
    "développement durable",
    "environnement",
    "agenda 21",
    "transition écologique",
    "écologie",
    "pcaet",
    "plan climat",
    "cadre de vie et environnement",
    "biodiversité",
    "atlas de la biodiversité",
    "=énergie",
    "énergies renouvelables",
    "transition énergétique",
    "éco-gestes",
    "écogestes",
    "protection de l'environnement",
    "zéro pesticide",
    "=nature",
    "espaces naturels",
    "jardins partagés",
    "natura 2000",
    "commune durable",
    "économies d'énergie",
    "eau et environnement",
    "nature et environnement",
    "rénovation énergétique",
    "faune et flore",
    "faune flore",
    "agenda 2030",
    "refuge lpo",
)
OTHERS = (
    "adjoint",
    "adjointe",
    "commission",
    "délégué",
    "déléguée",
    "code de l'environnement",
    "facture",
    "chèque énergie",
    "fournisseur",
    "ministère",
    "environnement numérique",
    "environnement de travail",
    "recrute",
    "environnement sonore",
    "ingénieur",
)

sustainability = Check(
    "sustainability",
    title="Développement durable",
    counts="Une rubrique sur le développement durable ou l'environnement, des initiatives.",
    signs=topic(*NAMES, unless=OTHERS),
    examples=[
        seen('<a href="/dd">Développement durable</a>'),
        seen("<h2>Agenda 21</h2>"),
        seen('<nav><a href="/env">Environnement</a></nav>'),
        unseen("<h3>Adjoint à l’environnement</h3>"),
        unseen("<p>Conformément au code de l’environnement…</p>"),
        unseen('<a href="/ent">Environnement numérique de travail</a>'),
    ],
)
