"""A real PostgreSQL of one's own, on loopback, gone with the session of tests."""

import contextlib
import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

_MISSING = "PostgreSQL is not installed (Debian: apt install postgresql)"


class Cluster:
    """A cluster in a folder: `start`, `stop` (as if the machine failed when `hard`), `url` of its database."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._data = programs, folder / "data"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.url = f"postgresql://arobase@127.0.0.1:{self.port}/postgres"
        if os.getuid() == 0:
            # PostgreSQL refuses to run as root.
            shutil.chown(folder, "postgres")
        self._run("initdb", "--username=arobase", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")

    def start(self) -> None:
        """Returns once it answers."""
        options = f"-p {self.port} -h 127.0.0.1 -k '' -c fsync=off -c max_connections=100"
        self._run("pg_ctl", "start", "--wait", f"--log={self._data.parent / 'log'}", f"--options={options}")

    def stop(self, hard: bool = False) -> None:
        """Ends it; `hard`: at once, so that it has to recover at its next start. A client may keep it from ending otherwise: then at once too."""
        for mode in ("immediate",) if hard else ("fast", "immediate"):
            with contextlib.suppress(subprocess.CalledProcessError):
                return self._run("pg_ctl", "stop", "--wait", "--timeout=30", f"--mode={mode}")
        with contextlib.suppress(subprocess.CalledProcessError):
            self._run("pg_ctl", "status")
            raise RuntimeError("PostgreSQL does not end")

    def _run(self, program: str, *words: str) -> None:
        command = [str(self._programs / program), f"--pgdata={self._data}", *words]
        owner = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.getuid() == 0 else {}
        subprocess.run(command, check=True, capture_output=True, timeout=120, cwd=self._data.parent, **owner)  # type: ignore[call-overload]


@contextmanager
def cluster() -> Iterator[Cluster]:
    """A cluster that runs. Skips the test when PostgreSQL is missing, but not in CI."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or [Path(p) for p in [shutil.which("initdb")] if p]
    if not found:
        if os.environ.get("CI"):
            pytest.fail(_MISSING)
        pytest.skip(_MISSING)
    with TemporaryDirectory() as folder:
        made = Cluster(found[-1].parent, Path(folder))
        made.start()
        try:
            yield made
        finally:
            made.stop(hard=True)


@contextmanager
def database(of: Cluster, name: str) -> Iterator[str]:
    """The URL of an empty database, gone afterwards."""
    import psycopg

    with psycopg.connect(of.url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    yield of.url.replace("/postgres", f"/{name}")
    with psycopg.connect(of.url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
