"""Denial: what a page says that there is none of. Pure."""

import re

from checks.folding import fold
from checks.passages import passages
from checks.purpose import Purpose, purposes
from crawler.page import Page, content, derived
from crawler.url import path

SHORT = 3000
"""Characters beyond which a page says more than that there is nothing."""
NONE = re.compile(
    r"\bn['’ ]?(?:est|sont|existe|existent|a|ont)\s+(?:plus|jamais|pas encore)\b[^.!?]{0,60}"
    r"|\bil n['’]y (?:a|en a)\s+(?:pas|plus)\b[^.!?]{0,60}"
    r"|\b(?:ne|n['’])\s?[\w'’ ]{1,25}\s(?:plus|pas)\s(?:de\s|d['’])[^.!?]{2,40}"
    r"|\baucune?\s[^.!?]{2,40}?\b(?:en cours|actuellement|pour le moment|pour l['’]instant|à ce jour)\b"
    r"|\b(?:service|page|rubrique|site)\s[^.!?]{0,30}\b(?:en (?:cours de )?construction|indisponible|supprimée?|fermée?)\b",
    re.I,
)
_LACK = re.compile(
    r"(?:\b[Ii]l n['’]y (?:en )?a (?:pas|plus|ni|aucune?)|\bPas|\bPlus|\b(?:ne|n['’])\s?[\w'’]{1,15}\s(?:plus|pas))"
    r"\s(?:de\s|d['’]\s?)(?P<what>[\w-]+(?:\W+[\w-]+){0,2})(?P<when>[^.!?]{0,40})"
    r"|\b[Aa]ucune?\s(?P<any>[\w-]+(?:\W+[\w-]+){0,2})(?P<then>[^.!?]{0,40})"
)
_WITHOUT = ("pas de ", "pas d'", "pas d’", "plus de ", "plus d'", "plus d’", "aucun")
_TODAY = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|vacances|aujourd|semaine|férié|août|disponible)", re.I
)
_TO_COME = re.compile(
    r"\W*(?:(?:contenu|page|rubrique|section|informations?)\s)?(?:à venir|bientôt|(?:est |sera )?en (?:cours de )?(?:construction|rédaction)|à compléter)\b",
    re.I,
)
_SUBSTANCE = (".pdf", ".doc", ".docx", ".odt", ".xls", ".xlsx", ".ods", ".zip")
_SUBJECTS = 2
"""Headings from which a page has several subjects: what it says of one denies none of the others."""


@derived
def denial(page: Page) -> str:
    """The words by which a page says that there is nothing: short, of one subject, without a form, a document or anything shown."""
    text = page.main_text
    found = NONE.search(text) if len(text) <= SHORT else None
    if found is None or page.embeds or any(purpose is not Purpose.SEARCH for _, purpose in purposes(page)):
        return ""
    if len(content(page).css("h2, h3, h4")) >= _SUBJECTS:
        return ""
    if any(
        path(link.href).lower().endswith(_SUBSTANCE) and link.region not in ("nav", "header", "footer") for link in page.links
    ):
        return ""
    return found.group()


@derived
def lacking(page: Page) -> str:
    """The folded words that follow each « il n'y a pas de … », « aucun … » of the page; '' for most pages."""
    told = [
        found["what"] or found["any"]
        for text in passages(page, *_WITHOUT, reach=60)
        for found in _LACK.finditer(text)
        if not _TODAY.search(f"{found['what'] or found['any']}{found['when'] or found['then'] or ''}")
    ]
    return " ; ".join(fold(words) for words in told)


def is_to_come(words: str) -> bool:
    """Whether what stands under a heading only says that something will come."""
    return _TO_COME.match(words) is not None
