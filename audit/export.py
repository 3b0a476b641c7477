"""Export: the latest audit of each commune as tables for others, and their description. Memory does not grow with the store."""

import csv
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from audit.latest import communes
from audit.store import Store
from checks.catalogue import Catalogue
from reports.cell import cell
from reports.open_data import Column, Value, commune_columns, commune_row, constat_columns, constat_rows, package

Write = Callable[[Sequence[Value]], None]
ROWS = 5000
"""Rows of a Parquet file held in memory at once."""


class MissingLibrary(Exception):
    """A format needs a library that is not installed: the message says which."""


def export(store: Store, out: Path, form: str, rules: Catalogue, made: date, *, proofs: bool = True) -> int:
    """Write the tables in csv, jsonl or parquet and datapackage.json into the folder; how many communes.

    Without `proofs` only the table of communes. Raises MissingLibrary or OSError.
    """
    checks = list(rules.checks)
    tables = ("communes", "constats") if proofs else ("communes",)
    with ExitStack() as stack:
        opener = OPENERS[form]
        out.mkdir(parents=True, exist_ok=True)
        wide = stack.enter_context(opener(out / f"communes.{form}", commune_columns(rules.checks.values())))
        long = stack.enter_context(opener(out / f"constats.{form}", constat_columns())) if proofs else None
        number = 0
        for number, seen in enumerate(communes(store.engine, proofs=proofs), 1):  # noqa: B007 - the count of them
            wide(commune_row(seen, checks))
            if long:
                for row in constat_rows(seen):
                    long(row)
    described = package(list(rules.checks.values()), form, made, tables)
    (out / "datapackage.json").write_text(json.dumps(described, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return number


@contextmanager
def _csv(path: Path, columns: Sequence[Column]) -> Iterator[Write]:
    """As docs/decisions/0010 has it, for French spreadsheets."""
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        rows = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        rows.writerow([column.name for column in columns])
        yield lambda row: rows.writerow([_told(value) for value in row])


def _told(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else cell(value) if isinstance(value, str) else str(value)


@contextmanager
def _jsonl(path: Path, columns: Sequence[Column]) -> Iterator[Write]:
    names = [column.name for column in columns]
    with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:

        def write(row: Sequence[Value]) -> None:
            told = dict(zip(names, row, strict=True))
            file.write(json.dumps(told, ensure_ascii=False, default=date.isoformat) + "\n")

        yield write


@contextmanager
def _parquet(path: Path, columns: Sequence[Column]) -> Iterator[Write]:
    try:
        import pyarrow as pa
        from pyarrow.parquet import ParquetWriter
    except ImportError as error:
        raise MissingLibrary("--format parquet needs pyarrow: pip install 'arobase[observatory]'") from error
    kinds = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_(), "date": pa.date32()}
    fields = [
        pa.field(c.name, kinds[c.kind], nullable=not c.required, metadata={"title": c.title, "description": c.about})
        for c in columns
    ]
    schema = pa.schema(fields)
    waiting: list[Sequence[Value]] = []
    with ParquetWriter(path, schema, compression="zstd") as writer:

        def flush() -> None:
            told: list[Any] = [list(of_column) for of_column in zip(*waiting, strict=True)]
            writer.write_batch(pa.record_batch([pa.array(v, f.type) for v, f in zip(told, fields, strict=True)], schema=schema))
            waiting.clear()

        def write(row: Sequence[Value]) -> None:
            waiting.append([v.encode("utf-8", "replace").decode("utf-8") if isinstance(v, str) else v for v in row])
            if len(waiting) >= ROWS:
                flush()

        yield write
        if waiting:
            flush()


OPENERS = {"csv": _csv, "jsonl": _jsonl, "parquet": _parquet}
