"""The event loop that all of a process runs on: libuv's where it is installed, else asyncio's own."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

factory: Callable[[], asyncio.AbstractEventLoop] | None
try:
    from uvloop import new_event_loop as factory
except ModuleNotFoundError:
    # No wheels for Windows, nor for interpreters other than CPython.
    factory = None


def run(whole: Coroutine[Any, Any, T]) -> T:
    """As `asyncio.run`."""
    with asyncio.Runner(loop_factory=factory) as runner:
        return runner.run(whole)
