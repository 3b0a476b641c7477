"""Papers: what documents that the walk has read say of themselves in their first lines. Pure."""

import re
from datetime import date, timedelta

from checks.text.dates import first
from checks.text.folding import fold
from checks.text.lexicon import Phrases
from crawler.document import Document
from crawler.visit import Visit

_HEAD = 1500
_TITLE = 250
"""Characters in which a document says what it is; further down it speaks of others as well."""
_SESSION = re.compile(
    r"(?:s[ée]ance|r[ée]union|conseil(?: municipal)?|proc[èe]s[- ]verbal|compte[- ]rendu)\b(?P<after>[^;]{0,90})", re.I
)
_SOON = timedelta(days=62)


def opening(document: Document) -> str:
    """Title and first lines, folded, as far as they name the document."""
    return fold(f"{document.title} {document.text[:_TITLE]}")


def is_about(visit: Visit, subject: Phrases, apart: Phrases) -> bool:
    """Whether the document says of itself that it is such a one, and neither it nor the link to it that it is of another body."""
    document = visit.document
    if document is None or visit.via is None:
        return False
    said = opening(document)
    return subject.within_folded(said) and not apart.within_folded(said) and not apart.within_folded(fold(visit.via.text))


def day_of_session(document: Document, until: date) -> tuple[date, str] | None:
    """The day that the first lines (else the title) give to a session, and the words that say so. A day to come is no session held."""
    for text in (document.text[:_HEAD].replace("\n", " "), document.title):
        for found in _SESSION.finditer(text):
            day = first(found["after"])
            if day and day <= until:
                return day, found[0]
    return None


def day_of_issue(document: Document, until: date) -> tuple[date, str] | None:
    """The month or day that title or first lines give to an issue, else the day when the file was made; and the words that say so."""
    for text in (document.title, *document.text[:_HEAD].splitlines()[:12]):
        day = first(text)
        if day and day <= until + _SOON:
            return day, text
    if document.made_at and document.made_at <= until:
        return document.made_at, document.title or document.text[:_TITLE]
    return None
