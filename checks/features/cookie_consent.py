"""Cookies : un outil de consentement, et ce qu'il garde."""

from collections.abc import Iterator
from functools import lru_cache

from checks.check import check
from checks.fingerprints import Row, rows_of
from checks.observation import Observation, Trust
from checks.signs import known, link, seen, unseen
from checks.spots import sources
from crawler.page import Page

NAMES = (
    "gestion des cookies",
    "gérer les cookies",
    "politique de cookies",
    "préférences cookies",
    "paramétrer les cookies",
    "cookies",
)


@check(
    "cookie_consent",
    "Consentement aux cookies",
    counts="Un outil de consentement reconnu, un bandeau ou une page qui permet de choisir.",
    signs=[link(*NAMES, unless=("recette", "boulangerie")), known()],
    examples=[
        seen('<script src="/js/tarteaucitron.js"></script>'),
        seen('<div id="cookie-banner" class="cookie-notice"><p>Nous utilisons des cookies.</p><button>Refuser</button></div>'),
        seen('<a href="/cookies">Gestion des cookies</a>'),
        unseen("<p>Atelier cookies et gâteaux de Noël à la maison de quartier.</p>"),
        unseen('<a href="/recettes">Recette des cookies</a>'),
        unseen("<h1>Mairie</h1>"),
    ],
)
def cookie_consent(page: Page) -> Iterator[Observation]:
    for node, source in sources(page):
        row = _tool(source)
        if row:
            yield Observation.at(page, node, Trust.SURE, excerpt=source, platform=row.vendor)
            return
    named = page.outline.identified("cookie", "tarteaucitron", "axeptio", "didomi")
    for node in page.outline.together(named, page.outline.classed("cookie")):
        words = node.text(separator=" ")
        if node.css_first("button, a, input") is not None and "cookie" in words.lower():
            yield Observation.at(page, node, Trust.LIKELY)
            return


@lru_cache(maxsize=4096)
def _tool(source: str) -> Row | None:
    """The consent tool that a script or style sheet belongs to."""
    source = source.lower()
    return next((r for r in rows_of("cookie_consent", "path", "class") if r.pattern in source), None)
