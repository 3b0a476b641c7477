"""Turns: the clock of an IP address that several processes speak to, on one machine or on many: a row of the store."""

import asyncio
import logging
import time

from sqlalchemy import Engine, Float, bindparam, case, create_engine, func
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

from audit.database import away
from audit.tables import addresses
from crawler.pace import Addresses

log = logging.getLogger(__name__)


class Turns(Addresses):
    """Each turn is taken from the store: whoever takes one moves the address's next turn on, so that no two are nearer than `delay`.

    The clock is the database's when it is a server: those of the machines may differ. While it is away nobody's turn comes.
    """

    def __init__(self, engine: Engine, delay: float) -> None:
        super().__init__(delay)
        self._server = engine.dialect.name == "postgresql"
        self._engine = _of_turns(engine) if self._server else engine
        now = func.extract("epoch", func.clock_timestamp()).cast(Float) if self._server else bindparam("now", type_=Float)
        dialect = postgresql if self._server else sqlite
        first = dialect.insert(addresses).values(address=bindparam("address"), free_at=now + bindparam("delay", type_=Float))
        later = case((addresses.c.free_at > now, addresses.c.free_at), else_=now) + bindparam("delay", type_=Float)
        soon = addresses.c.free_at <= now + bindparam("patience", type_=Float)
        self._take = first.on_conflict_do_update(index_elements=["address"], set_={"free_at": later}, where=soon).returning(
            addresses.c.free_at - bindparam("delay", type_=Float) - now
        )

    async def turn(self, address: str, patience: float) -> bool:
        if not await super().turn(address, patience):
            return False
        if self.delay <= 0:
            return True
        while True:
            try:
                # A server is asked from a thread: many walks go on meanwhile. A file answers sooner than a thread would begin.
                wait = await asyncio.to_thread(self._taken, address, patience) if self._server else self._taken(address, patience)
                break
            except DBAPIError as error:
                if not away(error):
                    raise
                await asyncio.sleep(1)
        if wait is None:
            return False
        await asyncio.sleep(max(0.0, wait))
        return True

    def close(self) -> None:
        if self._server:
            self._engine.dispose()

    def _taken(self, address: str, patience: float) -> float | None:
        """Seconds until our turn; None, and no turn taken, when that would be beyond patience."""
        about = {"address": address, "delay": self.delay, "patience": patience, **({} if self._server else {"now": time.time()})}
        with self._engine.begin() as connection:
            wait = connection.execute(self._take, about).scalar()
        return None if wait is None else float(wait)


def _of_turns(engine: Engine) -> Engine:
    """Another engine for the same server: a turn is one question, and one that the server forgets in a crash was taken all the same,
    so that nobody waits for its disk. Two connections, for which threads wait.
    """
    return create_engine(
        engine.url,
        connect_args={"options": "-c synchronous_commit=off"},
        isolation_level="AUTOCOMMIT",
        pool_size=2,
        max_overflow=0,
        pool_timeout=600,
    )
