"""Signalement : dire un problème sur l'espace public."""

from checks.check import Check
from checks.signs import form, heading, known, link, path, seen, unseen

NAMES = (
    "signaler un problème",
    "signaler une anomalie",
    "signalement",
    "signalements",
    "signaler un incident",
    "signaler un dysfonctionnement",
    "signalez",
    "allô mairie",
    "allo mairie",
    "signaler un dépôt sauvage",
    "signaler un désordre",
    "signaler un problème de voirie",
    "déclarer un incident",
    "formulaire de signalement",
    "allo voirie",
    "allô voirie",
    "signaler un nid",
    "panne d'éclairage public",
    "signaler un souci",
    "signalement citoyen",
    "un problème à signaler",
    "informer la mairie d'un problème",
    "éclairage public en panne",
    "signaler une panne",
    "problème dans ma rue",
    "souci dans ma rue",
    "signaler un lampadaire",
    "signaler un arbre",
    "signaler des déchets",
    "signaler un nid-de-poule",
)
OTHERS = (
    "violences",
    "maltraitance",
    "harcèlement",
    "abus",
    "contenu illicite",
    "lanceur d'alerte",
    "moustique tigre",
    "pharos",
    "frelon",
    "enfance en danger",
    "sécheresse",
    "erreur sur le site",
    "radio",
)

issue_reporting = Check(
    "issue_reporting",
    title="Signalement",
    counts="Un formulaire ou une application pour signaler un problème sur l'espace public.",
    signs=[
        form("signaler", "signalement", "signalez", "anomalie", "dysfonctionnement", field="textarea|text|file", unless=OTHERS),
        known(),
        link(*NAMES, unless=OTHERS),
        heading(*NAMES, unless=OTHERS),
        path("signalement", "signaler"),
    ],
    examples=[
        seen('<a href="/s">Un problème dans ma rue ?</a>'),
        seen('<a href="/signaler">Signaler un problème</a>'),
        seen('<h2>Signalement</h2><form method="post"><input name="lieu"><textarea></textarea><button>Signaler</button></form>'),
        seen('<a href="https://app.betterstreet.org/montclair">Voirie, éclairage : dites-le nous</a>'),
        unseen("<h2>Signaler des violences conjugales : 3919</h2>"),
        unseen("<p>Un automobiliste a signalé la chute d’un arbre.</p>"),
        unseen('<a href="#">Signaler un problème</a>'),
    ],
)
