"""Network: the line of a live walk: names screened, requests made, certificates remembered."""

from collections.abc import Mapping

from crawler.address import Guard, Resolver, SystemResolver
from crawler.answer import RawAnswer
from crawler.exchange import Exchange
from crawler.limits import Limits
from crawler.line import Appetite
from crawler.wire import Wire


class Network:
    """A `Line` to the machines themselves. `authorities` replaces the trusted certificates (PEM)."""

    def __init__(self, limits: Limits, *, resolver: Resolver | None = None, authorities: str | None = None) -> None:
        self.guard = Guard(resolver or SystemResolver(), allow_private=limits.allow_private, timeout=limits.connect_timeout)
        self.wire = Wire(limits, self.guard, authorities=authorities)
        self._exchange = Exchange(limits, self.wire)

    def holds(self, method: str, url: str) -> bool:
        return False

    async def locate(self, method: str, answer: RawAnswer, host: str, port: int) -> str | None:
        return (await self.guard.endpoints(host, port))[0].address

    async def run(
        self, answer: RawAnswer, host: str, port: int, method: str, headers: Mapping[str, str], appetite: Appetite
    ) -> list[str]:
        return await self._exchange.run(answer, host, port, method, headers, appetite)

    def refused(self, method: str, answer: RawAnswer) -> None:
        pass

    def certificate(self, host: str) -> bytes | None:
        return self.wire.certificate(host)

    async def close(self) -> None:
        await self.guard.close()
        await self.wire.close()
