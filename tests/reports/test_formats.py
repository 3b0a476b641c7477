"""Every format holds the whole report, and nothing that a site writes is more than words in any of them: opened again by others."""

import csv
import io
import json
import re
import sys
import time
import unicodedata
from datetime import date
from functools import cache
from typing import Any

import docx
import odfdo
import openpyxl
import pypdf
import pytest
from docx.oxml.ns import qn

from reports.links import LinkFault, LinkSample, LinksRecord
from reports.phrases import clean
from reports.render.compose import compose
from reports.render.formats import FORMATS, MissingExtra
from reports.render.pdf import LETTERS, pdf, shown
from reports.render.tree import LONGEST
from reports.report import BrokenLink, DraftRecord, FindingRecord, Report, SectionRecord, SentenceRecord, evidence_of
from tests.reports.making import BESANCON, found, reported, seen
from tests.reports.reading import FULL, leads, skeleton, text_of

WORD = "Motquelconque"
ATTACKS = {
    "markup": '"><script>alert(1)</script><img src=x onerror=alert(2)></q></li><h1>Faux</h1>',
    "xml": "]]></text:p><w:p/>&amp;&#0;&lt;b&gt; <?xml?> <!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]> &x;",
    "jinja": "{{ 7*7 }} {% for a in b %} {# c #} ${7*7} #{7*7} <%= 7*7 %> {name}",
    "typst": '#eval("1+1") #read("/etc/passwd") #include "a.typ" \\ $x^2$ @ref <label> *gras* _it_ `r` = Titre // fin /* non',
    "markdown": "[clic](javascript:alert(1)) ![x](http://evil.example/x.png) `code` **gras** | a | <http://evil.example/> [^1] \\",
    "formula": '=cmd|"/C calc"!A0;+1+1;-2;@SUM(A1);＝1+1 =HYPERLINK("http://evil.example","clic")',
    "terminal": "\x1b[31mrouge\x1b[0m \x9b31m \x07 \x00 \x08 fin",
    "turned": "\u202egnp.exe\u2066 \u200bvide\u200f \ufeff\u2028\u2029 fin",
    "lines": "ligne\n\n# Titre\n\n- point\r\n\t| a | b |\n---\n## Preuves",
    "fields": '{ HYPERLINK "http://evil.example" } { INCLUDETEXT file:///etc/passwd } \\o \\* MERGEFORMAT',
    "letters": "中文 العربية 😀👨‍👩‍👧 ཀ a\u0301\u0302\u0303 \ufffe \uffff \ud800 \U0010ffff ﷽",
    "giant": "x" * 100_000,
}
BAD_ADDRESSES = (
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "file:///etc/passwd",
    "JaVaScRiPt:alert(1)",
    "//evil",
)


def telling(word: str, address: str = "https://www.exemple.fr/page") -> Report:
    """A report that says the word wherever a site can put words, in which a placeholder stood before."""
    evil = seen(WORD, url="https://www.exemple.fr/adresse", target="https://www.exemple.fr/adresse", selector=WORD)
    findings = [found(check) for check in ("identity", "budget", "cycling", "twinning", "job_offers", "sports", "https", "waste")]
    findings += [found(check, "absent") for check in ("public_transport", "online_debate", "privacy")]
    findings += [
        found("newsletter", "present", evil, rubric=WORD),
        found("magazine", "present", evil, name=WORD),
        found("public_tenders", "inactive", evil, words=WORD),
        found("rss", "undetermined", evil),
        found(
            "digital_policy", "present", seen(WORD, year=2019), seen("Autre", year=2024), seen("a", year=2025, initiative=WORD)
        ),
    ]
    where = {"page": "https://www.exemple.fr/adresse", "target": "https://www.exemple.fr/adresse", "text": WORD}
    links = LinksRecord(
        checked=9, alive=6, dead=1, unverifiable=2, by_reason={"not found": 1, "forbidden": 2},
        examples={"forbidden": (LinkSample(**where),)}, faults=(LinkFault(kind="mail", fault="no address", **where),), by_fault={"mail": 1},
    )  # fmt: skip
    report = reported(
        findings,
        commune=BESANCON.model_copy(update={"mayor": WORD}),
        broken_links=[BrokenLink(outcome="not found", **where)],
        links=links,
        participations={2001: 2, 2010: 5},
        titles={"newsletter": WORD},
        notices=[WORD],
    )
    walked = {"www.exemple.fr/": 9, f"www.exemple.fr/{WORD}/": 4}
    past = {date(2025, 11, 15): {"present": 40, "absent": 30}, date(2026, 3, 1): {"present": 50, "absent": 20}}
    told = report.model_copy(update={"coverage": report.coverage.model_copy(update={"walked": walked}), "past": past}).to_json()
    return Report.from_json(_replaced(told, word, address))


