"""A PostgreSQL of the tests' own, on loopback: `postgres` is a server for the session, `database` the URL of a new database in it.

Without PostgreSQL the test is skipped; in CI it fails. Debian keeps the programs off the path, so they are looked for there too.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

# A server that runs as root refuses to start.
_AS = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    # Only a machine that loses its power would need them; a server that is killed does not.
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "32MB",
}


class Postgres:
    """A running server; `stop`, `start` and `restart` it at will, its port stays."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._folder = programs, folder
        self._names = count(1)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._run("initdb", "-D", folder / "data", "-U", "arobase", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        with (folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in {**_SETTINGS, "port": str(self.port)}.items())
        self.start()

    def url(self, database: str) -> str:
        return f"postgresql://arobase@127.0.0.1:{self.port}/{database}"

    def create(self) -> str:
        """The URL of a new, empty database."""
        name = f"test{next(self._names)}"
        self._run("createdb", "-h", "127.0.0.1", "-p", str(self.port), "-U", "arobase", name)
        return self.url(name)

    def start(self) -> None:
        self._control("start", "-l", self._folder / "log")

    def stop(self, mode: str = "fast") -> None:
        """`mode`: fast breaks every connection; immediate is as good as killing it."""
        self._control("stop", "-m", mode)

    def restart(self, mode: str = "fast", away: float = 0.0) -> None:
        """`away`: seconds between the two."""
        self.stop(mode)
        time.sleep(away)
        self.start()

    def _control(self, *words: str | Path) -> None:
        self._run("pg_ctl", "-D", self._folder / "data", "-w", "-t", "60", *words)

    def _run(self, program: str, *words: str | Path) -> None:
        # Into a file: the server inherits what pg_ctl writes to, and a pipe would not end before it does.
        with (self._folder / "said").open("w+", encoding="utf-8") as said:
            done = subprocess.run(
                [self._programs / program, *words], stdout=said, stderr=said, cwd=self._folder, timeout=120, **_AS
            )
            said.seek(0)
            assert done.returncode == 0, f"{program}: {said.read()}"


@contextlib.contextmanager
def server(programs: Path) -> Iterator[Postgres]:
    """A server in a folder of its own, gone afterwards."""
    # Not pytest's folder: another user cannot look into it.
    folder = Path(tempfile.mkdtemp(prefix="arobase-postgres-"))
    try:
        if _AS:
            shutil.chown(folder, "postgres", "postgres")
        running = Postgres(programs, folder)
        try:
            yield running
        finally:
            with contextlib.suppress(AssertionError):
                running.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_programs() -> Path | None:
    """The folder of the newest PostgreSQL of this machine."""
    found = shutil.which("pg_ctl")
    if found:
        return Path(found).resolve().parent
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"), key=lambda path: int(path.parts[-3]))
    return kept[-1].parent if kept else None


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server that all tests of the session share."""
    programs = find_programs()
    if programs is None:
        missing = "PostgreSQL is not here (Debian and Ubuntu: apt install postgresql)"
        assert not os.environ.get("CI"), missing
        pytest.skip(missing)
    with server(programs) as running:
        yield running


@pytest.fixture
def database(postgres: Postgres) -> str:
    """The URL of a new, empty PostgreSQL database."""
    return postgres.create()
