"""What all tests share: in CI, hypothesis draws the same cases each time; a real PostgreSQL; a store in each database."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import settings

from tests.postgres import Cluster, cluster, database

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """A PostgreSQL that runs while the tests do."""
    with cluster() as made:
        yield made


@pytest.fixture
def server_store(postgres: Cluster) -> Iterator[str]:
    """The URL of an empty database of it."""
    with database(postgres, f"store_{uuid4().hex[:12]}") as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a store, once in a file and once on a server."""
    if request.param == "sqlite":
        return str(tmp_path / "s.sqlite")
    url: str = request.getfixturevalue("server_store")
    return url
