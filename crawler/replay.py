"""Replay: the walk of an archive, by the same code as over the network."""

from collections.abc import Callable

from crawler.archive import BadArchive, Tape
from crawler.link import Link
from crawler.walk import Walk


def replay(tape: Tape, *, interest: Callable[[Link], float] | None = None, start: str = "") -> Walk:
    """The walk of the archive: what `Walk` over the network would have been. Raises BadArchive without a page to begin with."""
    begin = start or tape.start
    if not begin:
        tape.forget()
        raise BadArchive("the archive holds no page to begin with: name one with --url")
    return Walk(begin, tape.limits, interest=interest, render=tape.render, line=tape)
