"""Label Villes Internet : mention, nombre d'arobases, année."""

import re
from collections.abc import Iterator
from typing import Any

from checks.check import check
from checks.observation import Observation, Trust
from checks.signs import seen, unseen
from crawler.markup import squeeze
from crawler.page import Page

MENTION = re.compile(r"villes?\s?-?(?:amies\s+d['’])?\s?internet\b", re.I)
LEVEL = re.compile(r"(@(?:\s?@){0,4})|\b([1-5]|un|une|deux|trois|quatre|cinq)\s*(?:arobases?|@)", re.I)
YEAR = re.compile(r"\b(20[0-4]\d|1999)\b")
OTHERS = {
    "Villes et villages fleuris": re.compile(r"villes? et villages? fleuris|village fleuri|ville fleurie", re.I),
    "Commune touristique": re.compile(r"commune touristique", re.I),
    "Ville d'art et d'histoire": re.compile(r"ville d['’]art et d['’]histoire", re.I),
    "Terre de Jeux": re.compile(r"terre de jeux", re.I),
    "Petites Villes de demain": re.compile(r"petites villes de demain", re.I),
    "Station verte": re.compile(r"station verte", re.I),
    "Ville active et sportive": re.compile(r"ville active et sportive", re.I),
    "Zéro phyto": re.compile(r"z[ée]ro phyto|commune nature|terre saine", re.I),
}
FIGURES = {"un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5}


@check(
    "label_villes_internet",
    "Label Villes Internet",
    counts="Une mention du label, son niveau et son année ; les autres labels sont relevés à part.",
    examples=[
        seen("<p>Label Villes Internet : @@@ en 2022.</p>"),
        seen('<footer><img src="vi.png" alt="Ville Internet 4 arobases"></footer>'),
        seen("<h3>La commune labellisée « Villes Internet 2019 »</h3>"),
        unseen("<p>Label Villes et villages fleuris, 3 fleurs.</p>"),
        unseen("<p>La ville a internet partout.</p>"),
        unseen('<a href="mailto:mairie@exemple.fr">mairie@exemple.fr</a>'),
    ],
)
def label_villes_internet(page: Page) -> Iterator[Observation]:
    images = " ; ".join(n.attributes.get("alt") or "" for n in page.tree.css("img[alt]"))
    text = f"{page.text} ; {images}"
    mention = MENTION.search(text)
    if mention and (
        "label" in text[max(0, mention.start() - 150) : mention.end() + 150].lower()
        or LEVEL.search(text[mention.end() : mention.end() + 60])
    ):
        near = squeeze(text[max(0, mention.start() - 70) : mention.end() + 90])
        facts: dict[str, Any] = {}
        level = LEVEL.search(text[max(0, mention.start() - 70) : mention.end() + 90])
        if level:
            facts["level"] = (
                level.group(1).count("@") if level.group(1) else FIGURES.get(level.group(2).lower()) or int(level.group(2))
            )
        year = YEAR.search(near)
        if year:
            facts["year"] = year.group(1)
        yield Observation.at(page, near, Trust.LIKELY, proof="text", **facts)
    others = [name for name, pattern in OTHERS.items() if pattern.search(text)]
    if others:
        yield Observation.at(page, ", ".join(others), Trust.HINT, proof="fact:others", others=", ".join(others))
