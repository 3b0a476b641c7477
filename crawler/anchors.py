"""Anchors: links to a place within a page that the page does not have. Pure.

Reading stops at nothing: whatever looks like an id anywhere in the document, scripts included, counts, and only pages that were
read whole are judged. A page of one thousand ids costs four kilobytes until the walk ends, all pages together at most two megabytes.
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import unquote
from zlib import crc32

from crawler.link import Link
from crawler.page import Page
from crawler.url import address, fingerprint, is_web, join

MOST_IDS = 500_000
MOST_WANTED = 5_000
# Found by the = and looked at backwards: a pattern that begins with the name, folds case and allows blanks costs thirty times as much.
_NAMED = re.compile(
    r"""=(?:(?<=[iI][dD]=)|(?<=[nN][aA][mM][eE]=)|(?<=([ \t\r\n\f])=))\s*+"""
    r"""(?:"([^"=]{1,200})|'([^'=]{1,200})|([^\s"'<>=]{1,200}))"""
)
# What programs write behind the #: routes, states, text fragments. None of it is an id.
_PROGRAM = ("!", "/", "?", ":")
# A link that a script takes over leads nowhere by itself.
_HANDLES = (
    "on", "@", "x-on", "ng-", "v-on", "uk-", "data-uk", "data-toggle", "data-bs-", "data-target", "data-tab", "data-modal",
    "data-fancybox", "data-lightbox", "data-micromodal", "aria-controls", "aria-expanded", "aria-haspopup",
)  # fmt: skip


@dataclass(slots=True)
class Anchors:
    """Sees pages one after the other; at the end tells which links have no place to go to. Bounded."""

    _ids: dict[int, "array[int]"] = field(default_factory=dict)
    """of a page, by the hash of its fingerprint"""
    _same: dict[bytes, "array[int]"] = field(default_factory=dict)
    _wanted: dict[tuple[str, str], Link] = field(default_factory=dict)
    _count: int = 0

    def see(self, page: Page) -> None:
        """A page that was read whole."""
        for link, href in _pointing(page):
            where, _, place = href.partition("#")
            key = (fingerprint(where), place)
            if key not in self._wanted and len(self._wanted) < MOST_WANTED and not _of_program(place):
                if place.lower() == "top" or _handled(page, link):
                    continue
                self._wanted[key] = link
        ids = array("I", sorted({crc32(found.encode("utf-8", "replace")) for found in places(page.html)}))
        if self._count + len(ids) <= MOST_IDS:
            # The pages of one template mostly have the same places.
            self._ids[hash(fingerprint(page.url))] = self._same.setdefault(ids.tobytes(), ids)
            self._count += len(ids)

    def missing(self) -> Iterator[Link]:
        """The first link to each place that its page, which was read, does not have; in the order in which they were met."""
        for (where, place), link in self._wanted.items():
            ids = self._ids.get(hash(where))
            if ids is not None and not any(_hash(name) in ids for name in (place, unquote(place))):
                yield link


def places(html: str) -> Iterator[str]:
    """Everything in the document that looks like an id or a name."""
    for found in _NAMED.finditer(html):
        if found[1] and not html[max(0, found.start() - 20) : found.start()].rstrip().lower().endswith(("id", "name")):
            continue
        name = found[2] or found[3] or found[4]
        yield unescape(name) if "&" in name else name


def _pointing(page: Page) -> Iterator[tuple[Link, str]]:
    for link in page.links:
        if "#" in link.href and not link.href.endswith("#"):
            yield link, link.href
    for link in page.stubs:
        if len(link.raw) > 1 and link.raw.startswith("#"):
            href = join(page.base, link.raw)
            if href and is_web(href):
                # Without <base> it is this page, whatever was asked before the redirects.
                yield link, href if address(page.base) != address(page.url) else f"{address(page.url)}#{href.partition('#')[2]}"


def _of_program(place: str) -> bool:
    return place.startswith(_PROGRAM) or "=" in place or "&" in place or ":~:" in place


def _handled(page: Page, link: Link) -> bool:
    nodes = page.tree.css(link.selector)
    return any(
        (node.attributes.get("role") or "") in ("button", "tab", "menuitem")
        or any(name.startswith(_HANDLES) for name in node.attributes)
        for node in nodes
    )


def _hash(name: str) -> int:
    return crc32(name.encode("utf-8", "replace"))
