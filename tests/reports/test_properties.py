"""What holds for any findings: told once, keys unique and lasting, no broken French, nothing of a site as markup."""

import itertools
import json
import random
import re
from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from checks.finding import Finding, Verdict
from reports.render.html import html
from reports.render.markdown import markdown
from reports.report import Report
from reports.voice import opening
from tests.reports.making import checks, drafted, found, reported, seen

SEEDS = st.integers(0, 2**32)
WORDS = st.text(max_size=60)
NAMES = ("rubric", "name", "platform", "words", "towns", "networks", "names", "kinds", "missing")
COUNTS = ("count", "photos", "videos", "links", "search", "archives")


BROKEN = re.compile(r"  | ,|\b(?:de|à) les?\b(?! \w+(?:er|ir|re)\b)|\.\.|[\[\]{}']")
"""Doubled spaces, articles left uncontracted (but « de les demander » is right), marks of the phrases."""
TAME = ("Grand Besançon", "Arles", "Le Havre", "Démarches")


def drawn(seed: int, words: Sequence[str] = TAME, *, hostile: bool = False) -> list[Finding]:
    """Every check of the grid, with a verdict and some facts that the seed draws among the words."""
    die = random.Random(seed)
    made = []
    for check in checks():
        facts: dict[str, Any] = {}
        if die.random() < 0.6:
            facts[die.choice(NAMES)] = die.choice(words)
        if die.random() < 0.6:
            facts[die.choice(COUNTS)] = die.randint(0, 2000)
        verdict = Verdict.PRESENT if check == "identity" else die.choice(list(Verdict))
        proofs = [seen(die.choice(words), url=die.choice(words), selector=die.choice(words))] if hostile else []
        made.append(found(check, verdict, *proofs, **facts))
    return made


@settings(max_examples=200, deadline=None)
@given(SEEDS)
def test_told_once_under_keys_that_are_unique_and_openings_that_vary(seed: int) -> None:
    sections = drafted(drawn(seed)).sections
    told = [check for s in sections if s.kind in ("rubric", "quality") for sentence in s.sentences for check in sentence.findings]
    law = {check for s in sections if s.kind == "obligations" for sentence in s.sentences for check in sentence.findings}
    assert len(told) == len(set(told))
    assert set(told) | law == set(checks())
    keys = [sentence.key for section in sections for sentence in section.sentences]
    assert len(keys) == len(set(keys))
    for section in sections:
        published = [sentence.text for sentence in section.sentences if not sentence.ask]
        if section.kind in ("rubric", "quality"):
            assert all(opening(one) != opening(other) for one, other in itertools.pairwise(published)), published
        for text in published:
            assert not BROKEN.search(text), text


@settings(max_examples=200, deadline=None)
@given(SEEDS)
def test_key_depends_on_checks_and_verdicts_alone(seed: int) -> None:
    verdicts = {finding.check: finding.verdict.value for finding in drawn(seed)}
    for section in drafted(drawn(seed)).sections:
        for sentence in section.sentences:
            if section.kind in ("rubric", "quality"):
                name, *told = sentence.key.split(":")
                pairs = {check: verdict for verdict, some in zip(told[::2], told[1::2], strict=True) for check in some.split("+")}
                assert name.isidentifier()
                assert pairs == {check: verdicts[check] for check in sentence.findings}


@settings(max_examples=25, deadline=None)
@given(SEEDS, st.lists(WORDS, min_size=1, max_size=6))
def test_words_of_a_site_are_never_markup(seed: int, words: list[str]) -> None:
    report = reported(drawn(seed, words, hostile=True), url=words[0])
    page = LexborHTMLParser(html(report))
    assert page.css("script, iframe, object, embed, img, link, form, base") == []
    assert len(page.css("h1")) == 1
    assert all((a.attributes["href"] or "").lower().startswith(("http://", "https://", "#")) for a in page.css("a[href]"))
    told = markdown(report)
    assert not re.search(r"(?<!\\)(?:\\\\)*<(?!https?://)", told)
    assert not re.search(r"(?<!\\)(?:\\\\)*\[(?!\^\d+\])", told)
    assert Report.from_json(json.loads(json.dumps(report.to_json()))) == report
