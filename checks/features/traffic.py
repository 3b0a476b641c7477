"""Circulation : état du trafic, plan de circulation, stationnement."""

import re

from checks.check import Check
from checks.signs import known, seen, sentence, topic, unseen

NAMES = (
    "info trafic", "infotrafic", "état de la circulation", "conditions de circulation", "état du trafic", "plan de circulation",
    "info route", "inforoute", "trafic en temps réel", "circulation en temps réel", "circulation et stationnement",
    "=circulation", "stationnement et circulation", "viabilité hivernale", "perturbations de circulation",
    "circulation routière", "conditions de route", "webcam trafic", "info circulation", "règles de circulation", "zone 30",
    "bison futé", "trafic routier", "état du réseau routier", "zone de rencontre", "sens de circulation",
    "circulation en ville", "circuler en ville", "voirie et circulation", "circulation et voirie", "mobilité et circulation",
    "état des routes", "état des cols", "ouverture des cols", "trafic en direct", "circulation en direct", "carte du trafic",
    "routes et trafic", "viabilité des routes", "viabilité routière", "routes fermées", "circulation dans le bourg",
    "circulation dans le village", "circulation en centre-ville", "circulation au village", "conditions routières",
    "point circulation", "infos circulation",
)  # fmt: skip
OTHERS = ("sang", "libre circulation", "prévention routière", "arrêté", "arrêtés")

LOOKED_UP = re.compile(
    r"\b(?:consult\w+|en temps réel|mis à jour|actualisé|en direct|télécharg\w+|sur la carte|chaque matin|sur le site)\b", re.I
)
"""Where one looks it up."""


traffic = Check(
    "traffic",
    title="État de la circulation",
    counts="L'état du trafic, un plan ou des règles de circulation ; un article sur la sécurité routière n'en est pas.",
    signs=[
        *topic(*NAMES, unless=OTHERS),
        known(),
        sentence(
            *("état des routes", "état des cols", "l'état de la route", "inforoute", "bison futé", "infotrafic"),
            *("info trafic", "état du trafic", "le trafic", "plan de circulation", "routes barrées"),
            *("conditions de circulation",),
            says=LOOKED_UP,
            unless=("drogue", "animaux", "étude", "site web", "stupéfiants", "cookies", "audience", "internet"),
        ),
    ],
    examples=[
        unseen(
            "<p><b>Lieu :</b> rue Haute<br><b>Circulation :</b> alternée</p><p><b>Lieu :</b> rue Basse<br><b>Circulation :</b> alternée</p>"
        ),
        seen('<a href="/trafic">Info-trafic</a>'),
        seen("<h2>Circulation et stationnement</h2>"),
        seen('<map><area href="circ.htm" alt="État de la circulation"></map>'),
        unseen("<h2>Semaine de la prévention routière</h2>"),
        unseen("<p>La circulation est difficile au bourg le samedi.</p>"),
        unseen("<h2>Libre circulation des travailleurs</h2>"),
        unseen('<a href="#">Info trafic</a>'),
        unseen("<h2>Sécurité routière : le bilan de l’année</h2>"),
        unseen('<a href="/actu">Sécurité routière : soyez vigilants à la rentrée</a>'),
        seen('<a href="/a">Sens de circulation</a>'),
        seen('<a href="/a">Bison Futé</a>'),
        unseen('<a href="/a.pdf">Arrêté 2026-12 : stationnement et circulation</a>'),
        seen("<h1>Au village</h1><p>Le trafic sur la route du littoral est consultable en temps réel sur infotrafic.re.</p>"),
        seen("<h1>Au village</h1><p>Avant de prendre la route du col, consultez l’état des routes sur inforoute05.fr.</p>"),
        unseen("<h1>Au village</h1><p>Le trafic du site est en hausse.</p>"),
        unseen("<h1>Au village</h1><p>La circulation est interdite pendant la course.</p>"),
        seen('<a href="/a">Routes et trafic</a>'),
        seen('<a href="/a">Circulation en direct</a>'),
        seen('<a href="/a">Viabilité des routes</a>'),
    ],
)
