"""The draft: nothing is told twice, nothing is lost, and it is French."""

import itertools
import json
import os
import random
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from checks.finding import Coverage, Finding, Verdict
from checks.observation import Trust
from reports.draft import draft
from tests.golden import written
from tests.reports.making import BESANCON, CUT, SEEN, UNREAD, all_of, assessed, checks, drafted, found, seen
from tests.reports.plain import draft_text

HERE = Path(__file__).parent
FACTS: dict[str, dict[str, Any]] = {
    "council_minutes": {"last": "12 mai 2026"},
    "magazine": {"name": "BV"},
    "heritage": {"photos": 42, "videos": 3},
    "associations_directory": {"search": 1, "links": 1},
    "public_tenders": {"words": "Plateforme 2009", "archives": 1},
    "twinning": {"towns": "Fribourg-en-Brisgau, Kuopio"},
    "legal_notice": {"missing": "l'hébergeur"},
    "council_video": {"mode": "both"},
    "intercommunality": {"name": "Grand Besançon"},
}


def mixture(seed: int) -> list[Finding]:
    """Every check with a verdict drawn from a seeded die; the same seed gives the same findings."""
    die = random.Random(seed)
    verdicts = [Verdict.PRESENT, Verdict.PRESENT, Verdict.ABSENT, Verdict.PARTIAL, Verdict.INACTIVE, Verdict.UNDETERMINED]
    return [
        found(
            check,
            Verdict.PRESENT if check == "identity" else die.choice(verdicts),
            **(FACTS.get(check, {}) if die.random() < 0.6 else {}),
        )
        for check in checks()
    ]


MIXTURES = range(24)


