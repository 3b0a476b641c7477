"""The export: both tables in each format, as their description says; safe in a spreadsheet; flat in memory."""

import csv
import gc
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet
from typer.testing import CliRunner

from audit.cli import app
from audit.export import export
from audit.latest import communes, years
from audit.store import Store
from checks.catalogue import catalogue
from reports.open_data import commune_columns, constat_columns
from tests.audit.country import AS_OF, HOSTILE, fill, report
from tests.postgres import cluster, database

COMMUNES = 30


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store(tmp_path_factory.mktemp("country") / "store.sqlite") as store:
        fill(store, COMMUNES, hostile=True)
        yield store


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_csv_is_valid_by_its_own_description(kept: Store, tmp_path: Path) -> None:
    assert export(kept, tmp_path, "csv", catalogue(), AS_OF) == COMMUNES
    validated = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=tmp_path, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    told = json.loads(validated.stdout)
    assert validated.returncode == 0, told
    assert told["valid"]
    assert [(task["name"], task["stats"]["rows"]) for task in told["tasks"]] == [
        ("communes", COMMUNES),
        ("constats", len(rows_of(tmp_path / "constats.csv"))),
    ]


def test_every_column_is_described_in_french(kept: Store, tmp_path: Path) -> None:
    export(kept, tmp_path, "csv", catalogue(), AS_OF)
    described = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    for resource in described["resources"]:
        fields = resource["schema"]["fields"]
        assert [f["name"] for f in fields] == list(rows_of(tmp_path / resource["path"])[0])
        assert all(f["title"] and f["description"].endswith((".", ").")) for f in fields)
    wide = {f["name"]: f for f in described["resources"][0]["schema"]["fields"]}
    for check in catalogue().checks.values():
        assert wide[check.id]["title"] == check.title
        assert wide[check.id]["description"].startswith(check.counts)


def test_no_cell_is_a_formula(kept: Store, tmp_path: Path) -> None:
    export(kept, tmp_path, "csv", catalogue(), AS_OF)
    every = [cell for name in ("communes", "constats") for row in rows_of(tmp_path / f"{name}.csv") for cell in row.values()]
    assert any("'=cmd" in cell for cell in every)
    assert not [cell for cell in every if cell.startswith(("=", "+", "-", "@"))]


def test_the_three_formats_tell_the_same(kept: Store, tmp_path: Path) -> None:
    for form in ("csv", "jsonl", "parquet"):
        export(kept, tmp_path / form, form, catalogue(), AS_OF)
    for name in ("communes", "constats"):
        plain = rows_of(tmp_path / "csv" / f"{name}.csv")
        lines = [json.loads(line) for line in (tmp_path / "jsonl" / f"{name}.jsonl").read_text("utf-8").splitlines()]
        packed = parquet.read_table(tmp_path / "parquet" / f"{name}.parquet").to_pylist()
        assert [{k: v.isoformat() if isinstance(v, date) else v for k, v in row.items()} for row in packed] == lines
        assert len(plain) == len(lines) > 0
        for text, row in zip(plain[1:], lines[1:], strict=True):
            if row["insee"] != lines[0]["insee"]:
                assert text == {k: _as_text(v) for k, v in row.items()}
    columns = parquet.read_schema(tmp_path / "parquet" / "communes.parquet")
    assert columns.names == [c.name for c in commune_columns(catalogue().checks.values())]
    assert columns.field("newsletter").metadata[b"title"].decode() == "Lettre d'information"


def _as_text(value: Any) -> str:
    return (
        {True: "true", False: "false", None: ""}.get(value, str(value))
        if not isinstance(value, int) or isinstance(value, bool)
        else str(value)
    )


