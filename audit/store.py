"""The store: audits, findings, evidence, sentences and broken links in one SQLite file. No column per feature.

Everything a report says can be rendered again from here, without a crawl.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Insert, RowMapping, create_engine, delete, event, insert, inspect, select, update
from sqlalchemy.exc import DatabaseError

from audit.tables import SCHEMA, audits, broken_links, evidence, findings, memories, metadata, sentences, store_version
from audit.walks import Silences, Walks


class StoreError(Exception):
    """The file is no store of ours, is of another version, or does not hold what was asked."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list of audits."""

    id: int
    url: str
    host: str
    commune: str
    as_of: date
    finished_at: datetime
    pages: int
    verdicts: Mapping[str, int]


class Store:
    """Audits kept in one file. Open it as a context manager."""

    def __init__(self, path: Path) -> None:
        """Opens the file, making it when it is not there. Raises StoreError when it is something else."""
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path} cannot be made: {error.strerror}") from error
        self._engine: Engine = create_engine(URL.create("sqlite", database=str(path)))
        event.listen(self._engine, "connect", _prepare)
        try:
            with self._engine.connect() as connection:
                version = _version(connection)
        except DatabaseError as error:
            self._engine.dispose()
            raise StoreError(f"{path} is no store of arobase: {error.orig}") from error
        self.walks = Walks(self._engine, path.with_name(f"{path.name}.walks"))
        self.silences = Silences(self._engine)
        if version != SCHEMA:
            self._engine.dispose()
            if version is None:
                raise StoreError(f"{path} is no store of arobase: its tables are another program's")
            raise StoreError(f"{path} is a store of version {version}; this arobase reads version {SCHEMA}")

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self._engine.dispose()

    def keep(self, report: Mapping[str, Any], host: str, as_of: date, finished_at: datetime) -> int:
        """Keep a report in the form of `audit.json`, whole or not at all; its number."""
        told = {"findings", "broken_links", "draft", "url"}
        with self._engine.begin() as connection:
            number = _key(
                connection,
                insert(audits).values(
                    url=report["url"],
                    host=host,
                    as_of=as_of,
                    finished_at=finished_at,
                    head={name: value for name, value in report.items() if name not in told},
                ),
            )
            for finding in report["findings"]:
                row, more = _split(finding, "check", "verdict", "trust", "pages")
                proofs = more.pop("evidence")
                found = _key(connection, insert(findings).values(audit_id=number, more=more, **row))
                rows = [_split(e, "url", "excerpt", "selector", "target", "fetched_at", "digest") for e in proofs]
                if rows:
                    connection.execute(insert(evidence), [{"finding_id": found, "more": m, **r} for r, m in rows])
            lines = list(_sentence_rows(number, report["draft"]["sections"]))
            if lines:
                connection.execute(insert(sentences), lines)
            links = [{"audit_id": number, **link} for link in report["broken_links"]]
            if links:
                connection.execute(insert(broken_links), links)
        return number

    def report(self, number: int) -> dict[str, Any]:
        """The report of an audit in the form of `audit.json`, as it was kept. Raises StoreError when there is none."""
        with self._engine.connect() as connection:
            audit = connection.execute(select(audits).where(audits.c.id == number)).mappings().one_or_none()
            if audit is None:
                raise StoreError(f"{self.path} holds no audit number {number}")
            proofs: dict[int, list[dict[str, Any]]] = {}
            of_audit = select(findings.c.id).where(findings.c.audit_id == number)
            for row in connection.execute(
                select(evidence).where(evidence.c.finding_id.in_(of_audit)).order_by(evidence.c.id)
            ).mappings():
                proofs.setdefault(row["finding_id"], []).append(_join(row, "id", "finding_id"))
            found = [
                {**_join(row, "id", "audit_id"), "evidence": proofs.get(row["id"], [])}
                for row in connection.execute(
                    select(findings).where(findings.c.audit_id == number).order_by(findings.c.id)
                ).mappings()
            ]
            links = connection.execute(select(broken_links).where(broken_links.c.audit_id == number).order_by(broken_links.c.id))
            lines = connection.execute(select(sentences).where(sentences.c.audit_id == number).order_by(sentences.c.id))
            return {
                "url": audit["url"],
                **audit["head"],
                "findings": found,
                "broken_links": [_join(row, "id", "audit_id") for row in links.mappings()],
                "draft": {"sections": _sections(lines.mappings().all())},
            }

    def audits(self, host: str = "") -> list[Entry]:
        """Every audit kept, or those of one host, oldest first."""
        with self._engine.connect() as connection:
            query = select(audits).order_by(audits.c.id)
            rows = connection.execute(query.where(audits.c.host == host) if host else query).mappings().all()
            counts: dict[int, dict[str, int]] = {}
            for number, verdict in connection.execute(select(findings.c.audit_id, findings.c.verdict)):
                of_one = counts.setdefault(number, {})
                of_one[verdict] = of_one.get(verdict, 0) + 1
        return [
            Entry(
                row["id"],
                row["url"],
                row["host"],
                (row["head"].get("commune") or {}).get("name") or "",
                row["as_of"],
                row["finished_at"],
                row["head"]["coverage"]["pages"],
                counts.get(row["id"], {}),
            )
            for row in rows
        ]

    def participations(self, host: str) -> dict[int, int]:
        """Year → number of @, as last told for this host; empty when it never was."""
        with self._engine.connect() as connection:
            heads = connection.execute(select(audits.c.head).where(audits.c.host == host).order_by(audits.c.id.desc())).scalars()
            told: dict[str, int] = next((h["participations"] for h in heads if h.get("participations")), {})
        return {int(year): int(level) for year, level in told.items()}

    def memory(self, url: str, catalogue: str) -> bytes | None:
        """What the last audit of this address knew of its pages, if the rules are still the same."""
        with self._engine.connect() as connection:
            row = connection.execute(select(memories).where(memories.c.url == url)).mappings().one_or_none()
        return row["pages"] if row and row["catalogue"] == catalogue else None

    def remember(self, url: str, catalogue: str, pages: bytes) -> None:
        """Keep that for the next audit."""
        with self._engine.begin() as connection:
            connection.execute(delete(memories).where(memories.c.url == url))
            connection.execute(insert(memories).values(url=url, catalogue=catalogue, pages=pages))

    def forget(self, number: int) -> None:
        """Drop an audit and all that hangs on it."""
        with self._engine.begin() as connection:
            connection.execute(delete(audits).where(audits.c.id == number))


