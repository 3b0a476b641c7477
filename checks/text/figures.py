"""Figures: where a text has five of them, as postcodes do. Pure."""

from functools import lru_cache

from checks.text.excerpts import spans

_FIGURES = bytes(ord("0") if chr(code) in "0123456789" else ord(" ") for code in range(256))


@lru_cache(maxsize=8)
def fives(text: str) -> tuple[int, ...]:
    """Where five figures begin that no other follows: in bytes they are found at once."""
    told = f"{text} ".encode("latin-1", "replace").translate(_FIGURES)
    return tuple(start for start, _ in spans(told, b"00000 "))
