"""Robots: what a site's robots.txt asks of us (RFC 9309): may I, how slowly, which sitemaps. Pure."""

import codecs
import re
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from protego import Protego

from crawler.limits import KIB
from crawler.url import join

MOST_READ = 500 * KIB
_SITEMAPS = 50
_BREAKS = re.compile("[\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_PAGE = re.compile(r"<(?:!doctype|html|head|body|\?xml)", re.I)


class Access(Enum):
    """What the status of robots.txt means: its rules hold, everything is open, or nothing may be asked for now."""

    RULES = "rules"
    FREE = "free"
    WAIT = "wait"


def access(status: int | None, *, challenged: bool = False) -> Access:
    """RFC 9309, 2.3.1. `status` None: nothing answered. A challenge page is an answer that says nothing about robots."""
    if status is None or status == 429 or status >= 500:
        return Access.WAIT
    return Access.RULES if 200 <= status < 300 and not challenged else Access.FREE


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules for one robot on one origin. `delay` is the Crawl-delay in seconds, None when none is asked."""

    rules: Protego | None = None
    name: str = "*"
    delay: float | None = None
    sitemaps: tuple[str, ...] = ()

    def may(self, url: str) -> bool:
        """Whether the URL may be fetched; robots.txt itself always may."""
        return self.rules is None or self.rules.can_fetch(url, self.name)


FREE = Robots()


def read(body: bytes, token: str, url: str = "") -> Robots:
    """The rules that a robots.txt holds for the robot `token`. Never raises: what cannot be read rules nothing.

    Only the first 500 KiB count. `url` is that of the file: some write their sitemap's address relative to it.
    """
    text = body[:MOST_READ].removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace").removeprefix("\ufeff")
    # A site that answers every path with a page has no robots.txt.
    if _PAGE.match(text.lstrip()):
        return FREE
    text = _BREAKS.sub(" ", text).replace("\x00", "")
    # `User-agent: arobase/1.0` names us as well: the token ends where the version begins.
    named = re.compile(rf"(?im)^(\s*user-agent\s*:\s*){re.escape(token)}(?![a-z_-]).*$")
    text, times = named.subn(rf"\g<1>{token}", text)
    try:
        rules = Protego.parse(text)
        # Asked as `*`, Protego cannot take a group of which our name is only a beginning for ours.
        name = token if times else "*"
        delay = rules.crawl_delay(name)
        found = tuple(dict.fromkeys(filter(None, (join(url, s) if url else s for s in islice(rules.sitemaps, _SITEMAPS)))))
    except Exception:
        return FREE
    return Robots(rules, name, delay, found)
