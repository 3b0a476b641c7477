"""Documents on the walk: which are read, that their links are probed, that nothing of them stops it, and that a replay reads the same."""

import os
import signal
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.archive import Tape
from crawler.document import is_pdf, stamp, worth_reading
from crawler.link import Link
from crawler.recording import Recording
from crawler.replay import replay
from crawler.visit import Outcome, Visit
from crawler.walk import Walk
from tests.crawler.walking import LIMITS, M, html, serve, told, walk
from tests.pdf import bomb, encrypted, endless, pdf
from tests.web import Answer, Request, Web
from tests.web import endless as for_ever

PDF = {"Content-Type": "application/pdf"}


def paper(*pages: str, links: tuple[str, ...] = ()) -> Answer:
    return Answer(200, PDF, pdf(*pages, links=links))


def read(visits: list[Visit]) -> dict[str, str]:
    return {v.url.removeprefix(M): v.document.text for v in visits if v.document}


def town(web: Web) -> None:
    serve(web, home=html("/pv-mai.pdf", "/mag-12.pdf", "/photo.pdf", "/vie"), vie=html(title="vie"))
    web.answers["mairie.fr", "/pv-mai.pdf"] = paper(
        "Séance du 12 mai", links=("/vie", "/mort.pdf", "http://ailleurs.fr/x", "/mag-12.pdf")
    )
    web.answers["mairie.fr", "/mag-12.pdf"] = paper("Le magazine")
    web.answers["mairie.fr", "/photo.pdf"] = paper("Une photo")
    serve(web, "ailleurs.fr", x=html(title="x"))


async def test_minutes_are_read_and_their_links_tried(web: Web) -> None:
    town(web)
    visits, report = await walk(web)
    assert read(visits) == {"/pv-mai.pdf": "Séance du 12 mai", "/mag-12.pdf": "Le magazine"}
    assert told(visits) == [
        ("/", "OK"), ("/vie", "OK"), ("/pv-mai.pdf", "OK"), ("/mag-12.pdf", "OK"),
        ("/photo.pdf", "OK"), ("http://ailleurs.fr/x", "OK"), ("/mort.pdf", "NOT_FOUND"),
    ]  # fmt: skip
    by = {v.url.removeprefix(M): v for v in visits}
    via = by["/mort.pdf"].via
    assert via is not None
    assert (via.on, via.selector) == (f"{M}/pv-mai.pdf", "#page=1")
    assert [by[name].probe for name in ("/pv-mai.pdf", "/photo.pdf")] == [False, True]
    assert (report.documents, report.pages, report.links, report.complete) == (2, 2, 5, True)
    # A document is asked for once, whoever links to it; one that is not read only whether it is there.
    assert [line for line in web.asked("mairie.fr") if "mag" in line or "photo" in line] == ["GET /mag-12.pdf", "HEAD /photo.pdf"]


async def test_a_replay_reads_the_same(web: Web, tmp_path: Path) -> None:
    town(web)
    file = tmp_path / "site.warc.gz"
    with Recording(file, f"{M}/", LIMITS) as kept:
        it = Walk(f"{M}/", LIMITS, resolver=web.resolver, record=kept)
        live = [visit async for visit in it]
    asked = len(web.log)
    again = replay(Tape(file))
    seen = [visit async for visit in again]
    assert [(v.url, v.outcome, v.document, v.digest, v.fetched_at) for v in seen] == [
        (v.url, v.outcome, v.document, v.digest, v.fetched_at) for v in live
    ]
    assert len(read(seen)) == 2
    assert replace(again.report, elapsed=0) == replace(it.report, elapsed=0)
    assert len(web.log) == asked


async def test_budgets(web: Web) -> None:
    serve(web, home=html(*(f"/pv-{n}.pdf" for n in range(8)), "/mag-gros.pdf", "/mag-long.pdf"))
    web.answers["mairie.fr", "*"] = lambda request: paper(request.path)
    web.answers["mairie.fr", "/mag-gros.pdf"] = Answer(200, PDF, b"%PDF-1.4" + bytes(60_000))
    web.answers["mairie.fr", "/mag-long.pdf"] = lambda _: Answer(200, PDF, for_ever(b"%PDF-1.4" + bytes(1000)))
    visits, report = await walk(web, limits=replace(LIMITS, documents=5, max_document=50_000))
    assert list(read(visits)) == ["/pv-0.pdf", "/pv-1.pdf", "/pv-2.pdf"]
    assert {v.url.removeprefix(M): v.detail for v in visits if "mag" in v.url} == {
        "/mag-gros.pdf": "not read: too large, or empty",
        "/mag-long.pdf": "not read: too large",
    }
    assert {v.outcome for v in visits} == {Outcome.OK}
    assert report.cut == {"more documents than are read": 5, "documents that could not be read": 2}
    none, _ = await walk(web, limits=replace(LIMITS, documents=0))
    assert read(none) == {}


