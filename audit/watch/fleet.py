"""Fleet: any number of workers on one PostgreSQL, by Procrastinate. Thin: a job only says that a site may be due.

What is due, and who has it, is in the list alone (`audit.watch.watches`). So a job that comes twice finds nothing to do, and one that is
lost comes again: as long as a site is due, free and in no open job, it is put into the queue. Hence no job has a queueing lock, which
a dead worker's job would hold for ever, and the tasks that look after the others have no lock at all.
"""

import asyncio
import logging

import psycopg
import psycopg_pool
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import DeleteJobCondition
from procrastinate.schema import SchemaManager
from sqlalchemy import Engine, make_url, text

from audit.database import exclusive, lasting
from audit.watch.shift import Shift
from audit.watch.terms import Terms

log = logging.getLogger(__name__)

SITES, CARE = "sites", "care"
"""The queues: visits, and what keeps the fleet going, so that long visits never hold it up."""
QUEUED = 500
"""Jobs that wait at most: a queue as long as France would be read whole for every job."""
BEAT, STALLED = 5.0, 20.0
"""Seconds between a worker's signs of life to Procrastinate; without one for so long its jobs go to others."""
PATIENCE = 30.0
"""Seconds that a job waits for a worker which holds still; then it is another's."""
DOUBT = 90.0
"""Seconds after which a job under way whose site nobody has is taken for lost, though its worker lives: when the connection breaks just as
a job is given out, or as its end is told, nobody remembers it."""

_DUE = text(f"""
    SELECT w.id FROM watches w
    WHERE NOT w.paused AND w.due_at <= (now() AT TIME ZONE 'utc') AND (w.owner = '' OR w.lease_until < (now() AT TIME ZONE 'utc'))
      AND NOT EXISTS (SELECT 1 FROM procrastinate_jobs j WHERE j.lock = 'site:' || w.id AND j.status IN ('todo', 'doing'))
    ORDER BY w.due_at, w.id
    LIMIT greatest(0, {QUEUED} - (SELECT count(*) FROM procrastinate_jobs WHERE queue_name = '{SITES}' AND status = 'todo'))
""")  # noqa: S608 - our own constants
_LOST = text(f"""
    DELETE FROM procrastinate_jobs j
    WHERE j.status = 'doing'
      AND NOT EXISTS (
        SELECT 1 FROM watches w
        WHERE j.lock = 'site:' || w.id AND w.owner <> '' AND w.lease_until >= (now() AT TIME ZONE 'utc'))
      AND (
        NOT EXISTS (
          SELECT 1 FROM procrastinate_workers k WHERE k.id = j.worker_id AND k.last_heartbeat >= now() - interval '{STALLED} seconds')
        OR NOT EXISTS (
          SELECT 1 FROM procrastinate_events e
          WHERE e.job_id = j.id AND e.type = 'started' AND e.at >= now() - interval '{DOUBT} seconds'))
    RETURNING j.id
""")  # noqa: S608 - our own constants
_OPEN = text(f"SELECT count(*) FROM procrastinate_jobs WHERE queue_name = '{SITES}' AND status IN ('todo', 'doing')")  # noqa: S608


def prepare(shift: Shift) -> None:
    """Procrastinate's tables, made once."""
    with exclusive(shift.store.engine) as connection:
        if connection.execute(text("SELECT to_regclass('procrastinate_jobs')")).scalar() is None:
            driver = connection.connection.driver_connection
            assert isinstance(driver, psycopg.Connection)
            driver.execute(SchemaManager.get_schema())


