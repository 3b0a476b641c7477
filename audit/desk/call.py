"""What a screen is given, and how it answers: the desk's parts, who asks, for what; pages from templates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from sqlalchemy import select
from starlette.responses import HTMLResponse, RedirectResponse, Response

from audit.database import StoreError
from audit.desk.accounts import Accounts, Role, Visitor
from audit.desk.book import Book, State
from audit.desk.cases import Cases
from audit.desk.picture import Pictures
from audit.store import Store
from audit.tables import audits
from crawler.url import host
from reports import french
from reports.phrases import clean
from reports.render import words
from reports.render.layout import paragraphs
from reports.render.tree import shown, web
from reports.report import Report

if TYPE_CHECKING:
    from audit.desk.oidc import OpenID

ROLES = {Role.READER: "Lecture", Role.REVIEWER: "Évaluation", Role.ADMINISTRATOR: "Administration"}


BACK = "/sign-in/oidc/back"
"""Where a provider of identities sends browsers back to."""


class Missing(Exception):
    """There is no such thing here."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts of one desk. `alone`: who sits at it when there are no accounts; then nobody signs in."""

    store: Store
    book: Book
    accounts: Accounts
    cases: Cases
    pictures: Pictures
    alone: Visitor | None = None
    secure: bool = False
    oidc: "OpenID | None" = None


@dataclass(frozen=True, slots=True)
class Call:
    """One request. `visitor` is None only where nobody needs to be signed in."""

    desk: Desk
    visitor: Visitor | None
    path: Mapping[str, str]
    query: Mapping[str, str]
    form: Mapping[str, str]
    address: str = ""
    cookies: Mapping[str, str] = field(default_factory=dict)

    @property
    def token(self) -> str:
        return self.cookies.get(cookie_name(self.desk), "")

    @property
    def name(self) -> str:
        return self.visitor.name if self.visitor else ""

    @property
    def audit(self) -> int:
        """The audit that the address names. Raises Missing."""
        number = self.path.get("audit", "")
        if not number.isdecimal() or len(number) > 9:
            raise Missing("Cet audit")
        return int(number)

    def report(self, number: int | None = None) -> Report:
        """Raises Missing."""
        try:
            return Report.from_json(self.desk.store.report(self.audit if number is None else number))
        except StoreError as error:
            raise Missing("Cet audit") from error

    def opened(self) -> tuple[Report, State]:
        """The report of the audit that is asked for, and its review. Raises Missing."""
        report = self.report()
        return report, self.desk.book.open(self.audit, report)

    def lineage(self, number: int) -> list[int]:
        """The audits of the same site up to this one, newest first."""
        host = select(audits.c.host).where(audits.c.id == number).scalar_subquery()
        query = select(audits.c.id).where(audits.c.host == host, audits.c.id <= number).order_by(audits.c.id.desc())
        with self.desk.store.engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def field(self, name: str, most: int = 5000) -> str:
        """A field of the form, without what no keyboard writes, its lines kept."""
        said = self.form.get(name, "").replace("\r\n", "\n")[:most]
        return "\n".join(clean(line, most) for line in said.split("\n")).strip()

    def number(self, name: str) -> int | None:
        said = self.form.get(name, "")
        return int(said) if said.isdecimal() and len(said) < 10 else None

    def page(self, template: str, status: int = 200, /, **told: Any) -> Response:
        """A page of the desk."""
        told |= {"visitor": self.visitor, "alone": self.desk.alone is not None, "oidc": self.desk.oidc, "role": Role}
        return HTMLResponse(environment().get_template(template).render(**told), status)


Screen = Callable[[Call], Response]


def cookie_name(desk: Desk, of: str = "arobase") -> str:
    """With __Host- no other site of the same domain can set it."""
    return f"__Host-{of}" if desk.secure else of


def to(where: str, **query: str) -> Response:
    """Where the browser goes on after a form, so that a reload does not send it again."""
    return RedirectResponse(f"{where}?{urlencode(query)}" if query else where, 303)


def day(moment: str | date) -> str:
    """« 14 novembre 2026 »; of a moment, the day that it was on this machine's clock."""
    local = moment.astimezone() if isinstance(moment, datetime) else moment
    return words.on_day(local if isinstance(local, str) else local.isoformat())


@lru_cache(maxsize=1)
def environment() -> Environment:
    made = Environment(
        loader=PackageLoader("audit.desk"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    made.filters.update(
        web=web,
        shown=shown,
        figure=french.figure,
        typeset=french.typeset,
        count=french.count,
        capitalise=french.capital,
        day=day,
        clock=lambda moment: f"{day(moment)} à {moment.astimezone():%H:%M}",
        verdict=words.verdict,
        trust=words.trust,
        outcome=words.outcome,
        role=lambda role: ROLES[role],
        host_of=host,
        paragraphs=paragraphs,
    )
    return made
