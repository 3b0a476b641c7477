"""Markup: words, labels and regions of a parsed document. Knows nodes, not pages. Pure."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

_SPACE = re.compile(r"\s+")
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
_UNSEEN = {"script", "style", "noscript", "template", "svg", "head", "-comment"}


def squeeze(text: str) -> str:
    """The text on one line, white space folded."""
    return _SPACE.sub(" ", text).strip()


def words_of(node: LexborNode, without: frozenset[str]) -> Iterator[str]:
    """Text nodes under the node in order, but for scripts and for elements in `without`. Iterative: depth is no danger."""
    stack: list[LexborNode] = [node]
    while stack:
        current = stack.pop()
        if current.is_text_node:
            yield current.text_content or ""
            continue
        tag = current.tag or ""
        if tag in _UNSEEN or tag in without:
            continue
        children = list(current.iter(include_text=True))
        stack.extend(reversed(children))


def label(node: LexborNode) -> str:
    """What a reader sees or hears of a link: its text, else aria-label, title, then the alt of its image."""
    words = squeeze(node.text(separator=" "))
    if words:
        return words
    attributes = node.attributes
    for name in ("aria-label", "title", "alt"):
        if attributes.get(name):
            return squeeze(attributes[name] or "")
    image = node.css_first("img, svg title")
    if image is None:
        return ""
    return squeeze(image.attributes.get("alt") or image.attributes.get("title") or image.text())


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
            for name, pattern in _REGION_WORDS:
                if pattern.search(marks):
                    return name
    return ""


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
