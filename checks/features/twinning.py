"""Jumelages : villes nommées, liens suivis."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.lexicon import Phrases, fold_label, fold_path
from checks.observation import Observation, Trust
from checks.signs import seen, topic, unseen
from crawler.page import Page
from crawler.url import host, path, registrable

NAMES = (
    "jumelage",
    "jumelages",
    "villes jumelées",
    "ville jumelée",
    "comité de jumelage",
    "villes jumelles",
    "jumelée avec",
    "coopération décentralisée",
    "relations internationales",
    "villes partenaires",
    "commune jumelée",
    "communes jumelées",
    "charte de jumelage",
    "partnerstadt",
)
OTHERS = (
    "club",
    "foot",
    "football",
    "rugby",
    "gendarmerie",
    "adjoint",
    "adjointe",
    "loto",
    "soirée",
    "repas",
    "commission",
    "délégué",
    "déléguée",
    "école",
    "paroisse",
)
SUBJECT = Phrases(*NAMES)
TOWN = re.compile(
    r"jumel[ée]{1,2}e?s?\s+(?:\w+\s+){0,3}?(?:avec|à)\s+((?:[A-ZÀ-Ý][\wà-ÿ'’-]+)(?:[ -](?:am|an der|sur|de|di|of|upon)?[ -]?[A-ZÀ-Ý][\wà-ÿ'’-]+){0,3})"
)


@check(
    "twinning",
    "Jumelages",
    counts="Les villes jumelées, nommées ou liées ; le jumelage d'un club n'en est pas un.",
    signs=topic(*NAMES, unless=OTHERS),
    examples=[
        seen('<a href="/jumelages">Jumelages</a>'),
        seen("<h1>Nos villes jumelées</h1><p>Depuis 1965, jumelage avec Bielefeld.</p>"),
        seen('<td><a href="j.htm"><img alt="Comité de jumelage" src="j.gif"></a></td>'),
        unseen("<h3>Jumelage du club de football</h3>"),
        unseen("<p>Un jumelage est envisagé.</p>"),
        unseen('<a href="#">Jumelage</a>'),
        unseen("<h3>Loto du comité de jumelage</h3>"),
    ],
)
def twinning(page: Page) -> Iterator[Observation]:
    about = SUBJECT.within_folded(fold_label(page.headline)) or SUBJECT.within_folded(fold_path(path(page.url)))
    if not about:
        return
    here = registrable(host(page.url))
    names = [
        h.text
        for h in page.headings
        if 1 < h.level <= 4
        and h.text[:1].isupper()
        and len(h.text.split()) <= 5
        and not SUBJECT.within_folded(fold_label(h.text))
    ]
    sites = [
        one for one in page.links if one.region not in ("nav", "header", "footer") and registrable(one.host) != here and one.text
    ]
    told = [m.group(1) for m in TOWN.finditer(page.main_text)]
    towns = list(dict.fromkeys(told or [t for t in names if re.fullmatch(r"[A-ZÀ-Ý][\wà-ÿ'’()., -]+", t)]))[:8]
    if towns:
        yield Observation.at(page, page.headline, Trust.HINT, proof="fact:towns", target=page.url, towns=", ".join(towns))
    for one in sites[:8]:
        yield Observation.at(page, one, Trust.LIKELY, proof="structure", links=1)
