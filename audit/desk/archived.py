"""Archived pages as a reviewer may look at them: their words and their structure, the quote marked, nothing that acts. Pure.

Made anew from a list of what may stay, never by taking away what is known to be bad: no script, no style, no address that is
loaded, no attribute of the page's own but spans of cells. Pictures, embeds and fields become their descriptions.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup, escape
from selectolax.lexbor import LexborNode

from crawler.page import Page
from crawler.url import is_web, join
from reports.phrases import clean

MOST = 400_000
"""Characters of a page that are shown."""
LONGEST = 20_000
"""Characters of one run of text that are shown."""
DEEPEST = 200


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_KEPT = _tags(
    "p div section article main aside nav header footer h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tfoot tr td th "
    "blockquote pre code em strong b i u s small sub sup br hr figure figcaption address cite q abbr time fieldset legend"
)
_VOID = _tags("br hr")
_DROPPED = _tags("script style noscript template head title meta link base canvas math svg option datalist")
_FRAMES = {"iframe": "Contenu intégré", "object": "Contenu intégré", "embed": "Contenu intégré", "video": "Vidéo", "audio": "Son"}
_SUBSTITUTES = {"form": "div", "details": "div", "summary": "p", "label": "span", "button": "span", "a": "span"}
# Controls, marks that turn or hide text, lone surrogates; white space stays.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


class Shown(NamedTuple):
    """The page's body, and how much of the quote was found on it: words, place (only where it stood), or '' when neither."""

    html: Markup
    found: str


@dataclass(slots=True)
class _Piece:
    """A part of the page to come: markup of ours as it is, or words of the page's."""

    text: str
    foreign: bool = False
    chosen: bool = False
    marks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _End:
    """Where an element ends."""

    closing: str
    chosen: bool


def shown(page: Page, quote: str = "", selector: str = "") -> Shown:
    """The page with the quote marked: in the element that the selector names where that holds it, else where it stands first."""
    title = [_Piece('<p class="title">'), _Piece(clean(page.title, 300), foreign=True), _Piece("</p>")]
    body = list(_pieces(page, _chosen(page, selector)))
    found = "words" if _mark(body, quote) or _mark(title, quote) else "place" if any(p.chosen for p in body) else ""
    pieces = title + body
    return Shown(Markup("").join(_written(pieces, anchor=found == "words")), found)


def _chosen(page: Page, selector: str) -> int:
    """The element that a selector of ours names, 0 when there is none: the page may have been written to have none."""
    if not selector or selector in ("body", "html") or selector.startswith("#page="):
        return 0
    try:
        node = page.tree.css_first(selector)
    except Exception:
        return 0
    return node.mem_id if node else 0


def _pieces(page: Page, chosen: int) -> Iterator[_Piece]:
    """What is written of the page, in its order. `chosen` pieces stand in the chosen element."""
    root = page.tree.body or page.tree.root
    left, inside, depth = MOST, 0, 0
    stack: list[LexborNode | _End] = [root] if root else []
    while stack:
        node = stack.pop()
        if isinstance(node, _End):
            inside -= node.chosen
            depth -= 1
            yield _Piece(node.closing)
            continue
        if node.tag == "-text":
            words = _UNSEEN.sub("", node.text_content or "")
            words = words if len(words) <= LONGEST else words[:LONGEST] + "…"
            left -= len(words)
            yield _Piece(words, foreign=True, chosen=inside > 0)
            if left < 0:
                yield _Piece('<p class="cut">La suite de cette page n’est pas montrée : elle est trop longue.</p>')
                stack = [rest for rest in stack if isinstance(rest, _End)]
            continue
        if not node.is_element_node or node.tag in _DROPPED:
            continue
        is_chosen = node.mem_id == chosen
        opening, words, closing, goes_on = _element(node, page)
        if depth > DEEPEST:
            opening = closing = ""
        if is_chosen and not closing:
            opening, closing = "<span>", "</span>"
        inside += is_chosen
        depth += 1
        stack.append(_End(closing, is_chosen))
        yield _Piece(opening, chosen=is_chosen)
        if words:
            yield _Piece(words, foreign=True, chosen=inside > 0)
        if goes_on:
            child = node.last_child
            while child is not None:
                stack.append(child)
                child = child.prev


