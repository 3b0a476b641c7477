"""The report's words on a walk: why it stopped, what politeness cost, what it left aside on purpose. Pure.

Reasons come as `audit.json` has them, in English; whoever adds one to the crawler adds its French here (`tests/reports/test_walked.py`).
"""

import re

from reports import french
from reports.report import CoverageRecord

STOPPED = {
    "time is up": "Le temps convenu était écoulé : la visite s'est arrêtée là.",
    "page budget reached": "Le nombre de pages convenu était atteint : la visite s'est arrêtée là.",
    "too many fruitless tries": "Trop d'adresses n'ont mené à rien : la visite s'est arrêtée là.",
    "the site stopped answering": "Le site a cessé de répondre : la visite s'est arrêtée là.",
    "interrupted": "La visite a été interrompue.",
    "some pages are not in the archive": "L'archive ne contient pas toutes les pages.",
    "too many pages were refused or failed": "Trop de pages ont été refusées ou n'ont pas répondu.",
}
"""Why a walk has not seen everything → the sentence that says so."""
UNSHOWN = {
    "Playwright is not installed (arobase[render])": "faute de navigateur",
    "no Chromium or Chrome was found": "faute de navigateur",
    "pages were not to be rendered": "comme il avait été demandé",
    "the archive holds no rendered pages": "l'archive n'en gardant pas l'affichage",
}
"""Why pages that scripts write were not shown in a browser."""
ASIDE = {
    "only the date differs": ("adresse qui ne diffère d'autres que par la date", "adresses qui ne diffèrent que par la date"),
    "endless series": ("adresse d'une série sans fin", "adresses de séries sans fin"),
    "repeated path": ("adresse au chemin répété", "adresses au chemin répété"),
    "endless URL": ("adresse démesurée", "adresses démesurées"),
    "name already lost": ("adresse dont le nom n'avait mené à rien", "adresses dont le nom n'avait mené à rien"),
    "more links on a page than are read": ("lien d'une page qui en a des milliers", "liens de pages qui en ont des milliers"),
    "more links than can be kept": (
        "adresse de plus qu'il n'en peut être retenu",
        "adresses de plus qu'il n'en peut être retenu",
    ),
    "more outward links than can be kept": (
        "lien sortant de plus qu'il n'en peut être retenu",
        "liens sortants de plus qu'il n'en peut être retenu",
    ),
    "more feeds than are read": ("flux d'actualités au-delà du nombre convenu", "flux d'actualités au-delà du nombre convenu"),
    "more documents than are read": ("document au-delà du nombre convenu", "documents au-delà du nombre convenu"),
    "documents that could not be read": ("document illisible", "documents illisibles"),
    "more links than the budget": ("lien au-delà du nombre convenu", "liens au-delà du nombre convenu"),
    "links not tried in time": ("lien faute de temps", "liens faute de temps"),
    "not in the archive": ("page qui n'est pas dans l'archive", "pages qui ne sont pas dans l'archive"),
    "sitemap": ("défaut du plan destiné aux robots", "défauts du plan destiné aux robots"),
}
"""What was left aside on purpose, by its reason → one, many."""
_DELAYED = "robots.txt asks for "
_SCRIPTED = re.compile(r"(\d{1,9}) pages made by scripts were not rendered")


def walked(seen: CoverageRecord) -> list[str]:
    """Sentences, as they are before typography."""
    told = [STOPPED[why] for why in seen.why if why in STOPPED]
    return [*_patience(seen), *told, *_unshown(seen), *_aside(seen)]


def _patience(seen: CoverageRecord) -> list[str]:
    if not seen.crawl_delay:
        return []
    asked = f"le site demande {seen.crawl_delay:g}".replace(".", ",") + " s entre deux requêtes (Crawl-delay)."
    if not seen.pending or not any(why.startswith(_DELAYED) for why in seen.why):
        return [asked[0].upper() + asked[1:]]
    about = max(seen.about_pages, seen.pages + seen.pending)
    return [f"{french.count(seen.pages, 'page lue', 'pages lues')} sur environ {french.figure(about)} : {asked}"]


def _unshown(seen: CoverageRecord) -> list[str]:
    number = next((int(found[1]) for why in seen.why if (found := _SCRIPTED.fullmatch(why))), 0)
    if not number:
        return []
    reason = next((f", {UNSHOWN[why]}" for why in seen.why if why in UNSHOWN), "")
    one, many = "page écrite par des scripts n'a pas été affichée", "pages écrites par des scripts n'ont pas été affichées"
    return [f"{french.count(number, one, many)}{reason} : ce qu'on y lit n'est pas connu."]


def _aside(seen: CoverageRecord) -> list[str]:
    left: dict[str, int] = {}
    for reason, number in seen.cut.items():
        kind = reason.partition(":")[0]
        left[kind] = left.get(kind, 0) + number
    told = [french.count(number, *ASIDE[kind]) for kind, number in left.items() if kind in ASIDE and number]
    return [f"Ont été laissés de côté : {french.enumerate_(told)}."] if told else []
