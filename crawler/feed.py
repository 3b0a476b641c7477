"""Feeds: RSS, Atom and RDF bytes to a Feed, bounded. Pure."""

import calendar
import io
import itertools
import re
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from crawler.decode import text
from crawler.markup import squeeze
from crawler.visit import Feed

_READ = 2 * 1024 * 1024
_TITLE = 200
_PARSED = 200
_START = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.I)
_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>", re.I)
_PROLOGUE = re.compile(r"\A\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>[]*(?:\[[^\]]*\][^>]*)?>\s*)*", re.S | re.I)
_ROOT = re.compile(r"<(?:rss|feed|rdf:RDF|\w+:feed)[\s>]", re.I)
_COMMENTS = re.compile(r"^\s*(?:commentaires?\s+(?:sur|pour|de)|comments?\s+(?:on|for))\b", re.I)
_MOST_HEARD = 1000
_heard: dict[str, Feed] = {}
_COMMENTS_PATH = re.compile(r"/comments/feed(?:/|$)|[?&]feed=comments", re.I)


class NotAFeed(Exception):
    """The bytes are no feed that can be read."""


def is_feed(data: bytes) -> bool:
    """Whether the document's root element is that of RSS, Atom or RDF, whatever its media type says."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf")
    if b"\x00" in head:
        head = head.replace(b"\x00", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    words = head.decode("latin-1")
    prologue = _PROLOGUE.match(words)
    return _ROOT.match(words, prologue.end() if prologue else 0) is not None


def name_of(digest: str, url: str, content_type: str) -> str:
    """What makes a feed of these bytes (`digest`) what it is."""
    return f"{digest} {url} {content_type}"


def recall(feeds: Mapping[str, Feed]) -> None:
    """What an earlier audit made of feeds, by their names: to load the parser alone takes 70 ms."""
    if len(_heard) > _MOST_HEARD:
        _heard.clear()
    _heard.update(feeds)


def parse(data: bytes, *, url: str = "", content_type: str = "", digest: str = "") -> Feed:
    """The Feed in these bytes; raises NotAFeed. What stands beyond 2 MiB is not read: newest entries come first."""
    return _heard.get(name_of(digest, url, content_type)) or _parse(data, url, content_type)


def _parse(data: bytes, url: str, content_type: str) -> Feed:
    words = text(data[:_READ], content_type)
    if "<!ENTITY" in words:
        raise NotAFeed("a feed that declares entities")
    # An entry costs 0.1 ms to parse: those after the first two hundred are only counted.
    ends = itertools.islice(_END.finditer(words), _PARSED - 1, None)
    cut = next((end.end() for end in ends), len(words))
    uncounted = len(_START.findall(words, cut))
    words = words[:cut]
    # Given as a file: feedparser takes a string for a URL or a path, and would open it.
    # Given as UTF-8, whatever it was: one decoder of charsets is enough.
    import feedparser

    found = feedparser.parse(
        io.BytesIO(words.encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not found.get("version") and not found.entries:
        raise NotAFeed(str(found.get("bozo_exception") or "no feed in it")[:300])
    title = squeeze(str(found.feed.get("title") or ""))[:_TITLE]
    dates = list(_dates(found.entries))
    return Feed(
        title=title,
        entries=len(found.entries) + uncounted,
        newest=max(dates, default=None),
        comments=bool(_COMMENTS.match(title) or _COMMENTS_PATH.search(url)),
    )


def _dates(entries: Iterable[Any]) -> Iterable[datetime]:
    for entry in entries:
        for name in ("updated_parsed", "published_parsed", "created_parsed"):
            # Through dict: FeedParserDict answers for a missing date with another one and a warning.
            when: time.struct_time | None = dict.get(entry, name)
            if when is not None:
                try:
                    yield datetime.fromtimestamp(calendar.timegm(when), UTC)
                except (ValueError, OverflowError, OSError):
                    continue
