"""Bounded decompression and charsets as browsers read them."""

import codecs
import contextlib
import gzip
import tracemalloc
import zlib
from collections.abc import Callable

import brotli  # type: ignore[import-untyped,unused-ignore]
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from crawler.decode import _CODECS, Undecodable, charset, codec, text, unpack

MIB = 1024 * 1024


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": lambda data: brotli.compress(data, quality=4),
    "zstd": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("name", PACKERS)
@given(data=st.binary(max_size=5000))
def test_round_trip(name: str, data: bytes) -> None:
    assert unpack(PACKERS[name](data), name.upper(), 5000) == (data, False)


@pytest.mark.parametrize("name", PACKERS)
@pytest.mark.parametrize("size", [256 * 1024, 256 * 1024 + 1, 3 * MIB])
def test_pieces(name: str, size: int) -> None:
    data = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    assert unpack(PACKERS[name](data), name, size) == (data, False)
    assert unpack(PACKERS[name](data), name, size - 1) == (data[:-1], True)


@pytest.mark.parametrize("name", PACKERS)
def test_bomb(name: str) -> None:
    bomb = PACKERS[name](bytes(100 * MIB))
    tracemalloc.start()
    found = unpack(bomb, name, MIB)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (len(found.data), found.truncated) == (MIB, True)
    assert peak < 5 * MIB


@pytest.mark.parametrize("name", PACKERS)
def test_cut_stream_keeps_what_came(name: str) -> None:
    data = b"".join(b"%06d bonjour la mairie " % (n * 7919 % 1000003) for n in range(60_000))
    packed = PACKERS[name](data)
    found = unpack(packed[: len(packed) * 2 // 3], name, 10 * MIB)
    assert found.truncated or name == "zstd"  # its library does not tell; the connection does
    assert 0 < len(found.data) < len(data)
    assert data.startswith(found.data)


@pytest.mark.parametrize("name", PACKERS)
@given(data=st.binary(max_size=200))
def test_garbage_never_crashes(name: str, data: bytes) -> None:
    for garbage in (data, PACKERS[name](b"bonjour" * 50)[:12] + data):
        with contextlib.suppress(Undecodable):
            unpack(garbage, name, 1000)


def test_odd_layers() -> None:
    assert unpack(raw_deflate(b"bonjour"), "deflate", 100).data == b"bonjour"
    assert unpack(gzip.compress(b"a") + gzip.compress(b"b") + b"\0\0", "gzip", 100).data == b"ab"
    assert unpack(gzip.compress(brotli.compress(b"a")), "br, gzip", 100).data == b"a"
    assert unpack(b"<html>", "gzip", 100).data == b"<html>"
    for nothing in ("", "identity", "none", "UTF-8"):
        assert unpack(b"abc", nothing, 2) == (b"ab", True)
    with pytest.raises(Undecodable):
        unpack(b"abc", "lzma", 100)
    with pytest.raises(Undecodable):
        unpack(b"abc", "gzip," * 9, 100)


LATIN = "Mairie d’Évry : œuvre à 5 €".encode("cp1252")
UTF8 = "Mairie d’Évry : œuvre à 5 €".encode()


@pytest.mark.parametrize(
    ("data", "header"),
    [
        (UTF8, ""),
        (UTF8, "text/html; charset=utf-8"),
        (UTF8, 'text/html; Charset="UTF8"'),
        (codecs.BOM_UTF8 + UTF8, "text/html; charset=iso-8859-1"),
        (codecs.BOM_UTF16_LE + UTF8.decode().encode("utf-16-le"), ""),
        (codecs.BOM_UTF16_BE + UTF8.decode().encode("utf-16-be"), "text/html; charset=utf-8"),
        (UTF8.decode().encode("utf-16-le"), "text/html; charset=utf-16"),
        (LATIN, ""),
        (LATIN, "text/html; charset=iso-8859-1"),
        (LATIN, "text/html; charset=latin1"),
        (LATIN, "text/html; charset=us-ascii"),
        (LATIN, "text/html; charset=utf-8"),  # a header that lies
        (UTF8, "text/html; charset=windows-1252"),  # and the other lie
        (LATIN, "text/html; charset=no-such-thing"),
        (LATIN.replace(b"V", b"V\0"), ""),
    ],
)
def test_text(data: bytes, header: str) -> None:
    assert text(data, header) == "Mairie d’Évry : œuvre à 5 €"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b'<meta charset="utf-8">', "utf-8"),
        (b"<META CHARSET = ISO-8859-15>", "iso8859-15"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252" />', "cp1252"),
        (b'<meta content="text/html;charset=koi8-r" http-equiv=content-type>', "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-1"?><html>', "cp1252"),
        (b"<!-- <meta charset=koi8-r> --><meta charset=utf-8>", "utf-8"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b'<meta name="x" content="y">', "utf-8"),
        (b" " * 5000 + b"<meta charset=koi8-r>", "utf-8"),
    ],
)
def test_meta(head: bytes, expected: str) -> None:
    assert charset(head) == expected


def test_header_wins_over_meta() -> None:
    assert charset(b"<meta charset=koi8-r>\xe9", "text/html; charset=windows-1251") == "cp1251"


def test_one_bad_byte_does_not_lose_utf8() -> None:
    assert text("é à ù ".encode() * 20 + b"\xe9", "text/html; charset=utf-8").startswith("é à ù é")


def test_last_character_cut_in_the_middle() -> None:
    assert text("Évry é".encode()[:-1]).startswith("Évry")


def test_every_label_has_a_codec() -> None:
    assert len(_CODECS) > 200
    for name in set(_CODECS.values()):
        b"abc".decode(name, "replace")
    assert codec(" Latin1 ") == "cp1252"
    assert codec("utf-7") is None


@given(data=st.binary(max_size=500), header=st.sampled_from(["", *(f"text/html; charset={label}" for label in _CODECS)]))
def test_text_never_fails(data: bytes, header: str) -> None:
    found = text(data, header)
    assert "\0" not in found
    found.encode("utf-8")
