"""Memory: what an earlier walk knew of a site's pages, so that an unchanged one is neither sent nor read again. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Protocol

from crawler.link import Link
from crawler.visit import Outcome, Visit

STEADY = timedelta(minutes=1)
"""A page that was changed less than this before it was sent may have changed again within the same second: its date proves nothing."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A page as it was: where it answered, its digest, by which marks its server knows it."""

    landed: str
    digest: str
    etag: str
    modified: str

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for the page only if it has changed; none when its server gave no mark to ask by."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}

    def recognises(self, visit: Visit) -> bool:
        """Whether the page is as it was, by its server's word or by its digest; then the visit says so and lets go of the page."""
        if visit.outcome is not Outcome.NOT_MODIFIED and (visit.page is None or visit.digest != self.digest):
            return False
        visit.outcome, visit.page, visit.unchanged = Outcome.NOT_MODIFIED, None, True
        visit.landed, visit.digest = self.landed, self.digest
        return True


class Memory(Protocol):
    """What a walk asks of the walk before it."""

    def agrees(self, home: Visit) -> bool:
        """Whether the home page, read whole, is that of the site remembered; if it is not, nothing is asked any more."""
        ...

    def page(self, url: str) -> Remembered | None:
        """The page that the URL was."""
        ...

    def leads(self, url: str) -> list[Link]:
        """Where that page led, but for the links that were told of another page before."""
        ...

    def pictures(self, url: str) -> list[Link]:
        """The images it showed."""
        ...

    def doubtful(self) -> Iterable[str]:
        """Asked once the pages are done: URLs that must be read after all."""
        ...


def marks(visit: Visit) -> tuple[str, str]:
    """(ETag, Last-Modified) by which the page may be asked for again; '' for what is missing or proves nothing."""
    etag, modified = visit.headers.get("etag", ""), visit.headers.get("last-modified", "")
    changed, sent = _moment(modified), _moment(visit.headers.get("date", "")) or visit.fetched_at
    if changed is None or sent - changed < STEADY:
        # Many servers make their ETag of the same date.
        return ("", "") if changed is not None and sent - changed < STEADY else (etag, "")
    return etag, modified


@lru_cache(maxsize=1024)
def _moment(said: str) -> datetime | None:
    try:
        when = parsedate_to_datetime(said)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)
