"""The table of communes is whole, quick, and made as it says."""

import gzip
import json
import subprocess
import sys
import tarfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from checks.communes.names import key
from checks.communes.table import Town, table

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "checks" / "communes_data" / "build.py"


def town(insee: str) -> Town:
    found = table().town(insee)
    assert found is not None
    return found


def test_the_table_is_whole() -> None:
    kinds = Counter(t.kind for t in table())
    assert len(table()) == kinds["C"] == 34_969
    assert (kinds["D"], kinds["A"], kinds["M"]) == (2105, 471, 45)
    assert len(table().departments) == 109
    assert len(list(table().groupings())) == 1266


def test_the_table_says_where_it_comes_from() -> None:
    assert table().source == "@etalab/decoupage-administratif 6.0.0 2026-03-09, Licence Ouverte 2.0"
    assert "Licence Ouverte" in BUILD.with_name("README.md").read_text(encoding="utf-8")


def test_every_row_is_sound() -> None:
    rows = list(table())
    assert [r.key for r in rows] == sorted(r.key for r in rows), "rows are found by halves: they must be sorted"
    codes = {r.insee for r in rows if r.kind == "C"}
    for row in rows:
        assert row.key == key(row.name), "the table was made with another spelling: run build.py"
        assert row.department in table().departments
        assert row.kind == "C" or row.parent in codes
        assert not row.epci or table().grouping(row.epci)
        assert len(row.insee) == 5
        assert all(len(p) == 5 and p.isdigit() for p in row.postcodes)


@pytest.mark.parametrize(
    ("insee", "name", "postcode", "department", "region", "epci"),
    [
        ("25056", "Besançon", "25000", "Doubs", "Bourgogne-Franche-Comté", "Grand Besançon Métropole"),
        ("75056", "Paris", "75011", "Paris", "Île-de-France", "Métropole du Grand Paris"),
        ("69123", "Lyon", "69003", "Rhône", "Auvergne-Rhône-Alpes", "Métropole de Lyon"),
        ("13055", "Marseille", "13008", "Bouches-du-Rhône", "Provence-Alpes-Côte d'Azur", "Métropole d'Aix-Marseille-Provence"),
        ("2A004", "Ajaccio", "20000", "Corse-du-Sud", "Corse", "communauté d'agglomération du Pays Ajaccien"),
        ("2B033", "Bastia", "20200", "Haute-Corse", "Corse", "communauté d'agglomération de Bastia"),
        ("97209", "Fort-de-France", "97200", "Martinique", "Martinique", ""),
        ("97411", "Saint-Denis", "97400", "La Réunion", "La Réunion", ""),
        ("98818", "Nouméa", "98800", "Nouvelle-Calédonie", "Nouvelle-Calédonie", ""),
        ("94038", "L'Haÿ-les-Roses", "94240", "Val-de-Marne", "Île-de-France", "Métropole du Grand Paris"),
    ],
)
def test_known_communes(insee: str, name: str, postcode: str, department: str, region: str, epci: str) -> None:
    found = town(insee)
    assert (found.kind, found.name) == ("C", name)
    assert postcode in found.postcodes
    assert table().of_department(found.department) == (department, region)
    group = table().grouping(found.epci)
    assert not epci or (group and group.title == epci)
    assert found.population
    assert found.population > 10_000


def test_districts_belong_to_their_town() -> None:
    assert [t.parent for t in table().named(key("Paris 12e"))] == ["75056"]
    assert [t.insee for t in table().named(key("Mairie du 8e arrondissement de Marseille"))] == ["13208"]
    assert [t.name for t in table().named(key("Lyon 3"))] == ["Lyon 3e Arrondissement"]


def test_a_commune_nouvelle_knows_those_that_it_absorbed() -> None:
    parts = {t.name: t for t in table().absorbed("49092")}
    assert {"Chanzeaux", "Valanjou", "Chemillé"} <= set(parts)
    assert all(t.kind == "D" and t.parent == "49092" for t in parts.values())
    assert town("49092").name == "Chemillé-en-Anjou"
    assert table().absorbed("25056") == []
    assert table().town("00000") is None


