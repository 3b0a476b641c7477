"""A commune's site that means harm, looked at from the desk: nothing of it runs, loads, covers or breaks out."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Page

from audit.store import Store
from tests.audit.desk.seating import chromium, crawl, seated
from tests.audit.desk.test_archived import alive
from tests.audit.test_hostile import HOME
from tests.web import HTML, Answer, Web

HOST = "valclair.example"
STYLE = """<style>*{position:fixed!important;inset:0;z-index:99999;background:red}body:before{content:"]]></style>"}</style>
<link rel="stylesheet" href="http://evil.example/x.css"><base href="http://evil.example/" target="_top">
<meta http-equiv="refresh" content="0;url=http://evil.example/"><div style="position:fixed;inset:0;background:url(http://evil.example/i)">x</div>
<iframe src="http://evil.example/f"></iframe><img src="http://evil.example/i.png" onerror="parent.pwned=1"><svg onload="top.pwned=1"></svg>
<script>top.pwned = parent.pwned = window.pwned = 1; top.location = 'http://evil.example/'; alert('oui')</script>"""
GIANT = "a" * 30_000 + " " + "Délibération " * 3000


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    web = Web(folder / "none")
    home = HOME.replace("</head>", f"{STYLE}</head>").replace("<footer>", f"<p>{GIANT}</p>{STYLE}<footer>")
    web.answers[HOST, "/"] = Answer(200, HTML, home.encode())
    web.answers[HOST, "/elus.html"] = Answer(200, HTML, home.replace("Commune de", "Élus de").encode())
    crawl(web, folder / "s.sqlite", f"http://{HOST}/")
    return folder / "s.sqlite"


@pytest.fixture
def page() -> Iterator[Page]:
    with chromium() as browser:
        context = browser.new_context(viewport={"width": 390, "height": 800})
        yield context.new_page()


def test_nothing_of_it_acts_at_the_desk(page: Page, store: Path) -> None:
    dialogs: list[str] = []
    foreign: list[str] = []
    errors: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: errors.append(str(error)))
    with seated(store, accounts=False) as desk:
        page.on("request", lambda request: None if request.url.startswith(desk) else foreign.append(request.url))
        with Store(store) as kept:
            report = kept.report(1)
        keys = [s["key"] for section in report["draft"]["sections"] for s in section["sentences"]]
        proofs = [(f["check"], n) for f in report["findings"] for n in range(len(f["evidence"]))]
        assert len(keys) > 10
        assert len(proofs) > 10
        assert "alert(1)" in str(report), "the attack reached the store"
        paths = [
            "/",
            "/audits/1",
            "/audits/1/read",
            "/audits/1/links",
            "/audits/1/changes",
            "/audits/1/journal",
            f"/communes/{HOST}",
        ]
        for path in (*paths, *(f"/audits/1?s={quote(key, safe='')}&p={n}" for key in keys for n in (1, 2))):
            page.goto(desk + path)
            assert page.evaluate("window.pwned") is None
            assert page.evaluate("document.elementFromPoint(30, 25).closest('.top') !== null"), (
                "the desk's own head is what is seen"
            )
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
            assert (
                page.evaluate(
                    "[...document.querySelectorAll('a, form, iframe, img')].filter(e => /^(javascript|data):/i.test("
                    "e.href || e.action || e.src || '')).length"
                )
                == 0
            )
        for check, number in proofs:
            answer = page.request.get(f"{desk}/audits/1/proofs/{check}/{number}")
            policy = answer.headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "sandbox;" in policy
            assert "allow-" not in policy
            body = re.search(r"<body>(.*)</body>", answer.text(), re.S)
            assert body is not None
            assert alive(body.group(1)) == []
        # Opened by itself, it has no more rights than in its frame.
        page.goto(f"{desk}/audits/1/proofs/newsletter/0")
        assert page.evaluate("window.pwned") is None
    assert (dialogs, errors, [url for url in foreign if not url.startswith("data:")]) == ([], [], [])


def test_its_picture_is_taken_without_running_or_loading_anything(page: Page, store: Path) -> None:
    with seated(store, accounts=False) as desk:
        answer = page.request.get(f"{desk}/audits/1/proofs/newsletter/0/picture", timeout=60_000)
        assert answer.ok
        assert answer.body().startswith(b"\x89PNG")
        assert answer.headers["x-content-type-options"] == "nosniff"
