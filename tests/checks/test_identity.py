"""Whole sites, small and unlike each other: what kind each is, and what is known of its commune."""

from datetime import UTC, date, datetime

import pytest

from checks.catalogue import catalogue
from checks.examine import Examination
from checks.finding import Coverage, Finding, Verdict
from crawler.page import Page
from crawler.visit import Outcome, Visit

NOW = datetime(2026, 11, 1, tzinfo=UTC)
TODAY = NOW.date()
TOWN_MENU = "<nav><a href='/cm'>Conseil municipal</a><a href='/ec'>État civil</a><a href='/u'>Urbanisme</a><a href='/b'>Bulletin municipal</a></nav>"


def identity(*pages: str, site: str = "https://www.exemple.fr/", as_of: date = TODAY, complete: bool = True) -> Finding:
    examination = Examination(catalogue().matcher, site)
    for number, html in enumerate(pages):
        url = f"{site}p{number}.html" if number else site
        examination.see(Visit(url, Outcome.OK, NOW, landed=url, status=200, page=Page(url, html, NOW)))
    assert not examination.faults
    findings = examination.findings(Coverage(as_of=as_of, pages=len(pages), complete=complete))
    return next(f for f in findings if f.check == "identity")


def town(name: str, place: str = "", title: str = "", words: str = "") -> str:
    return (
        f"<title>{title or f'Mairie de {name}'}</title>{TOWN_MENU}<h1>Mairie de {name}</h1><p>{words}</p><footer>{place}</footer>"
    )


BESANCON = town("Besançon", "2 rue Mégevand, 25034 Besançon Cedex", words="Besançon compte 117 080 habitants.")


def test_a_commune_with_what_the_table_knows() -> None:
    found = identity(BESANCON, BESANCON)
    assert found.facts["kind"] == "commune"
    assert {name: found.facts[name] for name in ("name", "insee", "department", "region", "postcode", "epci", "epci_siren")} == {
        "name": "Besançon",
        "insee": "25056",
        "department": "Doubs",
        "region": "Bourgogne-Franche-Comté",
        "postcode": "25000",
        "epci": "Grand Besançon Métropole",
        "epci_siren": "242500361",
    }
    assert found.facts["population"] == 118_489
    assert {"insee", "population", "epci"} <= set(str(found.facts["from_table"]).split(", "))
    assert "Licence Ouverte" in str(found.facts["table"])


def test_an_archive_keeps_the_figures_of_its_time() -> None:
    found = identity(BESANCON, as_of=date(2010, 6, 1))
    assert (found.facts["insee"], found.facts["population"]) == ("25056", 117_080)
    assert "epci" not in found.facts and "population" not in str(found.facts["from_table"])  # noqa: PT018


def test_the_mayor_is_named_before_the_office_of_this_town_and_of_no_other() -> None:
    assert identity(town("Pontarlier", words="Les élus Anne Petit Maire de Pontarlier")).facts["mayor"] == "Anne Petit"
    assert identity(town("Pontarlier", words="Le Maire : Anne Petit Mentions légales")).facts["mayor"] == "Anne Petit"
    assert identity(town("Pontarlier", words="Le maire Anne Petit Présidente du CCAS")).facts["mayor"] == "Anne Petit"
    assert identity(town("Pontarlier", words="Élue : Anne Petit, maire de Pontarlier.")).facts["mayor"] == "Anne Petit"
    assert "mayor" not in identity(town("Pontarlier", words="Monsieur le Maire Commune de Pontarlier")).facts
    assert "mayor" not in identity(town("Pontarlier", words="Les délégués Anne Petit Maire de Rives")).facts
    assert "mayor" not in identity(town("Pontarlier", words="Présidée par Anne Petit, Maire de Rives, elle réunit.")).facts


def test_the_mayor_is_named_beside_the_office_on_a_page_about_the_council() -> None:
    before = "<div><h3>Anne PETIT</h3><p>Maire</p></div><div><h3>Luc ROY</h3><p>1er adjoint</p></div>"
    after = "<div><span>Maire de Pontarlier</span><strong>Anne Petit</strong><p>Elle préside la commission.</p></div>"
    flat = "</p><p>Anne Petit</p><p>Maire</p><p>Luc Roy</p><p>1er adjoint</p><p>"
    for cards in (before, after, flat):
        council = town("Pontarlier", words=f"</p>{cards}<p>").replace("<h1>", "<h1>Conseil municipal</h1><h1>", 1)
        assert str(identity(town("Pontarlier"), council).facts["mayor"]).title() == "Anne Petit"
    other = town("Pontarlier", words="</p><div><span>Maire de Rives</span><strong>Anne Petit</strong></div><p>")
    assert "mayor" not in identity(other).facts


