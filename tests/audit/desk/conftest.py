"""What the tests of the desk share: a cheap argon2, as every sign-in of every test would cost a tenth of a second."""

import pytest
from argon2 import PasswordHasher

from audit.desk import accounts


@pytest.fixture(autouse=True, scope="session")
def cheap() -> None:
    accounts._HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
