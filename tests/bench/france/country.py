"""A virtual country: towns of every temper, each on an address of its own or on a shared one, all on this machine's loopback.

Everything about a town follows from its number, so that the server, the workers and whoever measures them agree without a word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from crawler.address import Endpoint, NoSuchHost
from tests.draw import draw

FIRST = ("Bel", "Mont", "Val", "Roche", "Chante", "Ville", "Font", "Haute", "Grand", "Petit", "Clair", "Noir", "Beau")
LAST = ("brune", "merle", "clair", "vieux", "noire", "ombre", "aubin", "lune", "rive", "fontaine", "garde", "loup", "cerf")
REFUSED = 9
"""A port at which nobody listens."""
NATIONAL = ("www.service-national.example", "www.reseau-social.example", "www.cartes.example", "www.marches.example")
"""Sites to which every town links; each has one address."""
TEMPERS = (
    ("down", 0.01), ("mute", 0.01), ("unknown", 0.01), ("closed", 0.03), ("patient", 0.10), ("failing", 0.03), ("slow", 0.02),
)  # fmt: skip
"""Share of the towns that refuse connections, never answer, have no name, shut robots out, ask for a Crawl-delay, fail now and then,
answer slowly. The others are plain."""


@dataclass(frozen=True, slots=True)
class Town:
    """`latency` in seconds; `crawl_delay` as its robots.txt asks, 0 for none; `flavour`: which templates its pages are made of."""

    number: int
    name: str
    host: str
    address: str
    temper: str
    latency: float
    crawl_delay: int
    flavour: int

    @property
    def url(self) -> str:
        return f"http://{self.host}/"


@dataclass(frozen=True, slots=True)
class Country:
    """`communes` towns on `port`; that `shared` part of them lives `together` on one address. It is its own resolver."""

    communes: int
    port: int = 0
    shared: float = 0.2
    together: int = 5
    flavours: int = 12
    authoritative: bool = True

    def towns(self) -> Iterator[Town]:
        return (self.town(number) for number in range(self.communes))

    def town(self, number: int) -> Town:
        name = f"{FIRST[number % 13]}{LAST[number // 13 % 13]}"
        temper, latency = _temper(number), 0.04 + 0.3 * draw("latency", number) ** 3
        return Town(
            number,
            name,
            f"www.{name.lower()}-{number}.example",
            self._address(number),
            temper,
            2.0 + 2 * draw("slow", number) if temper == "slow" else latency,
            2 + int(3 * draw("delay", number)) if temper == "patient" else 0,
            int(self.flavours * draw("flavour", number)),
        )

    def number_of(self, host: str) -> int | None:
        """Of the town of a host; None when it is no town's."""
        told = host.removesuffix(".example").rpartition("-")[2]
        return int(told) if told.isdecimal() and int(told) < self.communes else None

    def addresses(self) -> list[str]:
        """Every address at which the server listens."""
        return sorted({town.address for town in self.towns()} | {_national(n) for n in range(len(NATIONAL))})

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        if host in NATIONAL:
            return [Endpoint(_national(NATIONAL.index(host)), self.port if port == 80 else REFUSED)]
        number = self.number_of(host)
        if number is None:
            raise NoSuchHost(host)
        address, temper = _of_number(self, number)
        if temper == "unknown":
            raise NoSuchHost(host)
        return [Endpoint(address, self.port if port == 80 and temper != "down" else REFUSED)]

    def _address(self, number: int) -> str:
        if draw("shared", number) < self.shared:
            # Neighbours that share number about `together` on each address.
            place = int(number * self.shared / self.together)
            return f"127.200.{place // 250}.{1 + place % 250}"
        return f"127.{1 + number // 62_500}.{number // 250 % 250}.{1 + number % 250}"


def _national(number: int) -> str:
    return f"127.250.0.{number + 1}"


def _temper(number: int) -> str:
    drawn = draw("temper", number)
    for temper, share in TEMPERS:
        if drawn < share:
            return temper
        drawn -= share
    return "plain"


@lru_cache(maxsize=100_000)
def _of_number(country: Country, number: int) -> tuple[str, str]:
    town = country.town(number)
    return town.address, town.temper
