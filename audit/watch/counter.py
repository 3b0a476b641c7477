"""Counter: where the walks of one process ask a server for turns. What is asked while an answer is awaited is one question."""

import asyncio
import logging
from typing import Any

import psycopg
from sqlalchemy import Engine

from audit.watch.turns import PAUSE, Turns

log = logging.getLogger(__name__)

TIMEOUT = 10
"""Seconds that the server has to take us up."""
# By the server's clock: those of the machines may differ. In the order of the addresses: nobody waits for one who waits for him.
_TAKE = """
    INSERT INTO addresses AS a (address, free_at)
    SELECT asked.address, extract(epoch FROM clock_timestamp())::float8 + %(delay)s::float8
    FROM unnest(%(addresses)s::text[]) AS asked(address) ORDER BY asked.address
    ON CONFLICT (address) DO UPDATE
    SET free_at = greatest(a.free_at, extract(epoch FROM clock_timestamp())::float8) + %(delay)s::float8
    WHERE a.free_at <= extract(epoch FROM clock_timestamp())::float8
        + (%(patience)s::float8[])[array_position(%(addresses)s::text[], excluded.address::text)]
    RETURNING a.address, a.free_at - %(delay)s::float8 - extract(epoch FROM clock_timestamp())::float8
"""


class TurnsOfServer(Turns):
    """By the clock of the server. While it is away nobody's turn comes.

    A turn that the server forgets in a crash was taken all the same, so that nobody waits for its disk.
    """

    def __init__(self, engine: Engine, delay: float) -> None:
        super().__init__(delay)
        self._where = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._waiting: list[tuple[str, float, asyncio.Future[float | None]]] = []
        self._asking: asyncio.Task[None] | None = None
        self._connection: psycopg.AsyncConnection[tuple[Any, ...]] | None = None

    async def taken(self, address: str, patience: float) -> float | None:
        told: asyncio.Future[float | None] = asyncio.get_running_loop().create_future()
        self._waiting.append((address, patience, told))
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        return await told

    async def close(self) -> None:
        if self._asking:
            self._asking.cancel()
            await asyncio.gather(self._asking, return_exceptions=True)
        if self._connection:
            await self._connection.close()

    async def _ask(self) -> None:
        """Until nobody waits."""
        while self._waiting:
            first: dict[str, tuple[float, asyncio.Future[float | None]]] = {}
            later = []
            for address, patience, told in self._waiting:
                if address in first:
                    later.append((address, patience, told))
                elif not told.cancelled():
                    first[address] = patience, told
            self._waiting = later
            try:
                waits = await self._asked({address: patience for address, (patience, _) in first.items()}) if first else {}
            except psycopg.OperationalError as error:
                log.warning("the store is away: %s", str(error).strip())
                self._waiting = [(address, *about) for address, about in first.items()] + self._waiting
                await asyncio.sleep(PAUSE)
                continue
            except Exception as error:
                waits = {}
                for _, told in first.values():
                    if not told.done():
                        told.set_exception(error)
            for address, (_, told) in first.items():
                if not told.done():
                    told.set_result(waits.get(address))

    async def _asked(self, patience: dict[str, float]) -> dict[str, float]:
        """Address → seconds until our turn, of those whose turn was taken."""
        if self._connection is None or self._connection.closed:
            self._connection = await psycopg.AsyncConnection.connect(
                self._where,
                autocommit=True,
                prepare_threshold=0,
                connect_timeout=TIMEOUT,
                options="-c synchronous_commit=off",
            )
        about = {"addresses": list(patience), "patience": list(patience.values()), "delay": self.delay}
        told = await self._connection.execute(_TAKE, about, binary=True)
        return dict(await told.fetchall())
