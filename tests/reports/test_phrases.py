"""Phrases: facts, optional parts, guards; and what is made of a site's words before they are told."""

from datetime import date

import pytest

from reports.phrases import BadPhrase, clean, fill, known, parse


@pytest.mark.parametrize(
    ("phrase", "facts", "expected"),
    [
        ("payer en ligne[ sur {platform}]", {"platform": "PayFiP"}, "payer en ligne sur PayFiP"),
        ("payer en ligne[ sur {platform}]", {}, "payer en ligne"),
        ("le magazine {name}", {}, ""),
        (["le magazine {name}", "un magazine"], {}, "un magazine"),
        ("[links? avec des liens]un annuaire", {"links": 1}, "avec des liensun annuaire"),
        ("un annuaire[!links? sans liens]", {}, "un annuaire sans liens"),
        ("[mode=live?en direct][mode=replay?en différé]", {"mode": "replay"}, "en différé"),
        ("[count>=10?beaucoup][count=1?un seul]", {"count": 12}, "beaucoup"),
        ("[count>=10?beaucoup]", {"count": 9}, ""),
        ("a[ b {x}[ c {y}]]", {"x": "1"}, "a b 1"),
        ("{towns:list}", {"towns": "Kuopio, Pavie, Kirklees"}, "Kuopio, Pavie et Kirklees"),
        ("la commune {name:de}", {"name": "Angers"}, "la commune d'Angers"),
        ("la commune {name:de}", {"name": "Le Havre"}, "la commune du Havre"),
        ("{photos*photo}", {"photos": 1}, "1 photo"),
        ("{photos*photo}", {"photos": 1200}, "1\u202f200 photos"),
        ("{n*journal/journaux}", {"n": 3}, "3 journaux"),
        ("{last}", {"last": date(2026, 4, 1)}, "1er\u00a0avril\u00a02026"),
        ("{last:month}", {"last": date(2026, 4, 1)}, "avril\u00a02026"),
        ("{last}", {"last": "2026-04-01"}, "1er\u00a0avril\u00a02026"),
        ("{year}", {"year": 2022}, "2022"),
        ("{last:du}", {"last": "2026-05-12"}, "du 12\u00a0mai\u00a02026"),
        ("{last:du}", {"last": "2026-04"}, "d'avril\u00a02026"),
        ("{last:du}", {"last": "2026"}, "de 2026"),
        ("{last:le}", {"last": "2026-05-12"}, "le 12\u00a0mai\u00a02026"),
        ("{last:le}", {"last": "2026-04"}, "en avril\u00a02026"),
        ("{last:year}", {"last": "2026-04"}, "2026"),
        ("{topics:quoted}", {"topics": "Sport et loisirs, Économie"}, "«\u00a0Sport et loisirs\u00a0» et «\u00a0Économie\u00a0»"),
        ("({name:group})", {"name": "Communauté de Communes du Val"}, "(communauté de communes du Val)"),
    ],
)
def test_fill(phrase: str, facts: dict[str, object], expected: str) -> None:
    assert fill(phrase, known(facts)) == expected


@pytest.mark.parametrize("phrase", ["[", "a]", "{", "}", "{a b}", "{a:shout}", "[n>=many? x]", "{a[b]}"])
def test_wrong_phrase_is_refused(phrase: str) -> None:
    with pytest.raises(BadPhrase):
        parse(phrase)


@pytest.mark.parametrize(
    "label", ["Cliquez ici", "En savoir plus", "Menu", "Lire la suite", "Bulletin n° 12", "…", "a" * 60, "Accueil"]
)
def test_label_that_names_nothing_is_no_rubric(label: str) -> None:
    assert "rubric" not in known({"rubric": label})


def test_facts_that_say_nothing_are_unknown() -> None:
    assert known({"a": "", "b": 0, "c": None, "d": "\u200b", "e": 3, "f": " x "}) == {"e": 3, "f": "x"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\nb\tc", "a b c"),
        ("\x1b[31mrouge", "[31mrouge"),
        ("gau\u202eche", "gau che"),
        ("co\u00adpie", "copie"),
        ("117\u202f080 habitants", "117\u202f080 habitants"),
        ("zéro\u200blargeur", "zéro largeur"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


def test_clean_is_not_endless() -> None:
    assert len(clean("mot " * 500)) <= 120
    assert clean("mot " * 500).endswith("…")
