"""Opening the desk: on a laptop for oneself, or for several behind accounts."""

import getpass
import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import uvicorn

from audit.desk.accounts import Accounts, Role, Visitor
from audit.desk.app import application
from audit.desk.book import Book
from audit.desk.call import BACK, Desk
from audit.desk.cases import Cases
from audit.desk.picture import Pictures
from audit.store import Store

if TYPE_CHECKING:
    from audit.desk.oidc import OpenID


class NotSafe(Exception):
    """The desk will not open like this: the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the desk listens. `origin`: the address that its readers type when a proxy stands before it, as https://desk.example.fr.

    `issuer`: of a provider of identities (OpenID Connect), which knows the desk as `client`.
    """

    host: str = "127.0.0.1"
    port: int = 8017
    origin: str = ""
    issuer: str = ""
    client: str = ""
    secret: str = field(default="", repr=False)

    @property
    def address(self) -> str:
        return self.origin.rstrip("/") or f"http://{self.host}:{self.port}"

    @property
    def secure(self) -> bool:
        return self.origin.lower().startswith("https://")

    @property
    def names(self) -> set[str]:
        """The hosts that requests may name; empty when they cannot be known."""
        if self.origin:
            return {urlsplit(self.origin).netloc.lower()}
        if is_loopback(self.host):
            return {f"{name}:{self.port}" for name in ("localhost", "127.0.0.1", "[::1]")}
        return set()


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches it."""
    try:
        return host == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def desk_of(store: Store, opening: Opening) -> Desk:
    """The desk of a store. Without accounts it opens on loopback only. Raises NotSafe."""
    accounts = Accounts(store.engine)
    alone = None
    if not accounts.any():
        if not is_loopback(opening.host) or opening.origin:
            raise NotSafe("without accounts the desk opens on 127.0.0.1 only: `arobase desk add-user NAME` makes the first one")
        alone = Visitor(_login(), Role.REVIEWER)
    pictures = Pictures(store.shelf.folder / "pictures")
    return Desk(store, Book(store.engine), accounts, Cases(store.engine), pictures, alone, opening.secure, _openid(opening))


def _openid(opening: Opening) -> "OpenID | None":
    if not opening.issuer:
        return None
    try:
        from audit.desk.oidc import OpenID, Provider
    except ModuleNotFoundError as error:
        raise NotSafe("signing in by OpenID Connect needs the extra: pip install 'arobase[oidc]'") from error
    return OpenID(Provider(opening.issuer, opening.client, opening.secret), f"{opening.address}{BACK}")


def serve(store: Store, opening: Opening, tell: Callable[[str], None]) -> None:
    """Serves the desk until it is interrupted. Raises NotSafe."""
    desk = desk_of(store, opening)
    app = application(desk, opening.names)
    tell(f"the desk is open at {opening.address}/ (Ctrl+C closes it)")
    if desk.alone:
        tell(f"there are no accounts: it opens on this machine only, for {desk.alone.name}")
    # The readers' addresses, by which sign-ins are counted, are told by a proxy on this machine, or by FORWARDED_ALLOW_IPS.
    uvicorn.run(app, host=opening.host, port=opening.port, log_level="warning", server_header=False)


def _login() -> str:
    """Who is at this machine, for the journal."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "moi"
