"""A link that many towns have is asked for once by walks that share what they hear; alone, each walk asks for itself."""

import asyncio
from pathlib import Path

from crawler.hearsay import FRESH, Hearsay
from crawler.limits import Limits
from crawler.shared import ALONE, Shared
from crawler.visit import Visit
from crawler.walk import Walk
from tests.crawler.clock import run
from tests.web import HTML, Answer, Web

LINKS = b'<!doctype html><title>Mairie</title><a href="http://etat.example/demarches">Demarches</a><a href="http://etat.example/perdu">Perdu</a>'
TOWNS = ("aigue.example", "bore.example", "cime.example")


async def walked(web: Web, shared: Shared, town: str) -> list[Visit]:
    limits = Limits(delay=0, allow_private=True)
    return [visit async for visit in Walk(f"http://{town}/", limits, resolver=web, shared=shared)]


async def told(folder: Path, shared: Shared, wait: float = 0.0) -> tuple[list[list[Visit]], list[str]]:
    """The visits of three walks at once, or one after the other with a `wait` between; what the State was asked for."""
    async with Web(folder) as web:
        for town in TOWNS:
            web.answers[town, "/"] = Answer(200, HTML, LINKS)
        web.answers["etat.example", "/demarches"] = Answer(200, HTML, b"<title>Demarches")
        if not wait:
            visits = await asyncio.gather(*(walked(web, shared, town) for town in TOWNS))
        else:
            visits = []
            for town in TOWNS:
                visits.append(await walked(web, shared, town))
                await asyncio.sleep(wait)
        return visits, web.asked("etat.example")


def outcomes(visits: list[Visit]) -> list[tuple[str, str, str]]:
    found = [visit for visit in visits if "etat" in visit.url]
    return [(visit.url, visit.outcome.value, visit.via.on if visit.via else "") for visit in found]


async def test_what_one_walk_hears_the_others_need_not_ask(tmp_path: Path) -> None:
    alone, asked_alone = await told(tmp_path, ALONE)
    together, asked = await told(tmp_path, Shared(hearsay=Hearsay()))
    assert asked_alone.count("HEAD /demarches") == 3
    assert asked.count("HEAD /demarches") == 1
    # What is dead is asked by each, twice: a second look is a real one.
    assert asked.count("HEAD /perdu") == asked_alone.count("HEAD /perdu") == 6
    assert [outcomes(visits) for visits in together] == [outcomes(visits) for visits in alone]
    assert {via for visits in together for _, _, via in outcomes(visits)} == {f"http://{town}/" for town in TOWNS}


def test_hearsay_is_not_believed_for_long(tmp_path: Path) -> None:
    _, asked = run(told(tmp_path, Shared(hearsay=Hearsay()), wait=FRESH * 0.6), grace=0.05)
    assert asked.count("HEAD /demarches") == 2


async def test_one_who_leaves_keeps_nobody_waiting() -> None:
    hearsay, asked = Hearsay(), 0

    async def ask() -> Visit:
        nonlocal asked
        asked += 1
        await asyncio.sleep(0.05)
        raise RuntimeError("the walk was left")

    waiting = [asyncio.create_task(hearsay.probe("http://etat.example/", None, ask)) for _ in range(3)]
    await asyncio.sleep(0.01)
    waiting[0].cancel()
    how = await asyncio.gather(*waiting, return_exceptions=True)
    assert [type(error) for error in how] == [asyncio.CancelledError, RuntimeError, RuntimeError]
    assert asked == 3
