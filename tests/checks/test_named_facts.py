"""What sentences call by its name: the magazine, the social service, the business park, what is measured, what news follow."""

from datetime import UTC, date, datetime

import pytest

from checks.catalogue import catalogue
from checks.check import Check
from checks.examine import Examination
from checks.features.digital_policy import digital_policy
from checks.features.heritage import heritage
from checks.features.intercommunality import intercommunality
from checks.features.urban_planning import urban_planning
from checks.finding import Coverage, Verdict
from checks.observation import Observation
from crawler.page import Page
from crawler.visit import Feed, Outcome, Visit
from tests.checks.test_civic_facts import NOW, SITE, finding


@pytest.mark.parametrize(
    ("check", "html", "name"),
    [
        ("magazine", '<h1>Le Rivois, magazine municipal</h1><a href="42.pdf">Le Rivois n° 42, mars 2010</a>', "Le Rivois"),
        ("magazine", '<h2>Le journal municipal Rives Actu n°240 est disponible</h2><a href="/j">Le lire</a>', "Rives Actu"),
        ("magazine", "<h1>RVV, le magazine de la ville</h1><p>RVV paraît le premier du mois.</p>", "RVV"),
        (
            "magazine",
            "<h1>Bulletins</h1><h2>L'Écho du val, bulletin communal</h2><p>L'Écho du val est gratuit.</p>",
            "L'Écho du val",
        ),
        (
            "social_services",
            "<h1>Relais'Services</h1><p>Relais'Services est la porte d'entrée du Centre communal d'action sociale.</p>"
            '<nav><a href="/ccas">CCAS</a></nav>',
            "Relais'Services",
        ),
        ("business_support", '<a href="/t">Optima, le Technopole</a>', "Optima, le Technopole"),
        ("business_support", '<h1>Économie</h1><a href="/z">Zone d’activités de la Croix</a>', "la zone d’activités de la Croix"),
        ("business_support", '<a href="/p">La pépinière d’entreprises</a>', "la pépinière d’entreprises"),
    ],
)
def test_what_has_a_name_of_its_own(check: str, html: str, name: str) -> None:
    assert finding(check, html).facts["name"] == name


@pytest.mark.parametrize(
    ("check", "html"),
    [
        ("magazine", '<h1>Vie municipale : bulletin municipal</h1><a href="b.pdf">Bulletin municipal, mars 2010</a>'),
        ("magazine", '<h1>Octobre 2026 : le magazine de la ville</h1><a href="b.pdf">Magazine n° 12</a>'),
        ("magazine", "<h1>Les parutions, magazine municipal</h1><p>Les parutions sont gratuites.</p>"),
        ("magazine", "<h1>Autrefois, le bulletin municipal</h1><p>On le lisait au café.</p>"),
        ("social_services", "<h1>CCAS</h1><p>Le CCAS est le centre communal d'action sociale.</p>"),
        ("business_support", '<a href="/z">Zone d’activités</a>'),
    ],
)
def test_what_has_none(check: str, html: str) -> None:
    assert "name" not in finding(check, html).facts


def test_all_that_is_measured_is_told_and_a_river_by_its_name() -> None:
    found = finding("environmental_data", '<a href="/a">L’air et les pollens</a>', '<a href="/d">Le niveau du Doubs</a>')
    assert found.facts["kinds"] == "la qualité de l'air, les pollens, le niveau du Doubs"


def test_the_parts_of_a_rubric_of_urbanism() -> None:
    """A menu of the whole site tells nothing of the rubric."""
    menu = '<a href="/urbanisme/p">Les projets d’aménagement</a><a href="/urbanisme/g">Glossaire</a><a href="/h">Histoire</a>'
    html = f'<h1>Urbanisme</h1>{menu}<a href="plu.pdf">Règlement du PLU</a>'
    facts = {name for o in observed(urban_planning, "/urbanisme/", html) for name in o.facts}
    assert facts == {"projects", "glossary", "documents"}
    assert observed(urban_planning, "/cuisine/", html.replace("Urbanisme", "Cuisine")) == []


