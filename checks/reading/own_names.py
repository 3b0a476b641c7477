"""Own names: how a site calls its magazine, its social service, its business park. Pure.

A page tells it by apposition (« Le Valbrunois, magazine municipal ») or in a sentence (« Proxim'Social est la porte d'entrée du
CCAS »), and then uses it as a name.
"""

import re
from collections.abc import Iterator

from checks.observation import Observation, Trust
from checks.reading.spots import headed
from checks.text.lexicon import Phrases
from crawler.page import Page

_APPOSED = re.compile(r"(?P<name>[^,:()–—|]{2,40}?)\s?[,:–—(]\s?(?P<rest>.{4,80})\Z", re.S)
_NUMBERED = re.compile(
    r"\b(?:magazine|journal|bulletin)\s+(?:municipal|communal|de la (?:ville|commune))\s+(?P<name>[A-ZÀ-Ý][^\d,:()«»]{1,38}?)\s+(?:n°|no?\b|numéro)",
    re.S,
)
_TITLES = re.compile(r"\s[|–—-]\s")
_VERB = r"\s*(?:n°|est\b|sont\b|paraît|existe|propose|accueille|regroupe|peut\b|vous\b|a pour\b|—)"
_MONTHS = r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_NO_NAME = re.compile(rf"\d|^(?:{_MONTHS}|accueil|bienvenue|contact|page|nous|notre|nos|votre|vos|mes?|mon|les)\b|[?!…]", re.I)
COMMON = Phrases(
    "mairie", "commune", "ville", "village", "vie", "service", "information", "actualité", "publication", "communication",
    "document", "archive", "municipal", "municipale", "démarche", "pratique", "économie", "social", "sociale", "culture",
)  # fmt: skip
"""Words with which rubrics begin, and no names."""
READ = 4000
"""Characters of a page's text in which its name is used."""
SENTENCE = 140
"""Characters in which the sentence that explains a name says what it is."""


def own_name(page: Page, subject: Phrases) -> str:
    """What the page calls the subject that it is about; '' when it has no name of its own."""
    for words in (*(h.text for h in headed(page, subject)), *_TITLES.split(page.title)):
        found = _APPOSED.match(words.strip())
        if found and subject.within(found["rest"]) and _is_name(found["name"], subject) and _used(page, found["name"]):
            return found["name"]
        found = _NUMBERED.search(words)
        if found and subject.within(words) and _is_name(found["name"], subject):
            return found["name"]
    head = page.headline.strip()
    if not _is_name(head, subject):
        return ""
    _, said, told = page.main_text[:READ].partition(f"{head} est ")
    return head if said and subject.within(told[:SENTENCE].partition(".")[0]) else ""


def named(page: Page, subject: Phrases) -> Iterator[Observation]:
    """The name as a fact: it proves nothing by itself."""
    name = own_name(page, subject)
    if name:
        yield Observation.at(page, page.headline, Trust.HINT, proof="fact:name", target=f"name:{name}", name=name)


def _is_name(words: str, subject: Phrases) -> bool:
    return (
        3 <= len(words) <= 40
        and words.count(" ") < 4
        and words[0].isupper()
        and not _NO_NAME.search(words)
        and not subject.within(words)
        and not COMMON.within(re.split(r"[\s'’-]", words)[0])
    )


def _used(page: Page, name: str) -> bool:
    use = re.compile(rf"\b{re.escape(name)}{_VERB}")
    return bool(use.search(page.main_text[:READ])) or any(use.search(anchor.text) for anchor in page.links)
