"""A web of files on one loopback port: `http://HOST/PATH` is served from `root/HOST/PATH`. For the demo and the tests."""

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self
from urllib.parse import unquote

from crawler.address import Endpoint, NoSuchHost

# Pages say nothing of their charset, so that their own <meta> decides, as on most real sites.
_TYPES = {
    ".html": "text/html", ".txt": "text/plain", ".xml": "application/xml", ".rss": "application/rss+xml",
    ".atom": "application/atom+xml", ".pdf": "application/pdf", ".css": "text/css", ".js": "text/javascript",
    ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".ics": "text/calendar", ".htm": "text/html",
}  # fmt: skip
_CLOSED = 9


@dataclass(frozen=True, slots=True)
class Request:
    """`path` percent-decoded and without query, `target` as sent, header names in lower case, `time` of the event loop."""

    method: str
    host: str
    path: str
    target: str
    headers: dict[str, str]
    time: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What to send. `raw`: the body is the whole answer, status line included, and the connection is closed after it."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | AsyncIterator[bytes] = b""
    raw: bool = False


class StaticWeb:
    """`async with StaticWeb(root) as web:` then `Door(Limits(allow_private=True), resolver=web)`. It is its own resolver."""

    authoritative = True

    def __init__(self, root: Path, *, tls: ssl.SSLContext | None = None) -> None:
        self.root = root
        self.port = self.tls_port = 0
        self._tls = tls
        self._servers: list[asyncio.Server] = []
        self._talks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        for context in (None, self._tls) if self._tls else (None,):
            self._servers.append(await asyncio.start_server(self._talk, "127.0.0.1", 0, ssl=context))
        self.port = self._servers[0].sockets[0].getsockname()[1]
        # Without certificates https is refused at once, by a port where nothing listens.
        self.tls_port = self._servers[1].sockets[0].getsockname()[1] if self._tls else _CLOSED
        return self

    async def __aexit__(self, *_: object) -> None:
        for server in self._servers:
            server.close()
        for task in self._talks:
            task.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        """Every host that has a folder is this web; there are no others."""
        if host not in self.hosts():
            raise NoSuchHost(host)
        return [Endpoint("127.0.0.1", self.tls_port if port == 443 else self.port)]

    def hosts(self) -> set[str]:
        return {folder.name for folder in self.root.iterdir() if folder.is_dir()} if self.root.is_dir() else set()

    async def answer(self, request: Request) -> Answer:
        """The file of the request, `index.html` for a folder, 404 when there is none."""
        home = (self.root / request.host).resolve()
        file = (home / request.path.lstrip("/").replace("\0", "")).resolve()
        if request.host not in self.hosts() or not file.is_relative_to(home):
            return Answer(404)
        if file.is_dir():
            if not request.path.endswith("/"):
                return Answer(301, {"Location": f"{request.target.partition('?')[0]}/"})
            file /= "index.html"
        if not file.is_file() or "?" in request.target:
            file = _asked_with(file, request.target.partition("?")[2]) or file
        if not file.is_file():
            return Answer(404, {"Content-Type": "text/html"}, b"<!doctype html><title>404</title><h1>Page introuvable</h1>")
        return Answer(200, {"Content-Type": _TYPES.get(file.suffix.lower(), "application/octet-stream")}, file.read_bytes())

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._talks.add(task)
        try:
            # What a client does to its end is its own affair; cancelled is how a talk ends when the web closes.
            with contextlib.suppress(OSError, ValueError, EOFError, asyncio.LimitOverrunError, asyncio.CancelledError):
                while await self._one(reader, writer):
                    pass
        finally:
            self._talks.discard(task)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        method, target, _ = first.split(" ")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        host = headers.get("host", "").partition(":")[0].lower()
        path = unquote(target.partition("?")[0])
        answer = await self.answer(Request(method, host, path, target, headers, asyncio.get_running_loop().time()))
        if not answer.raw:
            sent = dict(answer.headers)
            if isinstance(answer.body, bytes):
                sent.setdefault("Content-Length", str(len(answer.body)))
            else:
                sent.setdefault("Connection", "close")
            fields = "".join(f"{name}: {value}\r\n" for name, value in sent.items())
            writer.write(f"HTTP/1.1 {answer.status} Answer\r\n{fields}\r\n".encode())
        if isinstance(answer.body, bytes):
            writer.write(answer.body if method != "HEAD" or answer.raw else b"")
        elif method != "HEAD" or answer.raw:
            async for piece in answer.body:
                writer.write(piece)
                await writer.drain()
        await writer.drain()
        return isinstance(answer.body, bytes) and not answer.raw


def _asked_with(file: Path, query: str) -> Path | None:
    """`spip.php?article3` is the file `spip.php@article3.html`."""
    names = (f"{file.name}@{asked}{ending}" for asked in (query, query.partition("&")[0]) for ending in (".html", ".xml"))
    return next((there for name in names if query and (there := file.with_name(name)).is_file()), None)
