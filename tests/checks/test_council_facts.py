"""What the checks on the council and its environment tell beside their verdict: modes, days, kinds."""

from datetime import date

import pytest

from checks.features.council_minutes import council_minutes
from checks.finding import Verdict
from crawler.page import Page
from tests.checks.test_civic_facts import NOW, SITE, finding


@pytest.mark.parametrize(
    ("heading", "mode", "day"),
    [
        ("Conseil municipal du 4 février 2010 en direct", "live", date(2010, 2, 4)),
        ("Revoir le conseil municipal du 14 janvier 2010", "replay", date(2010, 1, 14)),
        ("Conseil municipal en vidéo", None, None),
    ],
)
def test_council_video_tells_mode_and_day(heading: str, mode: str | None, day: date | None) -> None:
    found = finding("council_video", f'<h2>{heading}</h2><iframe src="https://www.youtube.com/embed/x"></iframe>')
    assert found.verdict is Verdict.PRESENT
    assert (found.facts.get("mode"), found.facts.get("last")) == (mode, day)


def test_the_page_of_one_session_dates_the_minutes_by_its_headline() -> None:
    told = finding("council_minutes", '<h1>Conseil municipal du 4 février 2010</h1><p><a href="/f/81.pdf">Télécharger</a></p>')
    assert told.facts["last"] == date(2010, 2, 4)
    called = finding("council_minutes", "<h1>Conseil municipal du 4 février 2010</h1><p>Ordre du jour affiché.</p>")
    assert called.facts.get("last", "") == ""


def test_environmental_data_names_its_kinds() -> None:
    found = finding(
        "environmental_data", '<a href="/a">Qualité de l’air</a> <a href="/b">Pollens</a> <a href="/c">Niveau du Doubs</a>'
    )
    assert found.facts["kinds"] == "la qualité de l'air, les pollens, le niveau du Doubs"


def test_the_next_session_is_dated_by_the_words_after_its_heading() -> None:
    found = finding("council_agenda", "<h1>Conseil municipal</h1><h2>Prochaine séance</h2><p>Jeudi 25 mars 2010 à 20 h.</p>")
    assert (found.verdict, max(o.dated for o in found.evidence if o.dated)) == (Verdict.PRESENT, date(2010, 3, 25))


def test_sessions_shown_live_and_again_are_told_as_both() -> None:
    spots = "".join(
        f'<h2>{words}</h2><iframe src="https://www.youtube.com/embed/{words[0]}"></iframe>'
        for words in ("Conseil municipal en direct", "Revoir le conseil municipal du 14 janvier 2010")
    )
    assert finding("council_video", spots).facts["mode"] == "both"


@pytest.mark.parametrize(
    ("html", "last"),
    [
        (
            "<h1>Comptes rendus</h1><a href='a.pdf'>Séance du 5 février 2010, mise en ligne le 9 février 2010</a>",
            date(2010, 2, 5),
        ),
        (
            "<h1>Procès-verbaux</h1><a href='a.pdf'>Liste des délibérations du 18 février 2010</a>"
            "<a href='b.pdf'>Procès-verbal de la séance du 14 janvier 2010</a>",
            date(2010, 1, 14),
        ),
        ("<h1>Délibérations</h1><a href='a.pdf'>Liste des délibérations du 18 février 2010</a>", date(2010, 2, 18)),
        # Papers that do not say what they are, and an agenda, date no minutes.
        ("<h1>Comptes rendus</h1><a href='m.pdf'>Menus du 2 février 2010</a>", None),
        ("<h1>Comptes rendus</h1><a href='o.pdf'>Ordre du jour du conseil du 25 février 2010</a>", None),
    ],
)
def test_the_last_minutes_are_those_of_a_session(html: str, last: date | None) -> None:
    assert finding("council_minutes", html).facts.get("last") == last


def test_minutes_listed_by_years_that_stopped_are_no_longer_kept() -> None:
    listed = "<h1>Comptes rendus des conseils</h1><p>{} : 31 mars</p><p>2006 : 12 mai</p><p>2005 : 3 juin</p>"
    old, kept = finding("council_minutes", listed.format(2007)), finding("council_minutes", listed.format(2010))
    assert (old.verdict, old.facts["last"]) == (Verdict.PARTIAL, "2007")
    assert kept.verdict is Verdict.PRESENT


def test_minutes_of_another_body_date_nothing() -> None:
    page = Page(f"{SITE}cr-commission-des-jeunes.html", "<h1>Comptes rendus</h1><a href='a.pdf'>CR du 8 janvier 2010</a>", NOW)
    assert council_minutes.look is not None
    assert list(council_minutes.look(page)) == []
