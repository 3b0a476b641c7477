"""Peril: which page is being read at this moment, written where it outlives the process: a page that kills one is left out by the next.

A parser written in C may die of a page, and no `except` helps. The mark lies in memory shared with whoever watches the process
(`audit.keeper`); where nobody does it is nowhere. What is read is read without a pause, so that there is one mark for a process.
"""

from collections.abc import Collection
from mmap import mmap
from types import TracebackType

SIZE = 4096
_LENGTH = 2


class Reading:
    """`with Reading(url):` around whatever reads the page at this URL. Inner ones take over until they are left."""

    __slots__ = ("_before", "_url")

    def __init__(self, url: str) -> None:
        self._url = url
        self._before = b""

    def __enter__(self) -> None:
        if _watch.mark is not None:
            self._before = _watch.mark[:SIZE]
            told = self._url.encode("utf-8", "replace")[: SIZE - _LENGTH]
            _watch.mark[: _LENGTH + len(told)] = len(told).to_bytes(_LENGTH) + told

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if _watch.mark is not None:
            _watch.mark[:SIZE] = self._before


class _Watch:
    mark: mmap | None = None
    fatal: Collection[str] = ()


_watch = _Watch()


def watched(mark: mmap, fatal: Collection[str]) -> None:
    """From now on the page being read is written into `mark`, SIZE bytes long; those at the URLs `fatal` are not read."""
    _watch.mark, _watch.fatal = mark, fatal


def deadly(url: str) -> bool:
    """Whether reading this page has ended a process."""
    return url in _watch.fatal


def last(mark: mmap) -> str:
    """The URL that was being read when the mark was last written, '' when none was."""
    length = int.from_bytes(mark[:_LENGTH])
    return mark[_LENGTH : _LENGTH + length].decode("utf-8", "replace")
