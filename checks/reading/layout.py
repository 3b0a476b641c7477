"""Layout: where the own content of a page begins that marks up neither menu nor content, as tables laid out in 2005 do. Pure."""

from typing import NamedTuple

from selectolax.lexbor import LexborNode

from checks.text.folding import fold
from crawler.markup import squeeze
from crawler.page import Page, content, derived

_RUN_OF_LINKS = 3
"""Links before the heading from which they are a menu."""
_TITLING = ("h1", "h2", "h3", "h4", "b", "strong", "font")
_BANNER = 60
"""Characters besides these links that a banner may have."""


class Rest(NamedTuple):
    """What follows the heading that names the page: its words, its links, and whether it shows anything."""

    words: str
    links: list[str]
    shows: bool


@derived
def rest(page: Page) -> Rest | None:
    """What follows the heading after a run of links and nothing else; None where a page is not built so."""
    body, title = content(page).body, fold(page.title)
    named = next((h for h in page.headings if fold(h.text) in title), None)
    if body is None or named is None:
        return None
    nodes = body.css(", ".join(("a[href]", "img", "iframe", "object", "embed", "form", "table", "ul", *_TITLING)))
    at = next((n for n, node in enumerate(nodes) if node.tag in _TITLING and squeeze(node.text(separator=" ")) == named.text), -1)
    menu = [words for node in nodes[: max(at, 0)] if (words := _link(node))]
    if len(menu) < _RUN_OF_LINKS:
        return None
    text, began = page.main_text, 0
    for words in (*menu, named.text):
        began = text.find(words, began) + len(words)
    if began - sum(map(len, menu)) - len(named.text) - len(menu) > _BANNER:
        return None
    after = nodes[at + 1 :]
    shows = any(node.tag not in ("a", "b", "strong", "font") for node in after)
    return Rest(text[began:].strip(), [words for node in after if (words := _link(node))], shows)


def _link(node: LexborNode) -> str:
    return squeeze(node.text(separator=" ")) if node.tag == "a" else ""
