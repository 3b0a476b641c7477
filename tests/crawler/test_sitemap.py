"""Sitemaps: read, bounded, and attacked."""

import gzip
import time
import tracemalloc
import zlib

from crawler.limits import MIB
from crawler.sitemap import Survey, read

URL = "https://mairie.fr/sitemap.xml"
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def urlset(*urls: str) -> bytes:
    return f"<?xml version='1.0'?><urlset {NS}>{''.join(f'<url><loc>{u}</loc></url>' for u in urls)}</urlset>".encode()


def index(*urls: str) -> bytes:
    return f"<sitemapindex {NS}>{''.join(f'<sitemap><loc>{u}</loc></sitemap>' for u in urls)}</sitemapindex>".encode()


def test_urlset() -> None:
    found = read(urlset("https://mairie.fr/a", " /b ", "https://mairie.fr/c?x=1&amp;y=2", "javascript:x", ""), URL)
    # An empty <loc> is the sitemap itself to a browser's join; the walk knows that one already.
    assert found.pages == ["https://mairie.fr/a", "https://mairie.fr/b", "https://mairie.fr/c?x=1&y=2", URL]
    assert (found.maps, found.fault) == ([], "")


def test_index_gzip_namespaces_images_and_cdata() -> None:
    assert read(gzip.compress(index("/a.xml", "/b.xml")), URL).maps == ["https://mairie.fr/a.xml", "https://mairie.fr/b.xml"]
    text = (
        '<s:urlset xmlns:s="x" xmlns:image="y"><s:url><s:loc><![CDATA[https://mairie.fr/a]]></s:loc>'
        "<image:image><image:loc>https://mairie.fr/i.jpg</image:loc></image:image></s:url></s:urlset>"
    )
    assert read(b"\xef\xbb\xbf\n " + text.encode(), URL).pages == ["https://mairie.fr/a"]


def test_plain_text() -> None:
    assert read(b"https://mairie.fr/a\r\nhttps://mairie.fr/b\n\nnonsense\n", URL).pages == [
        "https://mairie.fr/a",
        "https://mairie.fr/b",
    ]


def test_what_was_read_before_the_fault_is_kept() -> None:
    found = read(urlset("/a", "/b")[:-20] + b"<broken", URL)
    assert found.pages[:1] == ["https://mairie.fr/a"]
    assert found.fault.startswith("malformed")


def test_no_sitemap() -> None:
    for body in (b"", b"<html><body>404</body></html>", b"\x00\xff", b"\x1f\x8bnot gzip", b"<a>" * 1000, b"{}"):
        assert read(body, URL).pages == []


def test_billion_laughs() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><urlset><url><loc>&l9;</loc></url></urlset>'
    began = time.process_time()
    assert read(bomb.encode(), URL).fault == "document type or entity declared"
    assert time.process_time() - began < 0.5


def test_external_entity() -> None:
    text = b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><urlset><url><loc>/a</loc></url></urlset>'
    assert read(text, URL).pages == []


def test_bomb() -> None:
    packer = zlib.compressobj(9, wbits=31)
    bomb = packer.compress(b"<urlset>" + b" " * MIB) + b"".join(packer.compress(b" " * MIB) for _ in range(300)) + packer.flush()
    assert len(bomb) < MIB
    tracemalloc.start()
    found = read(bomb, URL, most_bytes=5 * MIB)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.fault == "too large"
    assert peak < 4 * MIB


def test_endless_loc_and_too_many() -> None:
    assert read(b"<urlset><url><loc>http://a.fr/" + b"x" * MIB + b"</loc></url></urlset>", URL).pages == []
    found = read(urlset(*(f"/{n}" for n in range(1000))), URL, most_urls=100)
    assert (len(found.pages), found.fault) == (100, "too many URLs")


def test_survey_of_an_index_that_loops() -> None:
    survey = Survey()
    survey.add(URL)
    asked = []
    while what := survey.ask():
        url, depth = what
        asked.append(url)
        survey.answered(index(URL, "http://www.mairie.fr/sitemap.xml", "/b.xml", "/sitemap.xml#x"), url, depth)
    assert asked == [URL, "https://mairie.fr/b.xml"]


def test_survey_is_bounded_in_depth_and_files() -> None:
    deep = Survey()
    deep.add(URL)
    count = 0
    while what := deep.ask():
        count += 1
        deep.answered(index(f"/{count}.xml"), *what)
    assert count == 4
    assert deep.faults == ["index too deep"]
    wide = Survey()
    wide.add(URL)
    count = 0
    while what := wide.ask():
        count += 1
        body = index(*(f"/{n}.xml" for n in range(1000))) if count == 1 else urlset(f"/{count}")
        wide.answered(body, *what)
    assert (count, len(wide.pages), wide.faults) == (20, 19, ["too many files"])
