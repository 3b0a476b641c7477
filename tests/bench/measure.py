"""One crawl as a process of its own: how long, how much CPU with its children, how much memory at most."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one crawl. Seconds; memory in MB of its largest process; `bytes` of the bodies that the server sent."""

    wall: float
    cpu: float
    memory: float
    pages: int
    bytes: int

    @property
    def cpu_of_1000(self) -> float:
        """CPU seconds for 1,000 pages."""
        return self.cpu / max(1, self.pages) * 1000


def run(words: Sequence[str], cwd: Path, log: Path, env: dict[str, str] | None = None) -> tuple[int, float, float, float]:
    """(exit status, wall, CPU, peak memory in MB)."""
    # What is installed is compiled already: so should be what is not.
    about = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.monotonic()
    with log.open("wb") as out:
        process = subprocess.Popen(words, cwd=cwd, stdout=out, stderr=out, env={**about, **(env or {})})
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, time.monotonic() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
