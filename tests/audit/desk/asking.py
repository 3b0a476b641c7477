"""A request to an application without a server, and a desk with a report in its store."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.types import ASGIApp, Message

from audit.desk.app import application
from audit.desk.call import Desk, cookie_name
from audit.desk.serve import Opening, desk_of
from audit.store import Store
from tests.reports.making import all_of, reported

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
PASSWORD = "un mot de passe assez long"
HOST = "127.0.0.1:8017"


@dataclass(frozen=True, slots=True)
class Told:
    """An answer."""

    status: int
    headers: dict[str, str]
    body: bytes
    cookies: dict[str, str]

    @property
    def text(self) -> str:
        return self.body.decode()


async def ask(
    app: ASGIApp,
    method: str,
    path: str,
    *,
    form: Mapping[str, str] | None = None,
    body: bytes = b"",
    headers: Mapping[str, str] | None = None,
    address: str = "127.0.0.1",
) -> Told:
    """What the application answers, over its ASGI interface."""
    body = urlencode(form).encode() if form is not None else body
    said = {"content-length": str(len(body)), "content-type": "application/x-www-form-urlencoded"} | dict(headers or {})
    where, _, query = path.partition("?")
    scope: dict[str, Any] = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "path": where,
        "raw_path": where.encode(), "query_string": query.encode(), "root_path": "", "scheme": "http",
        "headers": [(name.encode(), value.encode()) for name, value in said.items()],
        "client": (address, 50000), "server": ("127.0.0.1", 8017),
    }  # fmt: skip
    sent: list[Message] = []
    asked = False

    async def receive() -> Message:
        nonlocal asked
        if asked:
            await asyncio.sleep(3600)
        asked = True
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start = sent[0]
    told = {name.decode().lower(): value.decode("latin-1") for name, value in start["headers"]}
    crumbs = [value.decode().partition(";")[0] for name, value in start["headers"] if name.lower() == b"set-cookie"]
    cookies = {name: value for name, _, value in (crumb.partition("=") for crumb in crumbs) if value.strip('"')}
    return Told(start["status"], told, b"".join(m.get("body", b"") for m in sent[1:]), cookies)


class Visiting:
    """Somebody with a browser at a desk: `await visiting.get("/")`."""

    def __init__(self, desk: Desk, token: str = "", opening: Opening | None = None) -> None:
        self.desk = desk
        self.token = token
        self._app = application(desk, (opening or Opening()).names)

    async def get(self, path: str, **cookies: str) -> Told:
        return await ask(self._app, "GET", path, headers=self._headers(cookies))

    async def post(self, path: str, **form: str) -> Told:
        return await ask(self._app, "POST", path, form=form, headers=self._headers() | {"origin": f"http://{HOST}"})

    def _headers(self, cookies: Mapping[str, str] | None = None) -> dict[str, str]:
        kept = dict(cookies or {}) | ({cookie_name(self.desk): self.token} if self.token else {})
        return {"host": HOST} | ({"cookie": "; ".join(f"{name}={value}" for name, value in kept.items())} if kept else {})


def kept(store: Store, host: str = "www.besancon.fr", day: date | None = None, **verdicts: str) -> int:
    """An audit of a made-up town in the store, everything present but what is told otherwise; its number."""
    report = reported(all_of("present", **verdicts), participations={2010: 5})
    return store.keep(report.to_json(), host, day or NOW.date(), NOW)


def alone(where: str | Path) -> tuple[Store, Desk]:
    """A desk without accounts over a new store."""
    store = Store(where)
    return store, desk_of(store, Opening())
