"""Memo: what a function told of a text, kept for the other pages of the site: menus come again on each of them. Pure.

Bounded low: what comes again does so on the next page, what stands on one page only is kept for nothing.
"""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

LONGEST = 2_000
"""Characters beyond which a text is not kept: it will not come again."""


class Memo(dict[K, V]):
    """`memo[key]` is what the function tells of the key. Everything is forgotten at once when there is too much of it."""

    def __init__(self, tell: Callable[[K], V], most: int = 4_096) -> None:
        super().__init__()
        self._tell, self._most = tell, most

    def __missing__(self, key: K) -> V:
        told = self._tell(key)
        if not isinstance(key, str) or len(key) <= LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[key] = told
        return told
