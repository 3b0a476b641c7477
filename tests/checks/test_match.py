"""Which commune a site is of: the right one, its parent, or none when nothing proves it."""

import doctest
import time
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.communes import called as calling
from checks.communes import match as matching
from checks.communes import names as naming
from checks.communes import nature
from checks.communes.match import Clue, Match, match
from checks.communes.table import table


@pytest.mark.parametrize("module", [calling, naming, matching, nature], ids=lambda m: m.__name__)
def test_what_the_docstrings_show(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def told(found: Match) -> tuple[str, str, list[str]]:
    return (
        found.town.insee if found.town else "",
        found.through.name if found.through else "",
        [c.insee for c in found.candidates],
    )


@pytest.mark.parametrize(
    ("names", "clues", "insee"),
    [
        (["Besançon"], {"postcodes": ["25000"]}, "25056"),
        (["BESANCON cedex Tél"], {"postcodes": ["25034"]}, "25056"),
        (["besancon"], {"host": "www.besancon.fr"}, "25056"),
        (["Besançon"], {"departments": ["Doubs"]}, "25056"),
        (["Besançon"], {"departments": ["Bourgogne-Franche-Comté"]}, "25056"),
        # A namesake of the first words, in another department of the same region, is not it.
        (["Saint-Martin-Labouval Le Bourg"], {"postcodes": ["46330"], "departments": ["Lot", "Occitanie"]}, "46276"),
        (
            ["Saint-Martin Le Bourg ancien", "Saint-Martin-Labouval"],
            {"postcodes": ["46330"], "departments": ["Occitanie"]},
            "46276",
        ),
        (["Havre"], {"postcodes": ["76600"]}, "76351"),
        (["Ulis"], {"postcodes": ["91940"]}, "91692"),
        (["Haÿ les Roses"], {"postcodes": ["94240"]}, "94038"),
        (["St Étienne"], {"departments": ["Loire"]}, "42218"),
        (["Ste-Foy-lez-Lyon"], {"postcodes": ["69110"]}, "69202"),
        (["Chalon s/ Saône"], {"postcodes": ["71100"]}, "71076"),
        (["Fontenay s/s Bois"], {"postcodes": ["94120"]}, "94033"),
        (["Villeneuve d’Ascq"], {"postcodes": ["59650"]}, "59009"),
        (["L’Ile d'Yeu Accueil"], {"postcodes": ["85350"]}, "85113"),
        (["Ajaccio"], {"postcodes": ["20090"]}, "2A004"),
        (["Bastia"], {"insee": "2b033"}, "2B033"),
        (["Saint-Pierre"], {"postcodes": ["97410"]}, "97416"),
        (["Paris"], {"postcodes": ["75004"]}, "75056"),
        (["Lyon"], {"postcodes": ["69001"]}, "69123"),
        ([], {"postcodes": ["25290"], "host": "www.mairie-ornans.fr"}, "25434"),
        ([], {"postcodes": ["25290"], "host": "ornans25.com"}, "25434"),
        ([], {"insee": "25434"}, "25434"),
        ([], {"titles": ["Bienvenue à Ornans, cité de caractère"], "postcodes": ["25290"]}, "25434"),
    ],
)
def test_the_right_commune(names: list[str], clues: dict[str, Any], insee: str) -> None:
    assert told(match(names, **clues)) == (insee, "", [])


@pytest.mark.parametrize(
    ("clues", "insee"),
    [
        ({"postcodes": ["93200"]}, "93066"),
        ({"postcodes": ["97490"]}, "97411"),
        ({"postcodes": ["30500"]}, "30247"),
        ({"insee": "11339"}, "11339"),
        ({"departments": ["Aude"]}, "11339"),
        ({"departments": ["Occitanie"], "postcodes": ["30500"]}, "30247"),
        ({"postcodes": ["93205"]}, "93066"),
    ],
)
def test_namesakes_are_told_apart(clues: dict[str, Any], insee: str) -> None:
    assert told(match(["Saint-Denis"], **clues)) == (insee, "", [])


@pytest.mark.parametrize("clues", [{}, {"host": "www.ville-saint-denis.fr"}, {"titles": ["Saint-Denis"]}])
def test_namesakes_stay_undetermined(clues: dict[str, Any]) -> None:
    found = match(["Saint Denis"], **clues)
    assert found.town is None
    assert sorted(c.insee for c in found.candidates) == ["11339", "30247", "93066", "97411"]


def test_a_region_leaves_two_namesakes() -> None:
    assert told(match(["Saint-Denis"], departments=["Occitanie"])) == ("", "", ["11339", "30247"])


@pytest.mark.parametrize(
    ("names", "clues", "insee", "through"),
    [
        (["Chanzeaux"], {"postcodes": ["49750"]}, "49092", "Chanzeaux"),
        (["Gennes"], {"departments": ["Maine-et-Loire"]}, "49261", "Gennes"),
        (["Chemillé"], {"postcodes": ["49120"]}, "49092", "Chemillé"),
        (["Paris 12e"], {"postcodes": ["75012"]}, "75056", "Paris 12e Arrondissement"),
        (
            [],
            {"titles": ["Mairie du 8e arrondissement de Marseille"], "postcodes": ["13008"]},
            "13055",
            "Marseille 8e Arrondissement",
        ),
    ],
)
def test_a_part_leads_to_its_commune(names: list[str], clues: dict[str, Any], insee: str, through: str) -> None:
    assert told(match(names, **clues)) == (insee, through, [])


@pytest.mark.parametrize(
    ("names", "clues"),
    [
        (["Montclair"], {"postcodes": ["38000"]}),
        (["Ornans"], {"postcodes": ["33000"]}),
        (["Ornans"], {"postcodes": ["25290"], "host": "www.ornans.be"}),
        (["Genève"], {"host": "www.geneve.ch"}),
        (["Montréal"], {"host": "montreal.ca"}),
        (["Saint-Denis d'Azur"], {"postcodes": ["93200"]}),
        ([], {"titles": ["La mairie de votre village"], "departments": ["Bas-Rhin"]}),
        ([], {"postcodes": ["25290"]}),
        ([], {}),
        ([""], {"postcodes": [""], "insee": "99999", "host": "127.0.0.1", "titles": [""]}),
    ],
)
def test_what_proves_nothing_names_nobody(names: list[str], clues: dict[str, Any]) -> None:
    assert match(names, **clues) == Match()


def test_a_title_that_is_the_name_of_one_commune_alone_names_it() -> None:
    """« Mairie de Besançon » stands in the text as well: the site is not Besançon's."""
    titles = ["Montfaucon-en-Velay | Accueil"]
    assert told(match(["Besançon"], titles=titles)) == ("43141", "", [])
    assert told(match([], titles=["Mairie de Montfaucon-en-Velay"])) == ("43141", "", [])
    assert told(match([], titles=["L'école de Montfaucon-en-Velay"])) == ("", "", [])
    assert told(match(["Besançon"], titles=["Saint-Denis-sur-Loire | Saint-Denis-de-Gastines"])) == ("", "", ["25056"])
    assert told(match(["Besançon"], ["25000"], titles=titles)) == ("25056", "", [])


def test_a_name_alone_is_proposed_and_not_proven() -> None:
    found = match(["Besançon"])
    assert told(found) == ("", "", ["25056"])
    assert found.by == (Clue.NAME,)
    assert match(["Besançon"], ["25000"], host="besancon.fr").by == (Clue.NAME, Clue.POSTCODE, Clue.HOST)


def test_every_commune_is_found_by_its_name_and_postcode() -> None:
    """But for namesakes that one post office serves: those stay together, with the right one among them."""
    lost = []
    for town in table():
        if town.kind == "C" and town.postcodes:
            found = match([town.name], town.postcodes[:1])
            if found.town != town and town not in found.candidates:
                lost.append((town.insee, town.name, told(found)))
    assert lost == []


WORDS = st.lists(
    st.sampled_from(
        [
            "Saint",
            "St",
            "Denis",
            "sur",
            "s/",
            "Paris",
            "Le",
            "La",
            "l'",
            "d'",
            "Val",
            "12e",
            "Mairie",
            "Ornans",
            "-",
            "(",
            "\x00",
            "é",
            "",
        ]
    ),
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(WORDS.map(" ".join), st.text(max_size=40), st.text(alphabet="0123456789AB", max_size=5), st.text(max_size=20))
def test_whatever_is_told_the_answer_is_the_same_twice(name: str, title: str, code: str, host: str) -> None:
    clues: dict[str, Any] = {"postcodes": [code], "insee": code, "host": host, "titles": [title, name], "departments": [title]}
    found = match([name, title], **clues)
    assert found == match([name, title], **clues)
    assert found.town is None or (found.town.kind == "C" and not found.candidates)


def test_long_words_cost_little() -> None:
    match(["Ornans"])
    began = time.process_time()
    match(["a " * 5000, "é" * 20_000], ["25290"], titles=["de la " * 5000, "x" * 50_000], host=("a." * 2000) + "fr")
    assert time.process_time() - began < 0.5
