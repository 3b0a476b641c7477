"""TLS: what a failed verification means, and the little a report needs of a certificate. Pure.

A certificate that was not verified comes as bare DER, which the standard library does not parse: the reader below walks just
far enough to find the issuer's name and the end of validity.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from crawler.visit import Certificate, Outcome

# X509_V_ERR_* of OpenSSL.
_EXPIRED = 10
_SELF_SIGNED = 18
_SELF_SIGNED_IN_CHAIN = 19
_NO_LOCAL_ISSUER = 20
_NO_LEAF_ISSUER = 21
_WRONG_NAME = {62, 64}

_COMMON_NAME = b"\x55\x04\x03"
_ORGANISATION = b"\x55\x04\x0a"
# "CA issuers" of the Authority Information Access extension: where browsers fetch a certificate the server forgot.
_CA_ISSUERS = b"\x06\x08\x2b\x06\x01\x05\x05\x07\x30\x02"


def classify(code: int, der: bytes | None) -> Outcome:
    """The outcome for a verification error of OpenSSL; `der` is the leaf seen by an unverified look, if there was one."""
    if code == _EXPIRED:
        return Outcome.TLS_EXPIRED
    if code in _WRONG_NAME:
        return Outcome.TLS_WRONG_HOST
    if code == _SELF_SIGNED:
        return Outcome.TLS_SELF_SIGNED
    if code == _SELF_SIGNED_IN_CHAIN:
        return Outcome.TLS_UNTRUSTED
    if code in (_NO_LOCAL_ISSUER, _NO_LEAF_ISSUER):
        # Every public authority says where its own certificate is, a private one does not: with it, browsers mend the chain.
        return Outcome.TLS_INCOMPLETE if der and _CA_ISSUERS in der else Outcome.TLS_UNTRUSTED
    return Outcome.TLS_OTHER


def certificate(der: bytes) -> Certificate:
    """Expiry (UTC) and issuer of a DER certificate; fields that cannot be read are None or ''."""
    try:
        fields = list(_items(_only(_only(der).content).content))
        if fields and fields[0].tag == 0xA0:
            fields = fields[1:]
        issuer, validity = fields[2], fields[3]
        _, end = _items(validity.content)
        return Certificate(expires=_time(end), issuer=_name(issuer.content))
    except (ValueError, IndexError, StopIteration):
        return Certificate(expires=None)


class _Item(NamedTuple):
    tag: int
    content: bytes


def _only(data: bytes) -> _Item:
    return next(_items(data))


def _items(data: bytes) -> Iterator[_Item]:
    at = 0
    while at < len(data):
        tag, length, at = data[at], data[at + 1], at + 2
        if length & 0x80:
            size = length & 0x7F
            length, at = int.from_bytes(data[at : at + size], "big"), at + size
        if at + length > len(data):
            raise ValueError("truncated certificate")
        yield _Item(tag, data[at : at + length])
        at += length


def _time(item: _Item) -> datetime:
    words = item.content.decode("ascii")
    if item.tag == 0x17:  # UTCTime: two digits of year, 1950 to 2049
        words = ("19" if words[0] >= "5" else "20") + words
    return datetime.strptime(words, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)


def _name(data: bytes) -> str:
    found: dict[bytes, str] = {}
    for relative in _items(data):
        for pair in _items(relative.content):
            kind, value = _items(pair.content)
            found[kind.content] = value.content.decode("utf-8", "replace")
    return found.get(_ORGANISATION) or found.get(_COMMON_NAME) or ""
