"""What a walk cost and left aside, as an evaluator reads it."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crawler.render import missing
from reports.render.walked import ASIDE, STOPPED, UNSHOWN, walked
from reports.report import CoverageRecord

ROOT = Path(__file__).parent.parent.parent


def told(**seen: Any) -> str:
    return " ".join(walked(CoverageRecord(as_of=date(2026, 11, 1), **seen)))


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (
            {
                "pages": 240,
                "pending": 300,
                "about_pages": 900,
                "crawl_delay": 10,
                "why": ("robots.txt asks for 10 s between requests",),
            },
            "240 pages lues sur environ 900 : le site demande 10 s entre deux requêtes (Crawl-delay).",
        ),
        (
            {"pages": 8, "pending": 40, "crawl_delay": 2.5, "why": ("time is up", "robots.txt asks for 2.5 s between requests")},
            "8 pages lues sur environ 48 : le site demande 2,5 s entre deux requêtes (Crawl-delay). "
            "Le temps convenu était écoulé : la visite s'est arrêtée là.",
        ),
        ({"pages": 40, "crawl_delay": 2}, "Le site demande 2 s entre deux requêtes (Crawl-delay)."),
        (
            {"pages": 9, "why": ("no Chromium or Chrome was found", "1 pages made by scripts were not rendered")},
            "1 page écrite par des scripts n'a pas été affichée, faute de navigateur : ce qu'on y lit n'est pas connu.",
        ),
        (
            {
                "pages": 9,
                "cut": {"only the date differs": 310, "sitemap: too deep": 1, "sitemap: not XML": 1, "endless series": 1},
            },
            "Ont été laissés de côté : 310 adresses qui ne diffèrent que par la date, 2 défauts du plan destiné aux robots et "
            "1 adresse d'une série sans fin.",
        ),
        ({"pages": 9}, ""),
    ],
)
def test_what_an_evaluator_reads(seen: dict[str, Any], expected: str) -> None:
    assert told(**seen).replace("\u202f", " ").replace("\xa0", " ") == expected


def test_every_reason_of_the_crawler_has_its_french() -> None:
    text = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "crawler").glob("*.py")))
    cut = set(re.findall(r'cut\[f?"([\w ]+)', text)) | set(re.findall(r'absurd = "([\w ]+)"', text)) | {"not in the archive"}
    assert len(cut) > 10
    assert cut == set(ASIDE)
    whole = text + (ROOT / "audit" / "run.py").read_text("utf-8")
    said = set(re.findall(r'why\.append\(\s*"([^"]+)"', whole)) | set(re.findall(r'else "(too many [\w ]+)"', whole))
    said |= set(re.findall(r'^(?:TIME_IS_UP|SILENT) = "([^"]+)"', whole, re.M))
    assert said | {"page budget reached"} == set(STOPPED)
    assert all(f'"{why}"' in text for why in UNSHOWN)
    assert missing() is None or missing() in UNSHOWN
