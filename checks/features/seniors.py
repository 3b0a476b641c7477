"""Seniors : services, club, EHPAD, repas à domicile."""

from checks.check import Check
from checks.signs import seen, told, topic, unseen

NAMES = (
    "seniors",
    "senior",
    "personnes âgées",
    "aînés",
    "3e âge",
    "3ème âge",
    "troisième âge",
    "ehpad",
    "maison de retraite",
    "résidence autonomie",
    "résidence senior",
    "portage de repas",
    "repas à domicile",
    "club des aînés",
    "retraités",
    "autonomie",
    "foyer logement",
    "maintien à domicile",
    "foyer résidence",
    "téléassistance",
    "plan canicule",
    "registre canicule",
    "personnes isolées",
)
OTHERS = (
    "football",
    "équipe",
    "adjoint",
    "adjointe",
    "commission",
    "repas des aînés du",
    "énergétique",
    "tournoi",
    "championnat",
    "résultats",
)

seniors = Check(
    "seniors",
    title="Seniors",
    counts="Les services aux personnes âgées : club, résidence, repas à domicile.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        told(
            "portage de repas",
            "portage des repas",
            "club des aînés",
            "résidence autonomie",
            "téléassistance",
            "bien vieillir",
            "repas des aînés",
        ),
    ],
    examples=[
        seen('<a href="/s">Seniors</a>'),
        seen("<h2>Portage de repas à domicile</h2>"),
        seen("<h3>EHPAD Les Tilleuls</h3>"),
        unseen("<h3>Équipe seniors : victoire 3 à 1</h3>"),
        unseen("<p>Un senior averti.</p>"),
        unseen("<h3>Adjointe aux aînés</h3>"),
    ],
)
