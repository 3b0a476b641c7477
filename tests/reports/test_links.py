"""What the report says of links: a reason in French for every way not to know, and nothing that a site wrote is markup."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from crawler.visit import Outcome
from reports.links import LinkFault, LinkSample, LinksRecord
from reports.render.html import html
from reports.render.links import DEAD, UNTOLD, reasons, told
from reports.render.markdown import markdown
from tests.reports.making import all_of, reported
from tests.reports.test_render import ATTACKS


def test_every_outcome_has_its_words() -> None:
    assert {o.value for o in Outcome if o.dead} == set(DEAD)
    assert {o.value for o in Outcome if o.unverifiable} == set(UNTOLD)


def test_sentences_agree() -> None:
    assert told(LinksRecord()) == []
    assert told(LinksRecord(checked=1, alive=1)) == ["1 adresse de lien a été vérifiée\u00a0: 1 répond."]
    one = told(LinksRecord(checked=1200, alive=1198, dead=1, unverifiable=1))
    assert (
        one[0]
        == "1\u202f200 adresses de liens ont été vérifiées\u00a0: 1\u202f198 répondent, 1 n’existe plus et 1 n’a pas pu être jugée."
    )
    assert "n’est pas compté parmi les liens inactifs" in one[1]
    assert not any("image" in line for line in one)
    missing = told(LinksRecord(checked=9, alive=5, dead=4, pictures=3))
    assert "3 images manquantes\u202f; aucun visiteur ne les suit et elles ne figurent pas parmi les liens inactifs" in missing[1]
    assert (
        "1 image manquante\u202f; aucun visiteur ne la suit et elle ne figure pas"
        in told(LinksRecord(checked=9, dead=4, pictures=1))[1]
    )


def test_the_most_frequent_reason_first_and_how_many_are_not_named() -> None:
    sample = LinkSample(page="http://a.fr/", target="http://b.fr/")
    links = LinksRecord(
        checked=19,
        unverifiable=9,
        by_reason={"timed out": 2, "forbidden": 7, "not found": 10},
        examples={"forbidden": (sample,) * 5},
    )
    assert [(r.count, r.more) for r in reasons(links)] == [(7, 2), (2, 2)]


@pytest.mark.parametrize("attack", ATTACKS)
def test_words_of_a_site_are_never_markup(attack: str) -> None:
    fault = LinkFault(page="javascript:alert(1)", text=attack, target=f"mailto:{attack}", kind="mail", fault="no address")
    sample = LinkSample(page="javascript:alert(1)", text=attack, target=f"javascript:{attack}")
    links = LinksRecord(checked=1, unverifiable=1, by_reason={"forbidden": 1, attack: 1}, examples={"forbidden": (sample,)}, faults=(fault,), by_fault={"mail": 1})  # fmt: skip
    report = reported(all_of("present"), links=links)
    tree = LexborHTMLParser(html(report))
    assert tree.css("script, iframe, object, img, link[href]") == []
    assert not any(name.startswith("on") for node in tree.css("*") for name in node.attributes)
    assert all((a.attributes["href"] or "").startswith(("http", "#")) for a in tree.css("a[href]"))
    bare = re.sub(r"\\.", "", markdown(report))
    assert not re.search(r"<script|<img|<b>|\]\(javascript:|<javascript:|!\[|\x1b|\u202e", bare)
    for line in markdown(report).splitlines():
        if line.startswith("|") and "alert" in line:
            assert len(re.findall(r"(?<!\\)\|", line)) in (3, 4, 6), line
