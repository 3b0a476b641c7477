"""Headings that are marked up as none: what a reader takes for the name of what follows, and what only stands in bold."""

from datetime import UTC, datetime

import pytest

from checks.reading.sections import beneath
from crawler.heading import RUN_IN
from crawler.page import Page

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def page(html: str) -> Page:
    return Page("https://www.mairie.fr/pratique.htm", html, NOW)


@pytest.mark.parametrize(
    ("html", "headings"),
    [
        ("<p><b>Cimetière</b> : une concession de trente ans.</p>", [(RUN_IN, "Cimetière")]),
        ("<p><strong>Cimetière :</strong> une concession.</p>", [(RUN_IN, "Cimetière")]),
        ("<p><font><b>Cimetière</b></font> – une concession.</p>", [(RUN_IN, "Cimetière")]),
        ("<p>Eau : 2 €.<br><b>Cimetière</b> : une concession.</p>", [(RUN_IN, "Cimetière")]),
        ("<hr><font><b>LES POUBELLES</b></font><p>Le jeudi.</p>", [(4, "LES POUBELLES")]),
        ('<div><span style="font-size:28px">À terre</span></div><div>Le tracteur passe.</div>', [(4, "À terre")]),
        ('<p><font size="5">Le port</font></p><p>Canal 9.</p>', [(4, "Le port")]),
        ('<p>Voir <span style="font-size:28px">ici</span></p>', []),
        (f'<p><span style="font-size:28px">À terre</span></p><p><font size="5">{"Tout. " * 50}</font></p>', []),
        ("<table><tr><td>Crèche</td><td>20 places</td><td>02 31 00 00 21</td></tr></table>", [(RUN_IN, "Crèche")]),
        ("<table><tr><td>Crèche</td><td>20 places</td></tr></table>", []),
        (
            '<ul class="my_tabs clear"><li><a href="#">Bus</a></li><li><a href="#">Vélo</a></li></ul><div class="all_tabs"><div class="tab_content">'
            '<p>La ligne 4 passe place Haute.</p></div><div class="tab_content"><p>À venir.</p></div></div>',
            [(4, "Bus")],
        ),
        ('<ul class="tabs"><li><a href="#">Bus</a></li></ul><div class="tab_content"><p>Bientôt.</p></div>', []),
        ("<table><tr><td>Terrains de sport</td><td>Arrosage interdit de 13 h à 20 h</td></tr></table>", []),
        ('<table><tr><td><a href="/">Crèche</a></td><td><a href="/b">École</a></td></tr></table>', []),
        ("<p><b>Le bus</b> passe le jeudi.</p>", []),
        ("<p><b>• Contrôle des travaux.</b></p><p>Le jeudi.</p>", []),
        ("<p><b>• Les travaux</b></p><p>Le jeudi.</p>", [(4, "• Les travaux")]),
        ("<p>Voir le <b>cimetière</b> : il est beau.</p>", []),
        ("<ul><li><b>Claire Hubert</b> : maire</li></ul>", []),
        ("<p>Le <b>jeudi</b></p><p>Midi.</p>", []),
        ("Le camion <font><b>Les poubelles</b></font> passe<p>Le jeudi.</p>", []),
        ("<p><b>Lieu :</b> rue Haute</p><p><b>Lieu :</b> rue Basse</p>", []),
    ],
)
def test_what_names_what_follows(html: str, headings: list[tuple[int, str]]) -> None:
    assert [(h.level, h.text) for h in page(html).headings] == headings


def test_a_run_in_heading_tells_its_paragraph_and_cuts_no_section() -> None:
    here = page("<main><h2>Vivre ici</h2><p>Tout est là.</p><p><b>Eau</b> : 2 €.</p><p>Le reste en mairie.</p></main>")
    above, within = here.headings
    assert beneath(here, within) == ": 2 €."
    assert beneath(here, above) == "Tout est là. Eau : 2 €. Le reste en mairie."
