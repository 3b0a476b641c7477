"""Every screen: who may see it, what it answers to nonsense, and that what is foreign stays text."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote_plus

import pytest

from audit.desk.accounts import Role
from audit.desk.app import PLACES, Place
from audit.desk.serve import NotSafe, Opening, desk_of
from audit.store import Store
from reports.report import Report
from tests.audit.desk.asking import PASSWORD, Visiting, alone, ask, kept

NAMES = {Role.READER: "Lise", Role.REVIEWER: "Rémi", Role.ADMINISTRATOR: "Ada"}
FILLED = {
    "host": "www.besancon.fr",
    "audit": "1",
    "check": "newsletter",
    "number": "0",
    "case": "7",
    "account": "1",
    "format": "json",
}

GUARDED = [place for place in PLACES if place.path != "/sign-out"]
"""Signing out is anybody's, and would end the session of the tests after it."""


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Role | None, Visiting]]:
    """A desk with accounts, and somebody of each role at it."""
    with Store(tmp_path_factory.mktemp("desk") / "s.sqlite") as store:
        kept(store)
        _, desk = None, desk_of_accounts(store)
        tokens = {role: desk.accounts.sign_in(name, PASSWORD, "::1") or "" for role, name in NAMES.items()}
        yield {None: Visiting(desk)} | {role: Visiting(desk, token) for role, token in tokens.items()}


def desk_of_accounts(store: Store):  # type: ignore[no-untyped-def]
    from audit.desk.accounts import Accounts

    for role in reversed(Role):
        Accounts(store.engine).add(NAMES[role], PASSWORD, role)
    return desk_of(store, Opening("0.0.0.0"))


def path_of(place: Place) -> str:
    return re.sub(r"\{(\w+)\}", lambda m: FILLED[m.group(1)], place.path)


@pytest.mark.parametrize("role", [None, *Role], ids=str)
@pytest.mark.parametrize("place", GUARDED, ids=lambda p: f"{p.method} {p.path}")
async def test_each_role_may_what_it_may(guarded: dict[Role | None, Visiting], place: Place, role: Role | None) -> None:
    visiting = guarded[role]
    answer = await (visiting.get(path_of(place)) if place.method == "GET" else visiting.post(path_of(place)))
    if place.least is None:
        assert answer.status in (200, 303, 401, 404)
    elif role is None:
        assert (answer.status, answer.headers["location"].partition("?")[0]) == (303, "/sign-in")
    elif role < place.least:
        assert answer.status == 403
    else:
        assert answer.status in (200, 303, 400, 404, 409), answer.text[:300]
        assert answer.headers.get("location", "") != "/sign-in"


def test_every_place_that_changes_something_is_guarded() -> None:
    open_to_all = {(p.method, p.path) for p in PLACES if p.least is None}
    assert {method for method, path in open_to_all if not path.startswith("/sign-")} == set()
    assert all(p.least is not None and p.least >= Role.REVIEWER for p in PLACES if p.method == "POST" and p.least is not None)


async def test_signing_in_leads_on_and_nowhere_else(guarded: dict[Role | None, Visiting]) -> None:
    nobody = guarded[None]
    answer = await nobody.get("/audits/1")
    assert answer.headers["location"] == "/sign-in?next=%2Faudits%2F1"
    for wanted, leads in (
        ("/audits/1", "/audits/1"),
        ("//evil.fr", "/"),
        ("https://evil.fr", "/"),
        ("/\\evil.fr", "/"),
        ("", "/"),
    ):
        answer = await nobody.post("/sign-in", name="Lise", password=PASSWORD, next=wanted)
        assert (answer.status, answer.headers["location"]) == (303, leads)
        cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
    assert (await nobody.post("/sign-in", name="Lise", password="wrong")).status == 401


async def test_signing_out_ends_the_session(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        desk = desk_of_accounts(store)
        visiting = Visiting(desk, desk.accounts.sign_in("Lise", PASSWORD, "::1") or "")
        assert (await visiting.get("/")).status == 200
        assert (await visiting.post("/sign-out")).headers["location"] == "/sign-in"
        assert (await visiting.get("/")).status == 303


async def test_behind_https_the_cookie_is_secure(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        desk_of_accounts(store)
        opening = Opening(origin="https://desk.fr")
        from audit.desk.app import application

        app = application(desk_of(store, opening), opening.names)
        said = {"host": "desk.fr", "origin": "https://desk.fr"}
        answer = await ask(app, "POST", "/sign-in", form={"name": "Ada", "password": PASSWORD}, headers=said)
        assert answer.headers["set-cookie"].startswith("__Host-arobase=")
        assert "Secure" in answer.headers["set-cookie"]
        assert (await ask(app, "GET", "/sign-in", headers={"host": "127.0.0.1:8017"})).status == 403


@pytest.mark.parametrize(
    ("opening", "opens"),
    [
        (Opening(), True),
        (Opening("::1"), True),
        (Opening("localhost"), True),
        (Opening("0.0.0.0"), False),
        (Opening("10.1.2.3"), False),
        (Opening("desk.fr"), False),
        (Opening(origin="https://desk.fr"), False),
    ],
)
def test_without_accounts_it_opens_on_loopback_only(tmp_path: Path, opening: Opening, opens: bool) -> None:
    with Store(tmp_path / "s.sqlite") as store:
        if opens:
            desk = desk_of(store, opening)
            assert desk.alone is not None
            assert desk.alone.role is Role.REVIEWER
        else:
            with pytest.raises(NotSafe, match="add-user"):
                desk_of(store, opening)


async def test_without_accounts_it_says_so(tmp_path: Path) -> None:
    store, desk = alone(tmp_path / "s.sqlite")
    with store:
        kept(store)
        answer = await Visiting(desk).get("/")
        assert answer.status == 200
        assert "Sans comptes" in answer.text
        assert "Besançon" in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/audits/99",
        "/audits/x",
        "/audits/9999999999999",
        "/audits/1/proofs/nothing/0",
        "/audits/1/proofs/newsletter/99",
        "/audits/1/proofs/newsletter/-1",
        "/audits/1/proofs/newsletter/0/picture",
        "/communes/none.fr",
        "/nothing",
        "/audits/1/read/x",
    ],
)
async def test_what_is_not_there_is_told(tmp_path: Path, path: str) -> None:
    store, desk = alone(tmp_path / "s.sqlite")
    with store:
        kept(store)
        answer = await Visiting(desk).get(path)
        assert answer.status == 404
        assert "Introuvable" in answer.text


