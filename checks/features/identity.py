"""Identité : est-ce le site officiel d'une commune, et laquelle."""

import re
from collections.abc import Iterator
from typing import Any

from checks.check import check
from checks.finding import Coverage, Tally, Verdict
from checks.lexicon import Phrases, around, fold
from checks.observation import Observation, Trust
from checks.places import department_names, of_postcode, region_names
from checks.signs import seen, unseen
from crawler.markup import squeeze
from crawler.page import Page

TOWN_HALL = Phrases(
    "mairie de",
    "mairie d",
    "commune de",
    "ville de",
    "site officiel de la commune",
    "site officiel de la ville",
    "site de la mairie",
    "hôtel de ville",
    "site officiel",
    "administration communale",
    "portail officiel",
)
DUTIES = (
    "conseil municipal",
    "état civil",
    "démarches administratives",
    "horaires de la mairie",
    "secrétariat de mairie",
    "le maire",
    "mot du maire",
    "les élus",
    "équipe municipale",
    "services municipaux",
    "vos démarches",
    "compte rendu du conseil municipal",
    "délibération",
    "urbanisme",
    "listes électorales",
    "bulletin municipal",
    "ccas",
    "plu",
    "collège communal",
    "conseil communal",
    "élus municipaux",
    "compte rendu",
    "vie municipale",
    "la mairie",
    "ma mairie",
    "commune",
    "école",
    "déchets",
)
CAMPAIGN = Phrases(
    "notre programme",
    "programme municipal",
    "nos candidats",
    "notre liste",
    "colistiers",
    "colistières",
    "candidat aux élections",
    "liste citoyenne",
    "votez pour",
    "voter pour nous",
    "tête de liste",
    "rejoignez la campagne",
    "notre candidate",
    "notre candidat",
    "élections municipales 2026 notre projet",
    "pourquoi voter",
    "comité de soutien",
    "procuration pour voter",
    "notre projet pour la commune",
)
HOUSING = Phrases(
    "copropriété", "copropriétaire", "syndic", "conseil syndical", "règlement de copropriété", "bureau de copropriété"
)
PRIVATE = Phrases(
    "ajouter au panier",
    "mon panier",
    "votre panier",
    "frais de livraison",
    "domaine à vendre",
    "this domain is for sale",
    "nom de domaine",
    "casino en ligne",
    "viagra",
    "paris sportifs",
    "bonus casino",
    "buy domain",
    "parked free",
)
UNOFFICIAL = Phrases(
    "site non officiel",
    "non officiel",
    "site indépendant de la mairie",
    "asbl",
    "association loi 1901",
    "comité de quartier",
    "association des habitants",
    "site personnel",
)
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
_OF = r"\s*(?:de\s+la\s+|de\s+l['’]\s?|des\s+|du\s+|de\s+|d['’]\s?|:\s*)?"
DEPARTMENT = re.compile(
    rf"[Dd][ée]partement{_OF}({'|'.join(sorted(map(re.escape, department_names()), key=len, reverse=True))})(?!\w)"
)
REGION = re.compile(rf"[Rr][ée]gion{_OF}({'|'.join(sorted(map(re.escape, region_names()), key=len, reverse=True))})(?![\w-])")


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    """Evidence against is weighed before evidence for: a campaign's site speaks of the town hall on every page."""
    weight = {
        kind: len({o.url for o in tally.of(kind)})
        for kind in ("campaign", "housing", "private", "unofficial", "town_hall", "duties")
    }
    pages = max(1, coverage.pages)
    against = weight["campaign"] * 3 + weight["housing"] * 2 + weight["private"] * 2
    if (weight["campaign"] and against * 4 >= pages) or (weight["housing"] + weight["private"]) * 3 >= pages + 2:
        return Verdict.ABSENT
    if weight["unofficial"] and (not weight["town_hall"] or not weight["duties"] or weight["unofficial"] * 2 >= pages):
        return Verdict.UNDETERMINED
    if weight["town_hall"] and weight["duties"]:
        return Verdict.PRESENT
    return Verdict.UNDETERMINED


