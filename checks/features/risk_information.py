"""Risques : DICRIM, plan communal de sauvegarde."""

from checks.check import Check
from checks.signs import heading, link, path, seen, told, unseen

NAMES = (
    "dicrim",
    "plan communal de sauvegarde",
    "risques majeurs",
    "risques naturels",
    "prévention des risques",
    "risque inondation",
    "risques d'inondation",
    "=risques",
    "risques et sécurité",
    "document d'information communal",
    "ppri",
    "pprn",
    "plan de prévention des risques",
    "risques technologiques",
    "information préventive",
    "planification d'urgence",
    "risque incendie",
    "débroussaillement",
    "risques et prévention",
    "gestion des risques",
    "=pcs",
    "consignes de sécurité inondation",
    "sécurité civile",
    "cyclone",
    "cyclones",
    "séisme",
    "tsunami",
    "alerte tsunami",
    "submersion marine",
    "risque cyclonique",
    "risque sismique",
    "volcanisme",
    "inondations",
)
OTHERS = ("jeunes", "conduites à risque", "risques psychosociaux", "assurance", "addiction", "commission", "adjoint", "adjointe")

risk_information = Check(
    "risk_information",
    title="Risques majeurs",
    counts="Une page ou un document sur les risques : DICRIM, plan communal de sauvegarde, plan de prévention.",
    signs=[
        told(
            "dicrim",
            "plan communal de sauvegarde",
            "risque inondation",
            "risques majeurs",
            "alerte tsunami",
            "consignes de sécurité",
        ),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("dicrim", "risques majeurs", "plan communal de sauvegarde"),
    ],
    examples=[
        seen('<a href="dicrim.pdf">DICRIM</a>'),
        seen("<h2>Plan communal de sauvegarde</h2>"),
        seen('<nav><a href="/risques">Risques majeurs</a></nav>'),
        unseen("<h2>Prévention des conduites à risques chez les jeunes</h2>"),
        unseen("<p>Il existe un risque de verglas.</p>"),
        unseen('<a href="#">Risques majeurs</a>'),
    ],
)
