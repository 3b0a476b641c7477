"""Archived pages: the quote is marked where it stands, and nothing of a hostile page is left alive."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from audit.desk.archived import MOST, Shown, shown
from crawler.page import Page

NOW = datetime(2026, 11, 28, tzinfo=UTC)


def show(html: str, quote: str = "", selector: str = "") -> Shown:
    return shown(Page("http://mairie.fr/a/b.html", html, NOW), quote, selector)


@pytest.mark.parametrize(
    ("html", "quote", "selector", "marked"),
    [
        ("<p>La mairie <b>ouvre</b> à 9 h", "mairie ouvre à", "", ["mairie", "ouvre", "à"]),
        ("<a href=/x><span>Bulletin</span><span>municipal</span></a>", "Bulletin municipal", "a", ["Bulletin", "municipal"]),
        ("<p>Newsletter<div id=x><p>La NEWSLETTER", "newsletter", "div#x > p:nth-of-type(1)", ["NEWSLETTER"]),
        ("<p>Le conseil\n  municipal du 3 mai, suite", "Le conseil municipal du 3…", "p", ["Le conseil\n  municipal du 3"]),
        ("<h2>Infolettre</h2><form>Courriel <input></form>", "Infolettre · Courriel", "form", ["Infolettre", "Courriel"]),
        ("<p>Straße et Cœur &amp; &lt;b&gt;", "cœur & <b>", "", ["Cœur &amp; &lt;b&gt;"]),
        ("<img alt='Plan de la ville'>", "Plan de la ville", "img", ["Plan de la ville"]),
        ("<title>Le Bulletin</title><p>Bulletin</p>", "Le Bulletin", "", ["Le Bulletin"]),
        ("<title>Bulletin</title><p>Le bulletin</p>", "Bulletin", "", ["bulletin"]),
        ("<p>mai\u00adrie\u200b ouverte", "mai\u00adrie ouverte", "", ["mairie ouverte"]),
    ],
)
def test_the_quote_is_marked(html: str, quote: str, selector: str, marked: list[str]) -> None:
    made = show(html, quote, selector)
    assert re.findall(r"<mark[^>]*>(.*?)</mark>", made.html, re.S) == marked
    assert made.found == "words"
    assert made.html.count('id="preuve"') == 1
    assert '<mark id="preuve">' in made.html


def test_a_place_is_marked_where_the_words_are_not_on_the_page() -> None:
    made = show('<p>a</p><iframe src="https://video.fr/1"></iframe>', "Lecteur de video", "iframe:nth-of-type(1)")
    assert made.found == "place"
    assert '<span id="preuve" class="embed"><b>Contenu intégré</b> https://video.fr/1</span>' in made.html


def test_nothing_is_marked_when_neither_is_there() -> None:
    assert show("<p>a</p>", "zzz", "form#none").found == ""
    assert show("<p>a</p>", "zzz", "p[[").found == ""


def test_links_tell_where_they_lead_by_the_pages_own_base_and_lead_nowhere() -> None:
    made = show('<base href="http://autre.fr/dossier/"><a href="plan.html">Plan</a><a href="javascript:alert(1)">x</a>')
    assert '<span class="link" title="http://autre.fr/dossier/plan.html">Plan</span>' in made.html
    assert "javascript" not in made.html
    assert "href" not in made.html


HOSTILE = """<title></title><script>alert(1)</script><p onclick="alert(2)" style="position:fixed;inset:0">Mairie</p>
<style>*{display:none}</style><link rel=stylesheet href=//evil.fr/x.css><meta http-equiv=refresh content="0;//evil.fr">
<iframe srcdoc="<script>alert(3)</script>" src="javascript:alert(4)"></iframe><form action=//evil.fr><input name=p value="><script>alert(5)</script>">
<button formaction=//evil.fr>Voter</button></form><svg onload=alert(6)><script>alert(7)</script></svg>
<math><mtext><table><mglyph><style><img src onerror=alert(8)></style></table></math><object data=//evil.fr/x.swf></object>
<img src=x onerror=alert(9) alt="&quot;><script>alert(10)</script>"><a href="java&#10;script:alert(11)" target=_top>x</a>
<table><td colspan="99999999999" rowspan=2 background=//evil.fr>c</table><base href="javascript:/"><p>&lt;script&gt;alert(12)&lt;/script&gt;
<mark id=preuve>faux</mark><noscript><p title="</noscript><img src=x onerror=alert(13)>"></noscript>"""


def alive(html: str) -> list[str]:
    """What acts, loads or leads somewhere when a browser reads this again."""
    tree = LexborHTMLParser(html)
    named = [
        n.tag for n in tree.css("script, style, link, meta, base, iframe, object, embed, form, input, button, img, svg, math, a")
    ]
    said = [
        f"{n.tag}.{a}" for n in tree.css("*") for a in n.attributes if a not in ("class", "id", "title", "colspan", "rowspan")
    ]
    return named + said


def test_nothing_of_a_hostile_page_acts() -> None:
    made = show(HOSTILE, "Mairie", "p")
    assert alive(made.html) == []
    assert made.html.count("preuve") == 1
    assert 'rowspan="2"' in made.html
    assert "colspan" not in made.html
    assert "&lt;script&gt;alert(12)" in made.html


@given(
    st.lists(st.sampled_from(re.findall(r"<[^>]*>|[^<]+", HOSTILE)), max_size=40),
    st.sampled_from(["Mairie", "alert", "x", "<script>"]),
)
def test_nothing_acts_however_it_is_put_together(parts: list[str], quote: str) -> None:
    assert alive(show("".join(parts), quote).html) == []


@given(st.text(max_size=200), st.text(max_size=20))
def test_words_stay_words(words: str, quote: str) -> None:
    assert alive(show(f"<p>{words}", quote).html) == []


def test_giant_pages_are_cut_and_say_so() -> None:
    made = show("<div>" * 1500 + "a" * 50_000 + "</div>" * 1500 + "<p>mot " * 200_000, "mot")
    assert len(made.html) < MOST * 4
    assert "trop longue" in made.html
    assert made.html.count("<div>") <= 202
