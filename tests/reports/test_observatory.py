"""The observatory's figures and pages: honest shares, an honest map, foreign words that stay words."""

import re
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser as Parser

from checks.catalogue import catalogue
from checks.communes.table import table
from reports.grid import load_grid
from reports.observatory.census import SMALL, Census, Rubric, Tally, rubrics_of, size_name, size_of
from reports.observatory.map import STEPS, Scale, france, shapes
from reports.observatory.search import Index, keys_of, plain
from reports.observatory.site import Site, percent
from reports.observed import Found, Observed, Proof, department_of

DAY = date(2026, 11, 15)
HOSTILE = "</script><script>alert(1)</script>\u202e&amp;"


def town(n: int = 1, *, insee: str = "", name: str = "Valclair", people: int | None = 800, **verdicts: str) -> Observed:
    proofs = (Proof("https://www.valclair.example/page", "Lettre", "a", "", "2026-11-15T08:00:00+00:00", ""),)
    found = tuple(Found(check, v, "sure", 1, proofs if v == "present" else ()) for check, v in verdicts.items())
    return Observed(
        n,
        "https://www.valclair.example/",
        "www.valclair.example",
        DAY,
        name,
        insee or f"25{n:03}",
        "Doubs",
        people,
        9,
        True,
        True,
        found,
    )


def site(census: Census) -> Site:
    rubrics = rubrics_of(load_grid(), catalogue().checks.values())
    return Site(rubrics, census, DAY, {"25": ("Doubs", 563), "976": ("Mayotte", 17)})


def counted(*towns: Observed) -> Census:
    census = Census()
    for one in towns:
        census.see(one)
    return census


def test_what_could_not_be_told_is_counted_apart() -> None:
    verdicts = ["present"] * 6 + ["partial", "inactive", "absent", "absent"] + ["undetermined"] * 7
    census = counted(*(town(n, newsletter=v) for n, v in enumerate(verdicts)))
    tally = census.all.of("newsletter")
    assert (tally.told, tally.undetermined, tally.share()) == (10, 7, 0.6)
    assert tally.share("absent") == 0.2
    assert not tally.small
    page = dict(site(census).pages())["criteres/newsletter.html"]
    text = " ".join(Parser(page).body.text().split()) if Parser(page).body else ""
    assert "60 % des sites l’offrent : 6 sur 10 où l’on a pu trancher" in text.replace("\u00a0", " ")
    assert "Sur 7 autres sites, cela reste à vérifier" in text.replace("\u00a0", " ")


def test_few_communes_are_flagged_on_the_map_and_in_the_table() -> None:
    census = counted(*(town(n, newsletter="present") for n in range(SMALL - 1)))
    page = Parser(dict(site(census).pages())["criteres/newsletter.html"])
    assert [row.text() for row in page.css(".few")] == ["peu de communes"] * 3
    doubs = next(p for p in page.css("svg.france path") if p.text().startswith("Doubs"))
    assert doubs.attributes["fill"] == f"url(#few-{len(STEPS) - 1})"
    assert page.css_first(f"pattern#few-{len(STEPS) - 1}")
    assert doubs.text() == "Doubs\u00a0: 100\u00a0%, peu de communes"


def test_a_department_that_nobody_read_is_no_zero() -> None:
    page = Parser(dict(site(counted(town(newsletter="absent"))).pages())["criteres/newsletter.html"])
    mayotte = next(p for p in page.css("svg.france path") if p.text().startswith("Mayotte"))
    assert mayotte.attributes["fill"] == "#fff"
    assert mayotte.text() == "Mayotte\u00a0: —"


def test_only_communes_are_counted() -> None:
    stranger = Observed(9, "https://www.autre.example/", "www.autre.example", DAY, official=False, insee="25010")
    nobody = Observed(8, "https://www.qui.example/", "www.qui.example", DAY)
    wrong = Observed(7, "https://www.faux.example/", "www.faux.example", DAY, insee="../..")
    census = counted(town(newsletter="present"), stranger, nobody, wrong)
    assert (census.all.communes, census.foreign, census.unknown) == (1, 1, 2)
    method = dict(site(census).pages())["methode.html"]
    assert "2 sites n’ont pu être rattachés" in method
    assert "1 adresse ne mène pas" in method


def test_what_is_no_feature_is_not_counted() -> None:
    census = counted(town(identity="present", broken_links="present", hosting="present", newsletter="absent"))
    assert census.all.overall.counts == {"present": 0, "partial": 0, "inactive": 0, "absent": 1, "undetermined": 0}
    told = {f.id for rubric in site(census).rubrics for f in rubric.features}
    assert told == set(catalogue().checks) - {"identity", "broken_links", "hosting"}


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (None, "—"),
        (0.0, "0\u00a0%"),
        (0.001, "<\u00a01\u00a0%"),
        (0.616, "62\u00a0%"),
        (0.999, ">\u00a099\u00a0%"),
        (1.0, "100\u00a0%"),
    ],
)
def test_percent(share: float | None, expected: str) -> None:
    assert percent(share) == expected


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (0, "moins de 500 habitants"),
        (499, "moins de 500 habitants"),
        (500, "500 à 1\u202f999 habitants"),
        (49_999, "10\u202f000 à 49\u202f999 habitants"),
        (50_000, "50\u202f000 habitants et plus"),
        (None, "population inconnue"),
    ],
)
def test_size(people: int | None, expected: str) -> None:
    assert size_name(size_of(people)) == expected


