"""One crawl as a process of its own: how long, how much CPU with its children, how much memory at most."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one crawl. Seconds; memory in MB of its largest process; `bytes` of the bodies that the server sent. `cut`: it was ended
    before it had done.
    """

    wall: float
    cpu: float
    memory: float
    pages: int
    bytes: int
    cut: bool = False

    @property
    def cpu_of_1000(self) -> float:
        """CPU seconds for 1,000 pages."""
        return self.cpu / max(1, self.pages) * 1000


_APART = """
import os, signal, sys
process = os.posix_spawnp(sys.argv[3], sys.argv[3:], os.environ, setpgroup=0)
cut = []
def end(*_):
    cut.append(process)
    os.killpg(process, signal.SIGKILL)
signal.signal(signal.SIGALRM, end)
signal.setitimer(signal.ITIMER_REAL, float(sys.argv[2]))
_, status, used = os.wait4(process, 0)
with open(sys.argv[1], "w") as told:
    print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, len(cut), file=told)
"""
"""A small process between the bench and what is measured: Linux counts the memory of whoever starts a program as the program's own."""


def run(
    words: Sequence[str], cwd: Path, log: Path, env: dict[str, str] | None = None, limit: float = 0.0
) -> tuple[int, float, float, float, bool]:
    """(exit status, wall, CPU, peak memory in MB, whether it was ended after `limit` seconds); 0 is no limit."""
    # What is installed is compiled already: so should be what is not.
    about = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    told = log.with_suffix(".cost")
    began = time.monotonic()
    with log.open("wb") as out:
        apart = [sys.executable, "-S", "-c", _APART, str(told), str(limit), *words]
        subprocess.run(apart, cwd=cwd, stdout=out, stderr=out, env={**about, **(env or {})}, check=True)
    wall = time.monotonic() - began
    status, cpu, memory, cut = told.read_text().split()
    return int(status), wall, float(cpu), float(memory), cut != "0"
