"""Pictures: what is drawn is told in words and figures too, and no word of a site is more than a word in them."""

from collections.abc import Callable
from datetime import date
from xml.etree import ElementTree

import pytest

from reports.links import LinksRecord
from reports.render.pictures import coverage, health, ink, over_time, walked
from reports.render.pictures.picture import Picture
from tests.reports.test_formats import ATTACKS

SVG = "{http://www.w3.org/2000/svg}"
SCORE = {"present": 7, "partial": 1, "inactive": 1, "absent": 3, "undetermined": 0}
DRAWN: dict[str, Callable[[str], Picture]] = {
    "by_rubric": lambda word: coverage.by_rubric([(word, SCORE), ("Autre", {"absent": 3})]),
    "by_commune": lambda word: coverage.by_commune([(word, SCORE)]),
    "links": lambda word: health.links(
        LinksRecord(checked=9, alive=5, dead=1, unverifiable=3, by_reason={"not found": 1, word: 3})
    ),
    "site_map": lambda word: walked.site_map({"www.exemple.fr/": 12, f"www.exemple.fr/{word}/": 5}),
    "history": lambda word: over_time.history([(date(2025, 3, 1), SCORE), (date(2026, 3, 1), SCORE | {"present": 9})]),
}


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_has_its_text_alternative_and_its_figures(name: str) -> None:
    picture = DRAWN[name]("Vie pratique")
    root = ElementTree.fromstring(picture.svg)
    assert root.get("role") == "img"
    ids = {node.get("id"): node.text for node in root.iter() if node.get("id")}
    assert [ids[i] for i in root.get("aria-labelledby", "").split()] == [picture.title, picture.told]
    assert all(len(row) == len(picture.columns) for row in picture.rows)
    figures = {part for row in picture.rows for cell in row[1:] for part in cell.split("\u00a0")[:1]} - {"0", "–"}
    assert all(figure in picture.told or f"{figure}\u00a0%" in picture.told for figure in figures), (figures, picture.told)


@pytest.mark.parametrize("name", DRAWN)
def test_nothing_leaves_the_sheet_and_every_fill_is_there(name: str) -> None:
    root = ElementTree.fromstring(
        DRAWN[name]("Un intitulé qui n’en finit pas de dire ce qu’il annonce et va au-delà du bord").svg
    )
    _, _, width, height = map(float, root.get("viewBox", "").split())
    known = {f"url(#{p.get('id')})" for p in root.iter(f"{SVG}pattern")}
    for rect in root.iter(f"{SVG}rect"):
        x, y, w, h = (float(rect.get(k, "nan")) for k in ("x", "y", "width", "height"))
        assert -0.1 <= x <= x + w <= width + 1
        assert -0.1 <= y <= y + h <= height
        assert rect.get("fill") in known
    for text in root.iter(f"{SVG}text"):
        size, said = float(text.get("font-size", "nan")), text.text or ""
        assert float(text.get("y", "nan")) <= height
        if text.get("text-anchor") == "start":
            assert float(text.get("x", "nan")) + len(said) * size * 0.5 <= width + 8, said


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("attack", ATTACKS)
def test_words_of_a_site_are_only_words(name: str, attack: str) -> None:
    tame, hostile = (ElementTree.fromstring(DRAWN[name](word).svg) for word in ("mot", ATTACKS[attack].replace("/", " ")))
    assert [(n.tag, sorted(set(n.attrib) - {"d"})) for n in hostile.iter()] == [
        (n.tag, sorted(set(n.attrib) - {"d"})) for n in tame.iter()
    ]


def test_what_colours_tell_patterns_tell() -> None:
    root = ElementTree.fromstring(DRAWN["by_rubric"]("x").svg)
    drawn = {p.get("id"): [(n.tag, n.get("d"), n.get("r")) for n in p] for p in root.iter(f"{SVG}pattern")}
    assert len(drawn) == 5
    shapes = [tuple(shape) for name, shape in drawn.items() if name not in ("coverage-present", "coverage-absent")]
    assert len(set(shapes)) == 3, "the full and the empty one are told by their lightness"


@pytest.mark.parametrize(
    ("score", "told"), [({"present": 1, "absent": 2}, "présent 33 %, absent 67 %"), ({}, ""), ({"partial": 5}, "partiel 100 %")]
)
def test_shares_make_a_hundred(score: dict[str, int], told: str) -> None:
    from reports.render.words import VERDICTS

    assert ink.shares(score, VERDICTS).replace("\u00a0", " ") == told


def test_two_pictures_of_a_page_share_no_id() -> None:
    pictures = [DRAWN[name]("x") for name in ("by_rubric", "by_commune", "links", "site_map", "history")]
    ids = [n.get("id") for p in pictures for n in ElementTree.fromstring(p.svg).iter() if n.get("id")]
    assert len(ids) == len(set(ids))
