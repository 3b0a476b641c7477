"""Patrimoine et tourisme : histoire, monuments, visites ; photos et vidéos comptées."""

import re
from collections.abc import Iterator

from checks.about import proceedings
from checks.check import check
from checks.lexicon import Phrases, Prose, fold_label
from checks.observation import Observation, Trust
from checks.passages import first
from checks.signs import seen, topic, unseen
from checks.spots import says_itself
from crawler.page import Page

NAMES = (
    "patrimoine",
    "histoire de la commune",
    "histoire du village",
    "histoire de la ville",
    "=histoire",
    "=son histoire",
    "notre histoire",
    "l'histoire de",
    "un peu d'histoire",
    "histoire et patrimoine",
    "patrimoine et histoire",
    "monuments",
    "monuments historiques",
    "historique de la commune",
    "=historique",
    "découvrir la ville",
    "découvrir le village",
    "découvrir la commune",
    "circuit touristique",
    "visite de la ville",
    "lieux à visiter",
    "sites touristiques",
    "sites et monuments",
    "tourisme et patrimoine",
    "=tourisme",
    "points d'intérêt",
    "que visiter",
    "à voir à faire",
    "citadelle",
    "musées et monuments",
    "lavoir",
    "petit patrimoine",
    "archéologie",
    "histoire locale",
    "ville d'art et d'histoire",
    "villages remarquables",
    "au fil du temps",
    "origine du nom",
    "cartes postales anciennes",
    "village d'antan",
    "histoire du quartier",
    "patrimoine bâti",
    "patrimoine historique",
    "patrimoine culturel",
    "passé historique",
    "rando patrimoine",
    "histoire & patrimoine",
    "=église",
    "=château",
    "l'église saint",
    "chapelle",
    "=moulin",
    "abbaye",
    "prieuré",
    "circuit patrimonial",
    "sentier d'interprétation",
    "découverte du patrimoine",
    "présentation et histoire",
    "histoire et géographie",
    "le village en images",
    "personnages célèbres",
    "personnalités",
    "origine de la commune",
    "origines du village",
    "blason",
    "armoiries",
    "manoir",
    "ermitage",
    "vestiges",
    "dolmen",
    "menhir",
    "calvaires",
    "fortifications",
    "remparts",
    "retable",
    "oppidum",
    "anciens maires",
    "liste des maires",
    "cité médiévale",
    "histoire du château",
    "histoire de l'église",
    "les maires depuis",
    "héraldique",
    "=passé",
    "toponymie",
    "mémoire locale",
    "photos anciennes",
    "cartes postales",
)
OTHERS = (
    "gestion de patrimoine",
    "patrimoine communal à vendre",
    "heure du conte",
    "journées du patrimoine",
    "adjoint",
    "adjointe",
    "délégué",
    "déléguée",
    "commission",
    "histoire de lire",
    "école",
    "collège",
    "rue",
    "place du château",
    "club",
    "association",
    "foot",
    "gestionnaire",
    "naturelle",
    "restaurant",
    "programme",
    "paroisse",
    "messe",
    "horaires des messes",
    "secrétariat",
    "carte d'identité",
)
BUILT = Prose(
    *(
        "église",
        "chapelle",
        "château",
        "manoir",
        "lavoir",
        "moulin",
        "abbaye",
        "prieuré",
        "retable",
        "remparts",
        "halle",
        "donjon",
    ),
    *("calvaire", "fontaine", "tour", "temple", "usine", "case créole", "monument historique", "vestiges", "villa romaine"),
)
CENTURY = re.compile(r"[^.!?]{0,80}\b[XVI]{1,5}(?:e|ème|è|°|<sup>)?\s?si[èe]cle")
SUBJECT = Phrases(*(n.removeprefix("=") for n in NAMES))


@check(
    "heritage",
    "Patrimoine et tourisme",
    counts="Des pages sur l'histoire, les monuments ou les visites ; leurs photos et vidéos sont comptées.",
    signs=topic(*NAMES, unless=OTHERS),
    examples=[
        seen('<a href="/patrimoine">Patrimoine</a>'),
        seen("<h1>Histoire de la commune</h1><p>Le bourg est cité dès 1180.</p>"),
        seen('<a href="h.htm"><img src="h.gif" alt="Un peu d’histoire"></a>'),
        seen("<h1>Sortir</h1><p>L’église, bâtie au XIIe siècle, se visite librement.</p>"),
        unseen("<h1>Gîte</h1><p>Longère du XIXe siècle, 6 couchages.</p>"),
        unseen("<h3>Adjointe au patrimoine</h3>"),
        unseen('<a href="/conte">Heure du conte : histoires pour petits</a>'),
        unseen("<p>Place du Château, 18 h</p>"),
    ],
)
def heritage(page: Page) -> Iterator[Observation]:
    century = first(page, CENTURY, "siècle") if says_itself(page, BUILT) and not proceedings(page) else None
    if century:
        yield Observation.at(page, century[0], Trust.LIKELY, proof="text", target=page.url)
    if SUBJECT.within_folded(fold_label(page.headline)):
        photos = len(
            [
                n
                for n in page.tree.css("main img, article img, #content img, #contenu img, td img, figure img")
                if not (n.attributes.get("src") or "").endswith((".svg", ".gif"))
            ]
        )
        videos = len(
            [
                e
                for e in page.embeds
                if e.player or "video" in e.src or "youtu" in e.src or e.src.endswith((".mp4", ".flv", ".wmv", ".webm"))
            ]
        )
        if photos >= 3 or videos:
            yield Observation.at(
                page, page.headline, Trust.HINT, proof="structure", photos=photos, videos=videos, target=page.url
            )
