"""Unkept: what a page offers by links that lead nowhere. Pure."""

import re
from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from checks.reading.documents import is_file
from checks.reading.planned import FACTS
from checks.reading.spots import labelled
from checks.text.dates import newest
from checks.text.lexicon import Phrases
from crawler.heading import Heading, opens
from crawler.link import Link
from crawler.markup import beside, squeeze
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


_FIELDS = re.compile(
    r"(?:(?:(?:site|adresse) ?(?:internet|web)?|t[ée]l(?:[ée]phone)?|portable|fax|courriel|e-?mail|mail|adresse|horaires?|contacts?|lieu|dates?"
    r"|responsable|tarifs?)s?\s?\.?\s?:\W*)+",
    re.I,
)
"""« Site : », « Adresse : Tél. : »."""


def is_unfilled(heading: Heading, words: str) -> bool:
    """Whether what stands under a heading but names what is to be filled in: « Site : » and a link without an address."""
    return _FIELDS.fullmatch(words) is not None and not any(map(_holds, following(heading, PARTS, beyond=False)))


def _holds(node: LexborNode) -> bool:
    """Whether something but words stands in an element: a link that leads anywhere, a picture, a form."""
    return brings(node, f"img, picture, svg, {_DOING}") or not all(map(leads_nowhere, links_in(node)))


def brings(node: LexborNode, kinds: str) -> bool:
    """Whether an element is of one of these kinds, or holds one."""
    return node.tag in kinds.split(", ") or node.css_first(kinds) is not None


def links_in(node: LexborNode) -> list[LexborNode]:
    """The links that an element is or holds."""
    return [node] if node.tag == "a" else node.css("a")


@derived
def lists_stubs(page: Page) -> bool:
    """Whether several links bear a day and lead nowhere: « Séance du 3 mars 2026 »."""
    return sum(one.raw == "#" and not one.framed and newest(one.text) is not None for one in page.stubs) > 1


@derived
def _has_stubs(page: Page) -> bool:
    return any(not one.framed for one in page.stubs)


def shows_dead_cards(page: Page, heading: Heading) -> bool:
    """Whether all that follows a heading, in what holds both, are cards that lead nowhere and give no fact: several titles to « # »."""
    if not _has_stubs(page):
        return False
    held = list(following(heading, PARTS[: heading.level], beyond=False))
    links = [link for node in held for link in links_in(node)]
    cards = sum(link.css_first(_CARD) is not None for link in links)
    if cards < _SEVERAL or not all(map(leads_nowhere, links)) or any(brings(node, _DOING) for node in held):
        return False
    words = squeeze(" ".join(node.text(separator=" ") for node in held))
    # What stands beside them is something.
    inside = sum(len(squeeze(link.text(separator=" "))) + 1 for link in links)
    return len(words) <= inside and not FACTS.search(words) and not newest(words)


_DOING = "iframe, object, form, button, script"
_CARD = "h1, h2, h3, h4, h5, h6, article, p"
_SEVERAL = 2
"""Cards that lead nowhere from which they are a template's."""


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