def _replaced(told: Any, word: str, address: str) -> Any:
    if isinstance(told, str):
        return told.replace("https://www.exemple.fr/adresse", address).replace(WORD, word)
    if isinstance(told, dict):
        return {_replaced(k, word, address): _replaced(v, word, address) for k, v in told.items()}
    return [_replaced(v, word, address) for v in told] if isinstance(told, list) else told


def made(name: str, report: Report) -> bytes:
    return FORMATS[name].render(report.to_json())


@cache
def tame(name: str) -> bytes:
    return made(name, telling("mot"))


@pytest.mark.parametrize("name", FULL)
def test_every_document_holds_the_whole_report(name: str) -> None:
    report = telling("Fête du Libre")
    text = text_of(name, made(name, report)).replace("’", "'")
    titles = [s.title for s in report.draft.sections if s.kind != "header"]
    parts = (
        "Vue d'ensemble",
        "Ce qui a été regardé",
        "Liens inactifs",
        "Preuves",
        "Focus initiatives",
        "Initiatives 2025",
        "D'un audit à l'autre",
    )
    for title in (*titles, *parts, "Récapitulatif des participations au Label", "117 080 habitants", "Maire : Fête du Libre"):
        flat = " ".join(title.split()).replace("’", "'")
        if name == "md" and title == "Preuves":
            continue  # its footnotes are set apart by the reader's program
        assert flat in text or flat.upper() in text, title
    said = [
        " ".join(s.text.split()).replace("’", "'") for section in report.draft.sections for s in section.sentences if s.findings
    ]
    spaced = re.sub(r"[\s-]", "", text)
    missing = [one for one in said if re.sub(r"[\s-]", "", one) not in spaced and "@" not in one]
    assert missing == []
    assert "2010 @@@@@" in text
    assert "jury" in text


