"""The second audit of a site: what has not changed is neither sent nor read again, what has is noticed, and nothing else differs."""

import hashlib
import shutil
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from audit.demo.web import Answer, Request
from audit.memory import FULL, Known, unpacked
from audit.run import Audited, audit
from crawler.limits import Limits
from tests.web import Web

DEMO = Path(__file__).parent.parent.parent / "audit" / "demo"
EXPECTED: dict[str, Any] = tomllib.loads((DEMO / "expected.toml").read_text(encoding="utf-8"))
HOST = EXPECTED["start"].split("/")[2]


class Marked(Web):
    """A server that knows its pages by a mark, and counts the bytes that it sends of them."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.sent = self.unchanged = 0
        self.forgetful = False

    async def answer(self, request: Request) -> Answer:
        answer = await super().answer(request)
        if answer.status != 200 or not isinstance(answer.body, bytes) or self.forgetful:
            return answer
        mark = f'"{hashlib.md5(answer.body, usedforsecurity=False).hexdigest()}"'
        if request.headers.get("if-none-match") == mark:
            self.unchanged += 1
            return Answer(304, {"ETag": mark})
        self.sent += len(answer.body) if request.method == "GET" else 0
        return Answer(200, {**answer.headers, "ETag": mark}, answer.body)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(DEMO / "site", tmp_path / "site")
    return tmp_path / "site"


async def audited(web: Marked, known: Known | None = None) -> tuple[Audited, Known]:
    web.sent = web.unchanged = 0
    limits = Limits(delay=0, allow_private=True)
    made = await audit(EXPECTED["start"], limits, as_of=EXPECTED["as_of"], render="never", resolver=web, known=known)
    assert made.after
    after = unpacked(made.after.packed(datetime.now(UTC)), datetime.now(UTC))
    assert after
    return made, after


def told(made: Audited) -> dict[str, Any]:
    """The report without what the clock alone decides."""
    report = made.report.to_json()
    for finding in report["findings"]:
        for proof in finding["evidence"]:
            proof["fetched_at"] = ""
    return report | {"made_at": "", "coverage": report["coverage"] | {"seconds": 0}}


async def test_an_unchanged_site_is_not_sent_again_and_its_report_is_the_same(site: Path) -> None:
    async with Marked(site) as web:
        first, known = await audited(web)
        sent = web.sent
        second, again = await audited(web, known)
        assert told(second) == told(first)
        assert known.head["feeds"]
        assert again.head["feeds"] == known.head["feeds"]
        assert web.unchanged > 60
        assert web.sent < 0.4 * sent
        third, _ = await audited(web, again)
        assert told(third) == told(first)
        assert web.unchanged > 60


async def test_what_a_menu_says_and_no_page_keeps_is_told_again(site: Path) -> None:
    home = site / HOST / "index.html"
    extra = (
        '<nav><a href="/zistoir.html">Zistoir</a><a href="/mot.html">Le mot d’ici</a><a href="/contact.html">Contact</a>'
        '<a href="/tout.html">Jumelages</a><a href="/tout.html">Cantine</a><a href="/tout.html">Cimetière</a></nav>'
    )
    home.write_text(home.read_text(encoding="utf-8").replace("</body>", extra + "</body>"), encoding="utf-8")
    (site / HOST / "zistoir.html").write_text("<!doctype html><title>Zistoir</title><h1>Zistoir la kour</h1>")
    (site / HOST / "tout.html").write_text("<!doctype html><title>Tout</title><h1>Tout</h1><p>Le cimetière ouvre à 8 h.</p>")
    (site / HOST / "mot.html").write_text("<!doctype html><title>Ici</title><h1>Bulletin municipal</h1>")
    async with Marked(site) as web:
        first, known = await audited(web)
        second, _ = await audited(web, known)
    unknown = {entry.text for entry in first.report.coverage.unknown}
    assert "Zistoir" in unknown
    assert unknown.isdisjoint(("Le mot d’ici", "Contact"))
    assert told(second) == told(first)


async def test_a_page_is_read_again_when_other_labels_lead_to_it(site: Path) -> None:
    home = site / HOST / "index.html"
    bare = home.read_text(encoding="utf-8")
    one, others = '<a href="/tout.html">Jumelages</a>', '<a href="/tout.html">Covoiturage</a><a href="/tout.html">Cimetière</a>'
    (site / HOST / "tout.html").write_text("<!doctype html><title>Tout</title><h1>Tout</h1><p>Le cimetière ouvre à 8 h.</p>")
    async with Marked(site) as web:
        for before, now in ((one + others, one), (one, one + others)):
            home.write_text(bare.replace("</body>", f"<nav>{before}</nav></body>"), encoding="utf-8")
            first, known = await audited(web)
            home.write_text(bare.replace("</body>", f"<nav>{now}</nav></body>"), encoding="utf-8")
            second, _ = await audited(web, known)
            fresh, _ = await audited(web)
            for part in ("findings", "coverage", "links"):
                assert told(second)[part] == told(fresh)[part]
            assert told(second)["findings"] != told(first)["findings"]


async def test_evidence_is_of_the_day_on_which_it_was_seen_again(site: Path) -> None:
    async with Marked(site) as web:
        _, known = await audited(web)
        began = datetime.now(UTC)
        second, _ = await audited(web, known)
    days = [proof["fetched_at"] for finding in second.report.to_json()["findings"] for proof in finding["evidence"]]
    assert days
    assert all(datetime.fromisoformat(day) >= began for day in days)


async def test_one_changed_page_is_noticed(site: Path) -> None:
    page = next(p for p in sorted((site / HOST).rglob("*.html")) if p.parent != site / HOST)
    async with Marked(site) as web:
        first, known = await audited(web)
        page.write_text(
            page.read_text(encoding="utf-8").replace(
                "</h1>", "</h1><h2>Autopartage communal</h2><a href='/neuf.html'>Neuf</a>", 1
            )
        )
        (site / HOST / "neuf.html").write_text("<!doctype html><title>Neuf</title><h1>Neuf</h1>")
        second, _ = await audited(web, known)
        fresh, _ = await audited(web)
    assert told(second) == told(fresh)
    assert told(second) != told(first)
    assert web.asked(HOST).count("GET /neuf.html") == 2


async def test_what_a_changed_page_no_longer_proves_others_still_do(site: Path) -> None:
    """The page that gave the proofs of the menu loses its menu: the proofs come from another page, which is read for that."""
    async with Marked(site) as web:
        first, known = await audited(web)
        givers = [url for url in known.lines if known.row(url)["matched"] > 3]
        for url in givers[1:4]:
            file = site / HOST / url.split("/", 3)[3]
            file = file / "index.html" if file.is_dir() else file
            file.write_text("<!doctype html><title>Page</title><h1>Page en travaux</h1>", encoding="utf-8")
        second, _ = await audited(web, known)
        fresh, _ = await audited(web)
    assert told(second)["coverage"] == told(fresh)["coverage"]
    verdicts = {f["check"]: f["verdict"] for f in told(fresh)["findings"]}
    assert {f["check"]: f["verdict"] for f in told(second)["findings"]} == verdicts
    gone = set(givers[1:4])
    for finding in told(second)["findings"]:
        for proof in finding["evidence"]:
            assert proof["url"] not in gone or proof["digest"] != known.row(proof["url"])["digest"]
    assert told(second) != told(first)


async def test_pages_without_marks_are_told_by_their_digest(site: Path) -> None:
    async with Marked(site) as web:
        web.forgetful = True
        first, known = await audited(web)
        assert all(not known.row(url)["etag"] for url in known.lines)
        second, _ = await audited(web, known)
    assert told(second) == told(first)


async def test_an_address_that_came_to_be_another_site_is_read_whole(site: Path) -> None:
    async with Marked(site) as web:
        _, known = await audited(web)
        home = site / HOST / "index.html"
        home.write_text(home.read_text(encoding="utf-8").replace("<title>", "<title>Une autre commune : "), encoding="utf-8")
        await audited(web, known)
        assert web.unchanged == 0


def test_what_is_too_old_is_not_believed() -> None:
    from audit.memory import After

    blob, now = After(None).packed(datetime.now(UTC)), datetime.now(UTC)
    assert unpacked(blob, now)
    assert unpacked(blob, now + FULL + timedelta(days=1)) is None
