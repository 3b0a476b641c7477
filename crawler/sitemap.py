"""Sitemaps: the list of its pages that a site gives. Streamed, bounded in every direction. Pure."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from crawler.limits import KIB, MIB
from crawler.url import fingerprint, is_web, join

_PIECE = 64 * KIB
_LONGEST = 2048


class Refused(Exception):
    """A document type or an entity: no sitemap needs one, every XML bomb does."""


@dataclass(slots=True)
class Sitemap:
    """One file: `pages` and `maps` are absolute URLs in document order; `fault` says why it was not read to its end."""

    pages: list[str] = field(default_factory=list)
    maps: list[str] = field(default_factory=list)
    fault: str = ""


def read(data: bytes, url: str, *, most_bytes: int = 10 * MIB, most_urls: int = 50_000) -> Sitemap:
    """What a sitemap holds: XML (urlset or index), gzipped or not, or plain text with one URL a line. Never raises.

    `most_bytes` bounds what is unpacked, `most_urls` what is kept. Whatever was read before a fault is kept.
    """
    found = Sitemap()
    reader = _Reader(found, url, most_urls)
    try:
        first = True
        for piece in _unpacked(data, most_bytes, found):
            if first:
                first = False
                start = piece.lstrip(b"\xef\xbb\xbf \t\r\n")
                if not start.startswith(b"<") and not piece.startswith((b"\xfe\xff", b"\xff\xfe")):
                    _read_lines(data if data[:2] != b"\x1f\x8b" else piece, reader, most_bytes)
                    return found
                piece = piece.lstrip(b" \t\r\n")
            reader.feed(piece)
        reader.end()
    except Refused as error:
        found.fault = str(error)
    except _Enough:
        found.fault = "too many URLs"
    except (expat.ExpatError, zlib.error, ValueError, LookupError) as error:
        found.fault = found.fault or f"malformed: {error}"
    return found


class _Enough(Exception):
    pass


class _Reader:
    """Takes <loc> out of a stream of XML, whatever the namespace is called."""

    def __init__(self, found: Sitemap, base: str, most: int) -> None:
        self._found = found
        self._base = base
        self._left = most
        self._path: list[str] = []
        self._words: list[str] = []
        self._length = 0
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._open
        parser.EndElementHandler = self._close
        parser.CharacterDataHandler = self._say
        self._parser = parser

    def feed(self, piece: bytes) -> None:
        self._parser.Parse(piece, False)

    def end(self) -> None:
        self._parser.Parse(b"", True)

    def add(self, words: str, into: list[str]) -> None:
        where = join(self._base, words.strip())
        if where and is_web(where) and len(where) <= _LONGEST:
            if self._left <= 0:
                raise _Enough
            self._left -= 1
            into.append(where)

    def _refuse(self, *_: object) -> None:
        raise Refused("document type or entity declared")

    def _open(self, name: str, _: object) -> None:
        if len(self._path) > 20:
            raise Refused("nested too deeply")
        self._path.append(name.rpartition(":")[2].lower())
        self._words, self._length = [], 0

    def _say(self, words: str) -> None:
        if self._path[-1:] == ["loc"] and self._length <= _LONGEST:
            self._words.append(words)
            self._length += len(words)

    def _close(self, _: str) -> None:
        # <image:loc> and <video:loc> have other parents.
        if self._path[-2:] == ["url", "loc"]:
            self.add("".join(self._words), self._found.pages)
        elif self._path[-2:] == ["sitemap", "loc"]:
            self.add("".join(self._words), self._found.maps)
        self._path.pop()


def _unpacked(data: bytes, most: int, found: Sitemap) -> Iterator[bytes]:
    """The document in pieces, at most `most` bytes of it."""
    if data[:2] != b"\x1f\x8b":
        for start in range(0, min(len(data), most), _PIECE):
            yield data[start : min(start + _PIECE, most)]
        if len(data) > most:
            found.fault = "too large"
        return
    inflate = zlib.decompressobj(wbits=31)
    rest, given = data, 0
    while rest and not inflate.eof:
        piece = inflate.decompress(rest, _PIECE)
        rest = inflate.unconsumed_tail
        if piece:
            given += len(piece)
            yield piece
        if given >= most:
            found.fault = "too large"
            return


def _read_lines(data: bytes, reader: _Reader, most: int) -> None:
    for line in data[:most].decode("utf-8", "replace").splitlines():
        if line.strip().startswith(("http://", "https://")):
            reader.add(line, reader._found.pages)


@dataclass(slots=True)
class Survey:
    """Which sitemaps to ask for next, and what they gave: a state machine without network.

    `ask` gives the next address, `answered` takes what came. Bounded in files, in depth and in URLs; each file once.
    """

    most_files: int = 20
    most_depth: int = 3
    most_urls: int = 50_000
    most_bytes: int = 10 * MIB
    pages: dict[str, None] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    _queue: list[tuple[str, int]] = field(default_factory=list)
    _asked: set[str] = field(default_factory=set)
    _files: int = 0

    def add(self, url: str, depth: int = 0) -> None:
        """A sitemap to look at; the same one twice, or too deep, is left out."""
        key = fingerprint(url)
        if key in self._asked:
            return
        if depth > self.most_depth:
            self._fault("index too deep")
            return
        self._asked.add(key)
        self._queue.append((url, depth))

    def ask(self) -> tuple[str, int] | None:
        """The next (address, depth), or None when all is read or enough is."""
        if not self._queue or len(self.pages) >= self.most_urls:
            return None
        if self._files >= self.most_files:
            self._fault("too many files")
            return None
        self._files += 1
        return self._queue.pop(0)

    def answered(self, data: bytes, url: str, depth: int) -> None:
        """The body that `url` gave."""
        found = read(data, url, most_bytes=self.most_bytes, most_urls=self.most_urls - len(self.pages))
        if found.fault:
            self._fault(found.fault)
        for page in found.pages:
            self.pages[page] = None
        for inner in found.maps[: self.most_files * 10]:
            self.add(inner, depth + 1)

    def _fault(self, words: str) -> None:
        if words not in self.faults:
            self.faults.append(words)
