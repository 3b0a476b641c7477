"""Observation: one sighting with its proof. `Observation.at` is the only place where provenance is made."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborNode

from crawler.document import Document
from crawler.embed import Embed
from crawler.form import Form
from crawler.heading import Heading
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page, derived
from crawler.visit import Visit

if TYPE_CHECKING:
    Fact = str | int | date

EXCERPT = 200
"""Characters an excerpt holds at most."""


_BLANK = re.compile(r"\s+")
_ENOUGH = 12
"""Words by which an excerpt is found again."""
_SHARED = 4
"""Levels below the body whose words are kept for other sightings: each may hold the whole text once more."""


class Trust(IntEnum):
    """How much one sighting, or a finding, can be relied on. A hint alone never makes a feature present."""

    HINT = 1
    LIKELY = 2
    SURE = 3


Spot = Link | Heading | Form | Embed | LexborNode | str | None
"""Where on a page a thing was seen; a plain string is an excerpt of the page's text."""


@dataclass(frozen=True, slots=True)
class Observation:
    """What was seen where. `proof` names its kind (label, heading, path, form, host, embed, text, structure, visit):
    two kinds that agree are independent proofs. `target` is the URL it leads to, or what tells the sighting from others of its
    kind; `whole` is false when it only shows a part of the feature; `dated` is the day of the content; `facts` are names and
    counts for the text, and what begins with `_` is for the check's judge alone.

    Where a sighting stands (`selector`) is dear to tell, and most sightings say nothing new: that of a page is told by `place`
    when it is `settled`, as long as the page is there.
    """

    url: str
    excerpt: str
    selector: str
    fetched_at: datetime
    digest: str
    trust: Trust
    proof: str = "structure"
    target: str = ""
    whole: bool = True
    dated: date | None = None
    facts: dict[str, "Fact"] = field(default_factory=dict, compare=False)
    place: Callable[[], str] | None = field(default=None, compare=False, repr=False)

    def settled(self) -> "Observation":
        """The same, with its place told."""
        return replace(self, selector=self.place(), place=None) if self.place else self

    @classmethod
    def at(
        cls,
        page: Page,
        spot: Spot,
        trust: Trust = Trust.LIKELY,
        *,
        proof: str = "structure",
        excerpt: str = "",
        target: str = "",
        found: str = "",
        whole: bool = True,
        dated: date | None = None,
        **facts: "Fact",
    ) -> "Observation":
        """A sighting on a page. The excerpt and target are taken from the spot unless given.

        A spot that is text is found again by the words of `found`, else by its own.
        """
        words, leads_to = describe(spot)
        if isinstance(spot, str) or (spot is None and excerpt and proof == "text"):
            place = partial(innermost, page, found or excerpt or words)
        else:
            place = partial(place_of, spot, page)
        return cls(
            url=page.url,
            excerpt=shorten(excerpt or words or page.title),
            selector="",
            fetched_at=page.fetched_at,
            digest=page.digest,
            trust=trust,
            proof=proof,
            target=target or leads_to,
            whole=whole,
            dated=dated,
            facts=facts,
            place=place,
        )

    @classmethod
    def of(
        cls,
        visit: Visit,
        excerpt: str,
        trust: Trust = Trust.SURE,
        *,
        whole: bool = True,
        dated: date | None = None,
        **facts: "Fact",
    ) -> "Observation":
        """A sighting on a visit: told by the answer itself, or by the link that led there."""
        via = visit.via
        return cls(
            url=via.on if via else visit.landed or visit.url,
            excerpt=shorten(excerpt),
            selector=via.selector if via else "",
            fetched_at=visit.fetched_at,
            digest=visit.digest,
            trust=trust,
            proof="visit",
            target=visit.url if via else "",
            whole=whole,
            dated=dated,
            facts=facts,
        )

    @classmethod
    def within(
        cls,
        visit: Visit,
        document: Document,
        excerpt: str,
        trust: Trust = Trust.LIKELY,
        *,
        dated: date | None = None,
        **facts: "Fact",
    ) -> "Observation":
        """A sighting in the first lines of a document that the walk has read."""
        return cls(
            url=document.url,
            excerpt=shorten(excerpt),
            selector="#page=1",
            fetched_at=visit.fetched_at,
            digest=visit.digest,
            trust=trust,
            proof="document",
            target=visit.url,
            dated=dated,
            facts=facts,
        )


