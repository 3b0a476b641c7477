"""Vélo : pistes cyclables, plan, location."""

from checks.check import Check
from checks.signs import seen, topic, unseen

NAMES = (
    "piste cyclable",
    "pistes cyclables",
    "itinéraires cyclables",
    "voie verte",
    "voies vertes",
    "véloroute",
    "=vélo",
    "=vélos",
    "plan vélo",
    "plan cyclable",
    "à vélo",
    "location de vélos",
    "vélos en libre service",
    "stationnement vélo",
    "aménagements cyclables",
    "voies cyclables",
    "circuits vélo",
    "bandes cyclables",
    "vélo et marche",
    "se déplacer à vélo",
    "mobilités douces",
    "mobilité douce",
    "modes doux",
    "schéma cyclable",
    "cheminements doux",
    "subvention vélo",
    "aide à l'achat d'un vélo",
)
OTHERS = ("course", "club", "cyclo club", "critérium", "tour de france", "randonnée vélo du", "voleur", "fête du vélo")

cycling = Check(
    "cycling",
    title="Pistes cyclables",
    counts="Pistes, plan, location ou stationnement des vélos ; une course cycliste n'en est pas.",
    signs=topic(*NAMES, unless=OTHERS),
    examples=[
        seen('<a href="/velo">Vélo</a>'),
        seen("<h2>Pistes cyclables et voies vertes</h2>"),
        seen('<td><a href="plan.pdf">Plan des itinéraires cyclables</a></td>'),
        unseen("<h2>Course de vélo du 14 juillet</h2>"),
        unseen('<a href="/vcv">Vélo club de la vallée</a>'),
        unseen("<p>Un vélo a été trouvé rue Haute.</p>"),
    ],
)
