"""The first screens: the sites and where each stands, and the audits of one of them."""

from starlette.responses import Response

from audit.desk.call import Call, Missing
from audit.desk.roster import of_host, roster


def listing(call: Call) -> Response:
    said = call.query.get("page", "")
    page = int(said) if said.isdecimal() and len(said) < 7 else 1
    words, state = call.query.get("q", "")[:100], call.query.get("state", "")
    return call.page("list.html", roster=roster(call.desk.store.engine, words, state, page), words=words, state=state)


def commune(call: Call) -> Response:
    lines = of_host(call.desk.store.engine, call.path["host"])
    if not lines:
        raise Missing("Cette commune")
    history = call.desk.store.participations(call.path["host"])
    return call.page("commune.html", lines=lines, newest=lines[0], history=sorted(history.items()))
