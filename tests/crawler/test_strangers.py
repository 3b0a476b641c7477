"""Other hosts that send whoever is lost to their home page; and the three answers to every status."""

import pytest

from crawler.visit import Outcome
from tests.crawler.walking import html, serve, told, walk
from tests.web import Answer, Request, Web, to


async def test_a_host_that_answers_everything_with_its_home_page(web: Web) -> None:
    serve(web, home=html("http://club.fr/tir/horaires.php", "http://club.fr/", "http://club.fr/vraie"))
    web.answers["club.fr", "*"] = to("/")
    web.answers["club.fr", "/"] = html(title="Club")
    web.answers["club.fr", "/vraie"] = html(title="Vraie")
    web.answers["club.fr", "/robots.txt"] = Answer(404)
    visits, _ = await walk(web)
    assert told(visits)[1:] == [
        ("http://club.fr/tir/horaires.php", "SENT_HOME"), ("http://club.fr/", "OK"), ("http://club.fr/vraie", "OK"),
    ]  # fmt: skip
    assert Outcome.SENT_HOME.unverifiable
    assert len([target for target in web.asked("club.fr") if "arobase-" in target]) == 1


async def test_a_host_that_shows_nothing_without_a_login(web: Web) -> None:
    """Nothing is known of what lies behind it; the door itself is there, and so is a login that only one page asks for."""
    serve(web, home=html("http://reseau.fr/mairie", "http://portail.fr/", "http://club.fr/membres"))
    web.answers["reseau.fr", "*"] = lambda request: to(f"/login?next={request.path}")
    web.answers["reseau.fr", "/login"] = html(title="Connexion")
    web.answers["reseau.fr", "/robots.txt"] = Answer(404)
    web.answers["portail.fr", "/"] = to("/connexion")
    web.answers["portail.fr", "/connexion"] = html(title="Connexion")
    web.answers["club.fr", "/membres"] = to("/sso/entrer")
    web.answers["club.fr", "/sso/entrer"] = html(title="Connexion")
    visits, _ = await walk(web)
    assert told(visits)[1:] == [
        ("http://reseau.fr/mairie", "UNAUTHORIZED"), ("http://portail.fr/", "OK"), ("http://club.fr/membres", "OK"),
    ]  # fmt: skip


async def test_one_page_that_was_moved_home_on_an_honest_host(web: Web) -> None:
    serve(web, home=html("http://club.fr/ancien", "http://autre.fr/x"))
    web.answers["club.fr", "/ancien"] = to("/")
    web.answers["club.fr", "/"] = html(title="Club")
    web.answers["autre.fr", "/x"] = to("/y")
    web.answers["autre.fr", "/y"] = html()
    visits, _ = await walk(web)
    assert told(visits)[1:] == [("http://club.fr/ancien", "OK"), ("http://autre.fr/x", "OK")]
    assert not [target for target in web.asked("autre.fr") if "arobase-" in target], "a host that behaves costs no request more"


ANSWERS = [
    (200, "alive"), (204, "alive"), (301, "alive"), (401, "unverifiable"), (403, "unverifiable"), (404, "dead"), (405, "unverifiable"),
    (410, "dead"), (429, "unverifiable"), (451, "unverifiable"), (500, "unverifiable"), (502, "unverifiable"), (503, "unverifiable"),
    (504, "unverifiable"), (999, "unverifiable"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "answer"), ANSWERS)
async def test_three_answers(web: Web, status: int, answer: str) -> None:
    serve(web, home=html("http://loin.fr/x"))
    web.answers["loin.fr", "/x"] = to("/y", 301) if status == 301 else Answer(status)
    web.answers["loin.fr", "/y"] = html()
    visit = (await walk(web))[0][1]
    assert getattr(visit.outcome, answer), visit.outcome
    assert [visit.outcome.alive, visit.outcome.dead, visit.outcome.unverifiable].count(True) == 1
    assert visit.again is (answer == "dead")


async def test_errors_are_never_remembered(web: Web) -> None:
    """A link that failed is asked again by the next walk, and by the second look."""
    moods = iter([404, 404, 200])

    def moody(request: Request) -> Answer:
        return Answer(405) if request.method == "HEAD" else Answer(next(moods))

    serve(web, home=html("http://loin.fr/x"))
    web.answers["loin.fr", "/x"] = moody
    assert told((await walk(web))[0])[1] == ("http://loin.fr/x", "NOT_FOUND")
    assert told((await walk(web))[0])[1] == ("http://loin.fr/x", "OK")
