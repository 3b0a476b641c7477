"""Decoding: bytes of an answer to bytes of a document, bounded, then to text as a browser reads it. Pure."""

import codecs
import contextlib
import io
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

import brotli  # type: ignore[import-untyped,unused-ignore]
import zstandard

PIECE = 256 * 1024
_SLICE = 64 * 1024
_LAYERS = 3
_WINDOW = 8 * 1024 * 1024
# Values of Content-Encoding that servers send for "nothing was done".
_PLAIN = {"", "identity", "none", "utf-8", "binary", "8bit", "aws-chunked", "chunked"}
_PRESCAN = 4096

_COMMENT = re.compile(rb"<!--.*?-->", re.S)
_META = re.compile(rb"<meta[\s/][^>]*?charset\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([^\"']+)[\"']", re.I)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';]+)", re.I)
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le"))

# The labels of the WHATWG Encoding Standard, by the Python codec that does the work.
_LABELS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "cp866": "866 cp866 csibm866 ibm866",
    "iso8859-2": "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2",
    "iso8859-3": "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3",
    "iso8859-4": "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4",
    "iso8859-5": "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988",
    "iso8859-6": "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i"
    " iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
    "iso8859-7": "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7"
    " iso_8859-7:1987 sun_eu_greek",
    "iso8859-8": "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8"
    " iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical",
    "iso8859-10": "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6",
    "iso8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso8859-15": "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
    "iso8859-16": "iso-8859-16",
    "koi8-r": "cskoi8r koi koi8 koi8-r koi8_r",
    "koi8-u": "koi8-ru koi8-u",
    "mac_roman": "csmacintosh mac macintosh x-mac-roman",
    "cp874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    "cp1250": "cp1250 windows-1250 x-cp1250",
    "cp1251": "cp1251 windows-1251 x-cp1251",
    "cp1252": "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1"
    " iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252",
    "cp1253": "cp1253 windows-1253 x-cp1253",
    "cp1254": "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5"
    " windows-1254 x-cp1254",
    "cp1255": "cp1255 windows-1255 x-cp1255",
    "cp1256": "cp1256 windows-1256 x-cp1256",
    "cp1257": "cp1257 windows-1257 x-cp1257",
    "cp1258": "cp1258 windows-1258 x-cp1258",
    "mac_cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030",
    "big5hkscs": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc_jp": "cseucpkdfmtjapanese euc-jp x-euc-jp",
    "iso2022_jp": "csiso2022jp iso-2022-jp",
    "cp932": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "cp949": "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949",
    "utf-16-be": "unicodefffe utf-16be",
    "utf-16-le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
_LATIN = {"cp1252", "iso8859-15", "cp1254", "mac_roman"}


class Undecodable(Exception):
    """The content encoding is unknown or its bytes are corrupt from the start."""


class Unpacked(NamedTuple):
    """The bytes, and whether more would have come: the limit was reached, or the stream ended early or broke."""

    data: bytes
    truncated: bool


def unpack(data: bytes, encodings: str, limit: int) -> Unpacked:
    """`data` without the layers of a Content-Encoding header, at most `limit` bytes of each layer.

    Memory is bounded by the limit and one piece, whatever the ratio. Raises Undecodable when nothing at all comes out.
    """
    layers = [name for name in (part.strip().lower() for part in encodings.split(",")) if name not in _PLAIN]
    if len(layers) > _LAYERS:
        raise Undecodable(f"{len(layers)} encodings")
    truncated = False
    for name in reversed(layers):
        data, cut = _unwrap(data, name, limit)
        truncated = truncated or cut
    if len(data) > limit:
        return Unpacked(data[:limit], True)
    return Unpacked(data, truncated)


