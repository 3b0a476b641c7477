"""Embed: foreign content in a page, also what a consent tool keeps until the visitor agrees. Pure."""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.markup import squeeze
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


def embeds(tree: LexborHTMLParser, base: str) -> list[Embed]:
    """Every embed of the document, in order."""
    found = []
    for node in tree.css(
        "iframe, object[data], embed[src], video, [data-url], [videoid], [videoID], [data-src], [data-embed-src], [videourl]"
    ):
        attributes = node.attributes
        tag = node.tag or ""
        marks = (attributes.get("class") or "").lower()
        player = next((name for name in ("youtube", "dailymotion", "vimeo", "peertube", "creacast") if name in marks), "")
        plain = attributes.get("src") or attributes.get("data") or ""
        if tag == "video" and not plain:
            source = node.css_first("source[src]")
            plain = (source.attributes.get("src") or "") if source else ""
        gated = (
            next(
                (
                    attributes[name]
                    for name in ("data-url", "videourl", "data-embed-src", "data-src", "videoid")
                    if attributes.get(name)
                ),
                "",
            )
            or ""
        )
        if (
            tag == "img"
            or tag == "a"
            or (
                tag not in ("iframe", "object", "embed", "video")
                and not player
                and "tac_" not in marks
                and "iframe" not in marks
                and "embed" not in marks
            )
        ):
            continue
        raw = plain if plain and not plain.startswith("about:") else gated
        is_id = bool(raw) and "/" not in raw and "." not in raw
        href = "" if is_id or not raw else (join(base, raw) or "")
        if not (href or player):
            continue
        words = squeeze(attributes.get("title") or attributes.get("aria-label") or attributes.get("data-title") or "")
        found.append(Embed(href, player, words, raw is gated and bool(gated), node))
    return found
