"""Particulars: the names and figures that a site tells about its commune, each with the words that tell it. Pure."""

import re
from collections.abc import Iterator
from typing import Any

from checks.lexicon import Phrases
from checks.observation import Observation, Trust
from checks.places import department_names, of_postcode, region_names
from crawler.markup import squeeze
from crawler.page import Page

ENDING = 1500
"""Characters at a page's end in which a site tells whose it is."""
NAME = re.compile(
    r"(?:[Mm]airie|[Cc]ommune|[Vv]ille|MAIRIE|COMMUNE|VILLE|[Vv]illage)\s+(?:de\s+|d['’]\s?|du\s+|des\s+|DE\s+|D['’]\s?|DU\s+)"
    r"((?:L[aeo]s?\s+|L['’])?[A-ZÀ-Ý][\wà-ÿÀ-Ý'’]*(?:[- ](?:(?:sur|sous|en|de|du|des|la|le|les|lès|lez|et|aux?|d['’]|l['’])[- ]){0,3}(?:d['’]|l['’])?[A-ZÀ-Ý][\wà-ÿÀ-Ý'’]*){0,4})"
)
POSTCODE = re.compile(r"((?:0[1-9]|[1-8]\d|9[0-8])(?<!\d\d\d)\d{3})\s+([A-ZÀ-Ý][\wà-ÿÀ-Ý'’ -]{1,40})")
INHABITANTS = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d{2,7})\s+(?:habitants|hab\.|âmes)(?!\s*/|\s*au\s+km)", re.I
)
POPULATION = re.compile(
    r"population\s*(?:municipale|totale|légale|communale)?\s*(?:\(\d{4}\))?\s*[:=]\s*(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d{2,7})",
    re.I,
)
PERSON = r"((?:[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?\s+){1,2}(?:(?:de|du|d['’]|le|la)\s?)?(?:[A-ZÀ-Ý][\wà-ÿÀ-Ý'’-]+)(?:\s[A-ZÀ-Ý]{2,}[\w-]*)?)"
MAYORS = (
    re.compile(
        r"(?:M\.|Mme|Monsieur|Madame)?\s?\b[Ll][ea]\s+(?:[Mm]aire|[Bb]ourgmestre)\s*[,:–-]?\s*(?:M\.|Mme|Monsieur|Madame)?\s?"
        + PERSON
    ),
    re.compile(r"\b(?:[Mm]aire|MAIRE|[Bb]ourgmestre)\s*[:–-]\s*(?:M\.|Mme|Monsieur|Madame)?\s?" + PERSON),
    re.compile(r"(?:[Vv]otre [Mm]aire),?\s*" + PERSON),
    re.compile(PERSON + r"\s*[,:–(-]\s*(?:[Mm]aire|MAIRE|[Bb]ourgmestre)(?!\s*-?\s*[Aa]djoint)(?!\s+(?:honoraire|délégué))\b"),
)
INSEE = re.compile(r"(?:code\s+)?insee\s*(?:de la commune)?\s*:?\s*((?:0[1-9]|[1-8]\d|9[0-5]|2[AB])\d{3})(?!\d)", re.I)
INSEE_WORD, DEPARTMENT_WORD, REGION_WORD = Phrases("insee"), Phrases("département"), Phrases("région")
PEOPLE, TOWN = Phrases("population", "habitants", "hab", "âmes"), Phrases("mairie", "commune", "ville", "village")
COUNTED = re.compile(r"[hH]abitants|HABITANTS|[hH]ab\.|âmes")
OFFICE = Phrases("maire", "bourgmestre")
MAYOR = re.compile(r"[Mm]aire\b|MAIRE\b|[Bb]ourgmestre\b")
BEGINNING = 3000
_OF = r"\s*(?:de\s+la\s+|de\s+l['’]\s?|des\s+|du\s+|de\s+|d['’]\s?|:\s*)?"
DEPARTMENT = re.compile(
    rf"[Dd][ée]partement{_OF}({'|'.join(sorted(map(re.escape, department_names()), key=len, reverse=True))})(?!\w)"
)
REGION = re.compile(rf"[Rr][ée]gion{_OF}({'|'.join(sorted(map(re.escape, region_names()), key=len, reverse=True))})(?![\w-])")


def facts_of(page: Page) -> Iterator[Observation]:
    """Names and figures that the site tells about its commune, each with the words that tell it."""
    for name, found in (
        ("name", _name(page)),
        ("insee", _search(page, INSEE, INSEE_WORD)),
        ("department", _search(page, DEPARTMENT, DEPARTMENT_WORD)),
        ("region", _search(page, REGION, REGION_WORD)),
        ("mayor", _mayor(page)),
        ("population", _search(page, POPULATION, PEOPLE) or _inhabitants(page)),
    ):
        if found:
            value = squeeze(found.group(1)).strip(" -–,")
            facts: dict[str, Any] = {name: int(re.sub(r"\D", "", value)) if name == "population" else value}
            yield Observation.at(
                page, squeeze(found.group()), Trust.HINT, proof=f"fact:{name}", target=f"{name}:{value}", **facts
            )
    place = POSTCODE.search(page.text[-2500:])
    department = of_postcode(place.group(1)) if place else None
    if place and department:
        facts = {"postcode": place.group(1), "department": department.name, "region": department.region}
        yield Observation.at(page, squeeze(place.group()), Trust.HINT, proof="fact:postcode", target=place.group(1), **facts)


def _search(page: Page, pattern: re.Pattern[str], word: Phrases) -> re.Match[str] | None:
    """The pattern in the page's title, headline or text; looked for only where its word stands."""
    for text in (page.title, page.headline, page.text):
        found = pattern.search(text) if word.within(text) else None
        if found:
            return found
    return None


def _name(page: Page) -> re.Match[str] | None:
    found = NAME.search(page.title) or NAME.search(page.headline)
    if found or not TOWN.within(page.text):
        return found
    return NAME.search(page.text[-ENDING:]) or NAME.search(page.text[:BEGINNING])


def _inhabitants(page: Page) -> re.Match[str] | None:
    """A number of inhabitants, looked for before the word only."""
    text = page.text
    if not PEOPLE.within(text):
        return None
    places = (text[max(0, m.start() - 20) : m.end() + 12] for m in COUNTED.finditer(text))
    return next((found for place in places if (found := INHABITANTS.search(place))), None)


def _mayor(page: Page) -> re.Match[str] | None:
    """The first pattern that tells the mayor's name, looked for around the word only."""
    if not OFFICE.within(page.text):
        return None
    text = page.text
    places = [text[max(0, m.start() - 90) : m.end() + 90] for m, _ in zip(MAYOR.finditer(text), range(40), strict=False)]
    return next((found for pattern in MAYORS for place in places if (found := pattern.search(place))), None)
