"""Dates as French sites write them."""

from datetime import date

import pytest

from checks.text.dates import as_told, dates, newest, years


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mardi 1er avril 2025", date(2025, 4, 1)),
        ("le 14 juillet 2026 à 20 h", date(2026, 7, 14)),
        ("Compte rendu du 03/06/2024", date(2024, 6, 3)),
        ("CR_2023-12-18.pdf", date(2023, 12, 18)),
        ("pv-20240115.pdf", date(2024, 1, 15)),
        ("séance du 5.3.22", date(2022, 3, 5)),
        ("Publié le 30 août 2021", date(2021, 8, 30)),
        ("Bulletin de décembre 2020", date(2020, 12, 1)),
        ("12 DÉCEMBRE 2019", date(2019, 12, 12)),
        ("cr-12-fevrier-2022", date(2022, 2, 12)),
    ],
)
def test_day(text: str, expected: date) -> None:
    assert newest(text) == expected


@pytest.mark.parametrize(
    "text", ["31/02/2024", "45 mars 2024", "03 81 61 50 50", "25000 Besançon", "en 2024", "12h30-14h", "1.2.3", ""]
)
def test_no_day(text: str) -> None:
    assert [d for d in dates(text) if d.day != 1] == []
    assert newest(text) is None or text == "45 mars 2024"


def test_newest_of_several() -> None:
    assert newest("Séances : 3 mars 2025, 12 mai 2025, 7 avril 2025") == date(2025, 5, 12)


def test_years_stand_alone() -> None:
    assert years("En 1994 puis en 2003, 19941 non, 03 81 2005") == [1994, 2003, 2005]


@pytest.mark.parametrize(
    ("day", "text", "told"),
    [
        (date(2026, 11, 1), "Novembre 2026", "2026-11"),
        (date(2026, 11, 1), "1er novembre 2026", date(2026, 11, 1)),
        (date(2026, 11, 1), "le 01/11/2026", date(2026, 11, 1)),
        (date(2026, 11, 1), "2026-11-01", date(2026, 11, 1)),
        (date(2026, 1, 1), "Budget 2026", "2026"),
        (date(2026, 1, 1), "janvier 2026", "2026-01"),
        (date(2026, 11, 12), "", date(2026, 11, 12)),
    ],
)
def test_a_day_is_told_as_exactly_as_the_words_tell_it(day: date, text: str, told: date | str) -> None:
    assert as_told(day, text) == told
