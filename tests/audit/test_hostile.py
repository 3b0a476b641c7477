"""A commune's site that means harm: whatever it writes stays text in the report and on the terminal."""

import asyncio
import json
import os
import re
import sys
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.web import HTML, Answer, Web

ROOT = Path(__file__).parent.parent.parent
ESC, CSI, BIDI = "\x1b[31m", "\x9b31m", "\u202egnp.exe\u2066"
EVIL = f'"><script>alert(1)</script><img src=x onerror=alert(2)> {ESC}{CSI}{BIDI} [clic](javascript:alert(3)) ![x](http://evil.fr/x.png)'
WRITTEN = EVIL.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
HOME = f"""<!doctype html><html lang="fr"><head><title>Mairie de Valclair {WRITTEN}</title></head><body>
<h1>Commune de Valclair {WRITTEN}</h1><script>alert(0)</script>
<nav><a href="/elus.html">Les élus</a> <a href="/elus.html?&lt;script&gt;">Urbanisme, plan local d'urbanisme {WRITTEN}</a>
<a href="javascript:alert(4)">Newsletter</a> <a href="JaVa&#10;ScRiPt:alert(5)">Marchés publics</a>
<a href="data:text/html,<script>alert(6)</script>">Menus de la cantine</a></nav>
<h2>Bulletin municipal {WRITTEN}</h2>
<a href="/bulletin%22%3E%3Cscript%3E.pdf">Bulletin municipal n° 12 {WRITTEN}</a>
<a href="/morte?a=&quot;onmouseover=&quot;x&amp;b=%1b[31m">Compte rendu du conseil municipal {WRITTEN}</a>
<form action="javascript:alert(7)">Infolettre {WRITTEN} <input type="email" placeholder="{WRITTEN}"></form>
<p>Maire : <b>Anne {WRITTEN} Roy</b>. 2019 : création de l'espace numérique {WRITTEN}</p>
<a href="https://www.facebook.com/valclair{WRITTEN}">Facebook</a>
<footer>Mairie de Valclair {WRITTEN}, 1 place Haute, 38000 Valclair. Tél. 04 76 00 00 00</footer></body></html>"""
TOLD = {"draft.md", "draft.html", "audit.json"}


@dataclass(frozen=True)
class Ran:
    """What the command left behind, and what it said."""

    out: Path
    stdout: str
    stderr: str
    listed: str

    @property
    def report(self) -> dict[str, Any]:
        return json.loads((self.out / "audit.json").read_text("utf-8"))

    def read(self, name: str) -> str:
        return (self.out / name).read_text("utf-8")


async def run(cwd: Path, *words: str) -> tuple[int, str, str]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "audit.cli", *words, cwd=cwd, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=-1, stderr=-1
    )
    out, err = await process.communicate()
    assert process.returncode is not None
    return process.returncode, out.decode(), err.decode()


async def visited(folder: Path) -> Ran:
    async with Web(folder / "none") as web:
        web.answers["127.0.0.1", "/"] = Answer(200, HTML | {"X-Evil": "1"}, HOME.encode())
        web.answers["127.0.0.1", "/elus.html"] = Answer(200, HTML, HOME.replace("Commune de", "Élus de").encode())
        web.answers["127.0.0.1", '/bulletin"><script>.pdf'] = Answer(200, {"Content-Type": "application/pdf"}, b"%PDF-1.4 x")
        words = ("audit", f"http://127.0.0.1:{web.port}/", "--allow-private", "--delay", "0", "--render", "never", "--out", "out")
        status, out, err = await run(folder, *words, "--json", "--max-links", "20")
    assert status == 0, err
    return Ran(folder / "out", out, err, (await run(folder, "audits"))[1])


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Ran:
    return asyncio.run(visited(tmp_path_factory.mktemp("hostile")))


def unprintable(text: str) -> set[str]:
    """Characters that move the cursor, hide or turn text: controls, bidi marks, lone surrogates."""
    return {c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c != "\n"} | set(
        re.findall("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]", text)
    )


def test_the_site_was_really_read(ran: Ran) -> None:
    verdicts = {f["check"]: f["verdict"] for f in ran.report["findings"]}
    assert (verdicts["newsletter"], verdicts["elected_team"]) == ("present", "present")
    assert "alert(1)" in ran.read("audit.json"), "the attack reached the report"


def test_audit_json_is_valid_and_stdout_is_it_alone(ran: Ran) -> None:
    assert json.loads(ran.stdout) == ran.report


@pytest.mark.parametrize("name", sorted(TOLD))
def test_nothing_in_a_file_moves_a_cursor_or_turns_the_text(ran: Ran, name: str) -> None:
    assert unprintable(ran.read(name)) == set()


def test_the_terminal_is_left_alone(ran: Ran) -> None:
    assert unprintable(ran.stdout) | unprintable(ran.stderr) | unprintable(ran.listed) == set()


def test_html_holds_no_script_no_handler_and_no_bad_address(ran: Ran) -> None:
    tree = LexborHTMLParser(ran.read("draft.html"))
    assert tree.css("script, iframe, object, embed, base, form") == []
    for node in tree.css("*"):
        for name, value in node.attributes.items():
            assert not name.startswith("on"), (name, value)
            if name in ("href", "src", "action"):
                assert (value or "").startswith(("http://", "https://", "#")), value
    assert [n.attributes for n in tree.css("img") if "evil" in str(n.attributes)] == []


def test_markdown_holds_no_live_html_nor_link(ran: Ran) -> None:
    told = ran.read("draft.md")
    bare = re.sub(r"\\.", "", told)  # what is escaped is text
    assert re.findall(r"<(?!https?://[^\s<>]+>)", bare) == []
    assert "](" not in bare
    assert not re.search(r"(?i)javascript:|data:", re.sub(r"<https?://[^\s<>]+>", "", bare))
