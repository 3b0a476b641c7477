"""Implantation d'entreprises : zones, technopole, aides."""

from checks.check import Check
from checks.signs import seen, topic, unseen

NAMES = (
    "implantation d'entreprises",
    "implantation des entreprises",
    "implanter son entreprise",
    "zone d'activités",
    "zones d'activités",
    "zone artisanale",
    "zone industrielle",
    "parc d'activités",
    "parcs d'activités",
    "technopole",
    "pépinière d'entreprises",
    "créer son entreprise",
    "création d'entreprise",
    "créer une entreprise",
    "aide aux entreprises",
    "aides aux entreprises",
    "développement économique",
    "vie économique",
    "hôtel d'entreprises",
    "entreprendre",
    "s'implanter",
    "=économie",
    "attractivité économique",
    "immobilier d'entreprise",
    "terrains à vendre entreprises",
    "locaux commerciaux",
    "coworking",
    "zone d'activité",
    "zones artisanales",
    "espaces d'activités",
    "terrains industriels",
    "accompagnement des entreprises",
    "économie locale",
    "action économique",
)
OTHERS = (
    "adjoint",
    "adjointe",
    "commission",
    "délégué",
    "déléguée",
    "économie d'énergie",
    "économies",
    "sociale et familiale",
    "rue de la",
    "solidaire",
    "à titre",
)

business_support = Check(
    "business_support",
    title="Implantation d'entreprises",
    counts="Les zones d'activités, les aides ou un contact pour s'implanter.",
    signs=topic(*NAMES, unless=OTHERS),
    examples=[
        seen('<a href="/eco">Implanter son entreprise</a>'),
        seen("<h2>Le technopole</h2>"),
        seen("<h3>Zones d’activités</h3>"),
        unseen("<h3>Adjointe à l’économie</h3>"),
        unseen("<p>L’entreprise Roy a refait le toit.</p>"),
        unseen("<h2>Économies d’énergie</h2>"),
    ],
)
