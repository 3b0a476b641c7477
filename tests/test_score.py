"""The arithmetic of `make score`, on answers whose figures can be reckoned by hand."""

import json
from datetime import date
from pathlib import Path

import pytest

from reports.report import CoverageRecord, Evidence, FindingRecord, Report
from tests.counting import Cell, Count, Known, Score, cell_of, count, count_links
from tests.score import WRITTEN, markdown, plain, real_answers, score_real, score_written, written_answers


def report(**verdicts: str) -> Report:
    proof = Evidence(url="http://a.fr/rss", excerpt="Flux RSS", fetched_at="2026-01-01T00:00:00+00:00")
    findings = tuple(FindingRecord(check=c, verdict=v, trust="likely", pages=1, evidence=(proof,)) for c, v in verdicts.items())
    return Report(url="http://a.fr/", coverage=CoverageRecord(as_of=date(2026, 1, 1)), findings=findings)


@pytest.mark.parametrize(
    ("has", "verdict", "cell"),
    [
        (True, "present", Cell.TRUE),
        (True, "partial", Cell.TRUE),
        (True, "inactive", Cell.TRUE),
        (True, "absent", Cell.MISSED),
        (True, "undetermined", Cell.MUTE_HAS),
        (False, "present", Cell.FALSE),
        (False, "partial", Cell.FALSE),
        (False, "inactive", Cell.FALSE),
        (False, "absent", Cell.RIGHTLY_NOT),
        (False, "undetermined", Cell.MUTE_NOT),
    ],
)
def test_where_one_answer_falls(has: bool, verdict: str, cell: Cell) -> None:
    assert cell_of(Known("a", "rss", has, ("rss",)), {"rss": verdict}) is cell


def test_any_check_may_say_yes_and_all_must_say_no() -> None:
    known = Known("a", "transport", True, ("public_transport", "cycling"))
    assert cell_of(known, {"public_transport": "absent", "cycling": "present"}) is Cell.TRUE
    assert cell_of(known, {"public_transport": "absent", "cycling": "absent"}) is Cell.MISSED
    assert cell_of(known, {"public_transport": "absent", "cycling": "undetermined"}) is Cell.MUTE_HAS
    assert cell_of(known, {"public_transport": "absent"}) is Cell.MUTE_HAS, "a check that said nothing has not said no"


def test_partial_is_no_yes_where_it_is_not_enough() -> None:
    known = Known("a", "newsletter", False, ("newsletter",), partial_counts=False)
    assert cell_of(known, {"newsletter": "partial"}) is Cell.RIGHTLY_NOT
    assert cell_of(known, {"newsletter": "inactive"}) is Cell.FALSE


def test_precision_and_recall() -> None:
    here = Count({Cell.TRUE: 6, Cell.FALSE: 2, Cell.MISSED: 1, Cell.RIGHTLY_NOT: 10, Cell.MUTE_HAS: 3, Cell.MUTE_NOT: 4})
    assert (here.has, here.not_, here.missed, here.mute) == (10, 16, 4, 7)
    assert here.precision == 6 / 8
    assert here.recall == 6 / 10, "no answer lowers recall, never precision"
    assert (Count().precision, Count().recall) == (None, None)


def test_all_is_the_sum_of_answers_not_the_mean_of_features() -> None:
    score = Score()
    count(score, [Known("a", "rss", True, ("rss",)), Known("a", "news", True, ("news",))], report(rss="present", news="absent"))
    count(score, [Known("b", "rss", True, ("rss",)), Known("b", "news", False, ("news",))], report(rss="present", news="present"))
    assert score.sites == 2
    assert score.features["rss"].recall == 1
    assert score.features["news"].precision == 0
    assert (score.all.precision, score.all.recall) == (2 / 3, 2 / 3)


def test_a_nuance_is_right_but_is_to_be_looked_at() -> None:
    score = Score()
    told = {"findings": {"rss": "inactive"}, "finding": [{"check": "rss", "verdict": "inactive", "why": "404"}]}
    count(score, written_answers("a", told), report(rss="present"))
    assert (score.all.precision, score.all.same, score.all.asked) == (1, 0, 1)
    [item] = score.look
    assert (item.expected, item.got, item.why, item.url) == ("inactive", "present", "404", "http://a.fr/rss")
    assert "http://a.fr/rss « Flux RSS »" in plain("written", score)
    assert "| **all** | 1 | 0 | 0 | 0 | 1.000 | 1.000 |" in markdown("written", score)


def test_dead_links_found_and_told_beside() -> None:
    score = Score()
    count_links(score, {"a", "b"}, {"b", "c", "d"})
    assert score.broken == [2, 1, 2]


def test_a_folder_of_real_sites(tmp_path: Path) -> None:
    site = tmp_path / "sites" / "ville"
    site.mkdir(parents=True)
    (site / "index.php").write_text(
        '<html lang="fr"><title>Ville</title><a href="perdu.html">Perdu</a><p>Mairie</p></html>', "utf-8"
    )
    labels = {
        "any_of": {"map": ["online_map"], "search_box": ["site_search"]},
        "sites": {
            "ville": {
                "start": "index.php",
                "features": {"map": {"value": "absent"}, "search_box": {"value": "absent", "evidence": ["index.php", "a.php"]}},
                "broken_internal_links": ["perdu.html"],
            },
            "controle": {"start": "index.html", "features": {}},
        },
    }
    (tmp_path / "labels.json").write_text(json.dumps(labels), "utf-8")
    assert real_answers("ville", labels)[1].why == "index.php, a.php"
    score = score_real(tmp_path, (), date(2026, 1, 1))
    assert (score.sites, score.all.not_, score.broken) == (1, 2, [1, 1, 0])


def test_the_printed_table_is_fresh() -> None:
    printed = (Path(__file__).parent.parent / "docs" / "score.md").read_text(encoding="utf-8")
    assert markdown(WRITTEN, score_written(())) in printed, "run `make score ARGS=--markdown` and put its table in docs/score.md"
