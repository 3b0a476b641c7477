"""Unkept: what a page offers by links that lead nowhere. Pure."""

from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from checks.reading.documents import is_file
from checks.reading.spots import labelled
from checks.text.lexicon import Phrases
from crawler.heading import Heading, opens
from crawler.link import Link
from crawler.markup import beside
from crawler.page import Page, derived
from crawler.url import host

_OFFERS = Phrases(
    *("télécharger", "consulter", "feuilleter", "lire", "ouvrir", "en savoir plus", "accéder", "découvrir", "voir", "réserver"),
    *("s'inscrire", "demander", "commencer", "plus d'informations", "répondre", "participer", "signaler", "payer"),
)
_FILES = Phrases("télécharger")
PARTS = ("h1", "h2", "h3", "h4")
_WHOLE = ("main", "body", "section", "article")
"""Elements that hold all that is said of a heading within them."""


@derived
def unkept(page: Page) -> list[Link]:
    """The links of the page's own content that say « Télécharger » and lead nowhere, or several of them to one page."""
    nowhere = [one for one in page.stubs if one.raw in ("", "#") and not one.framed and _OFFERS.within(one.text)]
    downloads = [one for one in labelled(page, _FILES) if one.host == host(page.url) and not (one.framed or is_file.of(one.href))]
    times = Counter(one.href for one in downloads)
    return [*nowhere, *(one for one in downloads if times[one.href] > 1 and "?" not in one.raw)]


def hands_out_nothing(page: Page, heading: Heading, doing: tuple[str, ...] = ("a", "form", "button", "iframe")) -> bool:
    """Whether what follows a heading, up to the next one of its rank, has links and none that leads or does anything."""
    dead = {one.raw for one in unkept(page)} - {"", "#"}
    offered = [
        link
        for node in following(heading, PARTS[: heading.level])
        for link in (node, *node.css(", ".join(doing)))
        if link.tag in doing
    ]
    return bool(offered) and all(leads_nowhere(link) or link.attributes.get("href") in dead for link in offered)


def following(heading: Heading, until: tuple[str, ...], *, beyond: bool = True) -> Iterator[LexborNode]:
    """The elements after a heading, or after what holds but the heading and its words, up to the next heading of these; `beyond`: also
    what follows the element that holds both."""
    ranked = ", ".join(until)
    node: LexborNode | None = heading.node
    met = False
    while node is not None and (beyond or not met):
        after = node.next
        while after is not None:
            if after.is_element_node:
                if after.tag in until or after.css_first(ranked):
                    return
                met = True
                yield after
            after = after.next
        node = node.parent
        if node is None or node.tag in _WHOLE:
            return


def leads_nowhere(node: LexborNode) -> bool:
    """Whether it is a link that neither has an address nor is marked as doing something."""
    attributes = node.attributes
    nowhere = node.tag == "a" and (attributes.get("href") or "").strip() in ("", "#")
    return nowhere and not opens(node) and not any(name.startswith(("data-", "on")) for name in attributes)


def is_dead_card(node: LexborNode) -> bool:
    """Whether a heading names a card all of which is a link that leads nowhere, and nothing follows that it may unfold."""
    up, steps = node.parent, 0
    while up is not None and up.tag != "a" and steps < _DEEP:
        up, steps = up.parent, steps + 1
    if up is None or up.tag != "a" or "href" not in up.attributes or not leads_nowhere(up):
        return False
    following = beside(up)
    return following is None or following.tag == "a"


_DEEP = 3
"""Elements between a card's heading and its link."""
