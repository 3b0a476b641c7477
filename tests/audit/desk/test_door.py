"""The door: foreign hosts and foreign forms stay outside, and every answer forbids what no page of the desk needs."""

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from audit.desk.door import LARGEST, Door
from tests.audit.desk.asking import ask

OWN = {"host": "desk.fr"}


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse(f"in {len(await Request(scope, receive).body())}")(scope, receive, send)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (OWN | {"origin": "https://desk.fr", "sec-fetch-site": "same-origin"}, 200),
        (OWN | {"origin": "https://DESK.fr"}, 200),
        (OWN | {"sec-fetch-site": "same-origin"}, 200),
        (OWN, 403),
        (OWN | {"origin": "null", "sec-fetch-site": "same-origin"}, 403),
        (OWN | {"origin": "https://evil.fr"}, 403),
        (OWN | {"origin": "https://desk.fr.evil.fr"}, 403),
        (OWN | {"origin": "https://desk.fr:8443"}, 403),
        (OWN | {"sec-fetch-site": "cross-site"}, 403),
        (OWN | {"sec-fetch-site": "same-site", "origin": "https://desk.fr"}, 403),
        (OWN | {"sec-fetch-site": "none"}, 403),
        ({"host": "rebound.evil.fr", "origin": "http://rebound.evil.fr"}, 403),
        ({"origin": "https://desk.fr"}, 403),
    ],
)
async def test_forms_come_from_the_desk_itself(headers: dict[str, str], status: int) -> None:
    answer = await ask(Door(inside, {"desk.fr"}), "POST", "/", body=b"a=b", headers=headers)
    assert answer.status == status


@pytest.mark.parametrize(("host", "status"), [("desk.fr", 200), ("evil.fr", 403), ("", 403), ("desk.fr:80", 403)])
async def test_pages_are_asked_for_by_the_desks_name(host: str, status: int) -> None:
    assert (await ask(Door(inside, {"desk.fr"}), "GET", "/", headers={"host": host})).status == status


async def test_long_bodies_and_those_of_unsaid_length_stay_outside() -> None:
    headers = OWN | {"origin": "https://desk.fr"}
    door = Door(inside, {"desk.fr"})
    assert (await ask(door, "POST", "/", body=b"a" * LARGEST, headers=headers)).status == 200
    assert (await ask(door, "POST", "/", body=b"a" * (LARGEST + 1), headers=headers)).status == 403
    assert (await ask(door, "POST", "/", headers=headers | {"content-length": ""})).status == 403


@pytest.mark.parametrize("host", ["desk.fr", "evil.fr"])
async def test_every_answer_is_protected(host: str) -> None:
    headers = (await ask(Door(inside, {"desk.fr"}, secure=True), "GET", "/", headers={"host": host})).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["strict-transport-security"]
