"""A clock that jumps: an event loop whose time goes on at once to the next thing awaited."""

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class _Leaping(selectors.DefaultSelector):
    """Instead of sleeping it moves the clock. Real sockets get `grace` real seconds to say something first."""

    grace = 0.0
    time = 1000.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            return super().select(10)
        ready = super().select(min(self.grace, timeout))
        if not ready and timeout > 0:
            self.time += timeout
        return ready


class Loop(asyncio.SelectorEventLoop):
    """An event loop in virtual time."""

    def __init__(self, grace: float) -> None:
        self.leaping = _Leaping()
        self.leaping.grace = grace
        super().__init__(self.leaping)
        # Finer than a number of seconds is after a year, the loop would wait for a moment that is now.
        self._clock_resolution = 1e-6

    def time(self) -> float:
        return self.leaping.time


def run(coroutine: Coroutine[Any, Any, T], *, grace: float = 0.0) -> T:
    """The coroutine's result, run in virtual time."""
    with asyncio.Runner(loop_factory=lambda: Loop(grace)) as runner:
        return runner.run(coroutine)
