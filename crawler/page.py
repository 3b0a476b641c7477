"""Page: one HTML document and the facts drawn from it, each computed once and gone with the page. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from selectolax.lexbor import LexborHTMLParser

from crawler import embed, form, heading, link
from crawler.markup import one_line, readable, region_of, squeeze, unframed
from crawler.outline import Outline
from crawler.shallow import shallow, with_few_choices
from crawler.url import join

T = TypeVar("T")


def derived(fact: Callable[["Page"], T]) -> Callable[["Page"], T]:
    """Computed at the first call for a page, kept in its memo, gone with it."""

    def once(page: "Page") -> T:
        memo = page.memo
        found: T
        if fact in memo:
            found = memo[fact]
        else:
            found = memo[fact] = fact(page)
        return found

    once.__doc__ = fact.__doc__
    once.__name__ = fact.__name__
    return once


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
    def outline(self) -> Outline:
        """Its elements by tag and by mark."""
        return outline(self)

    @property
    def title(self) -> str:
        """The words of <title>."""
        return title(self)

    @property
    def base(self) -> str:
        return base(self)

    @property
    def links(self) -> list[link.Link]:
        """Every <a> and <area> with a href that is a URL of the web, and frames' sources, in document order."""
        return anchors(self).web

    @property
    def stubs(self) -> list[link.Link]:
        """Links that lead nowhere: `#`, empty, `javascript:`."""
        return anchors(self).stubs

    @property
    def mails(self) -> list[link.Link]:
        """`mailto:` and `tel:` links."""
        return anchors(self).mails

    @property
    def streams(self) -> list[link.Link]:
        """Links to a stream of sound or pictures: `mms:`, `rtsp:`, `rtmp:`."""
        return anchors(self).streams

    @property
    def forms(self) -> list[form.Form]:
        return forms(self)

    @property
    def embeds(self) -> list[embed.Embed]:
        return embeds(self)

    @property
    def feeds(self) -> list[link.Link]:
        """Feeds that the head announces."""
        return feeds(self)

    @property
    def headings(self) -> list[heading.Heading]:
        """h1 to h6 with words, in order, and what is used as one (level 4): summary, caption, a line all in bold …"""
        return headings(self)

    @property
    def top(self) -> heading.Heading | None:
        """The first h1 that does not stand in the footer."""
        return top(self)

    @property
    def headline(self) -> str:
        """The words of the first h1, else the title."""
        return headline(self)

    @property
    def text(self) -> str:
        """The words of the body, without scripts and styles: those of its own content, then those of menus, header and footer."""
        return text(self)

    @property
    def main_text(self) -> str:
        """`text` without navigation, header and footer where those are marked up."""
        return main_text(self)


@derived
def tree(page: Page) -> LexborHTMLParser:
    # Nearly no document has one, and looking is fifty times as fast as replacing.
    html = page.html.replace("\x00", "") if "\x00" in page.html else page.html
    return LexborHTMLParser(shallow(with_few_choices(html)))


@derived
def outline(page: Page) -> Outline:
    return Outline(page.tree)


@derived
def title(page: Page) -> str:
    node = page.outline.first("title")
    return squeeze(node.text()) if node else ""


@derived
def base(page: Page) -> str:
    href = next((href for node in page.outline.nodes("base") if (href := node.attributes.get("href"))), "")
    where = join(page.url, href) if href else None
    # As browsers do: a base of these schemes is none.
    return where if where and not where.startswith(("data:", "javascript:")) else page.url


@derived
def lang(page: Page) -> str:
    """The declared language of the document ('' when none)."""
    node = page.outline.first("html")
    return (node.attributes.get("lang") or "").lower() if node else ""


@derived
def anchors(page: Page) -> link.Anchors:
    return link.anchors(page.outline, page.base, page.url)


@derived
def feeds(page: Page) -> list[link.Link]:
    return link.announced_feeds(page.outline, page.base, page.url)


@derived
def forms(page: Page) -> list[form.Form]:
    return form.forms(page.outline, page.base, page.url)


@derived
def embeds(page: Page) -> list[embed.Embed]:
    return embed.embeds(page.outline, page.base)


@derived
def headings(page: Page) -> list[heading.Heading]:
    return heading.headings(page.outline)


@derived
def top(page: Page) -> heading.Heading | None:
    """What the footer holds is the same on every page, and names none."""
    return next((h for h in page.headings if h.level == 1 and region_of(h.node, {}) != "footer"), None)


@derived
def headline(page: Page) -> str:
    top = page.top
    return top.text if top else page.title


class Reading(NamedTuple):
    """The words of a page's own content, those of its frame (menus, header, footer), and the tree of its content."""

    own: str
    frame: str
    content: LexborHTMLParser


@derived
def reading(page: Page) -> Reading:
    """One copy of the document serves all: without what is not read, then without its frame."""
    copy = readable(page.tree)
    frame = squeeze(" ".join(unframed(copy)))
    return Reading(one_line(copy.body.text(separator=" ", strip=True)) if copy.body else "", frame, copy)


@derived
def text(page: Page) -> str:
    own, frame = reading(page).own, reading(page).frame
    return f"{own} {frame}" if own and frame else own or frame


def main_text(page: Page) -> str:
    return reading(page).own


def frame_text(page: Page) -> str:
    """The words of its menus, header and footer: much the same on every page of a site."""
    return reading(page).frame


def content(page: Page) -> LexborHTMLParser:
    """The tree of the page's own content, without scripts, menus, header and footer: for reading, not for changing."""
    return reading(page).content