def test_the_thirtieth_question_is_answered_as_the_first() -> None:
    """Few are answered by a search, many by an index."""
    rows, codes = table.__wrapped__(), ("49092", "49078", "13055", "2A004", "00000")
    first = [(rows.town(code), rows.absorbed(code)) for code in codes]
    assert first[0][1]
    for _ in range(2):
        assert [(rows.town(code), rows.absorbed(code)) for code in codes] == first


def test_namesakes_are_all_there() -> None:
    assert [t.insee for t in table().named("saintdenis") if t.kind == "C"] == ["11339", "30247", "93066", "97411"]
    assert [t.name for t in table().named(key("Fontenay s/ Bois"))] == ["Fontenay-sous-Bois"]
    assert table().named("") == table().named("nowhere") == []


def test_it_is_small_and_quick() -> None:
    """Its reading alone, in a process of its own, so that nothing was read before."""
    packed = BUILD.with_name("communes.tsv.gz")
    assert packed.stat().st_size < 1_500_000
    code = (
        "import time; from checks.communes.table import table; t = time.process_time(); table();"
        "print(time.process_time() - t); table().named('besancon'); print(time.process_time() - t)"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert float(told.split()[1]) < 0.15


def package(folder: Path, **sheets: list[dict[str, Any]]) -> Path:
    """A package in small, as npm packs it."""
    empty: dict[str, Any] = {name: [] for name in ("communes", "departements", "regions", "epci", "ept")}
    members = {f"package/data/{name}.json": rows for name, rows in (empty | sheets).items()}
    members["package/package.json"] = {"name": "@test/towns", "version": "1.0.0"}
    made = folder / "towns.tgz"
    with tarfile.open(made, "w:gz") as archive:
        for name, content in members.items():
            told = json.dumps(content).encode()
            info = tarfile.TarInfo(name)
            info.size, info.mtime = len(told), 1_700_000_000
            archive.addfile(info, BytesIO(told))
    return made


def test_the_same_bytes_come_from_the_same_package(tmp_path: Path) -> None:
    made = package(
        tmp_path,
        regions=[{"code": "27", "nom": "Région"}],
        departements=[{"code": "25", "nom": "Département", "region": "27"}],
        communes=[
            {"code": "25002", "nom": "Le Val", "type": "commune-actuelle", "departement": "25", "codesPostaux": ["25001"]},
            {"code": "25001", "nom": "Aval", "type": "commune-deleguee", "departement": "25", "chefLieu": "25002"},
        ],
        epci=[{"code": "200", "nom": "CC du Val (CCV)", "type": "CC", "membres": [{"code": "25002"}]}],
    )
    script = tmp_path / "checks" / "communes_data" / "build.py"
    script.parent.mkdir(parents=True)
    script.write_bytes(BUILD.read_bytes())
    (tmp_path / "checks" / "communes").mkdir()
    (tmp_path / "checks" / "communes" / "names.py").write_bytes((ROOT / "checks" / "communes" / "names.py").read_bytes())
    built = []
    for _ in range(2):
        subprocess.run([sys.executable, str(script), str(made)], check=True, capture_output=True)
        built.append(script.with_name("communes.tsv.gz").read_bytes())
    assert built[0] == built[1]
    assert gzip.decompress(built[0]).decode().splitlines() == [
        "# @test/towns 1.0.0 2023-11-14, Licence Ouverte 2.0",
        "",
        "departement\tnom\tregion",
        "25\tDépartement\tRégion",
        "",
        "siren\tnature\tnom",
        "200\tCC\tdu Val",
        "",
        "cle\tinsee\ttype\tnom\tparent\tdepartement\tcodes_postaux\tpopulation\tepci\tept",
        "aval\t25001\tD\tAval\t25002\t25\t\t\t\t",
        "val\t25002\tC\tLe Val\t\t25\t25001\t\t200\t",
    ]