async def test_hostile_documents_cost_themselves(web: Web) -> None:
    serve(web, home=html("/pv-1.pdf", "/pv-2.pdf", "/pv-3.pdf", "/pv-4.pdf", "/pv-5.pdf", "/pv-6.pdf", "/pv-7.pdf", "/pv-8.pdf"))
    for n, data in enumerate((bomb(500_000_000), b"garbage" * 999, encrypted(), bytes(9999), b"", endless(2)), 1):
        web.answers["mairie.fr", f"/pv-{n}.pdf"] = Answer(200, PDF, data)
    web.answers["mairie.fr", "/pv-7.pdf"] = html(title="une page, pas un document")
    web.answers["mairie.fr", "/pv-8.pdf"] = paper("Le bon")
    visits, report = await walk(web)
    assert len(visits) == 9
    assert all(v.outcome is Outcome.OK for v in visits)
    assert read(visits)["/pv-8.pdf"] == "Le bon"
    by = {v.url.removeprefix(M): v for v in visits}
    assert "password" in by["/pv-3.pdf"].detail
    assert by["/pv-2.pdf"].detail == "not read: no PDF, whatever its type says"
    assert by["/pv-7.pdf"].probe
    assert report.pages == 1, "a page that came instead of a document is no page of the walk"
    assert report.complete


async def test_a_dead_document_is_a_dead_link(web: Web) -> None:
    serve(web, home=html("/pv-1.pdf", "/pv-2.pdf"))
    web.answers["mairie.fr", "/pv-2.pdf"] = Answer(503)
    visits, _ = await walk(web)
    assert sorted(told(visits)) == [("/", "OK"), ("/pv-1.pdf", "NOT_FOUND"), ("/pv-2.pdf", "SERVER_ERROR")]


async def test_robots_hold_for_documents(web: Web) -> None:
    serve(web, home=html("/pv-1.pdf"))
    web.answers["mairie.fr", "/robots.txt"] = Answer(200, {}, b"User-agent: *\nDisallow: /*.pdf$")
    web.answers["mairie.fr", "/pv-1.pdf"] = paper("Le bon")
    visits, _ = await walk(web)
    assert told(visits)[1:] == [("/pv-1.pdf", "ROBOTS")]
    assert not [line for line in web.asked("mairie.fr") if "pv" in line]


async def test_the_reader_killed_in_the_middle_of_a_walk(web: Web) -> None:
    serve(web, home=html(*(f"/pv-{n}.pdf" for n in range(6))))
    it = Walk(f"{M}/", LIMITS, resolver=web.resolver)

    def killed(request: Request) -> Answer:
        pid = it._papers._reader.pid
        if pid:
            os.kill(pid, signal.SIGKILL)
        return paper(request.path)

    web.answers["mairie.fr", "*"] = killed
    visits = [visit async for visit in it]
    # Killed while it read its first document it costs that one, and never another.
    assert len(visits) == 7
    assert len(read(visits)) >= 1
    assert all("ended" in v.detail for v in visits[1:] if not v.document)
    assert it._papers._reader.pid is None


def link(words: str, raw: str = "") -> Link:
    href = raw or f"/{len(words)}.pdf"
    return Link(f"{M}{href}", href, words, f"{M}/")


def test_which_are_read_first() -> None:
    links = [
        link("Plan de la ville"), link("Procès-verbal du 3 mars 2024"), link("PV 2026"), link("Menu de la cantine", "/menu.pdf"),
        link("Magazine n° 12"), link("Télécharger", "/2026/deliberations-juin.pdf"), link("DICRIM", "/d.pdf"), link("Budget", "/b.pdf"),
        link("Conseil municipal", "/conseil"), link("Règlement du conseil municipal", "/r.pdf"),
    ]  # fmt: skip
    assert [one.text for one in worth_reading(links, 30, lambda _: 0.0)] == [
        "Règlement du conseil municipal", "Magazine n° 12", "DICRIM", "Budget", "Plan de la ville",
        "PV 2026", "Télécharger", "Procès-verbal du 3 mars 2024",
    ]  # fmt: skip
    assert [one.text for one in worth_reading(links, 2, lambda one: float("2024" in one.text))] == [
        "Procès-verbal du 3 mars 2024",
        "Magazine n° 12",
    ]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("D:20260512143000+02'00'", "2026-05-12"),
        ("D:20260512003000+02'00'", "2026-05-11"),
        ("D:20260512", "2026-05-12"),
        ("20260512", "2026-05-12"),
        ("D:2026", "2026-01-01"),
        ("D:20261332", "None"),
        ("hier", "None"),
        ("", "None"),
        ("D:20260512143000Z", "2026-05-12"),
        ("D:20260512143000+99'99'", "None"),
    ],
)
def test_dates_of_files(said: str, day: str) -> None:
    assert str(stamp(said)) == day


def test_what_may_be_a_pdf() -> None:
    assert is_pdf("application/pdf", f"{M}/x")
    assert is_pdf("application/octet-stream", f"{M}/x.PDF?v=1")
    assert not is_pdf("application/octet-stream", f"{M}/x")
    assert not is_pdf("text/html", f"{M}/x.pdf")
