"""Visit: what became of one URL, and every way a fetch can end. Pure."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from crawler.document import Document
from crawler.link import Link
from crawler.page import Page


class Outcome(Enum):
    """How a fetch ended. Exactly one of the three groups below holds for each member."""

    OK = "ok"
    NOT_MODIFIED = "not modified"
    WRONG_TYPE = "not a page"
    TOO_LARGE = "too large"
    OUT_OF_SCOPE = "redirected out of scope"

    NOT_FOUND = "not found"
    GONE = "gone"
    SOFT_NOT_FOUND = "soft 404"
    NO_SUCH_HOST = "no such host"

    ROBOTS = "refused by robots.txt"
    UNAUTHORIZED = "authentication asked"
    FORBIDDEN = "forbidden"
    RATE_LIMITED = "rate limited"
    CHALLENGE = "challenge page"
    CLIENT_ERROR = "other client error"
    SERVER_ERROR = "server error"
    REDIRECT_LOOP = "redirect loop"
    TIMEOUT = "timed out"
    UNREACHABLE = "connection failed"
    DNS_FAILURE = "name could not be resolved"
    SENT_HOME = "sent to the home page"
    UNSAFE_ADDRESS = "unsafe address"
    TLS_EXPIRED = "certificate expired"
    TLS_WRONG_HOST = "certificate of another host"
    TLS_SELF_SIGNED = "self-signed certificate"
    TLS_INCOMPLETE = "incomplete certificate chain"
    TLS_UNTRUSTED = "untrusted certificate"
    TLS_OTHER = "TLS failure"
    BAD_ANSWER = "malformed answer"
    UNPARSABLE = "page could not be parsed"
    SKIPPED = "not fetched"

    @property
    def alive(self) -> bool:
        """Something answers there, whatever it is."""
        return self in _ALIVE

    @property
    def dead(self) -> bool:
        """Nothing is there and the answer says so: the only outcomes that make a link broken."""
        return self in _DEAD

    @property
    def unverifiable(self) -> bool:
        """It could not be told: never `absent`, never `inactive`, never a broken link."""
        return not (self.alive or self.dead)


_ALIVE = frozenset(
    {
        Outcome.OK,
        Outcome.NOT_MODIFIED,
        Outcome.WRONG_TYPE,
        Outcome.TOO_LARGE,
        Outcome.OUT_OF_SCOPE,
        Outcome.TLS_INCOMPLETE,
    }
)
_DEAD = frozenset({Outcome.NOT_FOUND, Outcome.GONE, Outcome.SOFT_NOT_FOUND, Outcome.NO_SUCH_HOST})


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: the URL asked and the status it answered with."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Feed:
    """A parsed RSS or Atom feed: its title, how many entries it holds, the newest date found in them."""

    title: str
    entries: int
    newest: datetime | None
    comments: bool = False


@dataclass(frozen=True, slots=True)
class Certificate:
    """What the connection showed of the TLS certificate; `expires` in UTC."""

    expires: datetime | None
    issuer: str = ""


@dataclass(slots=True)
class Visit:
    """One URL tried once. `url` is the URL asked; `landed` the one that answered after `hops`.

    `probe` is true when only the life of the URL was asked (external links, documents), not its content.
    `again` is true when it sums up two looks at different moments. `elapsed` is in seconds, `size` in bytes read after decoding, `digest` the BLAKE2b hex of the decoded body.
    """

    url: str
    outcome: Outcome
    fetched_at: datetime
    via: Link | None = None
    status: int | None = None
    landed: str = ""
    elapsed: float = 0.0
    size: int = 0
    digest: str = ""
    media_type: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    hops: tuple[Hop, ...] = ()
    page: Page | None = None
    feed: Feed | None = None
    document: Document | None = None
    certificate: Certificate | None = None
    probe: bool = False
    truncated: bool = False
    rendered: bool = False
    again: bool = False
    detail: str = ""
    unchanged: bool = False
    """the page is the one remembered of an earlier walk: it was not read again, and `page` is None"""
    reread: bool = False
    """the page was visited before in this walk, and found unchanged; it is read all the same"""
