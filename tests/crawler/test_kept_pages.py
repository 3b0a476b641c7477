"""Pages of an archive, one at a time: as they were sent, or as a browser showed them."""

from datetime import UTC, datetime
from pathlib import Path

from crawler.answer import RawAnswer
from crawler.archive import Tape
from crawler.recording import Recording
from crawler.visit import Outcome
from tests.crawler.test_archive import record
from tests.crawler.walking import LIMITS, M, html, serve
from tests.web import Web, to


async def test_a_page_is_found_again_by_its_address_and_its_digest(tmp_path: Path) -> None:
    async with Web(tmp_path) as web:
        serve(web, home=html("/a", "/b", title="Accueil"), a=to("/c"), b=html(title="Bulletin"), c=html(title="Cimetière"))
        visits, _ = await record(web, tmp_path / "a.warc.zst")
    tape = Tape(tmp_path / "a.warc.zst")
    pages = [visit.page for visit in visits if visit.page]
    assert {page.title for page in pages} == {"Accueil", "Bulletin", "Cimetière"}
    for page in pages:
        found = tape.page(page.url, page.digest)
        assert found is not None
        assert (found.html, found.digest, found.fetched_at) == (page.html, page.digest, page.fetched_at)
    assert tape.page(f"{M}/b", "of another time") is None
    assert tape.page(f"{M}/a") is None
    assert tape.page(f"{M}/nothing") is None
    tape.forget()


def test_a_page_that_a_browser_showed_is_found_as_shown(tmp_path: Path) -> None:
    answer = RawAnswer(f"{M}/", Outcome.OK, 200, f"{M}/", {"content-type": "text/html"}, b"<div id=app></div>")
    with Recording(tmp_path / "a.warc.gz", f"{M}/", LIMITS) as kept:
        kept.answered("GET", answer)
        kept.rendered(f"{M}/", "<h1>Bienvenue</h1>", "", datetime(2026, 1, 1, tzinfo=UTC))
    tape = Tape(tmp_path / "a.warc.gz")
    shown, sent = tape.page(f"{M}/"), tape.page(f"{M}/", as_shown=False)
    tape.forget()
    assert shown is not None
    assert sent is not None
    assert (shown.headline, sent.html, shown.digest) == ("Bienvenue", "<div id=app></div>", sent.digest)