def _unwrap(data: bytes, name: str, limit: int) -> Unpacked:
    if not data:
        return Unpacked(b"", False)
    if name in ("gzip", "x-gzip"):
        if not data.startswith(b"\x1f\x8b"):
            # Announced but not done: frequent behind misconfigured proxies, and browsers of old showed such pages.
            return Unpacked(data, False)
        pieces = _gzip(data)
    elif name == "deflate":
        # RFC 9110 says zlib, half the old servers send raw deflate: the header's check bits tell.
        wrapped = len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
        pieces = _inflate(data, zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
    elif name == "br":
        pieces = _brotli(data)
    elif name == "zstd":
        pieces = _zstd(data)
    else:
        raise Undecodable(f"unknown encoding {name[:40]!r}")
    out = bytearray()
    try:
        for piece in pieces:
            out += piece
            if len(out) > limit:
                return Unpacked(bytes(out[:limit]), True)
    except (zlib.error, brotli.error, zstandard.ZstdError, EOFError) as error:
        if not out:
            raise Undecodable(f"{name}: {error}") from error
        return Unpacked(bytes(out), True)
    return Unpacked(bytes(out), False)


def _inflate(data: bytes, window: int) -> Iterator[bytes]:
    inflater = zlib.decompressobj(window)
    # Fed by slices: `unconsumed_tail` copies what is left at each call, quadratic on a whole body.
    for start in range(0, len(data), _SLICE):
        waiting = data[start : start + _SLICE]
        while waiting:
            yield inflater.decompress(waiting, PIECE)
            waiting = inflater.unconsumed_tail
        if inflater.eof:
            return
    while piece := inflater.decompress(b"", PIECE):
        yield piece
    if not inflater.eof:
        raise EOFError("ends early")


def _gzip(data: bytes) -> Iterator[bytes]:
    start = 0
    while data.startswith(b"\x1f\x8b", start):
        inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while not inflater.eof and start < len(data):
            waiting = data[start : start + _SLICE]
            start += len(waiting)
            while waiting:
                yield inflater.decompress(waiting, PIECE)
                waiting = inflater.unconsumed_tail
        while not inflater.eof and (piece := inflater.decompress(b"", PIECE)):
            yield piece
        if not inflater.eof:
            raise EOFError("ends early")
        start -= len(inflater.unused_data)


def _brotli(data: bytes) -> Iterator[bytes]:
    inflater = brotli.Decompressor()
    yield inflater.process(data, output_buffer_limit=PIECE)
    while not inflater.is_finished():
        piece = inflater.process(b"", output_buffer_limit=PIECE)
        if not piece and inflater.can_accept_more_data():
            raise EOFError("ends early")
        yield piece


def _zstd(data: bytes) -> Iterator[bytes]:
    # The reader does not tell a last frame that ends early: only the connection can say that something is missing.
    inflater = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    with inflater.stream_reader(io.BytesIO(data), read_size=_SLICE, read_across_frames=True) as reader:
        while piece := reader.read(PIECE):
            yield piece


def codec(label: str) -> str | None:
    """The Python codec for a WHATWG encoding label, or None when browsers know no such label."""
    return _CODECS.get(label.strip().lower())


def charset(data: bytes, content_type: str = "") -> str:
    """The codec for a document: byte order mark, header, meta, strict UTF-8, then windows-1252.

    A declaration is believed unless its bytes prove it wrong: valid multi-byte UTF-8 announced as Latin is UTF-8, bytes
    that are mostly not UTF-8 announced as UTF-8 are windows-1252.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return name
    declared = _declared(data, content_type)
    if declared is None:
        return "utf-8" if _utf8(data) else "cp1252"
    if declared in _LATIN and not data.isascii() and _utf8(data):
        return "utf-8"
    if declared == "utf-8" and not _utf8(data):
        found = data.decode("utf-8", "replace")
        wrong = found.count("\ufffd")
        right = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", found)))
        return "cp1252" if wrong > right else "utf-8"
    return declared


def text(data: bytes, content_type: str = "") -> str:
    """The document as text, without byte order mark and NULs (which neither parsers nor databases agree about)."""
    if (found := _plain(data, content_type)) is None:
        found = data.decode(charset(data, content_type), "replace")
    return found.removeprefix("\ufeff").replace("\x00", "")


def _plain(data: bytes, content_type: str) -> str | None:
    """The text of what is UTF-8 by its bytes and not declared to be anything exotic, read once; None where it takes a closer look."""
    declared = _declared(data, content_type)
    if declared is None or declared == "utf-8" or declared in _LATIN:
        with contextlib.suppress(UnicodeDecodeError):
            return data.decode("utf-8")
    return None


def _declared(data: bytes, content_type: str) -> str | None:
    said = _HEADER.search(content_type)
    if said and (known := codec(said[1])):
        return known
    head = data[:_PRESCAN]
    for pattern in (_XML, _META):
        found = pattern.search(_COMMENT.sub(b"", head))
        if found and (known := codec(found[1].decode("ascii", "replace"))):
            # It was read as ASCII, so it cannot be UTF-16, whatever it says.
            return "utf-8" if known.startswith("utf-16") else known
    return None


def _utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8; a last character cut in the middle is forgiven."""
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(data)
    except UnicodeDecodeError:
        return False
    return True
