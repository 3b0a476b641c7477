"""A gate, the robots.txt that it finds, and a way to pretend to fetch."""

import asyncio
import itertools
from collections.abc import Callable

from crawler.answer import RawAnswer
from crawler.limits import Limits
from crawler.pace import Addresses, Pace
from crawler.politeness import Politeness, Turnstile
from crawler.visit import Outcome

URL = "https://mairie.fr/a"


def now() -> float:
    return asyncio.get_running_loop().time()


class Town:
    """A gate, the robots.txt that it finds, and a way to pretend to fetch."""

    def __init__(
        self,
        limits: Limits | None = None,
        robots: Callable[[str, int], RawAnswer] | bytes = b"",
        until: float | None = None,
        addresses: Addresses | None = None,
    ) -> None:
        self.asked: list[tuple[str, float]] = []
        self._robots = robots
        self.gate = Politeness(
            limits or Limits(), self._ask, Pace(limits or Limits(), seed="x", until=until, addresses=addresses)
        )

    async def _ask(self, url: str, gate: Turnstile) -> RawAnswer:
        refusal = await gate.admit(url)
        if refusal:
            return RawAnswer(url, refusal)
        self.asked.append((url, now()))
        made = self._robots
        answer = RawAnswer(url, Outcome.OK, 200, data=made, landed=url) if isinstance(made, bytes) else made(url, len(self.asked))
        gate.answered(url, status=answer.status, elapsed=0.1, retry_after=None, outcome=answer.outcome)
        return answer

    async def fetch(
        self,
        url: str = URL,
        *,
        lasts: float = 0.5,
        status: int | None = 200,
        outcome: Outcome = Outcome.OK,
        retry_after: float | None = None,
        address: str | None = None,
        gate: Turnstile | None = None,
    ) -> float | Outcome:
        """When the request was made, or why it was not."""
        gate = gate or self.gate.patient
        refusal = await gate.admit(url, address)
        if refusal:
            return refusal
        began = now()
        await asyncio.sleep(lasts)
        gate.answered(url, status=status, elapsed=lasts, retry_after=retry_after, outcome=outcome)
        return began


def gaps(times: list[float | Outcome]) -> list[float]:
    numbers = [t for t in times if isinstance(t, float)]
    return [round(b - a, 3) for a, b in itertools.pairwise(numbers)]
