"""Markup: words, labels and regions of a parsed document. Knows nodes, not pages. Pure."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

_REGION_TAGS = {
    "nav": "nav",
    "header": "header",
    "footer": "footer",
    "main": "main",
    "article": "main",
    "aside": "aside",
}
_REGION_WORDS = (
    ("nav", re.compile(r"\b(nav|navbar|menu|navigation|breadcrumb|ariane|sitemap|plan)", re.I)),
    ("footer", re.compile(r"\b(footer|pied|bas-?de-?page|bottom)", re.I)),
    ("header", re.compile(r"\b(header|banner|bandeau|entete|topbar)", re.I)),
    ("main", re.compile(r"\b(main|content|contenu|article|corps|entry|page-?body|texte)\b", re.I)),
)


def squeeze(text: str) -> str:
    """The text on one line, white space folded."""
    return " ".join(text.split())


_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
"""All white space but the space."""


def one_line(text: str) -> str:
    """`squeeze` for long texts: their thousands of words are not cut apart."""
    for blank in _BLANKS:
        if blank in text:
            text = text.replace(blank, " ")
    while "  " in text:
        text = text.replace("  ", " ")
    return text.strip(" ")


def one_lines(texts: list[str]) -> list[str]:
    """`one_line` of each, all at one go. No document has the character that parts them."""
    return [line.strip(" ") for line in one_line("\x00".join(texts)).split("\x00")] if texts else []


_NOT_READ = "script, style, noscript, template, svg, option"
_FRAMES = "nav, header, footer, aside"


def readable(tree: LexborHTMLParser) -> LexborHTMLParser:
    """A copy of the document with all that a reader sees, and nothing of what only the browser reads."""
    copy = tree.clone()
    # The innermost first: what stands in a node that is gone may not be touched.
    for node in reversed(copy.css(_NOT_READ)):
        node.decompose()
    return copy


def unframed(tree: LexborHTMLParser) -> list[str]:
    """Strips the document of the site's menus, header and footer, and gives their words; the header of an article is its content."""
    words = []
    for node in reversed(tree.css(_FRAMES)):
        inside = node.parent
        if node.tag != "header" or inside is None or inside.tag not in ("article", "main", "section"):
            words.append(node.text(separator=" "))
            node.decompose()
    return words[::-1]


CARD = 30
"""Characters of a link beyond which it may hold a heading and more."""


def label(node: LexborNode) -> str:
    """What a reader sees or hears of a link: its text, else aria-label, title, then the alt of its image."""
    words = squeeze(node.text(separator=" "))
    if len(words) > CARD:
        # A card: its heading names where it leads, the rest describes it.
        title = node.css_first("h1, h2, h3, h4, h5, h6") or _bold(node)
        named = squeeze(title.text(separator=" ")) if title else ""
        if named:
            return named
    if words:
        return words
    attributes = node.attributes
    for name in ("aria-label", "title", "alt"):
        if attributes.get(name):
            return squeeze(attributes[name] or "")
    image = node.css_first("img, svg title")
    if image is None:
        return ""
    told = image.attributes
    return squeeze(said(told) or told.get("alt") or image.text())


_SAYS_NOTHING = re.compile(
    r"\W{0,5}(?:responsive )?(?:images?|img|photos?|icônes?|icons?|illustrations?|pictures?)(?: responsives?)?\W{0,5}", re.I
)
"""An alternative that only says that it is a picture, as examples of frameworks give it."""


def said(attributes: Mapping[str, str | None]) -> str:
    """The words of a picture: its alternative unless that says nothing, else its title."""
    alt = attributes.get("alt") or ""
    return alt if alt and not _SAYS_NOTHING.fullmatch(alt) else attributes.get("title") or alt


def _bold(card: LexborNode) -> LexborNode | None:
    """The bold words of a card when they are an element of their own and others, not bare words, describe it."""
    title = card.css_first("strong, b")
    after = title.next if title is not None else None
    while after is not None and not after.is_element_node and not after.text(strip=True):
        after = after.next
    return title if after is not None and after.tag in ("span", "p", "div", "small") and after.text(strip=True) else None


FRAME = ("nav", "header", "footer")
"""Regions that are the same on every page."""


def region_of(node: LexborNode, memo: dict[int, str]) -> str:
    """The region of the page that holds the node, by element, role, id or class; '' when nothing says it."""
    path: list[int] = []
    found = ""
    up = node.parent
    while up is not None:
        known = memo.get(up.mem_id)
        if known is not None:
            found = known
            break
        path.append(up.mem_id)
        found = _own_region(up)
        if found:
            break
        up = up.parent
    for key in path:
        memo[key] = found
    return found


def _own_region(node: LexborNode) -> str:
    tag = node.tag or ""
    if tag in _REGION_TAGS:
        return _REGION_TAGS[tag]
    if tag in ("div", "ul", "table", "td", "section", "form", "tr"):
        attributes = node.attributes
        role = attributes.get("role") or ""
        if role:
            named = {"navigation": "nav", "banner": "header", "contentinfo": "footer", "main": "main"}.get(role)
            if named:
                return named
        marks = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
        if marks != " ":
            return _marked_region(marks)
    return ""


@lru_cache(maxsize=4096)
def _marked_region(marks: str) -> str:
    """The region that an element's id and class name: they come again on every page."""
    return next((name for name, pattern in _REGION_WORDS if pattern.search(marks)), "")


def heading_above(node: LexborNode, reach: int = 40) -> str:
    """The words of the nearest heading before the node, looking back over at most `reach` elements; '' when none."""
    for element in before(node, reach):
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption", "dt"):
            words = squeeze(element.text(separator=" "))
            if words:
                return words
        inner = element.css("h1, h2, h3, h4") if element.tag not in ("a", "p", "span") else []
        if inner:
            return squeeze(inner[-1].text(separator=" "))
    return ""


def beside(node: LexborNode, *, back: bool = False) -> LexborNode | None:
    """The element next to the node in their parent, over words and comments: the one after it, or `back` the one before."""
    found = node.prev if back else node.next
    while found is not None and not found.is_element_node:
        found = found.prev if back else found.next
    return found


def before(node: LexborNode, reach: int) -> Iterator[LexborNode]:
    """Elements before the node, nearest first: its earlier siblings, then its parent's, and so on."""
    current: LexborNode | None = node
    while current is not None and reach > 0:
        sibling = current.prev
        while sibling is not None and reach > 0:
            if sibling.is_element_node:
                reach -= 1
                yield sibling
            sibling = sibling.prev
        current = current.parent
