"""Names and figures that a page tells of its commune, each with the words that tell it. Pure."""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from itertools import islice
from typing import Any

from checks.communes.nature import is_home
from checks.communes.office import mayor_beside
from checks.communes.places import department_names, departments, of_postcode, region_names
from checks.observation import Observation, Trust
from checks.reading.spots import in_frame, says, says_itself
from checks.text.excerpts import spans
from checks.text.figures import fives
from checks.text.lexicon import Prose
from crawler.markup import squeeze
from crawler.page import Page, frame_text

STREET = r"(?!(?:Rue|Place|Avenue|Route|Chemin|Impasse|Allée|Boulevard|Quai|Square)\b)"
"""What begins an address right after a town's name."""
SPELLED = (
    r"(?:(?:L[aeo]s?\s+|L['’])?[A-ZÀ-Ý][\wà-ÿÀ-Ý'’]*(?:(?:-| "
    + STREET
    + r")(?:(?:sur|sous|en|de|di|da|du|des|la|le|les|lès|lez|et|aux?|d['’]|l['’])[- ]){0,3}(?:d['’]|l['’])?"
    r"(?!L[ae]s? [a-zà-ÿ])(?!(?:Mairie|MAIRIE|Commune|Accueil|Bienvenue|Site|Contact|Menu|Horaires|Adresse|T[ée]l)\b)[A-ZÀ-Ý][\wà-ÿÀ-Ý'’]*){0,4})"
)
"""How the name of a town is written."""
NAME = re.compile(
    r"(?:[Mm]airie|[Cc]ommune|[Vv]ille|MAIRIE|COMMUNE|VILLE|[Vv]illage)\s+(?:de\s+|d['’]\s?|du\s+|des\s+|DE\s+|D['’]\s?|DU\s+)"
    f"({SPELLED})"
)
POSTCODE = re.compile(r"((?:0[1-9]|[1-8]\d|9[0-8])(?<!\d\d\d)\d{3})\s+([A-ZÀ-Ý][\wà-ÿÀ-Ý'’ -]{1,40})")
INHABITANTS = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d{2,7})\s+(?:habitants|hab\.|âmes)(?!\s*/|\s*au\s+km)", re.I
)
POPULATION = re.compile(
    r"population\s*(?:municipale|totale|légale|communale)?\s*(?:\(\d{4}\))?\s*[:=]\s*(\d{1,3}(?:[ .\u00a0\u202f]\d{3})+|\d{2,7})",
    re.I,
)
NO_PERSON = (
    r"(?!(?:Les?|La|Vos|Nos|Notre|Votre|Mot|Conseil|Mairie|Commune|Ville|Village|Maires?|Adjoints?|Bienvenue|Horaires|Accueil|Contact|Menu|Vie"
    r"|Monsieur|Madame|Syndicat|Commissions?|Communauté|Comité|Association|Hébergement|Hébergeur|Secrétaire|Direct(?:eur|rice))\b)"
)
NO_NAME = (
    r"(?!(?i:Mentions|Accueil|Contacte?r?|Menu|Plan|Horaires|T[ée]l(?:[ée]phone)?|Adresse|Courriel|Mail|E-?mail|Mairie|Adjoint[es]*|Politique"
    r"|Conseil|Conseill[eè]re?s?|Facebook|Permanences?|Actualit[ée]s|Les|Voir"
    r"|Hébergement|Hébergeur|Direct(?:eur|rice))\b)(?!(?:Président|Officier|Premi[eè]re?\b|Deuxième|Conseill|Délégué|Maire\b|Vice\b|Membre|Chargé))"
)
"""What stands right after a name in a footer or a list, and is none; what begins another office."""
PERSON = (
    NO_PERSON + rf"((?:{NO_NAME}[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?\s+){{1,2}}(?:(?:de|du|d['’]|le|la)\s?)?"
    rf"(?:{NO_NAME}[A-ZÀ-Ý][\wà-ÿÀ-Ý'’-]+)(?:\s{NO_NAME}[A-ZÀ-Ý]{{2,}}[\w-]*)?)"
)
MAYORS = (
    re.compile(
        r"(?:M\.|Mme|Monsieur|Madame)?\s?\b[Ll][ea]\s+(?:[Mm]aire|[Bb]ourgmestre)\s*[,:–-]?\s*(?:M\.|Mme|Monsieur|Madame)?\s?"
        + PERSON
    ),
    re.compile(r"\b(?:[Mm]aire|MAIRE|[Bb]ourgmestre)\s*[:–-]\s*(?:M\.|Mme|Monsieur|Madame)?\s?" + PERSON),
    re.compile(r"(?:[Vv]otre [Mm]aire),?\s*" + PERSON),
    re.compile(
        PERSON
        + r"\s*[,:–(-]\s*(?:[Mm]aire|MAIRE|[Bb]ourgmestre)(?!\s*-?\s*[Aa]djoint)(?!\s+(?:honoraire|délégué))(?!\s+(?:d[eu]s?\s|d['’]\s?)[A-ZÀ-Ý])\b"
    ),
)
WHOLE = re.compile(r"(?:(?:M\.|Mme|Monsieur|Madame)\s)?" + PERSON)
SIGNED = re.compile(r"\b[Ff]ait (?:à|en)\b.{3,60}\b20\d\d\W*\Z", re.S)
INSEE_WORD, DEPARTMENT_WORD, REGION_WORD = Prose("insee"), Prose("département"), Prose("région")
PEOPLED_WORD, COUNTED_WORD = Prose("population"), Prose("habitants", "hab", "âmes")
TOWN = Prose("mairie", "commune", "ville", "village")
COUNTED = {
    word: re.compile(rf"{re.escape(word)}(?<=\d.{re.escape(word)})", re.S)
    for word in ("habitants", "Habitants", "HABITANTS", "hab.", "âmes")
}
"""A word that counts people, and what finds it behind a number: many times as fast as the pattern of numbers."""
SEVERAL = re.compile(r"\bcommunes\b|\b(?:agglo|métropole|intercommun|canton|département|région|communauté d)", re.I)
"""Where a sentence speaks of these, it is their inhabitants that it counts."""
PEOPLED = ("population", "Population", "POPULATION")
OFFICE = Prose("maire", "bourgmestre")
MAYOR = tuple(map(re.compile, (r"aire\b(?<=[Mm]aire)", r"MAIRE\b", r"ourgmestre\b")))
HALL, HALLS = Prose("mairie", "hôtel de ville"), ("mairie", "Mairie", "MAIRIE", "ôtel de ville", "ôtel de Ville")
ADDRESS, MOST_HALLS = 120, 12
"""Characters behind the town hall's name in which its address stands, and times that the name is looked behind."""
BEGINNING, ENDING = 3000, 1500
"""Characters in which a page tells whose site it is."""
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
    named = _name(page)
    for name, found in (
        ("name", named),
        ("insee", _search(page, INSEE, INSEE_WORD)),
        ("department", _search(page, DEPARTMENT, DEPARTMENT_WORD) or _in_brackets(page)),
        ("region", _search(page, REGION, REGION_WORD)),
        ("mayor", _mayor_on(page, named.group(1) if named else "")),
        (
            "population",
            _in_names(page, POPULATION, PEOPLED_WORD)
            or _in_text(page, PEOPLED_WORD, _peopled)
            or _in_text(page, COUNTED_WORD, _inhabitants),
        ),
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
    place = _postcode(page.text[-2500:] if len(frame_text(page)) < 200 else frame_text(page)[-2500:]) or _beside_town_hall(page)
    department = of_postcode(place.group(1)) if place else None
    if place and department:
        facts = {"postcode": place.group(1), "department": department.name, "region": department.region}
        yield Observation.at(page, squeeze(place.group()), Trust.HINT, proof="fact:postcode", target=place.group(1), **facts)


@lru_cache(maxsize=256)
def _postcode(text: str) -> re.Match[str] | None:
    return POSTCODE.search(text)


def _beside_town_hall(page: Page) -> re.Match[str] | None:
    """The postcode of the town hall's address: « Mairie de Rives, 3 place de la Halle, 38999 Rives »."""
    return _in_text(page, HALL, _addressed)


def _addressed(text: str) -> re.Match[str] | None:
    """A postcode, looked for behind the word only, and where there is one at all."""
    if not fives(text):
        return None
    starts = sorted(start for word in HALLS for start, _ in islice(spans(text, word), MOST_HALLS))
    return next((found for start in starts if (found := POSTCODE.search(text[start : start + ADDRESS]))), None)


def _search(page: Page, pattern: re.Pattern[str], word: Prose) -> re.Match[str] | None:
    """The pattern in the page's title, headline or text; looked for only where its word stands."""
    return _in_names(page, pattern, word) or _in_text(page, word, _searching(pattern))


def _in_names(page: Page, pattern: re.Pattern[str], word: Prose) -> re.Match[str] | None:
    return next((found for name in (page.title, page.headline) if word.within(name) and (found := pattern.search(name))), None)


Search = Callable[[str], re.Match[str] | None]


def _in_text(page: Page, word: Prose, search: Search) -> re.Match[str] | None:
    """What is found in the page's own text, else in its frame; looked for only where the word stands."""
    if not says(page, word):
        return None
    found = search(page.main_text) if says_itself(page, word) else None
    return found or in_frame(page, search)


def _in_brackets(page: Page) -> re.Match[str] | None:
    return next((found for text in (page.title, page.headline, page.text[-ENDING:]) if (found := IN_BRACKETS.search(text))), None)


def _name(page: Page) -> re.Match[str] | None:
    found = NAME.search(page.title) or NAME.search(page.headline)
    if found or not says(page, TOWN):
        return found
    found = in_frame(page, _named)
    if found and found[1] not in page.title:
        # « Commune du Haut-Pays » is said above « Mairie de Rives », whose name the title bears.
        found = next((one for one in NAME.finditer(found.string) if one[1] in page.title), found)
    return found or NAME.search(page.text[-ENDING:]) or NAME.search(page.text[:BEGINNING])


def _named(frame: str) -> re.Match[str] | None:
    return NAME.search(frame[-ENDING:])


def _peopled(text: str) -> re.Match[str] | None:
    """A population, looked for from its word only."""
    starts = sorted(start for word in PEOPLED for start, _ in spans(text, word))
    return next((found for start in starts if (found := POPULATION.match(text, start))), None)


def _inhabitants(text: str) -> re.Match[str] | None:
    """A number of inhabitants, looked for before the word only."""
    met = (found.start() for word, counted in COUNTED.items() if word in text for found in counted.finditer(text))
    places = (start for start in met if not SEVERAL.search(text[max(0, start - 120) : start].rpartition(". ")[2]))
    near = (text[max(0, start - 20) : start + 21] for start in places)
    return next((found for place in near if (found := INHABITANTS.search(place))), None)


def _mayor_on(page: Page, town: str) -> re.Match[str] | None:
    return (
        _in_text(page, OFFICE, _mayor)
        or (_in_text(page, OFFICE, _mayor_of(town)) if town else None)
        or (mayor_beside(page, WHOLE, town) if says_itself(page, OFFICE) else None)
    )


def _mayor(text: str) -> re.Match[str] | None:
    """The first pattern that tells the mayor's name, looked for around the word only."""
    met = sorted(m.start() for word in MAYOR for m in islice(word.finditer(text), 40))
    places = [text[max(0, start - 90) : _word_end(text, start + 100)] for start in met[:40]]
    every = (found for pattern in MAYORS for place in places if (found := pattern.search(place)))
    # Who signed an act was the mayor of its day.
    return next((found for found in every if not SIGNED.search(found.string[: found.start()])), None)


def _word_end(text: str, at: int) -> int:
    """Where the word ends in which a window would: a name is told whole or not at all."""
    found = _REST.match(text, at)
    return found.end() if found else at


_REST = re.compile(r"[\w’'-]{0,30}")


@lru_cache(maxsize=64)
def _mayor_of(town: str) -> Search:
    """« Anne Petit, Maire de Rives »: a name that stands right before the office of this town, and of no other."""
    return partial(
        _before_office, re.compile(PERSON + r"\s*[,–(-]?\s+[Mm]aire (?:de |du |des |d['’]\s?)" + re.escape(town) + r"\b")
    )


def _before_office(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    places = (text[max(0, start - 90) : _word_end(text, start + 100)] for start, _ in islice(spans(text, "aire d"), 40))
    return next((found for place in places if (found := pattern.search(place))), None)


@cache
def _searching(pattern: re.Pattern[str]) -> Search:
    """The search of a pattern, always the same one: it is what is remembered by."""
    return pattern.search
