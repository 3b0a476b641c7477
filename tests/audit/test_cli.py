"""The command as users run it: a real process, real sockets, real files."""

import functools
import http.server
import json
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MARKED = """<!doctype html><html lang="fr"><title>Mairie de Valclair</title><h1>Commune de Valclair</h1>
<nav><a href="/elus.html">Les élus</a><a href="/urba.html">Urbanisme</a><a href="/demarches.html">Vos démarches</a></nav>
<a href="/absente.html">Ancien plan</a><form>Infolettre <input type="email"></form>
<footer>Mairie de Valclair, 1 place Haute, 38000 Valclair. Tél. 04 76 00 00 00</footer>"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


def serve(folder: Path) -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def town(tmp_path: Path) -> Iterator[str]:
    folder = tmp_path / "town"
    folder.mkdir()
    (folder / "index.html").write_text(MARKED, encoding="utf-8")
    for name in ("elus", "urba", "demarches"):
        (folder / f"{name}.html").write_text(
            f"<title>{name}</title><h1>Page {name}</h1><p>Mairie de Valclair</p>", encoding="utf-8"
        )
    yield from serve(folder)


def run(cwd: Path, *words: str, path: str = "") -> subprocess.CompletedProcess[str]:
    search = os.pathsep.join(filter(None, [path, str(ROOT)]))
    return subprocess.run(
        [sys.executable, "-m", "audit.cli", *words],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": search},
        capture_output=True,
        text=True,
    )


def test_audit_is_written_kept_listed_and_written_again(town: str, tmp_path: Path) -> None:
    done = run(tmp_path, "audit", town, "--allow-private", "--delay", "0", "--out", "out", "--json", "--mayor", "Anne Roy")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report == json.loads((tmp_path / "out" / "audit.json").read_text("utf-8"))
    assert report["commune"]["name"] == "Valclair"
    assert report["commune"]["mayor"] == "Anne Roy"
    assert (tmp_path / "out" / "draft.md").stat().st_size > 1000
    assert "<h1>" in (tmp_path / "out" / "draft.html").read_text("utf-8")
    assert [link["target"].removeprefix(town) for link in report["broken_links"]] == ["absente.html"]
    listed = run(tmp_path, "audits")
    assert "Valclair" in listed.stdout
    again = run(tmp_path, "report", "1", "--out", "again", "--json")
    assert json.loads(again.stdout) == report
    assert (tmp_path / "again" / "draft.html").read_text("utf-8") == (tmp_path / "out" / "draft.html").read_text("utf-8")


def test_thresholds_leave_with_ten(town: str, tmp_path: Path) -> None:
    words = ("audit", town, "--allow-private", "--delay", "0", "--out", "out")
    assert run(tmp_path, *words, "--require", "newsletter").returncode == 0
    missed = run(tmp_path, *words, "--require", "twinning", "--max-broken", "0")
    assert missed.returncode == 10
    assert "twinning" in missed.stderr
    assert "1 broken" in missed.stderr


def test_loopback_is_refused_unless_allowed(town: str, tmp_path: Path) -> None:
    done = run(tmp_path, "audit", town, "--out", "out")
    assert done.returncode == 3
    assert "--allow-private" in done.stderr
    report = json.loads((tmp_path / "out" / "audit.json").read_text("utf-8"))
    assert {f["verdict"] for f in report["findings"]} <= {"undetermined"}


def test_robots_that_refuse_leave_with_three_and_a_draft_that_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "shut"
    folder.mkdir()
    (folder / "index.html").write_text(MARKED, encoding="utf-8")
    (folder / "robots.txt").write_text("User-agent: arobase\nDisallow: /\n", encoding="utf-8")
    server = serve(folder)
    done = run(tmp_path, "audit", next(server), "--allow-private", "--delay", "0", "--out", "out")
    server.close()
    assert done.returncode == 3
    assert "robots.txt" in done.stderr
    assert "robots.txt" in (tmp_path / "out" / "draft.md").read_text("utf-8").replace("\\", "")
    assert "Vie pratique" not in (tmp_path / "out" / "draft.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("audit", "pas une adresse"), "no address"),
        (("audit", "ftp://www.exemple.fr/"), "no address"),
        (("audit", "http://127.0.0.1:9/", "--require", "nothing_such"), "nothing_such"),
        (("audit", "http://127.0.0.1:9/", "--participations", "none.toml"), "none.toml"),
        (("audit", "http://127.0.0.1:9/", "--store", "foreign.sqlite"), "no store"),
        (("audit", "http://127.0.0.1:9/", "--as-of", "yesterday"), "as-of"),
        (("report", "7"), "does not exist"),
        (("checks", "nothing_such"), "nothing_such"),
    ],
)
def test_what_cannot_be_done_leaves_with_two(words: tuple[str, ...], told: str, tmp_path: Path) -> None:
    (tmp_path / "foreign.sqlite").write_bytes(b"this is no database at all, only some words" * 30)
    done = run(tmp_path, *words)
    assert done.returncode == 2, done.stderr
    assert told in done.stderr


def test_a_host_that_does_not_answer_leaves_with_three(tmp_path: Path) -> None:
    done = run(tmp_path, "audit", "http://127.0.0.1:9/", "--allow-private", "--delay", "0", "--out", "out")
    assert done.returncode == 3
    assert (tmp_path / "out" / "draft.html").exists()


def test_the_version_is_the_installed_one(tmp_path: Path) -> None:
    assert run(tmp_path, "--version").stdout == f"arobase {version('arobase')}\n"


def test_checks_are_listed_and_explained(tmp_path: Path) -> None:
    assert "newsletter" in run(tmp_path, "checks").stdout
    told = run(tmp_path, "checks", "newsletter").stdout
    assert "Lettre d'information" in told
    assert "Pas vu" in told


PLUGIN = """
from checks.check import Check
from checks.signs import link, seen, unseen

