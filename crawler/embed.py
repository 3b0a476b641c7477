"""Embed: foreign content in a page, also what a consent tool keeps until the visitor agrees. Pure.

A site that asks before it embeds hides its council's video from whoever looks for `iframe[src]`: consent tools move the address
to an attribute of their own, or keep only the video's id.
"""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from crawler.link import Link
from crawler.markup import region_of, squeeze
from crawler.outline import Outline
from crawler.url import host, is_web, join

# tarteaucitron, Klaro, Cookiebot, Complianz, lazy loaders; ids last: an address says more.
_IDS = ("videoid", "data-videoid")
_GATES = (
    "data-url",
    "videourl",
    "data-embed-src",
    "data-src",
    "data-cookieblock-src",
    "data-src-cmplz",
    "data-cmp-src",
    "data-lazy-src",
    "data-iframe-src",
    *_IDS,
)
_FRAMES = ("iframe", "object", "embed", "video")
EMBEDDED = frozenset({*_FRAMES, "div", "span", "p", "section", "figure", "li", "youtube"})
"""Elements that show what is elsewhere, as they are or as a consent tool leaves them."""
# The page on which each service shows the video of an id.
_WATCH = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "vimeo": "https://vimeo.com/{}",
}
_PLAYERS = (*_WATCH, "peertube", "creacast")


_WAITING = ("tac_", "iframe", "embed", "yt-", "consent", "player", "lecteur")
"""Parts of the classes of what waits for the visitor to agree."""


@dataclass(frozen=True, slots=True)
class Embed:
    """Foreign content in the page: iframe, object, video, or what a consent tool keeps until the visitor agrees.

    `player` names the service when only a video id is given (`youtube`); `gated` is true behind a consent tool. `raw` is what
    stands in `attribute`: an address, or an id.
    """

    src: str
    player: str
    title: str
    gated: bool
    node: LexborNode = field(compare=False, repr=False)
    raw: str = ""
    attribute: str = ""

    @property
    def host(self) -> str:
        return host(self.src)

    @property
    def address(self) -> str:
        """Where a reader would see it: `src`, or the player's page for the id; '' when that is not known."""
        if self.src or not self.raw.isascii() or not self.raw.replace("-", "").replace("_", "").isalnum():
            return self.src
        return _WATCH[self.player].format(self.raw) if self.player in _WATCH else ""


_NEVER = frozenset({"img", "a", "source", "script", "picture", *_FRAMES})


def embeds(outline: Outline, base: str) -> list[Embed]:
    """Every embed of the document, in order."""
    found = []
    framed = outline.nodes(*_FRAMES)
    waiting = [node for node in outline.classed(*_PLAYERS, *_WAITING) if node.tag not in _NEVER]
    for node in outline.together(framed, waiting) if waiting else framed:
        attributes = node.attributes
        tag = node.tag or ""
        marks = (attributes.get("class") or "").lower()
        player = next((name for name in _PLAYERS if name in marks), "")
        named = "data" if tag == "object" else "src"
        plain = attributes.get(named) or ""
        if tag == "video" and not plain:
            source = node.css_first("source[src]")
            plain = (source.attributes.get("src") or "") if source else ""
        gate = next((name for name in _GATES if attributes.get(name)), "")
        gated = (attributes.get(gate) or "") if gate else ""
        if tag not in _FRAMES and not gated:
            continue
        # What stands in `src` until the visitor agrees is a blank page or nothing.
        raw = (plain if plain and not plain.startswith(("about:", "data:", "javascript:")) else gated).strip()
        is_id = bool(raw) and (("/" not in raw and "." not in raw) or (raw is not plain and gate in _IDS))
        href = "" if is_id or not raw else (join(base, raw) or "")
        if not (href or player):
            continue
        words = squeeze(attributes.get("title") or attributes.get("aria-label") or attributes.get("data-title") or "")
        behind = raw == gated.strip() and bool(gated)
        found.append(Embed(href, player, words, behind, node, raw, gate if behind else named))
    return found


def links_of(found: list[Embed], on: str) -> list[Link]:
    """The embeds as links from the page `on`: what a reader would be shown must be there."""
    regions: dict[int, str] = {}
    return [
        Link(where, embed.raw, embed.title, on, "", region_of(embed.node, regions), embed.node.tag or "iframe", embed.attribute)
        for embed in found
        if is_web(where := embed.address)
    ]
