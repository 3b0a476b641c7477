"""The list of communes: found by any words, a page at a time, with what changed since the audit before."""

from collections.abc import Iterator

import pytest

from audit.desk.book import Book
from audit.desk.roster import PAGE, of_host, roster
from audit.store import Store
from reports.report import Report
from tests.audit.desk.asking import NOW, kept
from tests.reports.making import all_of, reported


@pytest.fixture
def store(where: str) -> Iterator[Store]:
    with Store(where) as made:
        yield made


def named(store: Store, name: str, host: str, **about: object) -> int:
    report = reported(all_of("absent")).to_json()
    report["commune"] |= {"name": name} | about
    return store.keep(report, host, NOW.date(), NOW)


def hosts(store: Store, words: str = "", state: str = "", page: int = 1) -> list[str]:
    return [line.host for line in roster(store.engine, words, state, page).lines]


def test_it_is_found_whatever_case_and_accents(store: Store) -> None:
    named(store, "Saint-Étienne-du-Bœuf", "www.st-etienne.fr", department="Côte-d’Or", insee="21999")
    named(store, "Valclair", "valclair.fr", department="Isère", insee="38999")
    for words in ("saint etienne", "BOEUF", "côte d'or", "21999", "www.st-etienne.fr", "st etienne.fr", "  Étienne  saint "):
        assert hosts(store, words) == ["www.st-etienne.fr"], words
    assert hosts(store, "isere") == ["valclair.fr"]
    assert hosts(store, "valclair etienne") == []
    assert hosts(store, "%") == hosts(store, "'; DROP TABLE audits; --") == []
    assert len(hosts(store)) == 2


def test_a_site_stands_once_with_its_last_audit(store: Store) -> None:
    kept(store, "a.fr", newsletter="absent", twinning="present")
    kept(store, "b.fr")
    number = kept(store, "a.fr", newsletter="present", twinning="absent", public_tenders="inactive")
    found = roster(store.engine)
    assert [(line.host, line.times) for line in found.lines] == [("a.fr", 2), ("b.fr", 1)]
    line = found.lines[0]
    assert (line.id, line.gained, line.lost, line.died) == (number, 1, 1, 1)
    assert [line.id for line in of_host(store.engine, "a.fr")] == [3, 1]
    assert of_host(store.engine, "none.fr") == []


def test_states_are_counted_and_chosen(store: Store) -> None:
    for host in ("a.fr", "b.fr", "c.fr"):
        kept(store, host)
    book = Book(store.engine)
    for number in (1, 2):
        book.open(number, Report.from_json(store.report(number)))
    book.sign(1, "Ana", 3, 0)
    found = roster(store.engine)
    assert found.states == {"new": 1, "open": 1, "signed": 1}
    assert (hosts(store, state="new"), hosts(store, state="open"), hosts(store, state="signed")) == (["c.fr"], ["b.fr"], ["a.fr"])
    unopened, signed = found.lines[0], found.lines[-1]
    assert unopened.left == unopened.total > 0
    assert (signed.signed_by, signed.level) == ("Ana", 3)
    assert hosts(store, "a.fr", "new") == []


def test_long_lists_come_page_by_page(store: Store) -> None:
    for n in range(PAGE + 3):
        named(store, f"Commune {n}", f"c{n}.fr")
    for words in ("", "commune"):
        first, second = (roster(store.engine, words, page=page) for page in (1, 2))
        assert (len(first.lines), len(second.lines), first.pages, first.matching) == (PAGE, 3, 2, PAGE + 3)
        assert not {line.id for line in first.lines} & {line.id for line in second.lines}
        assert roster(store.engine, words, page=99).page == 2
