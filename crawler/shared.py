"""Shared: what the walks of one event loop have in common: clocks of addresses, processes that read documents, links known alive."""

from dataclasses import dataclass

from crawler.hearsay import Hearsay
from crawler.pace import Addresses
from crawler.reader import Readers


@dataclass(frozen=True, slots=True)
class Shared:
    """Given to every walk of the process; a walk alone has its own of each."""

    addresses: Addresses | None = None
    readers: Readers | None = None
    hearsay: Hearsay | None = None
    """None as well when an archive has to be whole"""


ALONE = Shared()
