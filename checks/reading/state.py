"""The State's own texts: on its sites, or shown by a town's site as sheets. They say nothing of what the town offers. Pure."""

import re

from checks.fingerprints import rows_of
from checks.text.traits import Trait
from crawler.url import host

HOSTS = tuple(row.pattern.removeprefix("*") for row in rows_of("service_public", "state"))
_SHEET = re.compile(r"[?&]xml=[FNR]\d")


@Trait
def is_sheet(href: str) -> bool:
    """Whether an address bears the number of one of the State's sheets, which many sites take over as they are."""
    return _SHEET.search(href) is not None


_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\A[\w.-]{1,60}\.gouv\.fr(?:/\S*)?", re.I)


def is_of_state(href: str, words: str = "") -> bool:
    """Whether a link leads to a text of the State's, or only spells a ministry's address: « www.sante.gouv.fr »."""
    at = host(href)
    return at.endswith(HOSTS) or is_sheet(href) or (at.endswith(".gouv.fr") and _ADDRESS.fullmatch(words) is not None)
