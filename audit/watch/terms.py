"""Terms: what a worker was asked for."""

from dataclasses import dataclass
from pathlib import Path

from crawler.limits import Limits


@dataclass(frozen=True, slots=True)
class Manner:
    """How every site is audited. `out`: a folder for the reports, None for none: the store has them. `archive`: a folder or a bucket.
    `keep_pages`: on the store's shelf, for the desk.
    """

    limits: Limits
    render: str = "auto"
    out: Path | None = None
    archive: str = ""
    keep_pages: bool = False


@dataclass(frozen=True, slots=True)
class Terms:
    """What a worker was asked for. Times in seconds.

    `address_delay`: between two requests to one IP address, all processes together. `look`: between two looks at the list.
    `grace`: what visits under way have to end when the worker is stopped. `metrics`: the port of metrics and health, 0 for none.
    `log`: text or json. `shelf`: where pages are kept, '' for beside the store.
    """

    store: str
    manner: Manner
    at_once: int = 20
    once: bool = False
    address_delay: float = 1.0
    look: float = 5.0
    grace: float = 10.0
    metrics: int = 0
    metrics_host: str = "127.0.0.1"
    log: str = "text"
    shelf: str = ""
