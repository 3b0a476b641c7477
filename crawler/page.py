"""Page: one HTML document and the facts drawn from it, each computed once and gone with the page. Pure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.url import host, is_web, join

T = TypeVar("T")
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


def squeeze(text: str) -> str:
    """The text on one line, white space folded."""
    return _SPACE.sub(" ", text).strip()


def derived(fact: Callable[["Page"], T]) -> Callable[["Page"], T]:
    """Computed at the first call for a page, kept in its memo, gone with it."""

    def once(page: "Page") -> T:
        if fact not in page.memo:
            page.memo[fact] = fact(page)
        found: T = page.memo[fact]
        return found

    once.__doc__ = fact.__doc__
    once.__name__ = fact.__name__
    return once


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink: `href` absolute, `text` what a reader sees or hears (text, else aria-label, title, image alt).

    `raw` is the attribute as written, `region` one of nav, header, footer, aside, main or '', `on` the URL of its page,
    `context` the words of the nearest heading or list title above it when there are any.
    """

    href: str
    raw: str
    text: str
    on: str
    rel: str = ""
    region: str = ""
    tag: str = "a"

    @property
    def host(self) -> str:
        return host(self.href)

    @property
    def selector(self) -> str:
        """A CSS selector that finds this link on its page."""
        attribute = "href" if self.tag in ("a", "area", "link") else "src"
        return f'{self.tag}[{attribute}="{_css_string(self.raw)}"]'


@dataclass(frozen=True, slots=True)
class Field:
    """One control of a form; `label` is its label, placeholder, title or aria-label, whichever is there."""

    kind: str
    name: str
    label: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form: `action` absolute, `words` all a reader sees in it and the heading above it, `buttons` their labels."""

    action: str
    method: str
    fields: tuple[Field, ...]
    words: str
    heading: str
    buttons: tuple[str, ...]
    marks: str
    region: str
    node: LexborNode = field(compare=False, repr=False)

    def kinds(self) -> set[str]:
        """The kinds of its visible fields (`email`, `textarea`, `text`, `search` …)."""
        return {f.kind for f in self.fields if f.kind != "hidden"}


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


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level 1 to 6."""

    level: int
    text: str
    node: LexborNode = field(compare=False, repr=False)


@dataclass(slots=True)
class Page:
    """An HTML document. `html` is decoded text, `digest` that of its bytes, `url` the one that answered."""

    url: str
    html: str
    fetched_at: datetime
    digest: str = ""
    memo: dict[Any, Any] = field(default_factory=dict, repr=False)

    @property
    def tree(self) -> LexborHTMLParser:
        return tree(self)

    @property
    def title(self) -> str:
        """The words of <title>."""
        return title(self)

    @property
    def base(self) -> str:
        return base(self)

    @property
    def links(self) -> list[Link]:
        """Every <a> and <area> with a href that is a URL of the web, and frames' sources, in document order."""
        return links(self)

    @property
    def stubs(self) -> list[Link]:
        """Links that lead nowhere: `#`, empty, `javascript:`."""
        return anchors(self)[1]

    @property
    def mails(self) -> list[Link]:
        """`mailto:` and `tel:` links."""
        return anchors(self)[2]

    @property
    def forms(self) -> list[Form]:
        return forms(self)

    @property
    def embeds(self) -> list[Embed]:
        return embeds(self)

    @property
    def feeds(self) -> list[Link]:
        """Feeds that the head announces."""
        return feeds(self)

    @property
    def headings(self) -> list[Heading]:
        """h1 to h6 with words, in order, and what is used as one (level 4): summary, caption, a line all in bold …"""
        return headings(self)

    @property
    def headline(self) -> str:
        """The first h1, else the title."""
        return next((h.text for h in headings(self) if h.level == 1), title(self))

    @property
    def text(self) -> str:
        """The words of the body, without scripts and styles, blocks separated by white space."""
        return text(self)

    @property
    def main_text(self) -> str:
        """`text` without navigation, header and footer where those are marked up."""
        return main_text(self)


