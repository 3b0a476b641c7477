"""Shallow: a document that cannot make the parser work for minutes. Pure.

The parser's time grows with the square of the open elements and of the attributes of one tag, and each block makes again all
formatting that was left open (`<font>` without its end): 14 KB were seen to take 200 MB, 600 KB five minutes. A document that
goes too far is cut there; what stands before is kept (docs/decisions/0004). It grows with the square of the choices of one list
too: those that nobody would scroll through are left out.
"""

import re
from collections import Counter
from itertools import count

DEEPEST = 2000
"""Open elements beyond which a page is an attack."""
MOST_ATTRIBUTES = 2000
MOST_MADE = 200_000
"""Formatting elements that the parser may make again: about 80 MB."""
_FEW_TAGS, _FEW_PARTS, _SMALL = 894, 20_000, 60_000
"""Of so few tags, whichever of them are formatting, the others make at most a quarter of their square again: no more than MOST_MADE."""

# As browsers take tags apart: marks that are quoted do not end them. Possessive: linear whatever is written.
_TAG = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][^\s/>]*+)((?:[\s/]++|[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+)*+)>?""",
    re.S,
)
_NAMES = re.compile(r"""[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+""")
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.I) for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")}  # fmt: skip
# Void, or commonly left open: an open one of these closes the one before.
_FREE = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option".split()  # noqa: SIM905
)
# Links are no part of these: a link ends the one before it.
_FORMATTING = frozenset(
    "b big code em font i nobr s small strike strong tt u".split()  # noqa: SIM905
)
# The first letter tells most tags apart, three times as fast as name after name.
_FORMATS = re.compile(
    rf"<(?=[{''.join(sorted({name[0] for name in _FORMATTING}))}])(?:{'|'.join(sorted(_FORMATTING))})(?=[\s/>])", re.I
)
# Only within drawings does a slash end an element.
_DRAWN = frozenset(
    "path circle rect line polygon polyline ellipse use stop image g text tspan defs animate animatetransform lineargradient radialgradient clippath mask symbol style metadata mpath set view".split()  # noqa: SIM905
)


MOST_CHOICES = 1000
_CHOICE = re.compile(r"<option\b[^>]{0,300}>[^<]*(?:</option\s{0,9}>)?", re.I)


def with_few_choices(html: str) -> str:
    """The document without the options beyond the first thousand: 16,000 in one list took the parser four seconds."""
    if html.count("<o") + html.count("<O") <= MOST_CHOICES:
        return html
    number = count()
    return _CHOICE.sub(lambda found: found[0] if next(number) < MOST_CHOICES else "", html)


def shallow(html: str) -> str:
    """The document, cut where it goes too far."""
    tags = html.count("<")
    few = tags <= _FEW_TAGS or (tags <= DEEPEST and len(_FORMATS.findall(html)) * tags <= MOST_MADE)
    if few and (len(html) <= _SMALL or html.count("/") + len(html.split()) <= _FEW_PARTS):
        return html
    return html[: _end(html)]


def _end(html: str) -> int:
    """How far the document can be read."""
    opened: Counter[str] = Counter()
    depth = formats = made = at = 0
    drawing = False
    while tag := _TAG.search(html, at):
        at = tag.end()
        closing, name, inside = tag[1], (tag[2] or "").lower(), tag[3] or ""
        if not name:
            continue
        if len(inside) > 2 * MOST_ATTRIBUTES and sum(1 for _ in _NAMES.finditer(inside)) > MOST_ATTRIBUTES:
            return tag.start()
        if name not in _FORMATTING:
            made += formats
            drawing = name == "svg" if not closing and name not in _DRAWN else drawing and name != "svg"
        if closing:
            # What was not opened closes nothing.
            if opened[name] > 0:
                opened[name] -= 1
                depth -= 1
                formats -= name in _FORMATTING
            continue
        slashed = inside == "/" or (inside.endswith("/") and inside[-2] in " \n\t\r\f\"'/")
        if name not in _FREE and not (slashed and drawing and name in _DRAWN):
            opened[name] += 1
            depth += 1
            formats += name in _FORMATTING
        if depth > DEEPEST or made > MOST_MADE:
            return tag.start()
        if name in _ENDS and not drawing:
            over = _ENDS[name].search(html, at)
            at = over.start() if over else len(html)
    return len(html)
