"""`links.csv`: what became of every link, over real sockets; a table that does no harm in a spreadsheet, in little memory."""

import csv
import io
import re
import tracemalloc
import unicodedata
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from audit.links import COLUMNS, EXAMPLES, FAULTS, NAME, Ledger, Sheet
from audit.papers import write
from audit.run import audit
from crawler.limits import Limits
from crawler.link import Link
from crawler.page import Page
from crawler.visit import Outcome, Visit
from reports.cell import cell
from reports.links import LinksRecord
from reports.render.html import html
from reports.render.markdown import markdown
from reports.report import Report
from tests.web import HTML, Answer, Web, to

DAY = date(2026, 11, 15)
NOW = datetime(2026, 11, 15, 9, 30, tzinfo=UTC)
M = "http://mairie.fr"
QUICK = Limits(delay=0, allow_private=True)
HOME = """<!doctype html><title>Mairie de Valclair</title><h1 id="haut">Commune de Valclair</h1>
<a href="/vie">La vie</a> <a href="/perdu">Page perdue</a> <a href="/refus">Espace réservé</a> <a href="/panne">En panne</a>
<a href="/bulletin.pdf">Bulletin</a> <a href="http://disparu.fr/">Club</a> <a href="http://lycee.fr/">Lycée</a> <a href="#nulle-part">Bas</a>
<a href="#haut">Haut</a> <a href="/vie#ecoles">Écoles</a> <a href="/vie#bus">Bus</a> <a href="mailto:mairie(at)valclair.fr">Écrire</a>
<a href="tel:03 81">Appeler</a> <a href="tel:0381000000">Appeler</a> <img src="/blason.png" alt="Blason">
<div class="tac_iframe" data-url="http://video.fr/conseil" title="Conseil"></div> <a href="/page-interdite">Agents</a>"""


async def walked(web: Web, folder: Path) -> tuple[Report, list[dict[str, str]]]:
    """The report and the rows of the table of a small site."""
    page = Answer(200, HTML, b'<title>Vie</title><h2 id="ecoles">Ecoles</h2>')
    web.answers["mairie.fr", "/"] = Answer(200, HTML, HOME.encode())
    web.answers["mairie.fr", "/robots.txt"] = Answer(
        200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /page-interdite"
    )
    for path, answer in {"/vie": page, "/refus": Answer(403), "/panne": Answer(503), "/bulletin.pdf": Answer(200, {"Content-Type": "application/pdf"})}.items():  # fmt: skip
        web.answers["mairie.fr", path] = answer
    web.answers["lycee.fr", "/"] = Answer(429)
    web.answers["video.fr", "/conseil"] = page
    with Sheet() as sheet:
        audited = await audit(f"{M}/", QUICK, as_of=DAY, resolver=web, render="never", links=sheet)
        write(audited.report, folder, sheet)
    text = (folder / NAME).read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    return audited.report, list(csv.DictReader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";"))


async def test_one_row_for_each_address(tmp_path: Path) -> None:
    async with Web(tmp_path / "none") as web:
        report, rows = await walked(web, tmp_path)
    told = {
        row["target"].removeprefix(M): (row["kind"], row["answer"], row["outcome"], row["status"], row["second_look"])
        for row in rows
    }
    assert len(told) == len(rows), "each address once"
    assert told == {
        "/": ("internal", "alive", "ok", "200", "no"),
        "/vie": ("internal", "alive", "ok", "200", "no"),
        "/perdu": ("internal", "dead", "not found", "404", "yes"),
        "/refus": ("internal", "unverifiable", "forbidden", "403", "no"),
        "/panne": ("internal", "unverifiable", "server error", "503", "yes"),
        "/page-interdite": ("internal", "unverifiable", "refused by robots.txt", "", "no"),
        "/bulletin.pdf": ("document", "alive", "ok", "200", "no"),
        "/blason.png": ("image", "dead", "not found", "404", "yes"),
        "http://disparu.fr/": ("external", "dead", "no such host", "", "yes"),
        "http://lycee.fr/": ("external", "unverifiable", "rate limited", "429", "no"),
        "http://video.fr/conseil": ("embed", "alive", "ok", "200", "no"),
        "#nulle-part": ("fragment", "fault", "no such anchor", "", "no"),
        "/vie#bus": ("fragment", "fault", "no such anchor", "", "no"),
        "mailto:mairie(at)valclair.fr": ("mail", "fault", "no @ in the address", "", "no"),
        "tel:03 81": ("phone", "fault", "too short or too long", "", "no"),
    }
    assert {row["page"] for row in rows if row["target"] != f"{M}/"} == {f"{M}/"}
    assert {row["text"] for row in rows} >= {"Page perdue", "Bulletin", "Blason", "Conseil", "Bas"}
    assert all(
        re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", row["checked_at"]) for row in rows if row["answer"] != "fault"
    )
    links = report.links
    answers = Counter(row["answer"] for row in rows)
    assert (links.checked, links.alive, links.dead, links.unverifiable) == (
        11,
        answers["alive"],
        answers["dead"],
        answers["unverifiable"],
    )
    assert links.by_reason == {
        "forbidden": 1,
        "no such host": 1,
        "not found": 2,
        "rate limited": 1,
        "refused by robots.txt": 1,
        "server error": 1,
    }
    assert links.pictures == 1, "a missing image is told apart"
    assert links.by_fault == {"fragment": 2, "mail": 1, "phone": 1}
    assert sorted(link.target for link in report.broken_links) == ["http://disparu.fr/", f"{M}/perdu"], (
        "an image and an anchor are no dead page"
    )
    assert Report.from_json(report.to_json()) == report
    assert Report.from_json({k: v for k, v in report.to_json().items() if k != "links"}).links == LinksRecord(), (
        "older audits are read"
    )