def test_who_signed_an_act_of_another_day_is_not_the_mayor() -> None:
    signed = town("Pontarlier", words="Fait à Pontarlier, le 10 octobre 2017 Le Maire, Luc ROY")
    assert "mayor" not in identity(town("Pontarlier"), signed).facts


def test_a_street_ends_the_name_of_a_town() -> None:
    told = "<title>Accueil</title><h3>Mairie de Rives-Basses</h3><p>Rue du Four<br>00000 Rives-Basses</p><a href='/c'>Conseil municipal</a>"
    assert identity(told).facts["name"] == "Rives-Basses"


def test_an_archive_stands_in_the_region_that_it_names() -> None:
    told = town("Besançon", "25034 Besançon Cedex", words="Région Franche-Comté (chef-lieu)")
    assert identity(told, as_of=date(2010, 6, 1)).facts["region"] == "Franche-Comté"
    assert "region" not in identity(BESANCON, as_of=date(2010, 6, 1)).facts
    assert identity(told).facts["region"] == "Bourgogne-Franche-Comté"


def test_a_postcode_in_the_address_of_the_town_hall_is_read_wherever_it_stands() -> None:
    """One page only tells it, in its own text and far from its end."""
    address = "<h2>Mairie de Pontarlier</h2><p>56 rue de la République, 25300 Pontarlier</p>"
    found = identity(town("Pontarlier"), town("Pontarlier", words=address + "<p>Une ligne de plus.</p>" * 400))
    assert (found.facts["insee"], found.facts["matched_by"]) == ("25462", "nom, code postal")
    other = (
        "<p>Une ligne de plus.</p>" * 20
        + "<h2>Cinéma</h2><p>Rue de la République, 25300 Pontarlier</p>"
        + "<p>Une ligne de plus.</p>" * 400
    )
    assert "insee" not in identity(town("Pontarlier", words=other)).facts


def test_a_name_that_another_page_speaks_of_is_not_the_sites() -> None:
    pages = [town("Pontarlier", "25300 Pontarlier")] * 4 + [
        town("Pontarlier", "25300 Pontarlier", words="La ville de Besançon nous reçoit.")
    ]
    hosted = "<title>Mentions légales</title><p>Hébergeur : la société X, commune de Roubaix, 59100 Roubaix</p>"
    found = identity(*pages, hosted)
    assert (found.facts["name"], found.facts["insee"], found.facts["matched_by"]) == ("Pontarlier", "25462", "nom, code postal")


def test_a_town_that_is_in_no_table_is_not_mistaken_for_its_hosts() -> None:
    hosted = "<title>Mentions légales</title><p>Hébergeur : la société X, 59100 Roubaix</p>"
    found = identity(town("Valbrume-les-Eaux"), town("Valbrume-les-Eaux"), hosted)
    assert (found.verdict, found.facts["kind"], found.facts["name"]) == (Verdict.PRESENT, "commune", "Valbrume-les-Eaux")
    assert not {"insee", "epci", "from_table", "candidates"} & set(found.facts)


def test_a_town_abroad_stands_in_no_department_of_france() -> None:
    facts = identity(town("Pontarlier", words="Canton du Jura, département du Jura"), site="https://www.pontarlier.ch/").facts
    assert (facts["country"], {"insee", "epci", "department"} & set(facts)) == ("Suisse", set())


def test_namesakes_are_named_and_none_is_chosen() -> None:
    found = identity(town("Saint-Denis"))
    assert (
        found.facts["candidates"]
        == "Saint-Denis (Aude), Saint-Denis (Gard), Saint-Denis (La Réunion), Saint-Denis (Seine-Saint-Denis)"
    )
    assert "insee" not in found.facts
    assert identity(town("Saint-Denis", "Hôtel de ville - 97400 Saint-Denis")).facts["insee"] == "97411"
    assert identity(town("Saint-Denis", title="Mairie de Saint-Denis (11)")).facts["insee"] == "11339"


