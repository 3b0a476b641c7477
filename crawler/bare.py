"""Bare: httpx without its command line, which brings Rich along wherever that is installed: 50 ms that no audit needs."""

import sys

# What stands there as None cannot be imported; httpx takes that for « not installed » and does without.
_HELD = "httpx._main" not in sys.modules
if _HELD:
    sys.modules["httpx._main"] = None  # type: ignore[assignment]

import httpx as httpx  # noqa: E402 - after what it is kept from

if _HELD:
    del sys.modules["httpx._main"]
