"""The walk, on real sockets: order, budgets, what is looked at besides pages, what the report says."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import replace

from crawler.link import Link
from crawler.visit import Outcome
from crawler.walk import Walk
from tests.crawler.walking import HTML, LIMITS, M, html, serve, told, walk
from tests.web import Answer, Request, Web, drip


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
    serve(
        web,
        "mairie.fr",
        **{"plan-du-site": html("/cache", title="plan"), "cache": html(title="cache"), "sous-menu": html(title="sm")},
    )
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
    web.answers["mairie.fr", "*"] = lambda r: html(*(f"{r.path.rstrip('/')}/{c}-{len(r.path)}" for c in "abcd"), title=r.path)
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
