"""Cookies : un outil de consentement, et ce qu'il garde."""

from collections.abc import Iterator
from functools import lru_cache

from checks.check import check
from checks.fingerprints import Row, rows_of
from checks.observation import Observation, Trust
from checks.reading.spots import says, sources
from checks.signs import known, link, seen, unseen
from checks.text.folding import fold
from checks.text.lexicon import Prose
from crawler.page import Page

NAMES = (
    *(
        f"{what} {of}"
        for what in ("gestion", "gérer", "paramètres", "paramétrer", "paramétrage", "préférences", "personnaliser", "configurer")
        for of in ("les cookies", "mes cookies", "vos cookies")
    ),
    *("choix de cookies", "choix des cookies", "choix en matière de cookies", "consentement aux cookies", "panneau des cookies"),
    *("gérer le consentement", "gérer mon consentement", "modifier mon consentement", "=gérer mes préférences"),
    *("politique de cookies", "utilisation des cookies"),
)
REFUSING = Prose("tout refuser", "je refuse", "refuser tout", "continuer sans accepter", "refuser les cookies")
SUPPOSED = Prose(
    *("en poursuivant votre navigation", "en continuant votre navigation", "en continuant à naviguer"),
    "en poursuivant la navigation",
    *("en utilisant ce site vous acceptez", "poursuite de votre navigation", "poursuite de la navigation"),
)
"""What a banner says that leaves no choice: it informs, and asks for nothing."""
AGREED = Prose("vous acceptez", "acceptez", "votre accord", "consentez")
REFUSE, BARE = Prose("refuser", "je refuse"), frozenset(map(fold, ("refuser", "je refuse", "refuse")))
TRACED = Prose("cookies", "traceurs")


@check(
    "cookie_consent",
    "Consentement aux cookies",
    counts="Un outil de consentement reconnu, un bandeau ou une page qui permet de choisir ; un bandeau qui n'en laisse pas le choix est partiel.",
    signs=[
        link("=cookies", trust=Trust.HINT),
        link(*NAMES, unless=("recette", "boulangerie", "atelier", "mentions légales")),
        known(),
    ],
    examples=[
        unseen("<p>En continuant à naviguer sur le lac, on voit la cabane aux cookies.</p>"),
        seen("<div>Des cookies mesurent nos visites. <button>OK</button><button>Refuser</button></div>"),
        unseen('<a href="/v">Peut-on refuser un vaccin ?</a><p>Recette des cookies</p>'),
        seen("<div>En continuant à naviguer, vous acceptez nos cookies. <button>OK</button></div>", "partial"),
        unseen("<p>En poursuivant votre navigation jusqu’au barrage, tenez la droite.</p>"),
        seen('<script src="/js/tarteaucitron.js"></script>'),
        seen('<div id="cookie-banner" class="cookie-notice"><p>Nous utilisons des cookies.</p><button>Refuser</button></div>'),
        seen('<a href="/cookies">Gestion des cookies</a>'),
        unseen("<p>Atelier cookies et gâteaux de Noël à la maison de quartier.</p>"),
        unseen('<a href="/recettes">Recette des cookies</a>'),
        unseen("<h1>Mairie</h1>"),
        seen("<div><p>Ce site dépose des traceurs.</p><button>Accepter</button><button>Tout refuser</button></div>"),
        seen('<footer><a href="/c">Modifier mon consentement</a></footer>'),
        unseen("<p>Les cookies : cliquez sur « Tout refuser » dans votre navigateur.</p><button>Envoyer</button>"),
        unseen('<a href="/a">Atelier cookies</a>'),
        unseen('<a href="/ml">Cookies et mentions légales</a>'),
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

    if (says(page, REFUSING) or says(page, REFUSE)) and says(page, TRACED):
        for node in (*page.outline.nodes("button"), *page.outline.nodes("a")):
            if len(words := node.text()) < 60 and (REFUSING.within(words) or fold(words) in BARE):
                yield Observation.at(page, node, Trust.LIKELY)
                return
    if says(page, SUPPOSED) and says(page, TRACED) and says(page, AGREED):
        yield Observation.at(page, "cookies", Trust.LIKELY, proof="text", whole=False, target=page.url)


@lru_cache(maxsize=4096)
def _tool(source: str) -> Row | None:
    """The consent tool that a script or style sheet belongs to."""
    source = source.lower()
    return next((r for r in rows_of("cookie_consent", "path", "class") if r.pattern in source), None)