def shorten(text: str) -> str:
    """At most EXCERPT characters on one line, cut at a word and marked with an ellipsis."""
    line = squeeze(text)
    if len(line) <= EXCERPT:
        return line
    return line[: EXCERPT - 1].rsplit(" ", 1)[0] + "…"


@derived
def ranks(page: Page) -> dict[int, int]:
    """The places of its elements among those of the same tag, by `mem_id`, as far as they were asked for."""
    return {}


def _rank(node: LexborNode, known: dict[int, int]) -> int:
    """The place of a node among its siblings of the same tag, from 1; all siblings are counted at one go."""
    if node.mem_id not in known:
        counted: Counter[str | None] = Counter()
        first = node
        while (before := first.prev) is not None:
            first = before
        sibling: LexborNode | None = first
        while sibling is not None:
            tag = sibling.tag
            counted[tag] += 1
            known[sibling.mem_id] = counted[tag]
            sibling = sibling.next
    return known[node.mem_id]


def describe(spot: Spot) -> tuple[str, str]:
    """(excerpt, target) of a spot."""
    if spot is None:
        return "", ""
    if isinstance(spot, str):
        return spot, ""
    if isinstance(spot, Link):
        return spot.text or spot.href, spot.href
    if isinstance(spot, Heading):
        return spot.text, ""
    if isinstance(spot, Form):
        return " · ".join(filter(None, (spot.heading, spot.words))) or spot.marks, spot.action
    if isinstance(spot, Embed):
        return spot.title or spot.src or spot.player, spot.src
    return spot.text(separator=" "), spot.attributes.get("href") or ""


def place_of(spot: Link | Heading | Form | Embed | LexborNode | None, page: Page) -> str:
    """The selector of a spot that is no text."""
    if spot is None:
        return ""
    if isinstance(spot, Link):
        return spot.selector
    return path_to(spot if isinstance(spot, LexborNode) else spot.node, ranks(page))


@derived
def _said(page: Page) -> dict[int, str]:
    """The words of its elements by `mem_id`, as far as they were asked for: several sightings are sought in the same ones."""
    return {}


def innermost(page: Page, words: str) -> str:
    """The selector of the smallest element that holds the words; of the body when they are not found."""
    body = page.tree.body
    if body is None:
        return ""
    some = words.removesuffix("…").split()[:_ENOUGH]
    longest = max(some, key=len, default="")
    said = _said(page)
    node, inner, depth = body, True, 0
    while inner:
        inner, depth = False, depth + 1
        child = node.child
        while child is not None:
            if child.is_element_node:
                text = said.get(child.mem_id)
                if text is None:
                    text = child.text(separator=" ")
                    if depth <= _SHARED:
                        said[child.mem_id] = text
                if longest in text and _stand(text, some):
                    node, inner = child, True
                    break
            child = child.next
    return path_to(node, ranks(page))


def _stand(text: str, words: list[str]) -> bool:
    """Whether the words stand there, one after the other. No pattern: to make one for each sighting costs more than all its looking."""
    first, *others = words or [""]
    at = text.find(first)
    while at >= 0:
        end = at + len(first)
        for word in others:
            gap = _BLANK.match(text, end)
            if gap is None or not text.startswith(word, gap.end()):
                break
            end = gap.end() + len(word)
        else:
            return True
        at = text.find(first, at + 1)
    return False


def path_to(node: LexborNode, known: dict[int, int]) -> str:
    """A CSS selector from the nearest ancestor with an id down to the node; `known` remembers ranks, for one document."""
    steps: list[str] = []
    current: LexborNode | None = node
    while current is not None and current.is_element_node and len(steps) < 24:
        tag = current.tag or "*"
        name = current.attributes.get("id") or ""
        if name and name.replace("-", "").replace("_", "").isalnum() and not name[0].isdigit():
            steps.append(f"{tag}#{name}")
            break
        if tag in ("html", "body"):
            steps.append(tag)
            break
        steps.append(f"{tag}:nth-of-type({_rank(current, known)})")
        current = current.parent
    return " > ".join(reversed(steps))
