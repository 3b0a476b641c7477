"""Metrics and health of one worker, over HTTP: `/metrics` for Prometheus, `/health` for whoever restarts workers."""

import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

from aiohttp import web

from audit.database import StoreError
from audit.watch.shift import Shift
from audit.watch.status import Status, status_of
from audit.watch.tally import BOUNDS

try:
    from prometheus_client import CollectorRegistry, GCCollector, PlatformCollector, ProcessCollector, generate_latest
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
    from prometheus_client.exposition import CONTENT_TYPE_LATEST
except ModuleNotFoundError as error:
    raise StoreError("--metrics needs the extra: pip install 'arobase[fleet]'") from error

FRESH = 15.0
"""Seconds that figures of the store are shown again: many workers are asked, and each would ask the same database."""
SILENT = 120.0
"""Seconds without its store after which a worker says that it is not well."""


class Collector:
    """Figures of the worker itself, and of the store it works on."""

    def __init__(self, shift: Shift, slots: int) -> None:
        self._shift, self._slots = shift, slots
        self._status: Status | None = None
        self.asked = 0.0
        """when the store last answered, by the clock that only goes on"""

    def refresh(self) -> None:
        """Raises DBAPIError while the store is away."""
        if self._status is None or time.monotonic() - self.asked > FRESH:
            self._status = status_of(self._shift.store.engine)
            self.asked = time.monotonic()

    def collect(self) -> Iterator[Metric]:
        tally = self._shift.tally
        yield _counter("arobase_visits", "Visits of sites that ended, by how they went.", "turn", tally.turns)
        yield _counter("arobase_failures", "Visits that failed, by reason.", "reason", tally.failures)
        yield CounterMetricFamily("arobase_pages", "Pages read.", tally.pages)
        yield CounterMetricFamily("arobase_visits_lost", "Visits that another worker took over.", tally.lost)
        yield _histogram(tally.durations, tally.seconds)
        yield GaugeMetricFamily("arobase_visits_under_way", "Visits under way in this worker.", len(self._shift.flying))
        yield GaugeMetricFamily("arobase_visits_most", "Visits that this worker makes at once.", self._slots)
        yield GaugeMetricFamily(
            "arobase_breaker_open", "1 while nearly everything fails and the worker holds still.", self._shift.breaker.open
        )
        yield GaugeMetricFamily("arobase_store_age_seconds", "Since the store last answered.", time.monotonic() - self.asked)
        if self._status is None:
            return
        status = self._status
        for name, words, value in (
            ("watched", "Sites on the list.", status.watched),
            ("paused", "Sites that are paused.", status.paused),
            ("due", "Sites that are due and wait.", status.due),
            ("held", "Sites under way, in all workers.", status.under_way),
            ("visited_last_hour", "Sites visited within the last hour, by all workers.", status.last_hour),
            ("workers", "Workers that have sites.", len(status.workers)),
        ):
            yield GaugeMetricFamily(f"arobase_fleet_{name}", words, value)
        yield GaugeMetricFamily("arobase_fleet_late_seconds", "Since the site that waits longest was due.", status.late)
        failing = GaugeMetricFamily("arobase_fleet_failing", "Sites whose last visit failed, by reason.", labels=["reason"])
        for reason, number in status.failures.items():
            failing.add_metric([reason], number)
        yield failing


@asynccontextmanager
async def served(shift: Shift, host: str, port: int, slots: int) -> AsyncIterator[int]:
    """Serves both while the block runs; gives the port. In the worker's own loop: a loop that hangs answers nothing."""
    collector = Collector(shift, slots)
    registry = CollectorRegistry()
    registry.register(collector)
    for standard in (ProcessCollector, PlatformCollector, GCCollector):
        standard(registry=registry)

    def refreshed() -> str:
        try:
            collector.refresh()
        except Exception as error:
            return str(error)
        return ""

    async def metrics(_: web.Request) -> web.Response:
        refreshed()
        return web.Response(body=generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST})

    async def health(_: web.Request) -> web.Response:
        fault = refreshed()
        well = time.monotonic() - collector.asked < SILENT
        about = {
            "well": well,
            "under_way": len(shift.flying),
            "visits": shift.tally.visits,
            "breaker_open": shift.breaker.open,
            "store": fault or "there",
        }
        return web.json_response(about, status=200 if well else 503)

    collector.asked = time.monotonic()
    application = web.Application()
    application.add_routes([web.get("/metrics", metrics), web.get("/health", health)])
    runner = web.AppRunner(application, access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        try:
            await site.start()
        except OSError as error:
            raise StoreError(f"--metrics {port}: {error.strerror or error}") from error
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


def _counter(name: str, words: str, label: str, counts: "dict[str, int]") -> CounterMetricFamily:
    family = CounterMetricFamily(name, words, labels=[label])
    for value, number in counts.items():
        family.add_metric([value], number)
    return family


def _histogram(durations: list[int], seconds: float) -> HistogramMetricFamily:
    total, buckets = 0, []
    for bound, number in zip([*map(str, BOUNDS), "+Inf"], durations, strict=True):
        total += number
        buckets.append((bound, float(total)))
    return HistogramMetricFamily("arobase_visit_seconds", "How long visits last.", buckets=buckets, sum_value=seconds)
