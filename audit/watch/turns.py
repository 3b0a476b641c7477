"""Turns: the clock of an IP address that several processes speak to, on one machine or on many: a row of the store.

Whoever takes a turn moves the address's next one on, in one statement, so that no two are nearer than `delay`.
"""

import asyncio
import time
from abc import abstractmethod

from sqlalchemy import Engine, Float, bindparam, case
from sqlalchemy.dialects.sqlite import insert

from audit.tables import addresses
from crawler.pace import Addresses


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


class TurnsOfFile(Turns):
    """By the clock of this machine. A file answers sooner than a thread would begin."""

    def __init__(self, engine: Engine, delay: float) -> None:
        super().__init__(delay)
        self._engine = engine
        now, each = bindparam("now", type_=Float), bindparam("delay", type_=Float)
        first = insert(addresses).values(address=bindparam("address"), free_at=now + each)
        later = case((addresses.c.free_at > now, addresses.c.free_at), else_=now) + each
        soon = addresses.c.free_at <= now + bindparam("patience", type_=Float)
        told = addresses.c.free_at - each - now
        self._take = first.on_conflict_do_update(index_elements=["address"], set_={"free_at": later}, where=soon).returning(told)

    async def taken(self, address: str, patience: float) -> float | None:
        about = {"address": address, "delay": self.delay, "patience": patience, "now": time.time()}
        with self._engine.begin() as connection:
            wait: float | None = connection.execute(self._take, about).scalar()
        return wait
