"""Probes: is it alive, at the least cost to the one who is asked."""

import asyncio

import pytest

from crawler.fetch import Door
from crawler.visit import Outcome, Visit
from tests.crawler.conftest import QUICK
from tests.web import HTML, Answer, Request, Web, endless, page


async def test_probe_is_a_head(web: Web, door: Door) -> None:
    web.answers["a.fr", "/doc.pdf"] = Answer(200, {"Content-Type": "application/pdf"})
    visit = await door.fetch("http://a.fr/doc.pdf", probe=True)
    assert (visit.outcome, visit.media_type, visit.probe) == (Outcome.OK, "application/pdf", True)
    assert web.asked("a.fr") == ["HEAD /doc.pdf"]


@pytest.mark.parametrize("status", [403, 404, 405, 500, 501])
async def test_probe_goes_on_with_get(web: Web, door: Door, status: int) -> None:
    web.answers["a.fr", "/"] = lambda request: Answer(status) if request.method == "HEAD" else page()
    visit = await door.fetch("http://a.fr/", probe=True)
    assert visit.outcome is Outcome.OK
    assert web.asked("a.fr") == ["HEAD /", "GET /"]


async def test_probe_of_a_server_that_drops_head(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = lambda request: Answer(raw=True) if request.method == "HEAD" else page()
    assert (await door.fetch("http://a.fr/", probe=True)).outcome is Outcome.OK


async def test_probe_reads_little(web: Web, door: Door) -> None:
    web.answers["a.fr", "/"] = lambda r: Answer(405) if r.method == "HEAD" else Answer(200, HTML, endless(b"<p>bonjour"))
    visit = await door.fetch("http://a.fr/", probe=True)
    assert (visit.outcome, visit.size, visit.truncated) == (Outcome.OK, QUICK.max_sniff, True)


@pytest.mark.parametrize("status", [429, None])
async def test_probe_does_not_insist(web: Web, door: Door, status: int | None) -> None:
    async def answer(request: Request) -> Answer:
        if status is None:
            await asyncio.sleep(5)
        return Answer(status or 200)

    web.answers["a.fr", "/"] = answer
    visit = await door.fetch("http://a.fr/", probe=True)
    assert visit.outcome in (Outcome.RATE_LIMITED, Outcome.TIMEOUT)
    assert web.asked("a.fr") == ["HEAD /"]


async def test_equal_probes_share_one_request(web: Web, door: Door) -> None:
    async def slow(request: Request) -> Answer:
        await asyncio.sleep(0.2)
        return page()

    web.answers["a.fr", "/"] = slow
    urls = ["http://a.fr/", "http://a.fr/#a", "http://a.fr/#b"]
    tasks = [asyncio.create_task(door.fetch(url, probe=True)) for url in urls]
    await asyncio.sleep(0.05)
    tasks[0].cancel()
    found = await asyncio.gather(*tasks, return_exceptions=True)
    assert isinstance(found[0], asyncio.CancelledError)
    assert [visit.url for visit in found if isinstance(visit, Visit)] == urls[1:]
    assert len(web.log) == 1
    # Nothing is remembered once it is answered: a second look is a real one.
    await door.fetch("http://a.fr/", probe=True)
    assert len(web.log) == 2
