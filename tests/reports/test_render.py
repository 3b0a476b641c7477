"""Renderings: round trip, escaping proven by attack, self-contained HTML."""

import json
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from reports.render.html import html
from reports.render.markdown import escape, markdown
from reports.report import BrokenLink, Report
from tests.reports.making import all_of, found, reported, seen

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[clic](javascript:alert(1))",
    "![](http://evil.example/x.png)",
    "`code` *gras* | table | # titre",
    "\x1b[31mrouge\x1b[0m \u202egauche \u200bvide",
    "</q></li></ol><h1>Faux</h1>",
    "{{ 7*7 }} {% raw %} [{name}]",
    "ligne\n\n## Titre\n\n<b>gras</b>",
]


def hostile(attack: str) -> Report:
    evil = seen(attack, url="javascript:alert(1)", target="javascript:alert(2)", selector=attack)
    findings = [f for f in all_of("present") if f.check not in ("newsletter", "magazine", "public_tenders")]
    findings += [found("newsletter", "present", evil, rubric=attack), found("magazine", "present", evil, name=attack),
                 found("public_tenders", "inactive", evil, words=attack)]  # fmt: skip
    link = BrokenLink(page="javascript:alert(3)", target="javascript:alert(4)", text=attack, outcome="not found")
    return reported(findings, broken_links=[link])


@pytest.mark.parametrize("attack", ATTACKS)
def test_html_holds_no_foreign_markup(attack: str) -> None:
    page = html(hostile(attack))
    tree = LexborHTMLParser(page)
    assert tree.css("script, iframe, object, img, link[href]") == []
    assert [a.attributes["href"] for a in tree.css("a[href]") if not (a.attributes["href"] or "").startswith(("http", "#"))] == []
    assert not any(name.startswith("on") for node in tree.css("*") for name in node.attributes)
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_markdown_keeps_the_space_before_a_colon() -> None:
    assert escape("\u00a0: présent. ") == "\u00a0: présent. "


@pytest.mark.parametrize("attack", ATTACKS)
def test_markdown_holds_no_foreign_markup(attack: str) -> None:
    page = markdown(hostile(attack))
    bare = re.sub(r"\\.", "", page)
    assert "<script" not in bare
    assert "<img" not in bare
    assert "<b>" not in bare
    assert "](javascript:" not in bare
    assert "<javascript:" not in bare
    assert "![" not in bare
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert not re.search(r"^#+ (?:Titre|titre|Faux)", page, re.M)


def test_round_trip_through_json() -> None:
    report = reported(all_of("present"), participations={2001: 2, 2010: 5})
    again = Report.from_json(json.loads(json.dumps(report.to_json())))
    assert again == report
    assert html(again) == html(report)
    assert markdown(again) == markdown(report)


def test_html_is_one_file_that_reads_anywhere() -> None:
    page = html(reported(all_of("present")))
    tree = LexborHTMLParser(page)
    assert tree.css_first("html").attributes["lang"] == "fr"  # type: ignore[union-attr]
    assert tree.css_first('meta[name="viewport"]') is not None
    assert "@media print" in page
    assert len(tree.css("h1")) == 1
    assert [d.text()[:24] for d in tree.css("svg[role=img] > title")] == ["Constats par rubrique"]
    calls = {a.attributes["href"] for a in tree.css('sup a[href^="#"], a[href^="#note"], a[href^="#preuve"]')}
    assert calls
    assert all(tree.css_first(f'[id="{(href or "")[1:]}"]') is not None for href in calls)
