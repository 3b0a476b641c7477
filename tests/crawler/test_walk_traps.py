"""Sites that have no end, or say "found" to everything; links that seem dead at first."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.crawler.walking import LIMITS, html, serve, told, walk
from tests.web import Answer, Request, Web


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
    body = "".join(f"<a href=/{n}>x</a>" for n in range(300_000))
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
