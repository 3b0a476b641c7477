"""Feeds: live ones, empty ones, those of comments, and bytes that only pretend."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.feed import NotAFeed, is_feed, name_of, parse, recall
from crawler.visit import Feed

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Actualités de  la commune</title><link>https://a.fr/</link>
<item><title>Vœux</title><pubDate>Mon, 06 Jan 2025 10:00:00 +0100</pubDate></item>
<item><title>Marché</title><pubDate>Tue, 07 Jan 2025 10:00:00 +0100</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Agenda</title>
<entry><title>a</title><updated>2024-02-29T12:00:00Z</updated></entry></feed>"""
RDF = """<?xml version="1.0"?><!-- spip --><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Bulletin</title></channel>
<item><title>a</title></item></rdf:RDF>"""


def test_rss() -> None:
    feed = parse(RSS.encode())
    assert (feed.title, feed.entries, feed.comments) == ("Actualités de la commune", 2, False)
    assert feed.newest == datetime(2025, 1, 7, 9, tzinfo=UTC)


def test_what_an_earlier_audit_made_of_a_feed_is_not_made_again() -> None:
    url, kind, known = "https://a.fr/flux", "text/xml", Feed("Actualités", 7, datetime(2025, 1, 7, 9, tzinfo=UTC))
    recall({name_of("d1", url, kind): known})
    assert parse(RSS.encode(), url=url, content_type=kind, digest="d1") is known
    assert parse(RSS.encode(), url=url, content_type=kind, digest="d2").entries == 2
    assert parse(RSS.encode(), url=f"{url}/2", content_type=kind, digest="d1").entries == 2


def test_atom_and_rdf() -> None:
    assert parse(ATOM.encode()).newest == datetime(2024, 2, 29, 12, tzinfo=UTC)
    assert (parse(RDF.encode()).title, parse(RDF.encode()).newest) == ("Bulletin", None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    data = RSS.replace("utf-8", "iso-8859-1" if encoding == "cp1252" else "utf-8").encode(encoding)
    assert is_feed(data)
    assert parse(data).title == "Actualités de la commune"


def test_empty_feed_is_a_feed() -> None:
    feed = parse(b"<rss version='2.0'><channel><title>Vide</title></channel></rss>")
    assert (feed.entries, feed.newest) == (0, None)


def test_broken_end_is_forgiven() -> None:
    assert parse(RSS[:-30].encode()).entries == 2


@pytest.mark.parametrize(
    ("title", "url", "comments"),
    [
        ("Commentaires sur : Fête du village", "https://a.fr/fete/feed/", True),
        ("Comments for Mairie", "https://a.fr/x", True),
        ("Mairie", "https://a.fr/comments/feed/", True),
        ("Actualités", "https://a.fr/feed/", False),
        ("Commentaire du maire", "https://a.fr/feed/", False),
    ],
)
def test_comment_feeds(title: str, url: str, comments: bool) -> None:
    data = f"<rss version='2.0'><channel><title>{title}</title></channel></rss>".encode()
    assert parse(data, url=url).comments is comments


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (RSS.encode(), True),
        (ATOM.encode(), True),
        (RDF.encode(), True),
        (b"\xef\xbb\xbf \n<rss>", True),
        (b"<!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'x.dtd'><rss version='0.91'>", True),
        (b"<?xml version='1.0'?><?xml-stylesheet href='a.xsl'?><feed xmlns='x'>", True),
        (b"<!doctype html><html><body><rss>", False),
        (b"<urlset>", False),
        (b"<feedback>", False),
        (b"", False),
    ],
)
def test_is_feed(data: bytes, expected: bool) -> None:
    assert is_feed(data) is expected


@pytest.mark.parametrize("data", [b"", b"<html><body>x</body></html>", b"http://example.org/feed", b"/etc/passwd", b"\0" * 100])
def test_not_a_feed(data: bytes) -> None:
    with pytest.raises(NotAFeed):
        parse(data)


def test_billion_laughs() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{lol}]><rss version="2.0"><channel><title>&l9;</title></channel></rss>'
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(NotAFeed):
            parse(data.encode(encoding))


def test_what_is_read_is_bounded() -> None:
    started = time.process_time()
    feed = parse(RSS.replace("</channel>", "<item><title>a</title></item>" * 500_000 + "</channel>").encode())
    assert feed.entries > 50_000
    assert feed.newest == datetime(2025, 1, 7, 9, tzinfo=UTC)
    assert time.process_time() - started < 2


@given(st.binary(max_size=300))
def test_bytes_never_crash(data: bytes) -> None:
    for prefix in (b"", b"<rss version='2.0'><channel><item><pubDate>", b"<?xml ", b"<!DOCTYPE "):
        is_feed(prefix + data)
        try:
            parse(prefix + data)
        except NotAFeed:
            continue
