"""Who may sit at the desk: accounts, their roles, and who is signed in."""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from hashlib import blake2b

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from audit.database import exclusive
from audit.desk_tables import accounts, attempts, sessions

SHORTEST, LONGEST = 12, 500
"""Characters of a password."""
SESSION = timedelta(hours=12)
WINDOW = timedelta(minutes=15)
MOST = {"here": 5, "address": 20, "account": 50}
"""Failed sign-ins within WINDOW: to one account from one address, from one address, to one account."""
_HASHER = PasswordHasher()
# One verification takes 64 MB: a flood of sign-ins waits in line.
_AT_ONCE = threading.BoundedSemaphore(2)


class Role(IntEnum):
    """What one may do; each may do what those before it may."""

    READER = 1
    REVIEWER = 2
    ADMINISTRATOR = 3


class Refused(Exception):
    """What was asked of an account cannot be: the message, in French, says why."""


@dataclass(frozen=True, slots=True)
class Account:
    id: int
    name: str
    role: Role
    active: bool
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whoever sits at the desk."""

    name: str
    role: Role
    account: int | None = None


class Accounts:
    """The accounts of one store. `now` is the clock."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now
        self._nobody = _HASHER.hash(secrets.token_hex())

    def any(self) -> bool:
        with self._engine.connect() as connection:
            return connection.execute(select(accounts.c.id).limit(1)).first() is not None

    def all(self) -> list[Account]:
        """Every account, by name."""
        columns = (accounts.c.id, accounts.c.name, accounts.c.role, accounts.c.active, accounts.c.made_at)
        with self._engine.connect() as connection:
            rows = connection.execute(select(*columns).order_by(accounts.c.name)).all()
        return [Account(number, name, Role[role.upper()], active, made) for number, name, role, active, made in rows]

    def add(self, name: str, password: str, role: Role, *, elsewhere: bool = False) -> None:
        """`elsewhere`: no password is needed, as a provider of identities vouches for the name. Raises Refused."""
        name = " ".join(name.split())
        if not (0 < len(name) <= 80 and name.isprintable()):
            raise Refused("Un nom de 1 à 80 caractères est attendu.")
        row = {
            "name": name,
            "role": role.name.lower(),
            "password": "" if elsewhere and not password else hashed(password),
            "active": True,
            "made_at": self._now(),
        }
        try:
            with self._engine.begin() as connection:
                connection.execute(insert(accounts).values(**row))
        except IntegrityError as error:
            raise Refused(f"Il y a déjà un compte au nom de {name}.") from error

    def change(self, number: int, *, role: Role | None = None, active: bool | None = None, password: str = "") -> None:
        """What is given is changed; whoever may no longer come, or has a new password, is signed out. Raises Refused."""
        values: dict[str, object] = {}
        if role is not None:
            values["role"] = role.name.lower()
        if active is not None:
            values["active"] = active
        if password:
            values["password"] = hashed(password)
        with exclusive(self._engine) as connection:
            if not values or connection.execute(update(accounts).where(accounts.c.id == number).values(**values)).rowcount != 1:
                raise Refused("Ce compte n’existe pas.")
            ruling = (accounts.c.role == Role.ADMINISTRATOR.name.lower(), accounts.c.active)
            if not connection.execute(select(accounts.c.id).where(*ruling).limit(1)).first():
                raise Refused("Il doit rester un administrateur actif.")
            if password or active is False:
                connection.execute(delete(sessions).where(sessions.c.account_id == number))

    def sign_in(self, name: str, password: str, address: str) -> str | None:
        """The token of a new session; None when name and password do not go together. Raises Refused after too many failures."""
        name = " ".join(name.split())[:80]
        tried = {"here": f"here {name} {address}", "address": f"address {address}", "account": f"account {name}"}
        now = self._now()
        with exclusive(self._engine) as connection:
            connection.execute(delete(attempts).where(attempts.c.at < now - WINDOW))
            if any(self._failed(connection, what) >= MOST[kind] for kind, what in tried.items()):
                connection.commit()
                raise Refused("Trop d’essais : réessayez dans un quart d’heure.")
            # Counted before it is verified, so that a flood cannot run ahead of its count.
            connection.execute(insert(attempts), [{"what": what, "at": now} for what in tried.values()])
            row = connection.execute(select(accounts).where(accounts.c.name == name, accounts.c.active)).mappings().first()
        with _AT_ONCE:
            known = _verified(row["password"] if row and row["password"] else self._nobody, password)
        if not known or row is None:
            return None
        with self._engine.begin() as connection:
            connection.execute(delete(attempts).where(attempts.c.what == tried["here"]))
        return self.enter(row["id"])

    def enter(self, number: int) -> str:
        """A new session of this account; its token, which nobody but the browser keeps."""
        token = secrets.token_urlsafe(32)
        with self._engine.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.until < self._now()))
            connection.execute(insert(sessions).values(token=_digest(token), account_id=number, until=self._now() + SESSION))
        return token

    def named(self, name: str) -> Account | None:
        return next((account for account in self.all() if account.name == name and account.active), None)

    def visitor(self, token: str) -> Visitor | None:
        """Whose session this is, while it lasts and the account is active."""
        query = (
            select(accounts.c.id, accounts.c.name, accounts.c.role)
            .join(sessions, sessions.c.account_id == accounts.c.id)
            .where(sessions.c.token == _digest(token), sessions.c.until > self._now(), accounts.c.active)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return Visitor(row.name, Role[row.role.upper()], row.id) if row else None

    def leave(self, token: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(delete(sessions).where(sessions.c.token == _digest(token)))

    @staticmethod
    def _failed(connection: Connection, what: str) -> int:
        return connection.execute(select(func.count()).where(attempts.c.what == what)).scalar_one()


def hashed(password: str) -> str:
    """The argon2 hash of a new password. Raises Refused when it is too short."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise Refused(f"Un mot de passe de {SHORTEST} caractères au moins est attendu.")
    return _HASHER.hash(password)


def _verified(kept: str, password: str) -> bool:
    try:
        return _HASHER.verify(kept, password[:LONGEST])
    except (Argon2Error, InvalidHashError):
        return False


def _digest(token: str) -> bytes:
    return blake2b(token.encode("utf-8", "replace"), digest_size=32).digest()
