"""Neighbours: labels that say themselves that another town's service stands behind them. Pure."""

import re

from checks.folding import fold
from checks.traits import Trait
from crawler.link import Link
from crawler.page import Page
from crawler.url import host

_OF = re.compile(r"\b(?P<hall>(?:ville|commune|mairie)\s)?(?:de\s|d['’])(?P<town>[A-ZÀ-Ý][\w’'-]{2,30})")
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


def _bare(words: str) -> str:
    return fold(words).replace(" ", "")
