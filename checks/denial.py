"""Denial: a page that says, of what it is named after, that there is none. Pure."""

import re

from checks.purpose import Purpose, purposes
from crawler.page import Page, derived
from crawler.url import path

SHORT = 3000
"""Characters beyond which a page says more than that."""
NONE = re.compile(
    r"\bn['’ ]?(?:est|sont|existe|existent|a|ont)\s+(?:plus|jamais|pas encore)\b[^.!?]{0,60}"
    r"|\bil n['’]y (?:a|en a)\s+(?:pas|plus)\b[^.!?]{0,60}"
    r"|\b(?:ne|n['’])\s?[\w'’ ]{1,25}\s(?:plus|pas)\s(?:de\s|d['’])[^.!?]{2,40}"
    r"|\baucune?\s[^.!?]{2,40}?\b(?:en cours|actuellement|pour le moment|pour l['’]instant|à ce jour)\b"
    r"|\b(?:service|page|rubrique|site)\s[^.!?]{0,30}\b(?:en (?:cours de )?construction|indisponible|supprimée?|fermée?)\b",
    re.I,
)
_SUBSTANCE = (".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".zip")


@derived
def denial(page: Page) -> str:
    """The words by which a page says that there is nothing: short, without a form, a document or anything shown; else ''."""
    text = page.main_text
    found = NONE.search(text) if len(text) <= SHORT else None
    if found is None or page.embeds or any(purpose is not Purpose.SEARCH for _, purpose in purposes(page)):
        return ""
    if any(
        path(link.href).lower().endswith(_SUBSTANCE) and link.region not in ("nav", "header", "footer") for link in page.links
    ):
        return ""
    return found.group()
