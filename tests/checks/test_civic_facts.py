"""What the checks on civic, economic and digital life tell beside their verdict: words, towns, years, levels, modes."""

import pkgutil
import re
import time
from datetime import UTC, datetime
from importlib import import_module

import pytest

import checks.features
from checks.catalogue import catalogue
from checks.examine import Examination
from checks.finding import Coverage, Finding, Verdict
from checks.reading.about import about, blocks, near
from checks.text.lexicon import Phrases
from crawler.page import Page
from crawler.visit import Outcome, Visit

NOW = datetime(2010, 3, 1, tzinfo=UTC)
SITE = "https://www.exemple.fr/"


def finding(check: str, *pages: str, gone: tuple[str, ...] = ()) -> Finding:
    examination = Examination(catalogue().matcher, SITE)
    links = {}
    for number, html in enumerate(pages):
        url = f"{SITE}p{number}"
        page = Page(url, html, NOW)
        links |= {link.href: link for link in page.links}
        examination.see(Visit(url, Outcome.OK, NOW, landed=url, status=200, page=page))
    for url, link in links.items():
        outcome = Outcome.NOT_FOUND if url in gone else Outcome.OK
        examination.see(Visit(url, outcome, NOW, via=link, landed=url, probe=True))
    assert not examination.faults
    coverage = Coverage(as_of=NOW.date(), pages=len(pages), complete=True)
    return next(f for f in examination.findings(coverage) if f.check == check)


def test_the_number_of_a_school_is_not_that_of_the_town_hall() -> None:
    school = "<main><h1>École</h1><p>Directrice : Mme Roy, 03 00 00 00 09, de 8h à 12h le lundi.</p></main>"
    found = finding("contact_details", f"{school}<footer>Mairie, 1 rue Haute, 25000 Rives, 03 00 00 00 01</footer>")
    assert "03 00 00 00 01" in found.evidence[0].excerpt
    assert "Directrice" not in found.evidence[0].excerpt


DEAD, ALIVE = "http://marches2009.example.org/", "http://marches2010.example.org/"
RUBRIC = '<h1>Marchés publics</h1><a href="/archives">Archives des marchés 2007</a>'


def test_a_dead_platform_makes_the_tenders_inactive_though_rubric_and_archives_live() -> None:
    found = finding("public_tenders", f'{RUBRIC}<a href="{DEAD}">Plateforme 2009</a>', gone=(DEAD,))
    assert found.verdict is Verdict.INACTIVE
    assert (found.facts["words"], found.facts["archives"]) == ("Plateforme 2009", 1)
    assert found.evidence[0].target == DEAD


def test_one_living_platform_is_enough() -> None:
    page = f'{RUBRIC}<a href="{DEAD}">Plateforme 2009</a> <a href="{ALIVE}">Plateforme 2010</a>'
    assert finding("public_tenders", page, gone=(DEAD,)).verdict is Verdict.PRESENT


def test_tenders_with_archives_only_are_partial() -> None:
    found = finding("public_tenders", RUBRIC)
    assert (found.verdict, found.facts["archives"]) == (Verdict.PARTIAL, 1)
    assert "words" not in found.facts


def test_an_old_consultation_is_an_archive_and_a_new_one_is_not() -> None:
    old = "<h1>Marchés publics</h1><p>Voirie. Date limite de remise des offres : 12/03/2008.</p>"
    assert finding("public_tenders", old).verdict is Verdict.PARTIAL
    assert finding("public_tenders", old.replace("2008", "2010")).verdict is Verdict.PRESENT


def test_milestones_and_initiatives_are_told_one_by_one() -> None:
    found = finding(
        "digital_policy",
        "<h1>La ville numérique</h1>"
        "<p>En 1994, elle constitue un réseau en fibre optique. Dès 2005, elle ouvre un espace numérique.</p>"
        "<h3>2003</h3><p>Tous les élèves de CM1 reçoivent un ordinateur.</p><p>Publié le 3 mars 2009 par la rédaction</p>"
        "<h2>Initiatives 2009</h2><ul><li>Fête du Libre</li></ul>",
    )
    told = {(o.proof, o.facts["year"]) for o in found.evidence if "year" in o.facts}
    assert told == {("milestone", 1994), ("milestone", 2005), ("milestone", 2003), ("initiative", 2009)}
    assert found.facts["initiative"] == "Fête du Libre"


def test_years_of_other_pages_are_no_milestones_but_a_named_initiative_is_kept() -> None:
    found = finding(
        "digital_policy", "<h1>Histoire</h1><p>En 1994, la commune rénove son orgue.</p>", "<h2>Fête du Libre 2009</h2>"
    )
    assert found.verdict is Verdict.ABSENT
    assert [(o.proof, o.facts["year"]) for o in found.evidence] == [("initiative", 2009)]


