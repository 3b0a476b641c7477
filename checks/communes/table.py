"""The official table of communes: those of today, those they absorbed, and the groupings they belong to. Pure.

Read from `checks/communes_data/communes.tsv.gz` at the first question, kept as the two megabytes of text that it is and searched
by halves: of 37,000 rows those are taken apart that are asked for.
"""

import re
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

from checks.communes.names import key

NATURES = {
    "CC": "communauté de communes",
    "CA": "communauté d'agglomération",
    "CU": "communauté urbaine",
    "METRO": "métropole",
    "EPT": "établissement public territorial",
}
_CODES = re.compile(rb"^[^\t]*\t(\w\w\w)\w*\t[^\t]*\t[^\t]*\t(\w{0,3})", re.M)
_GZIP = zlib.MAX_WBITS + 16
_FEW = 20
"""Questions by code that an audit may ask: each is a search through the text, a millisecond. Who asks more gets an index."""
_SHARED = 3
"""Letters of a code by which rows are found: some two hundred share them."""
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

    def __init__(self, text: bytes) -> None:
        *sheets, communes = _begins(text)
        head, departments, groups = (
            text[begin:end].decode().rstrip("\n").split("\n") for begin, end in pairwise((*sheets, communes))
        )
        self.source = head[0].removeprefix("# ")
        self.departments = {code: (name, region) for code, name, region in (row.split("\t") for row in departments[1:])}
        self._groups = {row.partition("\t")[0]: row for row in groups[1:]}
        self._text = text
        self._first = text.index(b"\n", communes) + 1
        self._codes: dict[bytes, array[int]] = {}
        self._asked = 0

    def __len__(self) -> int:
        """How many communes there are today."""
        return self._text.count(b"\tC\t", self._first)

    def __iter__(self) -> Iterator[Town]:
        at = self._first
        while at < len(self._text):
            yield self._town(at)
            at = self._text.index(b"\n", at) + 1

    def named(self, name: str) -> list[Town]:
        """The rows whose key this is (see `checks.communes.names.key`), in the order of their codes. « s/ » may be « sous »."""
        found = list(self._at(name))
        district = None if found else _DISTRICT.match(name)
        if district:
            town, number, other, of = district.groups()
            found = list(self._at(f"{town or of}{number or other}earrondissement"))
        return found or list(self._at(name.replace("sur", "sous")))

    def _at(self, name: str) -> Iterator[Town]:
        text, wanted = self._text, name.encode() + b"\t"
        low, high = self._first, len(text)
        while low < high:
            at = text.rfind(b"\n", 0, (low + high) // 2) + 1
            if text[at : at + len(wanted)] < wanted:
                low = text.index(b"\n", at) + 1
            else:
                high = at
        while text.startswith(wanted, low):
            yield self._town(low)
            low = text.index(b"\n", low) + 1

    def town(self, insee: str) -> Town | None:
        """The commune of today with this code, else the one that was."""
        found = [t for t in self._coded(insee) if t.insee == insee]
        return min(found, key=lambda t: "CMDA".index(t.kind), default=None)

    def absorbed(self, insee: str) -> list[Town]:
        """The communes déléguées and associées of a commune, its own seat among them."""
        return sorted((t for t in self._coded(insee) if t.parent == insee and t.kind in "DA"), key=lambda t: t.insee)

    def _coded(self, insee: str) -> Iterator[Town]:
        """The rows that tell this code, as their own or their parent's, and some more."""
        text, wanted = self._text, f"\t{insee}\t".encode()
        self._asked += 1
        if self._asked <= _FEW:
            found = text.find(wanted, self._first)
            while found > 0:
                yield self._town(text.rfind(b"\n", 0, found) + 1)
                found = text.find(wanted, text.index(b"\n", found))
            return
        if not self._codes:
            for row in _CODES.finditer(text, self._first):
                for code in {row[1], row[2]} - {b""}:
                    self._codes.setdefault(code, array("I")).append(row.start())
        for at in self._codes.get(insee[:_SHARED].encode(), ()):
            if text.find(wanted, at, text.index(b"\n", at)) > 0:
                yield self._town(at)

    def _town(self, at: int) -> Town:
        return _town(self._text[at : self._text.index(b"\n", at)].decode())

    def grouping(self, siren: str) -> Grouping | None:
        line = self._groups.get(siren)
        return Grouping(*line.split("\t")) if line else None

    def groupings(self) -> Iterator[Grouping]:
        return (Grouping(*line.split("\t")) for line in self._groups.values())

    def of_department(self, code: str) -> tuple[str, str]:
        """(name, region) of a department, empty when its code is none."""
        return self.departments.get(code, ("", ""))


def _begins(text: bytes) -> list[int]:
    """Where the four sheets begin: they are parted by empty lines."""
    found = [0]
    while (gap := text.find(b"\n\n", found[-1])) > 0:
        found.append(gap + 2)
    return found


def _town(line: str) -> Town:
    name, code, kind, title, parent, department, postcodes, population, epci, ept = line.split("\t")
    people = int(population) if population else None
    return Town(name, code, kind, title, parent, department, tuple(postcodes.split()), people, epci, ept)


@lru_cache(maxsize=1)
def told_apart() -> frozenset[str]:
    """The keys of the groupings' names that are of several words and no town's: « Hautes Terres », but not « de Rives »."""
    named = (grouping.name for grouping in table().groupings())
    return frozenset(key(name) for name in named if " " in name and not name.startswith(("de ", "du ", "d'", "des ", "Pays ")))


@lru_cache(maxsize=1)
def table() -> Table:
    """The table of this installation, read once."""
    packed = files("checks").joinpath("communes_data", "communes.tsv.gz").read_bytes()
    return Table(zlib.decompress(packed, _GZIP))
