"""Links to a place within a page: a place that is not there is told, one that a script may make is not."""

import time
from datetime import UTC, datetime

import pytest

from crawler.anchors import MOST_IDS, Anchors, places
from crawler.page import Page

M = "https://www.mairie.fr"
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def seen(*pages: tuple[str, str]) -> list[str]:
    anchors = Anchors()
    for url, html in pages:
        anchors.see(Page(f"{M}{url}", html, NOW))
    return [link.raw for link in anchors.missing()]


@pytest.mark.parametrize(
    "place",
    ['<p id="ici">', "<p id=ici>", "<p ID='ici'>", '<a name="ici">', "<div class=x id = ici>", '<script>x.id="ici"</script>'],
)
def test_a_place_that_is_there(place: str) -> None:
    assert seen(("/", f'<a href="#ici">ici</a>{place}')) == []


@pytest.mark.parametrize(
    ("written", "place"),
    [("#d%C3%A9chets", 'id="déchets"'), ("#déchets", 'id="d&eacute;chets"'), ("#a%20b", 'id="a b"'), ("#a%zz", 'id="a%zz"')],
)
def test_escapes_are_read_as_browsers_do(written: str, place: str) -> None:
    assert seen(("/", f'<a href="{written}">x</a><p {place}>')) == []


@pytest.mark.parametrize("written", ["#", "#top", "#TOP", "#!/accueil", "#/menu", "#:~:text=budget", "#onglet=2"])
def test_what_is_no_place(written: str) -> None:
    assert seen(("/", f'<a href="{written}">x</a>')) == []


@pytest.mark.parametrize(
    "more", ['onclick="f()"', 'role="button"', 'data-bs-toggle="collapse"', 'aria-controls="m"', "data-fancybox", '@click="f"']
)
def test_a_link_that_a_script_takes_over(more: str) -> None:
    assert seen(("/", f'<a href="#menu" {more}>Menu</a>')) == []
    assert seen(("/", '<a href="#menu" class="x" aria-label="Menu">Menu</a>')) == ["#menu"]


def test_places_on_other_pages_whichever_comes_first() -> None:
    there, menu = '<h2 id="bus">Bus</h2>', '<a href="/vie#bus">a</a><a href="/vie#tram">b</a><a href="/jamais-vue#x">c</a>'
    assert seen(("/", menu), ("/vie", there)) == ["/vie#tram"]
    assert seen(("/vie", there), ("/", menu), ("/autre", menu)) == ["/vie#tram"]


def test_a_base_leads_a_fragment_to_another_page() -> None:
    page = '<base href="/"><a href="#contenu">Aller au contenu</a><main id="contenu">'
    assert seen(("/vie/x", page), ("/", "<p>rien")) == ["#contenu"]
    assert seen(("/vie/x", page), ("/", '<p id="contenu">')) == []
    assert seen(("/vie/x", page)) == [], "a page that was not read is not judged"


def test_memory_and_time_are_bounded() -> None:
    anchors = Anchors()
    began = time.process_time()
    html = "".join(f'<p id="p{n}">' for n in range(60_000))
    for number in range(12):
        anchors.see(Page(f"{M}/{number}", html, NOW))
    assert anchors._count <= MOST_IDS
    assert time.process_time() - began < 10
    hostile = "id = " * 50_000 + 'id="' * 50_000 + "name=" * 50_000
    began = time.process_time()
    assert len(list(places(hostile))) >= 0
    assert time.process_time() - began < 1
