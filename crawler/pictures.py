"""Pictures: the images of a page, in every size that `srcset` offers. Pure."""

import re
from collections.abc import Iterator

from crawler.link import Link
from crawler.page import Page
from crawler.url import is_web, join

_FIRST = re.compile(r"[^\s,]\S*")


def candidates(srcset: str) -> Iterator[str]:
    """The addresses of a `srcset`, as written. Commas stand in addresses too: only one at the end, or after a size, parts them."""
    at = 0
    while at < len(srcset):
        found = _FIRST.search(srcset, at)
        if found is None:
            return
        url, at = found[0], found.end()
        if url.endswith(","):
            if bare := url.rstrip(","):
                yield bare
            continue
        yield url
        comma = srcset.find(",", at)
        if comma < 0:
            return
        at = comma + 1


def pictures(page: Page) -> Iterator[Link]:
    """Images that are fetched by an address: <img>, and what <picture> offers instead."""
    for node in page.outline.nodes("img", "source"):
        attributes = node.attributes
        words = attributes.get("alt") or ""
        written = [("src", attributes.get("src") or "")] if node.tag == "img" else []
        written += [("srcset", one) for one in candidates(attributes.get("srcset") or "")]
        for attribute, raw in written:
            href = join(page.base, raw) if raw else None
            if href and is_web(href):
                yield Link(href, raw, words, page.url, "", "", "img", attribute)