def test_a_commune_nouvelle_and_one_that_it_absorbed() -> None:
    whole = identity(town("Gennes-Val-de-Loire", "49350 Gennes-Val-de-Loire"))
    assert (whole.facts["kind"], whole.facts["insee"]) == ("merged", "49261")
    assert "Gennes" in str(whole.facts["parts"]).split(", ")
    part = identity(town("Chanzeaux", "Place de l'Église, 49750 Chanzeaux"))
    assert (part.verdict, part.facts["kind"], part.facts["name"]) == (Verdict.PRESENT, "delegated", "Chanzeaux")
    assert (part.facts["insee"], part.facts["parent"], part.facts["parent_insee"]) == ("49071", "Chemillé-en-Anjou", "49092")
    assert part.facts.get("population") is None


def test_a_district_is_a_part_of_its_town() -> None:
    found = identity(
        town("Paris", "Mairie du 12e, 75012 Paris", title="Mairie du 12e arrondissement de Paris"), site="https://mairie12.paris/"
    )
    assert (found.facts["kind"], found.facts["insee"], found.facts["parent"]) == ("district", "75112", "Paris")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Communauté d'agglomération du Val Brun", "epci"),
        ("Val Brun Agglo | Actualités", "epci"),
        ("Syndicat mixte des eaux du Brun", "syndicate"),
        ("Le Département du Haut-Brun", "department"),
        ("Conseil régional", "region"),
        ("Bienvenue à la sous-préfecture de Rives", "state"),
        ("Office de tourisme de Rives", "tourism"),
        ("Paroisse Notre-Dame des Rives", "parish"),
        ("Collège Louise-Michel – Rives", "school"),
        ("Comité des fêtes de Rives", "association"),
        ("Restaurant de la Mairie, à Rives", "company"),
    ],
)
def test_a_body_with_a_towns_name_is_not_the_town(title: str, kind: str) -> None:
    pages = [
        f"<title>{title}</title><a href='/e'>École</a><a href='/d'>Déchets</a><p>Page {n}. Mairie de Rives.</p>" for n in range(4)
    ]
    found = identity(*pages)
    assert (found.verdict, found.facts["kind"]) == (Verdict.ABSENT, kind)
    assert title in found.evidence[0].excerpt, "what carries the verdict comes first"
    assert "name" not in found.facts or kind == "epci"


def test_a_doubtful_site_is_not_headed_by_a_place_that_it_speaks_of() -> None:
    """Of a tourist site that may be the town's, neither name nor department is the commune's for sure."""
    menu = "<a href='/c'>Conseil municipal</a><a href='/e'>État civil</a><a href='/d'>Délibérations</a>"
    page = f"<title>Camping de Rives - hôtels, gîtes, randonnées</title>{menu}<h1>Visitez le village du Haut-Val</h1><p>Mairie de Rives</p>"
    found = identity(page, page, page)
    assert found.facts["kind"] not in ("commune", "undetermined")
    assert not {"name", "department", "region"} & set(found.facts)


def test_a_grouping_is_known_by_its_name_alone() -> None:
    page = (
        "<title>Faucigny - Glières</title><h1>Faucigny - Glières</h1><a href='/c'>Le conseil communautaire</a>"
        "<a href='/m'>Les communes membres</a><a href='/d'>Déchets</a><a href='/u'>Urbanisme</a>"
    )
    found = identity(page, page)
    assert (found.verdict, found.facts["kind"], found.facts["epci_siren"]) == (Verdict.ABSENT, "epci", "200000172")


def test_sections_of_a_town_do_not_make_another_body_of_it() -> None:
    pages = [town("Pontarlier", "25300 Pontarlier")]
    pages += [f"<title>{t}</title>{TOWN_MENU}<h1>{t}</h1>" for t in ("École", "Tourisme", "Office de tourisme", "Associations")]
    assert identity(*pages).facts["kind"] == "commune"


SPAM = "<title>Situs slot gacor</title><a href='https://g.example/'>judi online</a><a href='https://h.example'>togel</a>"


def test_a_squatted_name_and_a_living_site_with_spam_in_it() -> None:
    assert identity(SPAM, SPAM).facts["kind"] == "squatted"
    living = town("Pontarlier", "25300 Pontarlier <a href='https://b.example'>meilleur casino en ligne</a>")
    found = identity(living, living, town("Pontarlier", "25300 Pontarlier"))
    assert (found.verdict, found.facts["kind"], found.facts["alert"]) == (Verdict.PRESENT, "commune", "injected")
    assert found.facts["spam"] == "meilleur casino en ligne"


