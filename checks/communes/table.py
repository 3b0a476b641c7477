"""The official table of communes: those of today, those they absorbed, and the groupings they belong to. Pure.

Read from `checks/communes_data/communes.tsv.gz` at the first question, kept as text and searched by halves: it costs a few
milliseconds and a few megabytes, once.
"""

import gzip
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from checks.communes.names import key

NATURES = {
    "CC": "communauté de communes",
    "CA": "communauté d'agglomération",
    "CU": "communauté urbaine",
    "METRO": "métropole",
    "EPT": "établissement public territorial",
}
TELLING = ("communaute", "agglomeration", "agglo", "metropole")
_DISTRICT = re.compile(r"(?:(paris|lyon|marseille)(\d{1,2})e?|(?:mairiedu)?(\d{1,2})earrondissementde(paris|lyon|marseille))\Z")


@dataclass(frozen=True, slots=True)
class Grouping:
    """An EPCI (`siren`, nine digits). `nature`: CC, CA, CU, METRO or EPT."""

    siren: str
    nature: str
    name: str

    @property
    def title(self) -> str:
        """As a sentence names it, without article: « communauté de communes du Pays de Fayence », « Dijon Métropole ».

        A name that tells its nature itself stands alone: « Grand Besançon Métropole », « Pays de Montbéliard Agglomération ».
        """
        if self.nature == "METRO" or key(self.name).startswith("communaute") or key(self.name).endswith(TELLING):
            return self.name
        return f"{NATURES[self.nature]} {self.name}"


@dataclass(frozen=True, slots=True)
class Town:
    """A row of the table. `kind`: C commune, D déléguée, A associée, M arrondissement municipal.

    `parent`: the INSEE code of the commune that a D, A or M belongs to. `department` is its code (`2A`, `974`).
    `population`: inhabitants (population municipale), None where the source tells none.
    """

    key: str
    insee: str
    kind: str
    name: str
    parent: str
    department: str
    postcodes: tuple[str, ...]
    population: int | None
    epci: str
    ept: str


class Table:
    """All rows, by key and by INSEE code."""

    def __init__(self, text: str) -> None:
        head, departments, groups, communes = (sheet.split("\n") for sheet in text.rstrip("\n").split("\n\n"))
        self.source = head[0].removeprefix("# ")
        self.departments = {code: (name, region) for code, name, region in (line.split("\t") for line in departments[1:])}
        self._groups = {line.partition("\t")[0]: line for line in groups[1:]}
        self._lines = communes[1:]
        self._codes: dict[str, list[int]] = {}

    def __len__(self) -> int:
        """How many communes there are today."""
        return sum("\tC\t" in line for line in self._lines)

    def __iter__(self) -> Iterator[Town]:
        return (_town(line) for line in self._lines)

    def named(self, name: str) -> list[Town]:
        """The rows whose key this is (see `checks.communes.names.key`), in the order of their codes. « s/ » may be « sous »."""
        found = list(self._at(name))
        district = None if found else _DISTRICT.match(name)
        if district:
            town, number, other, of = district.groups()
            found = list(self._at(f"{town or of}{number or other}earrondissement"))
        return found or list(self._at(name.replace("sur", "sous")))

    def _at(self, name: str) -> Iterator[Town]:
        wanted = name + "\t"
        at = bisect_left(self._lines, wanted)
        while at < len(self._lines) and self._lines[at].startswith(wanted):
            yield _town(self._lines[at])
            at += 1

    def town(self, insee: str) -> Town | None:
        """The commune of today with this code, else the one that was."""
        found = [_town(self._lines[at]) for at in self._by_code().get(insee, ())]
        return min(found, key=lambda t: "CMDA".index(t.kind), default=None)

    def absorbed(self, insee: str) -> list[Town]:
        """The communes déléguées and associées of a commune, its own seat among them."""
        found = [_town(self._lines[at]) for at in self._by_code().get(f"of {insee}", ())]
        return sorted((t for t in found if t.kind in "DA"), key=lambda t: t.insee)

    def _by_code(self) -> dict[str, list[int]]:
        if not self._codes:
            for at, line in enumerate(self._lines):
                _, code, _, _, parent, _ = line.split("\t", 5)
                self._codes.setdefault(code, []).append(at)
                if parent:
                    self._codes.setdefault(f"of {parent}", []).append(at)
        return self._codes

    def grouping(self, siren: str) -> Grouping | None:
        line = self._groups.get(siren)
        return Grouping(*line.split("\t")) if line else None

    def groupings(self) -> Iterator[Grouping]:
        return (Grouping(*line.split("\t")) for line in self._groups.values())

    def of_department(self, code: str) -> tuple[str, str]:
        """(name, region) of a department, empty when its code is none."""
        return self.departments.get(code, ("", ""))


def _town(line: str) -> Town:
    name, code, kind, title, parent, department, postcodes, population, epci, ept = line.split("\t")
    people = int(population) if population else None
    return Town(name, code, kind, title, parent, department, tuple(postcodes.split()), people, epci, ept)


@lru_cache(maxsize=1)
def table() -> Table:
    """The table of this installation, read once."""
    packed = files("checks").joinpath("communes_data", "communes.tsv.gz").read_bytes()
    return Table(gzip.decompress(packed).decode("utf-8"))
