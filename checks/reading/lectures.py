"""Lectures: sections that tell of the law or of times long past at length, and of nothing that one may use here. Pure."""

import re

from checks.reading.given import is_used, links, under
from checks.reading.state import is_of_state
from checks.reading.unkept import leads_nowhere
from checks.text.lexicon import Phrases
from checks.text.telephone import NUMBER
from crawler.heading import Heading
from crawler.markup import squeeze
from crawler.page import Page, derived

_LONG, _MOST = 150, 1500
"""Characters from which a section tells at length, and characters of it that are read."""
_LAW = re.compile(
    r"\b(?:lois? (?:[^.!?;]{0,25}du [0-9]|n°|pour |sur |relative|d['’]orientation|de [0-9]{4})|code (?:général|de la |de l['’]|des |du )|articles? [LR]\.? ?[0-9]|décret du)",
    re.I,
)
_PAST = re.compile(r"\b(?:1[0-8][0-9]{2}|19[0-4][0-9])\b|\bX[IVX]+e siècle|\b(?:jadis|autrefois)\b")
_TIMES = 2
"""Mentions of the past from which a section tells of it."""
_HERE = re.compile(
    rf"{NUMBER}|@|€|[0-9] ?h\b|\b(?:mairies?|secrétariats?|accueil|guichet|permanences?|présentez|contact\w*|adresse[rz]?|renseign\w*|pièces|justificatif"
    r"|formulaires?|dossier|télécharg\w+|rendez-vous|inscri(?:vez|re|t)|tarifs?|gratuite?s?|horaires?|ouvert\w*|(?:lun|mar|mercre|jeu|vendre|same)dis?|dimanches?)\b",
    re.I,
)
"""What one may use: whom to call, when, where, with what."""
_OF_THE_SITE = Phrases(
    "mentions légales", "données", "confidentialité", "cookies", "rgpd", "accessibilité", "droit", "crédits", "règlement"
)
"""What is told of the site itself, or is a rule, cites the law."""


def on_the_law(page: Page, heading: Heading, begins: str) -> bool:
    """Whether what stands under a heading, and `begins` so, cites the law, and gives nothing that one may use."""
    return _LAW.search(_lecture(page, heading, begins)) is not None and not _OF_THE_SITE.within(heading.text)


def is_lecture(page: Page, heading: Heading, begins: str) -> bool:
    """Whether it does but one or the other."""
    return on_the_law(page, heading, begins) or on_the_past(page, heading, begins)


def on_the_past(page: Page, heading: Heading, begins: str) -> bool:
    """Whether it tells of times long past: « Une charte de 1272 accorde un marché ; au XVIIIe siècle … »."""
    return len(_PAST.findall(_lecture(page, heading, begins))) >= _TIMES


@derived
def _read(page: Page) -> dict[int, str]:
    """Its lectures by the heading's `mem_id`, as far as they were asked for."""
    return {}


def _lecture(page: Page, heading: Heading, begins: str) -> str:
    """What stands under a heading at length; '' where it gives anything to use."""
    if len(begins) < _LONG or _HERE.search(begins):
        return ""
    known, place = _read(page), heading.node.mem_id
    if place not in known:
        known[place] = _told_at_length(heading)
    return known[place]


def _told_at_length(heading: Heading) -> str:
    after = under(heading)
    words = squeeze(" ".join(node.text(separator=" ") for node in after))[:_MOST]
    if len(words) < _LONG or _HERE.search(words) or is_used(after):
        return ""
    led = ((link.attributes.get("href") or "", link.text()) for link in links(after) if not leads_nowhere(link))
    return words if all(is_of_state(href, said) for href, said in led) else ""
