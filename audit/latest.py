"""The latest audit of each commune, one at a time: what the export and the observatory are made of.

Audits that could not tell their commune belong to the one that the same host was told to be by another audit; a host that
never was one stands for itself.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Label, RowMapping, Subquery, case, extract, func, select

from audit.tables import audits, evidence, findings
from reports.observed import Found, Observed, Proof, known

BATCH = 200
"""Audits held in memory at once."""


def _commune() -> Label[str]:
    """The commune of an audit, in SQL: its INSEE code, or its host."""
    of_host = func.max(audits.c.insee).over(partition_by=audits.c.host)
    return case((audits.c.insee != "", audits.c.insee), (of_host != "", of_host), else_=audits.c.host).label("commune_key")


def _newest(*also: Any) -> Subquery:
    """id, commune_key and `place`: 1 for the latest audit of a commune, or of one and what else parts them."""
    keyed = select(audits.c.id, audits.c.as_of, _commune(), *also).subquery()
    parts = [keyed.c[name] for name in keyed.c.keys() if name not in ("id", "as_of")]  # noqa: SIM118 - a collection of columns
    place = func.row_number().over(partition_by=parts, order_by=(keyed.c.as_of.desc(), keyed.c.id.desc()))
    return select(keyed.c.id, *parts, place.label("place")).subquery()


def communes(engine: Engine, *, proofs: bool = True) -> Iterator[Observed]:
    """Every commune of the store once, in the order of their INSEE codes; without `proofs` the findings have none."""
    newest = _newest()
    with engine.connect() as connection:
        wanted = select(newest.c.id, newest.c.commune_key).where(newest.c.place == 1).order_by(newest.c.commune_key)
        keys = [(number, key) for number, key in connection.execute(wanted)]
    for start in range(0, len(keys), BATCH):
        # A transaction a batch: a server is not kept from cleaning up while pages are written.
        with engine.connect() as connection:
            yield from _observed(connection, dict(keys[start : start + BATCH]), proofs)


def years(engine: Engine) -> Iterator[tuple[int, str, str, int]]:
    """(year, check, verdict, communes): of each commune that is known, the last audit of each year."""
    newest = _newest(extract("year", audits.c.as_of).label("year"))
    other = select(findings.c.audit_id).where(findings.c.check == "identity", findings.c.verdict == "absent")
    counted = (
        select(newest.c.year, findings.c.check, findings.c.verdict, func.count())
        .join(findings, findings.c.audit_id == newest.c.id)
        .join(audits, audits.c.id == newest.c.id)
        .where(newest.c.place == 1, newest.c.commune_key != audits.c.host, newest.c.id.not_in(other))
        .group_by(newest.c.year, findings.c.check, findings.c.verdict)
    )
    with engine.connect() as connection:
        for year, check, verdict, number in connection.execute(counted):
            yield int(year), check, verdict, number


def _observed(connection: Connection, keys: dict[int, str], proofs: bool) -> Iterator[Observed]:
    rows = {row["id"]: row for row in connection.execute(select(audits).where(audits.c.id.in_(keys))).mappings()}
    seen = _proofs(connection, keys) if proofs else {}
    columns = (findings.c.id, findings.c.audit_id, findings.c.check, findings.c.verdict, findings.c.trust, findings.c.pages)
    found: dict[int, list[Found]] = {}
    for number, audit, check, verdict, trust, pages in connection.execute(
        select(*columns).where(findings.c.audit_id.in_(keys)).order_by(findings.c.id)
    ):
        found.setdefault(audit, []).append(Found(check, verdict, trust, pages, tuple(seen.get(number, ()))))
    return (_of_row(rows[number], key, found.get(number, ())) for number, key in keys.items() if number in rows)


def _proofs(connection: Connection, keys: dict[int, str]) -> dict[int, list[Proof]]:
    columns = (
        evidence.c.url,
        evidence.c.excerpt,
        evidence.c.selector,
        evidence.c.target,
        evidence.c.fetched_at,
        evidence.c.digest,
    )
    of_these = (
        select(evidence.c.finding_id, *columns)
        .join(findings, findings.c.id == evidence.c.finding_id)
        .where(findings.c.audit_id.in_(keys))
        .order_by(evidence.c.id)
    )
    seen: dict[int, list[Proof]] = {}
    for finding, *values in connection.execute(of_these):
        seen.setdefault(finding, []).append(Proof(*values))
    return seen


def _of_row(row: RowMapping, key: str, found: Sequence[Found]) -> Observed:
    insee = "" if key == row["host"] else key
    name, department, population = known(insee) if insee else ("", "", None)
    coverage = row["head"]["coverage"]
    return Observed(
        audit=row["id"],
        url=row["url"],
        host=row["host"],
        as_of=row["as_of"],
        name=row["commune"] or name,
        insee=insee,
        department=row["department"] or department,
        population=row["population"] or population,
        pages=coverage["pages"],
        complete=coverage["complete"],
        official=row["head"].get("is_commune") != "absent",
        findings=tuple(found),
    )
