"""Given: what stands under a heading to be opened, filled in or looked at. Pure."""

from itertools import islice

from selectolax.lexbor import LexborNode

from checks.reading.documents import is_file
from checks.reading.unkept import PARTS, brings, following, links_in
from crawler.heading import Heading
from crawler.page import Page
from crawler.url import host, is_web, join

_NEAR = 20
"""Elements after a heading that are looked at: a page may have thousands after each of a thousand headings."""
_USED = "iframe, object, embed, video, form"


def under(heading: Heading) -> list[LexborNode]:
    """The first elements after a heading, up to the next one."""
    return list(islice(following(heading, PARTS), _NEAR))


def links(after: list[LexborNode]) -> list[LexborNode]:
    """The links among these elements."""
    return [link for node in after for link in links_in(node)]


def is_used(after: list[LexborNode]) -> bool:
    """Whether a form, a film or what another site shows is among these elements."""
    return any(brings(node, _USED) for node in after)


def hands_out(page: Page, heading: Heading) -> bool:
    """Whether a paper, another site, a form, a film or what another site shows stands under a heading."""
    after = under(heading)
    written = filter(None, (link.attributes.get("href") for link in links(after)))
    addresses = (href for raw in written if (href := join(page.base, raw)) and is_web(href))
    return is_used(after) or any(is_file.of(href) or host(href) != host(page.url) for href in addresses)
