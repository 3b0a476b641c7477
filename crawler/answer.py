"""Answers: what the last hop of a fetch gave, judged and made into a Visit. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache
from hashlib import blake2b

from crawler.challenge import challenge
from crawler.decode import text
from crawler.feed import NotAFeed, is_feed, parse
from crawler.link import Link
from crawler.page import Page
from crawler.peril import Reading, deadly
from crawler.url import join
from crawler.visit import Certificate, Hop, Outcome, Visit

DAY = 86400.0
_REDIRECTS = {301, 302, 303, 307, 308}
_PAGES = {"text/html", "application/xhtml+xml", ""}
_XML = re.compile(r"(?:text|application)/(?:[a-z0-9.-]+\+)?xml")
_HTML = re.compile(rb"<!doctype\s+html|<(?:html|head|body|title|meta|script|h1|div|p)[\s>]", re.I)
_SNIFFED = 2048
_STATUSES = {
    304: Outcome.NOT_MODIFIED,
    401: Outcome.UNAUTHORIZED,
    403: Outcome.FORBIDDEN,
    404: Outcome.NOT_FOUND,
    410: Outcome.GONE,
    429: Outcome.RATE_LIMITED,
}
_MENDED = "incomplete certificate chain: read without verification, as browsers mend it"


@dataclass(slots=True)
class RawAnswer:
    """Where a request ended: `landed` after `hops`, `data` the body without Content-Encoding, as much as was asked for.

    `status` is None when nothing answered, `onward` where a redirect that was not followed leads, `elapsed` seconds on
    the network without waiting for the gate. `unverified`: read over a certificate chain that only browsers mend.
    `at`: when it came, if that was noted. `sent` and `received`: the headers as they went over the wire.
    """

    url: str
    outcome: Outcome
    status: int | None = None
    landed: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    data: bytes = b""
    truncated: bool = False
    hops: tuple[Hop, ...] = ()
    elapsed: float = 0.0
    onward: str = ""
    detail: str = ""
    unverified: bool = False
    at: datetime | None = None
    sent: tuple[tuple[str, str], ...] = ()
    received: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    _text: str | None = None

    @property
    def media_type(self) -> str:
        return media_type(self.headers)

    @property
    def text(self) -> str:
        """The body as a browser reads it, decoded once."""
        if self._text is None:
            self._text = text(self.data, self.headers.get("content-type", ""))
        return self._text


def media_type(headers: Mapping[str, str]) -> str:
    """`type/subtype` in lower case, '' when missing or nonsense. Header names in lower case."""
    return _type(headers.get("content-type", ""))


@lru_cache(maxsize=64)
def _type(said: str) -> str:
    kind = re.split(r"[;,]", said, maxsplit=1)[0].strip().lower()
    return kind if re.fullmatch(r"[\w.+-]+/[\w.+*-]+", kind) else ""


def readable(kind: str) -> bool:
    """Whether a body of this media type can be a page or a feed: all others are never read."""
    return kind in _PAGES or (_XML.fullmatch(kind) is not None and kind != "image/svg+xml")


def redirects(answer: RawAnswer) -> bool:
    """Whether status and headers lead elsewhere; then `onward` is set, or the outcome says that it leads nowhere."""
    if answer.status not in _REDIRECTS or not answer.headers.get("location"):
        return False
    location = _utf8(answer.headers["location"])
    onward = join(answer.landed, location)
    if onward is None:
        answer.outcome, answer.detail = Outcome.BAD_ANSWER, f"redirected to {location[:200]!r}"
    else:
        answer.outcome, answer.onward = Outcome.OK, onward.partition("#")[0]
    return True


def judge(answer: RawAnswer) -> None:
    """Sets the outcome that status, headers and what was read of the body say."""
    status = answer.status or 0
    html = answer.text if answer.data and _looks_like_html(answer) else ""
    who = challenge(status, answer.headers, html)
    if who is not None:
        answer.outcome, answer.detail = Outcome.CHALLENGE, who
    elif status in _STATUSES:
        answer.outcome = _STATUSES[status]
    elif 200 <= status < 300:
        answer.outcome = Outcome.OK
    elif 500 <= status < 600:
        answer.outcome = Outcome.SERVER_ERROR
    elif 300 <= status < 400:
        answer.outcome, answer.detail = Outcome.BAD_ANSWER, f"status {status} that leads nowhere"
    else:
        answer.outcome = Outcome.CLIENT_ERROR


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds to wait, from a number of seconds or an HTTP date, within 0 and a day; None for nonsense."""
    if not value:
        return None
    said = value.strip()
    if re.fullmatch(r"\d+(\.\d*)?", said, re.ASCII):
        return min(float(said[:20]), DAY)
    try:
        when = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return min(max((when - now).total_seconds(), 0.0), DAY)


def to_visit(answer: RawAnswer, *, fetched_at: datetime, via: Link | None, probe: bool, certificate: Certificate | None) -> Visit:
    """The Visit of an answer: its page or feed when it is one and all went well."""
    visit = Visit(
        url=answer.url,
        outcome=answer.outcome,
        fetched_at=fetched_at,
        via=via,
        status=answer.status,
        landed=answer.landed,
        elapsed=answer.elapsed,
        size=len(answer.data),
        digest=blake2b(answer.data, digest_size=16).hexdigest() if answer.data else "",
        media_type=answer.media_type,
        headers=answer.headers,
        hops=answer.hops,
        certificate=certificate,
        probe=probe,
        truncated=answer.truncated,
        detail=answer.detail,
    )
    if answer.outcome is not Outcome.OK:
        return visit
    if deadly(answer.landed):
        visit.outcome, visit.detail = Outcome.UNPARSABLE, "reading it ended a process"
        return visit
    with Reading(answer.landed):
        _open(visit, answer)
    if answer.unverified:
        visit.detail = visit.detail or _MENDED
        if visit.outcome is Outcome.OK:
            visit.outcome = Outcome.TLS_INCOMPLETE
    return visit


def _open(visit: Visit, answer: RawAnswer) -> None:
    """Puts page or feed into the visit, or says that it is neither."""
    said = answer.headers.get("content-type", "")
    kind = answer.media_type
    if not readable(kind):
        # To a probe any document is a live target; to the walk it is not a page.
        visit.outcome = Outcome.OK if visit.probe else Outcome.WRONG_TYPE
        return
    if not answer.data and visit.probe:
        return
    try:
        if is_feed(answer.data):
            visit.feed = parse(answer.data, url=answer.landed, content_type=said, digest=visit.digest)
        elif _looks_like_html(answer):
            page = Page(url=answer.landed, html=answer.text, fetched_at=visit.fetched_at, digest=visit.digest)
            # Parsed here and kept by the page, so that a document no parser takes ends in an outcome and goes no further.
            _ = page.tree
            visit.page = page
        else:
            visit.outcome = Outcome.WRONG_TYPE
    except NotAFeed as error:
        visit.outcome, visit.detail = Outcome.UNPARSABLE, str(error)
    except Exception as error:
        visit.outcome, visit.detail = Outcome.UNPARSABLE, f"{type(error).__name__}: {error}"[:300]


def _looks_like_html(answer: RawAnswer) -> bool:
    """By its type, or by its first tags when it has none or says XML."""
    if answer.media_type in ("text/html", "application/xhtml+xml"):
        return True
    return readable(answer.media_type) and _HTML.search(answer.data[:_SNIFFED]) is not None


def _utf8(value: str) -> str:
    """A header read as Latin-1, as UTF-8 when its bytes are: what browsers do with a Location that was not escaped."""
    try:
        return value.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return value
