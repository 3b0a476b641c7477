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
        # A turn that a crash of the server forgets was taken all the same: no need to wait for its disk.
        options = {"connect_args": {"options": "-c synchronous_commit=off"}} if self._server else {}
        self._engine = create_engine(engine.url, pool_size=2, pool_pre_ping=True, **options) if self._server else engine
        now = func.extract("epoch", func.clock_timestamp()).cast(Float) if self._server else bindparam("now", type_=Float)
        dialect = postgresql if self._server else sqlite
        first = dialect.insert(addresses).values(address=bindparam("address"), free_at=now + bindparam("delay", type_=Float))
        later = case((addresses.c.free_at > now, addresses.c.free_at), else_=now) + bindparam("delay", type_=Float)
        self._take = first.on_conflict_do_update(index_elements=["address"], set_={"free_at": later}).returning(
            addresses.c.free_at - bindparam("delay", type_=Float) - now
        )

    async def turn(self, address: str) -> None:
        await super().turn(address)
        if self.delay <= 0:
            return
        while True:
            try:
                # A server is asked from a thread: many walks go on meanwhile. A file answers sooner than a thread would begin.
                wait = await asyncio.to_thread(self._taken, address) if self._server else self._taken(address)
                break
            except DBAPIError as error:
                if not away(error):
                    raise
                await asyncio.sleep(1)
        if wait > 0:
            await asyncio.sleep(wait)

    def close(self) -> None:
        if self._server:
            self._engine.dispose()

    def _taken(self, address: str) -> float:
        """Seconds until our turn."""
        about = {"address": address, "delay": self.delay, **({} if self._server else {"now": time.time()})}
        with self._engine.begin() as connection:
            return float(connection.execute(self._take, about).scalar_one())
