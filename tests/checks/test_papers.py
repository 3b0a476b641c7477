"""What the checks read in documents: the day of the last minutes and of the last issue, where no link says it."""

from datetime import UTC, date, datetime

import pytest

from checks.catalogue import catalogue
from checks.examine import Examination
from checks.finding import Coverage, Finding, Verdict
from crawler.document import Document
from crawler.page import Page
from crawler.visit import Outcome, Visit

SITE = "https://www.exemple.fr/"
NOW = datetime(2026, 11, 1, tzinfo=UTC)
MINUTES = "Commune d'Exemple\nProcès-verbal de la séance du conseil municipal\nSéance du 12 mai 2026\nPrésents : …"


def finding(check: str, html: str, *documents: Document) -> Finding:
    examination = Examination(catalogue().matcher, SITE)
    page = Page(SITE, html, NOW)
    examination.see(Visit(SITE, Outcome.OK, NOW, landed=SITE, status=200, page=page))
    for document in documents:
        via = next(link for link in page.links if link.href == document.url)
        examination.see(Visit(document.url, Outcome.OK, NOW, via, 200, document.url, digest="d", document=document))
    assert not examination.faults
    return next(f for f in examination.findings(Coverage(as_of=NOW.date(), pages=1, complete=True)) if f.check == check)


def paper(text: str, title: str = "", made_at: date | None = None, name: str = "a.pdf") -> Document:
    return Document(SITE + name, title, 1, text, made_at=made_at)


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        (MINUTES, "", date(2026, 5, 12)),
        ("PROCÈS-VERBAL DU CONSEIL MUNICIPAL DU 3 JUIN 2026", "", date(2026, 6, 3)),
        ("Compte rendu de la réunion du 1er avril 2026", "", date(2026, 4, 1)),
        ("", "Procès-verbal de la séance du 12 mai 2026", date(2026, 5, 12)),
        ("Extrait du registre des délibérations\nSéance du lundi\n12 mai 2026", "", date(2026, 5, 12)),
        # The next session is no session held; what the minutes approve is not their own day.
        ("Procès-verbal de la séance du 12 mai 2026. Prochaine séance le 3 décembre 2026", "", date(2026, 5, 12)),
        ("Procès-verbal du conseil municipal. Prochaine séance le 3 décembre 2026", "", None),
        ("Convocation du conseil municipal du 12 mai 2026. Approbation du procès-verbal de la séance du 3 mars 2026", "", None),
        ("Procès-verbal de la séance du conseil communautaire du 12 mai 2026\nCommunauté de communes du Val", "", None),
        ("Procès-verbal de la séance du conseil municipal des jeunes du 12 mai 2026", "", None),
        ("Règlement intérieur du conseil municipal adopté le 12 mai 2026", "", None),
        ("", "", None),
    ],
)
def test_minutes_bear_their_day(text: str, title: str, day: date | None) -> None:
    found = finding("council_minutes", '<h1>Procès-verbaux du conseil</h1><a href="/a.pdf">Télécharger</a>', paper(text, title))
    assert found.facts.get("last") == day


def test_the_proof_is_the_document() -> None:
    found = finding("council_minutes", '<h1>Procès-verbaux du conseil</h1><a href="/a.pdf">Télécharger</a>', paper(MINUTES))
    proof = next(o for o in found.evidence if o.dated)
    assert (proof.url, proof.selector, proof.digest, proof.fetched_at) == (f"{SITE}a.pdf", "#page=1", "d", NOW)
    assert "Séance du 12 mai 2026" in proof.excerpt
    assert found.verdict is Verdict.PRESENT


def test_minutes_that_stopped_are_partial() -> None:
    old = paper("Procès-verbal de la séance du 4 mars 2012")
    found = finding("council_minutes", '<h1>Délibérations</h1><a href="/a.pdf">Le dernier</a>', old)
    assert (found.verdict, found.facts["last"]) == (Verdict.PARTIAL, date(2012, 3, 4))


def test_the_day_of_a_file_is_not_that_of_the_session() -> None:
    found = finding(
        "council_minutes", '<h1>Délibérations</h1><a href="/a.pdf">Le dernier</a>', paper("Numérisé", made_at=date(2026, 1, 1))
    )
    assert "last" not in found.facts


@pytest.mark.parametrize(
    ("text", "title", "made_at", "day"),
    [
        ("Le magazine\nn° 42\nOctobre 2026", "", None, "2026-10"),
        ("Au sommaire", "Magazine municipal, juin 2026", date(2026, 5, 28), "2026-06"),
        ("Au sommaire", "Magazine municipal n° 42", date(2026, 5, 28), date(2026, 5, 28)),
        ("Au sommaire", "", None, None),
    ],
)
def test_an_issue_bears_its_day(text: str, title: str, made_at: date | None, day: date | str | None) -> None:
    found = finding("magazine", '<h1>Le magazine</h1><a href="/a.pdf">Magazine n° 42</a>', paper(text, title, made_at))
    assert (found.verdict, found.facts.get("last")) == (Verdict.PRESENT, day)
