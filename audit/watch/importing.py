"""Importing: a file that names sites, one a line or as a table. Pure but for the reading of the file."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.watch.watch import Site
from checks.text.folding import fold
from crawler.url import parts

COLUMNS = {
    "url": {"url", "site", "site internet", "site web", "adresse", "domaine", "domain"},
    "name": {"name", "nom", "commune", "ville"},
    "insee": {"insee", "code insee", "code_insee", "insee code", "code commune", "code"},
}
_INSEE = re.compile(r"\d[0-9AB]\d{3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that names no site."""

    line: int
    text: str
    why: str


def read(path: Path) -> Iterator[Site | Wrong]:
    """The sites of a file: `url`, `name`, `insee` by comma or semicolon, with or without a first line that names them, in any order
    when it does; or one address a line. UTF-8, or what French spreadsheets write. Raises OSError.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    lines = text.splitlines()
    first = next((line for line in lines if line.strip()), "")
    rows = csv.reader(lines, delimiter=max(";\t,", key=first.count))
    order: Sequence[str] | None = None
    for row in rows:
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if order is None:
            order = _named(cells)
            if "url" in order:
                continue
            order = ("url", "name", "insee")
        yield _site(dict(zip(order, cells, strict=False)), rows.line_num)


def _named(cells: Sequence[str]) -> list[str]:
    """What each column is called; '' for the others."""
    folded = [fold(cell) for cell in cells]
    return [next((name for name, words in COLUMNS.items() if cell in map(fold, words)), "") for cell in folded]


def _site(told: dict[str, str], line: int) -> Site | Wrong:
    url, insee = told.get("url", ""), told.get("insee", "")
    found = parts(url if "://" in url else f"https://{url}")
    if found is None or not ("." in found.hostname or ":" in found.hostname or found.hostname == "localhost"):
        return Wrong(line, url, "no address of a site")
    if insee and not _INSEE.fullmatch(insee):
        # Spreadsheets take the first zero of 01004 away.
        insee = insee.zfill(5)
        if not _INSEE.fullmatch(insee):
            return Wrong(line, insee, "no INSEE code")
    return Site(url, told.get("name", ""), insee.upper())
