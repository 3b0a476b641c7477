"""Petite enfance : crèche, relais, assistantes maternelles."""

from checks.check import Check
from checks.signs import seen, told, topic, unseen

NAMES = (
    "petite enfance",
    "crèche",
    "crèches",
    "multi-accueil",
    "multiaccueil",
    "halte-garderie",
    "assistantes maternelles",
    "assistants maternels",
    "assistante maternelle",
    "relais petite enfance",
    "relais assistantes maternelles",
    "=ram",
    "=rpe",
    "modes de garde",
    "mode de garde",
    "micro-crèche",
    "lieu d'accueil enfants parents",
    "garde d'enfants",
    "jardin d'enfants",
    "accueil de la petite enfance",
    "accueillante",
    "milieu d'accueil",
    "nounou",
    "=mam",
    "maison d'assistantes maternelles",
    "crèche municipale",
    "jardin d'éveil",
    "accueil des tout-petits",
    "tout-petits",
)
OTHERS = (
    "adjoint",
    "adjointe",
    "commission",
    "délégué",
    "déléguée",
    "crèche de noël",
    "crèche vivante",
    "crèches de noël",
    "exposition",
    "recrute",
    "noël",
)

childcare = Check(
    "childcare",
    title="Petite enfance",
    counts="La crèche, le relais petite enfance ou les assistantes maternelles ; la crèche de Noël n'en est pas.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        told(
            "crèche municipale",
            "assistantes maternelles",
            "halte-garderie",
            "relais petite enfance",
            "multi-accueil",
            "micro-crèche",
        ),
    ],
    examples=[
        seen('<a href="/pe">Petite enfance</a>'),
        seen("<h2>Liste des assistantes maternelles agréées</h2>"),
        seen('<a href="c.htm"><img alt="Multi-accueil" src="c.jpg"></a>'),
        unseen("<h3>Crèche de Noël de l’église</h3>"),
        unseen("<p>Adjointe à la petite enfance : Mme Roy</p>"),
        unseen('<a href="#">Crèche</a>'),
    ],
)
