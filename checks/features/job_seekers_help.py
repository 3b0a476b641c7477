"""Aide aux demandeurs d'emploi : structures, contacts, liens."""

from checks.check import Check
from checks.signs import heading, known, link, path, seen, unseen

NAMES = (
    "demandeurs d'emploi",
    "recherche d'emploi",
    "france travail",
    "pôle emploi",
    "anpe",
    "assedic",
    "mission locale",
    "missions locales",
    "=plie",
    "maison de l'emploi",
    "aide à l'emploi",
    "insertion professionnelle",
    "cap emploi",
    "point emploi",
    "espace emploi",
    "relais emploi",
    "aide à la recherche d'emploi",
    "chercher un emploi",
    "trouver un emploi",
    "insertion",
    "maison de l'emploi et de la formation",
    "accompagnement vers l'emploi",
    "chantier d'insertion",
    "forem",
    "maison pour l'emploi",
    "retour à l'emploi",
)
OTHERS = ("bulletin", "adjoint", "adjointe", "insertion paysagère", "insertion d'annonces", "parutions")

job_seekers_help = Check(
    "job_seekers_help",
    title="Aide aux demandeurs d'emploi",
    counts="Les structures qui aident à chercher un emploi, avec un contact ou un lien.",
    signs=[
        known(),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("mission locale", "demandeurs emploi", "insertion", unless=OTHERS),
    ],
    examples=[
        seen('<a href="https://www.francetravail.fr/">France Travail</a>'),
        seen("<h2>Mission locale</h2><p>Permanence le jeudi.</p>"),
        seen('<a href="http://www.anpe.fr"><img alt="ANPE" src="a.gif"></a>'),
        unseen("<h3>Insertion paysagère du projet</h3>"),
        unseen("<p>Un demandeur d’emploi a témoigné.</p>"),
        unseen('<a href="/emploi">Offres d’emploi</a>'),
    ],
)
