"""The virtual country is one: towns that differ, pages that are reached, tempers that are met; a real walk over real sockets."""

import asyncio
import json
import socket
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from audit.run import audit
from crawler.address import NoSuchHost
from crawler.limits import Limits
from crawler.visit import Outcome
from tests.bench.france.country import NATIONAL, TEMPERS, Country
from tests.bench.france.flavours import Flavour
from tests.bench.france.night import Moment, Night, _best, outlook, row, spend
from tests.bench.france.server import Web, serve

PAGES = 60


def test_towns_differ_and_every_temper_is_met() -> None:
    country = Country(5000)
    towns = list(country.towns())
    assert len({town.host for town in towns}) == 5000
    met = Counter(town.temper for town in towns)
    for temper, share in TEMPERS:
        assert share * 0.7 < met[temper] / 5000 < share * 1.4, temper
    on_one = Counter(town.address for town in towns)
    assert 0.15 < sum(n for n in on_one.values() if n > 1) / 5000 < 0.25
    assert all(address.startswith("127.") for address in country.addresses())
    assert towns[:100] == list(Country(100).towns()), "a small country is the beginning of a large one"


async def test_the_resolver_knows_whom_the_server_knows() -> None:
    country = Country(50, 8080)
    for town in country.towns():
        if town.temper == "unknown":
            with pytest.raises(NoSuchHost):
                await country.resolve(town.host, 80)
        else:
            (endpoint,) = await country.resolve(town.host, 80)
            assert (endpoint.address, endpoint.port) == (town.address, 9 if town.temper == "down" else 8080)
    assert {(await country.resolve(host, 80))[0].port for host in NATIONAL} == {8080}
    with pytest.raises(NoSuchHost):
        await country.resolve("www.belbrune-51.example", 80)


def test_pages_of_two_towns_differ_and_of_two_flavours_more() -> None:
    web = Web(Country(200), PAGES)
    plain = [town for town in web.towns.values() if town.temper == "plain"]
    first = next(town for town in plain if town.flavour == 0)
    same = next(town for town in plain if town.flavour == 0 and town.number != first.number)
    homes = [web.answer("GET", town.host, "/") for town in (first, same)]
    assert homes[0] != homes[1]
    assert len({web.flavours[number].page("") for number in range(12)}) == 12
    told = homes[0]
    assert told is not None
    assert told[1].startswith(b"HTTP/1.1 200 ")
    assert first.name.encode() in told[1]
    assert b"\x00" not in told[1]


def test_robots_documents_and_what_is_not_there() -> None:
    web = Web(Country(300), PAGES)

    def body(temper: str, target: str) -> bytes:
        town = next(town for town in web.towns.values() if town.temper == temper)
        answer = web.answer("GET", town.host, target)
        assert answer is not None
        return answer[1]

    assert b"Disallow: /\n" in body("closed", "/robots.txt")
    assert b"Crawl-delay: " in body("patient", "/robots.txt")
    assert b"%PDF" in body("plain", "/documents/pv-1.pdf")
    assert body("plain", "/nulle-part").startswith(b"HTTP/1.1 404 ")
    mute = next(town for town in web.towns.values() if town.temper == "mute")
    assert web.answer("GET", mute.host, "/") is None


def test_pages_are_of_the_size_of_real_ones() -> None:
    flavour = Flavour(3, 150)
    sizes = [len(page) for path in flavour.paths if (page := flavour.page(path))]
    assert len(sizes) == 150
    assert 30_000 < sum(sizes) / 150 < 50_000


async def test_a_walk_reads_a_town_whole(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        country = Country(40, free.getsockname()[1])
    town = next(town for town in country.towns() if town.temper == "plain")
    ready = asyncio.Event()
    serving = asyncio.create_task(serve(country, PAGES, tmp_path / "figures.json", ready))
    await ready.wait()
    limits = Limits(delay=0, allow_private=True)
    done = await audit(town.url, limits, as_of=date(2026, 11, 28), resolver=country, render="never")
    await asyncio.sleep(1.1)
    serving.cancel()
    assert done.home is Outcome.OK
    assert done.report.coverage.pages == PAGES
    assert done.report.coverage.complete
    assert len([f for f in done.report.findings if f.verdict == "present"]) > 20
    assert json.loads((tmp_path / "figures.json").read_text())["pages"] == PAGES


def test_the_best_minute() -> None:
    course = [Moment(float(t), 10 * min(t, 100), 0.2 * t) for t in range(300)]
    assert _best(course) == pytest.approx((10, 0.02))
    assert _best(course[:30]) == pytest.approx((10, 0.02)), "a shorter night is one minute"


def test_a_night_of_three_towns(tmp_path: Path) -> None:
    night = Night(3, 1, "sqlite", 4, 3, 0.0, 0.0, 90.0)
    cost = spend(night, tmp_path)
    assert cost.done == 3
    assert cost.pages == pytest.approx(12, abs=3), "one of the three fails now and then"
    assert cost.cpu > 0
    assert cost.memory > 20
    assert cost.grown > 10_000
    assert row(night, cost)[0] == "3"
    assert "pages a second (goal 182" in outlook(night, cost)


def test_a_night_that_is_cut_short(tmp_path: Path) -> None:
    cost = spend(Night(3, 2, "sqlite", 100, 3, 1.0, 1.0, 6.0), tmp_path)
    assert cost.done == 0
    assert 0 < cost.pages < 60
    assert cost.cpu > 0
