"""A year in the virtual clock: communes that change, die, move, come back. Real audits of real pages, a clock that leaps."""

import asyncio
import os
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from audit.demo.web import Answer, Request
from audit.store import Store
from audit.watch.schedule import Rhythm, Turn, after, begun
from audit.watch.terms import Manner, Terms
from audit.watch.watch import Site, Watch
from audit.watch.watches import Watches
from audit.watch.work import alone, on_shift
from crawler.address import Endpoint, NoSuchHost
from crawler.limits import Limits
from tests.audit.watch.towns import HTML, Towns
from tests.crawler.clock import run

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
COMMUNES = int(os.environ.get("AROBASE_YEAR", "40"))
"""The whole country of the test is 200: AROBASE_YEAR=200."""
DAYS, EVERY = 365, 30.0
SLACK = 0.1
"""Days by which a visit may be late: those of others take time."""
NEWSLETTER = '<form action="/lettre"><label>Lettre d’information <input type="email" name="email"></label><button>S’abonner</button></form>'
BACK = 20


class Life:
    """What becomes of commune n, by its number: steady, changing every so often, dead on a day, dead for 20 days, moved on a day."""

    def __init__(self, number: int) -> None:
        self.kind = ("steady", "changing", "dead", "back", "moved")[number % 5]
        self.day = 20 + number * 1.5
        self.period = 45 + number % 40

    def state(self, day: float) -> str:
        """dead, or what a visit on that day finds."""
        if self.kind == "changing":
            return "with" if int(day / self.period) % 2 else "without"
        over = day >= self.day
        if self.kind == "dead" and over:
            return "dead"
        if self.kind == "back" and self.day <= day < self.day + BACK:
            return "dead"
        return "moved" if self.kind == "moved" and over else "without"


class Year(Towns):
    """`ville-N.example` as its life has it; `visits`: N → the days on which it was looked for."""

    def __init__(self) -> None:
        super().__init__(pages=1)
        self.visits: defaultdict[int, list[float]] = defaultdict(list)

    @property
    def day(self) -> float:
        return (asyncio.get_running_loop().time() - self.began) / 86400

    async def __aenter__(self) -> "Year":
        self.began = asyncio.get_running_loop().time()
        await super().__aenter__()
        return self

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        number = int(host.split(".")[0].split("-")[1])
        if "bis" not in host and (not self.visits[number] or self.day - self.visits[number][-1] > 0.5):
            self.visits[number].append(self.day)
        if Life(number).state(self.day) == "dead":
            raise NoSuchHost(host)
        return await super().resolve(host, port)

    async def answer(self, request: Request) -> Answer:
        number = int(request.host.split(".")[0].split("-")[1])
        state = Life(number).state(self.day)
        if state == "moved" and "bis" not in request.host and request.path != "/robots.txt":
            return Answer(301, {"Location": f"http://ville-{number}-bis.example{request.target}"})
        if request.path != "/":
            return Answer(404, HTML, b"<!doctype html><title>404</title><h1>Page introuvable</h1>")
        body = f"<!doctype html><title>Mairie</title><h1>Commune {number}</h1>{NEWSLETTER if state == 'with' else ''}"
        return Answer(200, HTML, body.encode())


async def live(where: str) -> Year:
    """A worker at its work for the year."""
    stop = asyncio.Event()
    terms = Terms(where, Manner(Limits(delay=0, links=0), "never"), address_delay=0, look=86400)
    async with Year() as year:

        def now() -> datetime:
            return BEGUN + timedelta(days=year.day)

        with Store(where) as store:
            sites = (Site(f"http://ville-{n}.example") for n in range(COMMUNES))
            Watches(store.engine, now=now).add(sites, EVERY, allow_private=True)
            async with on_shift(store, terms, year, now) as shift:
                asyncio.get_running_loop().call_later(DAYS * 86400, stop.set)
                await alone(shift, terms, stop)
    return year


def lived(number: int, visits: list[float]) -> tuple[list[Turn], list[Rhythm]]:
    """How each visit must have gone, and the rhythm after it, from the commune's life alone."""
    turns, rhythms, seen, rhythm = [], [], "", begun(EVERY)
    for day in visits:
        state = Life(number).state(day)
        if state == "dead":
            turn = Turn.FAILED
        else:
            turn = Turn.NEW if not seen else Turn.SAME if state == seen else Turn.CHANGED
            seen = state
        rhythm = after(rhythm, turn)
        turns.append(turn)
        rhythms.append(rhythm)
    return turns, rhythms


def days(moment: datetime | None) -> float:
    return (moment - BEGUN) / timedelta(days=1) if moment else -1.0


def check(number: int, watch: Watch, visits: list[float]) -> Counter[str]:
    turns, rhythms = lived(number, visits)
    for rhythm, (sooner, later) in zip(rhythms, pairwise(visits), strict=False):
        assert abs(later - sooner - rhythm.wait / timedelta(days=1)) < SLACK, (number, watch, visits)
    assert (watch.rhythm, watch.turn) == (rhythms[-1], turns[-1]), (number, visits)
    alive = [day for day, turn in zip(visits, turns, strict=True) if turn is not Turn.FAILED]
    changed = [day for day, turn in zip(visits, turns, strict=True) if turn is Turn.CHANGED]
    assert abs(days(watch.first_seen) - alive[0]) < SLACK
    assert abs(days(watch.last_alive) - alive[-1]) < SLACK
    assert abs(days(watch.changed_at) - (changed[-1] if changed else -1.0)) < SLACK
    assert abs(days(watch.visited_at) - visits[-1]) < SLACK
    assert watch.moved == (f"http://ville-{number}-bis.example/" if Life(number).state(alive[-1]) == "moved" else "")
    return Counter(turns)


def test_a_year_of_many_communes(tmp_path: Path) -> None:
    where = str(tmp_path / "s.sqlite")
    year = run(live(where), grace=0.01)
    with Store(where) as store:
        list_ = {watch.url: watch for watch in Watches(store.engine).all()}
        kept = Counter(entry.host.split(".")[0].removesuffix("-bis") for entry in store.audits())
    turns: Counter[str] = Counter()
    for number in range(COMMUNES):
        of_one = check(number, list_[f"http://ville-{number}.example"], year.visits[number])
        # Whoever is dead keeps what was last seen of it: failures are no audits.
        assert kept[f"ville-{number}"] == of_one.total() - of_one[Turn.FAILED]
        turns += of_one
    assert [round(day, 1) for day in year.visits[0]] == [0, 30, 75, 142.5, 232.5, 322.5]
    assert min(turns[turn] for turn in (Turn.NEW, Turn.SAME, Turn.CHANGED, Turn.FAILED)) >= COMMUNES / 5
