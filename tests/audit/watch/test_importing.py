"""Files that name sites: tables of every habit, and plain lists."""

from pathlib import Path

import pytest

from audit.watch.importing import Wrong, read
from audit.watch.watch import Site

COMBELLE = Site("https://www.combelle.example", "Combelle-lès-Prés", "01004")


def told(tmp_path: Path, text: str, encoding: str = "utf-8") -> list[Site | Wrong]:
    file = tmp_path / "sites.csv"
    file.write_bytes(text.encode(encoding))
    return list(read(file))


@pytest.mark.parametrize(
    "text",
    [
        "https://www.combelle.example,Combelle-lès-Prés,01004\n",
        "url;name;insee\nhttps://www.combelle.example;Combelle-lès-Prés;01004\n",
        "\ufeffCode INSEE;Commune;Population;Site internet\r\n1004;Combelle-lès-Prés;812;https://www.combelle.example\r\n",
        "nom\turl\tcode_insee\nCombelle-lès-Prés\thttps://www.combelle.example\t01004\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_table_is_read_however_it_is_made(tmp_path: Path, text: str, encoding: str) -> None:
    assert told(tmp_path, text if encoding == "utf-8" else text.lstrip("\ufeff"), encoding) == [COMBELLE]


def test_a_list_has_an_address_a_line(tmp_path: Path) -> None:
    assert told(tmp_path, "# ours\nville-a.example\n\nhttp://ville-b.example/accueil\n127.0.0.1:8000\n") == [
        Site("ville-a.example"),
        Site("http://ville-b.example/accueil"),
        Site("127.0.0.1:8000"),
    ]


def test_a_line_that_names_none_is_told_with_its_number(tmp_path: Path) -> None:
    assert told(tmp_path, "url,name,insee\nmairie,Combelle,\nville.example,Ville,ABC\n,,01004\n2a.example,Corse,2a004\n") == [
        Wrong(2, "mairie", "no address of a site"),
        Wrong(3, "00ABC", "no INSEE code"),
        Wrong(4, "", "no address of a site"),
        Site("2a.example", "Corse", "2A004"),
    ]