def _prepare(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in ("busy_timeout=10000", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _version(connection: Connection) -> int | None:
    """The version of the store, made first in an empty file; None when the tables are another program's.

    Nothing is written to a file that is not ours, and of two processes that find it empty one makes the tables.
    """
    if not inspect(connection).get_table_names():
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        if not inspect(connection).get_table_names():
            metadata.create_all(connection)
            connection.execute(insert(store_version).values(version=SCHEMA))
        connection.commit()
        connection.exec_driver_sql("PRAGMA journal_mode=WAL")
    if not inspect(connection).has_table(store_version.name):
        return None
    version: int | None = connection.execute(select(store_version.c.version)).scalar()
    if version == 1:
        # Version 2 only added tables.
        connection.commit()
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        metadata.create_all(connection)
        connection.execute(update(store_version).values(version=2))
        connection.commit()
        version = 2
    return version


def _key(connection: Connection, statement: Insert) -> int:
    key = connection.execute(statement).inserted_primary_key
    assert key is not None, "an insert of one row gives its key"
    return int(key[0])


def _split(record: Mapping[str, Any], *columns: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """(what has a column of its own, the rest)."""
    return {c: record[c] for c in columns}, {k: v for k, v in record.items() if k not in columns}


def _join(row: RowMapping, *without: str) -> dict[str, Any]:
    record = {k: v for k, v in row.items() if k not in without and k != "more"}
    return record | dict(row.get("more") or {})


def _sentence_rows(number: int, sections: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """A row a sentence, and one without key for a section that has none, so that it is not lost."""
    for position, section in enumerate(sections):
        place = {"audit_id": number, "section": position, "title": section["title"]}
        _, about = _split(section, "title", "sentences")
        empty = {"key": None, "text": None, "findings": None, "ask": None}
        yield {**place, **empty, "more": about}
        for sentence in section["sentences"]:
            row, more = _split(sentence, "key", "text", "findings", "ask")
            yield {**place, **row, "more": more}


def _sections(rows: Sequence[RowMapping]) -> list[dict[str, Any]]:
    sections: list[dict[str, Any]] = []
    for row in rows:
        if row["key"] is None:
            sections.append({"title": row["title"], **row["more"], "sentences": []})
        else:
            sections[-1]["sentences"].append(_join(row, "id", "audit_id", "section", "title"))
    return sections
