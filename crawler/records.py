"""Records: the bytes of WARC/1.1 records (ISO 28500): headers, digests, messages as they went, how they are packed. Pure."""

import gzip
import hashlib
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from http import HTTPStatus
from random import getrandbits

import zstandard

from crawler.answer import RawAnswer
from crawler.url import cut

Pairs = tuple[tuple[str, str], ...]
_MESSAGES = ("response", "request", "revisit")
# Bodies are kept decoded, without what the connection needed: these headers would lie about them.
_LIES = {"content-encoding", "content-length", "transfer-encoding"}
_CONNECTION = {"connection", "keep-alive", "proxy-connection", "te", "trailer", "upgrade"}
# Level 3 costs a third more and saves a fiftieth.
_ZSTD = zstandard.ZstdCompressor(level=1)


def record(kind: str, at: datetime, block: bytes, headers: Mapping[str, str], payload: bytes | None = None) -> tuple[str, bytes]:
    """(its id, the record as it is written). `payload` is the SHA-1 of what the block holds."""
    identity = f"<urn:uuid:{_uuid()}>"
    message = f"application/http; msgtype={'request' if kind == 'request' else 'response'}"
    told = {
        "WARC-Type": kind,
        "WARC-Record-ID": identity,
        "WARC-Date": moment(at),
        "Content-Type": message if kind in _MESSAGES else "application/warc-fields",
        **headers,
        "WARC-Block-Digest": f"sha1:{_base32(hashlib.sha1(block, usedforsecurity=False).digest())}",
        "Content-Length": str(len(block)),
    }
    if payload is not None:
        told["WARC-Payload-Digest"] = f"sha1:{_base32(payload)}"
    lines = "".join([f"{name}: {value}\r\n" for name, value in told.items()])
    return identity, f"WARC/1.1\r\n{lines}\r\n".encode("utf-8", "replace") + block + b"\r\n\r\n"


def _uuid() -> str:
    """A random UUID (RFC 9562, version 4), for a third of what the library takes: each answer has two."""
    told = f"{getrandbits(128) & ~(0xF << 76 | 0x3 << 62) | 4 << 76 | 2 << 62:032x}"
    return f"{told[:8]}-{told[8:12]}-{told[12:16]}-{told[16:20]}-{told[20:]}"


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_PAIRS = [first + second for first in _LETTERS for second in _LETTERS]


@lru_cache(maxsize=16)
def _base32(sha1: bytes) -> str:
    """RFC 4648. Many answers have the same payload: none."""
    number = int.from_bytes(sha1)
    return "".join([_PAIRS[number >> shift & 1023] for shift in range(150, -1, -10)])


@lru_cache(maxsize=16)
def moment(at: datetime) -> str:
    """A time (UTC) as WARC writes it."""
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")


def fields(**told: str) -> bytes:
    """`name: value` lines, each on one line whatever the value says."""
    lines = (f"{name.replace('_', '-')}: {' '.join(value.split())}\r\n" for name, value in told.items() if value)
    return "".join(lines).encode("utf-8", "replace")


def response(answer: RawAnswer, length: int) -> bytes:
    """Status and headers of an answer whose decoded body has this length."""
    status = answer.status or 0
    try:
        reason = answer.reason or HTTPStatus(status).phrase
    except ValueError:
        reason = ""
    kept = [(name, value) for name, value in answer.received if name not in _CONNECTION and name not in _LIES]
    aside = [(f"x-crawl-{name}", value) for name, value in answer.received if name in _LIES]
    return _head(f"HTTP/1.1 {status} {reason}", (*kept, *aside, ("content-length", str(length))))


def request(method: str, answer: RawAnswer) -> bytes:
    """The request as it went over the wire."""
    _, _, _, where, query = cut(answer.landed)
    target = f"{where}?{query}" if query else where or "/"
    return _head(f"{method} {target} HTTP/1.1", tuple(pair for pair in answer.sent if pair[0] not in _CONNECTION))


def _head(first: str, pairs: Pairs) -> bytes:
    lines = [first, *[f"{name}: {value}" for name, value in pairs]]
    whole = "\r\n".join(lines)
    if len(whole.splitlines()) > len(lines):
        whole = "\r\n".join([" ".join(line.splitlines()) for line in lines])
    return f"{whole}\r\n\r\n".encode("latin-1", "replace")


def packed(ending: str, whole: bytes) -> bytes:
    """One zstd frame (`.zst`) or gzip member (`.gz`) for one record, so that readers can jump to it; any other ending: as it is."""
    if ending == ".zst":
        return _ZSTD.compress(whole)
    return gzip.compress(whole, compresslevel=4, mtime=0) if ending == ".gz" else whole
