"""A virtual web for tests: the files of `audit.demo.web`, answers that misbehave, and a log of what was asked.

    web.answers["mairie.fr", "/slow"] = lambda request: Answer(body=drip(b"x", every=1))

A host exists as soon as it has a folder or an answer. `web.addresses[host]` makes the resolver lie about one.
"""

import asyncio
import inspect
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from ssl import SSLContext

from audit.demo.web import Answer, Request, StaticWeb
from crawler.address import Endpoint, NoSuchHost

__all__ = ["HTML", "Answer", "Request", "Web", "drip", "endless", "page", "to"]

HTML = {"Content-Type": "text/html"}
Maker = Callable[[Request], Answer | Awaitable[Answer]]


class Web(StaticWeb):
    """`answers`: (host, path) or (host, "*") -> an Answer or what makes one. `log`: every request, in order."""

    def __init__(self, root: Path, *, tls: SSLContext | None = None) -> None:
        super().__init__(root, tls=tls)
        self.answers: dict[tuple[str, str], Answer | Maker] = {}
        self.addresses: dict[str, str | Callable[[], str]] = {}
        self.log: list[Request] = []
        self.resolved: Counter[str] = Counter()

    @property
    def resolver(self) -> "Web":
        return self

    def hosts(self) -> set[str]:
        return super().hosts() | {host for host, _ in self.answers}

    def asked(self, host: str) -> list[str]:
        """`METHOD /target` of each request that a host received."""
        return [f"{request.method} {request.target}" for request in self.log if request.host == host]

    async def resolve(self, host: str, port: int) -> list[Endpoint]:
        self.resolved[host] += 1
        told = self.addresses.get(host)
        if told is not None:
            address = told() if callable(told) else told
            if not address:
                raise NoSuchHost(host)
            return [Endpoint(address, port)]
        return await super().resolve(host, port)

    async def answer(self, request: Request) -> Answer:
        self.log.append(request)
        made = self.answers.get((request.host, request.path)) or self.answers.get((request.host, "*"))
        if made is None:
            return await super().answer(request)
        if isinstance(made, Answer):
            return made
        answer = made(request)
        return await answer if inspect.isawaitable(answer) else answer


async def endless(piece: bytes) -> AsyncIterator[bytes]:
    """The same bytes for ever."""
    while True:
        await asyncio.sleep(0)
        yield piece


async def drip(piece: bytes, every: float, times: int = 1_000_000) -> AsyncIterator[bytes]:
    """The bytes again and again, with a pause in seconds before each."""
    for _ in range(times):
        await asyncio.sleep(every)
        yield piece


def page(words: str = "Bienvenue") -> Answer:
    """A small page of a town."""
    return Answer(200, HTML, f"<!doctype html><title>Mairie</title><h1>{words}</h1>".encode())


def to(location: str, status: int = 302) -> Answer:
    """A redirect."""
    return Answer(status, {"Location": location})
