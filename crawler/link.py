"""Link: where a page leads, in whose words, from which region. Pure."""

import re
from typing import NamedTuple

from crawler.markup import FRAME, label, region_of, squeeze
from crawler.outline import Outline
from crawler.url import host, is_web, join


class Link(NamedTuple):
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
    def framed(self) -> bool:
        """Whether it stands in a menu, header or footer."""
        return self.region in FRAME

    @property
    def made(self) -> bool:
        """Whether a script, or a choice of a menu, makes a link of an element that is none."""
        return self.attribute in _LOOSE

    @property
    def selector(self) -> str:
        """A CSS selector that finds this link on its page."""
        if self.tag == "pdf":
            # How a reader is told to open a PDF at a page (RFC 8118).
            return f"#{self.attribute}"
        if self.attribute == "xlink:href":
            # No selector names an attribute with a prefix.
            return "svg a:not([href])"
        if self.attribute == "onclick":
            return f'{self.tag}[onclick*="{_css_string(self.raw)}"]'
        attribute = self.attribute or ("href" if self.tag in ("a", "area", "link") else "src")
        return f'{self.tag}[{attribute}="{_css_string(self.raw)}"]'


def _css_string(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")


_LOOSE = frozenset(["value", "data-href", "data-link", "onclick"])
_NO_ADDRESS = re.compile(r"[\s'\"<>{}]")
_BEGIN = ("http://", "https://", "//", "/", "./", "../")
_LONGEST = 2000
_PAGES = (".html", ".htm", ".php", ".php5", ".asp", ".aspx")
_GOES = re.compile(r"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\s*\(|window\.open\s*\()\s*['\"]([^'\"]{1,500})['\"]")


def _written(tag: str) -> tuple[str, ...]:
    """Where an element of this tag says where it leads, the surest first."""
    if tag in ("a", "area"):
        return ("href", "xlink:href", "data-href", "onclick")
    if tag == "frame":
        return ("src",)
    return ("value",) if tag == "option" else ("data-href", "data-link", "onclick")


def _address_in(named: str, written: str) -> str:
    if named == "onclick":
        goes = _GOES.search(written)
        written = goes[1].strip() if goes else ""
    if len(written) > _LONGEST or _NO_ADDRESS.search(written):
        return ""
    name = written.partition("#")[0].partition("?")[0].lower()
    return written if written.startswith(_BEGIN) or name.endswith(_PAGES) else ""


class Anchors(NamedTuple):
    """The links of a document: of the web, leading nowhere, mail and telephone, streams of sound or pictures."""

    web: list[Link]
    stubs: list[Link]
    mails: list[Link]
    streams: list[Link]


_WEB = ("/", "http")
_MAILS = ("mailto:", "tel:")
_PLAIN = frozenset({"href", "src"})
_STREAMS = ("mms:", "mmsh:", "rtsp:", "rtmp:")


def anchors(outline: Outline, base: str, on: str) -> Anchors:
    """Every link of the document by what its address is."""
    web: list[Link] = []
    stubs: list[Link] = []
    mails: list[Link] = []
    streams: list[Link] = []
    regions: dict[int, str] = {}
    # Old interactive maps are drawings whose links bear the prefix that SVG once asked for.
    for node in outline.leading():
        attributes = node.attributes
        tag = node.tag or "a"
        named = "href" if "href" in attributes and tag == "a" else next((n for n in _written(tag) if n in attributes), "")
        if not named:
            continue
        raw = (attributes[named] or "").strip()
        if named in _LOOSE:
            # Only what is written as an address is one: values of menus and of scripts mostly are not.
            raw = _address_in(named, raw)
            if not raw:
                continue
        kind, href = web, join(base, raw) if raw else ""
        if not raw or raw[0] == "#":
            kind, href = stubs, raw
        elif not raw.startswith(_WEB):
            lowered = raw[:12].lower()
            if lowered.startswith("javascript:"):
                kind, href = stubs, raw
            elif lowered.startswith(_MAILS):
                kind, href = mails, raw
            elif lowered.startswith(_STREAMS):
                kind, href = streams, raw
        if href and (kind is not web or is_web(href)):
            rel = attributes.get("rel")
            prefixed = "" if named in _PLAIN else named
            kind.append(Link(href, raw, label(node), on, rel.lower() if rel else "", region_of(node, regions), tag, prefixed))
    return Anchors(web, stubs, mails, streams)


def announced_feeds(outline: Outline, base: str, on: str) -> list[Link]:
    """The feeds that the head announces."""
    found = []
    for node in outline.nodes("link"):
        attributes = node.attributes
        if "alternate" not in (attributes.get("rel") or "").lower().split() or "href" not in attributes:
            continue
        kind = (attributes.get("type") or "").lower()
        raw = attributes.get("href") or ""
        href = join(base, raw)
        if ("rss" in kind or "atom" in kind) and href and is_web(href):
            found.append(Link(href, raw, squeeze(attributes.get("title") or ""), on, "alternate", "head", "link"))
    return found
