"""Resumed: the line of a walk that was interrupted: what was recorded answers first and at once, then the network. Pure."""

from collections.abc import Mapping

from crawler.answer import RawAnswer
from crawler.archive import Tape
from crawler.line import Appetite, Line


class Resumed:
    """A `Line` that asks the network only for what the recording of the interrupted walk does not hold.

    The walk's order depends on nothing but its answers, so that a second walk over the same answers comes to where the
    first one was stopped; only what was under way at that moment is asked again.
    """

    def __init__(self, tape: Tape, line: Line) -> None:
        self._tape = tape
        self._line = line

    def holds(self, method: str, url: str) -> bool:
        return self._tape.left(method, url) > 0

    async def locate(self, method: str, answer: RawAnswer, host: str, port: int) -> str | None:
        line = self._tape if self.holds(method, answer.landed) else self._line
        return await line.locate(method, answer, host, port)

    async def run(
        self, answer: RawAnswer, host: str, port: int, method: str, headers: Mapping[str, str], appetite: Appetite
    ) -> list[str]:
        line = self._tape if self.holds(method, answer.landed) else self._line
        return await line.run(answer, host, port, method, headers, appetite)

    def refused(self, method: str, answer: RawAnswer) -> None:
        line = self._tape if self.holds(method, answer.landed) else self._line
        line.refused(method, answer)

    def certificate(self, host: str) -> bytes | None:
        return self._line.certificate(host) or self._tape.certificate(host)

    async def close(self) -> None:
        self._tape.forget()
        await self._line.close()
