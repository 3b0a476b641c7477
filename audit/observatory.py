"""The observatory on disk: the store read twice, once to count and once to write a page a commune."""

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path

from audit.export import export
from audit.latest import communes, years
from audit.store import Store
from checks.catalogue import Catalogue
from checks.communes.table import table
from reports.grid import Grid
from reports.observatory.census import Census, rubrics_of
from reports.observatory.search import Index
from reports.observatory.site import Site, assets


def observatory(store: Store, out: Path, rules: Catalogue, grid: Grid, made: date) -> int:
    """Write the whole site into the folder; how many communes it shows. Raises OSError."""
    census = Census()
    for commune in communes(store.engine, proofs=False):
        census.see(commune)
    for row in years(store.engine):
        census.see_year(*row)
    site = Site(rubrics_of(grid, rules.checks.values()), census, made, _departments())
    for path, text in (*assets(), *site.pages()):
        _write(out / path, text)
    _write_communes(store, out, site)
    export(store, out / "donnees", "csv", rules, made, proofs=False)
    return census.all.communes


def _write_communes(store: Store, out: Path, site: Site) -> None:
    index, towns = Index(), defaultdict(list)
    for commune in communes(store.engine):
        if not (commune.official and commune.code):
            continue
        path, text = site.commune(commune)
        _write(out / path, text)
        index.add(commune.name, commune.insee)
        towns[commune.code].append((commune.name, commune.insee))
    for code, of_one in towns.items():
        path, text = site.department(code, of_one)
        _write(out / path, text)
    for name, text in index.scripts():
        _write(out / "index" / name, text)


def _departments() -> dict[str, tuple[str, int]]:
    """Code → (name, communes of today), by the official table."""
    rows = table()
    numbers = Counter(town.department for town in rows if town.kind == "C")
    return {code: (name, numbers[code]) for code, (name, _) in rows.departments.items()}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", errors="replace", newline="\n")
