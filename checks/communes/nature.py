"""What kind of site a page belongs to, by what it calls itself: a town, another body, or a site that is no more. Pure.

One observation a page and kind; they are weighed together in `checks.communes.settle`.
"""

import re
from collections.abc import Collection, Iterator
from typing import Any

from checks.communes.gone_words import CONSTRUCTION, MOVED, NEW_SITE, PARKED, PARKING, SPAM
from checks.communes.names import PARTS
from checks.communes.words import (
    BODIES,
    CAMPAIGN,
    COMMUNITY,
    DUTIES,
    ENDS,
    HOUSING,
    MUNICIPAL,
    POLITE,
    SHOP,
    TOWN,
    TOWN_HALL,
    UNOFFICIAL,
)
from checks.observation import Observation, Spot, Trust
from checks.reading.spots import heading_labels, link_labels, says
from checks.text.folding import around, fold
from checks.text.lexicon import Phrases, fold_label, label
from crawler.link import Link
from crawler.page import Page, derived
from crawler.url import host, path, registrable

HOME = re.compile(r"(?:(?:index|accueil|home|default|bienvenue)[\w-]*(?:\.\w{2,5})?)?", re.I)
SHORT = 2500
"""Characters of text under which a home page can be a notice board: for sale, closed, moved."""
FEW = 25
"""Links that such a page holds at most."""
LONGEST_LABEL = 120
SHARED = ("", "epci", "visit")
"""What a town may share its site with: « Métropole et ville de Rives »."""
REACH = 70
"""Characters of an excerpt on either side of what was met."""


@derived
def is_home(page: Page) -> bool:
    """Whether this looks like the first page of the site."""
    return HOME.fullmatch(path(page.url).strip("/")) is not None


def calls_itself(title: str) -> str:
    """The kind of body that a title names: town, epci, department, region, tourism, parish, school, company …; else ''.

    >>> calls_itself("Actualités - Mairie de Ornans"), calls_itself("Bienvenue sur le site de la paroisse Saint-Marc")
    ('town', 'parish')
    """
    kinds = [_kind_of(part) for part in PARTS.split(title)]
    return "town" if "town" in kinds else next(filter(None, kinds), "")


def _kind_of(part: str) -> str:
    words = fold_label(part).split()
    while words and words[0] in POLITE:
        words.pop(0)
    line = f" {' '.join(words)} "
    if line.startswith(TOWN.folded):
        return "town"
    body = next((kind for kind, leads in BODIES if line.startswith(leads.folded)), "")
    if body in SHARED and (" ville " in line or " mairie " in line):
        return "town"
    return body or ("epci" if len(words) > 1 and words[-1] in ENDS else "")


def natures(page: Page) -> Iterator[Observation]:
    """Every kind that the page speaks for, each with its words."""
    named = [label(page.title), *heading_labels(page)]
    labels = [said for link, said in zip(page.links, link_labels(page), strict=True) if len(link.text) <= LONGEST_LABEL]
    told = frozenset[str]().union(*[said.phrases for said in (*named, *labels)])
    ending = fold(page.text[-1500:])
    yield from _said(page, "campaign", CAMPAIGN, told)
    for kind, phrases in (("housing", HOUSING), ("shop", SHOP)):
        if says(page, phrases):
            yield from _said(page, kind, phrases, fold(page.text))
    yield from _said(page, "unofficial", UNOFFICIAL, ending)
    yield from _said(
        page,
        "town_hall",
        TOWN_HALL,
        ("".join([said.folded for said in named]) + ending).replace(" communaute commune ", " communaute "),
    )
    for kind, duties, least in (("duties", DUTIES, 3), ("municipal", MUNICIPAL, 2), ("community", COMMUNITY, 2)):
        met = [d for d in duties.folded if d in told]
        if len(met) >= least:
            yield _of(page, kind, None, " · ".join(d.strip() for d in met[:8]))
    yield from _self(page)
    yield from _spam(page, told)
    if is_home(page):
        yield from _standing(page)


