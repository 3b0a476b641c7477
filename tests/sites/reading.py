"""A made site read as a user would: served on loopback under its own host names, audited, compared with its reader's truth."""

import tomllib
from pathlib import Path
from typing import Any

from audit.demo.web import StaticWeb
from audit.run import Audited, audit
from crawler.limits import Limits

SITES = Path(__file__).parent
DEMO = SITES.parent.parent / "audit" / "demo"


def truth(file: Path) -> dict[str, Any]:
    """`expected.toml`: start, as_of, dead_links, and verdicts by check whichever way they are written."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    if "finding" in told:
        told["findings"] = {entry["check"]: entry["verdict"] for entry in told["finding"]}
    return told


async def read(web: Path, told: dict[str, Any]) -> Audited:
    """The audit of a folder of hosts, as of its own day."""
    history = {int(year): level for year, level in told.get("participations", {}).items()}
    async with StaticWeb(web) as served:
        limits = Limits(delay=0, allow_private=True)
        return await audit(told["start"], limits, as_of=told["as_of"], resolver=served, participations=history)