@pytest.mark.parametrize(
    "query", ["s=nothing", "s=header:mayor&p=999", "p=x&s=header:mayor", "told=<script>", "s=<script>", "add"]
)
async def test_any_query_is_answered(tmp_path: Path, query: str) -> None:
    store, desk = alone(tmp_path / "s.sqlite")
    with store:
        kept(store)
        answer = await Visiting(desk).get(f"/audits/1?{query}")
        assert answer.status == 200
        assert "<script>" not in answer.text.replace('<script src="/static/', "")


async def test_without_an_archive_the_excerpt_is_shown_and_that_is_said(tmp_path: Path) -> None:
    store, desk = alone(tmp_path / "s.sqlite")
    with store:
        kept(store)
        page = (await Visiting(desk).get("/audits/1?s=vie_privee:present:mobile_app%2Bsocial_networks")).text
        proof = await Visiting(desk).get("/audits/1/proofs/social_networks/0")
    assert "<iframe" not in page
    assert "Aucune archive" in page
    assert "n’est pas dans l’archive" in proof.text
    assert "Une rubrique du site" in proof.text
    assert "sandbox" in proof.headers["content-security-policy"]
    assert "frame-ancestors 'self'" in proof.headers["content-security-policy"]


async def test_what_a_reviewer_writes_stays_text(tmp_path: Path) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\x1b[31m\u202e"
    store, desk = alone(tmp_path / "s.sqlite")
    with store:
        kept(store)
        visiting = Visiting(desk)
        key = "vie_privee:present:intercommunality"
        told = {"key": key, "seen": "0", "text": evil, "comment": evil, "section": evil}
        assert (await visiting.post("/audits/1/decide", do="keep", **told)).status == 303
        await visiting.post("/audits/1/add", text=evil, section="Vie privée / Vie sociale", comment=evil)
        await visiting.post("/audits/1/cases", kind="missed", check="newsletter", url="https://a.fr/", quote=evil, comment=evil)
        for path in (f"/audits/1?s={key}", "/audits/1", "/audits/1/read", "/audits/1/journal", "/cases", "/audits/1/export/html"):
            answer = await visiting.get(path)
            assert answer.status == 200
            assert "alert(1)" in answer.text, path
            assert "<script>alert" not in answer.text, path
            assert "<img src=x" not in answer.text, path
            assert not {"\x1b", "\u202e"} & set(answer.text), path


async def test_a_decision_at_the_desk_is_written_as_it_was_meant(tmp_path: Path) -> None:
    store, desk = alone(tmp_path / "s.sqlite")
    with store:
        kept(store)
        visiting = Visiting(desk)
        key = "vie_privee:present:intercommunality"
        sentence = next(s.text for sec in Report.from_json(store.report(1)).draft.sections for s in sec.sentences if s.key == key)
        await visiting.post("/audits/1/decide", key=key, seen="0", do="keep", text=f"  {sentence} ", section="")
        await visiting.post(
            "/audits/1/decide", key=key, seen="1", do="keep", text="Autre.", section="Vie pratique / Vie quotidienne"
        )
        await visiting.post("/audits/1/decide", key=key, seen="2", do="comment", comment="Vu.")
        again = await visiting.post("/audits/1/decide", key=key, seen="0", do="drop")
        for wrong in ({"do": "destroy"}, {"do": "edit", "text": " "}, {"do": "comment", "comment": ""}):
            assert "Rien" in unquote_plus(
                (await visiting.post("/audits/1/decide", key=key, seen="3", **wrong)).headers["location"]
            )
        steps = desk.book.open(1, Report.from_json(store.report(1))).steps
    assert (again.status, "Deux décisions" in again.text) == (409, True)
    assert [(step.action, step.text, step.section) for step in steps] == [
        ("keep", sentence, ""),
        ("edit", "Autre.", "Vie pratique / Vie quotidienne"),
        ("comment", "", ""),
    ]
    assert all(step.fingerprint for step in steps)
