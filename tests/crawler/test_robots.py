"""robots.txt: RFC 9309, and what real files look like."""

import pytest

from crawler.robots import FREE, Access, access, read

BASE = "https://mairie.fr"

# (robots.txt, path, whether "arobase" may)
RULES: list[tuple[str, str, bool]] = [
    ("", "/", True),
    ("User-agent: *\nDisallow:", "/x", True),
    ("User-agent: *\nDisallow: /", "/", False),
    ("User-agent: *\nDisallow: /", "/robots.txt", True),
    ("user-AGENT: *\ndisALLOW: /a", "/a", False),
    ("User-agent: *\nDisallow: /A", "/a", True),
    ("User-agent: *\r\nDisallow: /a\r\n", "/ab", False),
    ("User-agent: *\rDisallow: /a", "/a", False),
    ("User-agent: *  # all\nDisallow: /a # here", "/a", False),
    ("\ufeffUser-agent: *\nDisallow: /a", "/a", False),
    ("Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", True),
    # longest match, allow wins a tie
    ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
    ("User-agent: *\nAllow: /a\nDisallow: /a/b", "/a/b/c", False),
    ("User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
    ("User-agent: *\nAllow: /$\nDisallow: /", "/", True),
    ("User-agent: *\nAllow: /$\nDisallow: /", "/x", False),
    # wildcards
    ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", False),
    ("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", True),
    ("User-agent: *\nDisallow: /*.pdf", "/a/b.pdf?x", False),
    ("User-agent: *\nDisallow: /a*c", "/abbbc/d", False),
    ("User-agent: *\nDisallow: /*?", "/a?b=1", False),
    ("User-agent: *\nDisallow: /*?", "/a", True),
    ("User-agent: *\nDisallow: *", "/a", False),
    # escapes
    ("User-agent: *\nDisallow: /d%C3%A9marches", "/d%c3%a9marches", False),
    ("User-agent: *\nDisallow: /démarches", "/d%C3%A9marches", False),
    ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
    ("User-agent: *\nDisallow: /%61", "/a", False),
    # groups
    ("User-agent: arobase\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/b", True),
    ("User-agent: arobase\nDisallow: /a\n\nUser-agent: *\nDisallow: /b", "/a", False),
    ("User-agent: AROBASE\nDisallow: /a", "/a", False),
    ("User-agent: arobase/1.0\nDisallow: /a", "/a", False),
    ("User-agent: arobase-news\nDisallow: /a", "/a", True),
    ("User-agent: aro\nDisallow: /a", "/a", True),
    ("User-agent: googlebot\nDisallow: /a", "/a", True),
    ("User-agent: googlebot\nUser-agent: arobase\nDisallow: /a", "/a", False),
    ("User-agent: arobase\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: arobase\nDisallow: /b", "/b", False),
    ("User-agent: *\nDisallow: /a\nUser-agent: arobase\nAllow: /", "/a", True),
    ("User-agent: *\nSitemap: https://mairie.fr/s.xml\nDisallow: /a", "/a", False),
    ("User-agent: *\n\nDisallow: /a", "/a", False),
    # neither robots.txt nor text
    ("<!DOCTYPE html><html>User-agent: *\nDisallow: /</html>", "/", True),
    ("\x00\x01\x02User-agent: *", "/", True),
]


@pytest.mark.parametrize(("text", "where", "may"), RULES)
def test_rules(text: str, where: str, may: bool) -> None:
    assert read(text.encode(), "arobase").may(BASE + where) is may


def test_binary_and_invalid_utf8() -> None:
    assert read(bytes(range(256)) * 10, "arobase").may(BASE + "/")
    assert not read(b"# \xe9\nUser-agent: *\nDisallow: /a", "arobase").may(BASE + "/a")


def test_only_the_first_500_kib_count() -> None:
    padding = b"# " + b"x" * 1022
    assert not read(b"User-agent: *\nDisallow: /a\n" + padding * 400, "arobase").may(BASE + "/a")
    assert read(b"User-agent: *\n" + (padding + b"\n") * 600 + b"Disallow: /a\n", "arobase").may(BASE + "/a")


@pytest.mark.parametrize(
    ("asked", "delay"),
    [("10", 10.0), ("0.5", 0.5), ("-3", None), ("nan", None), ("inf", None), ("soon", None), ("", None)],
)
def test_crawl_delay(asked: str, delay: float | None) -> None:
    assert read(f"User-agent: *\nCrawl-delay: {asked}".encode(), "arobase").delay == delay


def test_crawl_delay_of_our_group_only() -> None:
    assert read(b"User-agent: arobase\nAllow: /\n\nUser-agent: *\nCrawl-delay: 30", "arobase").delay is None


def test_sitemaps() -> None:
    text = b"Sitemap: https://mairie.fr/a.xml\nsitemap: /b.xml\nSITEMAP: https://mairie.fr/a.xml\nSitemap: http://[bad"
    assert read(text, "arobase", f"{BASE}/robots.txt").sitemaps == (f"{BASE}/a.xml", f"{BASE}/b.xml")


def test_free() -> None:
    assert FREE.may(f"{BASE}/x")
    assert FREE.delay is None


@pytest.mark.parametrize(
    ("status", "means"),
    [
        (200, Access.RULES),
        (204, Access.RULES),
        (301, Access.FREE),
        (401, Access.FREE),
        (403, Access.FREE),
        (404, Access.FREE),
        (429, Access.WAIT),
        (500, Access.WAIT),
        (503, Access.WAIT),
        (None, Access.WAIT),
    ],
)
def test_access(status: int | None, means: Access) -> None:
    assert access(status) is means


def test_a_challenge_says_nothing_of_robots() -> None:
    assert access(200, challenged=True) is Access.FREE