@derived
def tree(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(shallow(page.html.replace("\x00", "")))


DEEPEST = 2000
"""Open elements beyond which a page is an attack: the parser's time grows with the square of its depth."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]*?(/?)>")
_SELF_CLOSING = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody thead tfoot option optgroup".split()
)


def shallow(html: str) -> str:
    """The document, cut where more than DEEPEST elements are open at once."""
    if html.count("<") <= DEEPEST:
        return html
    depth = 0
    for tag in _TAG.finditer(html):
        closing, name, empty = tag.groups()
        if not empty and name.lower() not in _SELF_CLOSING:
            depth += -1 if closing else 1
            if depth > DEEPEST:
                return html[: tag.start()]
            depth = max(depth, 0)
    return html


@derived
def title(page: Page) -> str:
    node = page.tree.css_first("title")
    return squeeze(node.text()) if node else ""


@derived
def base(page: Page) -> str:
    node = page.tree.css_first("base[href]")
    href = (node.attributes.get("href") or "") if node else ""
    return (join(page.url, href) if href else None) or page.url


@derived
def lang(page: Page) -> str:
    """The declared language of the document ('' when none)."""
    node = page.tree.css_first("html")
    return (node.attributes.get("lang") or "").lower() if node else ""


@derived
def anchors(page: Page) -> tuple[list[Link], list[Link], list[Link]]:
    """(links of the web, stubs, mail and telephone links)."""
    web: list[Link] = []
    stubs: list[Link] = []
    mails: list[Link] = []
    regions: dict[int, str] = {}
    here = page.base
    for node in page.tree.css("a[href], area[href], frame[src]"):
        attributes = node.attributes
        tag = node.tag or "a"
        raw = (attributes.get("src" if tag == "frame" else "href") or "").strip()
        words = label(node)
        region = region_of(node, regions)
        rel = (attributes.get("rel") or "").lower()
        lowered = raw[:12].lower()
        if not raw or raw.startswith("#") or lowered.startswith("javascript:"):
            stubs.append(Link(raw, raw, words, page.url, rel, region, tag))
        elif lowered.startswith(("mailto:", "tel:")):
            mails.append(Link(raw, raw, words, page.url, rel, region, tag))
        else:
            href = join(here, raw)
            if href and is_web(href):
                web.append(Link(href, raw, words, page.url, rel, region, tag))
    return web, stubs, mails


def links(page: Page) -> list[Link]:
    return anchors(page)[0]


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


@derived
def headings(page: Page) -> list[Heading]:
    found = []
    for node in page.tree.css(_HEADINGS):
        tag = node.tag or ""
        real = len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"
        words = squeeze(node.text(separator=" "))
        if real:
            words = words or label(node)
            if words:
                found.append(Heading(int(tag[1]), words, node))
        elif 2 < len(words) <= 90 and _names_what_follows(node, tag, words):
            found.append(Heading(4, words, node))
    return found


_HEADINGS = (
    "h1, h2, h3, h4, h5, h6, summary, caption, legend, dt, strong, b, button[aria-expanded], [role='heading'], "
    "[class*='titre'], [class*='title'], [class*='accordion'] button, [class*='tab'] button"
)


def _names_what_follows(node: LexborNode, tag: str, words: str) -> bool:
    """Whether an element that is no h1 to h6 is used as a heading: nothing stands beside it on its line, and it holds none."""
    if node.css_first("a[href], h1, h2, h3, h4, h5, h6") is not None:
        return False
    up = node.parent
    if tag in ("strong", "b"):
        while up is not None and up.tag in ("u", "font", "span", "em", "center"):
            up = up.parent
        return (
            up is not None
            and up.tag not in ("a", "li", "h1", "h2", "h3", "h4", "h5", "h6")
            and squeeze(up.text(separator=" ")) == words
        )
    while up is not None and up.tag not in ("body", "main", "section", "nav"):
        if up.tag in ("a", "h1", "h2", "h3", "h4", "h5", "h6", "head"):
            return False
        up = up.parent
    return tag != "title"


@derived
def feeds(page: Page) -> list[Link]:
    found = []
    for node in page.tree.css('link[rel~="alternate"][href]'):
        kind = (node.attributes.get("type") or "").lower()
        raw = node.attributes.get("href") or ""
        href = join(page.base, raw)
        if ("rss" in kind or "atom" in kind) and href and is_web(href):
            found.append(Link(href, raw, squeeze(node.attributes.get("title") or ""), page.url, "alternate", "head", "link"))
    return found


@derived
def embeds(page: Page) -> list[Embed]:
    found = []
    for node in page.tree.css(
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
        href = "" if is_id or not raw else (join(page.base, raw) or "")
        if not (href or player):
            continue
        words = squeeze(attributes.get("title") or attributes.get("aria-label") or attributes.get("data-title") or "")
        found.append(Embed(href, player, words, raw is gated and bool(gated), node))
    return found


@derived
def forms(page: Page) -> list[Form]:
    regions: dict[int, str] = {}
    return [_form(page, node, regions) for node in page.tree.css("form")]


def _form(page: Page, node: LexborNode, regions: dict[int, str]) -> Form:
    attributes = node.attributes
    labels = {(n.attributes.get("for") or ""): squeeze(n.text(separator=" ")) for n in node.css("label")}
    fields: list[Field] = []
    buttons: list[str] = []
    for control in node.css("input, textarea, select, button"):
        a = control.attributes
        kind = (a.get("type") or "text").lower() if control.tag == "input" else (control.tag or "")
        if kind in ("submit", "button", "image", "reset"):
            buttons.append(
                squeeze(
                    control.text(separator=" ") or a.get("value") or a.get("alt") or a.get("aria-label") or a.get("title") or ""
                )
            )
            continue
        name = a.get("name") or a.get("id") or ""
        words = labels.get(a.get("id") or "\x00") or a.get("aria-label") or a.get("placeholder") or a.get("title") or ""
        if not words and control.parent is not None and control.parent.tag == "label":
            words = control.parent.text(separator=" ")
        if kind == "text" and "mail" in f"{name} {words}".lower():
            kind = "email"
        fields.append(Field(kind, name, squeeze(words), "required" in a or a.get("aria-required") == "true"))
    marks = " ".join(
        filter(None, (attributes.get("id"), attributes.get("class"), attributes.get("name"), attributes.get("role")))
    )
    return Form(
        action=join(page.base, attributes.get("action") or "") or page.url,
        method=(attributes.get("method") or "get").lower(),
        fields=tuple(fields),
        words=squeeze(node.text(separator=" ")),
        heading=heading_above(node),
        buttons=tuple(filter(None, buttons)),
        marks=marks,
        region=region_of(node, regions),
        node=node,
    )


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


_UNSEEN = {"script", "style", "noscript", "template", "svg", "head", "-comment"}


@derived
def text(page: Page) -> str:
    body = page.tree.body
    return squeeze(" ".join(_words(body, frozenset()))) if body else ""


@derived
def main_text(page: Page) -> str:
    body = page.tree.body
    return squeeze(" ".join(_words(body, frozenset({"nav", "header", "footer", "aside"})))) if body else ""


def _words(node: LexborNode, without: frozenset[str]) -> Iterator[str]:
    """Text nodes under `node` in order, iteratively: a page of 100,000 nested elements must not end the recursion."""
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


def _css_string(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\a ")
