"""Marked: sets of a site's pages as bits, so that a site of any size costs a check a few kilobytes. Pure."""


class Marked:
    """A set of pages that only grows. `numbers` is shared by all sets of one site: hash of a URL → number."""

    __slots__ = ("_bits", "_count", "_last", "_numbers")

    def __init__(self, numbers: dict[int, int] | None = None) -> None:
        self._numbers = {} if numbers is None else numbers
        self._bits = bytearray()
        self._count = 0
        self._last = ""

    def add(self, url: str) -> None:
        # All that is seen on a page is seen one after the other.
        if url is self._last:
            return
        self._last = url
        number = self._numbers.setdefault(hash(url), len(self._numbers))
        byte, bit = number >> 3, 1 << (number & 7)
        if byte >= len(self._bits):
            self._bits.extend(bytes(byte + 64 - len(self._bits)))
        if not self._bits[byte] & bit:
            self._bits[byte] |= bit
            self._count += 1

    def __len__(self) -> int:
        return self._count
