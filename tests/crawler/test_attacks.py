"""Sites that attack whoever reads them: what each costs is a page at most, never the walk. Over real sockets."""

import gzip
import time
import tracemalloc
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from crawler.limits import MIB
from crawler.visit import Outcome
from tests.crawler.walking import HTML, LIMITS, M, html, serve, told, walk
from tests.web import Answer, Request, Web, drip, endless, to

TEXT = {"Content-Type": "text/plain"}
XML = {"Content-Type": "application/xml"}
BOMB = gzip.compress(bytes(64 * MIB))
QUICK = replace(LIMITS, read_timeout=0.5, deadline=1.5, grace=0.3, rate=1000, max_body=MIB)


async def hundred_megabytes() -> AsyncIterator[bytes]:
    yield b"User-agent: *\nDisallow: /prive\n"
    for _ in range(1600):
        yield b"# rien\n" * 9362


@pytest.mark.parametrize(
    ("robots", "seen"),
    [
        (lambda: Answer(200, TEXT, hundred_megabytes()), {"/", "/vie"}),
        (lambda: Answer(200, TEXT, bytes(range(256)) * 2000), {"/", "/vie", "/prive"}),
        (lambda: Answer(200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n" + bytes(5000)), {"/", "/vie", "/prive"}),
        (lambda: Answer(200, {**TEXT, "Content-Encoding": "gzip"}, BOMB), {"/", "/vie", "/prive"}),
        (lambda: Answer(200, TEXT, "User-agent: *\nDisallow: /prive".encode("utf-16")), None),
        (lambda: Answer(200, TEXT, b"\xef\xbb\xbfUser-agent: *\nDisallow: /pri\x00ve\nDisallow: /prive"), {"/", "/vie"}),
        (lambda: Answer(500), set()),
        (lambda: to("/robots.txt"), None),
    ],
    ids=["100 MB", "binary", "image", "bomb", "utf-16", "nul", "500", "loop"],
)
async def test_hostile_robots(web: Web, robots: object, seen: set[str] | None) -> None:
    serve(web, home=html("/vie", "/prive"), vie=html(title="vie"), prive=html(title="privé"))
    web.answers["mairie.fr", "/robots.txt"] = lambda request: robots()  # type: ignore[operator]
    tracemalloc.start()
    began = time.process_time()
    visits, report = await walk(web, limits=QUICK)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 24 * MIB
    assert time.process_time() - began < 5
    if seen is not None:
        assert {path for path, outcome in told(visits) if outcome == "OK"} == seen
    assert report.pages == len([v for v in visits if v.page])


def urlset(*urls: str, head: str = "") -> bytes:
    return (head + "<urlset>" + "".join(f"<url><loc>{url}</loc></url>" for url in urls) + "</urlset>").encode()


def index(*urls: str) -> bytes:
    return ("<sitemapindex>" + "".join(f"<sitemap><loc>{url}</loc></sitemap>" for url in urls) + "</sitemapindex>").encode()


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)) + "]>"
LEAKS = f'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "{M}/fuite">]>'


@pytest.mark.parametrize(
    "sitemap",
    [
        index(f"{M}/sitemap.xml", f"{M}/a.xml"),
        gzip.compress(b"<urlset>" + bytes(200 * MIB).replace(b"\0", b" ")),
        urlset("&a9;", f"{M}/connue", head=LAUGHS.replace("&a0;", "&a;")),
        urlset("&x;", "&y;", head=LEAKS),
        urlset("javascript:alert(1)", "file:///etc/passwd", "http://169.254.169.254/x", "http://ailleurs.fr/x", "\x00", "//", ""),
        b"<urlset>" + b"<url><loc>" * 100_000,
        bytes(range(256)) * 100,
    ],
    ids=["loop", "bomb", "billion laughs", "external entity", "foreign", "nested", "binary"],
)
async def test_hostile_sitemap(web: Web, sitemap: bytes) -> None:
    serve(web, home=html("/vie"), vie=html(title="vie"))
    web.answers["mairie.fr", "/sitemap.xml"] = Answer(200, XML, sitemap)
    web.answers["mairie.fr", "/a.xml"] = Answer(200, XML, index(f"{M}/sitemap.xml", f"{M}/a.xml?x", f"{M}/a.xml#y"))
    tracemalloc.start()
    began = time.process_time()
    visits, _ = await walk(web)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert told(visits) == [("/", "OK"), ("/vie", "OK")]
    assert peak < 32 * MIB
    assert time.process_time() - began < 5
    assert len(web.asked("mairie.fr")) < 12
    assert not [target for target in web.asked("mairie.fr") if "fuite" in target]


