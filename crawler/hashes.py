"""Hashes: a set of 64-bit hashes that only grows, eight bytes each: a set of Python's takes a hundred. Pure."""

from array import array
from bisect import bisect_left

_RECENT = 2048
"""Hashes that are kept as Python does, until they are packed with the others."""


class Hashes:
    """As a set: `in`, `add`, `len`. Two hashes are never alike by chance."""

    def __init__(self) -> None:
        self._packed = array("q")
        self._recent: set[int] = set()

    def __contains__(self, key: int) -> bool:
        if key in self._recent:
            return True
        at = bisect_left(self._packed, key)
        return at < len(self._packed) and self._packed[at] == key

    def __len__(self) -> int:
        return len(self._packed) + len(self._recent)

    def add(self, key: int) -> None:
        if key in self:
            return
        self._recent.add(key)
        if len(self._recent) >= _RECENT:
            self._packed = array("q", sorted([*self._packed, *self._recent]))
            self._recent = set()
