"""A virtual web and a door to it, on real sockets."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from crawler.fetch import Door
from crawler.limits import MIB, Limits
from tests.web import Web

QUICK = Limits(allow_private=True, connect_timeout=1, read_timeout=0.6, deadline=1.2, grace=0.5, rate=1000, max_body=MIB)


@pytest.fixture
async def web(tmp_path: Path) -> AsyncIterator[Web]:
    async with Web(tmp_path) as web:
        yield web


@pytest.fixture
async def door(web: Web) -> AsyncIterator[Door]:
    async with Door(QUICK, resolver=web.resolver) as door:
        yield door
