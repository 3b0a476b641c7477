"""Towns: many small sites on one port, each `ville-N.example`, that remember who asked what and when."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from audit.demo.web import Answer, Request, StaticWeb
from crawler.address import Endpoint, NoSuchHost

HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The resolver of a worker in another process: every `.example` is on this port of this machine."""

    port: int
    authoritative: bool = True

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        if not host.endswith(".example"):
            raise NoSuchHost(host)
        return [Endpoint("127.0.0.1", self.port if port == 80 else 9)]


class Towns(StaticWeb):
    """Every host is a town of `pages` pages and answers after `pause` seconds. `asked`: host → (user agent, target, loop's time)."""

    def __init__(self, pages: int = 3, pause: float = 0.0) -> None:
        super().__init__(Path("nowhere"))
        self.pages, self.pause = pages, pause
        self.asked: defaultdict[str, list[tuple[str, str, float]]] = defaultdict(list)
        self._news = asyncio.Condition()

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        return await Elsewhere(self.port).resolve(host, port)

    async def asked_for(self, requests: int) -> None:
        """Returns once so many have come."""
        async with self._news:
            await self._news.wait_for(lambda: sum(map(len, self.asked.values())) >= requests)

    async def begun(self, towns: int) -> None:
        """Returns once so many have been asked for something."""
        async with self._news:
            await self._news.wait_for(lambda: len(self.asked) >= towns)

    async def answer(self, request: Request) -> Answer:
        self.asked[request.host].append((request.headers.get("user-agent", ""), request.target, request.time))
        async with self._news:
            self._news.notify_all()
        await asyncio.sleep(self.pause)
        number = int(request.path.strip("/") or 0) if request.path.strip("/").isdigit() or request.path == "/" else self.pages
        if number >= self.pages:
            return Answer(404, HTML, b"<!doctype html><title>404</title><h1>Page introuvable</h1>")
        return Answer(200, HTML, self.page(request.host, number).encode())

    def page(self, host: str, number: int) -> str:
        links = "".join(f'<a href="/{n}">Page {n}</a> ' for n in range(1, self.pages))
        return (
            f'<!doctype html><html lang="fr"><title>Mairie de {host}</title><h1>Commune de {host}</h1><p>Page {number}</p>{links}'
        )

    def twice_at_once(self) -> list[str]:
        """The hosts to which one worker came back after another had begun: two of them were there at the same time."""
        wrong = []
        for host, asked in self.asked.items():
            runs = [agent for n, (agent, _, _) in enumerate(asked) if n == 0 or asked[n - 1][0] != agent]
            if len(runs) != len(set(runs)):
                wrong.append(host)
        return wrong


def town(number: int) -> str:
    return f"http://ville-{number}.example"