@pytest.mark.parametrize("name", ["docx", "odt", "html", "pdf", "md", "xlsx", "csv"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_words_of_a_site_change_nothing_but_words(name: str, attack: str) -> None:
    hostile = made(name, telling(ATTACKS[attack]))
    assert skeleton(name, hostile) == skeleton(name, tame(name))
    assert leads(name, hostile) == leads(name, tame(name))


@pytest.mark.parametrize("name", ["docx", "odt", "html", "xlsx", "md", "label"])
@pytest.mark.parametrize("attack", ["markup", "xml", "jinja", "typst", "markdown", "fields"])
def test_words_of_a_site_are_told_as_they_are(name: str, attack: str) -> None:
    text = text_of(name, made(name, telling(ATTACKS[attack])))
    assert " ".join(clean(ATTACKS[attack], LONGEST).split()) in text


@pytest.mark.parametrize("attack", ["jinja", "typst"])
def test_a_pdf_tells_code_as_words(attack: str) -> None:
    text = re.sub(r"\s|\x02|\ufffe|-", "", text_of("pdf", made("pdf", telling(ATTACKS[attack]))))
    assert re.sub(r"\s|-", "", ATTACKS[attack]) in text


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("attack", ["terminal", "turned", "letters"])
def test_nothing_moves_a_cursor_or_turns_the_text(name: str, attack: str) -> None:
    body = made(name, telling(ATTACKS[attack]))
    text = text_of(name, body) if name not in ("label", "md", "html", "json", "csv") else body.decode("utf-8-sig")
    found_ = {
        c
        for c in text
        if unicodedata.category(c) in ("Cc", "Cs", "Co") or 0x2028 <= ord(c) <= 0x202E or 0x2066 <= ord(c) <= 0x2069
    }
    assert found_ <= {"\n", "\r", "\t"} | ({"\x02", "\ufffe"} if name == "pdf" else set())


@pytest.mark.parametrize("name", ["html", "docx", "odt", "pdf", "md", "xlsx"])
@pytest.mark.parametrize("address", BAD_ADDRESSES)
def test_only_web_addresses_lead_anywhere(name: str, address: str) -> None:
    body = made(name, telling("mot", address))
    assert all(re.match(r"https?://[!-~]+$|#", where) for where in leads(name, body))


@pytest.mark.parametrize("name", ["html", "docx", "odt", "pdf", "md"])
def test_addresses_are_plain_ascii_that_ends_nothing(name: str) -> None:
    told = 'https://exemple.fr/é"><script>\\)x|y\u202e{{a}}'
    (where,) = {w for w in leads(name, made(name, telling("mot", told))) if "exemple.fr/%" in w}
    assert where == "https://exemple.fr/%C3%A9%22%3E%3Cscript%3E%5C%29x%7Cy%E2%80%AE%7B%7Ba%7D%7D"


def test_office_documents_have_real_headings_header_rows_and_a_language() -> None:
    report = telling("mot")
    parts = [part.title for part in compose(report).parts]
    word = docx.Document(io.BytesIO(made("docx", report)))
    assert [p.text for p in word.paragraphs if p.style is not None and p.style.name == "Heading 1"] == parts
    assert (word.core_properties.language, word.core_properties.author) == ("fr-FR", "arobase")
    assert word.core_properties.title.startswith("BESANÇON — Projet d’évaluation")
    assert all(table.rows[0]._tr.xpath("./w:trPr/w:tblHeader") for table in word.tables)
    calls = {link.get(qn("w:anchor")) for link in word.element.iter(qn("w:hyperlink"))} - {None}
    marks = {mark.get(qn("w:name")) for mark in word.element.iter(qn("w:bookmarkStart"))}
    assert calls
    assert calls <= marks
    text = odfdo.Document(io.BytesIO(made("odt", report)))
    assert [head.text for head in text.body.get_headers(outline_level=1)] == parts
    assert (text.meta.language, text.meta.title) == ("fr-FR", word.core_properties.title)
    assert len(text.body.tables) == len(word.tables)
    assert {f"#{mark.name}" for mark in text.body.get_bookmarks()} >= {
        w for w in leads("odt", made("odt", report)) if w[0] == "#"
    }


@pytest.mark.parametrize("name", FULL)
def test_a_signed_report_is_no_draft_any_more(name: str) -> None:
    report = telling("mot").model_copy(update={"signed_by": "Claire Faure", "signed_at": "2026-11-28T12:00:00Z"})
    text = text_of(name, made(name, report))
    assert "Évaluation · Label Villes Internet" in text
    assert "Texte relu et signé par Claire Faure le 28 novembre 2026" in text
    assert "Projet" not in text


def test_a_workbook_holds_strings_and_figures_only() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("xlsx", telling(ATTACKS["formula"]))))
    assert book.sheetnames == ["Constats", "Liens"]
    assert {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None} == {"s", "n"}


