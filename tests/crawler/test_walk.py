"""The walk, on real sockets: order, budgets, traps, second looks, what the report says."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.limits import Limits
from crawler.link import Link
from crawler.visit import Outcome, Visit
from crawler.walk import Walk, WalkReport
from tests.crawler.clock import run
from tests.web import Answer, Request, Web, drip

LIMITS = Limits(delay=0, allow_private=True, pages=60, links=60, connect_timeout=2, read_timeout=2, deadline=5)
M = "http://mairie.fr"
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
async def web(tmp_path: Path) -> AsyncIterator[Web]:
    async with Web(tmp_path) as web:
        yield web


def html(*links: str, title: str = "Mairie", body: str = "", head: str = "") -> Answer:
    """A page; its digest differs by its title."""
    anchors = "".join(f'<a href="{link}">{link}</a> ' for link in links)
    return Answer(200, HTML, f"<!doctype html><title>{title}</title>{head}<body>{anchors}{body}</body>".encode())


def serve(web: Web, host: str = "mairie.fr", **pages: Answer) -> None:
    """`home` is /, `a_b` is /a/b."""
    for name, answer in pages.items():
        web.answers[host, "/" if name == "home" else "/" + name.replace("_", "/")] = answer


async def walk(web: Web, start: str = f"{M}/", limits: Limits = LIMITS, **more: object) -> tuple[list[Visit], WalkReport]:
    it = Walk(start, limits, resolver=web.resolver, **more)  # type: ignore[arg-type]
    visits = [visit async for visit in it]
    return visits, it.report


def told(visits: list[Visit]) -> list[tuple[str, str]]:
    return [(v.url.removeprefix(M), v.outcome.name) for v in visits]


async def test_a_small_town(web: Web) -> None:
    serve(
        web,
        home=html("/vie", "doc.pdf", "http://ailleurs.fr/x", "http://mort.invalid/", "http://media.mairie.fr/", "/absent"),
        vie=html("/", "/feed", title="Vie", head='<link rel="alternate" type="application/rss+xml" href="/flux.xml">'),
    )
    rss = b'<rss version="2.0"><channel><title>Actu</title><item><title>Un</title></item></channel></rss>'
    web.answers["mairie.fr", "/flux.xml"] = Answer(200, {"Content-Type": "application/rss+xml"}, rss)
    web.answers["mairie.fr", "/feed"] = Answer(200, {"Content-Type": "application/rss+xml"}, rss)
    web.answers["mairie.fr", "/doc.pdf"] = Answer(200, {"Content-Type": "application/pdf"}, b"%PDF")
    web.answers["mairie.fr", "/robots.txt"] = Answer(404)
    serve(web, "ailleurs.fr", x=html(title="Ailleurs"))
    serve(web, "media.mairie.fr", home=html("/interne", title="Média"))
    visits, report = await walk(web)
    assert told(visits) == [
        ("/", "OK"),
        ("/vie", "OK"),
        ("/feed", "OK"),
        ("/flux.xml", "OK"),
        ("/absent", "NOT_FOUND"),
        ("http://media.mairie.fr/", "OK"),
        ("/doc.pdf", "OK"),
        ("http://ailleurs.fr/x", "OK"),
        ("http://mort.invalid/", "NO_SUCH_HOST"),
    ]
    by = {v.url.removeprefix(M): v for v in visits}
    assert by["/flux.xml"].feed is not None
    assert by["http://media.mairie.fr/"].page is not None
    assert not by["http://media.mairie.fr/"].probe
    assert [u for u, v in by.items() if v.probe] == ["/doc.pdf", "http://ailleurs.fr/x", "http://mort.invalid/"]
    via = by["/absent"].via
    assert via is not None
    assert via.on == f"{M}/"
    assert (report.site, report.pages, report.links, report.complete, report.robots) == (f"{M}/", 2, 4, True, "allowed")
    assert (report.pending, report.why, report.soft_404, report.sitemap_urls) == (0, (), False, None)
    # Dead is said at the second look.
    assert web.asked("mairie.fr").count("GET /absent") == 2


async def test_best_first_and_sitemap_last(web: Web) -> None:
    serve(
        web,
        home=html("/b?x=1", body='<p><a href="/divers">divers</a></p><nav><a href="/menu">menu</a></nav>'
                  '<footer><a href="/plan-du-site">Plan du site</a></footer><p><a href="/lettre">Lettre</a></p>'),
        menu=html("/sous-menu", title="menu"),
        divers=html(title="divers"),
        lettre=html(title="lettre"),
        b=html(title="b"),
    )  # fmt: skip
    serve(web, **{"plan-du-site": html("/cache", title="plan"), "cache": html(title="cache"), "sous-menu": html(title="sm")})
    web.answers["mairie.fr", "/robots.txt"] = Answer(200, {}, b"Sitemap: http://mairie.fr/carte.xml")
    web.answers["mairie.fr", "/carte.xml"] = Answer(
        200, {}, b"<urlset><url><loc>http://mairie.fr/seul</loc></url><url><loc>/vie</loc></url></urlset>"
    )
    serve(web, seul=html(title="seul"), vie=html(title="vie"))
    interest: Callable[[Link], float] = lambda link: 2.0 if link.text == "Lettre" else 0.0  # noqa: E731
    visits, report = await walk(web, interest=interest)
    assert [u for u, _ in told(visits)] == [
        "/", "/plan-du-site", "/lettre", "/menu", "/divers", "/b?x=1", "/cache", "/sous-menu", "/seul", "/vie",
    ]  # fmt: skip
    assert report.sitemap_urls == 2


async def test_the_order_knows_no_timing(web: Web) -> None:
    chance = random.Random()

    async def slow(request: Request) -> Answer:
        await asyncio.sleep(chance.random() / 50)
        n = sum(map(ord, request.path))
        links = [f"/p{(n * k) % 40}" for k in (3, 5, 7)] + [f"http://h{n % 5}.fr/{n}", f"/d{n % 7}.pdf", "/nul" + str(n % 3)]
        return html(*links, title=request.path) if "nul" not in request.path else Answer(404)

    web.answers["mairie.fr", "*"] = slow
    for n in range(5):
        web.answers[f"h{n}.fr", "*"] = slow
    first, one = await walk(web)
    second, two = await walk(web)
    assert told(first) == told(second)
    assert len(first) > 40
    assert replace(one, elapsed=0) == replace(two, elapsed=0)


async def test_budget_of_pages(web: Web) -> None:
    web.answers["mairie.fr", "*"] = lambda r: html(*(f"{r.path}/{c}"[-60:] for c in "abcd"), title=r.path)
    visits, report = await walk(web, limits=replace(LIMITS, pages=20))
    assert len([v for v in visits if v.page]) == 20
    assert report.pages == 20
    assert not report.complete
    assert report.why == ("page budget reached",)
    assert report.pending > 0


async def test_budget_of_links(web: Web) -> None:
    serve(web, home=html(*(f"/d{n}.pdf" for n in range(30)), *(f"http://h.fr/{n}" for n in range(30))))
    web.answers["h.fr", "*"] = html()
    visits, report = await walk(web, limits=replace(LIMITS, links=25))
    assert len([v for v in visits if v.probe]) == report.links == 25
    assert report.cut["more links than the budget"] == 35


async def test_calendar_without_end(web: Web) -> None:
    def calendar(request: Request) -> Answer:
        if not request.target.startswith("/agenda"):
            return html("/agenda?mois=1", *(f"/vie-{c}" for c in "abcdef"), title=request.path)
        n = len(web.log)
        return html(*(f"/agenda?mois={n + k}" for k in range(10)), f"/agenda/{n}/", title=f"agenda {n}")

    web.answers["mairie.fr", "*"] = calendar
    web.answers["mairie.fr", "/robots.txt"] = Answer(404)
    visits, report = await walk(web, limits=replace(LIMITS, pages=200))
    assert {u for u, _ in told(visits)} >= {f"/vie-{c}" for c in "abcdef"}
    assert len([v for v in visits if "mois=" in v.url]) == 10
    assert len(visits) < 150
    assert report.cut["only the date differs"]


async def test_session_ids_slashes_and_dots(web: Web) -> None:
    def page(request: Request) -> Answer:
        n = len(web.log)
        links = (f"/a?PHPSESSID={n:032x}", f"//mairie.fr//a{'/' * (n % 5)}b", f"/x/../a/./../a/b?utm_source={n}", f"/a/b#{n}")
        return html(*links, title=request.path.strip("/").replace("//", "/"))

    web.answers["mairie.fr", "*"] = page
    web.answers["mairie.fr", "/robots.txt"] = Answer(404)
    visits, report = await walk(web)
    # /a, /a/b and, kept apart because a server may tell them apart, nothing else.
    assert report.pages <= 4
    assert report.complete
    assert len(visits) <= 4


async def test_a_relative_link_gone_wrong(web: Web) -> None:
    web.answers["mairie.fr", "*"] = lambda r: html("sous/page.html", "autre/", title=r.path)
    visits, report = await walk(web, limits=replace(LIMITS, pages=200))
    assert report.pages < 60
    assert report.cut["repeated path"] > 0
    assert len(visits) == report.pages


async def test_a_million_links(web: Web) -> None:
    body = "".join(f"<a href=/{n}>" for n in range(300_000))
    serve(web, home=html(body=body))
    web.answers["mairie.fr", "*"] = html(title="page")
    began = time.process_time()
    _, report = await walk(web, limits=replace(LIMITS, pages=10))
    assert report.pages == 10
    assert report.cut["more links on a page than are read"] > 50_000
    assert time.process_time() - began < 20


async def test_the_same_content_is_expanded_once(web: Web) -> None:
    web.answers["mairie.fr", "*"] = lambda r: html("a", "b", title="toujours la même")
    web.answers["mairie.fr", "/robots.txt"] = Answer(404)
    visits, _ = await walk(web)
    assert [u for u, _ in told(visits)] == ["/", "/a", "/b"]


async def test_robots_partly(web: Web) -> None:
    serve(web, home=html("/prive", "/libre"), libre=html(title="libre"))
    web.answers["mairie.fr", "/robots.txt"] = Answer(200, {}, b"User-agent: *\nDisallow: /prive")
    visits, report = await walk(web)
    assert ("/prive", "ROBOTS") in told(visits)
    assert "GET /prive" not in web.asked("mairie.fr")
    assert (report.robots, report.refused) == ("partly", 1)


async def test_robots_refused(web: Web) -> None:
    serve(web, home=html("/x"))
    web.answers["mairie.fr", "/robots.txt"] = Answer(200, {}, b"User-agent: *\nDisallow: /")
    visits, report = await walk(web)
    assert told(visits) == [("/", "ROBOTS")]
    assert web.asked("mairie.fr") == ["GET /robots.txt"]
    assert (report.robots, report.refused, report.complete) == ("refused", 1, False)


async def test_robots_unreachable(web: Web) -> None:
    serve(web, home=html("/x"))
    web.answers["mairie.fr", "/robots.txt"] = Answer(500)
    visits, report = await walk(web)
    assert told(visits) == [("/", "SERVER_ERROR")]
    assert set(web.asked("mairie.fr")) == {"GET /robots.txt"}
    assert (report.robots, report.pages, report.complete) == ("unreachable", 0, False)
    assert report.why == ("home page: server error",)


async def test_robots_of_other_hosts_are_heeded(web: Web) -> None:
    serve(web, home=html("http://ferme.fr/x"))
    web.answers["ferme.fr", "/robots.txt"] = Answer(200, {}, b"User-agent: *\nDisallow: /")
    visits, report = await walk(web)
    assert told(visits)[1] == ("http://ferme.fr/x", "ROBOTS")
    assert (report.robots, report.refused) == ("allowed", 0)


@pytest.mark.parametrize("lost", [Answer(302, {"Location": "/"}), Answer(301, {"Location": "/erreur?de=moi"})])
async def test_soft_404_by_redirect(web: Web, lost: Answer) -> None:
    serve(web, home=html("/vie", "/ancien", "/index.php"), vie=html(title="Vie"), erreur=html(title="Perdu"))
    web.answers["mairie.fr", "*"] = lost
    web.answers["mairie.fr", "/index.php"] = Answer(301, {"Location": "/"})
    web.answers["mairie.fr", "/robots.txt"] = Answer(404)
    visits, report = await walk(web)
    assert sorted(told(visits)) == [("/", "OK"), ("/ancien", "SOFT_NOT_FOUND"), ("/index.php", "OK"), ("/vie", "OK")]
    assert report.soft_404


async def test_soft_404_by_words(web: Web) -> None:
    menu = "".join(f"<a href='/'>rubrique{n}</a>" for n in range(200))

    def lost(request: Request) -> Answer:
        words = (
            f"<p>Désolé, la page {request.path} est introuvable. Revenez à l'accueil du site de votre commune. {len(web.log)}</p>"
        )
        return html(title="Ma commune", body=menu + words)

    web.answers["mairie.fr", "*"] = lost
    web.answers["mairie.fr", "/robots.txt"] = Answer(404)
    courte = "<p>Les déchets verts sont ramassés le mardi matin de mars à novembre, sur inscription préalable.</p>"
    serve(web, home=html("/vie", "/ancien", title="Ma commune", body=menu), vie=html(title="Ma commune", body=menu + courte))
    visits, report = await walk(web)
    assert sorted(told(visits)) == [("/", "OK"), ("/ancien", "SOFT_NOT_FOUND"), ("/vie", "OK")]
    assert report.soft_404


async def test_an_honest_404_is_no_soft_404(web: Web) -> None:
    serve(web, home=html("/vie"), vie=html(title="Vie"))
    assert not (await walk(web))[1].soft_404
    assert len([target for target in web.asked("mairie.fr") if "arobase-" in target]) == 1


async def test_second_look(web: Web) -> None:
    times: dict[str, int] = {}

    def moody(first: int) -> Callable[[Request], Answer]:
        def answer(request: Request) -> Answer:
            times[request.path] = times.get(request.path, 0) + 1
            return Answer(first) if times[request.path] == 1 else html("/enfin", title=request.path)

        return answer

    serve(web, home=html("/panne", "/perdu", "/mort", "/refus"), mort=Answer(410), refus=Answer(403), enfin=html(title="enfin"))
    web.answers["mairie.fr", "/perdu"] = moody(404)
    web.answers["mairie.fr", "/panne"] = moody(503)
    visits, report = await walk(web)
    assert told(visits) == [
        ("/", "OK"), ("/refus", "FORBIDDEN"), ("/panne", "OK"), ("/perdu", "OK"), ("/mort", "GONE"), ("/enfin", "OK"),
    ]  # fmt: skip
    assert (report.pages, report.failed, report.complete) == (4, 1, True)


async def test_second_look_outside(web: Web) -> None:
    asked = 0

    def moody(request: Request) -> Answer:
        nonlocal asked
        asked += request.method == "GET"
        return Answer(404) if asked <= 1 else html()

    serve(web, home=html("http://ailleurs.fr/x", "http://mort.fr/x"))
    web.answers["ailleurs.fr", "/x"] = moody
    web.answers["mort.fr", "/x"] = Answer(404)
    visits, _ = await walk(web)
    assert told(visits)[1:] == [("http://ailleurs.fr/x", "OK"), ("http://mort.fr/x", "NOT_FOUND")]
    assert web.asked("mort.fr").count("GET /x") == 2


async def test_feeds_are_bounded(web: Web) -> None:
    links = "".join(f'<link rel="alternate" type="application/rss+xml" href="/f{n}.xml">' for n in range(30))
    serve(web, home=html(head=links))
    web.answers["mairie.fr", "*"] = Answer(200, {"Content-Type": "text/xml"}, b"<rss version='2.0'><channel></channel></rss>")
    visits, report = await walk(web)
    assert len([v for v in visits if v.feed]) == LIMITS.feeds
    assert report.cut["more feeds than are read"] == 20


async def test_satellites_get_one_look(web: Web) -> None:
    links = [f"http://s{n}.mairie.fr/" for n in range(5)]
    serve(web, home=html(*links, "http://demarches.fr/x", "http://autre.fr/x"))
    for n in range(5):
        serve(web, f"s{n}.mairie.fr", home=html("/loin", title="s"))
    web.answers["demarches.fr", "/x"] = html("/loin")
    web.answers["autre.fr", "/x"] = html()
    visits, _ = await walk(web, limits=replace(LIMITS, looks=4), interest=lambda link: float("demarches" in link.text))
    assert [v.url for v in visits if not v.probe][1:] == links[:4]
    visits, _ = await walk(web, limits=replace(LIMITS, looks=6), interest=lambda link: float("demarches" in link.text))
    assert [v.url for v in visits if not v.probe][1:] == [*links, "http://demarches.fr/x"]
    assert all(v.page for v in visits if not v.probe)
    assert "GET /loin" not in web.asked("s0.mairie.fr")


async def test_moved_and_twins(web: Web) -> None:
    web.answers["ancien.fr", "/"] = Answer(301, {"Location": "http://www.mairie.fr/accueil"})
    serve(web, "www.mairie.fr", accueil=html("http://mairie.fr/vie"))
    serve(web, vie=html(title="vie"))
    visits, report = await walk(web, "http://ancien.fr/")
    assert [v.url for v in visits] == ["http://ancien.fr/", "http://mairie.fr/vie"]
    assert (report.site, report.moved) == ("http://www.mairie.fr/accueil", "http://ancien.fr/")
    serve(web, home=Answer(302, {"Location": "http://www.mairie.fr/accueil"}))
    assert (await walk(web))[1].moved == ""


async def test_a_home_page_that_is_only_a_door(web: Web) -> None:
    serve(web, home=html(head='<meta http-equiv="Refresh" content="0; URL=http://www.nouveau.fr/">'))
    serve(web, "www.nouveau.fr", home=html("/vie"), vie=html(title="vie"))
    _, report = await walk(web)
    assert (report.site, report.moved, report.pages) == ("http://www.nouveau.fr/", f"{M}/", 2)
    serve(web, home=html(body="<script>window.location.href='/fr/';</script>"), fr_=html("/vie", title="fr"), vie=html(title="v"))
    assert (await walk(web))[1].pages == 3


async def test_redirects_within_and_out(web: Web) -> None:
    serve(web, home=html("/dedans", "/dehors"), dedans=Answer(301, {"Location": "/vie"}), vie=html(title="vie"))
    serve(web, dehors=Answer(302, {"Location": "http://ailleurs.fr/"}))
    serve(web, "ailleurs.fr", home=html("/loin"))
    visits, report = await walk(web)
    assert told(visits) == [("/", "OK"), ("/dedans", "OK"), ("/dehors", "OUT_OF_SCOPE")]
    assert report.pages == 2


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [(Answer(404), "NOT_FOUND"), (Answer(500), "SERVER_ERROR"), (Answer(403), "FORBIDDEN"), (Answer(200, {}, b""), "OK")],
)
async def test_no_home(web: Web, answer: Answer, outcome: str) -> None:
    serve(web, home=answer)
    visits, report = await walk(web)
    assert told(visits) == [("/", outcome)] or outcome == "OK"
    assert not report.complete or outcome == "OK"


@pytest.mark.parametrize(
    ("start", "outcome"), [("http://nulle-part.invalid/", "NO_SUCH_HOST"), ("http://[", "BAD_ANSWER"), ("", "BAD_ANSWER")]
)
async def test_nowhere(web: Web, start: str, outcome: str) -> None:
    visits, report = await walk(web, start)
    assert [v.outcome.name for v in visits] == [outcome]
    assert (report.pages, report.complete) == (0, False)
    assert report.why


async def test_without_scheme(web: Web) -> None:
    serve(web, home=html())
    visits, report = await walk(web, "mairie.fr")
    assert told(visits) == [("/", "OK")]
    assert report.complete


async def test_time_is_up(web: Web) -> None:
    async def slow(request: Request) -> Answer:
        await asyncio.sleep(0.05)
        return html(*(f"/{n}-page" for n in range(50)), title=request.path)

    web.answers["mairie.fr", "*"] = slow
    began = time.monotonic()
    _, report = await walk(web, limits=replace(LIMITS, seconds=0.5))
    assert time.monotonic() - began < 2
    assert report.why == ("time is up",)
    assert report.pending > 10
    assert 0 < report.pages < 30


async def test_left_in_the_middle(web: Web) -> None:
    web.answers["mairie.fr", "*"] = lambda r: html(*(f"/{n}" for n in range(50)), title=r.path)
    it = Walk(f"{M}/", LIMITS, resolver=web.resolver)
    stream = it.__aiter__()
    for _ in range(3):
        await anext(stream)
    await stream.aclose()  # type: ignore[attr-defined]
    assert it.report.why == ("interrupted",)
    assert it.report.pages == 3
    assert not [task for task in asyncio.all_tasks() if "fetch" in repr(task.get_coro())]


async def test_pages_made_by_scripts_are_counted(web: Web) -> None:
    serve(web, home=html(body="<div id=app></div><script src=/app.js></script>"))
    _, report = await walk(web)
    assert report.scripted == 1
    assert "pages were not to be rendered" in report.why


def in_virtual_time(tmp_path: Path, arrange: Callable[[Web], None], limits: Limits) -> tuple[list[Visit], WalkReport]:
    async def story() -> tuple[list[Visit], WalkReport]:
        async with Web(tmp_path) as web:
            arrange(web)
            return await walk(web, limits=limits)

    return run(story(), grace=0.03)


POLITE = replace(LIMITS, delay=1.0, connect_timeout=1e6, read_timeout=1e6, deadline=1e6, grace=1e6)


def test_429_then_ok(tmp_path: Path) -> None:
    asked: list[float] = []

    def shy(request: Request) -> Answer:
        asked.append(request.time)
        return Answer(429) if len(asked) == 1 else html(title="vie")

    def arrange(web: Web) -> None:
        serve(web, home=html("/vie"))
        web.answers["mairie.fr", "/vie"] = shy

    visits, report = in_virtual_time(tmp_path, arrange, POLITE)
    assert told(visits) == [("/", "OK"), ("/vie", "OK")]
    assert 60 <= asked[1] - asked[0] <= 80
    assert report.complete


def test_503_for_ever(tmp_path: Path) -> None:
    def arrange(web: Web) -> None:
        serve(web, home=html(*(f"/p{n}" for n in range(40))))
        web.answers["mairie.fr", "*"] = Answer(503)
        web.answers["mairie.fr", "/robots.txt"] = Answer(404)

    visits, report = in_virtual_time(tmp_path, arrange, POLITE)
    assert told(visits)[0] == ("/", "OK")
    assert {o for _, o in told(visits)[1:]} <= {"SERVER_ERROR", "SKIPPED"}
    assert report.why[0] == "the site stopped answering"
    assert report.pending > 30
    assert not report.complete


def test_crawl_delay_is_said(tmp_path: Path) -> None:
    def arrange(web: Web) -> None:
        web.answers["mairie.fr", "*"] = lambda r: html(*(f"/p{n}" for n in range(40)), title=r.path)
        web.answers["mairie.fr", "/robots.txt"] = Answer(200, {}, b"User-agent: *\nCrawl-delay: 30")

    _, report = in_virtual_time(tmp_path, arrange, replace(POLITE, seconds=300.0))
    assert report.crawl_delay == 30.0
    assert report.why == ("time is up", "robots.txt asks for 30 s between requests")
    assert 5 <= report.pages <= 10


def test_one_request_at_a_time_with_a_pause(tmp_path: Path) -> None:
    times: list[float] = []

    def page(request: Request) -> Answer:
        times.append(request.time)
        return html("/a", "/b", "/c", "http://mairie.fr/d.pdf", title=request.path)

    def arrange(web: Web) -> None:
        web.answers["mairie.fr", "*"] = page

    in_virtual_time(tmp_path, arrange, POLITE)
    assert len(times) > 6
    assert all(b - a >= 0.99 for a, b in zip(times, times[1:], strict=False))


async def test_slow_strangers_do_not_hold_each_other(web: Web) -> None:
    async def slow(request: Request) -> Answer:
        await asyncio.sleep(0.1)
        return html()

    serve(web, home=html(*(f"http://h{n}.fr/x" for n in range(15))))
    for n in range(15):
        web.answers[f"h{n}.fr", "*"] = slow
    began = time.monotonic()
    visits, _ = await walk(web)
    assert [v.url for v in visits][1:] == [f"http://h{n}.fr/x" for n in range(15)]
    assert time.monotonic() - began < 1.5


async def test_a_page_that_drips(web: Web) -> None:
    web.answers["mairie.fr", "/lent"] = lambda _: Answer(200, HTML, drip(b"x", every=0.3))
    serve(web, home=html("/lent", "/vie"), vie=html(title="vie"))
    visits, _ = await walk(web, limits=replace(LIMITS, deadline=1.0))
    assert len(visits) == 3
    assert Outcome.OK in {v.outcome for v in visits[1:]}
