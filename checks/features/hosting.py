"""Outil et hébergeur : le logiciel du site, et s'il est sur le nom de la commune."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from checks.check import check_on_visit
from checks.finding import Coverage, Judgement
from checks.fingerprints import hosts, rows_of
from checks.observation import Observation, Trust
from checks.reading.spots import sources
from checks.signs import seen, unseen
from checks.tally import Tally
from crawler.page import Page
from crawler.url import host
from crawler.visit import Visit

MOST = 3
"""Tools that are named."""


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """All the tools that made the site, the one of most pages first."""
    pages: Counter[str] = Counter()
    for key, o in tally.seen.items():
        if "cms" in o.facts:
            pages[str(o.facts["cms"])] += tally.times[key]
    return Judgement(None, {"cms": ", ".join(name for name, _ in pages.most_common(MOST))} if pages else {})


def look(page: Page) -> Iterator[Observation]:
    generator = next((m for m in page.outline.nodes("meta") if (m.attributes.get("name") or "").lower() == "generator"), None)
    named = (generator.attributes.get("content") or "") if generator else ""
    for row in rows_of("hosting", "meta"):
        if row.pattern.lower() in named.lower():
            yield Observation.at(page, generator, Trust.SURE, excerpt=named, cms=row.vendor)
            return
    shown = [node.attributes.get("src") or "" for node in page.outline.nodes("img")]
    # A picture may be another site's.
    asked = [source for _, source in sources(page)] + [src for src in shown if "//" not in src or host(src) == host(page.url)]
    marked = min(((mark, source) for source in asked if (mark := _mark(source)) >= 0), default=None, key=lambda pair: pair[0])
    if marked:
        row = rows_of("hosting", "path")[marked[0]]
        yield Observation.at(page, None, Trust.LIKELY, excerpt=marked[1], cms=row.vendor)
        return
    if named:
        yield Observation.at(page, generator, Trust.LIKELY, excerpt=named, cms=re.split(r"\s+v?\d", named)[0][:40])


@lru_cache(maxsize=4096)
def _mark(source: str) -> int:
    """The row whose path the address holds, -1 when none."""
    return next((n for n, row in enumerate(rows_of("hosting", "path")) if row.pattern in source), -1)


@check_on_visit(
    "hosting",
    "Outil et hébergeur",
    look=look,
    judge=judge,
    counts="L'outil de publication reconnu à ses marques, et l'hébergement sur un nom générique quand il y en a un.",
    examples=[
        seen('<head><meta name="generator" content="WordPress 6.7"></head>'),
        seen('<head><meta name="generator" content="SPIP 4.2.1"></head>'),
        seen('<head><link rel="stylesheet" href="/wp-content/themes/mairie/style.css"></head>'),
        seen("<h1>Mairie</h1>", url="https://mairie-exemple.e-monsite.com/"),
        unseen("<h1>Mairie</h1>"),
        seen('<img src="/wp-content/uploads/pont.jpg">'),
        unseen('<img src="https://www.autre.fr/wp-content/uploads/pont.jpg">'),
        unseen('<head><meta name="description" content="La commune et WordPress"></head>'),
        unseen("<p>Site réalisé par un habitant.</p>"),
    ],
)
def hosting(visit: Visit) -> Iterator[Observation]:
    if visit.page and visit.via is None:
        for row in hosts().match(visit.landed or visit.url):
            if row.feature == "hosting":
                yield Observation.of(visit, visit.landed or visit.url, Trust.SURE, host=row.pattern, vendor=row.vendor)
