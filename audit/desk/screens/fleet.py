"""The watched sites at this moment: what waits, what is under way, how fast it goes, what fails and why, which sites are slow."""

from starlette.responses import Response

from audit.desk.call import Call
from audit.watch.status import status_of
from reports.render.links import DEAD, UNTOLD

REASONS = {**DEAD, **UNTOLD, "the worker ended each time": "la visite met fin au programme"}
"""Why a visit failed, in words; what is not told here is said as it is."""


def fleet(call: Call) -> Response:
    return call.page("fleet.html", status=status_of(call.desk.store.engine), reasons=REASONS)
