"""Keeper: the command in a process of its own, so that a page that ends it costs that page and not the audit.

The keeper forks before anything is loaded, waits, and starts the command anew when a parser died of a page: what had been recorded
is taken up again (`audit.journal`), and the page is told among those that could not be read. Where there is no fork (Windows) the
command runs unkept.
"""

import atexit
import contextlib
import ctypes
import os
import signal
import sys
from mmap import mmap
from typing import NoReturn

from audit.collector import seldom
from crawler import peril

MOST = 10
"""Pages of one audit that may end a process: more of them are the fault of something else."""
_READERS = ("audit", "replay", "demo", "work")
_CRASHES = {signal.SIGSEGV, signal.SIGBUS, signal.SIGABRT, signal.SIGILL, signal.SIGFPE} if hasattr(os, "fork") else set()
_PR_SET_PDEATHSIG = 1


def main() -> None:
    """Entry point of the `arobase` command."""
    if hasattr(os, "fork") and sys.argv[1:2] and sys.argv[1] in _READERS:
        _keep()
    _command()


def _keep() -> None:
    """Returns in the process that is to run the command; in the one that keeps it never."""
    mark, fatal, keeper = mmap(-1, peril.SIZE), list[str](), os.getpid()
    while True:
        child = os.fork()
        if child == 0:
            _die_with(keeper)
            peril.watched(mark, fatal)
            return
        status = _wait(child)
        if not os.WIFSIGNALED(status):
            os._exit(os.WEXITSTATUS(status))
        page = peril.last(mark)
        if os.WTERMSIG(status) not in _CRASHES or not page or page in fatal or len(fatal) >= MOST:
            _die_of(os.WTERMSIG(status))
        fatal.append(page)
        mark[:] = bytes(peril.SIZE)
        said = "".join(c if c.isprintable() else "?" for c in page)
        print(f"arobase: reading {said} ended the process: going on without that page", file=sys.stderr, flush=True)  # noqa: T201


def _wait(child: int) -> int:
    """How the child ended. A terminal sends its signals to both; those sent to the keeper alone are passed on."""

    def pass_on(number: int, _: object) -> None:
        os.kill(child, number)

    before = {number: signal.signal(number, pass_on) for number in (signal.SIGTERM, signal.SIGHUP)}
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return os.waitpid(child, 0)[1]
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _die_of(number: int) -> NoReturn:
    """Ends as the child did."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)
    os._exit(128 + number)


def _die_with(keeper: int) -> None:
    """Whoever kills the keeper, even with -9, ends the audit: nobody is left who walks on unseen (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != keeper:
            os._exit(128 + signal.SIGKILL)


def _command() -> None:
    seldom()
    from audit import cli

    try:
        cli.main()
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            _leave(end.code or 0)
        raise


def _leave(status: int) -> None:
    """Ends at once: the system takes back what Python would first take apart, object by object, for a quarter of a second.

    Returns when what was said cannot be written: Python then says so, as ever.
    """
    atexit._run_exitfuncs()
    with contextlib.suppress(OSError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


if __name__ == "__main__":
    main()
