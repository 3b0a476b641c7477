"""What the checks on the council and its environment tell beside their verdict: modes, days, kinds."""

from datetime import date

import pytest

from checks.finding import Verdict
from tests.checks.test_civic_facts import finding


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


def test_environmental_data_names_its_kinds() -> None:
    found = finding(
        "environmental_data", '<a href="/a">Qualité de l’air</a> <a href="/b">Pollens</a> <a href="/c">Niveau du Doubs</a>'
    )
    assert found.facts["kinds"] == "la qualité de l'air, les pollens, le niveau du Doubs"


def test_the_next_session_is_dated_by_the_words_after_its_heading() -> None:
    found = finding("council_agenda", "<h1>Conseil municipal</h1><h2>Prochaine séance</h2><p>Jeudi 25 mars 2010 à 20 h.</p>")
    assert (found.verdict, max(o.dated for o in found.evidence if o.dated)) == (Verdict.PRESENT, date(2010, 3, 25))