def test_news_that_follow_those_of_the_country() -> None:
    items = '<h2><a href="/1">Grippe A : la fin de l’alerte</a></h2><h2><a href="/2">Ce que change la loi handicap</a></h2>'
    assert finding("news", f"<h1>Actualités</h1>{items}").facts["national"] == 1
    assert "national" not in finding("news", '<h1>Actualités</h1><h2><a href="/1">Grippe A : le centre ferme</a></h2>').facts


def test_what_the_news_of_the_country_are_about() -> None:
    items = "".join(
        f'<h2><a href="/{n}">{t}</a></h2>'
        for n, t in enumerate(("Grippe A : la fin de l’alerte", "Ce que change la loi handicap"))
    )
    assert finding("news", f"<h1>Actualités</h1>{items}").facts["topics"] == "Grippe A, Ce que change la loi handicap"


def test_the_last_news_is_dated_as_news() -> None:
    """The day of the visit, in the page's head, is none."""
    home = "<p>Lundi 1er mars 2010, saint Aubin</p><h1>Bienvenue</h1><h2>Actualités</h2><p>Le bal, le 20 février 2010</p>"
    listed = "".join(f'<div class="actu"><span class="date">{d}/02/2010</span> Nouvelle</div>' for d in (3, 8, 12))
    assert finding("news", home, f"<h1>Actualités</h1>{listed}").facts["last"] == date(2010, 2, 12)
    assert "last" not in finding("news", home).facts


def test_grants_by_the_sections_that_offer_them() -> None:
    def page(section: str) -> str:
        return f'<p class="ariane"><a href="/">Accueil</a> &gt; <a href="/s">{section}</a></p><h1>Aides et subventions</h1><p>Un nouveau projet ?</p>'

    assert finding("grants", page("Sport et loisirs"), page("Economie")).facts["rubrics"] == "Sport et loisirs, Economie"
    assert finding("grants", page("Economie")).facts["projects"] == 1
    assert "projects" not in finding("grants", "<h1>Subventions</h1><p>Le dossier de votre projet est à retirer.</p>").facts


def test_all_who_help_job_seekers_whichever_page_names_them() -> None:
    found = finding("job_seekers_help", '<a href="/m">Mission locale</a>', "<h1>Emploi</h1><h2>Pôle emploi</h2>")
    assert found.facts["names"] == "Pôle emploi, mission locale"


def test_what_a_grouping_is_and_does() -> None:
    words = "La commune fait partie de la Communauté d’agglomération du Grand Val."
    facts = finding("intercommunality", f"<h1>Intercommunalité</h1><p>{words} Ses projets : un tramway.</p>").facts
    assert (facts["kind"], facts["projects"], "powers" in facts) == ("communauté d'agglomération", 1, False)
    facts = finding("intercommunality", f"<h1>Intercommunalité</h1><p>{words} Ses compétences : l’eau.</p>").facts
    assert (facts["powers"], "projects" in facts) == (1, False)


@pytest.mark.parametrize(
    ("href", "rubric"), [("/cc", "Intercommunalité"), ("https://www.val.example/", None), ("/depliant.pdf", None)]
)
def test_only_a_page_of_the_site_is_a_section_of_it(href: str, rubric: str | None) -> None:
    assert finding("intercommunality", f'<nav><a href="{href}">Intercommunalité</a></nav>').facts.get("rubric") == rubric


def test_delegations_are_those_of_a_column_or_behind_the_office() -> None:
    rows = "".join(
        f"<tr><td>{n}</td><td>{r} adjoint</td><td>Finances</td></tr>"
        for n, r in (("Anne Petit", "1er"), ("Paul Martin", "2e"), ("Luc Noir", "3e"))
    )
    table = f"<h1>Équipe municipale</h1><table><tr><th>Nom</th><th>Rang</th><th>{{}}</th></tr>{rows}</table>"
    assert finding("elected_team", table.format("Délégation")).facts["delegations"] == 3
    assert "delegations" not in finding("elected_team", table.format("Liste")).facts
    lines = "".join(
        f"<p>{n}, adjoint : {t} et personnel</p>"
        for n, t in (("Anne Petit", "finances"), ("Paul Martin", "voirie"), ("Luc Noir", "école"))
    )
    assert finding("elected_team", f"<h1>Équipe municipale</h1>{lines}").facts["delegations"] == 3


