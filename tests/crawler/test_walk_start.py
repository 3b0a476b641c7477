"""Where a walk begins: robots.txt, redirects, addresses that lead nowhere."""

import pytest

from tests.crawler.walking import M, html, serve, told, walk
from tests.web import Answer, Web, to


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


@pytest.mark.parametrize(("hops", "holds"), [(1, True), (5, True), (6, False)])
async def test_robots_behind_redirects(web: Web, hops: int, holds: bool) -> None:
    """At most five redirects are followed, to another authority too; after more there is no robots.txt (RFC 9309, 2.3.1.2)."""
    serve(web, home=html("/prive"), prive=html(title="privé"))
    web.answers["mairie.fr", "/robots.txt"] = to("http://robots.fr/1")
    for hop in range(1, hops):
        web.answers["robots.fr", f"/{hop}"] = to(f"/{hop + 1}")
    web.answers["robots.fr", f"/{hops}"] = Answer(200, {}, b"User-agent: *\nDisallow: /prive")
    visits, _ = await walk(web)
    assert told(visits)[1] == ("/prive", "ROBOTS" if holds else "OK")


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
