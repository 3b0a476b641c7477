"""Line: what a door speaks through: the network, a recorder over it, or an archive. Pure."""

from collections.abc import Callable, Mapping
from typing import Protocol

from crawler.answer import RawAnswer

Appetite = Callable[[int, str, Mapping[str, str]], int]
"""(status, URL, headers) of a final answer -> how many decoded bytes of its body to read, 0 for none."""


class Line(Protocol):
    """One request at a time; `answer.landed` is the URL asked."""

    def holds(self, method: str, url: str) -> bool:
        """Whether the answer is kept already, so that nobody has to be asked, or to wait for his turn."""
        ...

    async def locate(self, method: str, answer: RawAnswer, host: str, port: int) -> str | None:
        """The address that would be dialled. Raises UnsafeAddress, NoSuchHost, DnsFailure."""
        ...

    async def run(
        self, answer: RawAnswer, host: str, port: int, method: str, headers: Mapping[str, str], appetite: Appetite
    ) -> list[str]:
        """Fills the answer; `answer.onward` is set when it redirects. Returns the Set-Cookie lines. Never raises."""
        ...

    def refused(self, method: str, answer: RawAnswer) -> None:
        """Told that the gate did not let the request through, and why."""
        ...

    def certificate(self, host: str) -> bytes | None:
        """The leaf certificate (DER) that the host last showed."""
        ...

    async def close(self) -> None: ...


class Recorder(Protocol):
    """Keeps everything that goes over a line."""

    def over(self, line: Line) -> Line:
        """The same line, listened to."""
        ...