def test_a_twin_is_called_by_its_name_alone() -> None:
    listed = "<h1>Liens</h1><p>Commune de Val d'Ossella (Italie), avec qui nous sommes jumelés depuis 1988.</p>"
    assert finding("twinning", listed).facts["towns"] == "Val d'Ossella"


def test_towns_of_which_some_have_a_site() -> None:
    towns = "<table><tr><td>Pavie</td><td>Italie</td></tr><tr><td>Douroula</td><td>Burkina Faso</td></tr></table>"
    one, other = (
        '<a href="http://www.pavia.example/">Site de Pavie</a>',
        '<a href="http://www.douroula.example/">Site de Douroula</a>',
    )
    assert finding("twinning", f"<h1>Jumelages</h1>{towns}{one}").facts["some"] == 1
    assert "some" not in finding("twinning", f"<h1>Jumelages</h1>{towns}{one}{other}").facts


def test_videos_that_are_there_to_be_downloaded_are_counted() -> None:
    films = "".join(f'<embed src="/lecteur.swf"><a href="/{n}.flv">Télécharger</a>' for n in ("nuit", "jour"))
    assert finding("heritage", f"<h1>Patrimoine</h1>{films}").facts["videos"] == 2


def test_a_list_of_schools_with_their_sites() -> None:
    ones = "".join(f'<a href="http://www.{n}.example/">Collège {n}</a>' for n in ("hugo", "zola"))
    assert finding("schools", f"<main><h1>Les écoles</h1>{ones}</main>").facts["links"] == 1
    assert "links" not in finding("schools", '<h1>Les écoles</h1><a href="/hugo">Collège Hugo</a>').facts


def test_a_milestone_is_told_with_what_stands_below_its_year() -> None:
    html = (
        "<main><h1>La ville numérique</h1><h2>1994 - Le Réseau Rivage</h2><p>La ville pose un anneau de fibre optique. Il relie "
        "les écoles.</p><h2>1999 - Mille ordinateurs</h2><h2>2001 - Un portail</h2><p>Le premier site est mis en ligne.</p></main>"
    )
    told = [o.excerpt for o in finding("digital_policy", html).evidence if o.proof == "milestone"]
    assert sorted(told) == [
        "1994 - Le Réseau Rivage : La ville pose un anneau de fibre optique.",
        "1999 - Mille ordinateurs",
        "2001 - Un portail : Le premier site est mis en ligne.",
    ]


def test_news_on_digital_life_are_proposed_as_initiatives_with_their_day() -> None:
    html = "<title>Ma commune</title><h1>{}</h1><p>Publié le 12 février 2010</p><p>Inscriptions en mairie.</p>"
    pages = {"/actualites/ateliers": "Ateliers numériques pour les aînés", "/ateliers": "Cours d’informatique"}
    seen = [o for where, title in pages.items() for o in observed(digital_policy, where, html.format(title))]
    found = [o.facts["initiative"] for o in seen if o.proof == "initiative"]
    assert found == ["Ateliers numériques pour les aînés"]


def observed(check: Check, where: str, html: str) -> list[Observation]:
    page = Page(f"https://www.exemple.fr{where}", html, datetime(2010, 3, 1, tzinfo=UTC))
    assert check.look
    return list(check.look(page))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("La Communauté de Communes du Pays Vert compte douze communes.", "Communauté de Communes du Pays Vert"),
        ("Elle fait partie de la communauté de communes. La mairie y siège.", None),
        ("Intercommunalité : Métropole du Grand Val Département : Meuse", "Métropole du Grand Val"),
        ("Communauté de communes Conseil municipal", None),
        ("La Communauté de communes du Pays Vert Trente communes, 9 000 habitants.", "Communauté de communes du Pays Vert"),
    ],
)
def test_the_name_of_the_grouping_ends_where_it_ends(text: str, name: str | None) -> None:
    seen = observed(intercommunality, "/", f"<main><h1>L’intercommunalité</h1><p>{text}</p></main>")
    told = [o.facts["name"] for o in seen if "name" in o.facts]
    assert told == ([name] if name else [])


