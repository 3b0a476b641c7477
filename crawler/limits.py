"""Limits: every bound of a walk and of a fetch, in one value. Pure."""

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB
VERSION = "0.1.0"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a walk may ask of a site, and what a site may cost us.

    Times are in seconds, sizes in bytes after decoding.

    The walk: `pages` HTML pages of the site are read at most, `links` documents and outward links tried, `seconds` spent
    (None: no bound), `looks` landing pages of sub-domains and announced sites read, `feeds` feeds read,
    `pictures` images of the site asked whether they are there, `documents` PDFs of the site read (`max_document` bytes each).

    Politeness: `delay` is the shortest pause between two requests to one host; the pause grows with the time that the host
    took to answer (`breath` times it, `max_delay` at most). `delay` 0 means that we add no wait of our own: only what the
    site asks for (Crawl-delay, Retry-After) is kept. `max_crawl_delay` is the longest Crawl-delay honoured; `patience`
    the longest we wait for one host before giving its URL up; `in_flight` the requests to one host at a time when `delay`
    is 0 (one otherwise); `outward` how many other hosts are spoken to at a time. `robot` is our name in robots.txt.

    A fetch: `rate` is the slowest acceptable body, in bytes per second, once `grace` seconds have passed; `deadline`
    bounds one request from connection to last byte.
    """

    pages: int = 500
    links: int = 600
    seconds: float | None = None
    looks: int = 20
    feeds: int = 10
    pictures: int = 20
    documents: int = 30

    delay: float = 1.0
    breath: float = 1.0
    max_delay: float = 10.0
    max_crawl_delay: float = 60.0
    patience: float = 300.0
    in_flight: int = 2
    outward: int = 16

    # No "scan" in it: several communes' firewalls answer 403 to that word.
    user_agent: str = f"arobase/{VERSION} (+https://example.org/arobase)"
    robot: str = "arobase"
    allow_private: bool = False

    max_body: int = 5 * MIB
    max_document: int = 10 * MIB
    max_sniff: int = 64 * KIB
    max_robots: int = 500 * KIB
    max_sitemap: int = 10 * MIB
    max_hops: int = 10
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    deadline: float = 60.0
    rate: float = 256.0
    grace: float = 10.0
