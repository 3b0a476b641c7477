"""Chance that is the same each time: for made-up countries."""

from hashlib import blake2b


def draw(*parts: object) -> float:
    """A number from 0 to 1 that depends on nothing but its parts."""
    told = blake2b("|".join(map(str, parts)).encode(), digest_size=8).digest()
    return int.from_bytes(told) / 2**64
