"""Make communes.tsv.gz from the npm package @etalab/decoupage-administratif: the same bytes from the same package.

    npm pack @etalab/decoupage-administratif
    python checks/communes_data/build.py etalab-decoupage-administratif-6.0.0.tgz

README.md beside this file tells the source, the licence and the columns. Nothing here runs during an audit.
"""

import gzip
import json
import re
import sys
import tarfile
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
from checks.communes.names import key

OUT = Path(__file__).with_name("communes.tsv.gz")
LETTERS = {"commune-actuelle": "C", "commune-deleguee": "D", "commune-associee": "A", "arrondissement-municipal": "M"}
KINDS = {"MET69": "METRO"}
"""The metropolis of Lyon has a status of its own; a reader of the report sees a metropolis."""

Row = dict[str, Any]


def read(package: Path) -> tuple[dict[str, list[Row]], str]:
    """The data files of the package by name, and what it says of itself: « name version »."""
    found: dict[str, list[Row]] = {}
    with tarfile.open(package) as archive:
        for name in ("communes", "departements", "regions", "epci", "ept"):
            found[name] = json.load(_member(archive, f"package/data/{name}.json"))
        about = json.load(_member(archive, "package/package.json"))
        day = max(m.mtime for m in archive.getmembers())
    return found, f"{about['name']} {about['version']} {_day(day)}"


def _member(archive: tarfile.TarFile, name: str) -> Any:
    member = archive.extractfile(name)
    if member is None:
        raise SystemExit(f"{name} is missing: is this the package @etalab/decoupage-administratif?")
    return member


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()


def table(data: dict[str, list[Row]], source: str) -> str:
    """The four sheets as text: départements, groupements, communes by key."""
    regions = {r["code"]: r["nom"] for r in data["regions"]}
    group_of = {m["code"]: e["code"] for e in data["epci"] for m in e["membres"]}
    territory_of = {m["code"]: e["code"] for e in data["ept"] for m in e["membres"]}
    departments = sorted((d["code"], d["nom"], regions[d["region"]]) for d in data["departements"])
    groups = sorted(_group(e) for e in (*data["epci"], *data["ept"]))
    communes = sorted(_commune(c, group_of, territory_of) for c in data["communes"])
    sheets = (
        ("departement", "nom", "region", departments),
        ("siren", "nature", "nom", groups),
        ("cle", "insee", "type", "nom", "parent", "departement", "codes_postaux", "population", "epci", "ept", communes),
    )
    told = [f"# {source}, Licence Ouverte 2.0"]
    for *columns, rows in sheets:
        told += ["", "\t".join(columns), *_lines(rows)]
    return "\n".join(told) + "\n"


def _lines(rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    for row in rows:
        line = "\t".join(row)
        if "\n" in line or line.count("\t") != len(row) - 1:
            raise SystemExit(f"a tab or a line break inside {row!r}")
        yield line


def _group(row: Row) -> tuple[str, str, str]:
    """A grouping's name without the initials that open it and the acronym that ends it."""
    nature = str(KINDS.get(row["type"], row["type"]))
    name = re.sub(rf"^{nature} ", "", re.sub(r"\s*\([^()]*\)$", "", row["nom"]))
    return str(row["code"]), nature, re.sub(r"\s+", " ", name).strip()


def _commune(row: Row, group_of: dict[str, str], territory_of: dict[str, str]) -> tuple[str, ...]:
    parent = row.get("chefLieu") or row.get("commune") or ""
    return (
        key(row["nom"]),
        row["code"],
        LETTERS[row["type"]],
        row["nom"].replace("’", "'"),
        parent,
        row["departement"],
        " ".join(row.get("codesPostaux", ())),
        str(row.get("population") or ""),
        group_of.get(row["code"], ""),
        territory_of.get(row["code"], ""),
    )


def main(package: Path) -> None:
    data, source = read(package)
    packed = gzip.compress(table(data, source).encode("utf-8"), 9, mtime=0)
    OUT.write_bytes(packed)
    sys.stderr.write(f"{OUT.name}: {len(packed):,} bytes, from {source}\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
