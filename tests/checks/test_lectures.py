"""Sections that tell of the law or of times long past, and of nothing that one may use here."""

from datetime import UTC, datetime

import pytest

from checks.reading.lectures import on_the_law, on_the_past
from checks.reading.sections import beneath
from crawler.heading import Heading
from crawler.page import Page

LAW = (
    "L’instruction est obligatoire de trois à seize ans depuis la loi du 26 juillet 2019 ; elle l’était à six ans depuis Jules Ferry. Les"
    " dérogations d’une commune à l’autre sont fixées par le code de l’éducation, et la commune de résidence participe alors aux frais."
)
PAST = (
    "Une charte du comte, datée de 1272, accorde aux consuls un marché et deux foires, à la Saint-Marc et à la Saint-Luc. On y venait de dix"
    " lieues vendre le safran et la toile. Au XIXe siècle le foirail comptait encore six cents têtes, et trois bascules."
)


def under(words: str, called: str = "Inscriptions") -> tuple[Page, Heading, str]:
    page = Page(
        "https://www.exemple.fr/a", f"<main><h1>Vivre</h1><h2>{called}</h2>{words}</main>", datetime(2026, 11, 1, tzinfo=UTC)
    )
    return page, page.headings[1], beneath(page, page.headings[1])


@pytest.mark.parametrize(
    ("words", "called", "law"),
    [
        (f"<p>{LAW}</p>", "Inscriptions", True),
        (f'<p>{LAW} Voir <a href="https://www.service-public.fr/">service-public.fr</a>.</p>', "Inscriptions", True),
        (f'<p>{LAW} <a href="#">Lire</a></p>', "Inscriptions", True),
        (f'<p>{LAW} <a href="/fiche.pdf">La fiche</a></p>', "Inscriptions", False),
        (f"<p>{LAW} La mairie inscrit les enfants.</p>", "Inscriptions", False),
        (f"<p>{LAW} Le lundi matin, salle des fêtes.</p>", "Inscriptions", False),
        (f"<p>{LAW}</p><form><input name=nom></form>", "Inscriptions", False),
        (f"<p>{LAW}</p>", "Données personnelles", False),
        ("<p>La loi du 26 juillet 2019 le veut.</p>", "Inscriptions", False),
        (f"<p>{PAST}</p>", "Inscriptions", False),
    ],
)
def test_on_the_law(words: str, called: str, law: bool) -> None:
    assert on_the_law(*under(words, called)) is law


@pytest.mark.parametrize(
    ("words", "past"),
    [(f"<p>{PAST}</p>", True), (f"<p>{PAST} Il se tient le jeudi.</p>", False), (f"<p>{LAW}</p>", False)],
)
def test_on_the_past(words: str, past: bool) -> None:
    assert on_the_past(*under(words)) is past
