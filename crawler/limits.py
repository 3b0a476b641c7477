"""Limits: every bound of a walk and of a fetch, in one value. Pure."""

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB


@dataclass(frozen=True, slots=True)
class Limits:
    """What a walk may ask of a site, and what a site may cost us.

    Times are in seconds, sizes in bytes after decoding. `delay` is the shortest pause between two requests to one host;
    `links` how many links outside the site may be probed; `rate` the slowest acceptable body, in bytes per second, once
    `grace` seconds have passed; `deadline` bounds one request from connection to last byte.
    """

    pages: int = 500
    seconds: float = 3600.0
    links: int = 500
    delay: float = 1.0
    user_agent: str = "arobase/0.1.0 (+https://example.org/arobase)"
    allow_private: bool = False

    max_body: int = 5 * MIB
    max_sniff: int = 64 * KIB
    max_hops: int = 10
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    deadline: float = 60.0
    rate: float = 256.0
    grace: float = 10.0