def _element(node: LexborNode, page: Page) -> tuple[str, str, str, bool]:
    """(what opens it, words that describe it, what closes it, whether its children are shown)."""
    tag, said = node.tag or "", node.attributes
    if tag in _VOID:
        return f"<{tag}>", "", "", False
    if tag == "img":
        return '<span class="picture">', clean(said.get("alt") or "", 300) or "image sans texte", "</span>", False
    if tag in _FRAMES:
        source = said.get("src") or said.get("data") or said.get("data-src") or ""
        told = " · ".join(filter(None, (clean(said.get("title") or "", 200), clean(source, 300))))
        return f'<span class="embed"><b>{_FRAMES[tag]}</b> ', told, "</span>", tag in ("video", "audio", "object")
    if tag in ("input", "select", "textarea"):
        if (said.get("type") or "").lower() == "hidden":
            return "", "", "", False
        told = next(filter(None, map(said.get, ("placeholder", "value", "aria-label", "title", "name"))), "")
        return '<span class="field">', clean(told or "", 200) or "champ", "</span>", False
    if tag == "a" and said.get("href"):
        leads = join(page.base, said["href"] or "") or ""
        address = escape(clean(leads, 500)) if is_web(leads) else ""
        return f'<span class="link" title="{address}">' if address else '<span class="link">', "", "</span>", True
    if tag in ("td", "th"):
        return f"<{tag}{_spans(said)}>", "", f"</{tag}>", True
    if tag in _KEPT:
        return f"<{tag}>", "", f"</{tag}>", True
    other = _SUBSTITUTES.get(tag, "")
    return (f'<{other} class="{tag}">', "", f"</{other}>", True) if other else ("", "", "", True)


def _spans(said: dict[str, str | None]) -> str:
    """`colspan` and `rowspan` of a cell, when they are small numbers."""
    told = ""
    for name in ("colspan", "rowspan"):
        number = (said.get(name) or "").strip()
        if number.isascii() and number.isdecimal() and 1 < int(number[:4]) <= 50:
            told += f' {name}="{int(number)}"'
    return told


def _mark(pieces: list[_Piece], quote: str) -> bool:
    """Marks the quote's words where they stand; whether they were all found."""
    words = [part for part in quote.strip().removesuffix("…").split(" · ") if part.strip()]
    return bool(words) and all(
        _mark_words(pieces, part, chosen_only=True) or _mark_words(pieces, part, chosen_only=False) for part in words
    )


def _mark_words(pieces: list[_Piece], words: str, *, chosen_only: bool) -> bool:
    """White space and case do not count: an excerpt is folded, and puts spaces between the elements it is drawn from."""
    needle = _solid(_UNSEEN.sub("", words))
    those = [piece for piece in pieces if piece.foreign and (piece.chosen or not chosen_only)]
    solid = [_solid(piece.text) for piece in those]
    start = "".join(solid).find(needle) if needle else -1
    if start < 0:
        return False
    end, at = start + len(needle), 0
    for piece, text in zip(those, solid, strict=True):
        if at < end and at + len(text) > start:
            _mark_piece(piece, start - at, end - at)
        at += len(text)
    return True


def _solid(text: str) -> str:
    return "".join(text.split()).lower()


def _mark_piece(piece: _Piece, start: int, end: int) -> None:
    """Marks what makes the letters from `start` to `end` of its solid text."""
    at, first, last = 0, -1, -1
    for position, letter in enumerate(piece.text):
        if not letter.isspace():
            if start <= at < end:
                first, last = (first if first >= 0 else position), position
            at += len(letter.lower())
    if first >= 0:
        piece.marks.append((first, last + 1))


def _written(pieces: list[_Piece], *, anchor: bool) -> Iterator[Markup]:
    """The pieces as markup. The first mark, or the chosen element where no words are marked, is the place to scroll to."""
    waiting = anchor
    for piece in pieces:
        if not piece.foreign:
            opening = re.sub(r"\A<(\w+)", r'<\1 id="preuve"', piece.text) if piece.chosen and not anchor else piece.text
            yield Markup(opening)  # noqa: S704 - made of constants, numbers and escaped words by _element
            continue
        last = 0
        for begin, end in sorted(piece.marks):
            start = max(begin, last)
            name = Markup(' id="preuve"') if waiting else ""
            waiting = False
            yield escape(piece.text[last:start]) + Markup("<mark{}>{}</mark>").format(name, piece.text[start:end])
            last = end
        yield escape(piece.text[last:])
