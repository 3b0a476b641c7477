"""The fleet's tasks on a real PostgreSQL: the three traps, each with its test."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from procrastinate import App
from sqlalchemy import text

from audit.store import Store
from audit.watch import fleet
from audit.watch.fleet import app_of, open_jobs, prepare
from audit.watch.shift import Shift
from audit.watch.terms import Manner, Terms
from audit.watch.watch import Site
from audit.watch.watches import Watches
from audit.watch.work import on_shift
from crawler.limits import Limits
from tests.audit.watch.towns import Towns, town


@pytest.fixture
def store(server_store: str) -> Iterator[Store]:
    with Store(server_store) as made:
        yield made


@asynccontextmanager
async def on(store: Store, sites: int, towns: Towns | None = None) -> AsyncIterator[tuple[Shift, App]]:
    """A worker's tasks with so many sites that are due; nobody works yet."""
    Watches(store.engine).add((Site(town(n)) for n in range(sites)), 30, allow_private=True)
    terms = Terms(str(store.where), Manner(Limits(delay=0), "never"), address_delay=0, grace=0)
    async with on_shift(store, terms, towns) as shift:
        prepare(shift)
        prepare(shift)
        async with app_of(shift, asyncio.Semaphore(4), 4).open_async() as app:
            yield shift, app


def jobs(store: Store, columns: str = "task_name, lock, queueing_lock, status") -> list[tuple[object, ...]]:
    with store.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(f"SELECT {columns} FROM procrastinate_jobs ORDER BY id"))]


async def run(app: App) -> None:
    """Works until no job waits. The clock adds none: a minute that ends meanwhile would leave one behind."""
    app.periodic_registry.periodic_tasks.clear()
    await app.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False, delete_jobs="always")


async def test_a_site_s_job_has_a_lock_and_no_queueing_lock_and_its_keepers_have_none(store: Store) -> None:
    async with on(store, 3) as (shift, app):
        await app.tasks["enqueue"](timestamp=0)
        await app.tasks["enqueue"](timestamp=5)
        numbers = [watch.id for watch in shift.watches.all()]
        assert jobs(store) == [("site", f"site:{number}", None, "todo") for number in numbers]
        for periodic in app.periodic_registry.periodic_tasks.values():
            assert (periodic.task.lock, periodic.task.queueing_lock) == (None, None)


async def test_due_sites_come_into_the_queue_in_small_batches(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    async with on(store, fleet.QUEUED + 200) as (shift, app):
        await app.tasks["enqueue"](timestamp=0)
        assert open_jobs(store.engine) == fleet.QUEUED
        await app.tasks["enqueue"](timestamp=5)
        assert open_jobs(store.engine) == fleet.QUEUED
        longest_due = [str(watch.id) for watch in shift.watches.all()][: fleet.QUEUED]
        assert [lock for (lock,) in jobs(store, "lock")] == [f"site:{number}" for number in longest_due]


async def test_a_dead_worker_s_jobs_come_back_even_that_of_who_brings_them_back(store: Store) -> None:
    async with Towns() as towns, on(store, 2, towns) as (shift, app):
        await app.tasks["enqueue"](timestamp=0)
        dead = await app.job_manager.register_worker()
        await app.tasks["recover"].defer_async(timestamp=0)
        taken = [await app.job_manager.fetch_job(queues=None, worker_id=dead) for _ in range(3)]
        assert sorted(job.task_name for job in taken if job) == ["recover", "site", "site"]
        # Its job is in nobody's way, and so is that of the one that recovers.
        await run(app)
        assert [status for (status,) in jobs(store, "status")] == ["doing"] * 3
        with store.engine.begin() as connection:
            connection.execute(text("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'"))
        await app.tasks["recover"](timestamp=10)
        assert jobs(store) == []
        await app.tasks["enqueue"](timestamp=10)
        await run(app)
        assert jobs(store) == []
        assert shift.watches.due() == 0
        assert len(store.audits()) == 2
        assert shift.tally.visits == 2


async def test_a_job_that_a_living_worker_forgot_keeps_its_site_from_nobody(store: Store) -> None:
    """The connection broke as two jobs were given out: their worker lives, and knows nothing of them. One of the sites is visited."""
    async with Towns() as towns, on(store, 2, towns) as (shift, app):
        visited, forgotten = shift.watches.all()
        await app.tasks["enqueue"](timestamp=0)
        alive = await app.job_manager.register_worker()
        for _ in range(2):
            await app.job_manager.fetch_job(queues=None, worker_id=alive)
        assert shift.watches.take_one(visited.id)
        await app.tasks["recover"](timestamp=10)
        assert len(jobs(store)) == 2
        with store.engine.begin() as connection:
            connection.execute(text(f"UPDATE procrastinate_events SET at = at - interval '{fleet.DOUBT} seconds'"))
        await app.tasks["recover"](timestamp=20)
        assert jobs(store, "lock") == [(f"site:{visited.id}",)]
        await app.tasks["enqueue"](timestamp=20)
        await run(app)
        assert [f"http://{audit.host}" for audit in store.audits()] == [forgotten.url]


async def test_a_job_that_comes_twice_finds_nothing_to_do(store: Store) -> None:
    async with Towns() as towns, on(store, 1, towns) as (shift, app):
        (watch,) = shift.watches.all()
        for _ in range(3):
            await app.tasks["site"].configure(lock=f"site:{watch.id}").defer_async(watch=watch.id)
        await run(app)
        assert (jobs(store), len(store.audits()), shift.tally.visits) == ([], 1, 1)


async def test_a_worker_that_holds_still_gives_its_jobs_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fleet, "PATIENCE", 0.0)
    async with on(store, 1) as (shift, app):
        shift.breaker.open, shift.breaker._until = True, float("inf")
        await app.tasks["enqueue"](timestamp=0)
        await run(app)
        assert jobs(store) == []
        assert shift.watches.due() == 1
