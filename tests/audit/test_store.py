"""The store gives back what it was given, and refuses what is not its own."""

import multiprocessing
import sqlite3
from datetime import UTC, date, datetime
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from audit.database import StoreError
from audit.store import Store
from audit.tables import audits, broken_links, evidence, findings, sentences
from reports.report import BrokenLink, Report
from tests.reports.making import all_of, found, reported, seen

NOW = datetime(2026, 11, 15, 10, 0, tzinfo=UTC)


def record() -> dict[str, Any]:
    findings = [f for f in all_of("present", online_debate="absent") if f.check != "magazine"]
    findings.append(found("magazine", "present", seen("Le BV", page=12), name="BV", last=date(2026, 5, 1)))
    link = BrokenLink(page="https://a.fr/", target="https://a.fr/x", text="là", outcome="not found")
    return reported(findings, participations={2010: 5}, broken_links=[link]).to_json()


def keep(path: str | Path, times: int) -> None:
    with Store(path) as store:
        for _ in range(times):
            store.keep(record(), "www.besancon.fr", NOW.date(), NOW)


def test_round_trip(where: str) -> None:
    with Store(where) as store:
        number = store.keep(record(), "www.besancon.fr", NOW.date(), NOW)
        assert store.report(number) == record()
        assert Report.from_json(store.report(number)) == Report.from_json(record())


def test_listing_tells_each_audit(where: str) -> None:
    with Store(where) as store:
        store.keep(record(), "www.besancon.fr", NOW.date(), NOW)
        store.keep(record(), "www.autre.fr", date(2026, 11, 16), NOW)
        entries = store.audits()
        assert [(e.id, e.host, e.commune, e.pages) for e in entries] == [
            (1, "www.besancon.fr", "Besançon", 142),
            (2, "www.autre.fr", "Besançon", 142),
        ]
        assert entries[0].finished_at == NOW
        assert sum(entries[0].verdicts.values()) == len(record()["findings"])
        assert [e.id for e in store.audits("www.autre.fr")] == [2]


def test_participations_are_remembered_for_their_host(where: str) -> None:
    with Store(where) as store:
        store.keep(record(), "www.besancon.fr", NOW.date(), NOW)
        store.keep(record() | {"participations": {}}, "www.besancon.fr", NOW.date(), NOW)
        assert store.participations("www.besancon.fr") == {2010: 5}
        assert store.participations("www.autre.fr") == {}


def test_the_past_of_a_host_is_its_last_audits_before_a_day(where: str) -> None:
    with Store(where) as store:
        for month in range(1, 11):
            store.keep(record() | {"findings": []}, "www.besancon.fr", date(2026, month, 1), NOW)
        store.keep(record(), "www.besancon.fr", date(2026, 10, 1), NOW)
        store.keep(record(), "www.autre.fr", date(2026, 10, 2), NOW)
        past = store.past("www.besancon.fr", date(2026, 11, 1), most=4)
        assert list(past) == [date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1)]
        assert past[date(2026, 10, 1)] == store.audits("www.autre.fr")[0].verdicts, "the last one of a day counts"
        assert store.past("www.besancon.fr", date(2026, 1, 1)) == {}


def test_forget_leaves_nothing(where: str) -> None:
    with Store(where) as store:
        store.forget(store.keep(record(), "h", NOW.date(), NOW))
        with store.engine.connect() as connection:
            for table in (audits, findings, evidence, sentences, broken_links):
                assert connection.execute(select(func.count()).select_from(table)).scalar() == 0


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store, pytest.raises(StoreError, match="no audit number 7"):
        store.report(7)


def test_a_foreign_or_newer_file_is_refused(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign.sqlite"
    foreign.write_bytes(b"no database " * 200)
    with pytest.raises(StoreError, match="no store"):
        Store(foreign)
    newer = tmp_path / "newer.sqlite"
    Store(newer).__exit__()
    database = sqlite3.connect(newer)
    database.execute("update arobase_version set version_num = '9999'")
    database.commit()
    database.close()
    with pytest.raises(StoreError, match="version 9999"):
        Store(newer)


def test_two_processes_share_one_store(where: str) -> None:
    path = where
    Store(path).__exit__()
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=keep, args=(path, 8)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [w.exitcode for w in workers] == [0, 0]
    with Store(path) as store:
        assert len(store.audits()) == 16
        assert all(store.report(e.id) == record() for e in store.audits()[:2])


def opened(path: str, ready: Barrier) -> None:
    ready.wait(60)
    keep(path, 1)


def test_processes_that_find_no_store_make_one_between_them(where: str) -> None:
    path = where
    context = multiprocessing.get_context("spawn")
    ready = context.Barrier(3)
    workers = [context.Process(target=opened, args=(path, ready)) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    assert [w.exitcode for w in workers] == [0, 0, 0]
    with Store(path) as store:
        assert len(store.audits()) == 3
