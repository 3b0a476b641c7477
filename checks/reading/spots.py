"""Where the words of the checks stand on a page: links, headings and pictures are gone through once, then every check asks. Pure."""

import re
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar

from selectolax.lexbor import LexborNode

from checks.fingerprints import Row, hosts
from checks.text.folding import fold
from checks.text.lexicon import Label, Phrases, Prose, labels, told
from checks.text.memo import Memo
from checks.text.traits import Trait
from crawler.heading import Heading
from crawler.link import Link
from crawler.markup import said, squeeze
from crawler.page import Page, derived, frame_text
from crawler.url import host

S = TypeVar("S", Link, Heading)
T = TypeVar("T")


@derived
def link_labels(page: Page) -> list[Label]:
    """What the words of each link say."""
    return labels(_texts(page))


@derived
def heading_labels(page: Page) -> list[Label]:
    """What the words of each heading say."""
    return labels(_titles(page))


@derived
def _linked(page: Page) -> frozenset[int]:
    return frozenset().union(*[said.sets for said in link_labels(page)])


@derived
def _headed(page: Page) -> frozenset[int]:
    return frozenset().union(*[said.sets for said in heading_labels(page)])


@derived
def _texts(page: Page) -> list[str]:
    return [link.text for link in page.links]


@derived
def _titles(page: Page) -> list[str]:
    return [heading.text for heading in page.headings]


@derived
def _addresses(page: Page) -> list[str]:
    return [link.href for link in page.links]


class _Judged:
    """Which of the traits that were ever asked for each text has: all are judged at once, and a menu once for all pages."""

    def __init__(self, texts: Callable[[Page], list[str]]) -> None:
        self._texts = texts
        self._asked: dict[Trait[Any], None] = {}
        self._of = Memo(self._judge, most=8_192)

    def _judge(self, text: str) -> tuple[tuple[Trait[Any], Any], ...]:
        return tuple((trait, told) for trait in self._asked if (told := _told_or_fault(trait, text)))

    def having(self, page: Page, trait: Trait[T]) -> list[tuple[Link, T]]:
        """The links whose texts have the trait, each with what they tell."""
        if trait not in self._asked:
            self._asked[trait] = None
            self._of.clear()
            page.memo.pop(self, None)
        found: dict[Trait[Any], list[tuple[Link, Any]]] | None = page.memo.get(self)
        if found is None:
            found = page.memo[self] = {}
            for link, text in zip(page.links, self._texts(page), strict=True):
                for one, told in self._of[text]:
                    found.setdefault(one, []).append((link, told))
        mine = found.get(trait, [])
        for _, told in mine:
            if isinstance(told, Exception):
                raise told
        return mine


def _told_or_fault(trait: Trait[T], text: str) -> T | Exception:
    """What the trait tells; the fault of one is kept for who asked for it."""
    try:
        return trait.judge(text)
    except Exception as fault:
        return fault


_OF_WORDS, _OF_ADDRESSES = _Judged(_texts), _Judged(_addresses)


def worded(page: Page, trait: Trait[T]) -> list[tuple[Link, T]]:
    """The links whose words have the trait, each with what they tell, in document order."""
    return _OF_WORDS.having(page, trait)


def leading(page: Page, trait: Trait[T]) -> list[tuple[Link, T]]:
    """The links whose address has the trait, each with what it tells, in document order."""
    return _OF_ADDRESSES.having(page, trait)


def entitled(page: Page, trait: Trait[T]) -> list[tuple[Heading, T]]:
    """The headings whose words have the trait, each with what they tell, in document order. Few come again: they are judged anew."""
    told = list(map(trait.judge, _titles(page)))
    return [(heading, one) for heading, one in zip(page.headings, told, strict=True) if one] if any(told) else []


def labelled(page: Page, subject: Phrases, unless: Phrases | None = None) -> list[Link]:
    """The links whose words hold one of the phrases and none of `unless`, in document order."""
    return _saying(page.links, link_labels(page), subject, unless) if subject.number in _linked(page) else []


def headed(page: Page, subject: Phrases, unless: Phrases | None = None) -> list[Heading]:
    """The headings whose words hold one of the phrases and none of `unless`, in document order."""
    return _saying(page.headings, heading_labels(page), subject, unless) if subject.number in _headed(page) else []


def _saying(spots: list[S], said: list[Label], subject: Phrases, unless: Phrases | None) -> list[S]:
    wanted, vetoed = subject.number, unless.number if unless else -1
    return [spot for spot, label in zip(spots, said, strict=True) if wanted in label.sets and vetoed not in label.sets]


@derived
def own_said(page: Page) -> frozenset[int]:
    """The numbers of all sets of prose that the page's own text holds."""
    text = page.main_text
    return told(_AWAITED.sub("", text) if "[" in text else text)


_AWAITED = re.compile(r"\[[^\]]{0,40}(?:en attente|à venir|à compléter|à rédiger)[^\]]{0,300}\]", re.I)
"""« [Section en attente : jours de collecte, tri] »: a note to whoever writes the page."""


def says_itself(page: Page, subject: Prose) -> bool:
    """Whether the page's own text holds one of the phrases."""
    return subject.among(own_said(page))


def says(page: Page, subject: Prose) -> bool:
    """Whether its text does, or that of its menus, header and footer."""
    return subject.among(all_said(page))


def in_frame(page: Page, read: Callable[[str], T]) -> T:
    """What is read in the words of menus, header and footer: they are the same on every page, and read once."""
    found: T = _read(read, frame_text(page))
    return found


@lru_cache(maxsize=512)
def _read(read: Callable[[str], T], text: str) -> T:
    return read(text)


@derived
def all_said(page: Page) -> frozenset[int]:
    """The numbers of all sets of prose that the page's text holds."""
    return own_said(page) | in_frame(page, told)


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


_CONSENT = ("cookie", "consent", "rgpd", "gdpr", "tarteaucitron")


@derived
def in_notices(page: Page) -> frozenset[str]:
    """The addresses that the page gives only in its notice on cookies."""
    marked = page.outline.together(page.outline.identified(*_CONSENT), page.outline.classed(*_CONSENT))
    # A body or a frame around everything tells by its class what was chosen.
    notices = [node for node in marked if node.tag != "body" and node.css_first("h1, main, article, nav") is None]
    inside = {link.mem_id: link.attributes.get("href") for node in notices for link in node.css("a[href]")}
    given = Counter(inside.values())
    if not given:
        return frozenset()
    everywhere = Counter(node.attributes.get("href") for node in page.outline.nodes("a"))
    only = {raw for raw, times in given.items() if times == everywhere[raw]}
    return frozenset(link.href for link in page.links if link.tag == "a" and link.raw in only)


CONTACT = frozenset(
    fold(words)
    for words in ("contact", "contacts", "contactez-nous", "nous contacter", "contacter la mairie", "nous écrire", "écrivez-nous")
)
"""What the page of contact is called, folded."""


@derived
def to_contact(page: Page) -> frozenset[str]:
    """The addresses of what the page calls « Contact »."""
    return frozenset(link.href for link, said in zip(page.links, link_labels(page), strict=True) if said.folded in CONTACT)


@derived
def pictures(page: Page) -> list[tuple[LexborNode, str]]:
    """The pictures that say something, with their words."""
    found = []
    for node in page.outline.nodes("img"):
        attributes = node.attributes
        words = said(attributes)
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