def test_a_few_hacked_pages_are_told_and_the_town_stays_a_town() -> None:
    found = identity(*[town("Pontarlier", "25300 Pontarlier")] * 8, SPAM)
    assert (found.verdict, found.facts["kind"], found.facts["alert"]) == (Verdict.PRESENT, "commune", "injected")


def test_a_town_that_warns_of_bets_or_has_a_casino_is_not_hacked() -> None:
    warned = town(
        "Pontarlier",
        "25300 Pontarlier",
        words="Soirée de prévention : <a href='/p'>paris sportifs, parlons-en</a>. Casino de la plage.",
    )
    assert "alert" not in identity(warned, warned).facts


def test_nothing_is_there_yet() -> None:
    found = identity("<title>Commune de Rives</title><p>Site en construction</p>")
    assert (found.verdict, found.facts["kind"]) == (Verdict.UNDETERMINED, "construction")
    assert identity(*[town("Pontarlier", "25300 Pontarlier", words="Page en construction")] * 6).facts["kind"] == "commune"


def test_a_site_that_moved_says_where() -> None:
    gone = "<title>Rives</title><p>Notre site déménage !</p><a href='https://www.rives.example/'>Notre nouveau site</a>"
    found = identity(gone)
    assert (found.verdict, found.facts["kind"], found.facts["moved_to"]) == (
        Verdict.UNDETERMINED,
        "moved",
        "https://www.rives.example/",
    )
    full = town("Pontarlier", "25300 Pontarlier <a href='https://www.pontarlier.example/'>Découvrez notre nouveau site</a>")
    found = identity(full, *[town("Pontarlier", "25300 Pontarlier")] * 9)
    assert (found.verdict, found.facts["kind"], found.facts["moved_to"]) == (
        Verdict.PRESENT,
        "commune",
        "https://www.pontarlier.example/",
    )


def test_a_small_site_that_is_the_towns_by_its_name_tells_of_no_duty() -> None:
    page = "<title>{} · Commune de l’Orne</title><h1>Gâprée</h1><p>{}</p><footer>Mairie de Gâprée, 61390 Gâprée</footer>"
    found = identity(page.format("Gâprée", "Bienvenue"), page.format("Gâprée", "Le repas du village"))
    assert (found.verdict, found.facts["kind"], found.facts["insee"]) == (Verdict.PRESENT, "commune", "61183")
    named = identity("<h1>Au village</h1><footer>Mairie de Gâprée Mairie de Gâprée, 61390 Gâprée</footer>")
    assert (named.verdict, named.facts["name"]) == (Verdict.UNDETERMINED, "Gâprée")


def test_a_town_in_no_table_is_not_its_neighbour() -> None:
    """« Port-Gabier » is no « Le Port », and the town that a page speaks of is not the site's."""
    found = identity(
        *[town("Port-Gabier", "97420 Port-Gabier")] * 3, town("Port-Gabier", words="La mairie de Saint-Denis nous reçoit.")
    )
    assert (found.facts["name"], found.facts.get("insee")) == ("Port-Gabier", None)
    page = "<title>{} – Aigremont-le-Vieil</title><h1>Le carnet</h1><p>{}</p>"
    told = identity(page.format("Le carnet", "La mairie de Saint-Amand"), page.format("Nous", "La mairie d’Aigremont-le-Vieil"))
    assert told.facts["name"] == "Aigremont-le-Vieil"


def test_a_name_for_sale_and_a_page_of_a_town_that_sells_land() -> None:
    assert identity("<title>rives.example</title><h1>Ce nom de domaine est à vendre</h1>").facts["kind"] == "parked"
    assert identity(
        *[town("Pontarlier", "25300 Pontarlier", words="Le domaine est à vendre : la commune achète la forêt.")] * 6
    ).facts["kind"] == ("commune")


def test_doubt_is_kept_when_the_walk_was_cut() -> None:
    found = identity("<title>Paroisse de Rives</title><p>Messes</p>", complete=False)
    assert (found.verdict, found.facts["kind"]) == (Verdict.UNDETERMINED, "parish")


def test_a_long_page_of_names_costs_little() -> None:
    """Whatever a page holds, its cost grows as its length."""
    from time import process_time

    def cost(times: int) -> float:
        page = f"<title>x</title><p>{'Maire Mme Ab-Cd De La Ville 25000 Aa bb (Doubs 117 080 habitants casino ' * times}</p>"
        began = process_time()
        identity(page)
        return process_time() - began

    cost(10)
    assert cost(8000) < 12 * max(cost(1000), 0.02)
