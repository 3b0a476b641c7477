"""Processes: one worker or several on one machine; one that dies is replaced."""

import logging
import multiprocessing
import signal
import time
from dataclasses import replace
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

from audit.store import Store
from audit.watch.logs import begin_log
from audit.watch.terms import Terms
from audit.watch.work import work
from crawler.address import Resolver

log = logging.getLogger(__name__)

PAUSE = 5.0
"""Seconds before a process that died is replaced: what kills it at once must not keep the machine busy."""


def several(terms: Terms, number: int, resolver: Resolver | None = None) -> None:
    """Works with so many processes until they are stopped, or nothing is due. The metrics of each have a port of their own, one after
    the other. Raises StoreError, BadCheck, BadGrid. `resolver` has to survive pickling when there are several.
    """
    if number == 1:
        _tell(work(terms, resolver))
        return
    with Store(terms.store, shelf=terms.shelf):
        """Made and brought up to date before they all come."""
    many = _Many(terms, number, resolver)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: many.stop())
    many.run()


class _Many:
    def __init__(self, terms: Terms, number: int, resolver: Resolver | None) -> None:
        self._terms, self._number, self._resolver = terms, number, resolver
        self._stopped = False
        self._running: dict[int, BaseProcess] = {}

    def stop(self) -> None:
        self._stopped = True
        for process in self._running.values():
            process.terminate()

    def run(self) -> None:
        for place in range(self._number):
            self._start(place)
        while self._running:
            wait([process.sentinel for process in self._running.values()], timeout=1.0)
            for place, process in list(self._running.items()):
                if process.exitcode is None:
                    continue
                del self._running[place]
                if process.exitcode and not self._stopped:
                    log.error("worker %s ended with %s and is replaced", process.pid, process.exitcode)
                    time.sleep(PAUSE)
                    self._start(place)

    def _start(self, place: int) -> None:
        if self._stopped:
            return
        terms = replace(self._terms, metrics=self._terms.metrics + place if self._terms.metrics else 0)
        process = multiprocessing.get_context("spawn").Process(target=_one, args=(terms, self._resolver), name=f"worker {place}")
        process.start()
        self._running[place] = process


def _one(terms: Terms, resolver: Resolver | None) -> None:
    begin_log(terms.log)
    _tell(work(terms, resolver))


def _tell(lines: list[str]) -> None:
    for line in lines:
        log.info(line)
