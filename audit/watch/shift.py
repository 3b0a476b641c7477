"""Shift: the visits that one process makes, many at once; how each is audited, ended, left or lost."""

import asyncio
import logging
import os
from collections.abc import Callable, Set
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from audit.command import file_name
from audit.conduct import conduct
from audit.database import lasting
from audit.links import Sheet
from audit.papers import write
from audit.run import Audited, Progress
from audit.store import Glance, Store
from audit.walks import owner_of, unless_away
from audit.watch.archives import Archives
from audit.watch.breaker import Breaker
from audit.watch.schedule import Turn, turn_of
from audit.watch.tally import Tally
from audit.watch.terms import Manner
from audit.watch.watch import Ended, Watch
from audit.watch.watches import LEASE, Lost, Watches
from checks.catalogue import catalogue
from crawler.address import Resolver
from crawler.limits import Limits
from crawler.shared import Shared
from crawler.url import host, twin
from reports.commune import Commune
from reports.grid import load_grid
from reports.report import Report

log = logging.getLogger(__name__)


class Shift:
    """`begin` visits of sites that are ours, then wait for `settled`; `leave` at the end. `hold` runs beside them all."""

    def __init__(
        self,
        store: Store,
        manner: Manner,
        shared: Shared,
        *,
        resolver: Resolver | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.store = store
        self.watches = Watches(store.engine, owner_of(os.getpid()), now)
        self.tally = Tally()
        self.breaker = Breaker()
        self.now = now
        self._manner, self._shared, self._resolver = manner, shared, resolver
        self._rules, self._grid = catalogue(), load_grid()
        self._archives = Archives(manner.archive) if manner.archive else None
        self._flying: dict[int, asyncio.Task[None]] = {}
        self._begun = asyncio.Event()
        self._leaving = False

    @property
    def flying(self) -> Set[int]:
        """The sites that are being visited."""
        return self._flying.keys()

    def begin(self, watch: Watch) -> asyncio.Task[None]:
        """Visits a site that was taken. The task never raises but when it is cancelled."""
        task = asyncio.create_task(self._visit(watch), name=watch.url)
        self._flying[watch.id] = task
        self._begun.set()
        return task

    async def settled(self, stop: asyncio.Event, most: float) -> None:
        """Returns when a visit is over, when `stop` is set, or after so many seconds."""
        stopped = asyncio.create_task(stop.wait())
        await asyncio.wait([stopped, *self._flying.values()], timeout=most, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()

    async def hold(self) -> None:
        """Gives signs of life for what we have, for ever, and drops what has become another's."""
        while True:
            await self._begun.wait()
            await asyncio.sleep(LEASE.total_seconds() / 4)
            ours = await lasting(self.watches.hold, patience=float("inf"))
            for number, task in self._flying.items():
                if number not in ours:
                    log.warning("%s: another worker has it now", task.get_name())
                    self.tally.lost += 1
                    task.cancel()

    async def leave(self, grace: float) -> None:
        """Lets the visits under way end within so many seconds; what is not over by then is left for others to take up."""
        if self._flying:
            await asyncio.wait(self._flying.values(), timeout=grace)
        self._leaving = True
        for task in self._flying.values():
            task.cancel()
        await asyncio.gather(*self._flying.values(), return_exceptions=True)

    async def _visit(self, watch: Watch) -> None:
        began = asyncio.get_running_loop().time()
        try:
            ended = await self._audit(watch, began)
        except asyncio.CancelledError:
            self.tally.left += self._leaving
            with unless_away():
                self.watches.leave(watch.id)
            raise
        except Lost:
            self.tally.lost += 1
            log.warning("%s: another worker has it now", watch.url)
        except Exception as error:
            log.exception("%s: its audit failed", watch.url)
            await self._give_up(watch, f"error: {type(error).__name__}")
        else:
            self.tally.ended(ended)
            self.breaker.see(ended.outcome, asyncio.get_running_loop().time())
            log.info(
                "%s: %s, %s pages in %.0f s", watch.url, ended.outcome if ended.turn is Turn.FAILED else ended.turn, ended.pages, ended.seconds,
                extra={"site": watch.url, "turn": ended.turn.value, "outcome": ended.outcome, "pages": ended.pages, "audit": ended.audit},
            )  # fmt: skip
        finally:
            self._flying.pop(watch.id, None)
            if not self._flying:
                self._begun.clear()

    async def _give_up(self, watch: Watch, why: str) -> None:
        try:
            await lasting(lambda: self.watches.give_up(watch, why))
            self.tally.ended(Ended(Turn.FAILED, why, alive=False))
        except (Lost, DBAPIError) as error:
            log.warning("%s: could not be given up: %s", watch.url, error)

    async def _audit(self, watch: Watch, began: float) -> Ended:
        loop = asyncio.get_running_loop()
        before = await lasting(lambda: self.store.glance(watch.audit_id))
        manner, day = self._manner, self.now().date()
        seen = 0

        def went_on(progress: Progress) -> None:
            nonlocal seen
            self.tally.pages += progress.pages - seen
            seen = progress.pages

        def told(audited: Audited, number: int | None) -> Ended:
            return _ended(watch, before, audited, number, loop.time() - began)

        def end(connection: Connection, number: int, audited: Audited) -> None:
            self.watches.end(connection, watch, told(audited, number))

        with Sheet() as sheet:

            def files(report: Report) -> None:
                if manner.out:
                    write(report, manner.out / file_name(report.url) / day.isoformat(), sheet)

            async def sent(report: Report, fault: str) -> None:
                if self._archives:
                    await self._archives.send(watch.id, f"{file_name(report.url)}/{day.isoformat()}.warc.gz", fault)

            kept = await conduct(
                watch.url,
                self._limits(watch),
                self.store,
                as_of=day,
                rules=self._rules,
                grid=self._grid,
                sheet=sheet,
                render=manner.render,
                whole=self._archives is not None,
                packed="gz" if self._archives else "zst",
                given=Commune(name=watch.name, insee=watch.insee),
                resolver=self._resolver,
                shared=self._shared,
                files=files,
                archive=self._archives.waiting(watch.id) if self._archives else None,
                keep_pages=manner.keep_pages,
                sent=sent,
                worth=lambda audited: audited.home.alive,
                then=end,
                say=log.info,
                tell=went_on,
                now=self.now,
            )
        if kept.fault and manner.keep_pages:
            log.error("%s: what was read could not be kept whole: %s", watch.url, kept.fault)
        ended = told(kept.audited, kept.number or None)
        if not kept.number:
            await lasting(lambda: self._end_alone(watch, ended))
        return ended

    def _end_alone(self, watch: Watch, ended: Ended) -> None:
        with self.store.engine.begin() as connection:
            self.watches.end(connection, watch, ended)

    def _limits(self, watch: Watch) -> Limits:
        return replace(self._manner.limits, allow_private=watch.allow_private)


def _ended(watch: Watch, before: Glance | None, audited: Audited, number: int | None, seconds: float) -> Ended:
    report = audited.report
    if not audited.home.alive:
        return Ended(Turn.FAILED, audited.home.value, alive=False, seconds=seconds)
    turn, _ = turn_of(
        before.verdicts if before else {},
        {finding.check: finding.verdict for finding in report.findings},
        same_rules=before is None or before.catalogue == report.coverage.catalogue,
        same_address=_place(watch.moved or watch.url) == _place(audited.moved or watch.url),
    )
    return Ended(turn, audited.home.value, True, audited.moved, seconds, report.coverage.pages, number)


def _place(url: str) -> str:
    return twin(host(url if "://" in url else f"https://{url}"))
