"""Bare: the two HTTP libraries, loaded without what no audit needs of them and what takes 100 ms at each start.

httpx brings its command line along, and Rich with it, wherever that is installed. aiohttp reads the authorities of this machine for
a TLS context of its own: the wire has others, made at the first https. Should aiohttp's own ever be used, it trusts nobody.
"""

import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _spared() -> Iterator[None]:
    """What stands among the modules as None cannot be imported: httpx takes that for « not installed »."""
    told, make = "httpx._main" in sys.modules, ssl.create_default_context
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]
    ssl.create_default_context = lambda *_, **__: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        yield
    finally:
        ssl.create_default_context = make
        if not told:
            del sys.modules["httpx._main"]


with _spared():
    import aiohttp as aiohttp
    import httpx as httpx
