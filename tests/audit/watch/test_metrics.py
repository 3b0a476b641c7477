"""What a fleet tells of itself: metrics, health, status, the log."""

import asyncio
import json
import logging
import re
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import text
from typer.testing import CliRunner

from audit.cli import app
from audit.store import Store
from audit.watch import metrics
from audit.watch.logs import Lines
from audit.watch.metrics import served
from audit.watch.status import status_of, told
from audit.watch.terms import Manner, Terms
from audit.watch.watch import Site
from audit.watch.watches import Watches
from audit.watch.work import alone, on_shift
from crawler.limits import Limits
from tests.audit.watch.towns import Towns, town


async def get(port: int, path: str) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/{path}") as answer:
        return answer.status, await answer.text()


def figures(exposed: str) -> dict[str, float]:
    """`name{label}` → value."""
    return {
        sample.name + "".join(f"[{value}]" for value in sample.labels.values()): sample.value
        for family in text_string_to_metric_families(exposed)
        for sample in family.samples
    }


def watched_by_alerts() -> set[str]:
    return set(re.findall(r"\barobase_\w+", (Path(__file__).parents[3] / "deploy/alerts.yaml").read_text(encoding="utf-8")))


async def test_metrics_and_health_tell_what_was_done_and_what_waits(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "FRESH", 0.0)
    terms = Terms(where, Manner(Limits(delay=0), "never"), once=True, address_delay=0)
    with Store(where) as store:
        watches = Watches(store.engine)
        watches.add(
            [*(Site(town(n)) for n in range(2)), Site("http://nowhere.test"), Site("http://paused.test")], 30, allow_private=True
        )
        watches.pause("http://paused.test")
        async with Towns() as towns, on_shift(store, terms, towns) as shift, served(shift, "127.0.0.1", 0, 20) as port:
            before = figures((await get(port, "metrics"))[1])
            await alone(shift, terms, asyncio.Event())
            after = figures((await get(port, "metrics"))[1])
            status, health = await get(port, "health")
        assert (before["arobase_fleet_due"], before["arobase_fleet_watched"], before["arobase_fleet_paused"]) == (3, 4, 1)
        assert after["arobase_visits_total[new]"] == 2
        assert after["arobase_visits_total[failed]"] == 1
        assert after["arobase_failures_total[no such host]"] == 1
        assert after["arobase_fleet_failing[no such host]"] == 1
        assert after["arobase_pages_total"] == 6
        assert after["arobase_visit_seconds_count"] == 3
        assert (after["arobase_fleet_due"], after["arobase_fleet_visited_last_hour"], after["arobase_breaker_open"]) == (0, 3, 0)
        assert after["process_cpu_seconds_total"] > 0
        # An alert on a figure that nobody exposes would never fire.
        assert watched_by_alerts() <= {name.partition("[")[0] for name in after}
        assert (status, json.loads(health)["well"], json.loads(health)["visits"]) == (200, True, 3)

        found = status_of(store.engine)
        assert (found.watched, found.due, found.under_way, found.last_day, found.failures) == (4, 0, 0, 3, {"no such host": 1})
        assert {slow.url for slow in found.slowest} == {town(0), town(1), "http://nowhere.test"}
        assert "failing: 1 no such host" in told(found)
    answer = CliRunner().invoke(app, ["fleet", "status", "--json", "--store", where])
    assert json.loads(answer.stdout)["turns"] == {"new": 2, "failed": 1}


async def test_a_worker_without_its_store_is_not_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "SILENT", -1.0)
    monkeypatch.setattr(metrics, "FRESH", -1.0)
    terms = Terms(str(tmp_path / "s.sqlite"), Manner(Limits(delay=0), "never"))
    with Store(terms.store) as store:
        async with on_shift(store, terms) as shift, served(shift, "127.0.0.1", 0, 20) as port:
            with store.engine.begin() as connection:
                connection.execute(text("DROP TABLE watches"))
            status, health = await get(port, "health")
            exposed = (await get(port, "metrics"))[0]
            with store.engine.begin() as connection:
                connection.execute(text("CREATE TABLE watches (owner TEXT, id INTEGER)"))
    assert (status, exposed) == (503, 200)
    assert "no such table" in json.loads(health)["store"]


def test_a_line_of_the_log_is_an_object_with_all_that_was_said() -> None:
    def line(**more: Any) -> dict[str, Any]:
        record = logging.getLogger("audit.x").makeRecord("audit.x", logging.INFO, "f", 1, "%s: done", ("mairie",), None, **more)
        told: dict[str, Any] = json.loads(Lines().format(record))
        return told

    plain = line(extra={"site": "mairie", "pages": 3})
    assert plain.pop("at").endswith("+00:00")
    assert plain == {"level": "info", "logger": "audit.x", "message": "mairie: done", "site": "mairie", "pages": 3}
    try:
        raise ValueError("été")
    except ValueError:
        record = logging.makeLogRecord({"msg": "oh\nno", "levelname": "ERROR", "exc_info": sys.exc_info()})
    text_ = Lines().format(record)
    assert "\n" not in text_
    assert "ValueError: été" in json.loads(text_)["error"]
