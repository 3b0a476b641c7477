"""Politeness, in virtual time: whose turn, and when."""

import asyncio
import itertools
from datetime import UTC, datetime, timedelta

import pytest

from crawler.limits import Limits
from crawler.pace import DAY, FIRST_PENALTY, Addresses, Pace, Silence
from crawler.visit import Outcome
from tests.crawler.clock import run
from tests.crawler.town import URL, Town, gaps, now


def test_pause_counts_from_the_end_of_the_fetch() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=1.0))
        return await asyncio.gather(*(town.fetch(lasts=0.5) for _ in range(4)))

    assert gaps(run(story())) == [1.5, 1.5, 1.5]


def test_a_slow_server_gets_more_air() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=1.0, breath=2.0, max_delay=10.0))
        return [await town.fetch(lasts=s) for s in (3.0, 30.0, 0.1, 0.1)]

    # 3 s and twice that; 30 s and the most; 0.1 s and the least.
    assert gaps(run(story())) == [9.0, 40.0, 1.1]


def test_an_error_never_speeds_up() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=1.0))
        await town.fetch(lasts=5.0)
        first = await town.fetch(lasts=0.0, status=500, outcome=Outcome.SERVER_ERROR)
        return [first, await town.fetch()]

    assert gaps(run(story())) == [5.0]


def test_no_artificial_wait_without_delay() -> None:
    async def story() -> tuple[list[float | Outcome], int]:
        town = Town(Limits(delay=0))
        most = flying = 0

        async def one() -> float | Outcome:
            nonlocal most, flying
            assert await town.gate.patient.admit(URL) is None
            flying += 1
            most = max(most, flying)
            began = now()
            await asyncio.sleep(1)
            flying -= 1
            town.gate.patient.answered(URL, status=429, elapsed=1, retry_after=None, outcome=Outcome.RATE_LIMITED)
            return began

        return await asyncio.gather(*(one() for _ in range(6))), most

    times, most = run(story())
    assert (gaps(times), most) == ([0, 1, 0, 1, 0], 2)


def test_one_address_is_one_server() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=2.0))
        hosts = [f"https://mairie-{n}.fr/" for n in range(3)]
        return await asyncio.gather(*(town.fetch(h, address="192.0.2.1", lasts=0) for h in hosts))

    assert gaps(run(story())) == [2.0, 2.0]


def test_an_address_that_all_walks_ask_for_holds_none_of_them_up() -> None:
    async def story() -> tuple[list[float | Outcome], float]:
        shared = Addresses(1.0)
        towns = [Town(Limits(delay=1.0, patience=30), addresses=shared) for _ in range(100)]
        began = now()
        asked = await asyncio.gather(*(town.fetch("https://reseau.example/", address="192.0.2.1", lasts=0) for town in towns))
        return asked, now() - began

    asked, lasted = run(story())
    assert sum(1 for answer in asked if answer is not Outcome.SKIPPED) in (30, 31)
    assert lasted == pytest.approx(31, abs=0.1), "a second after its robots.txt, then as long as patience"


def test_hosts_do_not_wait_for_each_other() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=60.0))
        return await asyncio.gather(*(town.fetch(f"https://mairie-{n}.fr/", address=f"192.0.2.{n}") for n in range(3)))

    assert gaps(run(story())) == [0, 0]


def test_crawl_delay_and_its_cap() -> None:
    async def story(asked: int, delay: float) -> tuple[list[float | Outcome], float | None]:
        town = Town(Limits(delay=delay), b"User-agent: *\nCrawl-delay: %d" % asked)
        return [await town.fetch(lasts=0.5) for _ in range(3)], town.gate.crawl_delay(URL)

    times, delay = run(story(30, 1.0))
    assert (gaps(times), delay) == ([30.5, 30.5], 30.0)
    # What the site asks for holds even when we add no wait of our own.
    assert gaps(run(story(30, 0))[0]) == [30.5, 30.5]
    times, delay = run(story(3600, 1.0))
    assert (gaps(times), delay) == ([60.5, 60.5], 3600.0)


@pytest.mark.parametrize(("said", "waits"), [(7.0, 7.0), (-5.0, 1.0), (0.0, 1.0)])
def test_retry_after(said: float, waits: float) -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=1.0))
        return [await town.fetch(lasts=0, status=s, retry_after=said) for s in (429, 200)]

    assert gaps(run(story())) == [waits]


def test_retry_after_beyond_patience_is_not_waited_for() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=1.0, patience=300))
        await town.fetch(status=503, retry_after=10 * DAY, outcome=Outcome.SERVER_ERROR)
        began = now()
        return [await town.fetch(), now() - began]

    assert run(story()) == [Outcome.SKIPPED, 0.0]


def test_429_doubles_and_is_forgiven() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=1.0, patience=DAY))
        times = [await town.fetch(lasts=0, status=429, outcome=Outcome.RATE_LIMITED) for _ in range(4)]
        await asyncio.sleep(3600)
        return [*times, await town.fetch(lasts=0, status=429, outcome=Outcome.RATE_LIMITED), await town.fetch()]

    waits = gaps(run(story()))
    for wait, penalty in zip(waits[:3], (60, 120, 240), strict=True):
        assert penalty <= wait <= penalty * 1.25
    assert FIRST_PENALTY <= waits[-1] <= FIRST_PENALTY * 1.25


