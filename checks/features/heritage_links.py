"""Liens vers des sites du patrimoine : Unesco, monuments, musées d'ailleurs."""

from collections.abc import Iterator

from checks.check import check
from checks.finding import Coverage, Judgement
from checks.observation import Observation, Trust
from checks.reading.spots import labelled
from checks.signs import known, seen, unseen
from checks.tally import Tally
from checks.text.lexicon import Phrases, fold_label
from crawler.page import Page
from crawler.url import host, registrable

NAMES = Phrases(
    "unesco", "patrimoine mondial", "vauban", "citadelle", "monument historique", "abbaye", "musée", "château",
    "site archéologique", "plus beaux villages", "fondation du patrimoine", "réseau des sites", "grand site",
    "parc naturel régional", "écomusée", "cités de caractère", "base mérimée", "chemins du baroque", "art baroque",
    "pays d'art et d'histoire", "inventaire du patrimoine", "route des abbayes", "route des châteaux", "petites cités",
    "plus beaux détours", "villes et pays d'art", "monumentum", "ville d'art et d'histoire", "plateforme ouverte du patrimoine",
    "archives départementales", "archives du département", "monuments nationaux", "observatoire du patrimoine",
    "=ministère de la culture", "=drac", "amis du patrimoine", "sauvegarde du patrimoine", "société d'histoire",
    "société historique", "cercle historique", "amis du château",
)  # fmt: skip

SHOPS = Phrases("entreprises", "commerces", "commerçants", "artisans", "hébergements", "gîtes", "restaurants")
"""On a page of these, a castle's or an abbey's name is that of a business."""


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """The known sites by their names."""
    names = dict.fromkeys(str(o.facts["platform"]) for o in tally.of() if "platform" in o.facts)
    return Judgement(None, {"names": ", ".join(names)} if names else {})


@check(
    "heritage_links",
    "Liens vers des sites du patrimoine",
    judge=judge,
    counts="Des liens vers des sites extérieurs du patrimoine ou de la culture : Unesco, monuments, musées.",
    signs=[known()],
    examples=[
        seen('<a href="http://whc.unesco.org/fr/list/1283">Patrimoine mondial</a>'),
        seen('<a href="http://www.abbaye-voisine.example/">L’abbaye de Rives</a>'),
        seen('<a href="https://www.fondation-patrimoine.org/p/1">Souscription pour l’église</a>'),
        unseen('<a href="/patrimoine/chateau.html">Le château</a>'),
        unseen("<p>La citadelle est inscrite à l’Unesco.</p>"),
        unseen('<a href="#">Unesco</a>'),
        unseen('<h1>Les entreprises locales</h1><a href="http://www.chateau-hotel.example/">Château de Rives</a>'),
        unseen('<a href="/a">Unesco Martin, plombier</a>'),
        unseen('<a href="/a">Club Unesco de mots croisés</a>'),
    ],
)
def heritage_links(page: Page) -> Iterator[Observation]:
    if SHOPS.within(page.headline):
        return
    here = registrable(host(page.url))
    for one in labelled(page, NAMES):
        if one.host and registrable(one.host) != here and NAMES.within_folded(fold_label(one.text)) and len(one.text) < 90:
            yield Observation.at(page, one, Trust.LIKELY, proof="label")
