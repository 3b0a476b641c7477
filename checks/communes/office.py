"""The mayor, as the cards of a council name them: the office in a line of its own, the name in the line before or after it. Pure."""

import re
from html import unescape
from itertools import chain

from checks.reading.about import about
from checks.text.excerpts import spans
from checks.text.lexicon import Phrases
from crawler.markup import beside, squeeze
from crawler.page import Page

_COUNCIL = Phrases("élus", "conseil municipal", "équipe municipale", "municipalité", "mairie", "maire", "vie municipale")
_OFFICE = re.compile(
    r"(?:(?:Monsieur|Madame|M\.|Mme)\s)?(?:(?:[Ll]e|[Ll]a|[Vv]otre)\s)?(?:[Mm]aire|MAIRE)(?:\s(?:de\s|du\s|des\s|d['’]\s?)(?P<town>.{2,50}))?"
)
_LINES = ("span", "p", "div", "small", "em", "strong", "b", "h2", "h3", "h4", "h5", "td")
_LINE = 60
"""Characters up to which a line is but an office or a name."""


def mayor_beside(page: Page, person: re.Pattern[str], town: str) -> re.Match[str] | None:
    """The name that stands beside the mayor's office, of this town or of none that is named, on a page about the council."""
    if not about(page, _COUNCIL) or not _stands_alone(page.html):
        return None
    for node in page.outline.nodes(*_LINES):
        words = squeeze(node.text(deep=False) or "")
        told = _OFFICE.fullmatch(words) if len(words) <= _LINE else None
        if told is None or (told["town"] and not (town.startswith(told["town"]) or told["town"] in page.title)):
            continue
        # Names before offices are told apart by the first: what follows it is the next one's name.
        for other in (beside(node, back=True), beside(node)):
            name = squeeze(other.text(separator=" ")) if other is not None else ""
            if len(name) <= _LINE and (found := person.fullmatch(name)):
                return found
    return None


def _stands_alone(html: str) -> bool:
    """Whether some tags have nothing between them but what begins with the office: all lines of a page are dear to read."""
    for start, end in chain(spans(html, "aire"), spans(html, "AIRE")):
        since, until = html.rfind(">", max(0, start - _LINE), start) + 1, html.find("<", end, end + 2 * _LINE)
        if since and until > 0 and _OFFICE.match(squeeze(unescape(html[since:until]))):
            return True
    return False
