"""Turns: the clock of an IP address that several processes speak to, on one machine or on many: a row of the store.

Whoever takes a turn moves the address's next one on, in one statement, so that no two are nearer than `delay`.
"""

import asyncio
import logging
import sqlite3
import time
from abc import abstractmethod
from typing import cast

from sqlalchemy import Engine

from crawler.pace import Addresses

log = logging.getLogger(__name__)

PAUSE = 1.0
"""Seconds between two questions while the store is away."""


class Turns(Addresses):
    """Each turn is taken from the store."""

    async def turn(self, address: str, patience: float) -> bool:
        if not await super().turn(address, patience):
            return False
        if self.delay <= 0:
            return True
        wait = await self.taken(address, patience)
        if wait is None:
            return False
        await asyncio.sleep(max(0.0, wait))
        return True

    @abstractmethod
    async def taken(self, address: str, patience: float) -> float | None:
        """Seconds until our turn; None, and no turn taken, when that would be beyond patience."""

    async def close(self) -> None:
        """No turn is taken any more."""


_TAKE = """
    INSERT INTO addresses AS a (address, free_at) VALUES (:address, :now + :delay)
    ON CONFLICT (address) DO UPDATE SET free_at = max(a.free_at, :now) + :delay WHERE a.free_at <= :now + :patience
    RETURNING free_at - :delay - :now
"""


class TurnsOfFile(Turns):
    """By the clock of this machine. A file answers sooner than a thread would begin, and sooner yet without SQLAlchemy."""

    def __init__(self, engine: Engine, delay: float) -> None:
        super().__init__(delay)
        self._held = engine.raw_connection()
        self._file = cast("sqlite3.Connection", self._held.driver_connection)

    async def taken(self, address: str, patience: float) -> float | None:
        while True:
            about = {"address": address, "delay": self.delay, "patience": patience, "now": time.time()}
            try:
                with self._file:
                    told: list[tuple[float]] = self._file.execute(_TAKE, about).fetchall()
                return told[0][0] if told else None
            except sqlite3.OperationalError as error:
                log.warning("the store is away: %s", error)
                await asyncio.sleep(PAUSE)

    async def close(self) -> None:
        self._held.close()