@pytest.mark.parametrize("begun", ["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", " =1", '"=1', "x;=1", "＝1"])
def test_no_cell_of_the_csv_begins_a_formula(begun: str) -> None:
    body = made("csv", telling(begun, begun)).decode("utf-8-sig")
    cells = [
        c for row in csv.reader(io.StringIO(body), delimiter=";") for part in re.split("[;,|]", ",".join(row)) for c in [part]
    ]
    assert [c for c in cells if re.match(r'[\s"]*[=+\-@＝＋－＠]', c)] == []
    assert any("'" in c for c in cells)


def test_the_pdf_is_tagged_for_everybody() -> None:
    body = made("pdf", telling("mot"))
    file = pypdf.PdfReader(io.BytesIO(body))
    root = file.root_object
    assert root["/Lang"] == "fr-FR"
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()  # type: ignore[union-attr]
    assert file.metadata is not None
    assert (
        " ".join(str(file.metadata.title).split())
        == "BESANÇON — Projet d’évaluation · Label Villes Internet, édition 2026 · 15 novembre 2026"
    )
    kinds = skeleton("pdf", body)
    assert {"/H1", "/Table", "/TH", "/TD", "/L", "/LI", "/Link", "/Figure", "/P"} <= set(kinds)
    assert kinds.count("/Figure") == 4
    assert all(page["/Tabs"] == "/S" for page in file.pages)
    assert not re.search(rb"/JavaScript|/JS\b|/Launch|/EmbeddedFile|/AA\b|/SubmitForm", body)


def test_pictures_of_the_pdf_are_told_in_words() -> None:
    file = pypdf.PdfReader(io.BytesIO(made("pdf", telling("mot"))))
    told = [str(o["/Alt"]) for n in range(1, len(file.xref[0]) + 1)
            if isinstance(o := file.get_object(n), pypdf.generic.DictionaryObject) and o.get("/S") == "/Figure"]  # fmt: skip
    assert [one.split(".")[0] for one in told] == [
        "Constats par rubrique",
        "Évolution d’un audit à l’autre",
        "Plan du site tel qu’il a été parcouru",
        "État des liens",
    ]


def test_every_letter_that_a_pdf_is_given_can_be_seen() -> None:
    letters = [
        c for a, b in LETTERS for c in map(chr, range(a, b + 1)) if unicodedata.category(c) not in ("Cc", "Cf", "Cn", "Mn", "Zs")
    ]
    words = ["".join(letters[n : n + 40]) for n in range(0, len(letters), 40)]
    proof = evidence_of(seen())
    findings = [FindingRecord(check=w, title=w, verdict="present", trust="sure", pages=1,
                              evidence=(proof.model_copy(update={"excerpt": w, "selector": w}),)) for w in words]  # fmt: skip
    told = SectionRecord(title="Lettres", sentences=tuple(SentenceRecord(key=w, text=w, findings=(w,)) for w in words))
    report = reported([found("identity")]).model_copy(
        update={"findings": tuple(findings), "draft": DraftRecord(sections=(told,))}
    )
    assert pdf(report).startswith(b"%PDF-1.7")
    assert shown("é 中 ’") == "é □ ’"


@pytest.mark.parametrize("name", FORMATS)
def test_giant_words_cost_neither_time_nor_room(name: str) -> None:
    report = telling(ATTACKS["giant"])
    begun = time.perf_counter()
    body = made(name, report)
    assert time.perf_counter() - begun < 20
    assert len(body) < 1_500_000 or name == "json"


def test_json_is_the_report_again() -> None:
    report = telling(ATTACKS["letters"].replace("\ud800", ""))
    assert Report.from_json(json.loads(made("json", report))) == report


@pytest.mark.parametrize(("name", "package"), [("docx", "docx"), ("pdf", "typst"), ("xlsx", "xlsxwriter")])
def test_a_missing_package_is_named_with_its_extra(name: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, f"reports.render.{name}", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=rf"{package} is missing; pip install 'arobase\[documents\]'"):
        made(name, telling("mot"))