def test_the_page_for_newcomers_says_in_which_section_it_stands() -> None:
    trail = '<p class="breadcrumb"><a href="/">Accueil</a> &gt; <a href="/mairie/">La mairie</a> &gt; Nouveaux arrivants</p>'
    assert finding("newcomers", f"{trail}<h1>Nouveaux arrivants</h1>").facts["rubric"] == "La mairie"
    assert "rubric" not in finding("newcomers", "<h1>Nouveaux arrivants</h1>").facts


def test_tenders_are_told_under_the_heading_of_their_page() -> None:
    page = '<title>Ma commune</title><h1>Marchés publics</h1><a href="https://plateforme.example/">Accéder à la plateforme</a>'
    assert finding("public_tenders", page).facts["rubric"] == "Marchés publics"


def test_photos_and_videos_are_those_of_all_heritage_pages_each_once() -> None:
    nef = '<img src="/up/nef.jpg"><img src="/up/nef-300x200.jpg">'
    found = finding(
        "heritage",
        f'<h1>Patrimoine</h1><main>{nef}<img src="/up/lavoir.jpg"><img src="fleche.jpg" width="16"></main>',
        f'<h1>Histoire du village</h1><main>{nef}<img src="/up/moulin.jpg"><iframe src="https://www.youtube.com/embed/x"></iframe></main>',
        '<h1>Budget</h1><main><img src="/up/camembert.jpg"></main>',
    )
    assert (found.facts["photos"], found.facts["videos"]) == (3, 1)
    assert not [name for name in found.facts if name.startswith("_")]


def test_the_pictures_of_the_home_page_are_not_those_of_its_heritage() -> None:
    shown = '<main><h1>Sauvons l’abbaye</h1><img src="/up/nef.jpg"><img src="/up/loto.jpg"></main>'
    assert not [one for one in observed(heritage, "/", shown) if one.proof == "structure"]
    assert [one for one in observed(heritage, "/abbaye", shown) if one.proof == "structure"]


def test_all_the_tools_that_made_a_site() -> None:
    spip, wordpress = (f'<head><meta name="generator" content="{name}"></head>' for name in ("SPIP 4.2", "WordPress 6.7"))
    assert finding("hosting", wordpress, wordpress, spip).facts["cms"] == "WordPress, SPIP"


@pytest.mark.parametrize(
    ("html", "declared"),
    [
        ("<footer><p>Accessibilité : non conforme</p></footer>", None),
        ('<footer><a href="/a">Accessibilité : non conforme</a></footer>', 1),
        ("<h1>Déclaration d’accessibilité</h1><p>Ce site est non conforme.</p>", 1),
    ],
)
def test_a_mention_alone_is_no_declaration(html: str, declared: int | None) -> None:
    assert finding("accessibility_statement", html).facts.get("declared") == declared


def test_an_issue_is_fetched_where_it_is_a_file_and_read_elsewhere() -> None:
    assert finding("magazine", '<h1>Bulletin municipal</h1><a href="b.pdf">Bulletin municipal, mars 2010</a>').facts["file"] == 1
    assert "file" not in finding("magazine", '<h1>Bulletin municipal</h1><a href="/n9">Hiver n° 9</a>').facts


def test_a_feed_dates_the_news_and_proves_none() -> None:
    fed = Visit(f"{SITE}rss", Outcome.OK, NOW, feed=Feed("Actualités", 3, datetime(2010, 2, 20, tzinfo=UTC)))
    told = {}
    for name, html in (("news", '<a href="/n">Actualités</a>'), ("none", "<h1>Bienvenue</h1>")):
        examination = Examination(catalogue().matcher, SITE)
        examination.see(Visit(SITE, Outcome.OK, NOW, landed=SITE, status=200, page=Page(SITE, html, NOW)))
        examination.see(fed)
        told[name] = next(f for f in examination.findings(Coverage(NOW.date(), pages=1, complete=True)) if f.check == "news")
    assert (told["news"].verdict, told["news"].facts["last"]) == (Verdict.PRESENT, date(2010, 2, 20))
    assert told["none"].verdict is Verdict.ABSENT