def hostile_pages() -> dict[str, Answer]:
    """Pages that attack their reader."""
    many = "".join(f'<a href="/meme">{n}</a>' for n in range(60_000))
    return {
        "nested": Answer(200, HTML, b"<div>" * 100_000 + b"<a href=/suite>x</a>"),
        "nested-links": Answer(200, HTML, b'<a href="/meme"><b>' * 50_000),
        "nul": Answer(200, HTML, b'<ti\0tle>a</title>\0\0<a hr\0ef="/su\0ite">x</a>' + bytes(100_000)),
        "utf-7": Answer(200, {"Content-Type": "text/html; charset=utf-7"}, b"+ADw-script+AD4-"),
        "no-charset": Answer(200, {"Content-Type": "text/html; charset=x-evil\x7f\xe9"}, "é à".encode("cp1252")),
        "idna-charset": Answer(200, {"Content-Type": "text/html; charset=idna"}, b"a" * 100_000),
        "rot13": Answer(200, {"Content-Type": "text/html; charset=rot13"}, b"<p>x"),
        "surrogates": Answer(
            200, {"Content-Type": "text/html; charset=utf-8"}, b"\xed\xa0\x80<a href='/\xed\xb0\x80'>x</a>&#xD800;"
        ),
        "utf-16": Answer(200, {"Content-Type": "text/html; charset=utf-16"}, b"\xff\xfe<\0p\0>\0\xd8"),
        "attributes": Answer(200, HTML, b"<a " + b" ".join(b"a%d=x" % n for n in range(50_000)) + b" href=/meme>x</a>"),
        "one-attribute": Answer(200, HTML, b'<a href="/' + b"x" * 900_000 + b'">x</a>'),
        "links": Answer(200, HTML, many.encode()),
        "base": Answer(200, HTML, b'<base href="javascript:alert(1)//"><a href="\x01javascript:alert(2)">x</a>'),
        "srcset": Answer(200, HTML, b'<img srcset="' + b", " * 300_000 + b'">'),
        "refresh": Answer(200, HTML, b"<meta http-equiv=refresh content='" + b"0;" * 200_000 + b"'>"),
        "entities": Answer(200, HTML, b'<a href="/meme" title="' + b"&amp;" * 150_000 + b'">&#1114112;&#x110000;&#0;</a>'),
        "unclosed": Answer(200, HTML, b"<!--" * 200_000),
        "tables": Answer(200, HTML, b"<table><tr><td>" * 30_000),
        "formatting": Answer(200, HTML, b"<b><i><u><p>" * 20_000),
        "selects": Answer(200, HTML, b"<select><option>" * 40_000),
        "svg": Answer(200, HTML, b"<svg><foreignObject><math><annotation-xml>" * 8_000),
    }


