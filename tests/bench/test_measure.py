"""What a crawl costs, and that one which hangs is ended with all that it began."""

import sys
import time
from pathlib import Path

from tests.bench.measure import run

HANGS = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
sum(range(3_000_000))
print(child.pid, flush=True)
time.sleep(600)
"""


def test_what_a_program_takes(tmp_path: Path) -> None:
    status, wall, cpu, memory, cut = run(
        [sys.executable, "-c", "sum(range(9_000_000)); exit(3)"], tmp_path, tmp_path / "log", limit=60
    )
    assert (status, cut) == (3, False)
    assert 0 < cpu <= wall + 0.1
    assert memory > 5


def test_one_that_hangs_is_ended(tmp_path: Path) -> None:
    began = time.monotonic()
    status, wall, cpu, _, cut = run([sys.executable, "-c", HANGS], tmp_path, tmp_path / "log", limit=2)
    assert (status, cut) == (-9, True)
    assert 2 <= wall <= time.monotonic() - began < 30
    assert cpu > 0, "what it did till then is told"
    child = Path(f"/proc/{(tmp_path / 'log').read_text().strip()}/stat")
    deadline = time.monotonic() + 10
    while child.exists() and child.read_text().rpartition(")")[2].split()[0] != "Z" and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not child.exists() or child.read_text().rpartition(")")[2].split()[0] == "Z"