async def test_the_report_says_why_a_link_could_not_be_judged(tmp_path: Path) -> None:
    async with Web(tmp_path / "none") as web:
        report, _ = await walked(web, tmp_path)
    for told in (markdown(report), html(report)):
        bare = told.replace("\\", "")
        assert (
            "11 adresses de liens ont été vérifiées\u00a0: 4 répondent, 3 n’existent plus et 4 n’ont pas pu être jugées." in bare
        )
        for words in (
            "Le site refuse les programmes",
            "Le serveur est en panne",
            "Le site demande d’attendre",
            "Le robots.txt du site",
        ):
            assert words in bare
        assert "4 liens sont mal écrits" in bare
        assert "il manque le signe @" in bare.replace("&#64;", "@")
        assert f"{M}/refus" in bare


async def test_a_site_that_sends_everybody_home_is_not_dead(tmp_path: Path) -> None:
    async with Web(tmp_path / "none") as web:
        web.answers["mairie.fr", "/"] = Answer(200, HTML, b'<title>Mairie</title><a href="http://club.fr/a/b">Club</a>')
        web.answers["club.fr", "*"] = to("/")
        web.answers["club.fr", "/"] = Answer(200, HTML, b"<title>Club</title>")
        web.answers["club.fr", "/robots.txt"] = Answer(404)
        report = (await audit(f"{M}/", QUICK, as_of=DAY, resolver=web, render="never")).report
    assert report.broken_links == ()
    assert report.links.by_reason == {"sent to the home page": 1}
    assert "renvoie toute adresse, même inventée" in markdown(report)


EVIL = [
    "=1+1",
    "+33",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1+1",
    '";=1',
    "a;=1",
    "a,=1",
    "a|@x",
    "'=1",
    "\x00=1",
    "\u200b=1",
    '"\r\n"=1',
]


def split(text: str, separator: str) -> list[str]:
    return [value for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) for value in row]


@pytest.mark.parametrize("evil", EVIL)
@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
def test_no_cell_is_a_formula_whatever_the_spreadsheet_takes_for_a_separator(tmp_path: Path, evil: str, separator: str) -> None:
    link = Link("http://loin.fr/x", "x", evil, M)
    with Sheet() as sheet:
        ledger = Ledger(sheet)
        ledger.see(Visit(f"{M}/", Outcome.OK, NOW))
        ledger.see(Visit(f"http://loin.fr/?a={evil.strip()}", Outcome.NOT_FOUND, NOW, via=link, status=404))
        sheet.save(tmp_path / NAME)
    text = (tmp_path / NAME).read_bytes().decode("utf-8-sig")
    for value in split(text, separator):
        assert not re.match(r'["\s]*[=+\-@＝＋－＠\t\r]', value), value
        assert not any(unicodedata.category(c) in ("Cc", "Cf") for c in value.rstrip("\r\n")), value
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 3
    assert text.count("\r\n") == 3


def test_plain_words_and_addresses_stay_as_they_are() -> None:
    for text in (
        "Compte-rendu du 12/10",
        "http://mairie.fr/a-b_c?d=e+f&g=@h",
        "mairie@valclair.fr",
        "tel:+33381000000",
        "a - b = c",
        "",
    ):
        assert cell(text) == text


def test_a_large_site_takes_little_memory(tmp_path: Path) -> None:
    """Ten thousand links, of which half are dead and all bear faults: rows go to the disk, what is kept is bounded."""
    tracemalloc.start()
    with Sheet() as sheet:
        ledger = Ledger(sheet)
        ledger.see(Visit(f"{M}/", Outcome.OK, NOW))
        before = tracemalloc.get_traced_memory()[0]
        for n in range(10_000):
            link = Link(f"{M}/{n}", f"/{n}", f"Lien numéro {n}", f"{M}/page-{n // 90}")
            page = Page(f"{M}/{n}", f'<a href="tel:{n}x">a</a>', NOW) if n % 20 == 0 else None
            ledger.see(Visit(link.href, Outcome.NOT_FOUND if n % 2 else Outcome.OK, NOW, via=link, status=200, page=page))
        grown = tracemalloc.get_traced_memory()[0] - before
        record = ledger.record()
        sheet.save(tmp_path / NAME)
    tracemalloc.stop()
    assert grown < 2_500_000
    assert (record.checked, record.dead) == (10_001, 5_000)
    assert {reason: len(told) for reason, told in record.examples.items()} == {"not found": EXAMPLES}
    assert (len(record.faults), record.by_fault["phone"]) == (FAULTS, 500)
    assert (tmp_path / NAME).read_bytes().count(b"\r\n") == 10_502
