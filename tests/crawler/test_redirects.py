"""Redirects: recorded, bounded, screened at each hop, and led through the gate."""

import asyncio

import pytest

from crawler.fetch import Door
from crawler.visit import Hop, Outcome
from tests.crawler.conftest import QUICK
from tests.web import HTML, Answer, Request, Web, drip, endless, page, to


async def test_redirects_are_recorded(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("//www.a.fr/x#top", 301)
    web.answers["www.a.fr", "/x"] = to("/été?é", 307)
    web.answers["www.a.fr", "/été"] = page()
    visit = await door.fetch("http://a.fr/")
    assert visit.outcome is Outcome.OK
    assert visit.url == "http://a.fr/"
    assert visit.landed == "http://www.a.fr/%C3%A9t%C3%A9?%C3%A9"
    assert visit.hops == (Hop("http://a.fr/", 301), Hop("http://www.a.fr/x", 307))


async def test_loop(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("/b")
    web.answers["a.fr", "/b"] = to("/")
    visit = await door.fetch("http://a.fr/")
    assert visit.outcome is Outcome.REDIRECT_LOOP
    assert len(web.log) == 2


async def test_endless_redirects(web: Web, door: Door) -> None:
    web.answers["a.fr", "*"] = lambda request: to(request.path + "x")
    visit = await door.fetch("http://a.fr/")
    assert visit.outcome is Outcome.REDIRECT_LOOP
    assert len(web.log) == QUICK.max_hops + 1


async def test_cookie_test_is_no_loop(web: Web, door: Door) -> None:
    def ask(request: Request) -> Answer:
        if "seen=1" in request.headers.get("cookie", ""):
            return page()
        return Answer(302, {"Location": "/", "Set-Cookie": "seen=1; Path=/"})

    web.answers["a.fr", "/"] = ask
    assert (await door.fetch("http://a.fr/")).outcome is Outcome.OK
    await door.fetch("http://a.fr/")
    # The next fetch knows nothing of the cookie of the one before.
    assert ["cookie" in request.headers for request in web.log] == [False, True, False, True]


async def test_cookies_stay_with_their_host(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = Answer(302, {"Location": "http://b.fr/", "Set-Cookie": "a=1; Domain=fr"})
    web.answers["b.fr", "/"] = page()
    await door.fetch("http://a.fr/")
    assert "cookie" not in web.log[1].headers


@pytest.mark.parametrize("onward", ["http://b.fr/", "https://a.fr/", "http://a.fr:8080/"])
async def test_headers_do_not_cross_origins(web: Web, onward: str, door: Door) -> None:
    secret = {"Authorization": "Basic c2VjcmV0", "If-None-Match": '"x"'}
    web.answers["a.fr", "/"] = to("/b")
    web.answers["a.fr", "/b"] = to("http://b.fr/")
    web.answers["b.fr", "/"] = to("http://a.fr/c")
    web.answers["a.fr", "/c"] = page()
    await door.fetch("http://a.fr/", headers=secret)
    assert ["authorization" in request.headers for request in web.log] == [True, True, False, False]
    assert "if-none-match" not in web.log[-1].headers


@pytest.mark.parametrize(
    ("location", "outcome"),
    [
        ("file:///etc/passwd", Outcome.UNSAFE_ADDRESS),
        ("ftp://a.fr/", Outcome.UNSAFE_ADDRESS),
        ("javascript:alert(1)", Outcome.UNSAFE_ADDRESS),
        ("http://[", Outcome.BAD_ANSWER),
        ("http://169.254.169.254/latest/meta-data/", Outcome.UNSAFE_ADDRESS),
        ("http://0xA9FEA9FE/", Outcome.UNSAFE_ADDRESS),
        ("http://[::ffff:169.254.169.254]/", Outcome.UNSAFE_ADDRESS),
        ("http://224.0.0.1/", Outcome.UNSAFE_ADDRESS),
    ],
)
async def test_redirect_to_what_must_not_be_asked(web: Web, door: Door, location: str, outcome: Outcome) -> None:
    web.answers["a.fr", "/"] = to(location)
    visit = await door.fetch("http://a.fr/")
    assert visit.outcome is outcome
    assert len(web.log) == 1


class Gate:
    """Admits all but what it was told to refuse, and remembers."""

    def __init__(self, **refused: Outcome) -> None:
        self.refused = refused
        self.admitted: list[str] = []
        self.told: list[tuple[str, int | None, float | None, Outcome]] = []

    async def admit(self, url: str, address: str | None = None) -> Outcome | None:
        assert address == "127.0.0.1"
        refusal = next((outcome for part, outcome in self.refused.items() if part in url), None)
        if refusal is None:
            self.admitted.append(url)
        return refusal

    async def allowed(self, url: str) -> Outcome | None:
        raise AssertionError("nothing is kept here")

    def answered(self, url: str, *, status: int | None, elapsed: float, retry_after: float | None, outcome: Outcome) -> None:
        assert elapsed >= 0
        self.told.append((url, status, retry_after, outcome))


async def test_out_of_scope(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("http://portail.fr/")
    web.answers["portail.fr", "/"] = Answer(200, HTML, endless(b"<p>x"))
    visit = await door.fetch("http://a.fr/", in_scope=lambda url: "//a.fr/" in url)
    assert (visit.outcome, visit.landed, visit.size) == (Outcome.OUT_OF_SCOPE, "http://portail.fr/", 0)
    assert visit.outcome.alive


async def test_out_of_scope_and_dead(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("http://portail.fr/")
    web.answers["portail.fr", "/"] = Answer(404)
    visit = await door.fetch("http://a.fr/", in_scope=lambda url: "//a.fr/" in url)
    assert visit.outcome is Outcome.NOT_FOUND


async def test_way_through_another_host_is_in_scope(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("http://sso.fr/")
    web.answers["sso.fr", "/"] = to("http://a.fr/in")
    web.answers["a.fr", "/in"] = page()
    visit = await door.fetch("http://a.fr/", in_scope=lambda url: "//a.fr/" in url)
    assert visit.outcome is Outcome.OK


async def test_gate_is_asked_at_each_hop(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = to("http://b.fr/")
    web.answers["b.fr", "/"] = Answer(503, {"Retry-After": "120"})
    gate = Gate()
    await door.fetch("http://a.fr/", gate=gate)
    assert gate.told == [
        ("http://a.fr/", 302, None, Outcome.OK),
        ("http://b.fr/", 503, 120.0, Outcome.SERVER_ERROR),
    ]


@pytest.mark.parametrize("probe", [False, True])
async def test_gate_refuses(web: Web, door: Door, probe: bool) -> None:
    web.answers["a.fr", "/"] = to("/private")
    gate = Gate(private=Outcome.ROBOTS)
    visit = await door.fetch("http://a.fr/", gate=gate, probe=probe)
    assert visit.outcome is Outcome.ROBOTS
    assert len(web.log) == len(gate.told) == 1


async def test_gate_is_told_of_a_cancelled_request(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = Answer(200, HTML, drip(b"x", 10))
    gate = Gate()
    task = asyncio.create_task(door.fetch("http://a.fr/", gate=gate))
    await asyncio.sleep(0.2)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert len(gate.told) == 1


async def test_gate_that_crashes(web: Web, door: Door) -> None:
    class Broken(Gate):
        async def admit(self, url: str, address: str | None = None) -> Outcome | None:
            raise RuntimeError("no")

    web.answers["a.fr", "/"] = page()
    assert (await door.fetch("http://a.fr/", gate=Broken())).outcome is Outcome.BAD_ANSWER
