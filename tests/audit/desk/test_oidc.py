"""Signing in by a provider of identities: a real one on loopback, honest or not."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from audit.desk.accounts import Role
from audit.desk.serve import Opening, desk_of
from audit.store import Store
from tests.audit.desk.asking import PASSWORD, Told, Visiting
from tests.audit.desk.provider import CLIENT, OTHER, SECRET, Provider, provider

KEPT = "arobase-oidc"


@pytest.fixture
def idp() -> Iterator[Provider]:
    with provider() as made:
        yield made


@pytest.fixture
def visiting(idp: Provider, tmp_path: Path) -> Iterator[Visiting]:
    opening = Opening(issuer=idp.issuer, client=CLIENT, secret=SECRET)
    with Store(tmp_path / "s.sqlite") as store:
        desk = desk_of(store, opening)
        desk.accounts.add("claire@mairie.example", "", Role.REVIEWER, elsewhere=True)
        desk.accounts.add("Ada", PASSWORD, Role.ADMINISTRATOR)
        yield Visiting(desk_of(store, opening))


def cookie(answer: Told, name: str) -> str:
    said = answer.headers["set-cookie"]
    assert said.startswith(f"{name}=")
    assert "HttpOnly" in said
    return said.partition("=")[2].partition(";")[0]


async def back(visiting: Visiting, **instead: str) -> Told:
    """The answer of the desk when the browser is back from the provider."""
    begun = await visiting.get("/sign-in/oidc")
    assert begun.status == 303, begun.text
    kept = instead.pop("kept", "") or cookie(begun, KEPT)
    there = await asyncio.to_thread(httpx.get, begun.headers["location"])
    query = httpx.URL(there.headers["location"]).params.merge(instead)
    return await visiting.get(f"/sign-in/oidc/back?{query}", **{KEPT: kept})


async def test_whom_the_provider_knows_comes_in_with_the_desks_own_role(visiting: Visiting) -> None:
    assert "entrer par 127.0.0.1" in (await visiting.get("/sign-in")).text
    answer = await back(visiting)
    assert (answer.status, answer.headers["location"]) == (303, "/")
    visitor = visiting.desk.accounts.visitor(answer.cookies["arobase"])
    assert visitor is not None
    assert (visitor.name, visitor.role) == ("claire@mairie.example", Role.REVIEWER)


async def test_an_account_without_password_is_not_entered_by_one(visiting: Visiting) -> None:
    for password in ("", PASSWORD):
        assert (await visiting.post("/sign-in", name="claire@mairie.example", password=password)).status == 401


@pytest.mark.parametrize(
    "lies",
    [
        {"iss": "https://evil.example"},
        {"aud": "another desk"},
        {"aud": ["another desk"]},
        {"azp": "another desk"},
        {"nonce": "of another time"},
        {"nonce": None},
        {"exp": 1_700_000_000},
        {"exp": None},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email": None},
        {"email": "nobody@mairie.example"},
        {"email": ["claire@mairie.example"]},
    ],
    ids=str,
)
async def test_tokens_that_do_not_vouch_are_refused(visiting: Visiting, idp: Provider, lies: dict[str, Any]) -> None:
    idp.lies = lies
    answer = await back(visiting)
    assert answer.status == 401
    assert "arobase" not in answer.cookies


@pytest.mark.parametrize("raw", ["", "x", "eyJhbGciOiJub25lIn0.eyJlbWFpbCI6ImNsYWlyZUBtYWlyaWUuZXhhbXBsZSJ9."])
async def test_tokens_that_the_provider_did_not_sign_are_refused(visiting: Visiting, idp: Provider, raw: str) -> None:
    idp.key, idp.raw = OTHER, raw
    assert (await back(visiting)).status == 401


@pytest.mark.parametrize(
    "instead",
    [{"state": "x"}, {"state": "é"}, {"code": "x"}, {"code": ""}, {"kept": "a.b.c"}, {"kept": "x"}, {"kept": ".."}],
    ids=str,
)
async def test_what_was_not_begun_here_is_refused(visiting: Visiting, instead: dict[str, str]) -> None:
    answer = await back(visiting, **instead)
    assert answer.status == 401
    assert "arobase" not in answer.cookies


@pytest.mark.parametrize(
    "about",
    [{"issuer": "https://evil.example"}, {"authorization_endpoint": "javascript:alert(1)"}, {"authorization_endpoint": None}],
    ids=str,
)
async def test_a_provider_that_is_another_is_refused(visiting: Visiting, idp: Provider, about: dict[str, Any]) -> None:
    idp.about = about
    assert (await visiting.get("/sign-in/oidc")).status == 401


async def test_a_provider_that_does_not_answer_is_told(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        visiting = Visiting(desk_of(store, Opening(issuer="http://127.0.0.1:9")))
        answer = await visiting.get("/sign-in/oidc")
        assert answer.status == 401
        assert "ne répond pas" in answer.text


async def test_without_a_provider_there_is_no_such_way_in(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        for path in ("/sign-in/oidc", "/sign-in/oidc/back"):
            assert (await Visiting(desk_of(store, Opening())).get(path)).status == 404
