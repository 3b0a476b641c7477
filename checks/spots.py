"""Where the words of the checks stand on a page: links, headings and pictures are gone through once, then every check asks. Pure."""

from typing import TypeVar

from selectolax.lexbor import LexborNode

from checks.fingerprints import Row, hosts
from checks.lexicon import Phrases, met, met_words
from checks.traits import Trait
from crawler.heading import Heading
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page, derived, frame_text, reading
from crawler.url import host

S = TypeVar("S", Link, Heading)
T = TypeVar("T")


@derived
def _links(page: Page) -> dict[int, list[Link]]:
    found: dict[int, list[Link]] = {}
    for link in page.links:
        for number in met(link.text):
            found.setdefault(number, []).append(link)
    return found


@derived
def _headings(page: Page) -> dict[int, list[Heading]]:
    found: dict[int, list[Heading]] = {}
    for heading in page.headings:
        for number in met(heading.text):
            found.setdefault(number, []).append(heading)
    return found


@derived
def _texts(page: Page) -> list[str]:
    return [link.text for link in page.links]


@derived
def _addresses(page: Page) -> list[str]:
    return [link.href for link in page.links]


@derived
def _titles(page: Page) -> list[str]:
    return [heading.text for heading in page.headings]


def _having(spots: list[S], texts: list[str], trait: Trait[T]) -> list[tuple[S, T]]:
    told = list(map(trait.of, texts))
    return [(spot, one) for spot, one in zip(spots, told, strict=True) if one] if any(told) else []


def worded(page: Page, trait: Trait[T]) -> list[tuple[Link, T]]:
    """The links whose words have the trait, each with what they tell, in document order."""
    return _having(page.links, _texts(page), trait)


def leading(page: Page, trait: Trait[T]) -> list[tuple[Link, T]]:
    """The links whose address has the trait, each with what it tells, in document order."""
    return _having(page.links, _addresses(page), trait)


def entitled(page: Page, trait: Trait[T]) -> list[tuple[Heading, T]]:
    """The headings whose words have the trait, each with what they tell, in document order."""
    return _having(page.headings, _titles(page), trait)


def labelled(page: Page, subject: Phrases, unless: Phrases | None = None) -> list[Link]:
    """The links whose words hold one of the phrases and none of `unless`, in document order."""
    found = _links(page).get(subject.number, [])
    return [link for link in found if not unless.within(link.text)] if unless else found


def headed(page: Page, subject: Phrases, unless: Phrases | None = None) -> list[Heading]:
    """The headings whose words hold one of the phrases and none of `unless`, in document order."""
    found = _headings(page).get(subject.number, [])
    return [heading for heading in found if not unless.within(heading.text)] if unless else found


@derived
def _told(page: Page) -> frozenset[int]:
    return met_words(reading(page).words)


def says_itself(page: Page, subject: Phrases) -> bool:
    """Whether the page's own text holds one of the phrases."""
    return subject.number in _told(page)


def says(page: Page, subject: Phrases) -> bool:
    """Whether its text does, or that of its menus, header and footer."""
    return subject.number in all_said(page)


@derived
def all_said(page: Page) -> frozenset[int]:
    """The numbers of all sets of phrases that the page's text holds. Its frame, the same on every page, is searched once."""
    return _told(page) | met(frame_text(page))


@derived
def outside(page: Page) -> list[Link]:
    """The links that lead to another host."""
    here = host(page.url)
    return [link for link in page.links if link.host != here]


@derived
def _services(page: Page) -> dict[str, list[tuple[Link, Row]]]:
    found: dict[str, list[tuple[Link, Row]]] = {}
    match = hosts().match
    for link in page.links:
        for row in match(link.href):
            found.setdefault(row.feature, []).append((link, row))
    return found


def known_services(page: Page, feature: str) -> list[tuple[Link, Row]]:
    """The links to a host that the fingerprints know for this check, each with its row."""
    return _services(page).get(feature, [])


@derived
def own_links(page: Page) -> list[Link]:
    """The links of the page's own content: neither menu nor footer."""
    return [link for link in page.links if link.region not in ("nav", "footer")]


@derived
def pictures(page: Page) -> list[tuple[LexborNode, str]]:
    """The pictures that say something, with their words: alt, else title."""
    found = []
    for node in page.outline.nodes("img"):
        attributes = node.attributes
        words = attributes.get("alt") or attributes.get("title")
        if words:
            found.append((node, squeeze(words)))
    return found


@derived
def sources(page: Page) -> list[tuple[LexborNode, str]]:
    """Scripts and style sheets that the page asks for, with their addresses as written."""
    found = []
    for node in page.outline.nodes("script", "link"):
        attributes = node.attributes
        source = attributes.get("src") or attributes.get("href")
        if source:
            found.append((node, source))
    return found
