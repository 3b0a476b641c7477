"""The desk as a web application: every screen, who may see it, and what is said when it cannot be shown."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from audit.desk.accounts import Role
from audit.desk.book import Shut
from audit.desk.call import BACK, Call, Desk, Missing, Screen, to
from audit.desk.door import Door
from audit.desk.screens import cases, fleet, listing, papers, people, proof, review

_FIELDS = 40


@dataclass(frozen=True, slots=True)
class Place:
    """One screen: how it is asked for, and the least role that may. `least` None: whoever comes."""

    method: str
    path: str
    least: Role | None
    screen: Screen


PLACES = (
    Place("GET", "/sign-in", None, people.sign_in_form),
    Place("POST", "/sign-in", None, people.sign_in),
    Place("GET", "/sign-in/oidc", None, people.go_to_provider),
    Place("GET", BACK, None, people.back_from_provider),
    Place("POST", "/sign-out", None, people.sign_out),
    Place("GET", "/", Role.READER, listing.listing),
    Place("GET", "/communes/{host}", Role.READER, listing.commune),
    Place("GET", "/fleet", Role.READER, fleet.fleet),
    Place("GET", "/help", Role.READER, people.help_page),
    Place("GET", "/audits/{audit}", Role.READER, review.audit),
    Place("GET", "/audits/{audit}/read", Role.READER, review.read),
    Place("GET", "/audits/{audit}/journal", Role.READER, review.journal),
    Place("GET", "/audits/{audit}/changes", Role.READER, papers.changes),
    Place("GET", "/audits/{audit}/links", Role.READER, papers.links),
    Place("GET", "/audits/{audit}/export/{format}", Role.READER, papers.export),
    Place("GET", "/audits/{audit}/proofs/{check}/{number}", Role.READER, proof.page),
    Place("GET", "/audits/{audit}/proofs/{check}/{number}/picture", Role.READER, proof.picture),
    Place("POST", "/audits/{audit}/decide", Role.REVIEWER, review.decide),
    Place("POST", "/audits/{audit}/add", Role.REVIEWER, review.add),
    Place("POST", "/audits/{audit}/undo", Role.REVIEWER, review.undo),
    Place("POST", "/audits/{audit}/level", Role.REVIEWER, review.level),
    Place("POST", "/audits/{audit}/sign", Role.REVIEWER, review.sign),
    Place("POST", "/audits/{audit}/reopen", Role.REVIEWER, review.reopen),
    Place("POST", "/audits/{audit}/cases", Role.REVIEWER, cases.collect),
    Place("GET", "/cases", Role.READER, cases.listing),
    Place("POST", "/cases/{case}/forget", Role.REVIEWER, cases.forget),
    Place("GET", "/accounts", Role.ADMINISTRATOR, people.accounts),
    Place("POST", "/accounts", Role.ADMINISTRATOR, people.add_account),
    Place("POST", "/accounts/{account}", Role.ADMINISTRATOR, people.change_account),
)


def application(desk: Desk, names: Collection[str] = ()) -> Door:
    """The whole desk, behind its door. `names`: the hosts it is called by; any when empty."""
    routes: list[BaseRoute] = [Route(place.path, _endpoint(desk, place), methods=[place.method]) for place in PLACES]
    routes.append(Mount("/static", StaticFiles(directory=Path(__file__).parent / "static")))

    async def unfound(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return _told(Call(desk, None, {}, {}, {}), status)

    app = Starlette(routes=routes, exception_handlers={HTTPException: unfound, 500: unfound})
    return Door(app, names, desk.secure)


def _endpoint(desk: Desk, place: Place):  # type: ignore[no-untyped-def]
    async def endpoint(request: Request) -> Response:
        form: dict[str, str] = {}
        if place.method == "POST":
            async with request.form(max_files=0, max_fields=_FIELDS) as sent:
                form = {name: value for name, value in sent.items() if isinstance(value, str)}
        address = request.client.host if request.client else ""
        call = Call(desk, None, request.path_params, request.query_params, form, address, request.cookies)
        return await run_in_threadpool(_answer, call, place, request.url.path)

    return endpoint


def _answer(call: Call, place: Place, asked: str) -> Response:
    visitor = call.desk.alone or (call.desk.accounts.visitor(call.token) if call.token else None)
    call = replace(call, visitor=visitor)
    if place.least is not None and visitor is None:
        return to("/sign-in", **({"next": asked} if place.method == "GET" and asked != "/" else {}))
    if place.least is not None and visitor is not None and visitor.role < place.least:
        return _told(call, 403)
    try:
        return place.screen(call)
    except Missing as missing:
        return _told(call, 404, str(missing))
    except Shut:
        return _told(call, 409)


def _told(call: Call, status: int, what: str = "") -> Response:
    return call.page("error.html", status, status=status, what=what)
