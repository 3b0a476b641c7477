"""Heading: what names a part of a page, marked up as one or only looking like one. Pure."""

import re
from collections import Counter
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from crawler.markup import FRAME, label, region_of, squeeze
from crawler.outline import Outline

RUN_IN = 7
"""The level of the bold words that begin a paragraph and name it: « <p><b>Cimetière</b> : une concession … »."""


class Heading(NamedTuple):
    """A heading: level 1 to 6, or a run-in one."""

    level: int
    text: str
    node: LexborNode


def headings(outline: Outline) -> list[Heading]:
    """h1 to h6 with words, in order, what is used as one (level 4): summary, caption, a line all in bold …, and what begins a paragraph."""
    found = []
    for node in _candidates(outline):
        tag = node.tag or ""
        level = _LEVELS.get(tag)
        words = squeeze(node.text(separator=" "))
        if level:
            words = words or label(node)
            if words:
                found.append(Heading(level, words, node))
        elif tag in ("td", "th"):
            found.append(Heading(RUN_IN, words.rstrip(" :"), node))
        elif words[:1] in _BULLETS and words[-1:] == ".":
            continue
        elif 2 < len(words) <= 90 and _names_what_follows(node, tag, words):
            found.append(Heading(4, words, node))
        elif tag in ("strong", "b") and 2 < len(words) <= _RUN and _begins(node, words):
            found.append(Heading(RUN_IN, words.rstrip(" :"), node))
    # What comes again is a field of each thing told: « Lieu : », « Circulation : ».
    times = Counter(heading.text for heading in found if heading.level == RUN_IN)
    return [heading for heading in found if heading.level < RUN_IN or times[heading.text] == 1]


_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_TAGS = (*_LEVELS, "summary", "caption", "legend", "dt", "strong", "b")
_FOLDS = ("accordion", "toggle", "collaps", "panel-title", "tab-", "-tab")
_BULLETS = ("•", "·", "▪", "-", "–", "*")
"""What begins an item of a list, that a full stop ends."""
_RUN = 60
"""Characters up to which bold words name the paragraph that they begin."""


def _candidates(outline: Outline) -> list[LexborNode]:
    """Headings, and what may be used as one: by its tag, its class, its role, or as a button that opens what follows."""
    plain = outline.nodes(*_TAGS)
    titled = outline.classed("titre", "title")
    opening = [button for button in outline.nodes("button") if "aria-expanded" in button.attributes or _in_fold(button)]
    tabs = [tab for tab in outline.playing("tab") if tab.tag != "a" and "aria-controls" in tab.attributes]
    folded = [node for node in outline.classed(*_FOLDS) if node.tag == "a" and opens(node)]
    folding = [node for node in folded if region_of(node, {}) not in FRAME]
    posing = outline.playing("heading")
    return outline.together(plain, titled, opening, tabs, folding, posing, _large(outline), _rows(outline), _tabs(outline))


_PANES = ("tab_content", "tab-content", "tab-pane", "tab_pane", "tabcontent")
_PANE = ", ".join(f"[class*={name}]" for name in _PANES)
_FILLED = 25
"""Characters from which what a tab shows says something."""
_LISTS = 20
"""Lists of tabs that are read on a page."""


def _tabs(outline: Outline) -> list[LexborNode]:
    """The titles of tabs that a script alone opens, `<ul class="tabs"><li><a href="#">`, each of which has something to show."""
    if not outline.classed(*_PANES):
        return []
    found = []
    for tabs in [node for node in outline.classed("tabs") if node.tag in ("ul", "ol")][:_LISTS]:
        titles = [link for link in tabs.css("li > a") if (link.attributes.get("href") or "#") == "#"]
        held = tabs.parent.css(_PANE) if tabs.parent is not None and titles else []
        # What holds them all may be called so too: they stand side by side.
        beside = {pane.mem_id for pane in held}
        around = {pane.parent.mem_id for pane in held if pane.parent is not None and pane.parent.mem_id in beside}
        panes = [pane for pane in held if pane.mem_id not in around]
        if len(panes) == len(titles):
            found += [one for one, pane in zip(titles, panes, strict=True) if len(pane.text(strip=True)) >= _FILLED]
    return found


_SIZE = re.compile(
    r"font-size\s*:\s*(?:(?:2[0-9]|[3-9][0-9])(?:\.\d+)?px|(?:1[5-9]|[2-9][0-9])(?:\.\d+)?pt|(?:1\.[3-9]\d*|[2-9](?:\.\d+)?)r?em"
    r"|1[3-9][0-9]%|2[0-9][0-9]%|(?:x+-)?large\b)",
    re.I,
)
_PROSE = 200
"""Characters in large letters beyond which the page is written in them: they name nothing."""


def _large(outline: Outline) -> list[LexborNode]:
    """Lines in letters larger than the text: what an editor without headings writes instead of them."""
    found = []
    for node in outline.sized():
        attributes = node.attributes
        size = attributes.get("size") or ""
        if not (_SIZE.search(attributes.get("style") or "") or size.strip() in ("4", "5", "6", "7", "+1", "+2", "+3", "+4")):
            continue
        if len(node.text()) > _PROSE:
            return []
        if node.tag in ("span", "font", "div", "p") and region_of(node, {}) not in FRAME and _is_alone(node):
            found.append(node)
    return found


_CELL = 40
"""Characters up to which the first cell of a row names it."""
_SERVES = re.compile(r"0[1-9](?:[ ./-]?[0-9]{2}){4}(?![0-9])|[0-9]\s?[hH]")
_FORBIDS = "interdit"
"""In a row of hours: when a thing may not be done, and no service."""


