"""The country's web in a process of its own: `python -m tests.bench.france.server COMMUNES PORT PAGES FIGURES`.

As light as it can be, for two cores are little: no streams, a page is bytes made once and the town's name put in. Once a second it
writes what it was asked to the file FIGURES, one JSON object: seconds, pages, requests, bytes, its own CPU.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from tests.bench.france.country import NATIONAL, Country, Town
from tests.bench.france.flavours import NAME, Flavour
from tests.draw import draw
from tests.pdf import pdf

HTML = "text/html; charset=utf-8"
MARK = NAME.encode()


class Web:
    """What every connection needs: towns, their pages, and what was counted."""

    def __init__(self, country: Country, pages: int) -> None:
        self.country = country
        self.pages = pages
        self.towns: dict[str, Town] = {town.host: town for town in country.towns()}
        self.flavours = [Flavour(number, pages) for number in range(country.flavours)]
        self.document = pdf("Procès-verbal du conseil municipal")
        self.counted: Counter[str] = Counter()
        self.began = time.monotonic()

    def answer(self, method: str, host: str, target: str) -> tuple[float, bytes] | None:
        """(seconds to wait, the whole answer); None when nothing is ever answered."""
        self.counted["requests"] += 1
        town = self.towns.get(host)
        if town is None:
            return 0.05, self._made(
                method, 200 if host in NATIONAL else 404, HTML, b"<!doctype html><title>Service</title><h1>Service</h1>"
            )
        if town.temper == "mute":
            return None
        if town.temper == "failing" and draw("fails", target, self.counted["requests"]) < 0.05:
            return town.latency, self._made(method, 503, HTML, b"<title>503</title>")
        return town.latency, self._of(town, method, unquote(target.partition("?")[0]).strip("/"))

    def _of(self, town: Town, method: str, path: str) -> bytes:
        if path == "robots.txt":
            shut = "Disallow: /" if town.temper == "closed" else "Disallow: /admin/"
            delay = f"\nCrawl-delay: {town.crawl_delay}" if town.crawl_delay else ""
            return self._made(method, 200, "text/plain", f"User-agent: *\n{shut}{delay}\n".encode())
        if path.startswith("documents/"):
            return self._made(method, 200, "application/pdf", self.document)
        page = self.flavours[town.flavour].page(path)
        if page is None:
            return self._made(method, 404, HTML, b"<!doctype html><title>404</title><h1>Page introuvable</h1>")
        self.counted["pages"] += method == "GET"
        own = f"<p>Page {path or 'd’accueil'} de la commune n° {town.number}.</p></body>".encode()
        return self._made(method, 200, HTML, page.replace(MARK, town.name.encode()).replace(b"</body>", own))

    def _made(self, method: str, status: int, kind: str, body: bytes) -> bytes:
        self.counted["bytes"] += len(body)
        head = f"HTTP/1.1 {status} Answer\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        return head if method == "HEAD" else head + body


class Talk(asyncio.Protocol):
    """One connection: requests without a body, one after the other."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._read = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        while b"\r\n\r\n" in self._read:
            head, _, self._read = self._read.partition(b"\r\n\r\n")
            first, *lines = head.decode("latin-1").split("\r\n")
            method, target, _ = first.split(" ", 2)
            host = next((line[5:].strip() for line in lines if line[:5].lower() == "host:"), "").partition(":")[0]
            answer = self._web.answer(method, host, target)
            if answer:
                asyncio.get_running_loop().call_later(answer[0], self._send, answer[1])

    def _send(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)


async def serve(country: Country, pages: int, figures: Path, ready: asyncio.Event | None = None) -> None:
    """For ever: whoever began it ends it. `ready` is set once it answers."""
    web, loop = Web(country, pages), asyncio.get_running_loop()
    server = await loop.create_server(lambda: Talk(web), country.addresses(), country.port, backlog=512)
    async with server:
        if ready:
            ready.set()
        while True:
            told = {"seconds": time.monotonic() - web.began, "cpu": time.process_time(), **web.counted}
            figures.with_suffix(".new").write_text(json.dumps(told))
            figures.with_suffix(".new").rename(figures)
            await asyncio.sleep(1)


def main() -> None:
    communes, port, pages, figures = sys.argv[1:]
    asyncio.run(serve(Country(int(communes), int(port)), int(pages), Path(figures)))


if __name__ == "__main__":
    main()
