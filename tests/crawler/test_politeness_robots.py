"""Politeness, in virtual time: what robots.txt lets us do, and what it means that it cannot be had."""

import asyncio
from collections.abc import Callable

import pytest

from crawler.answer import RawAnswer
from crawler.limits import Limits
from crawler.pace import DAY
from crawler.visit import Outcome
from tests.crawler.clock import run
from tests.crawler.town import Town, now


def test_robots_is_asked_once_politely_and_again_after_a_day() -> None:
    async def story() -> tuple[list[tuple[str, float]], list[float | Outcome]]:
        town = Town(Limits(delay=1.0), b"User-agent: *\nDisallow: /prive")
        times = await asyncio.gather(*(town.fetch(lasts=0) for _ in range(3)))
        times.append(await town.fetch("https://mairie.fr/prive/x"))
        await town.fetch("http://mairie.fr/a")
        await asyncio.sleep(DAY)
        await town.fetch()
        return town.asked, times

    asked, times = run(story())
    assert [url for url, _ in asked] == [
        f"{o}/robots.txt" for o in ("https://mairie.fr", "http://mairie.fr", "https://mairie.fr")
    ]
    assert times[3] is Outcome.ROBOTS
    # The page waits its turn after robots.txt too.
    first = times[0]
    assert isinstance(first, float)
    assert first - asked[0][1] == pytest.approx(1.0)


def gone(outcome: Outcome, status: int | None) -> Callable[[str, int], RawAnswer]:
    return lambda url, _: RawAnswer(url, outcome, status, landed=url)


@pytest.mark.parametrize(
    ("outcome", "status", "fate"),
    [
        (Outcome.NOT_FOUND, 404, None),
        (Outcome.FORBIDDEN, 403, None),
        (Outcome.UNAUTHORIZED, 401, None),
        (Outcome.REDIRECT_LOOP, 301, None),
        (Outcome.CHALLENGE, 200, None),
        (Outcome.SERVER_ERROR, 503, Outcome.SERVER_ERROR),
        (Outcome.RATE_LIMITED, 429, Outcome.RATE_LIMITED),
        (Outcome.TIMEOUT, None, Outcome.TIMEOUT),
        (Outcome.NO_SUCH_HOST, None, Outcome.NO_SUCH_HOST),
        # The page itself will tell which certificate it was.
        (Outcome.TLS_EXPIRED, None, None),
    ],
)
def test_what_keeps_robots_away(outcome: Outcome, status: int | None, fate: Outcome | None) -> None:
    async def story() -> float | Outcome:
        return await Town(Limits(delay=1.0, patience=1000), gone(outcome, status)).fetch()

    got = run(story())
    assert got is fate if fate else isinstance(got, float)


def test_robots_429_then_ok() -> None:
    def robots(url: str, times: int) -> RawAnswer:
        if times == 1:
            return RawAnswer(url, Outcome.RATE_LIMITED, 429, landed=url)
        return RawAnswer(url, Outcome.OK, 200, data=b"User-agent: *\nDisallow: /b", landed=url)

    async def story() -> tuple[float | Outcome, list[tuple[str, float]]]:
        town = Town(Limits(delay=1.0), robots)
        return await town.fetch(), town.asked

    got, asked = run(story())
    assert isinstance(got, float)
    assert 60 <= asked[1][1] - asked[0][1] <= 76


def test_robots_503_for_ever_is_no_free_pass_and_not_for_ever() -> None:
    async def story() -> tuple[list[float | Outcome], list[float], float]:
        town = Town(Limits(delay=1.0), gone(Outcome.SERVER_ERROR, 503))
        began = now()
        fates = [await town.fetch(), await town.fetch()]
        lasted = now() - began
        times = [t for _, t in town.asked]
        await asyncio.sleep(3601)
        await town.fetch()
        return fates, times, lasted if len(town.asked) > len(times) else 0.0

    fates, times, lasted = run(story())
    assert fates == [Outcome.SERVER_ERROR] * 2
    assert len(times) == 3
    assert 180 <= lasted <= 226


def test_strangers_are_not_waited_for() -> None:
    async def story() -> tuple[float | Outcome, float]:
        town = Town(Limits(delay=1.0), gone(Outcome.RATE_LIMITED, 429))
        began = now()
        return await town.fetch(gate=town.gate.brief), now() - began

    fate, lasted = run(story())
    assert (fate, lasted) == (Outcome.RATE_LIMITED, 0.0)
