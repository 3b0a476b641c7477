"""What is asked for is looked at before the walk: addresses, files, folders; and what options change in the report."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from audit.command import UsageError, check_address, read_participations
from tests.audit.test_cli import ROOT, run, serve

NOWHERE = ("audit", "http://127.0.0.1:9/", "--allow-private", "--delay", "0")
HOME = """<!doctype html><html lang="fr"><title>Mairie de Valclair</title><h1>Commune de Valclair</h1>
<nav><a href="/elus.html">Les élus</a> <a href="/actualites.html">Actualités</a></nav>
<footer>Mairie de Valclair, 1 place Haute, 38000 Valclair. Tél. 04 76 00 00 00</footer>"""
NEWS = """<!doctype html><html lang="fr"><title>Actualités</title><h1>Actualités</h1>
<article><h2>Travaux</h2><time datetime="2026-03-02">2 mars 2026</time><p>Rue Haute.</p></article>
<article><h2>Carnaval</h2><time datetime="2026-02-10">10 février 2026</time><p>Place Haute.</p></article>"""


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("p.toml", "2010 = 5\n2019 = 0\n", {2010: 5, 2019: 0}),
        ("p.toml", "[participations]\n2010 = 5\n", {2010: 5}),
        ("p.csv", "2010,5\n2012,3\n", {2010: 5, 2012: 3}),
        ("p.csv", "\ufeffannée;arobases\r\n2010;5\r\n", {2010: 5}),
        ("p.csv", "année,arobases\n\n 2010 , 5 \n", {2010: 5}),
    ],
)
def test_participations_are_read(tmp_path: Path, name: str, text: str, told: dict[int, int]) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8", newline="")
    assert read_participations(tmp_path / name) == told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.toml", "2010 = 9"),
        ("p.toml", "1066 = 2"),
        ("p.toml", "2010 = -1"),
        ("p.toml", "2010 = 3.7"),
        ("p.toml", "2010 = true"),
        ("p.toml", "2010 = [5]"),
        ("p.toml", 'year = "five"'),
        ("p.toml", "participations = 3"),
        ("p.toml", "[[participations]]\nyear = 2010"),
        ("p.toml", "2010 ="),
        ("p.toml", ""),
        ("p.csv", "2010"),
        ("p.csv", "2010,cinq"),
        ("p.csv", "annee,arobases"),
        ("p.csv", ""),
    ],
)
def test_participations_that_cannot_be_are_refused_by_name(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=name):
        read_participations(tmp_path / name)


def test_participations_in_another_encoding_are_refused(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_bytes("2010,5,à".encode("utf-16"))
    with pytest.raises(UsageError, match=r"p\.csv"):
        read_participations(tmp_path / "p.csv")


@pytest.mark.parametrize(
    "url", ["www.besancon.fr", "HTTPS://Mairie.FR/", "http://[::1]:8000/", "localhost:8000", "http://été.fr"]
)
def test_addresses_of_sites(url: str) -> None:
    check_address(url)


@pytest.mark.parametrize("url", ["", " ", "besancon", "file:///etc/passwd", "javascript:alert(1)", "http://", "https://a b.fr/"])
def test_what_is_no_address_of_a_site(url: str) -> None:
    with pytest.raises(UsageError, match="no address"):
        check_address(url)


def another_program(path: Path, *tables: str) -> bytes:
    database = sqlite3.connect(path)
    for table in tables:
        database.execute(f"create table {table} (words)")
    database.commit()
    database.close()
    return path.read_bytes()


@pytest.mark.parametrize("tables", [("bookmarks",), ("audits", "findings"), ("store_version",)])
def test_another_programs_database_is_refused_and_left_as_it_was(tmp_path: Path, tables: tuple[str, ...]) -> None:
    before = another_program(tmp_path / "other.sqlite", *tables)
    done = run(tmp_path, *NOWHERE, "--store", "other.sqlite", "--out", "out")
    assert (done.returncode, "no store of arobase" in done.stderr) == (2, True), done.stderr
    assert run(tmp_path, "audits", "--store", "other.sqlite").returncode == 2
    assert (tmp_path / "other.sqlite").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        (*NOWHERE, "--out", "words"),
        (*NOWHERE, "--out", "words/deep"),
        (*NOWHERE, "--store", "words/s.sqlite"),
        (*NOWHERE, "--store", "."),
        ("demo", "--out", "words"),
        ("demo", "--out", "out", "--store", "words/s.sqlite"),
        ("replay", "words", "--out", "out"),
    ],
)
def test_where_nothing_can_be_written_is_told_before_the_walk(tmp_path: Path, words: tuple[str, ...]) -> None:
    (tmp_path / "words").write_text("some words")
    done = run(tmp_path, *words)
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr


def test_report_that_is_not_kept(tmp_path: Path) -> None:
    assert run(tmp_path, *NOWHERE, "--out", "out").returncode == 3
    done = run(tmp_path, "report", "99")
    assert (done.returncode, "no audit number 99" in done.stderr) == (2, True)
    (tmp_path / "words").write_text("some words")
    assert run(tmp_path, "report", "1", "--out", "words").returncode == 2


def test_options_word_the_header_and_the_day_judges_freshness(tmp_path: Path) -> None:
    (tmp_path / "town").mkdir()
    (tmp_path / "town" / "index.html").write_text(HOME, encoding="utf-8")
    (tmp_path / "town" / "elus.html").write_text("<title>Les élus</title><h1>Les élus</h1>", encoding="utf-8")
    (tmp_path / "town" / "actualites.html").write_text(NEWS, encoding="utf-8")
    server = serve(tmp_path / "town")
    words = ("audit", next(server), "--allow-private", "--delay", "0", "--render", "never", "--out", "out", "--json")
    header = ("--commune", "Valclair-le-Haut", "--mayor", "Zoé Lys", "--population", "812", "--department", "Isère")
    verdicts = {}
    for day in ("2026-03-20", "2029-03-20"):
        done = run(tmp_path, *words, *header, "--as-of", day)
        assert done.returncode == 0, done.stderr
        report = json.loads(done.stdout)
        assert report["coverage"]["as_of"] == day
        verdicts[day] = next(f["verdict"] for f in report["findings"] if f["check"] == "news")
        told = report["commune"]
        assert (told["name"], told["mayor"], told["population"]) == ("Valclair-le-Haut", "Zoé Lys", 812)
    server.close()
    assert verdicts == {"2026-03-20": "present", "2029-03-20": "partial"}
    draft = (tmp_path / "out" / "draft.md").read_text("utf-8")
    assert "VALCLAIR-LE-HAUT" in draft
    assert "Zoé Lys" in draft
    assert "812 habitants" in draft.replace("\xa0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("option", "value"), [("--mayor", b"Zo\xe9"), ("--user-agent", "arobasé".encode()), ("--user-agent", b"a\r\nCookie: b")]
)
def test_an_option_that_cannot_be_written_is_refused(tmp_path: Path, option: str, value: bytes) -> None:
    words = [sys.executable, "-m", "audit.cli", *NOWHERE, "--out", "out", option, value]
    done = subprocess.run(words, cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True)
    assert done.returncode == 2, done.stderr
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()
