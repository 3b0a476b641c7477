"""What processes cost, as the kernel tells: CPU, memory, files. Linux only."""

import os
import signal
import subprocess
from collections.abc import Iterable
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")


def cpu_of(*first: int) -> float:
    """Seconds of CPU of these processes, of the children they have, and of those they had."""
    spent = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, fields = int(stat.parent.name), stat.read_text().rpartition(")")[2].split()
        except (OSError, ValueError):
            continue
        ours = [int(ticks) for ticks in fields[11:15]]
        if number in first:
            spent += sum(ours)
        elif int(fields[1]) in first:
            spent += sum(ours[:2])
    return spent / _TICK


def runs(pid: int) -> bool:
    """Whether a child has not ended. It is not waited for, so that its cost can still be asked."""
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None


def stop(pids: Iterable[int]) -> None:
    """Asks children to end. Not by `Popen.terminate`, which waits for those that have."""
    for pid in pids:
        if runs(pid):
            os.kill(pid, signal.SIGTERM)


def ended(process: "subprocess.Popen[bytes]") -> tuple[float, float]:
    """(seconds of CPU with its children, most memory in MB) of a process that was waited for. Raises SystemExit when it failed."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, -signal.SIGTERM):
        raise SystemExit(f"{process.args!r} ended with {process.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def size_of(*paths: Path) -> int:
    """Bytes of files and of what is in folders; what is gone meanwhile counts for nothing."""
    total = 0
    for path in paths:
        for file in (path, *path.rglob("*")) if path.is_dir() else (path,):
            try:
                total += file.stat().st_size if file.is_file() else 0
            except OSError:
                continue
    return total