@pytest.mark.parametrize("name", hostile_pages())
async def test_a_page_that_attacks_costs_that_page_only(web: Web, name: str) -> None:
    serve(web, home=html("/attaque", "/vie"), vie=html(title="vie"), attaque=hostile_pages()[name])
    web.answers["mairie.fr", "/meme"] = html(title="même")
    began = time.process_time()
    visits, report = await walk(web, limits=QUICK)
    assert time.process_time() - began < 5, "seconds of CPU"
    outcomes = dict(told(visits))
    assert outcomes["/vie"] == "OK"
    assert outcomes["/attaque"] in ("OK", "UNPARSABLE")
    assert report.site == f"{M}/"
    assert not [request for request in web.log if "alert" in request.target]


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [
        (lambda: Answer(200, HTML, drip(b"<p>x", 0.05)), Outcome.OK),
        (lambda: Answer(200, HTML, endless(b"<p>bonjour")), Outcome.OK),
        (lambda: Answer(200, {**HTML, "X-A": "b" * 2_000_000}), Outcome.BAD_ANSWER),
        (lambda: Answer(raw=True, body=endless(b"HTTP/1.1 100 Continue\r\n\r\n")), None),
        (lambda: Answer(raw=True, body=endless(b"X: y\r\n")), Outcome.BAD_ANSWER),
        (lambda: Answer(raw=True, body=b"\x00\xff" * 1000), Outcome.BAD_ANSWER),
        (lambda: Answer(200, {"Content-Type": "multipart/x-mixed-replace; boundary=x"}, endless(b"--x\r\n")), Outcome.WRONG_TYPE),
        (lambda: Answer(200, {"Content-Type": "video/mp4"}, endless(bytes(65536))), Outcome.WRONG_TYPE),
        (lambda: to("/attaque"), Outcome.REDIRECT_LOOP),
        (lambda: to("file:///etc/passwd"), Outcome.UNSAFE_ADDRESS),
        (lambda: to("http://169.254.169.254/"), Outcome.UNSAFE_ADDRESS),
    ],
    ids=[
        "drip",
        "endless",
        "huge header",
        "100 for ever",
        "endless headers",
        "binary",
        "webcam",
        "film",
        "loop",
        "file",
        "metadata",
    ],
)
async def test_an_answer_that_attacks_costs_that_page_only(web: Web, answer: object, outcome: Outcome | None) -> None:
    serve(web, home=html("/attaque", "/vie"), vie=html(title="vie"))
    web.answers["mairie.fr", "/attaque"] = lambda request: answer()  # type: ignore[operator]
    began = time.monotonic()
    visits, _ = await walk(web, limits=QUICK)
    assert time.monotonic() - began < 12
    by_path = {v.url.removeprefix(M): v for v in visits}
    assert by_path["/vie"].outcome is Outcome.OK
    attacked = by_path["/attaque"]
    assert not attacked.outcome.dead, "an attack proves no absence"
    assert outcome is None or attacked.outcome is outcome
    assert attacked.size <= QUICK.max_body


async def test_a_name_that_turns_inside_between_two_pages(web: Web) -> None:
    """DNS rebinding: the first answer leads to the web, all later ones to the machine's metadata."""
    turns = iter(["127.0.0.1"])
    serve(web, home=html(f"http://rebond.fr:{web.port}/a", f"http://rebond.fr:{web.port}/b"))
    web.addresses["rebond.fr"] = lambda: next(turns, "169.254.169.254")
    web.answers["rebond.fr", "*"] = Answer(200, HTML, b"<title>Rebond</title>")
    visits, _ = await walk(web)
    assert [v.outcome for v in visits[1:]] == [Outcome.OK, Outcome.OK], "what was screened is what is dialled, for the whole walk"
    assert web.resolved["rebond.fr"] == 1
    web.log.clear()
    visits, _ = await walk(web)
    assert [v.outcome for v in visits[1:]] == [Outcome.UNSAFE_ADDRESS, Outcome.UNSAFE_ADDRESS]
    assert web.asked("rebond.fr") == []


async def test_credentials_of_an_address_go_nowhere(web: Web) -> None:
    seen: list[Request] = []

    def note(request: Request) -> Answer:
        seen.append(request)
        return to("http://qui:secret@espion.fr/") if request.path == "/part" else html(title=request.path)

    serve(web, home=html("http://maire:secret@mairie.fr/part", "http://espion.fr/direct"))
    web.answers["mairie.fr", "/part"] = web.answers["espion.fr", "*"] = note
    visits, _ = await walk(web)
    assert {request.host for request in seen} == {"mairie.fr", "espion.fr"}
    for request in seen:
        assert not {"authorization", "cookie", "referer"} & set(request.headers)
        assert "secret" not in request.target
    assert len(visits) >= 2
