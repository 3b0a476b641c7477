"""Pages most of whose parts say that there is none: the others are believed no more, unless they give a fact."""

from datetime import UTC, datetime

import pytest

from checks.catalogue import catalogue
from checks.examine import Examination
from checks.finding import Coverage, Verdict
from checks.reading.refusals import is_wanting
from checks.reading.wanting import believed, is_all_wanting
from crawler.link import Link
from crawler.page import Page
from crawler.visit import Outcome, Visit

NOW = datetime(2026, 11, 1, tzinfo=UTC)
HOME, THERE = "https://www.exemple.fr/", "https://www.exemple.fr/vivre"
LACKING = "<h2>Crèche</h2><p>Contenu à venir.</p><h2>Seniors</h2><p>Le portage de repas n’est plus assuré.</p>"


def page(*parts: str) -> Page:
    return Page(THERE, f"<main><h1>Culture, santé, déplacements</h1>{''.join(parts)}</main>", NOW)


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((LACKING, "<h2>Forum</h2><p>Celui des métiers aura lieu au printemps.</p>"), set()),
        ((LACKING, "<h2>Covoiturage</h2><p>On en reparlera.</p><h2>Qualité de l’air</h2><p>…</p>"), set()),
        ((LACKING, "<h2>Médecins</h2><p>Dr Roux, 03 81 00 00 00.</p>"), {"Médecins"}),
        ((LACKING, '<h2>Transports</h2><p>Voyez <a href="/l.pdf">la ligne 3</a>.</p>'), {"Transports"}),
        ((LACKING, '<h2>Bulletins</h2><p><a href="#">Le numéro 3, 4 mai 2026</a></p>'), set()),
        ((LACKING, f"<h2>Patrimoine</h2><p>{'Le lavoir a trois bassins sous un toit de lauzes. ' * 6}</p>"), {"Patrimoine"}),
        (("<h2>Crèche</h2><p>Contenu à venir.</p>", "<h2>École</h2><p>Deux classes.</p>", "<h2>Forum</h2><p>Le soir.</p>"), None),
        (("<h2>Crèche</h2><p>Contenu à venir.</p>", "<h2>Seniors</h2><p>Contenu à venir.</p>"), None),
        ((LACKING, "<h2>Forum</h2>", "<p>Une longue page sur tout autre chose. </p>" * 90), None),
    ],
)
def test_which_headings_of_a_page_that_mostly_lacks_are_believed(parts: tuple[str, ...], told: set[str] | None) -> None:
    assert believed(page(*parts)) == told


def test_what_it_names_is_denied_with_the_labels_that_lead_to_it() -> None:
    lacking = page(
        LACKING,
        "<h2>Forum</h2><p>Celui des métiers aura lieu au printemps.</p>",
        "<h2>Médecins</h2><p>Dr Roux, 03 81 00 00 00.</p>",
    )
    home = Page(HOME, '<nav><a href="/vivre">Petite enfance et crèche</a> <a href="/vivre">Santé</a></nav>', NOW)
    examination = Examination(catalogue().matcher, HOME)
    examination.see(Visit(HOME, Outcome.OK, NOW, landed=HOME, status=200, page=home))
    via: Link = next(iter(home.links))
    examination.see(Visit(THERE, Outcome.OK, NOW, via=via, landed=THERE, status=200, page=lacking))
    verdicts = {f.check: f.verdict for f in examination.findings(Coverage(as_of=NOW.date(), pages=2, complete=True))}
    assert {verdicts[one] for one in ("childcare", "seniors", "online_debate", "participation")} == {Verdict.ABSENT}
    assert verdicts["health"] is Verdict.PRESENT


@pytest.mark.parametrize(
    ("words", "wanting"),
    [
        ("Document non disponible.", True),
        ("Sans objet : commune de moins de 3 500 habitants.", True),
        ("Écarté pour ce mandat.", True),
        ("On y réfléchit.", True),
        ("L’outil est en test auprès des agents.", True),
        ("Le module n’est pas ouvert au public.", True),
        ("L’outil sera choisi en 2028.", True),
        ("Le plan sera téléversé ici.", True),
        ("Fermé depuis le départ de l’animatrice.", True),
        ("L’agence a quitté la commune en 2009.", True),
        ("Documents non fournis : photo et justificatif.", False),
        ("Sans objet de valeur dans les vestiaires.", False),
        ("Les déchets mélangés sont refusés.", False),
        ("On y pense, on agit : le défi zéro déchet.", False),
        ("Vos idées seront choisies par les habitants.", False),
        ("Votre demande sera transmise au service.", False),
        ("La piscine est fermée l’hiver.", False),
        ("Les potiers qui ont quitté le village y reviennent.", False),
    ],
)
def test_short_sections_that_say_that_there_is_none(words: str, wanting: bool) -> None:
    assert is_wanting(words) is wanting


def test_a_page_that_lacks_all_it_names() -> None:
    """A label of the menu is held against the page: under each of its headings it says that there is none."""
    for said, is_there in (
        ("<h2>Bus</h2><p>Aucune ligne ne passe ici.</p><h2>Train</h2><p>La halte est désaffectée.</p>", False),
        ("<h2>Bus</h2><p>Aucune ligne ne passe ici.</p><h2>Train</h2><p>Halte à Rumont, 7 h 12.</p>", True),
        (
            "<h2>Bus</h2><p>Abandonné.</p><h2>Train</h2><p>Bientôt.</p><h2>Taxi</h2><p>Le taxi de Rumont a une belle voiture.</p>",
            False,
        ),
        ("<h2>Bus</h2><p>Abandonné.</p><h2>Train</h2><p>Bientôt.</p><h2>Taxi</h2><p>04 00 00 00 00.</p>", True),
        ("<p>Le car ne passe plus.</p>", False),
        ("<p>Le car passe.</p>", True),
    ):
        assert is_all_wanting(page(said)) is not is_there
