"""Patrimoine et tourisme : histoire, monuments, visites ; photos et vidéos comptées."""

from collections.abc import Iterator

from checks.check import check
from checks.lexicon import Phrases, fold_label
from checks.observation import Observation, Trust
from checks.signs import seen, topic, unseen
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
)
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
        unseen("<h3>Adjointe au patrimoine</h3>"),
        unseen('<a href="/conte">Heure du conte : histoires pour petits</a>'),
        unseen("<p>Place du Château, 18 h</p>"),
    ],
)
def heritage(page: Page) -> Iterator[Observation]:
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
