"""Work: a worker audits what is due until it is stopped, or until nothing is due. One process is one event loop."""

import asyncio
import logging
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Engine

from audit.collector import seldom, settled
from audit.database import StoreError, is_server, lasting
from audit.loop import run
from audit.store import Store
from audit.watch.shift import Shift
from audit.watch.terms import Terms
from audit.watch.turns import Turns, TurnsOfFile
from crawler.address import Resolver
from crawler.hearsay import Hearsay
from crawler.reader import Readers
from crawler.shared import Shared

log = logging.getLogger(__name__)

PATIENCE = 60.0
"""Seconds that a worker waits for its store when it begins."""


def work(terms: Terms, resolver: Resolver | None = None) -> list[str]:
    """Audits until SIGTERM or SIGINT, or until nothing is due (`once`); the lines that say what was done.

    Raises StoreError, BadCheck, BadGrid before the first audit.
    """
    seldom()
    return run(_work(terms, resolver))


async def _work(terms: Terms, resolver: Resolver | None) -> list[str]:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    began = loop.time()
    with await lasting(lambda: Store(terms.store, shelf=terms.shelf), PATIENCE) as store:
        async with on_shift(store, terms, resolver) as shift, AsyncExitStack() as stack:
            settled()
            if terms.metrics:
                from audit.watch.metrics import served

                await stack.enter_async_context(served(shift, terms.metrics_host, terms.metrics, terms.at_once))
            if is_server(terms.store):
                try:
                    from audit.watch.fleet import in_fleet
                except ModuleNotFoundError as error:
                    raise StoreError("a fleet needs the extra: pip install 'arobase[fleet]'") from error

                await in_fleet(shift, terms, stop)
            else:
                await alone(shift, terms, stop)
        return shift.tally.summary(loop.time() - began)


@asynccontextmanager
async def on_shift(
    store: Store, terms: Terms, resolver: Resolver | None = None, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> AsyncIterator[Shift]:
    """A shift whose leases are held; what it has not ended afterwards is left to others."""
    turns = turns_of(store.engine, terms.address_delay)
    async with Readers(os.cpu_count() or 1) as readers:
        shift = Shift(
            store, terms.manner, Shared(turns, readers, None if terms.manner.archive else Hearsay()), resolver=resolver, now=now
        )
        holding = asyncio.create_task(shift.hold())
        try:
            yield shift
            await shift.leave(terms.grace)
        finally:
            await shift.leave(0)
            holding.cancel()
            await asyncio.gather(holding, return_exceptions=True)
            await turns.close()


async def alone(shift: Shift, terms: Terms, stop: asyncio.Event) -> None:
    """Takes what is due from the store itself: other processes may do the same."""
    loop, watches = asyncio.get_running_loop(), shift.watches
    while not stop.is_set():
        await lasting(watches.bury)
        room = shift.breaker.room(len(shift.flying), terms.at_once, loop.time())
        for watch in await lasting(partial(watches.take, room)) if room > 0 else ():
            shift.begin(watch)
        if terms.once and not shift.flying and not await lasting(watches.due):
            return
        # Whatever is due next, somebody may have put another site on the list meanwhile.
        next_at = None if shift.flying else await lasting(watches.next_at)
        pause = (next_at - shift.now()).total_seconds() if next_at else terms.look
        await shift.settled(stop, min(max(pause, 0.01), terms.look))


def turns_of(engine: Engine, delay: float) -> Turns:
    """The turns of all that share this store."""
    if engine.dialect.name == "sqlite":
        return TurnsOfFile(engine, delay)
    # The driver comes with the extra that a store on a server needs anyway.
    from audit.watch.counter import TurnsOfServer

    return TurnsOfServer(engine, delay)
