"""The frontier: best first, traps by cost and budget, the same order each time."""

import random

import pytest

from crawler.frontier import DATES, LOST, SERIES, Entry, Frontier
from crawler.link import Link
from crawler.traps import study

M = "https://mairie.fr"


def drain(frontier: Frontier, most: int = 10_000) -> list[str]:
    found: list[str] = []
    while len(found) < most and (entry := frontier.pop()):
        found.append(entry.url.removeprefix(M))
    return found


def test_best_first() -> None:
    frontier = Frontier(500)
    frontier.add(f"{M}/profond", depth=4)
    frontier.add(f"{M}/liste?tri=nom&ordre=1", depth=1)
    frontier.add(f"{M}/simple", depth=1)
    frontier.add(f"{M}/lettre", depth=2, promise=1)
    frontier.add(f"{M}/menu", depth=1, handicap=-6)
    frontier.add(f"{M}/marches-et-deliberations", depth=1, promise=3)
    assert drain(frontier) == ["/menu", "/marches-et-deliberations", "/lettre", "/simple", "/profond", "/liste?tri=nom&ordre=1"]


def test_each_page_once() -> None:
    frontier = Frontier(500)
    assert frontier.add(f"{M}/a")
    assert not frontier.add("http://www.mairie.fr/a#b")
    assert not frontier.add(f"{M}/a?PHPSESSID=12ab")
    assert frontier.add(f"{M}/a/")
    assert frontier.mark(f"{M}/b")
    assert not frontier.add(f"{M}/b")
    assert drain(frontier) == ["/a", "/a/"]


def test_what_was_decided_promises_nothing_more() -> None:
    frontier = Frontier(500)
    links = {name: Link(f"{M}/{name}", name, name, M) for name in ("lettre", "marches", "autre")}
    for name, promise in (("lettre", 2), ("marches", 1), ("autre", 0)):
        frontier.add(links[name].href, links[name], depth=1 if name != "autre" else 0, promise=promise)
    promises = {"lettre": 0.0, "marches": 1.0, "autre": 0.0}
    order = []
    while entry := frontier.pop(lambda link: promises[link.text]):
        order.append(entry.url.removeprefix(M))
    assert order == ["/marches", "/autre", "/lettre"]


def test_calendar_without_end() -> None:
    frontier = Frontier(500)
    frontier.add(f"{M}/agenda?month=1&year=2026")
    for n in range(50):
        frontier.add(f"{M}/page-{chr(97 + n % 26)}{chr(97 + n // 26)}")
    read: list[str] = []
    while (entry := frontier.pop()) and len(read) < 500:
        read.append(entry.url)
        if "month" in entry.url:
            for n in range(12):
                frontier.add(f"{M}/agenda?month={n + 1}&year={2026 + len(read)}", parent=entry)
                frontier.add(f"{M}/jour/20{26 + len(read) % 70}-04-{n + 1:02}", parent=entry)
    assert len([url for url in read if "month" in url]) == DATES
    assert len([url for url in read if "jour" in url]) == DATES
    assert len(read) == 50 + 2 * DATES
    assert frontier.cut["only the date differs"] > 50


def test_series_of_numbers_without_end() -> None:
    frontier = Frontier(500)
    frontier.add(f"{M}/suivant/1")
    read = 0
    while entry := frontier.pop():
        read += 1
        frontier.add(f"{M}/suivant/{read + 1}", parent=entry)
    assert read == SERIES + 1
    assert frontier.cut == {"endless series": 1}


def test_numbered_articles_are_pages() -> None:
    frontier = Frontier(200)
    home = Entry(M, None, 0, False, 0.0)
    for n in range(100):
        frontier.add(f"{M}/spip.php?article{n}", parent=home)
    assert len(drain(frontier)) == 100


