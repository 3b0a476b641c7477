"""A pattern that only reads what stands around its words finds what it finds in the whole text."""

import pkgutil
import re
from datetime import UTC, datetime
from html import escape
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checks
from checks.features import accessibility_statement, markets, newsletter, school_meals
from checks.features.job_offers import HIRES, _hires
from checks.reading.passages import Around, hint, near, passages
from checks.wordings import bulletins
from crawler.page import Page

FILLING = (
    "La commune", "de la semaine", ".", ";", "à l'accueil de la maison des services au public", "İstanbul", "12", "3 mars 2026", ", ", "–",
)  # fmt: skip
READ = {
    "magazine": (
        bulletins.NUMBER, bulletins.DEGREES, (34, 6),
        ("Le Lien n°42", "n ° 7", "N°1", "Bulletin municipal", "numéro", "°", "n°"),
    ),
    "newsletter": (
        newsletter.ISSUE, newsletter.LETTER, (6, 60),
        ("Lettre d’information", "lettres d'infos municipale", "INFOLETTRE", "newsletter", "n° 12", "numéro 3", "no 5"),
    ),
    "accessibility_statement": (
        accessibility_statement.MENTION, accessibility_statement.CONFORM, (100, 0),
        ("Accessibilité numérique", "conformité au RGAA", ":", "site", "partiellement conforme", "NON CONFORME", "totalement"),
    ),
    "markets": (
        markets.OPEN, markets.TRADING, (100, 150),
        ("Le marché", "tous les", "chaque", "samedi", "mardis", "Halles", "marché public", "matin", "place du"),
    ),
    "school_meals": (
        school_meals.WEEKS, school_meals.EATEN, (2, 90),
        ("Menu", "menus de la semaine", "du 12", "au 16", "mars", "1er", "avril 2026"),
    ),
}  # fmt: skip


def page(text: str) -> Page:
    return Page("https://www.exemple.fr/", f"<main><p>{escape(text)}</p></main>", datetime(2026, 11, 1, tzinfo=UTC))


@pytest.mark.parametrize("name", READ)
@settings(max_examples=60)
@given(data=st.data())
def test_what_stands_near_is_enough(name: str, data: st.DataObject) -> None:
    pattern, around, (before, after), words = READ[name]
    read = page(" ".join(data.draw(st.lists(st.sampled_from((*words, *FILLING)), max_size=60))))
    assert _found(pattern, near(read, around, before, after)) == _found(pattern, read.main_text)


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found.group() for found in pattern.finditer(text)]


HIRING = (
    "La mairie", "la Commune", "Recrute", "recruteur", "un agent", "Poste à pourvoir", "offres d'emploi", "Offre d’emploi", "CDD",
    "temps non complet", "H/F", "emploi", "pourvoir",
)  # fmt: skip


@given(st.lists(st.sampled_from((*HIRING, *FILLING)), max_size=40).map(" ".join))
def test_who_hires_is_found_around_the_core_of_what_is_said(text: str) -> None:
    read = page(text)
    assert (_hires(read) is None) == (HIRES.search(read.main_text) is None)


def test_what_stands_near_is_told_once_and_in_order() -> None:
    read = page("La fête et le bal du 3, " + "rien " * 40 + "puis un BAL.")
    assert near(read, Around("bal", "fête"), 3, 5) == "La fête et le bal du 3 . un BAL."
    assert list(passages(read, Around("bal", "fête"), reach=5)) == ["t le bal du 3", "s un BAL.", "La fête et l"]
    assert near(read, Around("kermesse"), 3, 5) == ""


def page_of(path: Path) -> Page:
    return Page("https://www.exemple.fr/", path.read_text("utf-8"), datetime(2026, 11, 1, tzinfo=UTC))


SITES = Path(__file__).parent.parent / "sites"


def test_small_letters_tell_where_a_pattern_that_does_not_mind_capitals_may_be_found() -> None:
    modules = [import_module(one.name) for one in pkgutil.walk_packages(checks.__path__, "checks.") if "_data" not in one.name]
    patterns = {one for module in modules for one in vars(module).values() if isinstance(one, re.Pattern) and one.flags & re.I}
    read = (page_of(path).main_text for path in sorted(SITES.glob("vernoux/www.vernoux*/**/*.html")))
    said = [text[start : start + 280] for text in read for start in range(0, len(text), 400)]
    met = 0
    for pattern in patterns:
        lowered = hint(pattern)
        assert lowered is not None
        for words in (one for told in said for one in (told, told.upper(), told.title())):
            if pattern.search(words):
                assert lowered.search(words.lower()), (pattern, words)
                met += 1
    assert met > len(said)
