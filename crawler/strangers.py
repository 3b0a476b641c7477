"""Strangers: other hosts that answer every address, however lost, with their home page or with a login.

Such a host says neither that a page is there nor that it is gone. One address that cannot exist is asked of each, and only when
one of its links has led to such a page, so that a host that behaves costs no request more.
"""

import re
from collections.abc import Awaitable, Callable

from crawler.missing import at_home, unlikely
from crawler.url import fingerprint, host, path, registrable
from crawler.visit import Outcome, Visit

_LOGIN = re.compile(r"/(?:log-?in|sign-?in|authwall|auth|cas|sso|connexion|identification|authentification)(?:[/._-]|\Z)", re.I)


class Strangers:
    """Remembers for each host where it sends who is lost. `ask` visits a URL; never raises."""

    def __init__(self, ask: Callable[[str], Awaitable[Visit]]) -> None:
        self._ask = ask
        self._homes: dict[str, str] = {}

    async def judge(self, visit: Visit) -> Visit:
        """The visit, its outcome changed when its host answers everything alike. Hosts are asked one link after the other."""
        walled = _led_to_login(visit)
        if visit.outcome is not Outcome.OK or not visit.hops or not (walled or _led_home(visit)):
            return visit
        name = host(visit.url)
        if name not in self._homes:
            lost = await self._ask(unlikely(visit.url))
            self._homes[name] = _place(lost.landed) if lost.outcome is Outcome.OK and lost.hops else ""
        if self._homes[name] == _place(visit.landed):
            visit.outcome, visit.page = Outcome.UNAUTHORIZED if walled else Outcome.SENT_HOME, None
            visit.detail = "like an address that cannot exist"
        return visit


def _led_home(visit: Visit) -> bool:
    same = registrable(host(visit.url)) == registrable(host(visit.landed))
    return same and at_home(visit.landed) and not at_home(visit.url)


def _led_to_login(visit: Visit) -> bool:
    """The door of a portal is a page like any other: only what lies behind it is hidden."""
    return _LOGIN.search(path(visit.landed)) is not None and _LOGIN.search(path(visit.url)) is None and not at_home(visit.url)


def _place(url: str) -> str:
    return fingerprint(url).partition("?")[0]
