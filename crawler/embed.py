"""Embed: foreign content in a page, also what a consent tool keeps until the visitor agrees. Pure."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from crawler.markup import squeeze
from crawler.outline import Outline
from crawler.url import host, join


@dataclass(frozen=True, slots=True)
class Embed:
    """Foreign content in the page: iframe, object, video, or what a consent tool keeps until the visitor agrees.

    `player` names the service when only a video id is given (`youtube`); `gated` is true behind a consent tool.
    """

    src: str
    player: str
    title: str
    gated: bool
    node: LexborNode = field(compare=False, repr=False)

    @property
    def host(self) -> str:
        return host(self.src)


_TAGS = ("iframe", "object", "embed", "video")
PLAYERS = ("youtube", "dailymotion", "vimeo", "peertube", "creacast")
"""Video services that consent tools name in the class of what they keep."""
_GATES = ("data-url", "videourl", "data-embed-src", "data-src", "videoid")


def embeds(outline: Outline, base: str) -> list[Embed]:
    """Every embed of the document, in order."""
    found = []
    plain_ones = outline.nodes(*_TAGS)
    waiting = [node for node in outline.classed(*PLAYERS, "tac_", "iframe", "embed") if node.tag not in ("img", "a", *_TAGS)]
    for node in outline.together(plain_ones, waiting) if waiting else plain_ones:
        attributes = node.attributes
        tag = node.tag or ""
        marks = (attributes.get("class") or "").lower()
        player = next((name for name in PLAYERS if name in marks), "")
        plain = attributes.get("src") or attributes.get("data") or ""
        if tag == "video" and not plain:
            source = node.css_first("source[src]")
            plain = (source.attributes.get("src") or "") if source else ""
        gated = (
            next(
                (attributes[name] for name in _GATES if attributes.get(name)),
                "",
            )
            or ""
        )
        if tag not in _TAGS and not gated:
            continue
        raw = plain if plain and not plain.startswith("about:") else gated
        is_id = bool(raw) and "/" not in raw and "." not in raw
        href = "" if is_id or not raw else (join(base, raw) or "")
        if not (href or player):
            continue
        words = squeeze(attributes.get("title") or attributes.get("aria-label") or attributes.get("data-title") or "")
        found.append(Embed(href, player, words, raw is gated and bool(gated), node))
    return found
