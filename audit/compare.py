"""What `arobase changes` does: the last two audits of a site side by side."""

import json

from audit.database import StoreError
from audit.store import Store
from crawler.url import host_and_port
from reports.changes import Changes, changes
from reports.report import Report


def compared(where: str, site: str) -> Changes:
    """The last two audits of the site: a host name, or an address on it. Raises StoreError when there are not two."""
    name = host_and_port(site if "://" in site else f"https://{site}")
    with Store(where, make=False) as store:
        kept = store.audits(name)
        if len(kept) < 2:
            how = "one audit" if kept else "no audit"
            raise StoreError(f"the store holds {how} of {name or site!r}; two are needed to compare, `arobase audits` lists them")
        before, after = (Report.from_json(store.report(entry.id)) for entry in kept[-2:])
    return changes(before, after)


def as_json(told: Changes) -> str:
    """Plain ASCII: nothing that a site wrote can move a cursor."""
    return json.dumps(told.model_dump(mode="json"), indent=1)
