"""What all tests share: in CI, hypothesis draws the same cases each time, so that a red run can be run again; a PostgreSQL."""

import os

from hypothesis import settings

from tests.postgres import database, postgres

__all__ = ["database", "postgres"]

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "here")
