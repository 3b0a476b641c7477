"""Where the words of the checks stand on a page: links, headings and pictures are gone through once, then every check asks. Pure."""

from selectolax.lexbor import LexborNode

from checks.fingerprints import Row, hosts
from checks.lexicon import Phrases, met, met_words
from crawler.heading import Heading
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page, derived, frame_text, reading
from crawler.url import host


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
