"""Recording: every request and answer of a walk, written down as WARC/1.1 (ISO 28500) that other tools read and check."""

import dataclasses
import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from crawler import records
from crawler.address import DnsFailure, NoSuchHost, UnsafeAddress
from crawler.answer import RawAnswer
from crawler.limits import VERSION, Limits
from crawler.line import Appetite, Line
from crawler.url import parts
from crawler.visit import Outcome

FORMAT = "WARC file version 1.1"
COMPLETE = "complete"
_REMEMBERED = 4_000
"""Bodies of which a second answer is a revisit: what comes again came early."""
NAMELESS: dict[type[Exception], Outcome] = {
    UnsafeAddress: Outcome.UNSAFE_ADDRESS,
    NoSuchHost: Outcome.NO_SUCH_HOST,
    DnsFailure: Outcome.DNS_FAILURE,
}
_UNCHANGED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
_SAME = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"


class Recording:
    """`with Recording(path, start, limits) as kept: Walk(start, limits, record=kept)`: one file for one walk.

    The name's end says how it is compressed: `.warc.gz` (a member a record), `.warc.zst`, or not at all. A disk that fails
    stops the recording, not the walk: `fault` says why. `render` is written down so that a replay does the same. Opening
    raises OSError.
    """

    def __init__(
        self,
        path: Path,
        start: str,
        limits: Limits,
        *,
        render: str = "never",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._now = now
        self.path = path
        self.fault = ""
        self.answers = 0
        """answers and refusals written down so far"""
        self._file: BinaryIO = path.open("wb")
        self._ending = path.suffix
        self._bodies: dict[bytes, tuple[str, str, str]] = {}
        """payload digest -> URL, date and id of the record that holds it"""
        self._certificates: dict[str, bytes] = {}
        self._info = self._write(
            "warcinfo",
            self._now(),
            records.fields(
                software=f"arobase/{VERSION}",
                format=FORMAT,
                robots="obey",
                arobase_start=start,
                arobase_render=render,
                arobase_limits=json.dumps(dataclasses.asdict(limits)),
            ),
            {"WARC-Filename": path.name},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close(complete=kind is None)

    def close(self, *, complete: bool) -> None:
        """No more is written. Whether that is because the walk is over is written down. The second time does nothing."""
        if self._file.closed:
            return
        if complete:
            self._write("metadata", self._now(), records.fields(arobase_walk=COMPLETE), {"WARC-Refers-To": self._info})
        try:
            self._file.close()
        except OSError as closing:
            self.fault = self.fault or str(closing)

    def move(self, path: Path) -> None:
        """The file goes on under another name, in place of what is there. Raises OSError."""
        self.path = self.path.replace(path)

    def over(self, line: Line) -> "Recorded":
        """The same line, everything on it written down."""
        return Recorded(line, self)

    def answered(self, method: str, answer: RawAnswer, address: str = "") -> None:
        """One request and what came of it from the address dialled. Sets `answer.at`, unless an archive knows it."""
        answer.at = answer.at or self._now()
        if _unkept(answer):
            self.failed(method, answer)
            return
        digest = hashlib.sha1(answer.data, usedforsecurity=False).digest()
        headers = {"WARC-Target-URI": answer.landed, "WARC-Warcinfo-ID": self._info}
        if address:
            headers["WARC-IP-Address"] = address
        if answer.truncated:
            headers["WARC-Truncated"] = "disconnect" if answer.detail else "length"
        elif not answer.data and method != "HEAD" and answer.headers.get("content-length") != "0":
            # Redirects, documents, images: whoever is asked only whether it is there need not say more.
            headers["WARC-Truncated"] = "unspecified"
        if answer.unverified:
            headers["Arobase-Unverified"] = "incomplete certificate chain"
        kind, data = "response", answer.data
        known = self._bodies.get(digest) if data else None
        if known is not None:
            kind, data = "revisit", b""
            url, date, record = known
            headers |= {"WARC-Profile": _SAME, "WARC-Refers-To-Target-URI": url, "WARC-Refers-To-Date": date}
            headers["WARC-Refers-To"] = record
        unchanged = answer.status == HTTPStatus.NOT_MODIFIED
        if unchanged:
            kind = "revisit"
            headers["WARC-Profile"] = _UNCHANGED
        block = records.response(answer, len(answer.data)) + data
        record, response = records.record(kind, answer.at, block, headers, payload=digest)
        if known is None and answer.data and len(self._bodies) < _REMEMBERED:
            self._bodies[digest] = (answer.landed, records.moment(answer.at), record)
        self.answers += 1
        if unchanged and method == "GET":
            # It says what was asked: whether the page is still the one remembered. Thousands of a re-crawl are nothing else.
            self._put(response)
            return
        about = {"WARC-Target-URI": answer.landed, "WARC-Concurrent-To": record, "WARC-Warcinfo-ID": self._info}
        _, request = records.record("request", answer.at, records.request(method, answer), about)
        # The request first: whatever moment the file is cut at, no answer is there without what was asked.
        self._put(request, response)

    def failed(self, method: str, answer: RawAnswer) -> None:
        """A request that gave no answer to keep, or that was not made: refused by robots.txt, out of time."""
        answer.at = answer.at or self._now()
        status = str(answer.status or "")
        block = records.fields(
            arobase_outcome=answer.outcome.name,
            arobase_method=method,
            arobase_status=status,
            arobase_type=answer.headers.get("content-type", ""),
            detail=answer.detail,
        )
        headers = {"WARC-Target-URI": answer.landed or answer.url, "WARC-Warcinfo-ID": self._info}
        self._write("metadata", answer.at, block, headers)
        self.answers += 1

    def showed(self, url: str, certificate: bytes) -> None:
        """The leaf certificate (DER) of the URL's host, written down when it is new."""
        found = parts(url)
        if found and self._certificates.get(found.hostname) != certificate:
            self._certificates[found.hostname] = certificate
            headers = {"WARC-Target-URI": f"{found.origin}/", "Content-Type": "application/pkix-cert"}
            self._write("metadata", self._now(), certificate, headers | {"WARC-Warcinfo-ID": self._info})

    def rendered(self, url: str, html: str, detail: str, at: datetime) -> None:
        """What a browser made of the page at this URL: another version of what was answered."""
        headers = {"WARC-Target-URI": url, "Content-Type": "text/html; charset=utf-8", "WARC-Warcinfo-ID": self._info}
        if detail:
            headers["Arobase-Detail"] = " ".join(detail.split())
        self._write("conversion", at, html.encode("utf-8", "replace"), headers)

    def lacks(self, why: str) -> None:
        """Why no page of this walk could be rendered."""
        self._write("metadata", self._now(), records.fields(arobase_lack=why), {"WARC-Refers-To": self._info})

    def _write(self, kind: str, at: datetime, block: bytes, headers: Mapping[str, str]) -> str:
        """The id of the record written."""
        identity, record = records.record(kind, at, block, headers)
        self._put(record)
        return identity

    def _put(self, *wholes: bytes) -> None:
        """Nothing is written after a fault."""
        if not self.fault:
            try:
                self._file.write(b"".join(records.packed(self._ending, whole) for whole in wholes))
                self._file.flush()
            except OSError as error:
                self.fault = str(error)


class Recorded:
    """A `Line` that tells a recording what passes over another one."""

    def __init__(self, line: Line, kept: Recording) -> None:
        self._line = line
        self._kept = kept
        self._addresses: dict[str, str] = {}

    def holds(self, method: str, url: str) -> bool:
        return self._line.holds(method, url)

    async def locate(self, method: str, answer: RawAnswer, host: str, port: int) -> str | None:
        try:
            address = await self._line.locate(method, answer, host, port)
        except (UnsafeAddress, NoSuchHost, DnsFailure) as error:
            gone = RawAnswer(answer.url, NAMELESS[type(error)], landed=answer.landed, detail=str(error)[:300], at=answer.at)
            self._kept.failed(method, gone)
            answer.at = gone.at
            raise
        self._addresses[host] = address or ""
        return address

    async def run(
        self, answer: RawAnswer, host: str, port: int, method: str, headers: Mapping[str, str], appetite: Appetite
    ) -> list[str]:
        cookies = await self._line.run(answer, host, port, method, headers, appetite)
        self._kept.answered(method, answer, self._addresses.get(host, ""))
        shown = self._line.certificate(host)
        if shown and answer.landed.startswith("https:"):
            self._kept.showed(answer.landed, shown)
        return cookies

    def refused(self, method: str, answer: RawAnswer) -> None:
        self._line.refused(method, answer)
        self._kept.failed(method, answer)

    def certificate(self, host: str) -> bytes | None:
        return self._line.certificate(host)

    async def close(self) -> None:
        await self._line.close()


def _unkept(answer: RawAnswer) -> bool:
    """Whether there is no answer to keep: none came, or none whose body can be had. Then its outcome says all."""
    lost = answer.outcome in (Outcome.TIMEOUT, Outcome.UNREACHABLE, Outcome.BAD_ANSWER)
    return answer.status is None or (lost and not 300 <= answer.status < 400)
