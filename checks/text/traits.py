"""Traits: what the words of a label, or an address, tell by themselves. Judged once, remembered for all pages. Pure."""

from collections.abc import Callable
from typing import Generic, TypeVar

from checks.text.memo import Memo

T = TypeVar("T")


class Trait(Generic[T]):
    """A function of a short text alone; a text that has it not is told by something false."""

    def __init__(self, judge: Callable[[str], T]) -> None:
        self.judge = judge
        self.of: Callable[[str], T] = Memo(judge).__getitem__

    def __call__(self, text: str) -> T:
        return self.of(text)
