"""Label Villes Internet : sa mention, son niveau, son année ; les autres labels de la commune."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from checks.check import check
from checks.observation import Observation, Trust
from checks.reading.spots import all_said, pictures, says
from checks.signs import known, link, seen, unseen
from checks.text.excerpts import cut_out
from checks.text.folding import fold
from checks.text.lexicon import Prose, met
from crawler.page import Page

MENTION = re.compile(
    r"\b(?:(?:label\s+)?(?:territoires?,?\s+)?(?:villes?|villages?)(?:\s*,?\s*(?:et\s+)?villages?)?\s+internet)\b", re.I
)
NAMES = ("villes internet", "ville internet", "villages internet", "village internet", "territoires villes et villages internet")
AT = re.compile(r"(?<![\w@])(@(?:\s?@){1,4}|@(?!\s?[^\W\d]))(?![\w@])")
HISTORY = re.compile(r"\b((?:19|20)\d\d)\s?[:–-]?\s{0,2}(@{1,5})(?![\w@])")
YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d\d(?![\d/])")
COUNTED = re.compile(r"\b([1-5]|une?|deux|trois|quatre|cinq)\s+(?:arobases?|arobaces?|@(?!\s?@))", re.I)
NUMBERS = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5}
BEFORE = 40
AROUND = 90
"""Characters before and after a mention in which its level and year are told."""
OTHERS = {
    "Villes et villages fleuris": ("villes et villages fleuris", "ville fleurie", "village fleuri"),
    "Commune touristique": ("commune touristique",),
    "Station classée de tourisme": ("station classée de tourisme", "station de tourisme"),
    "Villes et villages étoilés": ("villes et villages étoilés", "village étoilé", "ville étoilée"),
    "Ville d'art et d'histoire": ("ville d'art et d'histoire", "villes et pays d'art et d'histoire", "pays d'art et d'histoire"),
    "Plus beaux villages de France": ("plus beaux villages de france",),
    "Petites cités de caractère": ("petites cités de caractère", "petite cité de caractère"),
    "Station verte": ("station verte",),
    "Ville active et sportive": ("ville active et sportive",),
    "Ville amie des enfants": ("ville amie des enfants",),
    "Ville amie des aînés": ("ville amie des aînés",),
    "Terre de Jeux 2024": ("terre de jeux",),
    "Territoire engagé transition écologique": ("territoire engagé transition écologique", "cit'ergie", "citergie"),
    "Pavillon bleu": ("pavillon bleu",),
    "Ville prudente": ("ville prudente", "village prudent"),
    "Terre saine": ("terre saine, commune sans pesticides", "terre saine", "zéro phyto"),
    "Territoire bio engagé": ("territoire bio engagé",),
    "Commune nature": ("label commune nature",),
    "Famille Plus": ("famille plus",),
    "Qualiville": ("qualiville",),
    "Ville à joie": ("villes à joie",),
    "Territoire Numérique Libre": ("territoire numérique libre",),
}
INTERNET = Prose("internet")
LABELS = {name: Prose(*phrases) for name, phrases in OTHERS.items()}


def year_of(words: str) -> int:
    """The year that stands nearest to the mention, 0 when none."""
    mention = MENTION.search(words)
    if mention is None:
        return 0
    found = [(max(mention.start() - y.end(), y.start() - mention.end()), int(y.group())) for y in YEAR.finditer(words)]
    return min(found, default=(0, 0))[1]


def level_of(words: str) -> int:
    """The number of @ that the words tell, 0 when none."""
    signs = AT.search(words)
    if signs:
        return signs.group(1).count("@")
    counted = COUNTED.search(words)
    if not counted:
        return 0
    number = counted.group(1).lower()
    return NUMBERS.get(number) or int(number)


@check(
    "label_villes_internet",
    "Label Villes Internet",
    keep=20,
    signs=[link(*NAMES), known()],
    counts="La mention du label, son nombre d'arobases et son année ; les autres labels sont relevés à part.",
    examples=[
        seen('<footer><img src="/vi.png" alt="Label Ville Internet 2010 @@@@@"></footer>'),
        seen("<p>La ville a obtenu 4 arobases au label Villes Internet en 2007.</p>"),
        seen('<a href="https://www.villes-internet.net/">Label Villes Internet</a>'),
        seen("<h2>Village Internet 2024 @@@</h2>"),
        unseen("<p>Label Villes et villages fleuris : trois fleurs.</p>"),
        unseen("<p>La ville, son internet et son réseau.</p>"),
        unseen('<a href="mailto:ville@internet.example">Écrire</a>'),
        unseen('<img src="/vvf.png" alt="Commune touristique">'),
        unseen('<a href="/vvf">Villes et villages fleuris : label Ville fleurie</a>'),
    ],
)
def label_villes_internet(page: Page) -> Iterator[Observation]:
    text = page.text
    mentions = list(MENTION.finditer(text)) if says(page, INTERNET) else []
    told: list[tuple[Any, str]] = [(cut_out(text, m.start(), m.end(), BEFORE, AROUND), m.group()) for m in mentions[:20]]
    told += [(node, words) for node, words in pictures(page) if INTERNET.within(words) and MENTION.search(words)]
    for spot, words in told:
        said = spot if isinstance(spot, str) else words
        year, level = year_of(said), level_of(said)
        facts: dict[str, Any] = {}
        if level:
            facts["level"] = level
        if year:
            facts["year"] = str(year)
        if " panneau " in fold(said):
            facts["panel"] = 1
        proof = "text" if isinstance(spot, str) else "image"
        yield Observation.at(
            page,
            spot,
            Trust.SURE if level else Trust.LIKELY,
            proof=proof,
            excerpt=said,
            target=f"label:{year}:{level}",
            dated=date(year, 1, 1) if year else None,
            **facts,
        )
    if told:
        for year_told, signs in HISTORY.findall(text)[:40]:
            target = f"label:{year_told}:{len(signs)}"
            excerpt = f"{year_told} {signs}"
            yield Observation.at(
                page,
                excerpt,
                Trust.SURE,
                proof="history",
                target=target,
                dated=date(int(year_told), 1, 1),
                level=len(signs),
                year=year_told,
            )
    seen_on_page = all_said(page).union(*(met(words) for _, words in pictures(page)))
    others = [name for name, phrases in LABELS.items() if phrases.number in seen_on_page]
    if others:
        listed = ", ".join(others)
        yield Observation.at(page, listed, Trust.HINT, proof="other", target=f"label:{listed}", others=listed)
