"""Santé : médecins, pharmacies, maison de santé."""

from checks.check import Check
from checks.signs import seen, told, topic, unseen

NAMES = (
    "santé",
    "médecins",
    "médecin",
    "pharmacie",
    "pharmacies",
    "maison de santé",
    "professionnels de santé",
    "pharmacie de garde",
    "médecin de garde",
    "infirmiers",
    "infirmière",
    "cabinet médical",
    "maison médicale",
    "hôpital",
    "défibrillateur",
    "défibrillateurs",
    "numéros d'urgence",
    "centre de santé",
    "services médicaux",
    "kinésithérapeute",
    "dentiste",
    "santé et urgences",
    "poste de santé",
    "dispensaire",
)
OTHERS = (
    "santé au travail",
    "recrute",
    "adjoint",
    "adjointe",
    "commission",
    "animale",
    "mutuelle",
    "assurance",
    "ministère",
    "santé des végétaux",
    "crise sanitaire",
    "sport santé",
    "vaccination du",
)

health = Check(
    "health",
    title="Santé",
    counts="Les professionnels, la maison de santé, les gardes.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        told(
            "généralistes",
            "médecin généraliste",
            "pharmacie de garde",
            "maison de santé",
            "cabinet infirmier",
            "kinésithérapeute",
            "kinés",
            "sage-femme",
            "chirurgien-dentiste",
        ),
    ],
    examples=[
        seen('<a href="/sante">Santé</a>'),
        seen("<h2>Pharmacie de garde</h2>"),
        seen("<h3>Médecins et infirmières</h3>"),
        unseen("<h3>Adjointe à la santé</h3>"),
        unseen("<p>Le médecin a fêté ses cent ans.</p>"),
        unseen('<a href="https://x.example">Mutuelle santé</a>'),
    ],
)
