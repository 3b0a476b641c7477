"""The store: audits, findings, evidence, sentences and broken links. No column per feature.

Everything a report says can be rendered again from here, without a crawl.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select

from audit.database import StoreError, is_server, opened, shown
from audit.shelf import Shelf
from audit.tables import audits, broken_links, evidence, findings, link_lives, memories, sentences
from audit.walks import Silences, Walks


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


@dataclass(frozen=True, slots=True)
class Glance:
    """What one audit found: the digest of the rules, check → verdict."""

    catalogue: str
    verdicts: Mapping[str, str]


class Store:
    """Audits kept in one SQLite file or in PostgreSQL. Open it as a context manager."""

    def __init__(self, where: str | Path, make: bool = True, shelf: str = "") -> None:
        """`where`: a file, made when it is not there unless told not to, or `postgresql://…`. Raises StoreError.

        Recordings of walks under way, and what kept audits read, lie beside the file; of a server's, in a folder of this machine.
        `shelf`: another place for what was read, a folder or a bucket.
        """
        if not make and not is_server(where) and not Path(where).exists():
            raise StoreError(f"{where} does not exist: no audit was kept there yet")
        self.where = where
        self.shelf = Shelf(Path("audits/archives") if is_server(where) else Path(f"{where}.archives"), shelf)
        self.engine = opened(where)
        self.walks = Walks(self.engine, Path("audits/walks") if is_server(where) else Path(f"{where}.walks"))
        self.silences = Silences(self.engine)

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.shelf.close()
        self.engine.dispose()

    def keep(
        self,
        report: Mapping[str, Any],
        host: str,
        as_of: date,
        finished_at: datetime,
        then: Callable[[Connection, int], None] = lambda *_: None,
    ) -> int:
        """Keep a report in the form of `audit.json`, whole or not at all; its number. `then` belongs to the same transaction."""
        told = {"findings", "broken_links", "draft", "url"}
        head = {name: value for name, value in report.items() if name not in told}
        commune = head.get("commune") or {}
        about = {
            "url": report["url"],
            "host": host,
            "as_of": as_of,
            "finished_at": finished_at,
            "head": head,
            "commune": commune.get("name") or "",
            "insee": commune.get("insee") or "",
            "department": commune.get("department") or "",
            "population": commune.get("population"),
            "counts": dict(Counter(f["verdict"] for f in report["findings"])),
        }
        with self.engine.begin() as connection:
            number: int = connection.execute(insert(audits).values(**about).returning(audits.c.id)).scalar_one()
            proofs = [finding["evidence"] for finding in report["findings"]]
            rows = [_split(finding, "check", "verdict", "trust", "pages") for finding in report["findings"]]
            if rows:
                kept = connection.execute(
                    insert(findings).returning(findings.c.id, sort_by_parameter_order=True),
                    [{"audit_id": number, "more": {k: v for k, v in m.items() if k != "evidence"}, **r} for r, m in rows],
                ).scalars()
                seen = [
                    {"finding_id": found, "more": m, **r}
                    for found, of_one in zip(kept.all(), proofs, strict=True)
                    for r, m in (_split(e, "url", "excerpt", "selector", "target", "fetched_at", "digest") for e in of_one)
                ]
                if seen:
                    connection.execute(insert(evidence), seen)
            lines = list(_sentence_rows(number, report["draft"]["sections"]))
            if lines:
                connection.execute(insert(sentences), lines)
            links = [{"audit_id": number, **link} for link in report["broken_links"]]
            if links:
                connection.execute(insert(broken_links), links)
            then(connection, number)
        return number

    def report(self, number: int) -> dict[str, Any]:
        """The report of an audit in the form of `audit.json`, as it was kept. Raises StoreError when there is none."""
        with self.engine.connect() as connection:
            audit = connection.execute(select(audits).where(audits.c.id == number)).mappings().one_or_none()
            if audit is None:
                raise StoreError(f"{shown(self.where)} holds no audit number {number}")
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
        query = select(audits).order_by(audits.c.id)
        with self.engine.connect() as connection:
            rows = connection.execute(query.where(audits.c.host == host) if host else query).mappings().all()
        return [
            Entry(
                row["id"],
                row["url"],
                row["host"],
                row["commune"],
                row["as_of"],
                row["finished_at"],
                row["head"]["coverage"]["pages"],
                row["counts"],
            )
            for row in rows
        ]

    def glance(self, number: int | None) -> Glance | None:
        """What a later audit is compared with; None when there is no such audit."""
        query = select(findings.c.check, findings.c.verdict).where(findings.c.audit_id == number)
        with self.engine.connect() as connection:
            head = connection.execute(select(audits.c.head).where(audits.c.id == number)).scalar_one_or_none()
            verdicts = dict(connection.execute(query).all())
        return Glance(head["coverage"]["catalogue"], verdicts) if head else None

    def past(self, host: str, before: date, most: int = 7) -> dict[date, dict[str, int]]:
        """Day → how many findings of each verdict, of the last audits of this host before that day, oldest first."""
        query = select(audits.c.as_of, audits.c.counts).where(audits.c.host == host, audits.c.as_of < before)
        with self.engine.connect() as connection:
            rows = connection.execute(query.order_by(audits.c.as_of.desc(), audits.c.id.desc()).limit(most)).all()
        return {day: dict(counts) for day, counts in reversed(rows)}

    def participations(self, host: str) -> dict[int, int]:
        """Year → number of @, as last told for this host; empty when it never was."""
        with self.engine.connect() as connection:
            heads = connection.execute(select(audits.c.head).where(audits.c.host == host).order_by(audits.c.id.desc())).scalars()
            told: dict[str, int] = next((h["participations"] for h in heads if h.get("participations")), {})
        return {int(year): int(level) for year, level in told.items()}

    def memory(self, url: str, catalogue: str) -> bytes | None:
        """What the last audit of this address knew of its pages, if the rules are still the same."""
        with self.engine.connect() as connection:
            row = connection.execute(select(memories).where(memories.c.url == url)).mappings().one_or_none()
        return row["pages"] if row and row["catalogue"] == catalogue else None

    def remember(self, url: str, catalogue: str, pages: bytes) -> None:
        """Keep that for the next audit."""
        with self.engine.begin() as connection:
            connection.execute(delete(memories).where(memories.c.url == url))
            connection.execute(insert(memories).values(url=url, catalogue=catalogue, pages=pages))

    def lives(self, url: str) -> bytes | None:
        """Since when the links of this address are known (`audit.lives`)."""
        with self.engine.connect() as connection:
            lives: bytes | None = connection.execute(select(link_lives.c.lives).where(link_lives.c.url == url)).scalar()
        return lives

    def keep_lives(self, url: str, lives: bytes) -> None:
        """Keep that for the next audit."""
        with self.engine.begin() as connection:
            connection.execute(delete(link_lives).where(link_lives.c.url == url))
            connection.execute(insert(link_lives).values(url=url, lives=lives))

    def forget(self, number: int) -> None:
        """Drop an audit and all that hangs on it."""
        with self.engine.begin() as connection:
            connection.execute(delete(audits).where(audits.c.id == number))


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
