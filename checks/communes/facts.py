"""Names and figures that a page tells of its commune, each with the words that tell it. Pure."""

import re
from collections.abc import Iterator
from typing import Any

from checks.communes.nature import is_home
from checks.observation import Observation, Trust
from checks.places import department_names, departments, of_postcode, region_names
from crawler.markup import squeeze
from crawler.page import Page

NAME = re.compile(
    r"(?:[Mm]airie|[Cc]ommune|[Vv]ille|MAIRIE|COMMUNE|VILLE|[Vv]illage)\s+(?:de\s+|d['’]\s?|du\s+|des\s+|DE\s+|D['’]\s?|DU\s+)"
    r"((?:L[aeo]s?\s+|L['’])?[A-ZÀ-Ý][\wà-ÿÀ-Ý'’]*(?:[- ](?:(?:sur|sous|en|de|du|des|la|le|les|lès|lez|et|aux?|d['’]|l['’])[- ]){0,3}(?:d['’]|l['’])?[A-ZÀ-Ý][\wà-ÿÀ-Ý'’]*){0,4})"
)
POSTCODE = re.compile(r"(?<!\d)((?:0[1-9]|[1-8]\d|9[0-8])\d{3})\s+([A-ZÀ-Ý][\wà-ÿÀ-Ý'’ -]{1,40})")
INHABITANTS = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d{2,7})\s+(?:habitants|hab\.|âmes)(?!\s*/|\s*au\s+km)", re.I
)
POPULATION = re.compile(
    r"population\s*(?:municipale|totale|légale|communale)?\s*(?:\(\d{4}\))?\s*[:=]\s*(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d{2,7})",
    re.I,
)
NO_PERSON = (
    r"(?!(?:Les?|La|Vos|Nos|Notre|Votre|Mot|Conseil|Mairie|Maires?|Adjoints?|Bienvenue|Horaires|Accueil|Contact|Menu|Vie)\b)"
)
PERSON = (
    NO_PERSON
    + r"((?:[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?\s+){1,2}(?:(?:de|du|d['’]|le|la)\s?)?(?:[A-ZÀ-Ý][\wà-ÿÀ-Ý'’-]+)(?:\s[A-ZÀ-Ý]{2,}[\w-]*)?)"
)
MAYORS = (
    re.compile(
        r"(?:M\.|Mme|Monsieur|Madame)?\s?\b[Ll][ea]\s+(?:[Mm]aire|[Bb]ourgmestre)\s*[,:–-]?\s*(?:M\.|Mme|Monsieur|Madame)?\s?"
        + PERSON
    ),
    re.compile(r"\b(?:[Mm]aire|MAIRE|[Bb]ourgmestre)\s*[:–-]\s*(?:M\.|Mme|Monsieur|Madame)?\s?" + PERSON),
    re.compile(r"(?:[Vv]otre [Mm]aire),?\s*" + PERSON),
    re.compile(PERSON + r"\s*[,:–(-]\s*(?:[Mm]aire|MAIRE|[Bb]ourgmestre)(?!\s*-?\s*[Aa]djoint)(?!\s+(?:honoraire|délégué))\b"),
)
MAYOR = re.compile(r"[Mm]aire|MAIRE|[Bb]ourgmestre")
PEOPLE = re.compile(r"habitants|hab\.|âmes|Habitants|HABITANTS")
REACH = 90
"""Characters looked at on either side of these words: the patterns are dear over a whole page."""
INSEE = re.compile(r"(?:code\s+)?insee\s*(?:de la commune)?\s*:?\s*((?:0[1-9]|[1-8]\d|9[0-578]|2[AB])\d{3})(?!\d)", re.I)
_OF = r"\s*(?:de\s+la\s+|de\s+l['’]\s?|des\s+|du\s+|de\s+|d['’]\s?|:\s*)?"
DEPARTMENT = re.compile(
    rf"[Dd][ée]partement{_OF}({'|'.join(sorted(map(re.escape, department_names()), key=len, reverse=True))})(?!\w)"
)
IN_BRACKETS = re.compile(
    rf"\(\s*((?:0[1-9]|[1-8]\d|9[0-5]|97[1-8])|{'|'.join(sorted(map(re.escape, department_names()), key=len, reverse=True))})\s*\)"
)
"""« Ornans (25) », « Ornans (Doubs) »."""
REGION = re.compile(rf"[Rr][ée]gion{_OF}({'|'.join(sorted(map(re.escape, region_names()), key=len, reverse=True))})(?![\w-])")


def facts_of(page: Page) -> Iterator[Observation]:
    """Names and figures that the site tells about its commune, each with the words that tell it."""
    text = page.text
    lowered = text.lower()
    here = f"{page.title}\n{page.headline}\n{text}"
    ending = text[-1500:]
    for name, found in (
        ("name", NAME.search(page.title) or NAME.search(page.headline) or NAME.search(ending) or NAME.search(text[:3000])),
        ("insee", INSEE.search(text) if "insee" in lowered else None),
        ("department", DEPARTMENT.search(here) or IN_BRACKETS.search(f"{page.title} {page.headline} {ending}")),
        ("region", REGION.search(here)),
        ("mayor", _mayor(text)),
        ("population", _population(text, lowered)),
    ):
        if found:
            value = squeeze(found.group(1)).strip(" -–,")
            if value.isdigit() and name == "department":
                value = departments()[value].name if value in departments() else value
            facts: dict[str, Any] = {name: int(re.sub(r"\D", "", value)) if name == "population" else value}
            yield Observation.at(
                page, squeeze(found.group()), Trust.HINT, proof=f"fact:{name}", target=f"{name}:{value}", **facts
            )
    if is_home(page):
        for title in dict.fromkeys(filter(None, (page.title, page.headline))):
            yield Observation.at(page, title, Trust.HINT, proof="fact:title", target=f"title:{title}")
    place = POSTCODE.search(text[-2500:])
    department = of_postcode(place.group(1)) if place else None
    if place and department:
        facts = {"postcode": place.group(1), "department": department.name, "region": department.region}
        yield Observation.at(page, squeeze(place.group()), Trust.HINT, proof="fact:postcode", target=place.group(1), **facts)


def _mayor(text: str) -> re.Match[str] | None:
    """The first pattern that holds, near the word."""
    near = [text[max(0, m.start() - REACH) : m.end() + REACH] for m in MAYOR.finditer(text)]
    return next((m for pattern in MAYORS for words in near if (m := pattern.search(words))), None)


def _population(text: str, lowered: str) -> re.Match[str] | None:
    found = POPULATION.search(text) if "population" in lowered else None
    if found:
        return found
    near = (text[max(0, m.start() - REACH) : m.end() + REACH] for m in PEOPLE.finditer(text))
    return next((m for words in near if (m := INHABITANTS.search(words))), None)