def test_the_jitter_is_repeatable() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=1.0))
        return [await town.fetch(lasts=0, status=429, outcome=Outcome.RATE_LIMITED) for _ in range(3)]

    assert gaps(run(story())) == gaps(run(story()))


@pytest.mark.parametrize("delay", [0, 1.0])
def test_the_breaker_opens(delay: float) -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=delay, patience=30))
        return [await town.fetch(lasts=0, status=None, outcome=Outcome.TIMEOUT) for _ in range(20)]

    answers = run(story())
    assert Outcome.SKIPPED not in answers[:9]
    assert set(answers[10:]) == {Outcome.SKIPPED}


def test_the_breaker_takes_no_notice_of_404() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=0))
        return [await town.fetch(status=404, outcome=Outcome.NOT_FOUND) for _ in range(50)]

    assert Outcome.SKIPPED not in run(story())


def test_nothing_is_admitted_when_time_is_up() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=1.0), until=now() + 4)
        return [await town.fetch(lasts=0.5) for _ in range(5)]

    answers = run(story())
    assert [isinstance(a, float) for a in answers] == [True, True, False, False, False]
    assert answers[-1] is Outcome.SKIPPED


def test_one_who_gives_up_does_not_keep_the_turn() -> None:
    async def story() -> float | Outcome:
        town = Town(Limits(delay=10.0))
        await town.fetch()
        waiting = asyncio.create_task(town.fetch())
        await asyncio.sleep(1)
        waiting.cancel()
        return await asyncio.wait_for(town.fetch(), 60)

    assert isinstance(run(story()), float)


def test_a_host_that_waits_takes_no_place() -> None:
    """Of strangers one is spoken to at a time; while the pause of one runs, the others have their turns."""

    async def story() -> tuple[list[float | Outcome], list[tuple[float, float]]]:
        town = Town(Limits(delay=20.0, outward=1))
        flights: list[tuple[float, float]] = []

        async def fetch(url: str) -> float | Outcome:
            began = await town.fetch(url, gate=town.gate.brief, lasts=1.0)
            flights.append((float(began) if isinstance(began, float) else 0.0, now()))
            return began

        urls = ["https://a.fr/1", "https://a.fr/2", *(f"https://{name}.fr/" for name in "bcdef")]
        return await asyncio.gather(*map(fetch, urls)), sorted(flights)

    times, flights = run(story())
    first, second, *others = times
    assert isinstance(first, float)
    assert isinstance(second, float)
    assert all(isinstance(time, float) and time < second for time in others)
    assert all(ended <= began for (_, ended), (began, _) in itertools.pairwise(flights))


def test_the_breaker_of_an_address_holds_for_all_its_hosts() -> None:
    async def story() -> list[float | Outcome]:
        town = Town(Limits(delay=1.0, patience=30))
        hosts = [f"https://mairie-{n}.fr/" for n in range(11)]
        failed = [await town.fetch(h, address="192.0.2.1", outcome=Outcome.TIMEOUT, status=None) for h in hosts[:10]]
        return [*failed, await town.fetch(hosts[10], address="192.0.2.1"), await town.fetch(hosts[10], address="192.0.2.2")]

    *failed, same, other = run(story())
    assert Outcome.SKIPPED not in failed
    assert same is Outcome.SKIPPED
    assert isinstance(other, float)


def test_the_breaker_looks_back_five_minutes() -> None:
    async def story(pause: float) -> list[float | Outcome]:
        town = Town(Limits(delay=1.0, patience=30))
        answers: list[float | Outcome] = []
        for _ in range(20):
            answers.append(await town.fetch(lasts=0, status=None, outcome=Outcome.TIMEOUT))
            await asyncio.sleep(pause)
        return answers

    assert Outcome.SKIPPED in run(story(20.0)), "ten failures within five minutes"
    assert Outcome.SKIPPED not in run(story(40.0)), "never ten of them within five minutes"


def test_a_silence_outlives_the_walk() -> None:
    """Clocks are kept by whoever holds them: a second walk, with a gate of its own, still waits."""

    class Kept:
        def __init__(self) -> None:
            self.silences: dict[str, Silence] = {}

        def silence(self, host: str) -> Silence | None:
            return self.silences.get(host)

        def silenced(self, host: str, silence: Silence) -> None:
            self.silences[host] = silence

    async def story() -> tuple[float, float, int]:
        kept, epoch = Kept(), datetime(2026, 11, 1, tzinfo=UTC) - timedelta(seconds=now())

        def town() -> Town:
            made = Town(Limits(delay=1.0, patience=DAY))
            made.gate.pace = Pace(made.gate.limits, seed="x", clocks=kept, wall=lambda: epoch + timedelta(seconds=now()))
            return made

        first = town()
        for _ in range(2):
            await first.fetch(lasts=0, status=429, outcome=Outcome.RATE_LIMITED)
        asked = now()
        began = await town().fetch(lasts=0, status=429, outcome=Outcome.RATE_LIMITED)
        assert isinstance(began, float)
        return began - asked, kept.silences["mairie.fr"].until.timestamp() - epoch.timestamp() - began, len(kept.silences)

    waited, silence, hosts = run(story())
    assert 120 <= waited <= 150, "the second silence of the first walk"
    assert 240 <= silence <= 300, "the third one doubles it again"
    assert hosts == 1
