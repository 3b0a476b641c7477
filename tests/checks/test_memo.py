"""What is remembered is what was told, and never without bound."""

from datetime import UTC, datetime

from checks.observation import path_to, ranks
from checks.reading.spots import entitled, leading, worded
from checks.text.memo import LONGEST, Memo
from checks.text.traits import Trait
from crawler.page import Page


def test_a_memo_asks_once_and_forgets_at_its_bound() -> None:
    asked: list[str] = []
    memo = Memo[str, int](lambda text: asked.append(text) or len(text), most=3)  # type: ignore[func-returns-value]
    assert [memo["a"], memo["a"], memo["bb"], memo["ccc"]] == [1, 1, 2, 3]
    assert asked == ["a", "bb", "ccc"]
    assert memo["dddd"] == 4
    assert list(memo) == ["dddd"], "full: everything was forgotten"
    assert memo["x" * (LONGEST + 1)] == LONGEST + 1
    assert list(memo) == ["dddd"], "what is long is not kept"


def test_traits_are_found_in_words_and_addresses() -> None:
    page = Page(
        "https://www.exemple.fr/",
        '<h1>Le 14 juillet</h1><h2>Agenda</h2><a href="/a?xml=F1">Fiche</a><a href="/b">Le 3 mai</a>',
        datetime.now(UTC),
    )
    numbered = Trait(lambda text: "".join(c for c in text if c.isdigit()))
    assert [(h.text, number) for h, number in entitled(page, numbered)] == [("Le 14 juillet", "14")]
    assert [(a.text, number) for a, number in worded(page, numbered)] == [("Le 3 mai", "3")]
    assert [(a.text, number) for a, number in leading(page, numbered)] == [("Fiche", "1")]


def test_an_element_is_found_again_by_its_selector() -> None:
    html = "<main>" + "".join(f"<div><p>un</p> mot <p class=n{n}>deux</p></div><hr>" for n in range(30)) + "</main>"
    page = Page("https://www.exemple.fr/", html, datetime.now(UTC))
    for n in (29, 0, 17):
        node = page.tree.css_first(f".n{n}")
        assert node is not None
        found = page.tree.css(path_to(node, ranks(page)))
        assert [one.attributes["class"] for one in found] == [f"n{n}"]
