"""Documents that would make the parser work for minutes or fill the memory are cut; honest ones never are."""

import time
from datetime import UTC, datetime

import pytest

from crawler.page import Page
from crawler.shallow import MOST_CHOICES, MOST_MADE, shallow

FONTS = "<p>" + "".join(f"<font c={n}>" for n in range(500)) + "</p>"
HOSTILE = {
    "nested": "<div>" * 200_000,
    "lists": "<ul><li>" * 150_000,
    "stray ends": "<div></span>" * 150_000,
    "slashes": "<div/>" * 300_000,
    "shapes in no drawing": "<path/>" * 300_000,
    "shapes after a drawing": "<svg></svg>" + "<path/>" * 300_000,
    "shapes out of a drawing": "<svg><div>" + "<path/>" * 300_000,
    "quoted marks": "<div a='<' b='>'>" * 150_000,
    "line ends": "<div\n\f\t\n>" * 150_000,
    "attributes": "<a " + " ".join(f"a{n}=x" for n in range(300_000)) + ">",
    "attributes and marks": "<a " + " ".join(f"a{n}='>'" for n in range(200_000)) + ">",
    "bare attributes": "<a " + "/".join(f"a{n}" for n in range(300_000)) + ">",
    "formatting": FONTS + "<p>x</p>" * 300_000,
    "formatting, ended in comments": FONTS.replace("<font", "<!--</font>--><font") + "<p>x</p>" * 300_000,
    "formatting, ended in scripts": FONTS.replace("<font", "<script>'</font>'</script><font") + "<p>x</p>" * 300_000,
    "formatting, others ended": FONTS.replace(">", "></b>") + "<p>x</p>" * 300_000,
    "little formatting": FONTS + "<p>x</p>" * 900,
    "options": "<select>" + "<optgroup><option>" * 150_000,
    "open quotes": "<a \"<a '" * 300_000,
    "open comment": "<!--" * 500_000,
    "open scripts": "<script>" * 200_000,
}
HONEST = {
    "a long list": "<ul>" + "<li><a href=/x>x</a>" * 20_000 + "</ul>",
    "a long table": "<table>" + "<tr><td>1<td>2" * 20_000 + "</table>",
    "a map": "<svg>" + '<g><path d="M0 0"/></g>' * 10_000 + "</svg><p>fin</p>",
    "a choice of communes": "<select>" + "<option>Commune" * 35_000 + "</select>",
    "old formatting": "<font size=2><b>" * 3 + "<p>ligne<br>" * 5_000,
    "words": "<p>" + "mot " * 200_000 + "</p>",
    "quotes in words": "<p>l'école d'en haut</p>" * 5_000,
    "an open tag": "<p>a < b et c <d",
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_document_is_cut(html: str) -> None:
    began = time.process_time()
    cut = shallow(html)
    assert html.startswith(cut)
    page = Page("http://mairie.fr/", html, datetime.now(UTC))
    nodes = 0
    for node in page.tree.root.traverse(include_text=False):  # type: ignore[union-attr]
        nodes += node is not None
    assert page.text is not None
    assert len(page.links) < 400_000
    assert time.process_time() - began < 5, "seconds of CPU"
    assert nodes < 2 * MOST_MADE + 10_000


@pytest.mark.parametrize("choice", ["<option>Rives</option>", "<OPTION value='a'>Rives", '<option data-a="<">Rives</option >'])
def test_a_list_of_countless_choices_keeps_the_first(choice: str) -> None:
    began = time.process_time()
    page = Page("http://mairie.fr/", f"<select>{choice * 60_000}</select><p>Fin</p>", datetime.now(UTC))
    assert page.text.endswith("Fin")
    assert len(page.tree.css("option")) == MOST_CHOICES
    assert time.process_time() - began < 5, "seconds of CPU"


@pytest.mark.parametrize("html", HONEST.values(), ids=HONEST)
def test_honest_document_is_left_whole(html: str) -> None:
    began = time.process_time()
    assert shallow(html) == html
    assert time.process_time() - began < 3