def test_a_quarter_of_the_budget_under_one_prefix() -> None:
    frontier = Frontier(100)
    for n in range(200):
        frontier.add(f"{M}/annuaire/association-{chr(97 + n % 26)}{chr(97 + n // 26)}", depth=1)
    for n in range(60):
        frontier.add(f"{M}/vie-{chr(97 + n % 26)}{chr(97 + n // 26)}/accueil", depth=3)
    order = drain(frontier)
    first = order[:100]
    assert len([url for url in first if url.startswith("/annuaire/")]) == 40
    assert all(not url.startswith("/annuaire/") for url in order[25:85])
    # With no alternative left, the rest comes after all.
    assert len(order) == 260


def test_a_relative_link_gone_wrong_does_not_multiply() -> None:
    frontier = Frontier(500)
    frontier.add(f"{M}/a/contact.html")
    tried = 0
    while entry := frontier.pop():
        tried += 1
        frontier.lost(entry)
        for letter in "abc":
            frontier.add(f"{entry.url.rpartition('/')[0]}/{letter * tried}/contact.html", parent=entry)
    assert tried == LOST
    assert frontier.cut["name already lost"] > 1


def test_a_program_that_fails_five_times_is_not_condemned() -> None:
    frontier = Frontier(500)
    for n in range(20):
        frontier.add(f"{M}/index.php?id={n}")
    for n in range(20):
        entry = frontier.pop()
        assert entry is not None
        if n < 10:
            frontier.lost(entry)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        (f"{M}/a/b/a/b/a/b/a/b/", "repeated path"),
        (f"{M}/" + "x" * 3000, "endless URL"),
        (f"{M}/" + "/".join(map(str, range(40))), "endless URL"),
    ],
)
def test_absurd(url: str, reason: str) -> None:
    frontier = Frontier(500)
    assert not frontier.add(url)
    assert frontier.cut == {reason: 1}


def test_costs() -> None:
    def cost(where: str) -> float:
        return study(M + where).cost

    assert cost("/a") == 0
    assert cost("/a?b=1") > cost("/a")
    assert cost("/a?b=1&c=2") > cost("/a?b=1")
    assert cost("/a/b/a/b") > cost("/a/b/c/d")
    assert cost("/agenda/2031/04/") > cost("/agenda/avril/marche")
    assert cost("/agenda?mois=4&annee=2031") > cost("/agenda?x=4&z=2031")
    assert cost("/a?print=1") > cost("/a?id=1")
    assert cost("/a?page=2") > cost("/a?id=2")


@pytest.mark.parametrize(
    ("where", "dated"),
    [
        ("/agenda/2031/04/", True),
        ("/agenda/2031/04/02", True),
        ("/jour/2031-04-02/", True),
        ("/agenda?tribe-bar-date=2031-04-02", True),
        ("/?date=20310402", True),
        ("/cal.php?m=4&y=2031", True),
        ("/2024/05/12/fete-de-la-musique/", False),
        ("/conseil-municipal-du-12-mars", False),
        ("/budget-2024", False),
        ("/spip.php?article2024", False),
        ("/index.php?id=2024", False),
        ("/page?q=a", False),
    ],
)
def test_dates(where: str, dated: bool) -> None:
    assert study(M + where).dated is dated


def test_bounded() -> None:
    frontier = Frontier(10)
    for n in range(100_000):
        frontier.add(f"{M}/{n}-{n}")
    assert frontier.pending == 2200
    assert frontier.cut["more links than can be kept"] == 97_800


def test_replayable() -> None:
    def story() -> list[str]:
        chance = random.Random(3)
        frontier = Frontier(100)
        order = []
        for _ in range(300):
            frontier.add(
                f"{M}/{chance.choice('abc')}/{chance.randrange(1000)}?p={chance.randrange(5)}", depth=chance.randrange(4)
            )
            if chance.random() < 0.5 and (entry := frontier.pop()):
                order.append(entry.url)
                if chance.random() < 0.2:
                    frontier.give_back(entry)
        return order + drain(frontier)

    assert story() == story()
