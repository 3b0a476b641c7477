"""A year in the virtual clock: communes that change, die, move, come back, lose a page; and people who review what is found.

Real audits of real pages, a clock that leaps.
"""

import asyncio
import os
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from audit.demo.web import Answer, Request
from audit.desk.book import Book, Step, is_asked
from audit.lives import Life as Known
from audit.lives import Lives
from audit.store import Store
from audit.watch.schedule import Rhythm, Turn, after, begun
from audit.watch.terms import Manner, Terms
from audit.watch.watch import Site, Watch
from audit.watch.watches import Watches
from audit.watch.work import alone, on_shift
from crawler.address import Endpoint, NoSuchHost
from crawler.limits import Limits
from crawler.visit import Outcome, Visit
from reports.report import Report
from reports.review import Decision, fingerprints
from tests.audit.watch.towns import HTML, Towns
from tests.crawler.clock import run

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
COMMUNES = int(os.environ.get("AROBASE_YEAR", "40"))
"""The whole country of the test is 200: AROBASE_YEAR=200."""
REVIEWED = 12
"""Communes whose drafts are reviewed: two of every kind."""
DAYS, EVERY = 365, 30.0
SLACK = 0.1
"""Days by which a visit may be late: those of others take time."""
NEWSLETTER = '<form action="/lettre"><label>Lettre d’information <input type="email" name="email"></label><button>S’abonner</button></form>'
BACK, LOST = 20, 100
"""Days for which a site is dead that comes back, and a page."""
REVIEWER = "Camille Faure"


class Life:
    """What becomes of commune n, by its number: steady, changing every so often, dead on a day, dead for 20 days, moved on a day;
    or with a page that is lost for 100 days, and another one that is new then.
    """

    def __init__(self, number: int) -> None:
        self.kind = ("steady", "changing", "dead", "back", "moved", "losing")[number % 6]
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
        if self.kind == "losing" and self.day <= day < self.day + LOST:
            return "lost"
        return "moved" if self.kind == "moved" and over else "without"

    def pages(self, day: float) -> list[str]:
        """What its home page links to."""
        return ["/a", "/b", *(["/c"] if day >= self.day else [])] if self.kind == "losing" else []


class Year(Towns):
    """`ville-N.example` as its life has it; `visits`: N → the days on which it was looked for."""

    def __init__(self) -> None:
        super().__init__(pages=1)
        self.visits: defaultdict[int, list[float]] = defaultdict(list)

    @property
    def day(self) -> float:
        return (asyncio.get_running_loop().time() - self.began) / 86400

    def now(self) -> datetime:
        return BEGUN + timedelta(days=self.day)

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
        state, pages = Life(number).state(self.day), Life(number).pages(self.day)
        if state == "moved" and "bis" not in request.host and request.path != "/robots.txt":
            return Answer(301, {"Location": f"http://ville-{number}-bis.example{request.target}"})
        if request.path in pages and (state, request.path) != ("lost", "/b"):
            return Answer(200, HTML, f"<!doctype html><title>Page</title><h1>Page {request.path[1:]}</h1>".encode())
        if request.path != "/":
            return Answer(404, HTML, b"<!doctype html><title>404</title><h1>Page introuvable</h1>")
        links = "".join(f'<a href="{page}">Page {page[1:]}</a> ' for page in pages)
        body = f"<!doctype html><title>Mairie</title><h1>Commune {number}</h1>{links}{NEWSLETTER if state == 'with' else ''}"
        return Answer(200, HTML, body.encode())


@dataclass(frozen=True, slots=True)
class Opened:
    """One draft as its reviewer found it. `proofs`: check → addresses and words; `asked`: sentence → its checks; `carried`: what stood already;
    `former`: what is told of the sentences that wait; `made`: what the reviewer then decided.
    """

    day: float
    verdicts: Mapping[str, str]
    proofs: Mapping[str, set[tuple[str, str]]]
    asked: Mapping[str, tuple[str, ...]]
    carried: tuple[Step, ...]
    former: Mapping[str, tuple[Decision, ...]]
    made: tuple[Step, ...]


