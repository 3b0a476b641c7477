"""Déclaration d'accessibilité : la conformité du site au RGAA, dite par lui-même."""

import re
from collections.abc import Iterator
from typing import Any

from checks.check import check
from checks.finding import Coverage, Judgement, Verdict, verdict_of
from checks.observation import Observation, Trust
from checks.reading.passages import Around, first, near
from checks.reading.spots import in_frame, says, says_itself
from checks.signs import heading, link, seen, unseen
from checks.tally import Tally
from checks.text.dates import newest
from checks.text.folding import around, fold
from checks.text.lexicon import Prose
from crawler.page import Page

MENTION = re.compile(
    r"(?:accessibilit[ée]|rgaa|conformit[ée](?:\s+(?:au\s+)?rgaa)?)\s{0,3}(?:num[ée]rique|du site)?\s{0,3}[:–-]\s{0,3}"
    r"(?:site\s+)?(non|partiellement|totalement)[\s-]{1,3}conforme",
    re.I,
)
CONFORM = Around("conforme")
SENTENCE = re.compile(
    r"\b(?:site|service|portail)\b[^.!?]{0,60}\best\s(?:en\s)?(non|partiellement|totalement)[\s-]conforme\b[^.!?]{0,60}"
    r"\b(?:rgaa|référentiel général d['’](?:amélioration|accessibilité))",
    re.I,
)
"""« Ce site est partiellement conforme avec le référentiel général d'amélioration de l'accessibilité »."""
_STANDARD = r"(?:rgaa|référentiel général d['’](?:amélioration|accessibilité)|wcag)\b"
SIMPLY = Around("rgaa", "référentiel général", "wcag")
SAID = re.compile(
    rf"\b(?:site|portail)\b[^.!?]{{0,40}}\b(?:est|n['’]est (?P<non>pas)) (?:encore )?(?:en )?conform(?:e|ité)\b[^.!?]{{0,40}}\b{_STANDARD}"
    rf"|\bsite (?:n['’])?a (?:pas )?(?:encore )?été audité\b[^.!?]{{0,40}}\b{_STANDARD}|\brespecte\b[^.!?]{{0,30}}\b{_STANDARD}|\b{_STANDARD}[^.!?]{{0,40}}\btaux de conformité\b"
    rf"|\b(?:déclaration|attestation|audit) (?:de conformité|d['’]accessibilité)\b[^.!?]{{0,40}}\b{_STANDARD}",
    re.I,
)
"""The same in words of one's own: « Ce site n'est pas conforme au RGAA »."""
STANDARD = Prose("rgaa", "référentiel général d'amélioration", "référentiel général d'accessibilité", "wcag")
SPOKEN_OF = Prose("non conforme", "partiellement conforme", "totalement conforme")
NAMES = (
    "déclaration rgaa", "accessibilité du portail", "=rgaa", "déclaration d'accessibilité", "déclaration sur l'accessibilité",
    "accessibilité conformité partielle", "accessibilité conformité totale", "accessibilité non-conformité",
    "site partiellement accessible", "site totalement accessible", "site non accessible", "accessibilité numérique",
    "accessibilité du site", "accessibilité web", "accessibilité non conforme", "accessibilité partiellement conforme",
    "accessibilité totalement conforme", "conformité rgaa", "déclaration de conformité rgaa", "accessibilité rgaa", "déclaration de conformité au rgaa",
    "conformité au rgaa", "schéma pluriannuel d'accessibilité numérique", "=accessibilité",
)  # fmt: skip
TOWN = (
    "handicap", "pmr", "bâtiments", "voirie", "erp", "commission", "ad'ap", "adap", "transports",
    "personnes à mobilité réduite",
)  # fmt: skip


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """The mention alone is no declaration: that has a page, or a part of one, of its own; a page that is but called « Accessibilité » may be one."""
    named = [o for o in tally.of("label", "heading") if fold(o.excerpt).strip() != "accessibilite"]
    bare = not named and verdict_of(tally, coverage) is Verdict.PRESENT and not tally.of("text")
    return Judgement(Verdict.PARTIAL if bare else None, {"declared": 1} if tally.of("label", "heading") else {})


@check(
    "accessibility_statement",
    "Déclaration d'accessibilité",
    judge=judge,
    counts="La mention exacte « Accessibilité : … conforme » ou une page de déclaration ; l'accessibilité de la ville n'en est pas une.",
    signs=[
        link(*NAMES, unless=TOWN, regions=("footer", "header", "nav", "", "aside")),
        heading(*NAMES[:-1], unless=TOWN),
    ],
    examples=[
        seen("<h1>Le site</h1><p>Il respecte une partie du RGAA.</p>"),
        seen("<h1>Le site</h1><p>Notre site n’est pas encore conforme au RGAA 4.1.</p>"),
        unseen("<h1>Le marché</h1><p>Appel d’offres : le site sera audité selon le RGAA.</p>"),
        seen('<footer><a href="/accessibilite">Accessibilité : non conforme</a></footer>'),
        seen("<p>Accessibilité : partiellement conforme</p>"),
        seen("<h1>Déclaration d’accessibilité</h1><p>La commune s'engage à rendre son site accessible (RGAA 4.1).</p>"),
        seen('<footer><a href="/a11y">Accessibilité</a></footer>', "partial"),
        unseen('<a href="/handicap">Handicap et accessibilité</a>'),
        unseen("<h2>Cours de Pilates accessibles</h2>"),
        unseen('<footer><a href="#">Accessibilité</a></footer>'),
        unseen("<h2>Accessibilité des bâtiments publics</h2><p>Les travaux de la mairie la rendent accessible aux PMR.</p>"),
        unseen("<h1>Handicap et accessibilité</h1><p>Rampes et places réservées.</p>"),
        unseen('<a href="/pilates">Cours de Pilates accessibles à tous</a>'),
        seen('<a href="/a">Déclaration RGAA</a>'),
        seen("<p>Ce site est partiellement conforme avec le référentiel général d’amélioration de l’accessibilité.</p>"),
        unseen("<p>Le raccordement est non conforme au règlement d’assainissement.</p>"),
    ],
)
def accessibility_statement(page: Page) -> Iterator[Observation]:
    text = page.text
    if says_itself(page, STANDARD) and (simply := first(page, SAID, SIMPLY)):
        denied: dict[str, Any] = {"level": "non"} if simply["non"] else {}
        yield Observation.at(page, simply[0], Trust.LIKELY, proof="text", **denied)
    if not says(page, SPOKEN_OF):
        return
    said = in_frame(page, MENTION.search) or (
        MENTION.search(near(page, CONFORM, 100, 0)) or SENTENCE.search(near(page, CONFORM, 120, 160))
        if says_itself(page, SPOKEN_OF)
        else None
    )
    if said:
        level = said.group(1).lower()
        own = "déclaration" in page.headline.lower() or "accessibilit" in page.headline.lower()
        yield Observation.at(
            page, said.group(), Trust.SURE, proof="text", dated=newest(page.main_text) if own else None, level=level
        )
    elif " declaration accessibilite " in fold(page.headline):
        place = around(text, "partiellement conforme") or around(text, "totalement conforme") or around(text, "non conforme")
        if place:
            found = next(level for level in ("partiellement", "totalement", "non") if f"{level} conforme" in place.lower())
            yield Observation.at(page, place, Trust.SURE, proof="text", dated=newest(page.main_text), level=found)
