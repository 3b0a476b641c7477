"""WARC: the records of a file, ours or another's, put in order. What the library parses is not parsed again."""

import dataclasses
import io
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any

from fastwarc.stream_io import ChunkedReader
from fastwarc.warc import HeaderMap, WarcRecordType

from crawler.answer import media_type
from crawler.limits import MIB
from crawler.url import parts
from crawler.visit import Outcome

LARGEST = 32 * MIB
"""Of a longer record only the beginning is read."""
_NEVER_READ = ("image/", "audio/", "video/", "font/", "application/pdf")
_CUT = {"length", "time", "disconnect"}


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer, its body at `offset` of the spool; or, with `outcome`, why there was none."""

    at: datetime
    status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    offset: int = 0
    length: int = 0
    truncated: bool = False
    unverified: bool = False
    outcome: Outcome | None = None
    detail: str = ""
    address: str | None = None


class Reading:
    """The records of one pass; bodies go to the spool, since a file may hold more than memory does."""

    def __init__(self, spool: Any) -> None:
        self.info: dict[str, str] = {}
        self.certificates: dict[str, bytes] = {}
        self.home = self.end = ""
        self.first: datetime | None = None
        self._spool = spool
        self._methods: dict[str, str] = {}
        self._found: list[tuple[str, tuple[str, ...], str, Kept]] = []
        """URL, ids of the record and of those that go with it, digest or id of the record that has the body, the answer"""
        self._bodies: dict[str, tuple[int, int]] = {}

    def see(self, record: Any) -> str:
        """Take in one record; what is wrong with it, '' when nothing is."""
        said = record.headers
        length = int(said.get("Content-Length") or 0)
        digest = said.get("WARC-Block-Digest") or ""
        wrong = digest.startswith("sha1:") and length <= LARGEST and not record.verify_block_digest()
        block = record.reader.read(min(length, LARGEST)) if length else b""
        if len(block) < min(length, LARGEST):
            return "its last record is cut short"
        if wrong:
            return f"the digest of a record is wrong ({said.get('WARC-Target-URI') or record.record_id})"
        if not record.record_id:
            return "one of its records has no name"
        at = record.record_date or datetime(1970, 1, 1, tzinfo=UTC)
        self.first = min(self.first or at, at)
        url = (said.get("WARC-Target-URI") or "").strip("<>")
        ids = (record.record_id, said.get("WARC-Concurrent-To") or "")
        kind = record.record_type
        if kind == WarcRecordType.request:
            method = block[:16].split(b" ")[0].decode("latin-1")
            self._methods |= {one: method for one in ids if one}
        elif kind == WarcRecordType.warcinfo:
            self.info = self.info or _fields(block)
        elif kind == WarcRecordType.metadata:
            self._note(url, at, said.get("Content-Type") or "", block)
        elif kind in (WarcRecordType.response, WarcRecordType.revisit) and url.lower().startswith("http"):
            self._answer(url, at, said, ids, block, kind == WarcRecordType.revisit)
        return ""

    def answers(self) -> list[tuple[str, str, Kept]]:
        """URL, method and answer, in the file's order, with the bodies that revisits point to."""
        told = []
        for url, ids, source, kept in self._found:
            method = next((self._methods[one] for one in ids if one in self._methods), "GET")
            if source:
                if source not in self._bodies:
                    continue
                offset, length = self._bodies[source]
                kept = dataclasses.replace(kept, offset=offset, length=length)
            told.append((url, method, kept))
        return told

    def _note(self, url: str, at: datetime, kind: str, block: bytes) -> None:
        found = parts(url)
        if kind == "application/pkix-cert":
            if found:
                self.certificates[found.hostname] = block
            return
        fields = _fields(block)
        self.end = fields.get("arobase-walk", self.end)
        outcome = Outcome.__members__.get(fields.get("arobase-outcome", ""))
        if outcome is not None:
            status = fields.get("arobase-status", "")
            known = int(status) if status.isdecimal() else None
            identity = f"failure {len(self._found)}"
            self._methods[identity] = fields.get("arobase-method", "GET")
            headers = (("content-type", fields["arobase-type"]),) if "arobase-type" in fields else ()
            kept = Kept(at, known, headers, outcome=outcome, detail=fields.get("detail", ""))
            self._found.append((url, (identity,), "", kept))

    def _answer(self, url: str, at: datetime, said: Any, ids: tuple[str, ...], block: bytes, revisit: bool) -> None:
        head = HeaderMap()
        try:
            body = block[head.parse(io.BytesIO(block), has_status_line=True) :]
        except OSError:
            return
        if head.status_code is None:
            return
        headers = tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in head.items_bytes())
        named = dict(headers)
        if "chunked" in named.get("transfer-encoding", "").lower():
            body = _joined(body)
        if media_type(named).startswith(_NEVER_READ):
            body = b""
        offset = self._spool.seek(0, io.SEEK_END)
        self._spool.write(body)
        truncated = (said.get("WARC-Truncated") or "") in _CUT
        unverified, dialled = "Arobase-Unverified" in said, said.get("WARC-IP-Address")
        kept = Kept(at, head.status_code, headers, offset, len(body), truncated, unverified, address=dialled)
        payload = said.get("WARC-Payload-Digest") or ""
        for name in (ids[0], payload):
            if name and not revisit:
                self._bodies.setdefault(name, (offset, len(body)))
        unchanged = head.status_code == HTTPStatus.NOT_MODIFIED
        source = (said.get("WARC-Refers-To") or payload) if revisit and not unchanged else ""
        self._found.append((url, ids, source, kept))
        if not self.home and head.status_code == 200 and media_type(named) in ("text/html", "application/xhtml+xml"):
            self.home = url


def _fields(block: bytes) -> dict[str, str]:
    """The `name: value` lines of a record about others."""
    lines = (line.partition(":") for line in block.decode("utf-8", "replace").splitlines())
    return {name.strip().lower(): value.strip() for name, colon, value in lines if colon}


def _joined(body: bytes) -> bytes:
    """A chunked body in one piece. Some archives keep the header and not the chunks."""
    try:
        return bytes(ChunkedReader(io.BytesIO(body)).read())
    except OSError:
        return body
