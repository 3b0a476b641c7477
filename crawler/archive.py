"""Archive: a WARC file read as a line, so that a walk can be walked again without the network, by the same code.

Files of our own recordings give the same visits in the same order. Others are taken as well (wget, Common Crawl, browsers):
what they do not hold is SKIPPED, and the walk goes round it.
"""

import dataclasses
import json
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from fastwarc.warc import ArchiveIterator

from crawler.account import NOT_KEPT
from crawler.answer import RawAnswer, judge, redirects, to_visit
from crawler.decode import Undecodable, unpack
from crawler.limits import Limits
from crawler.line import Appetite
from crawler.page import Page
from crawler.recording import COMPLETE, NAMELESS
from crawler.url import parts, path
from crawler.visit import Outcome
from crawler.warc import Kept, Reading, Rendition

_RAISED = {outcome: error for error, outcome in NAMELESS.items()}
_MODES = ("never", "auto", "always")
_LIMITS = (
    "pages", "links", "looks", "feeds", "pictures", "documents", "in_flight", "outward", "delay",
    "max_body", "max_document", "max_sniff", "max_robots", "max_sitemap", "max_hops",
)  # fmt: skip


class BadArchive(Exception):
    """The file is no archive, or there is nothing in it to begin with."""


class Tape:
    """A `Line` that answers from a WARC file, whole records only, the n-th answer to the n-th time that a URL is asked.

    `start` is where to begin ('' when nothing says), `day` when it was made, `render` and `limits` how it was walked.
    `lack` says why it holds no rendered pages, '' when it could. `damage` says what is wrong with the file, '' when nothing is; `answers` counts what is kept. Raises BadArchive when no record can be read.
    """

    def __init__(self, file: Path) -> None:
        self.start, self.render, self.damage, self.answers = "", "auto", "", 0
        self.limits = Limits()
        self.day: date | None = None
        self._spool = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the line
        self._kept: dict[tuple[str, str], list[Kept]] = {}
        self.lack = "the archive holds no rendered pages"
        self._renditions: dict[str, list[Rendition]] = {}
        self._turns: dict[tuple[str, str], int] = {}
        self._certificates: dict[str, bytes] = {}
        try:
            self._read(file)
        except BaseException:
            self.forget()
            raise

    def holds(self, method: str, url: str) -> bool:
        return True

    def left(self, method: str, url: str) -> int:
        """How many answers to this very request have not been asked for yet."""
        key = (method, _key(url))
        return len(self._kept.get(key, ())) - self._turns.get(key, 0)

    async def locate(self, method: str, answer: RawAnswer, host: str, port: int) -> str | None:
        kept = self._due(method, answer.landed)
        if kept and kept.outcome in _RAISED:
            self._take(method, answer.landed)
            answer.at = kept.at
            raise _RAISED[kept.outcome](kept.detail)
        return kept.address if kept else None

    async def run(
        self, answer: RawAnswer, host: str, port: int, method: str, headers: Mapping[str, str], appetite: Appetite
    ) -> list[str]:
        kept = self._take(method, answer.landed)
        if kept is None:
            # Without robots.txt whoever made the archive was free.
            free = path(answer.landed) == "/robots.txt"
            answer.outcome, answer.detail = (Outcome.NOT_FOUND, "") if free else (Outcome.SKIPPED, NOT_KEPT)
            answer.status = 404 if free else None
            return []
        answer.at, answer.status, answer.unverified = kept.at, kept.status, kept.unverified
        for name, value in kept.headers:
            if name != "set-cookie":
                answer.headers[name] = f"{answer.headers[name]}, {value}" if name in answer.headers else value
        if kept.outcome is not None:
            answer.outcome, answer.detail = kept.outcome, kept.detail
        elif not redirects(answer):
            wanted = appetite(answer.status or 0, answer.landed, answer.headers)
            self._fill(answer, kept, wanted if method == "GET" else 0)
        return [value for name, value in kept.headers if name == "set-cookie"]

    def refused(self, method: str, answer: RawAnswer) -> None:
        kept = self._due(method, answer.landed)
        if kept and kept.outcome is answer.outcome:
            self._take(method, answer.landed)
            answer.at, answer.detail = kept.at, kept.detail

    def certificate(self, host: str) -> bytes | None:
        return self._certificates.get(host)

    async def close(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Gives back the disk space of the bodies; nothing can be asked any more."""
        self._spool.close()

    def rendition(self, url: str) -> tuple[str, str] | None:
        """The HTML that a browser made of the page at this URL, the n-th at the n-th time, and what was said of it."""
        kept = self._renditions.get(url)
        if not kept:
            return None
        one = kept.pop(0) if len(kept) > 1 else kept[0]
        return self._shown(one), one.detail

    def page(self, url: str, digest: str = "", *, as_shown: bool = True) -> Page | None:
        """The page kept at this address, the one of this digest where it is said; `as_shown` by a browser, where one did."""
        for kept in reversed(self._kept.get(("GET", _key(url)), [])):
            answer = RawAnswer(url, Outcome.OK, kept.status, url.partition("#")[0], dict(kept.headers), at=kept.at)
            if kept.outcome is None and not redirects(answer):
                self._fill(answer, kept, self.limits.max_body)
                page = to_visit(answer, fetched_at=kept.at, via=None, probe=False, certificate=None).page
                if page and digest in ("", page.digest):
                    shown = self._renditions.get(page.url) if as_shown else None
                    return dataclasses.replace(page, html=self._shown(shown[-1]), memo={}) if shown else page
        return None

    def _shown(self, one: Rendition) -> str:
        self._spool.seek(one.offset)
        return self._spool.read(one.length).decode("utf-8", "replace")

    def _fill(self, answer: RawAnswer, kept: Kept, wanted: int) -> None:
        if wanted:
            self._spool.seek(kept.offset)
            try:
                unpacked = unpack(self._spool.read(kept.length), answer.headers.get("content-encoding", ""), wanted)
            except Undecodable as error:
                answer.outcome, answer.detail = Outcome.BAD_ANSWER, str(error)
                return
            answer.data, answer.truncated = unpacked.data, unpacked.truncated or kept.truncated
        judge(answer)

    def _due(self, method: str, url: str) -> Kept | None:
        """What the next request is answered; the last answer stays true. Who asks only whether a page is there may be shown it."""
        key = (method, _key(url))
        kept = self._kept.get(key)
        if kept is None:
            return self._due("GET", url) if method == "HEAD" else None
        return kept[min(self._turns.get(key, 0), len(kept) - 1)]

    def _take(self, method: str, url: str) -> Kept | None:
        kept = self._due(method, url)
        self._turns[method, _key(url)] = self._turns.get((method, _key(url)), 0) + 1
        return kept

    def _read(self, file: Path) -> None:
        reading = Reading(self._spool)
        count = 0
        try:
            with file.open("rb") as stream:
                for record in ArchiveIterator(stream, parse_http=False):
                    count += 1
                    self.damage = reading.see(record) or self.damage
        except (OSError, ValueError) as error:
            if not count:
                raise BadArchive(f"{file} cannot be read as a WARC file: {error}") from error
            self.damage = f"it is damaged after record {count} ({error})"
        if not reading.first:
            raise BadArchive(f"{file} holds no whole record of a WARC file")
        self.day = reading.first.date()
        self._certificates, self._renditions = reading.certificates, reading.renditions
        for url, method, kept in reading.answers():
            self._kept.setdefault((method, _key(url)), []).append(kept)
            self.answers += 1
        if reading.info.get("software", "").startswith("arobase/"):
            self._understand(reading.info)
            self.lack = reading.lack
            if reading.end != COMPLETE:
                self.damage = self.damage or "its recording was not finished"
        self.start = self.start or reading.home

    def _understand(self, info: Mapping[str, str]) -> None:
        """How the walk was asked for, since we made the file. What is nonsense is left as usual."""
        self.start = info.get("arobase-start", "")
        self.render = info["arobase-render"] if info.get("arobase-render") in _MODES else "auto"
        try:
            said = json.loads(info.get("arobase-limits", "{}"))
            known: dict[str, Any] = {name: said[name] for name in _LIMITS if name in said}
        except (ValueError, TypeError):
            return
        if all(isinstance(value, int | float) and 0 <= value < 1e9 for value in known.values()):
            self.limits = dataclasses.replace(self.limits, **known)


def _key(url: str) -> str:
    found = parts(url)
    return (found.href if found else url).partition("#")[0]
