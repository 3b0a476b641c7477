"""Neighbours: labels that say themselves that another town, or another body, stands behind them. Pure."""

import re

from checks.text.folding import fold
from checks.text.lexicon import Phrases
from checks.text.traits import Trait
from crawler.link import Link
from crawler.page import Page
from crawler.url import host, registrable

_OF = re.compile(r"\b(?P<hall>(?:ville|commune|mairie)\s)?(?:de\s|d['’])(?P<town>[A-ZÀ-Ý][\w’'-]{2,30})")
_BODIES = Phrases(
    *("office de tourisme", "offices de tourisme", "tourisme", "parc naturel", "parc national", "communauté de communes", "comcom"),
    *("communauté d'agglomération", "agglomération", "agglo", "métropole", "intercommunalité", "département", "région", "préfecture"),
    *("sous-préfecture", "ministère", "gouvernement", "gendarmerie", "police nationale", "chambre d'agriculture", "syndicat"),
    *("chambre des métiers", "chambre de commerce", "conseil départemental", "conseil régional", "conseil général", "académie"),
    *("rectorat", "agence de l'eau", "météo france", "journal officiel", "service-public", "association", "paroisse", "diocèse"),
    *("assemblée nationale", "sénat", "caf", "adil", "caue", "mission locale", "presse", "collège", "lycée", "archives"),
)  # fmt: skip
_NAMED = re.compile(r"\b[A-ZÀ-Ý][\w’'-]{2,30}")
_OURS = Phrases(
    *("mairie", "ville", "commune", "village", "municipal", "municipale", "newsletter", "lettre", "infolettre", "flux"),
    *("fil", "rss"),
    *("actualité", "info", "information", "abonnement", "inscription", "abonner", "abonnez", "inscrire", "inscrivez", "recevoir"),
    *("démarche", "portail", "espace", "famille", "guichet", "compte", "citoyen", "kiosque", "paiement", "rendez-vous"),
    "accueil",
    *("suivre", "suivez", "service", "site", "mail", "agenda", "news", "bulletin", "journal", "lien", "feed", "atom", "xml"),
)
_PARTS = re.compile(r"[.-]")


@Trait
def _towns(words: str) -> list[tuple[str, bool]]:
    """The towns that a label may name, each with whether the town itself, not a place in it, is said to offer: « de la ville de X »."""
    return [(_bare(found["town"]), found["hall"] is not None) for found in _OF.finditer(words)]


def is_of_neighbour(page: Page, link: Link, local: bool) -> bool:
    """Whether the words name the town to whose site the link leads, and that is not the town whose page this is.

    Unless `local` only what they say to be that town's own: an office of tourism may well be in the next town.
    """
    there = _bare(_PARTS.sub(" ", link.host))
    named = [town for town, by_hall in _towns.of(link.text) if (local or by_hall) and town in there]
    return bool(named) and not any(town in _bare(f"{page.title} {_PARTS.sub(' ', host(page.url))}") for town in named)


def is_sent_by_other(page: Page, link: Link) -> bool:
    """Whether a feed or a letter to which a link leads is that of another body: one that its words name, or whose name the host bears.

    « Newsletter du Parc des Crêtes », « Le fil RSS de l'Écho du Val » that lead to the sites of these.
    """
    if registrable(link.host) == registrable(host(page.url)):
        return False
    if _BODIES.within(link.text):
        return True
    there, here = _bare(_PARTS.sub(" ", link.host)), _bare(f"{page.title} {_PARTS.sub(' ', host(page.url))}")
    named = (_bare(word) for word in _NAMED.findall(link.text) if not _OURS.within(word))
    return any(len(name) > _TELLING and name in there and name not in here for name in named)


_TELLING = 3
"""Letters up to which a word may stand in any address."""


def _bare(words: str) -> str:
    return fold(words).replace(" ", "")