def _rows(outline: Outline) -> list[LexborNode]:
    """The first cells of rows that give a link, a telephone or hours: « Crèche | 20 places | 02 31 … »."""
    found = []
    for row in outline.nodes("tr"):
        cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        if len(cells) == 1 and "colspan" in cells[0].attributes and 2 < len(cells[0].text(strip=True)) <= _CELL:
            # What stands over the whole width of a table names what follows.
            if cells[0].css_first("a[href], h1, h2, h3, h4, b, strong, img") is None:
                found.append(cells[0])
            continue
        if (
            len(cells) < 2
            or not 2 < len(cells[0].text(strip=True)) <= _CELL
            or row.css_first("table, td a[href] ~ a[href] ~ a[href]")
        ):
            continue
        rest = cells[1:]
        served = any(cell.css_first("a[href]") is not None or _SERVES.search(cell.text()) for cell in rest)
        served = served and not any(_FORBIDS in cell.text() for cell in rest)
        if served and cells[0].css_first("a[href], h1, h2, h3, h4, b, strong") is None:
            found.append(cells[0])
    return found


def _is_alone(node: LexborNode) -> bool:
    """Whether it is all that its block holds."""
    up = node
    while up.tag in INLINE and up.parent is not None:
        if not _is_without_neighbours(up):
            return False
        up = up.parent
    return up.tag in ("div", "p", "td", "body") and len(squeeze(node.text(separator=" "))) <= _RUN


INLINE = ("u", "font", "span", "em", "center", "i")
"""What may stand around bold words without being a line of its own."""
_BLOCKS = ("p", "ul", "ol", "table", "hr", "div", "h1", "h2", "h3", "h4")


def opens(node: LexborNode) -> bool:
    """Whether a link leads nowhere but opens what is folded below it: a part of an accordion, a tab."""
    attributes = node.attributes
    written = (attributes.get("href") or "").strip()
    if "href" not in attributes:
        return not attributes.keys() & {"onclick", "data-href", "data-link"} and _in_fold(node)
    if written.startswith("#") and len(written) > 1 and written != "#!":
        return True
    turns = any(name in attributes for name in ("aria-expanded", "aria-controls", "data-target", "data-bs-target"))
    return turns and (written in ("", "#") or written.startswith("javascript:"))


def _in_fold(node: LexborNode) -> bool:
    """Whether the element stands in what is marked up as tabs or as an accordion."""
    up = node.parent
    while up is not None and up.is_element_node:
        classes = up.attributes.get("class") or ""
        if "accordion" in classes or "tab" in classes:
            return True
        up = up.parent
    return False


def _is_first_line(node: LexborNode) -> bool:
    """Whether what is bold is a paragraph's first line: « <p><strong>Médecins</strong><br>… »."""
    before, after = node.prev, node.next
    while before is not None and not before.is_element_node and not (before.text() or "").strip():
        before = before.prev
    while after is not None and not after.is_element_node and not (after.text() or "").strip():
        after = after.next
    if before is None and after is not None and after.tag == "br":
        return True
    # Between blocks, on no line of its own: « <hr><font><b>Les poubelles</b></font><p>… ».
    top, up = node, node.parent
    while up is not None and up.tag in INLINE and _is_without_neighbours(top):
        top, up = up, up.parent
    return up is not None and up.tag in ("body", "td", "div") and _ends_line(top, -1) and _ends_line(top, 1)


def _is_without_neighbours(node: LexborNode) -> bool:
    """Whether no words stand beside it in what holds it: told from what is next to it, as that may hold a megabyte of others."""
    before, after = node.prev, node.next
    while before is not None and _is_blank(before):
        before = before.prev
    while after is not None and _is_blank(after):
        after = after.next
    return before is None and after is None


def _is_blank(node: LexborNode) -> bool:
    return node.is_comment_node or not (node.text() or "").strip()


def _ends_line(node: LexborNode, way: int) -> bool:
    """Whether nothing but a block stands beside the element on this side of it."""
    beside = node.prev if way < 0 else node.next
    while beside is not None and not (beside.text() or "").strip() and beside.tag not in _BLOCKS:
        beside = beside.prev if way < 0 else beside.next
    return beside is not None and beside.tag in _BLOCKS


def _begins(node: LexborNode, words: str) -> bool:
    """Whether bold words begin a paragraph, and a colon or a dash parts them from the rest."""
    before, after, up = node.prev, node.next, node.parent
    while up is not None and up.tag in INLINE and before is None:
        before, after, up = up.prev, after or up.next, up.parent
    while before is not None and not (before.text() or "").strip() and before.tag != "br":
        before = before.prev
    if up is None or up.tag not in ("p", "td", "div") or (before is not None and before.tag != "br"):
        return False
    return words.endswith(":") or (after is not None and squeeze(after.text() or "").startswith((":", "–", "—", "- ")))


def _names_what_follows(node: LexborNode, tag: str, words: str) -> bool:
    """Whether an element that is no h1 to h6 is used as a heading: nothing stands beside it on its line, and it holds none."""
    if tag != "a" and node.css_first("a[href], h1, h2, h3, h4, h5, h6") is not None:
        return False
    up = node.parent
    if tag in ("strong", "b"):
        alone = _is_without_neighbours(node)
        while up is not None and up.tag in INLINE:
            alone = alone and _is_without_neighbours(up)
            up = up.parent
        return (
            up is not None and up.tag not in ("a", "li", "h1", "h2", "h3", "h4", "h5", "h6") and (alone or _is_first_line(node))
        )
    while up is not None and up.tag not in ("body", "main", "section", "nav"):
        if up.tag in ("a", "h1", "h2", "h3", "h4", "h5", "h6", "head"):
            return False
        up = up.parent
    return tag != "title"
