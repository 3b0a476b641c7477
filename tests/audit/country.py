"""A made-up country in a store: communes of every size and department, whose sites offer more when they are larger.

Names, figures and codes are invented; the codes of the departments are real, so that a map can be drawn.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from audit.store import Store
from checks.catalogue import catalogue
from checks.communes.table import table
from tests.draw import draw

AS_OF = date(2026, 11, 15)
FIRST = ("Bel", "Mont", "Val", "Roche", "Chante", "Ville", "Font", "Haute", "Grand", "Petit", "Saint-", "La Tour-", "L'Orme-")
LAST = ("brune", "merle", "clair", "vieux", "noire", "ombre", "aubin", "lune", "rive", "fontaine", "garde", "loup", "cerf")
HOSTILE = "<script>alert(1)</script>\"'=cmd|calc"


def reports(number: int, year: int = 2026, *, hostile: bool = False) -> Iterator[Mapping[str, Any]]:
    """The reports of that many communes, dealt over the departments in turn."""
    rows = table()
    departments = [code for code in rows.departments if code < "975"]
    for n in range(number):
        code = departments[n % len(departments)]
        digits = 5 - len(code)
        insee = f"{code}{10**digits - 1 - n // len(departments):0{digits}}"
        name = f"{FIRST[int(13 * draw('first', n))]}{LAST[int(13 * draw('last', n))]}"
        people = int(40 * 10 ** (3.6 * draw("people", n) ** 1.6))
        if hostile and n == 0:
            name = HOSTILE
        yield report(n, insee, name, rows.departments[code][0], people, year, hostile=hostile and n == 0)


def report(
    n: int,
    insee: str,
    name: str,
    department: str,
    people: int,
    year: int = 2026,
    *,
    hostile: bool = False,
    checks: Sequence[str] = (),
) -> Mapping[str, Any]:
    """One report in the form of `audit.json`."""
    url = f"https://www.commune-{n}.example/"
    complete = draw("complete", n) < 0.9
    findings = [
        _finding(check, _verdict(check, n, insee, people, year, complete), url, hostile) for check in checks or catalogue().checks
    ]
    commune = {"name": name, "insee": insee, "department": department, "population": people}
    coverage = {"as_of": f"{year}-11-15", "pages": 20 + int(130 * draw("pages", n)), "complete": complete}
    return {
        "url": url, "label": "", "made_at": f"{year}-11-15T08:00:00+00:00", "commune": commune, "is_commune": "present",
        "coverage": coverage, "findings": findings, "broken_links": [], "draft": {"sections": []},
    }  # fmt: skip


def _verdict(check: str, n: int, insee: str, people: int, year: int, complete: bool) -> str:
    if check == "identity":
        return "present"
    size = min(1.0, max(0.0, len(str(people)) / 6 + 0.1 * draw("luck", n)))
    chance = 0.15 + 0.75 * draw("ease", check) * size + 0.2 * draw("department", check, insee[:2]) + 0.03 * (year - 2026)
    drawn = draw("verdict", check, n)
    if drawn < chance:
        return "present"
    if drawn < chance + 0.05:
        return "partial"
    if drawn < chance + 0.07:
        return "inactive"
    return "absent" if complete else "undetermined"


def _finding(check: str, verdict: str, url: str, hostile: bool) -> dict[str, Any]:
    words = HOSTILE if hostile else f"Rubrique {check}"
    proof = {
        "url": "javascript:alert(1)" if hostile else f"{url}{check}", "excerpt": words, "selector": "nav > a", "target": "",
        "fetched_at": "2026-11-15T08:00:00+00:00", "digest": "0" * 64, "proof": "link", "facts": {},
    }  # fmt: skip
    proofs = [proof, proof | {"url": f"{url}autre"}] if verdict in ("present", "partial", "inactive") else []
    return {
        "check": check,
        "title": check,
        "verdict": verdict,
        "trust": "likely",
        "pages": len(proofs),
        "facts": {},
        "evidence": proofs,
    }


def fill(store: Store, number: int, year: int = 2026, *, hostile: bool = False) -> None:
    """Keep the reports of that many communes."""
    for told in reports(number, year, hostile=hostile):
        host = told["url"].split("/")[2]
        store.keep(told, host, date(year, 11, 15), datetime(year, 11, 15, 8, tzinfo=UTC))