@pytest.mark.parametrize(
    ("insee", "expected"),
    [("25056", "25"), ("2A004", "2A"), ("97411", "974"), ("", ""), ("25/..", ""), ("250560", ""), ("٢٥٠٥٦", "")],
)
def test_department_of(insee: str, expected: str) -> None:
    assert department_of(insee) == expected


def test_every_department_has_its_shape() -> None:
    drawn = shapes()
    assert set(drawn["paths"]) == {code for code in table().departments if code < "975" or code == "976"}
    svg = ElementTree.fromstring(str(france({}, Scale(), str, str)))
    paths = [p.get("d", "") for p in svg.iter("path")]
    assert len(paths) == 101
    assert all(re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", path) for path in paths)
    assert len(str(france({}, Scale(), str, str))) < 40_000


def test_a_map_of_shares_that_are_alike_has_a_scale_of_its_own() -> None:
    def share(of_100: int) -> Tally:
        tally = Tally()
        tally.add("present", of_100)
        tally.add("absent", 100 - of_100)
        return tally

    scale = Scale.fitting([share(41), share(58)])
    assert [scale.words(step) for step in range(5)][::4] == ["40 à 45\u00a0%", "60 à 65\u00a0%"]
    assert [scale.step(n / 100) for n in (0, 41, 44, 45, 58, 64, 100)] == [0, 0, 0, 1, 3, 4, 4]
    assert Scale.fitting([share(3), share(97)]) == Scale() == Scale(0, 20)
    assert Scale.fitting([share(98), share(100)]).words(4) == "99 à 100\u00a0%"
    assert Scale.fitting([]) == Scale()


def test_each_step_is_darker_than_the_last() -> None:
    def light(colour: str) -> float:
        red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
        return 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2

    lights = [light(colour) for colour in STEPS]
    assert all(a > 1.4 * b for a, b in pairwise(lights)), "told without colours, and on paper"


def test_foreign_words_stay_words() -> None:
    census = counted(town(1, name=HOSTILE, newsletter="present"))
    hostile = Observed(
        1, "javascript:alert(1)", HOSTILE, DAY, HOSTILE, "25001", HOSTILE, 800, 9, True, True,
        (Found("newsletter", "present", "sure", 1, (Proof("javascript:alert(2)", HOSTILE, HOSTILE, HOSTILE, "", ""),)),),
    )  # fmt: skip
    made = site(census)
    for _, page in (*made.pages(), made.commune(hostile), made.department("25", [(HOSTILE, "25001")])):
        tree = Parser(page)
        assert "\u202e" not in page
        assert not [a for a in tree.css("[href], [src]") if "javascript:" in str(a.attributes)]
        assert [s.attributes.get("src") for s in tree.css("script")] in ([], ["recherche.js"])
    index = Index()
    index.add(HOSTILE, "25001")
    for name, script in index.scripts():
        assert re.fullmatch(r"[a-z0-9]{2}\.js", name)
        assert "<" not in script


@pytest.mark.parametrize(
    ("name", "insee", "expected"),
    [
        ("Besançon", "25056", {"be", "25"}),
        ("Saint-Œuf-sur-Loue", "2A004", {"sa", "oe", "2a"}),
        ("L'Étoile", "39217", {"le", "et", "39"}),
        ("Y", "80829", {"y", "80"}),
        ("日本", "25001", {"25"}),
    ],
)
def test_where_a_commune_is_looked_for(name: str, insee: str, expected: set[str]) -> None:
    assert keys_of(name, insee) == expected


def test_plain() -> None:
    assert plain("  L'Haÿ-les-Roses ") == "l hay les roses"


def test_years_are_told_beside_their_communes() -> None:
    census = counted(*(town(n, newsletter="present") for n in range(12)))
    for year, present in ((2025, 3), (2026, 12)):
        census.see_year(year, "newsletter", "present", present)
        census.see_year(year, "newsletter", "undetermined", 2)
    page = Parser(dict(site(census).pages())["criteres/newsletter.html"])
    table_ = next(t for t in page.css("table") if "l’année" in t.text())
    rows = [[cell.text(strip=True) for cell in row.css("th, td.figure")] for row in table_.css("tbody tr")]
    assert rows == [["2025", "100\u00a0%peu de communes", "3", "2"], ["2026", "100\u00a0%", "12", "2"]]


def test_an_empty_store_makes_pages_too() -> None:
    for path, page in site(Census()).pages():
        assert Parser(page).css_first("h1"), path


def test_least_is_ranked_by_what_is_known() -> None:
    census = counted(
        *(town(n, newsletter="absent" if n < 9 else "present", budget="absent" if n < 5 else "present") for n in range(12)),
        town(13, petition_sve="absent"),
    )
    rubrics: tuple[Rubric, ...] = site(census).rubrics
    features = [f for rubric in rubrics for f in rubric.features]
    assert [f.id for f in census.least(features)] == ["newsletter", "budget"]
    assert [f.id for f in census.least(features, "present")] == ["budget", "newsletter"]
