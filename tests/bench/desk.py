"""How soon the desk answers when its store holds 5,000 audits: the 95th percentile of each of its screens."""

import tempfile
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from socket import socket
from urllib.parse import quote

import uvicorn
from sqlalchemy import insert, select

from audit.desk.app import application
from audit.desk.book import Book
from audit.desk.serve import Opening, desk_of
from audit.store import Store
from audit.tables import audits, findings, sentences
from reports.report import Report
from tests.reports.making import all_of, reported

AUDITS, SITES, ASKED = 5000, 2000, 40
MOST = 100.0
"""Milliseconds at the 95th percentile."""


def fill(store: Store) -> list[int]:
    """5,000 audits of 2,000 sites; some with a review. The numbers of a few whole ones."""
    dice = Random(5)
    report = reported(all_of("present", twinning="absent", newsletter="partial"), participations={2019: 2}).to_json()
    whole = [store.keep(report, f"whole-{n}.fr", date(2026, 11, 1), datetime.now(UTC)) for n in range(20)]
    with store.engine.begin() as connection:
        head = connection.execute(select(audits.c.head, audits.c.counts)).first()
        rows = connection.execute(select(findings).where(findings.c.audit_id == whole[0])).mappings().all()
        lines = connection.execute(select(sentences).where(sentences.c.audit_id == whole[0])).mappings().all()
        assert head is not None
        for number in range(len(whole) + 1, AUDITS + 1):
            site = number % SITES
            day = date(2024, 1, 1) + timedelta(days=number // 5)
            about = {"url": f"https://c{site}.fr/", "host": f"c{site}.fr", "as_of": day, "finished_at": datetime.now(UTC)}
            about |= {"head": head.head, "counts": head.counts, "commune": f"Commune-Sainte {site}", "department": "Isère"}
            connection.execute(insert(audits).values(id=number, **about))
            changed = dice.randrange(len(rows))
            told = [
                dict(r) | {"audit_id": number, "verdict": "absent" if n == changed else r["verdict"]} for n, r in enumerate(rows)
            ]
            connection.execute(insert(findings), [{k: v for k, v in row.items() if k != "id"} for row in told])
            said = [{k: v for k, v in row.items() if k != "id"} | {"audit_id": number} for row in lines]
            connection.execute(insert(sentences), said)
    book = Book(store.engine)
    for number in range(AUDITS - 300, AUDITS):
        book.open(number, Report.from_json(store.report(number)))
    return whole


@contextmanager
def seated(store: Store) -> Iterator[str]:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    opening = Opening(port=port)
    server = uvicorn.Server(uvicorn.Config(application(desk_of(store, opening), opening.names), port=port, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


def milliseconds(url: str) -> float:
    began = time.perf_counter()
    with urllib.request.urlopen(url) as answer:
        answer.read()
    return (time.perf_counter() - began) * 1000


def main() -> None:
    """Prints a line a screen."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "s.sqlite") as store:
        whole = fill(store)
        report = Report.from_json(store.report(whole[0]))
        keys = [s.key for section in report.draft.sections for s in section.sentences]
        screens = {
            "list": lambda n: f"/?page={n * 2 + 1}",
            "list, searched": lambda n: f"/?q=commune+sainte+{n}",
            "list, in progress": lambda n: f"/?state=open&page={n % 10 + 1}",
            "site": lambda n: f"/communes/c{n * 7}.fr",
            "audit": lambda n: f"/audits/{whole[n % len(whole)]}",
            "sentence": lambda n: f"/audits/{whole[n % len(whole)]}?s={quote(keys[n % len(keys)], safe='')}",
            "read and sign": lambda n: f"/audits/{whole[n % len(whole)]}/read",
            "changes": lambda n: f"/audits/{AUDITS - n}/changes",
            "journal": lambda n: f"/audits/{whole[n % len(whole)]}/journal",
        }
        with seated(store) as desk:
            milliseconds(f"{desk}/")
            print(
                f"desk, {AUDITS} audits of {SITES} sites: milliseconds until a page is there, 95 % of {ASKED} (asked for: < {MOST:g})"
            )
            for name, path in screens.items():
                busy = time.process_time()
                spent = sorted(milliseconds(desk + path(n)) for n in range(ASKED))
                busy = (time.process_time() - busy) * 1000 / ASKED
                print(f"    {name:18} {spent[int(ASKED * 0.95) - 1]:6.1f} ({spent[ASKED // 2]:6.1f} median, {busy:5.1f} of CPU)")


if __name__ == "__main__":
    main()
