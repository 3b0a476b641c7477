"""`arobase changes`, end to end: an audit, the site changes on the disk, a second audit."""

import json
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.audit.test_cli import MARKED, run, serve

NEW = MARKED.replace("<form>Infolettre", '<a href="/budget.html">Budget de la commune</a><form hidden>').replace(
    '<a href="/urba.html">Urbanisme</a>', '<a href="/urba.html">Urbanisme et plan local</a>'
)


@pytest.fixture
def town(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "index.html").write_text(MARKED, encoding="utf-8")
    for name in ("elus", "urba", "demarches"):
        page = f"<title>{name}</title><h1>Page {name}</h1><p>Mairie de Valclair</p>"
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    for url in serve(folder):
        yield url, folder


def audit(where: Path, url: str, day: str, path: str = "") -> None:
    words = ("audit", url, "--allow-private", "--delay", "0", "--render", "never", "--out", f"out-{day}", "--as-of", day)
    done = run(where, *words, path=path)
    assert done.returncode == 0, done.stderr


def test_what_the_site_did_between_two_audits(town: tuple[str, Path], tmp_path: Path) -> None:
    url, folder = town
    audit(tmp_path, url, "2026-03-01")
    (folder / "index.html").write_text(NEW, encoding="utf-8")
    (folder / "budget.html").write_text("<title>Budget</title><h1>Budget primitif 2026</h1><p>Mairie</p>", encoding="utf-8")
    (folder / "elus.html").unlink()
    audit(tmp_path, url, "2026-11-15")
    done = run(tmp_path, "changes", urlsplit(url).netloc)
    assert done.returncode == 0, done.stderr
    text = done.stdout.replace("\u00a0", " ")
    assert "le 1er mars 2026 (4 pages), puis le 15 novembre 2026 (4 pages)" in text
    assert "Les deux audits ont été jugés selon les mêmes règles." in text
    assert "Le site a changé" in text
    assert "Lettre d'information : disparu (présent → absent)" in text.replace("’", "'")
    assert "Budget : nouveau (absent → présent)" in text or "nouveau (absent → présent)" in text
    assert f"{url}elus.html (page introuvable), depuis {url}" in text
    assert "Nos règles ont changé" not in text
    told = json.loads(run(tmp_path, "changes", url, "--json").stdout)
    assert {(c["check"], c["kind"], c["cause"]) for c in told["features"]} >= {
        ("newsletter", "lost", "site"),
        ("budget", "gained", "site"),
    }
    page = (tmp_path / "out-2026-11-15" / "draft.html").read_text("utf-8")
    assert "D’un audit à l’autre" in page
    assert "1er\u00a0mars\u00a02026\u00a0: présent" in page
    assert [b["target"] for b in told["pages_gone"]] == [f"{url}elus.html"]


def test_two_sites_of_one_machine_are_two(town: tuple[str, Path], tmp_path: Path) -> None:
    url, folder = town
    audit(tmp_path, url, "2026-03-01")
    for other in serve(folder):
        audit(tmp_path, other, "2026-11-15")
    assert "D’un audit à l’autre" not in (tmp_path / "out-2026-11-15" / "draft.html").read_text("utf-8")


def test_the_same_site_under_other_rules_has_not_changed(town: tuple[str, Path], tmp_path: Path) -> None:
    url, _ = town
    audit(tmp_path, url, "2026-03-01")
    plugin = tmp_path / "plugin"
    (plugin / "acme-1.dist-info").mkdir(parents=True)
    (plugin / "acme-1.dist-info" / "METADATA").write_text("Metadata-Version: 2.1\nName: acme\nVersion: 1\n", encoding="utf-8")
    (plugin / "acme-1.dist-info" / "entry_points.txt").write_text("[arobase.checks]\nacme = acme_checks\n", encoding="utf-8")
    (plugin / "acme_checks.py").write_text(
        "from checks.check import Check\nfrom checks.signs import link, seen, unseen\n"
        "acme = Check('acme', title='Acme', counts='x', signs=[link('acme')], "
        "examples=[seen('<a href=\"/\">Acme</a>'), unseen('<p>x</p>')])\n",
        encoding="utf-8",
    )
    audit(tmp_path, url, "2026-03-02", path=str(plugin))
    text = run(tmp_path, "changes", urlsplit(url).netloc).stdout
    assert "Nos règles ont changé entre les deux audits." in text
    assert "Le site a changé" not in text


def test_the_same_audit_twice(town: tuple[str, Path], tmp_path: Path) -> None:
    url, _ = town
    for day in ("2026-03-01", "2026-03-02"):
        audit(tmp_path, url, day)
    assert run(tmp_path, "changes", urlsplit(url).netloc).stdout.endswith("Rien n’a changé.\n")


def test_two_audits_are_needed(town: tuple[str, Path], tmp_path: Path) -> None:
    url, _ = town
    audit(tmp_path, url, "2026-03-01")
    done = run(tmp_path, "changes", urlsplit(url).netloc)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"holds one audit of '{urlsplit(url).netloc}'; two are needed" in done.stderr
    assert run(tmp_path, "changes", "www.inconnue.fr").returncode == 2


def test_what_a_site_writes_moves_no_cursor(town: tuple[str, Path], tmp_path: Path) -> None:
    url, folder = town
    audit(tmp_path, url, "2026-03-01")
    evil = MARKED.replace("Infolettre", "Infolettre \x1b[31m\x9b2J\u202e<script>").replace("Valclair", "Valclair \x1b]0;x\x07")
    (folder / "index.html").write_text(evil, encoding="utf-8")
    audit(tmp_path, url, "2026-11-15")
    for words in ((), ("--json",)):
        told = run(tmp_path, "changes", urlsplit(url).netloc, *words).stdout
        assert "Infolettre" in told
        assert {c for c in told if unicodedata.category(c) in ("Cc", "Cf")} <= {"\n"}
