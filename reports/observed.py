"""Observed: what the latest audit of one commune says, in the form that tables and the observatory are made of. Pure."""

import re
from dataclasses import dataclass
from datetime import date

from checks.communes.table import table

VERDICTS = ("present", "partial", "inactive", "absent", "undetermined")
_INSEE = re.compile(r"\d[0-9AB]\d{3}\Z")


@dataclass(frozen=True, slots=True)
class Proof:
    """One sighting. `fetched_at` is ISO 8601."""

    url: str
    excerpt: str
    selector: str
    target: str
    fetched_at: str
    digest: str


@dataclass(frozen=True, slots=True)
class Found:
    """The verdict of one check."""

    check: str
    verdict: str
    trust: str
    pages: int
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class Observed:
    """One audit. `insee` is '' where the commune could not be told; `official` is false where the site is not a commune's."""

    audit: int
    url: str
    host: str
    as_of: date
    name: str = ""
    insee: str = ""
    department: str = ""
    population: int | None = None
    pages: int = 0
    complete: bool = False
    official: bool = True
    findings: tuple[Found, ...] = ()

    @property
    def code(self) -> str:
        """The code of the department: `25`, `2A`, `974`; '' where the commune is not known."""
        return department_of(self.insee)


def department_of(insee: str) -> str:
    """The code of the department of an INSEE code, '' of what is none."""
    if not _INSEE.match(insee):
        return ""
    return insee[:3] if insee.startswith(("97", "98")) else insee[:2]


def known(insee: str) -> tuple[str, str, int | None]:
    """(name, department, inhabitants) by the official table; empty where it knows none such."""
    rows = table()
    town = rows.town(insee)
    return (town.name, rows.of_department(town.department)[0], town.population) if town else ("", "", None)
