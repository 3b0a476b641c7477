"""What a page, or a thing on it, is about: the words that name it. Pure."""

import re
from itertools import zip_longest
from re import Pattern

from selectolax.lexbor import LexborNode

from checks.folding import fold, fold_path
from checks.lexicon import Phrases, Prose, fold_label
from checks.spots import says_itself
from crawler.markup import before, heading_above, squeeze
from crawler.page import Page, content, derived
from crawler.url import path

BESIDE = 200
"""Characters beyond which a block is prose, not the caption of what follows it."""
DEEP = 24
"""Ancestors looked at from a block."""
_SENTENCES = re.compile(r"(?<=[.!?;])\s")
PARAGRAPH = 500
"""Characters beyond which a paragraph speaks of several things."""
TELEPHONE = re.compile(r"0(?<!\w0)[1-9](?:[ ./-]?[0-9]{2}){4}\b")
REACHED = re.compile(rf"{TELEPHONE.pattern}|[0-9]\s?h\s?\d{{0,2}}\s?(?:à|-|–|/)\s?\d{{1,2}}\s?h", re.I)
"""A telephone number or hours."""
BLOCKS = "p, li, dd, td, h2, h3, h4, blockquote, figcaption"


LONGEST = 6000
"""Characters beyond which a page speaks of too much for its words to prove anything."""
_PROCEEDINGS = Phrases(
    "compte rendu", "procès-verbal", "délibération", "délibérations", "ordre du jour", "bulletin", "conseil municipal"
)


@derived
def naming(page: Page) -> str:
    """The words that name the page: its title, first headline and path, folded."""
    return fold_label(page.title) + fold_label(page.headline) + fold_path(path(page.url))


def about(page: Page, subject: Phrases, unless: Phrases | None = None) -> bool:
    """Whether the page as a whole is about the subject."""
    named = naming(page)
    return subject.within_folded(named) and not (unless and unless.within_folded(named))


@derived
def proceedings(page: Page) -> bool:
    """Whether the page is minutes, an agenda or a bulletin: they speak of everything, and offer nothing of it."""
    return about(page, _PROCEEDINGS)


def near(node: LexborNode) -> str:
    """The words that stand next to a thing: the heading above it, its caption, and the short blocks just before it."""
    told = [heading_above(node)]
    for element in before(node, 3):
        words = squeeze(element.text(separator=" "))
        if words and len(words) <= BESIDE:
            told.append(words)
        if element.tag in ("h1", "h2", "h3", "h4"):
            break
    up = node.parent
    for _ in range(3):
        if up is None:
            break
        caption = up.css_first("figcaption") if up.tag == "figure" else None
        if caption:
            told.append(squeeze(caption.text(separator=" ")))
        up = up.parent
    return " — ".join(filter(None, told))


@derived
def blocks(page: Page) -> list[tuple[LexborNode, str]]:
    """The innermost blocks of the page's own content with their words: not its menus, header or footer."""
    nodes = content(page).css(BLOCKS)
    found = []
    for node, follower in zip_longest(nodes, nodes[1:]):
        if follower is None or not _holds(node, follower):
            words = squeeze(node.text(separator=" "))
            if words:
                found.append((node, words))
    return found


def sentences(words: str) -> list[str]:
    """The sentences of a paragraph."""
    return _SENTENCES.split(words)


def paragraph(page: Page, subject: Prose, says: Pattern[str], unless: Phrases) -> LexborNode | None:
    """The first paragraph in one sentence of which the subject is named and something that counts is said: a telephone, hours."""
    if not says_itself(page, subject) or proceedings(page) or not says.search(page.main_text):
        return None
    for node, words in blocks(page):
        if len(words) > PARAGRAPH or not says.search(words) or unless.within_folded(fold(words)):
            continue
        if any(says.search(sentence) and subject.within_folded(fold(sentence)) for sentence in sentences(words)):
            return node
    return None


def _holds(node: LexborNode, follower: LexborNode) -> bool:
    """Whether the next block in the document's order stands within this one."""
    name = node.mem_id
    up = follower.parent
    for _ in range(DEEP):
        if up is None:
            return False
        if up.mem_id == name:
            return True
        up = up.parent
    return False
