"""Signalement : dire un problème sur l'espace public."""

import re
from collections.abc import Iterator

from checks.check import Check
from checks.denials import denies
from checks.observation import Observation, Trust
from checks.reading.about import about
from checks.reading.spots import outside
from checks.signs import form, heading, known, link, path, seen, sentence, unseen
from checks.text.lexicon import Phrases
from crawler.page import Page
from crawler.url import host, registrable

WRONG = (
    "un problème", "une anomalie", "un incident", "un dysfonctionnement", "un dépôt", "un désordre", "un souci", "une panne",
    "un lampadaire", "un arbre", "des déchets", "un nid-de-poule", "une situation", "un danger", "tout problème", "toute anomalie",
    "les problèmes", "les anomalies", "vos problèmes", "votre problème",
)  # fmt: skip
"""What one reports: « Signalez-le » alone may be of anything."""
NAMES = (
    *(f"{verb} {what}" for verb in ("signaler", "signalez", "signalez-nous") for what in WRONG),
    "signalement", "signalements", "allô mairie", "allo mairie", "déclarer un incident", "formulaire de signalement",
    "allo voirie", "allô voirie", "panne d'éclairage public", "signalement citoyen", "un problème à signaler",
    "informer la mairie d'un problème", "éclairage public en panne", "problème dans ma rue", "souci dans ma rue",
    "lampadaire en panne", "lampadaire cassé", "je signale", "déclarer un problème", "déclarer une anomalie", "alerter la mairie",
    "anomalie sur la voie publique", "allo propreté", "allô ville", "faire une réclamation", "requête citoyenne",
    "faire une requête", "plaintes et requêtes", "requête en ligne", "demande d'intervention", "demander une intervention",
    "intervention sur la voie publique", "problème d'éclairage public", "problème de voirie", "éclairage défectueux",
    "un souci à signaler", "une anomalie à signaler", "betterstreet", "fixmystreet", "tell my city", "tellmycity",
    "nid-de-poule", "trottoir défoncé", "trottoir abîmé", "trou dans la chaussée",
)  # fmt: skip
OTHERS = (
    "violences", "maltraitance", "harcèlement", "abus", "contenu illicite", "lanceur d'alerte", "moustique tigre", "pharos",
    "frelon", "enfance en danger", "sécheresse", "erreur sur le site", "radio", "chat perdu", "chien perdu", "animal perdu",
    "événement", "manifestation", "une erreur", "un changement",
)  # fmt: skip

OWN_HOST = re.compile(r"^(?:allo-?|signal\w*)\.")
"""The host of a service of one's own."""
ALLO = re.compile(r"^(?:www\.)?allo-?([a-z-]{4,40})\.")
"""« allovaucreuil.fr », of Vaucreuil."""


ACCESS = Phrases("accessibilité", "rgaa")
STREETS = Phrases("voirie", "pmr", "commission")


def look(page: Page) -> Iterator[Observation]:
    if about(page, ACCESS, STREETS):
        # What is reported there is what one cannot read on the site.
        yield denies(page)
    here = registrable(host(page.url))
    for one in outside(page):
        called = ALLO.match(one.host)
        if (OWN_HOST.match(one.host) and registrable(one.host) == here) or (called and called[1] in here):
            yield Observation.at(page, one, Trust.LIKELY, proof="host")


REPORTED = re.compile(
    r"\b(?:signal|prévenez|dites|envoyez|déclar)[^.!?]{0,140}\b(?:formulaire|application|appli|en ligne|ici)\b|\b(?:formulaire|application|appli)\b[^.!?]{0,110}\bsignal",
    re.I,
)
"""By what one reports it."""


issue_reporting = Check(
    "issue_reporting",
    title="Signalement",
    counts="Un formulaire ou une application pour signaler un problème sur l'espace public.",
    look=look,
    signs=[
        form("signaler", "signalement", "signalez", "anomalie", "dysfonctionnement", field="textarea|text|file", unless=OTHERS),
        known(),
        link(*NAMES, unless=OTHERS, contact=True),
        heading(*NAMES, unless=(*OTHERS, "allô mairie", "allô ville")),
        path("signalement", "signaler"),
        sentence(
            *("lampadaire en panne", "lampe éteinte", "éclairage public", "trou dans la chaussée", "trottoir abîmé"),
            *("dépôt sauvage", "nid-de-poule", "anomalie", "voie publique", "espace public", "arbre tombé", "panneau cassé"),
            *("problème dans votre rue",),
            says=REPORTED,
        ),
    ],
    examples=[
        unseen('<a href="/n">Signalement d’un chat perdu</a>'),
        unseen(
            "<h1>Accessibilité</h1><h2>État de conformité</h2><p>Partielle.</p><h2>Signaler un problème</h2><p>Écrivez-nous.</p>"
        ),
        seen('<a href="/s">Un problème dans ma rue ?</a>'),
        seen('<a href="/s">Un trottoir défoncé ? Signalez-le</a>'),
        unseen('<p>Une fête se prépare ?</p><a href="/s">Signalez-la !</a>'),
        unseen('<a href="/s">Signalez une manifestation au comité</a>'),
        seen('<a href="/signaler">Signaler un problème</a>'),
        seen('<h2>Signalement</h2><form method="post"><input name="lieu"><textarea></textarea><button>Signaler</button></form>'),
        seen('<a href="https://app.betterstreet.org/montclair">Voirie, éclairage : dites-le nous</a>'),
        unseen("<h2>Signaler des violences conjugales : 3919</h2>"),
        unseen("<p>Un automobiliste a signalé la chute d’un arbre.</p>"),
        unseen("<h2>Allô mairie</h2><p>01 00 00 00 00, du lundi au vendredi.</p>"),
        unseen('<a href="#">Signaler un problème</a>'),
        seen('<a href="/a">Un lampadaire en panne ?</a>'),
        seen('<a href="/a">Requête citoyenne</a>'),
        seen('<a href="/a">Demande d’intervention</a>'),
        unseen('<a href="/a">Un lampadaire à Noël</a>'),
        seen('<a href="https://allo.exemple.fr/">Dites-le à nos équipes</a>'),
        seen('<a href="https://www.allo-exemple.org/">Dites-le nous</a>'),
        unseen('<a href="https://www.alloresto.org/">Livraison</a>'),
        unseen('<a href="https://allo.autre.fr/">Dites-le</a>'),
        seen("<h1>Au village</h1><p>Pour signaler une anomalie sur l’espace public, remplissez ce formulaire.</p>"),
        unseen("<h1>Au village</h1><p>Signalez tout comportement suspect à la gendarmerie.</p>"),
        unseen("<h1>Au village</h1><p>La police municipale a relevé dix incidents.</p>"),
    ],
)