def app_of(shift: Shift, slots: asyncio.Semaphore, most: int) -> App:
    """The tasks, on a shift. `slots` are the visits that may be under way."""
    where = make_url(str(shift.store.where)).set(drivername="postgresql").render_as_string(hide_password=False)
    app = App(connector=PsycopgConnector(conninfo=where, min_size=1, max_size=4, timeout=10))
    loop = asyncio.get_running_loop()

    @app.task(name="site", queue=SITES)
    async def site(watch: int) -> None:
        """Visits the site if it is still due and free. Cancelled, it lets the visit go on."""
        until = loop.time() + PATIENCE
        while not shift.breaker.room(len(shift.flying), most, loop.time()):
            if loop.time() > until:
                return
            await asyncio.sleep(1)
        await slots.acquire()
        try:
            taken = await lasting(lambda: shift.watches.take_one(watch))
        except BaseException:
            slots.release()
            raise
        if taken is None:
            slots.release()
            return
        visit = shift.begin(taken)
        visit.add_done_callback(lambda _: slots.release())
        await asyncio.shield(visit)

    @app.periodic(cron="* * * * * */5")
    @app.task(name="enqueue", queue=CARE)
    async def enqueue(timestamp: int) -> None:
        """A small batch of what is due."""
        shift.watches.bury()
        with shift.store.engine.connect() as connection:
            due = connection.execute(_DUE).scalars().all()
        for number in due:
            await site.configure(lock=f"site:{number}").defer_async(watch=number)

    @app.periodic(cron="* * * * * */10")
    @app.task(name="recover", queue=CARE)
    async def recover(timestamp: int) -> None:
        """Forgets the jobs that nobody does any more: a site of theirs that is still due comes into the queue again."""
        with shift.store.engine.begin() as connection:
            lost = connection.execute(_LOST).scalars().all()
        if lost:
            log.warning("jobs that nobody does any more: %s", ", ".join(str(job) for job in lost))
        await app.job_manager.prune_stalled_workers(2 * STALLED)

    return app


async def in_fleet(shift: Shift, terms: Terms, stop: asyncio.Event) -> None:
    """Works until stopped, or until nothing is due in the whole fleet (`once`). While the database is away the visits go on."""
    await lasting(lambda: prepare(shift))
    slots = asyncio.Semaphore(terms.at_once)
    watching = asyncio.create_task(_stop_when_over(shift, terms, stop))
    try:
        while not stop.is_set():
            try:
                async with app_of(shift, slots, terms.at_once).open_async() as app:
                    await _work(app, terms, stop)
            except (ConnectorException, psycopg.Error, psycopg_pool.PoolTimeout) as error:
                log.warning("the queue is away: %s", error.__cause__ or error)
            if not stop.is_set():
                await asyncio.wait([asyncio.ensure_future(stop.wait())], timeout=2)
    finally:
        watching.cancel()


async def _work(app: App, terms: Terms, stop: asyncio.Event) -> None:
    """Returns when stopped, or when a worker lost its database."""
    workers = [
        asyncio.create_task(
            app.run_worker_async(
                queues=[queue],
                concurrency=concurrency,
                listen_notify=False,
                fetch_job_polling_interval=1.0,
                install_signal_handlers=False,
                delete_jobs=DeleteJobCondition.ALWAYS,
                shutdown_graceful_timeout=0.1,
                update_heartbeat_interval=BEAT,
                stalled_worker_timeout=2 * STALLED,
            )
        )
        for queue, concurrency in ((SITES, terms.at_once), (CARE, 2))
    ]
    stopped = asyncio.create_task(stop.wait())
    await asyncio.wait([*workers, stopped], return_when=asyncio.FIRST_COMPLETED)
    for task in (*workers, stopped):
        task.cancel()
    for how in await asyncio.gather(*workers, return_exceptions=True):
        if isinstance(how, Exception):
            raise how


async def _stop_when_over(shift: Shift, terms: Terms, stop: asyncio.Event) -> None:
    while terms.once:
        await asyncio.sleep(1)
        if not shift.flying and not await lasting(shift.watches.due) and not await lasting(lambda: open_jobs(shift.store.engine)):
            stop.set()
            return


def open_jobs(engine: Engine) -> int:
    """Jobs of sites that wait, or that a worker has; of a dead one too, until they come again."""
    with engine.connect() as connection:
        return int(connection.execute(_OPEN).scalar_one())
