"""The child process that reads PDFs: a program of its own, run by its path, that imports nothing of the house.

On stdin the length of a file (4 bytes, big-endian) and the file, on stdout the length of an answer and the answer (JSON), until
stdin ends. It may be killed at any moment; whatever a file does to it happens here and nowhere else. Arguments: bytes of
address space, seconds of CPU for one file, pages, characters and links read of one file.
"""

import contextlib
import ctypes
import json
import os
import struct
import sys
from typing import Any, BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium

_ANNOTATIONS = 5000
"""Annotations of one page that are looked at."""
_URI = 2000
_WORDS = 200


def main() -> None:
    memory, cpu, pages, characters, links = map(int, sys.argv[1:6])
    answers = os.fdopen(os.dup(1), "wb")
    # What a library prints must not be taken for an answer.
    os.dup2(2, 1)
    _bound(memory)
    while head := sys.stdin.buffer.read(4):
        data = _read(sys.stdin.buffer, struct.unpack(">I", head)[0])
        _allow(cpu)
        try:
            told = read(data, pages, characters, links)
        except Exception as error:
            told = {"error": f"{type(error).__name__}: {error}"[:200]}
        answer = json.dumps(told).encode("ascii")
        answers.write(struct.pack(">I", len(answer)) + answer)
        answers.flush()


def read(data: bytes, pages: int, characters: int, links: int) -> dict[str, Any]:
    """Text, links and metadata of a PDF's first pages. Raises pypdfium2.PdfiumError."""
    document = pypdfium2.PdfDocument(data)
    try:
        count = len(document)
        said = document.get_metadata_dict()
        pieces: list[str] = []
        found: list[tuple[int, str, str]] = []
        left = characters
        truncated = count > pages
        for n in range(min(count, pages)):
            if left <= 0:
                truncated = True
                break
            # One page that cannot be read is no reason to lose the others.
            with contextlib.suppress(pypdfium2.PdfiumError):
                page = document[n]
                words = page.get_textpage()
                has = words.count_chars()
                if has:
                    pieces.append(words.get_text_range(0, min(has, left))[:left])
                    truncated = truncated or has > left
                    left -= len(pieces[-1])
                found += _links(document, page, words, n + 1, links - len(found))
                words.close()
                page.close()
        return {
            "pages": count,
            "title": said.get("Title", "")[:1000],
            "created": said.get("CreationDate", "")[:40],
            "changed": said.get("ModDate", "")[:40],
            "text": "\n".join(pieces),
            "links": found,
            "truncated": truncated or len(found) >= links,
        }
    finally:
        document.close()


def _links(document: Any, page: Any, words: Any, number: int, most: int) -> list[tuple[int, str, str]]:
    """(page, URI, words under it) of the page's link annotations. Addresses that are mere text are no links: lines break them."""
    found: list[tuple[int, str, str]] = []
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    for _ in range(_ANNOTATIONS):
        if len(found) >= most or not pdfium.FPDFLink_Enumerate(page, position, link):
            break
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < size <= _URI:
            continue
        uri = ctypes.create_string_buffer(size)
        pdfium.FPDFAction_GetURIPath(document, action, uri, size)
        box = pdfium.FS_RECTF()
        under = ""
        if pdfium.FPDFLink_GetAnnotRect(link, box):
            under = words.get_text_bounded(box.left, box.bottom, box.right, box.top)[:_WORDS]
        found.append((number, uri.value.decode("utf-8", "replace"), under))
    return found


def _read(stream: BinaryIO, length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise SystemExit(0)
    return data


def _bound(memory: int) -> None:
    """Memory, and no files, whatever a file would have us do. Windows has no such bounds: there only the parent's clock holds."""
    with contextlib.suppress(ImportError):
        import resource

        for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))


def _allow(seconds: int) -> None:
    """That much CPU from now on; the kernel ends the process beyond."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        until = int(used.ru_utime + used.ru_stime) + 1 + seconds
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))


if __name__ == "__main__":
    main()
