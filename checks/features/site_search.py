"""Recherche : un moteur de recherche sur le site."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.purpose import Purpose, purposes
from checks.reading.spots import labelled
from checks.signs import seen, unseen
from checks.text.folding import fold
from checks.text.lexicon import Phrases, fold_label
from crawler.page import Page
from crawler.url import host

WAYS = ("rechercher", "chercher", "recherche", "rechercher sur le site", "recherche avancée", "moteur de recherche")
NAMED, CALLED = Phrases(*WAYS), frozenset(map(fold_label, WAYS))
ELSEWHERE = Phrases(
    "association", "annuaire", "emploi", "offre d'emploi", "catalogue", "médiathèque", "itinéraire", "hébergement",
    "date de naissance", "rechercher un événement", "rechercher une manifestation", "rechercher un livre", "chercher un livre",
    "rechercher dans l'agenda", "rechercher une délibération", "rechercher un arrêté", "rechercher un acte", "rechercher un défunt", "nom du défunt", "défunt",
    "rechercher un commerce", "rechercher une entreprise",
)  # fmt: skip


@check(
    "site_search",
    "Recherche sur le site",
    counts="Un champ de recherche sur tout le site ; la recherche dans un annuaire ou un catalogue n'en est pas une.",
    examples=[
        unseen('<form action="/c"><label>Nom du défunt <input name="n"></label><button>Rechercher</button></form>'),
        seen('<header><div class="gcse-searchbox-only"></div></header>'),
        unseen('<form action="/d"><input name="n"><button>Rechercher une délibération</button></form>'),
        seen('<form role="search"><input type="search" name="s"></form>'),
        seen('<form action="/index.php"><input name="searchword" placeholder="Rechercher…"></form>'),
        seen('<form><label for="q">Recherche</label><input id="q" name="q" type="text"><input type="submit" value="OK"></form>'),
        seen('<div role="search"><input type="search" aria-label="Rechercher sur le site"></div>'),
        unseen('<h2>Annuaire des associations</h2><form><input name="nom" placeholder="Rechercher une association"></form>'),
        unseen('<form><input type="email" name="courriel"><button>Je m’abonne</button></form>'),
        unseen("<p>La commune recherche un agent technique.</p>"),
        unseen('<a href="#">Recherche</a>'),
        seen('<a href="/recherche">Rechercher sur le site</a>'),
        unseen('<p>Les assistantes maternelles : <a href="https://www.autre.fr/carte">les rechercher…</a></p>'),
    ],
)
def site_search(page: Page) -> Iterator[Observation]:
    for one in labelled(page, NAMED):
        if fold_label(one.text) in CALLED and one.host == host(page.url):
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
    for form, purpose in purposes(page):
        if purpose is Purpose.SEARCH:
            words = fold(" ".join((form.heading, form.words, *form.buttons, *(f.label for f in form.fields))))
            if not ELSEWHERE.within_folded(words) or form.region in ("header", "nav"):
                yield Observation.at(page, form, Trust.SURE, proof="form", target=form.action)
    for node in page.outline.classed("gcse-search"):
        yield Observation.at(page, node, Trust.LIKELY, proof="form", excerpt="moteur de recherche")
    for node in page.outline.nodes("input"):
        if not _in_form(node) and (node.attributes.get("type") == "search" or _in_search(node)):
            label = node.attributes.get("aria-label") or node.attributes.get("placeholder") or ""
            if not ELSEWHERE.within(label):
                yield Observation.at(page, node, Trust.LIKELY, proof="form", excerpt=label or "champ de recherche")


def _in_form(node: LexborNode) -> bool:
    return any(up.tag == "form" for up in _above(node))


def _in_search(node: LexborNode) -> bool:
    return any(up.attributes.get("role") == "search" for up in _above(node))


def _above(node: LexborNode) -> Iterator[LexborNode]:
    up = node.parent
    while up is not None:
        yield up
        up = up.parent
