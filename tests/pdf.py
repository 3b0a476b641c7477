"""PDFs written by hand, byte by byte: small, exact, and wrong where a test wants them wrong."""

import zlib


def pdf(*pages: str, title: str = "", created: str = "", links: tuple[str, ...] = (), extra: bytes = b"") -> bytes:
    """A PDF 1.4 with one text on each page (lines by newline), link annotations on the first, metadata when given."""
    return whole([stream(_drawn(text)) for text in pages], title=title, created=created, links=links, extra=extra)


def whole(
    contents: list[bytes], *, title: str = "", created: str = "", links: tuple[str, ...] = (), extra: bytes = b"", copies: int = 1
) -> bytes:
    """A PDF of these content streams, each shown on `copies` pages."""
    objects: list[bytes] = [b"", b""]
    font = _add(objects, b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    notes = [
        _add(
            objects,
            b"<< /Type /Annot /Subtype /Link /Rect [50 %d 400 %d] /A << /S /URI /URI (%s) >> >>"
            % (795 - 20 * n, 815 - 20 * n, link.encode("latin-1")),
        )
        for n, link in enumerate(links)
    ]
    kids = []
    for number, content in enumerate(contents):
        shown = _add(objects, content)
        marks = b" ".join(b"%d 0 R" % n for n in notes) if number == 0 else b""
        page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 %d 0 R >> >>" % font
        kids += [_add(objects, page + b" /Contents %d 0 R /Annots [%s] >>" % (shown, marks)) for _ in range(copies)]
    info = _add(objects, b"<< /Title (%s) /CreationDate (%s) >>" % (title.encode("latin-1"), created.encode("latin-1")))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    body = bytearray(b"%PDF-1.4\n")
    places = []
    for number, made in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, made)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R %s>>\n" % (len(objects) + 1, info, extra)
    return bytes(body + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(content: bytes, *, times: int = 1) -> bytes:
    """A content stream; with `times` more than 1 deflated that often."""
    if times == 1:
        return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = b"/FlateDecode " * times
    return b"<< /Length %d /Filter [%s] >>\nstream\n%s\nendstream" % (len(content), filters, content)


def bomb(size: int) -> bytes:
    """A page whose content takes `size` bytes once inflated, twice deflated: a few hundred bytes here."""
    return whole([stream(b" " * size, times=2)])


def endless(seconds: int = 30) -> bytes:
    """Pages without a word, but with so much to draw that each takes its reader about half a second, and little memory."""
    return whole([stream(b"0 0 m 9 9 l S " * 300_000, times=2)], copies=2 * seconds)


def encrypted() -> bytes:
    """A PDF that asks for a password."""
    key = b"<" + b"ab" * 32 + b">"
    return pdf("Secret", extra=b"/Encrypt << /Filter /Standard /V 1 /R 2 /O %s /U %s /P -4 >> /ID [<00> <00>] " % (key, key))


def _add(objects: list[bytes], made: bytes) -> int:
    objects.append(made)
    return len(objects)


def _drawn(text: str) -> bytes:
    lines = (b"(%s) Tj" % _escaped(line) for line in text.split("\n"))
    return b"BT /F1 12 Tf 50 800 Td " + b" 0 -20 Td ".join(lines) + b" ET"


def _escaped(line: str) -> bytes:
    return line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