def _of(page: Page, kind: str, spot: Spot, excerpt: str, **facts: Any) -> Observation:
    return Observation.at(page, spot, Trust.LIKELY, proof=kind, target=f"kind:{kind}", excerpt=excerpt, **facts)


def _said(page: Page, kind: str, phrases: Phrases, told: str | Collection[str]) -> Iterator[Observation]:
    met = phrases.first(told)
    if met:
        yield _of(page, kind, None, _words(page, met))


def _words(page: Page, met: str) -> str:
    """The title, heading or words around, in which the folded phrase stands. The whole text is searched last: it is dear."""
    if met in fold_label(page.title):
        return page.title
    for heading, said in zip(page.headings, heading_labels(page), strict=True):
        if met in said.phrases:
            return heading.text
    return _near(page.text[-1500:], met) or _near(page.text, met) or around(page.text, met) or page.title


def _near(text: str, met: str) -> str:
    """The words around the phrase, found by its first word as it is spelled: far cheaper than to fold every word."""
    lowered, first = text.lower(), met.split()[0]
    at = lowered.find(first)
    while at >= 0:
        if (at == 0 or not lowered[at - 1].isalnum()) and met in fold(text[at : at + len(met) + 24]):
            left = text.rfind(" ", 0, max(0, at - REACH)) + 1
            right = text.find(" ", at + len(met) + REACH)
            return text[left : right if right > 0 else len(text)].strip()
        at = lowered.find(first, at + 1)
    return ""


def _self(page: Page) -> Iterator[Observation]:
    """The body whose name the title tells; a home page without one tells it in its first headline."""
    home = is_home(page)
    kind = calls_itself(page.title)
    words = page.title
    if not kind and home and page.headline != page.title and len(fold_label(page.title).split()) < 3:
        kind, words = calls_itself(page.headline), page.headline
    if kind:
        yield _of(page, f"self:{kind}", None, words)
        if home:
            yield _of(page, f"home:{kind}", None, words)


def _spam(page: Page, told: Collection[str]) -> Iterator[Observation]:
    """Bets, pills and the like: in the title, or in links that lead away. One such word in a town's news is no spam."""
    met = [p for p in SPAM.folded if p in told]
    if not met:
        return
    if SPAM.within_folded(fold_label(page.title)):
        yield _of(page, "spam_title", None, page.title)
        if is_home(page):
            yield _of(page, "home:spam", None, page.title)
    here = registrable(host(page.url))
    away = next((x for x in page.links if registrable(x.host) != here and SPAM.within_folded(fold_label(x.text))), None)
    if away or len(met) >= 3:
        yield _of(page, "spam", away, away.text if away else " · ".join(p.strip() for p in met[:6]))


def _standing(page: Page) -> Iterator[Observation]:
    """A home page that says that there is no site here: for sale, not made yet, gone elsewhere."""
    leads = _leads_away(page)
    if leads:
        yield _of(page, "moved", leads, leads.text or leads.href, moved_to=leads.href)
    if len(page.text) > SHORT or len(page.links) > FEW:
        return
    folded = fold(f"{page.title} {page.text}")
    parking = next((x for x in page.links if x.host.endswith(PARKING)), None)
    if parking:
        yield _of(page, "parked", parking, parking.text or parking.href)
    yield from _said(page, "parked", PARKED, folded)
    yield from _said(page, "construction", CONSTRUCTION, folded)
    if not leads and MOVED.within_folded(folded):
        here = registrable(host(page.url))
        away = next((x for x in page.links if registrable(x.host) != here), None)
        if away:
            yield _of(page, "moved", away, around(page.text, MOVED.first(folded)), moved_to=away.href)


def _leads_away(page: Page) -> Link | None:
    """A link to another site that calls it the new one."""
    here = registrable(host(page.url))
    return next(
        (
            x
            for x in page.links
            if registrable(x.host) != here and len(x.text) <= LONGEST_LABEL and NEW_SITE.within_folded(fold_label(x.text))
        ),
        None,
    )