def test_one_row_a_proof_and_one_for_what_has_none(kept: Store, tmp_path: Path) -> None:
    export(kept, tmp_path, "csv", catalogue(), AS_OF)
    expected = sum(max(1, len(f.proofs)) for seen in communes(kept.engine) for f in seen.findings)
    rows = rows_of(tmp_path / "constats.csv")
    assert len(rows) == expected
    assert {row["preuve"] for row in rows if row["constat"] == "absent"} == {""}
    assert {row["preuve"] for row in rows if row["constat"] == "present" and row["critere"] == "newsletter"} == {"1", "2"}
    assert list(rows[0]) == [c.name for c in constat_columns()]


def test_command(kept: Store, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", "--out", str(tmp_path / "out"), "--store", str(kept.where), "--format", "jsonl"])
    assert done.exit_code == 0, done.output
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["communes.jsonl", "constats.jsonl", "datapackage.json"]
    missing = CliRunner().invoke(app, ["export", "--out", str(tmp_path / "out"), "--store", str(tmp_path / "none.sqlite")])
    assert missing.exit_code == 2


def _keep(store: Store, day: date, host: str, **commune: Any) -> None:
    told = dict(report(1, "", "", "", 0, checks=("identity", "newsletter")), commune=commune)
    store.keep(told, host, day, datetime(day.year, day.month, day.day, tzinfo=UTC))


def chosen(where: str | Path) -> None:
    """Which audit stands for a commune."""
    with Store(where) as store:
        _keep(store, date(2025, 5, 1), "www.une.example", name="Une", insee="25998")
        _keep(store, date(2026, 5, 1), "www.une-nouvelle.example", name="Une", insee="25998", population=12)
        _keep(store, date(2026, 4, 1), "www.une.example", name="Une", insee="25998")
        _keep(store, date(2026, 3, 1), "www.deux.example", name="Deux", insee="25999", department="Doubs")
        _keep(store, date(2026, 9, 1), "www.deux.example")
        _keep(store, date(2026, 9, 1), "www.inconnue.example")
        _keep(store, date(2026, 9, 2), "www.inconnue.example", name="Peut-être")
        _keep(store, date(2026, 9, 2), "www.besancon.example", insee="25056")
        found = [(c.insee, c.host, c.as_of, c.name, c.code) for c in communes(store.engine)]
        assert found == [
            ("25056", "www.besancon.example", date(2026, 9, 2), "Besançon", "25"),
            ("25998", "www.une-nouvelle.example", date(2026, 5, 1), "Une", "25"),
            ("25999", "www.deux.example", date(2026, 9, 1), "", "25"),
            ("", "www.inconnue.example", date(2026, 9, 2), "Peut-être", ""),
        ]
        by_year = {(year, number) for year, check, _, number in years(store.engine) if check == "identity"}
        assert by_year == {(2025, 1), (2026, 3)}


def test_the_latest_audit_stands_for_a_commune(tmp_path: Path) -> None:
    chosen(tmp_path / "store.sqlite")


def test_the_latest_audit_stands_for_a_commune_on_postgresql() -> None:
    with cluster() as server, database(server, "latest") as url:
        chosen(url)


def test_memory_does_not_grow_with_the_store(tmp_path: Path) -> None:
    peaks = []
    for number in (400, 1600):
        with Store(tmp_path / f"{number}.sqlite") as store:
            for n in range(number):
                _keep(store, AS_OF, f"www.commune-{n}.example", name=f"Commune {n}", insee=f"{25000 + n}")
            export(store, tmp_path / str(number), "csv", catalogue(), AS_OF)
            gc.collect()
            tracemalloc.start()
            export(store, tmp_path / str(number), "csv", catalogue(), AS_OF)
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    # The list of what is to be read is all that grows: a number and a code for each.
    assert (peaks[1] - peaks[0]) / 1200 < 600, peaks


def test_hostile_words_stay_words(kept: Store, tmp_path: Path) -> None:
    export(kept, tmp_path, "jsonl", catalogue(), AS_OF)
    first = next(
        c for c in map(json.loads, (tmp_path / "communes.jsonl").read_text("utf-8").splitlines()) if c["commune"] == HOSTILE
    )
    assert first["insee"] == "01999"
