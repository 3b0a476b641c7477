"""Accounts: passwords, sessions that end, sign-ins that are counted."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from audit.desk.accounts import MOST, SESSION, WINDOW, Accounts, Refused, Role
from audit.desk_tables import accounts as table
from audit.desk_tables import sessions
from audit.store import Store
from tests.audit.desk.asking import NOW, PASSWORD


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self):  # type: ignore[no-untyped-def]
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(where: str, clock: Clock) -> Iterator[Accounts]:
    with Store(where) as store:
        made = Accounts(store.engine, clock)
        made.add("Ana Roy", PASSWORD, Role.ADMINISTRATOR)
        made.add("Bo Lin", PASSWORD, Role.REVIEWER)
        yield made


def test_name_and_password_make_a_session_that_ends(accounts: Accounts, clock: Clock) -> None:
    token = accounts.sign_in(" Bo  Lin ", PASSWORD, "::1")
    assert token
    visitor = accounts.visitor(token)
    assert visitor is not None
    assert (visitor.name, visitor.role) == ("Bo Lin", Role.REVIEWER)
    assert accounts.visitor(token + "x") is None
    clock.now += SESSION
    assert accounts.visitor(token) is None


def test_leaving_ends_the_session(accounts: Accounts) -> None:
    token = accounts.sign_in("Bo Lin", PASSWORD, "::1") or ""
    accounts.leave(token)
    assert accounts.visitor(token) is None


def test_the_store_holds_neither_password_nor_token(accounts: Accounts) -> None:
    token = accounts.sign_in("Bo Lin", PASSWORD, "::1") or ""
    with accounts._engine.connect() as connection:
        kept = repr(connection.execute(select(table)).all()) + repr(connection.execute(select(sessions)).all())
    assert PASSWORD not in kept
    assert token not in kept
    assert "$argon2id$" in kept


@pytest.mark.parametrize("name", ["Bo Lin", "Nobody"])
def test_sign_ins_are_counted_whoever_is_named(accounts: Accounts, clock: Clock, name: str) -> None:
    for _ in range(MOST["here"]):
        assert accounts.sign_in(name, "wrong", "10.0.0.1") is None
    with pytest.raises(Refused, match="quart d’heure"):
        accounts.sign_in(name, PASSWORD, "10.0.0.1")
    assert accounts.sign_in("Bo Lin", PASSWORD, "10.0.0.2"), "another address is not shut out with it"
    clock.now += WINDOW + timedelta(seconds=1)
    assert accounts.sign_in("Bo Lin", PASSWORD, "10.0.0.1")


def test_an_address_that_tries_many_names_is_shut_out(accounts: Accounts) -> None:
    for n in range(MOST["address"]):
        accounts.sign_in(f"Name {n}", "wrong", "10.0.0.1")
    with pytest.raises(Refused):
        accounts.sign_in("Bo Lin", PASSWORD, "10.0.0.1")


def test_who_is_closed_or_has_a_new_password_is_signed_out(accounts: Accounts) -> None:
    number = next(a.id for a in accounts.all() if a.name == "Bo Lin")
    token = accounts.sign_in("Bo Lin", PASSWORD, "::1") or ""
    accounts.change(number, password=PASSWORD + "!")
    assert accounts.visitor(token) is None
    assert accounts.sign_in("Bo Lin", PASSWORD, "::1") is None
    token = accounts.sign_in("Bo Lin", PASSWORD + "!", "::1") or ""
    accounts.change(number, active=False)
    assert accounts.visitor(token) is None
    assert accounts.sign_in("Bo Lin", PASSWORD + "!", "::1") is None
    accounts.change(number, active=True, role=Role.READER)
    visitor = accounts.visitor(accounts.sign_in("Bo Lin", PASSWORD + "!", "::1") or "")
    assert visitor is not None
    assert visitor.role is Role.READER


@pytest.mark.parametrize("change", [{"role": Role.REVIEWER}, {"active": False}])
def test_an_administrator_remains(accounts: Accounts, change: dict[str, object]) -> None:
    number = next(a.id for a in accounts.all() if a.name == "Ana Roy")
    with pytest.raises(Refused, match="administrateur"):
        accounts.change(number, **change)  # type: ignore[arg-type]
    assert next(a for a in accounts.all() if a.id == number).role is Role.ADMINISTRATOR
    assert next(a for a in accounts.all() if a.id == number).active


@pytest.mark.parametrize(
    ("name", "password", "why"),
    [
        ("Bo Lin", PASSWORD, "déjà"),
        ("", PASSWORD, "nom"),
        ("a" * 81, PASSWORD, "nom"),
        ("x\x1b", PASSWORD, "nom"),
        ("Cy", "court", "12"),
    ],
)
def test_what_cannot_be_an_account_is_refused(accounts: Accounts, name: str, password: str, why: str) -> None:
    with pytest.raises(Refused, match=why):
        accounts.add(name, password, Role.READER)
