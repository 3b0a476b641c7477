"""French grammar and typography, by table."""

from datetime import date

import pytest

from reports import french


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("le Havre", "du Havre"), ("les écoles", "des écoles"), ("la mairie", "de la mairie"), ("Angers", "d'Angers"), ("Besançon", "de Besançon"),
        ("un agenda", "d'un agenda"), ("une page", "d'une page"), ("l'office", "de l'office"), ("s'inscrire", "de s'inscrire"), ("inscrire", "d'inscrire"),
        ("Haguenau", "de Haguenau"), ("Hyères", "de Hyères"), ("Honfleur", "de Honfleur"), ("Hagondange", "de Hagondange"),
        ("Huez", "d'Huez"), ("Hérault", "d'Hérault"), ("hôpital", "d'hôpital"), ("handicap", "de handicap"), ("horaires", "d'horaires"),
        ("hameau", "de hameau"), ("huit pages", "de huit pages"), ("onze pages", "de onze pages"), ("Yvetot", "d'Yvetot"), ("Yutz", "de Yutz"),
        ("Yerres", "d'Yerres"), ("Ouistreham", "de Ouistreham"), ("Évreux", "d'Évreux"), ("Œuilly", "d'Œuilly"), ("des menus", "de menus"),
        ("des horaires", "d'horaires"), ("« Angers »", "d'« Angers »"),
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
    assert french.enumerate_(["« Sport et loisirs »", "« Culture »"]) == "« Sport et loisirs » et « Culture »"


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


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("un agenda", "d'agenda"), ("des horaires", "d'horaires"), ("la carte", "de carte"), ("quelques liens", "de liens"),
        ("l'expression", "d'expression"), ("une halte-garderie", "de halte-garderie"), ("des handicaps", "de handicaps"),
    ],
)  # fmt: skip
def test_without(words: str, expected: str) -> None:
    assert french.without(words) == expected


def test_share_says_the_head_once() -> None:
    items = ["une information sur la santé", "une information sur les risques", "un agenda"]
    assert french.share(items) == ["une information sur la santé et sur les risques", "un agenda"]
    assert french.share(items, "") == ["une information sur la santé", "sur les risques", "un agenda"]


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("page", "pages"),
        ("lieu", "lieux"),
        ("journal", "journaux"),
        ("festival", "festivals"),
        ("avis", "avis"),
        ("bureau", "bureaux"),
    ],
)
def test_plural(noun: str, expected: str) -> None:
    assert french.plural(noun) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Fête du Libre", "«\u00a0Fête du Libre\u00a0»"),
        ('"entre guillemets"', "«\u00a0entre guillemets\u00a0»"),
        ("dit « oui »", "«\u00a0dit ‹ oui ›\u00a0»"),
        ("Une phrase.", "«\u00a0Une phrase\u00a0»"),
        ("coupé…", "«\u00a0coupé…\u00a0»"),
    ],
)
def test_quote(words: str, expected: str) -> None:
    assert french.quote(words) == expected


def test_typography_leaves_addresses_alone() -> None:
    assert french.typeset("https://www.exemple.fr/a?b=1;c") == "https://www.exemple.fr/a?b=1;c"
    assert french.typeset("117 080 habitants !") == "117\u202f080 habitants\u202f!"
    assert french.typeset("plus de 23 000 euros") == "plus de 23\u202f000\u00a0euros"
    assert (
        french.typeset("CGCT, art. L. 2121-15, n° 3 du 6 mai 1978")
        == "CGCT, art.\u00a0L.\u00a02121-15, n°\u00a03 du 6\u00a0mai 1978"
    )
    assert french.typeset("de 1994 à 2007") == "de 1994 à 2007"