def test_twin_towns_are_named_without_the_heading_above_them() -> None:
    found = finding(
        "twinning",
        "<h1>Jumelages</h1>"
        '<ul><li><a href="http://a.example/">Fribourg-en-Brisgau</a> (Allemagne)</li><li>Tver (Russie)</li></ul>',
    )
    assert found.facts["towns"] == "Fribourg-en-Brisgau, Tver"
    assert [o.target for o in found.evidence if o.proof == "site"] == ["http://a.example/"]


@pytest.mark.parametrize(
    ("words", "level", "year"),
    [
        ("Label Ville Internet 2010 @@@@@", 5, "2010"),
        ("trois arobases au label Villes Internet en 2006", 3, "2006"),
        ("Ville Internet 2002 @", 1, "2002"),
        ("2022 : Label Villes Internet, @@ en 2022 2023 : un conseiller numérique", 2, "2022"),
        ("Ville Internet, contact@exemple.fr", None, None),
        ("Ville Internet : 1000 ordis @ l'école", None, None),
    ],
)
def test_level_and_year_of_the_label(words: str, level: int | None, year: str | None) -> None:
    found = finding("label_villes_internet", f"<p>{words}</p>")
    assert (found.facts.get("level"), found.facts.get("year")) == (level, year)


def test_other_labels_are_told_and_are_not_this_one() -> None:
    found = finding("label_villes_internet", "<p>Villes et villages fleuris. Commune touristique.</p>")
    assert found.verdict is Verdict.ABSENT
    assert found.facts["others"] == "Villes et villages fleuris, Commune touristique"


def test_twinning_without_a_town_is_partial() -> None:
    assert finding("twinning", "<h2>Jumelage</h2><p>Le comité se réunit en mairie.</p>").verdict is Verdict.PARTIAL


def test_who_helps_job_seekers_is_named() -> None:
    found = finding("job_seekers_help", '<h2>Emploi</h2><p><a href="/a">Mission locale</a> <a href="/b">ANPE</a></p>')
    assert found.facts["names"] == "ANPE, mission locale"


def test_what_a_page_is_about() -> None:
    page = Page(f"{SITE}marches-publics", "<title>Mairie</title><h1>Avis</h1>", NOW)
    assert about(page, Phrases("marchés publics"))
    assert not about(page, Phrases("marchés publics"), unless=Phrases("avis"))


def test_blocks_are_the_innermost_ones_of_the_content() -> None:
    page = Page(SITE, "<nav><p>Menu</p></nav><ul><li><p>Un</p></li><li>Deux</li></ul><footer><p>Pied</p></footer>", NOW)
    assert [words for _, words in blocks(page)] == ["Un", "Deux"]


def test_near_is_the_heading_above_and_the_short_block_before() -> None:
    page = Page(SITE, f"<h2>Loin</h2><h2>Près</h2><p>{'long ' * 60}</p><p>Légende</p><video src='/a.mp4'></video>", NOW)
    video = page.tree.css_first("video")
    assert video is not None
    words = near(video)
    assert "Près" in words
    assert "Légende" in words
    assert "Loin" not in words
    assert "long" not in words


PATTERNS = [
    pytest.param(value, id=f"{module}.{name}")
    for module in sorted(m.name for m in pkgutil.iter_modules(checks.features.__path__))
    for name, value in vars(import_module(f"checks.features.{module}")).items()
    if isinstance(value, re.Pattern)
]
HOSTILE = {
    "capitals": "A" * 100_000,
    "names": "Jean " * 20_000,
    "dashes": "Aa-" * 30_000,
    "digits": "1" * 100_000,
    "spaces": "marché " + " " * 100_000,
    "markets": "marché " * 15_000,
    "roles": "adjoint " * 12_000,
    "levels": "hauteur d'eau " * 7_000,
    "budgets": "section de fonctionnement " * 4_000,
    "events": "Fête du " * 12_000,
    "twins": "jumelée avec la ville " * 4_000,
    "ats": "@ " * 50_000,
    "hires": "mairie offre d'emploi " * 4_000,
}


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_pattern_is_slow_on_hostile_text(pattern: re.Pattern[str]) -> None:
    slow = {}
    for name, text in HOSTILE.items():
        began = time.process_time()
        list(pattern.finditer(text))
        spent = time.process_time() - began
        if spent > 1:
            slow[name] = round(spent, 1)
    assert slow == {}
