"""Link: where a page leads, in whose words, from which region. Pure."""

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from crawler.markup import label, region_of, squeeze
from crawler.url import host, is_web, join


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: `href` absolute, `text` what a reader sees or hears (text, else aria-label, title, image alt).

    `raw` is the attribute as written, `region` one of nav, header, footer, aside, main, head or '', `on` the URL of its page.
    """

    href: str
    raw: str
    text: str
    on: str
    rel: str = ""
    region: str = ""
    tag: str = "a"
    attribute: str = ""
    """where `raw` is written, '' for the usual one of its tag"""

    @property
    def host(self) -> str:
        return host(self.href)

    @property
    def selector(self) -> str:
        """A CSS selector that finds this link on its page."""
        if self.attribute == "xlink:href":
            # No selector names an attribute with a prefix.
            return "svg a:not([href])"
        attribute = self.attribute or ("href" if self.tag in ("a", "area", "link") else "src")
        return f'{self.tag}[{attribute}="{_css_string(self.raw)}"]'


def _css_string(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")


def anchors(tree: LexborHTMLParser, base: str, on: str) -> tuple[list[Link], list[Link], list[Link]]:
    """(links of the web, stubs, mail and telephone links)."""
    web: list[Link] = []
    stubs: list[Link] = []
    mails: list[Link] = []
    regions: dict[int, str] = {}
    # Old interactive maps are drawings whose links bear the prefix that SVG once asked for.
    for node in tree.css("a[href], area[href], frame[src], svg a:not([href])"):
        attributes = node.attributes
        tag = node.tag or "a"
        named = "src" if tag == "frame" else "href" if "href" in attributes else "xlink:href"
        if named not in attributes:
            continue
        raw = (attributes.get(named) or "").strip()
        words = label(node)
        region = region_of(node, regions)
        rel = (attributes.get("rel") or "").lower()
        lowered = raw[:12].lower()
        prefixed = named if named == "xlink:href" else ""
        if not raw or raw.startswith("#") or lowered.startswith("javascript:"):
            stubs.append(Link(raw, raw, words, on, rel, region, tag, prefixed))
        elif lowered.startswith(("mailto:", "tel:")):
            mails.append(Link(raw, raw, words, on, rel, region, tag, prefixed))
        else:
            href = join(base, raw)
            if href and is_web(href):
                web.append(Link(href, raw, words, on, rel, region, tag, prefixed))
    return web, stubs, mails


def announced_feeds(tree: LexborHTMLParser, base: str, on: str) -> list[Link]:
    """The feeds that the head announces."""
    found = []
    for node in tree.css('link[rel~="alternate"][href]'):
        kind = (node.attributes.get("type") or "").lower()
        raw = node.attributes.get("href") or ""
        href = join(base, raw)
        if ("rss" in kind or "atom" in kind) and href and is_web(href):
            found.append(Link(href, raw, squeeze(node.attributes.get("title") or ""), on, "alternate", "head", "link"))
    return found
