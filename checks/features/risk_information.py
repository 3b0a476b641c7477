"""Risques : DICRIM, plan communal de sauvegarde."""

import re

from checks.check import Check
from checks.signs import heading, link, path, seen, sentence, told, unseen

NAMES = (
    "dicrim", "document communal d'information", "plan communal de sauvegarde", "risques majeurs", "risques naturels",
    "prévention des risques", "risque inondation", "risques d'inondation", "=risques", "risques et sécurité",
    "document d'information communal", "ppri", "pprn", "plan de prévention des risques", "risques technologiques",
    "information préventive", "planification d'urgence", "risque incendie", "débroussaillement", "risques et prévention",
    "gestion des risques", "=pcs", "consignes de sécurité inondation", "sécurité civile", "cyclone", "cyclones", "séisme",
    "tsunami", "alerte tsunami", "submersion marine", "risque cyclonique", "risque sismique", "volcanisme", "inondations",
    "plan de sauvegarde", "plan de mesures d'urgence", "mesures d'urgence", "plan d'urgence", "risque de feux de forêt",
    "feux de forêt", "risque incendie de forêt", "mouvements de terrain", "retrait-gonflement des argiles",
    "obligation légale de débroussaillement", "risques et plan communal de sauvegarde", "crues", "alerte inondation",
    "catastrophe naturelle", "état de catastrophe naturelle", "réserve communale", "aléas", "risques industriels", "seveso",
    "plan particulier d'intervention", "pprt", "pprl", "pprif", "submersion", "risque minier", "radon", "érosion côtière",
    "trait de côte", "montée des eaux", "comprimés d'iode", "géorisques", "état des risques",
    "information des acquéreurs et locataires", "conduite à tenir en cas", "en cas d'inondation", "que faire en cas de crise",
    "kit d'urgence", "risques sur la commune", "risques communaux", "dossier d'information communal", "avalanches",
    "coulées de boue", "glissement de terrain", "rupture de barrage", "dangers naturels", "plan familial de mise en sûreté",
    "=pfms", "que faire en cas d'alerte", "gestion de crise", "gestion des crises", "=ppr", "=ppri",
    "risques sur le territoire", "risques sur notre territoire", "risques du territoire", "situations d'urgence",
    "plan de gestion de crise", "plans de secours", "=sauvegarde", "préparation aux crises", "bons réflexes en cas",
    "plans de prévention", "en cas de tempête", "en cas de séisme", "en cas de crue", "en cas de cyclone", "en cas d'incendie",
    "en cas de danger", "vigilance météo et risques",
)  # fmt: skip
OTHERS = (
    "jeunes", "conduites à risque", "risques psychosociaux", "assurance", "addiction", "commission", "adjoint", "adjointe",
    "professionnels", "bilan comptable", "financier", "financiers",
)  # fmt: skip

BEHAVE = re.compile(
    r"\b(?:consignes?|réflexes?|télécharg\w+|consultable|montez|attendez|conduite à tenir|en mairie|exposée?|prévoit|abris?|c['’]est la loi|\d+ mètres|lisez|organise|identifiés|recensés)\b",
    re.I,
)
"""What one must know or do."""


risk_information = Check(
    "risk_information",
    title="Risques majeurs",
    counts="Une page ou un document sur les risques : DICRIM, plan communal de sauvegarde, plan de prévention.",
    signs=[
        told(
            *("dicrim", "plan communal de sauvegarde", "risque inondation", "risques majeurs", "alerte tsunami"),
            "consignes de sécurité",
        ),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("dicrim", "risques majeurs", "plan communal de sauvegarde"),
        sentence(
            *("plan communal de sauvegarde", "plan de sauvegarde", "document d'information communal", "risque d'inondation"),
            *("risques d'inondation", "risques majeurs", "risque d'avalanche", "en cas de crue", "cyclone"),
            *("débroussaillez", "plan de prévention du risque", "alerte rouge"),
            says=BEHAVE,
            unless=("assurance", "match", "approuve", "vigilance levée"),
        ),
    ],
    examples=[
        unseen("<h2>DICRIM</h2><p>Document en cours d’élaboration.</p>"),
        seen('<a href="/a">Plan familial de mise en sûreté</a>'),
        seen('<a href="dicrim.pdf">DICRIM</a>'),
        seen("<h2>Plan communal de sauvegarde</h2>"),
        seen('<nav><a href="/risques">Risques majeurs</a></nav>'),
        unseen("<h2>Compétences de l’agglomération</h2><h3>Prévention des risques majeurs</h3><h3>Eau et assainissement</h3>"),
        seen("<h2>Compétences de l’agglomération</h2><h3>Eau</h3><h2>Risques majeurs</h2>"),
        unseen("<h2>Prévention des conduites à risques chez les jeunes</h2>"),
        unseen("<p>Il existe un risque de verglas.</p>"),
        unseen('<a href="#">Risques majeurs</a>'),
        seen('<a href="/a">Trait de côte</a>'),
        seen('<a href="/a">Géorisques</a>'),
        seen('<a href="/a">Les bons réflexes en cas d’inondation</a>'),
        seen(
            "<h1>Au village</h1><p>Cyclone : les abris sont l’école et le gymnase ; voici la conduite à tenir en alerte rouge.</p>"
        ),
        seen(
            "<h1>Au village</h1><p>Le plan de sauvegarde de la commune prévoit l’accueil à la salle des fêtes en cas d’inondation.</p>"
        ),
        unseen("<h1>Au village</h1><p>Le match est soumis au risque d’orage.</p>"),
        unseen("<h1>Au village</h1><p>Les consignes du jeu sont à lire.</p>"),
        seen('<a href="/a">PPR</a>'),
        seen('<a href="/a">Gestion de crise</a>'),
        seen('<a href="/a">Sauvegarde</a>'),
        unseen("<h2>Prévention des risques professionnels</h2>"),
    ],
)
