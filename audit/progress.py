"""Progress on stderr: a bar on a terminal, a plain line now and then elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from audit.run import Progress

EVERY = 10.0
"""Seconds between two plain lines."""


@contextmanager
def shown(url: str, most: int) -> Iterator[Callable[[Progress], None]]:
    """What to call after each visit. `most`: the budget of pages."""
    if sys.stderr.isatty():
        yield from _bar(url, most)
    else:
        yield _lines(url)


def _lines(url: str) -> Callable[[Progress], None]:
    last = time.monotonic()

    def tell(at: Progress) -> None:
        nonlocal last
        if time.monotonic() - last >= EVERY:
            last = time.monotonic()
            print(f"arobase: {url}: {at.pages} pages, {at.features()} features, {at.pending} waiting", file=sys.stderr)  # noqa: T201

    return tell


def _bar(url: str, most: int) -> Iterator[Callable[[Progress], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[pages]} pages, {task.fields[found]} features"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(url[:50], total=most, pages=0, found=0)

        def tell(at: Progress) -> None:
            outward = at.visits - at.pages
            bar.update(
                task, completed=at.visits, total=min(most, at.pages + at.pending) + outward, pages=at.pages, found=at.features()
            )

        yield tell
