"""Shared: what the walks of one event loop have in common: the clocks of addresses, the processes that read documents."""

from dataclasses import dataclass

from crawler.pace import Addresses
from crawler.reader import Readers


@dataclass(frozen=True, slots=True)
class Shared:
    """Given to every walk of the process; a walk alone has its own of each."""

    addresses: Addresses | None = None
    readers: Readers | None = None


ALONE = Shared()
