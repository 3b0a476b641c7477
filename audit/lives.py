"""Lives: since when each link of a site is known, and when it last answered, from one audit to the next."""

from datetime import date
from hashlib import blake2b
from typing import NamedTuple

import zstandard

from crawler.url import address
from crawler.visit import Visit

MOST = 20_000
"""Addresses remembered of one site; those that the last audit did not ask go first."""


class Life(NamedTuple):
    """Days: when an address was first asked, when it was last alive; None when it never was."""

    first: date
    alive: date | None


class Lives:
    """Sees every visit of an audit, on top of what the audit before left (`packed`)."""

    def __init__(self, packed: bytes | None = None) -> None:
        self._before = dict(_unpacked(packed)) if packed else {}
        self._now: dict[str, Life] = {}
        self._same: dict[Life, Life] = {}

    def see(self, visit: Visit) -> Life:
        """What is known of the address once it has been asked again."""
        name, day = _name(visit.url), visit.fetched_at.date()
        known = self._now.get(name) or self._before.get(name)
        life = Life(known.first if known else day, day if visit.outcome.alive else known.alive if known else None)
        if name in self._now or len(self._now) < MOST:
            # Most links share their days.
            self._now[name] = self._same.setdefault(life, life)
        return life

    def packed(self) -> bytes:
        """For the next audit."""
        kept = dict(list((self._now | {n: life for n, life in self._before.items() if n not in self._now}).items())[:MOST])
        lines = (f"{name} {life.first} {life.alive or ''}" for name, life in kept.items())
        return zstandard.ZstdCompressor(level=3).compress("\n".join(lines).encode("ascii"))


def _name(url: str) -> str:
    """Sixteen letters for an address: billions would have to be kept before two were alike."""
    return blake2b(address(url).encode("utf-8", "replace"), digest_size=8).hexdigest()


def _unpacked(packed: bytes) -> list[tuple[str, Life]]:
    lines = zstandard.ZstdDecompressor().decompress(packed).decode("ascii").split("\n")
    rows = (line.split(" ") for line in lines if line)
    return [(name, Life(date.fromisoformat(first), date.fromisoformat(alive) if alive else None)) for name, first, alive in rows]
