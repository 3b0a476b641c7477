"""The examination: faults are contained, hostile pages cost time but not the audit, the same site gives the same findings."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from checks.catalogue import Catalogue, catalogue
from checks.check import Check, check
from checks.examine import Examination
from checks.finding import Coverage, Verdict
from checks.observation import Observation
from checks.reading.spots import worded
from checks.text.traits import Trait
from crawler.link import Link
from crawler.page import Page
from crawler.visit import Outcome, Visit

NOW = datetime(2026, 11, 1, tzinfo=UTC)
WHOLE_SITE = Coverage(as_of=NOW.date(), pages=1, complete=True)


def visit(html: str, url: str = "https://www.exemple.fr/") -> Visit:
    return Visit(url, Outcome.OK, NOW, landed=url, status=200, page=Page(url, html, NOW))


@check("faulty", "Faulty")
def faulty(page: Page) -> Iterator[Observation]:
    if "bad" in page.html:
        raise RuntimeError("boom")
    yield from ()


def test_a_check_that_raises_is_contained() -> None:
    steady = Check("steady", title="Steady", look=lambda page: iter([Observation.at(page, "seen")]))
    examination = Examination(Catalogue([faulty, steady]).matcher, "https://www.exemple.fr/")
    examination.see(visit("good"))
    examination.see(visit("bad", "https://www.exemple.fr/bad"))
    findings = {f.check: f.verdict for f in examination.findings(WHOLE_SITE)}
    assert findings == {"faulty": Verdict.UNDETERMINED, "steady": Verdict.PRESENT}
    assert [(f.check, f.url) for f in examination.faults] == [("faulty", "https://www.exemple.fr/bad")]


def test_a_trait_that_raises_costs_the_check_that_asked_for_it() -> None:
    bad, good = Trait(lambda words: words[99] if "bad" in words else ""), Trait(lambda words: words.startswith("Bad"))
    asking = [
        Check(name, title=name, look=lambda page, trait=trait: (Observation.at(page, one) for one, _ in worded(page, trait)))
        for name, trait in (("faulty", bad), ("steady", good))
    ]
    examination = Examination(Catalogue(asking).matcher, "https://www.exemple.fr/")
    examination.see(visit('<a href="/a">Bad, bad</a>'))
    assert [f.check for f in examination.faults] == ["faulty"]
    assert [f.verdict for f in examination.findings(WHOLE_SITE)] == [Verdict.UNDETERMINED, Verdict.PRESENT]


HOSTILE = {
    "nested": "<div>" * 100_000 + '<a href="/x">Newsletter</a>',
    "nul": "<h1>Ma\x00irie</h1>" + "\x00" * 100_000,
    "label": f'<a href="/x">{"newsletter " * 100_000}</a>',
    "links": "".join(f'<a href="/p{n}">Page {n}</a>' for n in range(20_000)),
    "spaces": "<p>" + " " * 500_000 + "</p>",
    "digits": "<p>" + "1" * 200_000 + "</p>",
    "dates": "<p>" + "1 janvier " * 20_000 + "</p>",
    "names": "<title>Mairie de " + "A-" * 50_000 + "</title><p>" + "Maire de La " * 10_000,
    "attributes": "<a " + " ".join(f'a{n}="x"' for n in range(20_000)) + ' href="/x">Bus</a>',
    "headings": "<h2>Transports</h2>" * 5_000,
    "papers": '<a href="#">Télécharger</a>' + "<h3>Comptes rendus</h3><p>…</p>" * 10_000,
    "bold": "<b>Rives en fête</b>" * 40_000,
    "fonts": "<i><font size=6><b>Rives</b></font>" * 10_000,
    "shelf": "<div><h2>Papiers</h2>" + "".join(f'<span><a href="/{n}.pdf">PDF</a></span>' for n in range(10_000)) + "</div>",
    "sessions": "<h1>Conseil municipal</h1>" + "".join(f'<a href="/{n}.pdf">PV du {n % 28 + 1} mai</a> ' for n in range(10_000)),
    "rows": "<h1>Conseil</h1><table>"
    + "".join(f'<tr><td>{n % 28 + 1} mai 2026<td><a href="/{n}.pdf">Lire</a>' for n in range(6_000)),
    "cards": "".join(f"<div><h5>Loto</h5><p>Le {n % 28 + 1} mai</p><a href='/{n}'>Voir</a></div>" for n in range(6_000)),
    "clubs": "<h1>Associations</h1><ul>" + "<li>Club de tarot : M. Roy, 04 70 00 00 00</li>" * 10_000,
    "recordings": "<h1>Conseil municipal</h1><table><tr><td>PV<td>Vidéo</tr><tr>"
    + "".join(f'<td><a href="https://youtu.be/{n}">voir</a>' for n in range(6_000)),
    "months": "<h1>Au village</h1><p>" + "Loto en mai, concert en juin. " * 30_000,
    "called": "<h1>Le bulletin municipal</h1>"
    + "".join(f'<p>Numéro <a href="/{n}.pdf">Été {n}</a>, livres prêtés, menus.' for n in range(6_000)),
    "refusals": "<h1>Ici</h1>" + "<h2>Sports</h2><p>Pas avant 2028, on cherche un terrain.</p>" * 6_000,
    "lacking": "<h1>Ici</h1>" + "<h2>Sports</h2>à venir" * 3 + "<h6>A</h6><a href='#'>b</a><i></i>" * 600,
    "unclosed": "<table><tr><td><form><input><select><option>" * 3_000,
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_page(html: str) -> None:
    examination = Examination(catalogue().matcher, "https://www.exemple.fr/")
    began = time.process_time()
    examination.see(visit(html))
    spent = time.process_time() - began
    examination.findings(WHOLE_SITE)
    assert examination.faults == []
    assert spent < 5, f"{spent:.1f} s of CPU"


def test_same_site_same_findings() -> None:
    pages = [visit(f'<h1>Page {n}</h1><a href="/nl">Newsletter</a>', f"https://www.exemple.fr/{n}") for n in range(5)]
    told = []
    for _ in range(2):
        examination = Examination(catalogue().matcher, "https://www.exemple.fr/")
        for one in pages:
            one.page.memo.clear()  # type: ignore[union-attr]
            examination.see(one)
        told.append(examination.findings(WHOLE_SITE))
    assert told[0] == told[1]


def test_pages_of_other_sites_are_not_the_towns() -> None:
    examination = Examination(catalogue().matcher, "https://www.exemple.fr/")
    examination.see(visit('<form>Newsletter <input type="email"></form>', "https://www.agglo.example/"))
    finding = next(f for f in examination.findings(WHOLE_SITE) if f.check == "newsletter")
    assert finding.verdict is Verdict.ABSENT


def test_interest_is_what_a_label_promises_until_it_is_decided() -> None:
    examination = Examination(catalogue().matcher, "https://www.exemple.fr/")
    link = Link("https://www.exemple.fr/nl", "/nl", "Newsletter", "https://www.exemple.fr/")
    assert examination.interest(link) >= 1
    assert examination.interest(Link(link.href, "/nl", "Bonjour", link.on)) == 0
    before = examination.interest(link)
    examination.see(visit('<form>Newsletter <input type="email"></form>'))
    assert examination.interest(link) < before


@pytest.mark.parametrize(
    ("html", "check", "words"),
    [
        ("<main><p>Accueil.</p><div><p>Nounous agréées : Mme Roy, rue Haute.</p></div></main>", "childcare", "Nounous agréées"),
        ("<nav>Menu</nav><section><p>Bac jaune le mardi.</p><p>Bac brun et encombrants.</p></section>", "waste", "Bac jaune"),
        ("<div><p>Le village</p><p>L’église du XIIe siècle se visite.</p></div>", "heritage", "XIIe siècle"),
        (
            "<footer><p>Mairie</p><p>12 rue Haute, 38000 Rives</p><p>04 76 00 00 00</p></footer>",
            "contact_details",
            "04 76 00 00 00",
        ),
        ("<h1>Cimetière</h1><p>Rue Basse.</p>", "cemetery", "Cimetière"),
    ],
)
def test_words_are_found_again_in_a_small_element(html: str, check: str, words: str) -> None:
    examination = Examination(catalogue().matcher, "https://www.exemple.fr/")
    page = visit(html, "https://www.exemple.fr/cimetiere")
    examination.see(page)
    finding = next(f for f in examination.findings(WHOLE_SITE) if f.check == check)
    assert finding.evidence
    assert page.page is not None
    for evidence in finding.evidence:
        node = page.page.tree.css_first(evidence.selector)
        assert node is not None
        assert words in node.text(separator=" ")
        assert len(node.text()) < 80