async def review(store: Store, year: Year) -> dict[int, list[Opened]]:
    """Every five days somebody reads what is new of some communes, and decides on all that waits. Ends with the year."""
    book, watches = Book(store.engine, year.now), Watches(store.engine)
    read: dict[int, list[Opened]] = {number: [] for number in range(min(REVIEWED, COMMUNES))}
    known: dict[int, int] = {}
    for _ in range(DAYS // 5):
        await asyncio.sleep(5 * 86400)
        for number, opened in read.items():
            audit = watches.find(f"http://ville-{number}.example").audit_id
            if audit is not None and known.get(number) != audit:
                known[number] = audit
                opened.append(decided(book, audit, Report.from_json(store.report(audit))))
    return read


def decided(book: Book, audit: int, report: Report) -> Opened:
    state, prints = book.open(audit, report), fingerprints(report)
    asked = {s.key: s.findings for section in report.draft.sections for s in section.sentences if is_asked(s.key)}
    waiting = [key for key in asked if key not in {step.key for step in state.steps}]
    assert state.left == len(waiting)
    steps = [step_on(place, key, prints[key]) for place, key in enumerate(waiting)]
    if steps:
        book.write(audit, steps)
    made_at = datetime.fromisoformat(report.made_at)
    verdicts = {finding.check: finding.verdict for finding in report.findings}
    proofs = {finding.check: {(proof.url, proof.excerpt) for proof in finding.evidence} for finding in report.findings}
    return Opened(days(made_at), verdicts, proofs, asked, state.steps, book.former(state, report), tuple(steps))


def step_on(place: int, key: str, fingerprint: str) -> Step:
    """Keep, edit, drop, in turn."""
    action = ("keep", "edit", "drop")[place % 3]
    return Step(action, key, f"Relu : {key}." if action == "edit" else "", by=REVIEWER, fingerprint=fingerprint)


async def live(where: str) -> tuple[Year, dict[int, list[Opened]]]:
    """A worker at its work for the year, and a reviewer at the desk."""
    stop = asyncio.Event()
    terms = Terms(where, Manner(Limits(delay=0, links=0), "never"), address_delay=0, look=86400)
    async with Year() as year:
        with Store(where) as store:
            sites = (Site(f"http://ville-{n}.example") for n in range(COMMUNES))
            Watches(store.engine, now=year.now).add(sites, EVERY, allow_private=True)
            async with on_shift(store, terms, year, year.now) as shift:
                asyncio.get_running_loop().call_later(DAYS * 86400, stop.set)
                reviewing = asyncio.create_task(review(store, year))
                await alone(shift, terms, stop)
            return year, await reviewing


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


def check_links(number: int, packed: bytes | None, visits: list[float]) -> None:
    """Since when each page is known, and when it last answered: the first and the last visit that found it so."""
    life, lives = Life(number), Lives(packed)

    def known(path: str) -> Known:
        # What could not be told adds nothing to what is known.
        return lives.see(Visit(f"http://ville-{number}.example{path}", Outcome.TIMEOUT, BEGUN + timedelta(days=2 * DAYS)))

    def on(day: float) -> date:
        return (BEGUN + timedelta(days=day)).date()

    late = [day for day in visits if day >= life.day]
    assert late, "the year is long enough for every life"
    assert known("/") == known("/a") == Known(on(visits[0]), on(visits[-1]))
    assert known("/b") == Known(on(visits[0]), on([day for day in visits if life.state(day) != "lost"][-1]))
    assert known("/c") == Known(on(late[0]), on(late[-1]))


def check_reviews(number: int, opened: list[Opened]) -> Counter[str]:
    """What was decided stands where nothing changed; what changed, and what is told together with it, comes back, with what was said."""
    seen: Counter[str] = Counter()
    assert not opened[0].carried
    assert len(opened[0].made) == len(opened[0].asked) > 20
    for before, now in pairwise(opened):
        states = Life(number).state(before.day), Life(number).state(now.day)
        stood = {step.key: (step.action, step.text, step.by, step.fingerprint) for step in (*before.carried, *before.made)}
        carried = {step.key: (step.action, step.text, step.by, step.fingerprint) for step in now.carried}
        waiting = {step.key for step in now.made}
        assert all(step.carried for step in now.carried)
        assert carried.keys() | waiting == now.asked.keys()
        assert not carried.keys() & waiting
        assert carried == {key: stood[key] for key in carried}, "as it was decided, by whom it was"
        turned = {check for check in now.verdicts if now.verdicts[check] != before.verdicts[check]}
        changed = turned | {check for check in now.proofs if now.proofs[check] != before.proofs[check]}
        if states[0] == states[1]:
            assert (changed, waiting) == (set(), set()), (number, states)
            seen["carried whole"] += 1
        else:
            # The same site at another address: no verdict is another, what was proved by a page is proved by another one.
            moved, switched = "moved" in states, "with" in states
            assert turned == (set() if moved else {"newsletter", "online_forms"} if switched else {"broken_links"})
            # A line of the header stands as long as it says the same.
            touched = {key for key, checks in now.asked.items() if changed & set(checks) and not key.startswith("header:")}
            assert touched
            assert waiting == touched | (now.asked.keys() - before.asked.keys())
            assert all(now.former.get(key) for key in waiting if set(now.asked[key]) & told_of(before))
            assert len(waiting) < len(carried)
            seen[states[1]] += 1
    return seen


def told_of(opened: Opened) -> set[str]:
    """The checks of which a draft said something."""
    return {check for checks in opened.asked.values() for check in checks}


def test_a_year_of_many_communes(tmp_path: Path) -> None:
    where = str(tmp_path / "s.sqlite")
    year, reviewed = run(live(where), grace=0.01)
    with Store(where) as store:
        list_ = {watch.url: watch for watch in Watches(store.engine).all()}
        kept = Counter(entry.host.split(".")[0].removesuffix("-bis") for entry in store.audits())
        losing = [number for number in range(COMMUNES) if Life(number).kind == "losing"]
        lives = {number: store.lives(f"http://ville-{number}.example") for number in losing}
    turns: Counter[str] = Counter()
    for number in range(COMMUNES):
        of_one = check(number, list_[f"http://ville-{number}.example"], year.visits[number])
        # Whoever is dead keeps what was last seen of it: failures are no audits.
        assert kept[f"ville-{number}"] == of_one.total() - of_one[Turn.FAILED]
        turns += of_one
    assert [round(day, 1) for day in year.visits[0]] == [0, 30, 75, 142.5, 232.5, 322.5]
    assert min(turns[turn] for turn in (Turn.NEW, Turn.SAME, Turn.CHANGED, Turn.FAILED)) >= COMMUNES / 6
    for number, packed in lives.items():
        check_links(number, packed, year.visits[number])
    seen = sum((check_reviews(number, opened) for number, opened in reviewed.items()), Counter[str]())
    assert seen["carried whole"] >= 20
    assert min(seen[state] for state in ("with", "without", "lost", "moved")) >= 2