@pytest.mark.parametrize("name", written())
def test_draft_is_the_one_read_aloud(name: str) -> None:
    assert written()[name] == (HERE / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", MIXTURES)
def test_every_check_is_told_exactly_once(seed: int) -> None:
    """In a rubric, as quality of the site, or else among the obligations."""
    every = drafted(mixture(seed)).sections
    sections = [s for s in every if s.kind in ("rubric", "quality")]
    told = [check for section in sections for sentence in section.sentences for check in sentence.findings]
    law = {check for s in every if s.kind == "obligations" for sentence in s.sentences for check in sentence.findings}
    assert len(told) == len(set(told))
    assert set(told) | law == set(checks())
    keys = [sentence.key for section in sections for sentence in section.sentences]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("seed", MIXTURES)
def test_questions_are_asked_and_nothing_else(seed: int) -> None:
    findings = {f.check: f.verdict for f in mixture(seed)}
    for section in drafted(mixture(seed)).sections:
        for sentence in section.sentences:
            if section.kind in ("rubric", "quality"):
                unsure = any(findings[check] is Verdict.UNDETERMINED for check in sentence.findings)
                assert sentence.ask == unsure, sentence.text


WRONG = re.compile(
    r"\b(?:de|à) les?\b(?! \w+(?:er|ir|re)\b)|\bde des\b|\bque un|\bque une|\bde un|\bsi il\b|\ble a|  |\s[,.]|\.\.|,,|\(\)|[\[\]{}]|« »|'|[^\u00a0\u202f][;:!?](?:\s|$)",
)


@pytest.mark.parametrize("seed", MIXTURES)
def test_no_sentence_breaks_a_rule_of_writing(seed: int) -> None:
    for section in drafted(mixture(seed), CUT if seed % 3 == 0 else SEEN).sections:
        openings = [s.text.split(" ")[:3] for s in section.sentences if not s.ask]
        assert all(one != other for one, other in itertools.pairwise(openings)) or section.kind != "rubric", openings
        for sentence in section.sentences:
            if section.kind in ("rubric", "quality", "obligations"):
                assert not WRONG.search(sentence.text), sentence.text
                assert sentence.text[0].isupper() or sentence.text[0] == "«"
                assert sentence.text.endswith((".", "?", "»", "!")), sentence.text


def test_same_findings_same_text_and_keys_that_last() -> None:
    one, other = drafted(mixture(3)), drafted(mixture(3))
    assert one == other
    assert [s.key for section in one.sections for s in section.sentences] == [
        s.key for section in other.sections for s in section.sentences
    ]


def test_a_site_that_is_no_communes_is_not_credited() -> None:
    findings = all_of("present", identity="absent")
    sections = drafted(findings).sections
    assert not [s for s in sections if s.kind == "rubric"]
    assert any("commune" in s.text for section in sections for s in section.sentences)


def test_an_unread_site_is_only_said_to_be_so() -> None:
    sections = drafted(all_of("undetermined"), UNREAD, notices=["Cette adresse ne correspond à aucun site."]).sections
    assert not [s for s in sections if s.kind in ("rubric", "quality")]
    assert any("aucun site" in s.text for section in sections for s in section.sentences)


def test_an_inactive_link_is_said_with_its_words() -> None:
    tenders = found("public_tenders", "inactive", seen("Plateforme 2009"), words="Plateforme 2009", archives=1)
    text = draft_text(drafted([f for f in all_of("present") if f.check != "public_tenders"] + [tenders]))
    assert "malheureusement inactif" in text
    assert "Plateforme 2009" in text


def test_an_absence_is_softened_by_what_stands_near() -> None:
    text = draft_text(drafted(all_of("present", online_debate="absent", land_registry="absent")))
    assert "Bien qu’il n’y ait pas de débat en ligne" in text
    assert "Il n’est pas possible d’accéder au cadastre en ligne. Cependant," in text


def heading_only(check: str, pages: int = 1) -> Finding:
    """What rests on nothing but a heading somewhere."""
    proof = replace(seen("Nos jeunes à l'honneur"), proof="heading", trust=Trust.LIKELY)
    return replace(found(check, "present", proof), trust=Trust.LIKELY, pages=pages)


def test_what_a_heading_alone_shows_is_only_spoken_of() -> None:
    given = {"schools", "urban_planning", "health"}
    others = [f for f in all_of("present", land_registry="absent") if f.check not in given]
    text = draft_text(drafted([*others, *map(heading_only, sorted(given))]))
    assert "Le site évoque également les écoles." in text or "Le site évoque aussi les écoles." in text
    assert "évoque la santé" in text or "aussi la santé" in text
    assert "Cependant" not in text, "it softens no absence"
    assert "les établissements scolaires" not in text
    assert "les établissements scolaires" in draft_text(drafted([*others, *(heading_only(c, 9) for c in sorted(given))]))


def test_what_is_only_a_link_to_another_site_is_told_as_such() -> None:
    def linked(check: str, target: str) -> Finding:
        return found(
            check, "present", replace(seen("L'agglo"), proof="label", target=target), name="Communauté de Communes du Val"
        )

    away, here = (
        draft_text(drafted([found("identity"), linked("intercommunality", target)])).replace("\u00a0", " ")
        for target in ("https://www.val.example/", "https://www.exemple.fr/val")
    )
    assert "Un lien mène au site de la communauté de communes du Val." in away
    assert "Le site situe la commune dans son intercommunalité (communauté de communes du Val)." in here


def test_no_two_sentences_in_a_row_say_also_in_one_word() -> None:
    more = re.compile(r"\b(?:également|aussi)\b")
    for section in drafted(all_of("present")).sections:
        if section.kind == "rubric":
            told = [set(more.findall(s.text)) for s in section.sentences]
            assert not any(one & other for one, other in itertools.pairwise(told)), [s.text for s in section.sentences]


def test_milestones_are_told_in_order_and_initiatives_once() -> None:
    proofs = [
        seen("En 2009, la Ville a tenu sa première Fête du Libre", year=2009),
        seen("Né en 2006 d'une rencontre", year=2006),
        seen("2006 - Sénéclic : un programme de coopération", year=2006, title="2006 - Sénéclic"),
        seen("2005 - Le cartable", year=2005),
        seen("Fête du Libre 2009", year=2009, initiative="Fête du Libre"),
    ]
    told = draft_text(
        drafted([found("identity"), found("digital_policy", "present", *proofs)], Coverage(date(2010, 6, 1), pages=9))
    )
    plain = told.replace("\u00a0", " ")
    assert "de 2005 à 2006." in plain
    assert "En 2006, « Sénéclic » : « un programme de coopération »." in plain
    assert plain.index("La même année : « Né en 2006") > plain.index("« Sénéclic »")
    assert plain.count("Fête du Libre") == 1


# Names of things and of places, which no dictionary holds. « 1er » is written without a raised « er », as everybody does.
KNOWN_WORDS = {"BV", "Fribourg-en-Brisgau", "Kuopio", "CGCT", "RGPD", "DICRIM", "PayFiP"}
KNOWN_WORDS |= {"Proxim’Aide", "GNAU", "uMap", "PanneauPocket", "Illiwap", "YouTube", "Facebook", "Instagram"}


@pytest.mark.parametrize("name", [*written(), *(f"mixture {seed}" for seed in MIXTURES)])
def test_grammalecte_finds_nothing(name: str, tmp_path: Path) -> None:
    checker = shutil.which("grammalecte-cli")
    if checker is None:
        if os.environ.get("CI"):
            pytest.fail("grammalecte-cli is missing: CI must install it")
        pytest.skip("grammalecte-cli is missing (Debian: apt install grammalecte-cli)")
    text = written().get(name) or draft_text(drafted(mixture(int(name.split()[-1]))))
    file = tmp_path / "draft.txt"
    start = 0 if name == "paragraphs" else text.index("\nVie pratique")
    text = re.sub(r"(?m)^\d+\. .*$", "", text)
    body = text[start:].partition("\nRécapitulatif")[0].replace("\n- ", "\n")
    file.write_text(body, encoding="utf-8")
    done = subprocess.run([checker, "-f", str(file), "-j", "-ctx"], capture_output=True, text=True, check=True)
    told = json.loads(done.stdout[done.stdout.index("{") :])
    faults = [
        (e.get("sMessage") or e.get("sValue"), e.get("sUnderlined") or e.get("sValue"), e.get("sBefore", "")[-40:])
        for paragraph in told["data"]
        for e in (*paragraph["lGrammarErrors"], *paragraph["lSpellingErrors"])
        if e.get("sValue") not in KNOWN_WORDS and e.get("sUnderlined") != "1er"
    ]
    assert faults == []


def test_a_region_that_is_its_department_is_told_once() -> None:
    island = BESANCON.model_copy(update={"region": "La Réunion", "department": "La Réunion"})
    header = draft(assessed([found("identity")], commune=island)).sections[0]
    assert next(s.text for s in header.sentences if s.key == "header:place") == "La Réunion"