beehives = Check("beehives", title="Ruchers", signs=[link("ruches communales", "les élus")], examples=[seen(""), unseen("")])
"""
LINE = """title = "Vie pratique / Vie quotidienne"
[[line]]
check = "beehives"
weight = 2
said = "Les ruchers de la commune sont présentés."
lack = "une présentation des ruchers"
"""


def wheel(folder: Path, source: str, line: str = LINE) -> Path:
    """A third-party distribution, built as a wheel and installed by unpacking it."""
    file = folder / "acme_communes-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("acme_communes/__init__.py", "")
        archive.writestr("acme_communes/bees.py", source)
        archive.writestr("acme_communes/grid/vie_pratique.toml", line)
        meta = "acme_communes-1.0.dist-info"
        archive.writestr(f"{meta}/METADATA", "Metadata-Version: 2.1\nName: acme-communes\nVersion: 1.0\n")
        archive.writestr(f"{meta}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        points = "[arobase.checks]\nbees = acme_communes.bees\n[arobase.grids]\nacme = acme_communes:grid\n"
        archive.writestr(f"{meta}/entry_points.txt", points)
        archive.writestr(f"{meta}/RECORD", "")
    site = folder / "site-packages"
    with zipfile.ZipFile(file) as archive:
        archive.extractall(site)
    return site


def test_a_third_partys_check_and_grid_show_up_in_an_audit(town: str, tmp_path: Path) -> None:
    site = str(wheel(tmp_path, PLUGIN))
    done = run(tmp_path, "audit", town, "--allow-private", "--delay", "0", "--out", "out", "--json", path=site)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert next(f for f in report["findings"] if f["check"] == "beehives")["verdict"] == "present"
    told = [s["text"] for section in report["draft"]["sections"] for s in section["sentences"] if "beehives" in s["findings"]]
    assert told
    assert "ruchers" in told[0]
    assert "acme-communes" in run(tmp_path, "checks", path=site).stdout


@pytest.mark.parametrize(
    ("source", "line", "told"),
    [
        (PLUGIN.replace('"beehives"', '"newsletter"'), LINE, "newsletter"),
        ("raise RuntimeError('broken')", LINE, "cannot be loaded"),
        (PLUGIN, LINE.replace("lack =", "lakc ="), "lakc"),
    ],
)
def test_a_bad_plugin_is_refused_at_start_and_named(town: str, tmp_path: Path, source: str, line: str, told: str) -> None:
    done = run(tmp_path, "audit", town, "--allow-private", "--out", "out", path=str(wheel(tmp_path, source, line)))
    assert done.returncode == 2, done.stderr
    assert told in done.stderr
    assert "acme" in done.stderr
    assert not (tmp_path / "out").exists()
