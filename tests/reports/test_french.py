"""French grammar and typography, by table."""

from datetime import date

import pytest

from reports import french


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("le Havre", "du Havre"), ("les écoles", "des écoles"), ("la mairie", "de la mairie"), ("Angers", "d'Angers"), ("Besançon", "de Besançon"),
        ("un agenda", "d'un agenda"), ("une page", "d'une page"), ("l'office", "de l'office"), ("s'inscrire", "de s'inscrire"), ("inscrire", "d'inscrire"),
        ("Haguenau", "de Haguenau"),
    ],
)  # fmt: skip
def test_de(words: str, expected: str) -> None:
    assert french.de(words).replace("’", "'") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("le Havre", "au Havre"), ("les Andelys", "aux Andelys"), ("la mairie", "à la mairie"), ("Arles", "à Arles")],
)
def test_to(words: str, expected: str) -> None:
    assert french.to(words) == expected


@pytest.mark.parametrize(
    ("items", "expected"),
    [(["a"], "a"), (["un agenda", "une carte"], "un agenda et une carte"), (["a", "b", "c"], "a, b et c"), ([], "")],
)
def test_enumeration(items: list[str], expected: str) -> None:
    assert french.enumerate_(items) == expected


def test_enumeration_never_repeats_its_et() -> None:
    told = french.enumerate_(["des aides et des subventions", "un agenda"]).replace("’", "'")
    assert told == "des aides et des subventions ainsi qu'un agenda"


@pytest.mark.parametrize(("number", "expected"), [(0, "0 page"), (1, "1 page"), (2, "2 pages"), (117080, "117\u202f080 pages")])
def test_count(number: int, expected: str) -> None:
    assert french.count(number, "page").replace("\u00a0", " ") == expected


@pytest.mark.parametrize(("day", "expected"), [(date(2010, 4, 1), "1er avril 2010"), (date(2026, 11, 15), "15 novembre 2026")])
def test_day(day: date, expected: str) -> None:
    assert french.day(day).replace("\u00a0", " ") == expected


def test_typography() -> None:
    told = french.typeset("L'adresse : « Mairie » ; est-ce là ?")
    assert "L’adresse" in told
    assert "\u00a0:" in told
    assert "«\u00a0Mairie\u00a0»" in told
    assert told[-2] in "\u00a0\u202f"
