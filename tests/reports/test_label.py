"""The label's own layout: as an evaluator pastes it, with nothing of the reviewer's work above the line."""

from reports.render.label import RULE, label
from tests.reports.making import BESANCON, found, reported, seen

NAMED = seen("Fête du Libre", year=2026, initiative="Fête du Libre")
DATED = [seen(f"{year} - {words}", year=year) for year, words in ((1994, "Réseau Lumière"), (2003, "Besançon.clic"))]


def told() -> str:
    findings = [
        found("identity"),
        found("cycling"),
        found("budget", "undetermined"),
        found("digital_policy", "present", *DATED, NAMED),
    ]
    return label(reported(findings, commune=BESANCON, participations={2000: 0, 2001: 2, 2010: 5}))


def test_it_is_laid_out_as_the_label_does() -> None:
    above, _, _ = told().partition(RULE)
    lines = above.replace("\u00a0", " ").replace("\u202f", " ").splitlines()
    assert lines[:11] == [
        "www.besancon.fr", "", "BESANÇON", "", "Franche-Comté, Doubs", "117 080 habitants", "Maire : Jean-Louis Fousseret", "", "",
        "- Vie pratique / Vie quotidienne", "",
    ]  # fmt: skip
    assert lines[lines.index("Focus initiatives :") + 2].startswith("Le site retrace l’action de la commune")
    start = lines.index("Initiatives 2026 :")
    assert lines[start + 2] == "- Fête du Libre"
    start = lines.index("Récapitulatif des participations au Label")
    assert lines[start + 2 : start + 5] == ["2000\t", "2001\t@@", "2010\t@@@@@"]


def test_what_is_the_reviewers_stands_under_the_line() -> None:
    above, _, below = told().partition(RULE)
    for words in ("vérifier", "Vue d’ensemble", "http", "[1]", "Obligations", "%"):
        assert words not in above, words
    assert "- Vie politique" not in above, "a rubric of which only questions are left"
    assert "À vérifier avant de signer" in below
    assert "budget" in below
    assert "[1] «" in below
    assert "VUE D’ENSEMBLE" in below


def test_a_report_without_rubrics_still_tells_whose_it_is() -> None:
    text = label(reported([found("identity", "absent", kind="parish")]))
    assert text.startswith("www.besancon.fr\n\nBESANÇON\n")
    assert "AVANT TOUT" in text