@check(
    "identity",
    "Identité du site",
    judge=judge,
    keep=12,
    counts="Le site officiel d'une commune, reconnu à sa mairie et à ses missions ; liste électorale, copropriété ou boutique n'en sont pas.",
    examples=[
        seen(
            "<title>Mairie de Montclair</title><nav><a href='/cm'>Conseil municipal</a><a href='/ec'>État civil</a>"
            "<a href='/m'>Mot du maire</a></nav><footer>Mairie de Montclair, 12 rue Haute, 38000 Montclair. Tél. 04 00 00 00 00</footer>"
        ),
        seen(
            "<title>Bienvenue</title><h1>Commune de Sault-le-Bas</h1><ul><li><a href='e'>Les élus</a><li><a href='u'>Urbanisme</a>"
            "<li><a href='d'>Vos démarches</a></ul>"
        ),
        seen(
            "<title>Site officiel de la Ville de Rives</title><a href='a'>Services municipaux</a> <a href='b'>Conseil municipal</a>"
            " <a href='c'>Démarches administratives</a>"
        ),
        unseen(
            "<title>Montclair avec vous</title><h1>Notre programme</h1><p>Nos candidats, nos colistiers : votez pour nous.</p>"
            "<a href='/e'>L'école</a><a href='/u'>Urbanisme</a><p>Mairie de Montclair, conseil municipal</p>"
        ),
        unseen(
            "<title>Résidence des Lilas</title><h1>Conseil syndical</h1><p>Les copropriétaires sont convoqués par le syndic.</p>"
        ),
        unseen("<title>Boutique</title><p>Ajouter au panier. Frais de livraison offerts.</p>"),
    ],
)
def identity(page: Page) -> Iterator[Observation]:
    named = fold(" ".join((page.title, *(h.text for h in page.headings))))
    labels = fold(" ; ".join(link.text for link in page.links))
    ending = page.text[-1500:]
    for kind, phrases, where in (
        ("campaign", CAMPAIGN, named + labels),
        ("housing", HOUSING, fold(page.text)),
        ("private", PRIVATE, fold(page.text)),
        ("unofficial", UNOFFICIAL, fold(ending)),
        ("town_hall", TOWN_HALL, named + fold(ending)),
    ):
        met = phrases.first(where)
        if met:
            yield Observation.at(
                page, page.title or ending[-180:], Trust.LIKELY, proof=kind, target=page.url, excerpt=_told(page, met)
            )
    duties = [d for d in DUTY_WORDS if d in named or d in labels]
    if len(duties) >= 3:
        yield Observation.at(page, " · ".join(d.strip() for d in duties[:8]), Trust.LIKELY, proof="duties", target=page.url)
    yield from facts_of(page)


DUTY_WORDS = tuple(fold(d) for d in DUTIES)


def _told(page: Page, met: str) -> str:
    return around(f"{page.title} — {' — '.join(h.text for h in page.headings)} — {page.text}", met) or page.title


def facts_of(page: Page) -> Iterator[Observation]:
    """Names and figures that the site tells about its commune, each with the words that tell it."""
    text = page.text
    here = f"{page.title}\n{page.headline}\n{text}"
    for name, found in (
        ("name", NAME.search(page.title) or NAME.search(page.headline) or NAME.search(text[-1500:]) or NAME.search(text[:3000])),
        ("insee", INSEE.search(text)),
        ("department", DEPARTMENT.search(here)),
        ("region", REGION.search(here)),
        ("mayor", next((m for m in (p.search(text) for p in MAYORS) if m), None)),
        ("population", POPULATION.search(text) or INHABITANTS.search(text)),
    ):
        if found:
            value = squeeze(found.group(1)).strip(" -–,")
            facts: dict[str, Any] = {name: int(re.sub(r"\D", "", value)) if name == "population" else value}
            yield Observation.at(
                page, squeeze(found.group()), Trust.HINT, proof=f"fact:{name}", target=f"{name}:{value}", **facts
            )
    place = POSTCODE.search(text[-2500:])
    department = of_postcode(place.group(1)) if place else None
    if place and department:
        facts = {"postcode": place.group(1), "department": department.name, "region": department.region}
        yield Observation.at(page, squeeze(place.group()), Trust.HINT, proof="fact:postcode", target=place.group(1), **facts)
