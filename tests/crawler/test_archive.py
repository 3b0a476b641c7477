"""The archive: what a walk saw, written so that others can read it, and read again whoever wrote it."""

import contextlib
import gzip
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.warc import ArchiveIterator
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator as Warcio

from crawler.account import SILENT
from crawler.archive import BadArchive, Tape
from crawler.limits import Limits
from crawler.recording import Recording
from crawler.replay import replay
from crawler.visit import Outcome, Visit
from crawler.walk import Walk, WalkReport
from tests.crawler.walking import LIMITS, M, html, serve
from tests.web import HTML, Answer, Web, endless, to


async def record(web: Web, file: Path, start: str = f"{M}/", limits: Limits = LIMITS) -> tuple[list[Visit], WalkReport]:
    with Recording(file, start, limits) as kept:
        walk = Walk(start, limits, resolver=web.resolver, record=kept)
        visits = [visit async for visit in walk]
    assert kept.fault == ""
    return visits, walk.report


async def again(file: Path, start: str = "") -> tuple[list[Visit], WalkReport]:
    walk = replay(Tape(file), start=start)
    return [visit async for visit in walk], walk.report


def damage(file: Path) -> str:
    tape = Tape(file)
    tape.forget()
    return tape.damage


def seen(visits: list[Visit]) -> list[tuple[object, ...]]:
    return [
        (
            v.url,
            v.landed,
            v.outcome,
            v.status,
            v.fetched_at,
            v.digest,
            v.size,
            v.media_type,
            v.hops,
            v.probe,
            v.truncated,
            " ".join(v.detail.split()),
        )
        for v in visits
    ]


def facts(report: WalkReport) -> tuple[object, ...]:
    return (
        report.site,
        report.pages,
        report.links,
        report.refused,
        report.failed,
        report.pending,
        report.complete,
        report.why,
        report.cut,
    )


LINKS = """/a /b /same /old /gone /secret /big /bad /hangs /loop /cookie /d.pdf http://loin.fr/x http://nulle-part.fr/
http://interne.fr/ /caf%C3%A9 /gz"""


def hostile(web: Web) -> None:
    """A site where everything happens at least once."""
    serve(
        web,
        home=html(*LINKS.split()),
        a=html("/", title="A"),
        b=html("/a", title="B"),
        old=to("/a", 301),
        gone=Answer(410, HTML, b"parti"),
        big=Answer(200, HTML, endless(b"<p>encore " * 1000)),
        bad=Answer(200, HTML | {"Content-Encoding": "zstd"}, b"pas du zstd"),
        loop=to("/loop"),
        secret=html(title="Secret"),
        gz=Answer(200, HTML | {"Content-Encoding": "gzip"}, gzip.compress("<title>Zippé</title><h1>Élus</h1>".encode())),
    )
    web.answers["mairie.fr", "/same"] = web.answers["mairie.fr", "/a"]
    web.answers["mairie.fr", "/café"] = to("/b")
    web.answers["mairie.fr", "/d.pdf"] = Answer(200, {"Content-Type": "application/pdf"}, b"%PDF-1.4")
    web.answers["mairie.fr", "/hangs"] = Answer(200, {}, b"HTTP/1.1 casse\r\n\r\n", raw=True)
    web.answers["mairie.fr", "/cookie"] = lambda request: (
        html(title="Cookie")
        if "vu=1" in request.headers.get("cookie", "")
        else Answer(302, {"Location": "/cookie", "Set-Cookie": "vu=1"})
    )
    web.answers["mairie.fr", "/robots.txt"] = Answer(200, {"Content-Type": "text/plain"}, b"User-agent: *\nDisallow: /secret\n")
    web.answers["loin.fr", "*"] = Answer(503, HTML, b"en panne")
    web.answers["interne.fr", "*"] = html(title="Interne")
    web.addresses["interne.fr"] = "10.0.0.1"


@pytest.mark.parametrize("name", ["site.warc.gz", "site.warc.zst", "site.warc"])
async def test_a_replay_is_the_walk_itself(web: Web, tmp_path: Path, name: str) -> None:
    hostile(web)
    limits = Limits(
        delay=0, allow_private=True, pages=60, links=60, max_body=50_000, connect_timeout=1, read_timeout=2, deadline=5
    )
    live, told = await record(web, tmp_path / name, limits=limits)
    asked = len(web.log)
    replayed, told_again = await again(tmp_path / name)
    assert len(web.log) == asked, "a replay asks nobody"
    assert seen(replayed) == seen(live)
    assert facts(told_again) == facts(told)
    outcomes = {visit.outcome for visit in live}
    assert {Outcome.GONE, Outcome.ROBOTS, Outcome.NO_SUCH_HOST, Outcome.SERVER_ERROR, Outcome.BAD_ANSWER} <= outcomes
    assert {v.page.title for v in replayed if v.page} >= {"A", "B", "Cookie", "Zippé"}


async def test_other_tools_read_it_and_its_digests_are_right(web: Web, tmp_path: Path) -> None:
    hostile(web)
    file = tmp_path / "site.warc.gz"
    await record(web, file, limits=Limits(delay=0, allow_private=True, max_body=50_000, deadline=5))
    kinds: dict[str, int] = {}
    with file.open("rb") as stream:
        for record_ in ArchiveIterator(stream, parse_http=False):
            assert record_.verify_block_digest(), record_.record_id
            record_.parse_http()
            if "WARC-Payload-Digest" in record_.headers and "revisit" not in str(record_.headers["WARC-Type"]):
                assert record_.verify_payload_digest(), record_.headers["WARC-Target-URI"]
    cut = set()
    bodies = {}
    with file.open("rb") as stream:
        reader = Warcio(stream, check_digests="raise")
        for one in reader:
            kinds[one.rec_type] = kinds.get(one.rec_type, 0) + 1
            url = one.rec_headers.get_header("WARC-Target-URI")
            if one.rec_headers.get_header("WARC-Truncated") == "length":
                cut.add(url)
            if one.rec_type == "response":
                bodies[url] = one.content_stream().read()
    assert cut == {f"{M}/big"}
    assert "Zippé" in bodies[f"{M}/gz"].decode(), "bodies are readable without knowing any encoding"
    assert kinds["revisit"] >= 1
    assert kinds["request"] == kinds["response"] + kinds["revisit"]
    assert kinds["warcinfo"] == 1
    assert kinds["metadata"] >= 4


async def test_a_site_that_falls_silent_does_so_again(web: Web, tmp_path: Path) -> None:
    serve(web, home=html(*(f"/p{n}" for n in range(30))))
    web.answers["mairie.fr", "/robots.txt"] = Answer(404)
    web.answers["mairie.fr", "*"] = Answer(503, HTML, b"")
    live, told = await record(web, tmp_path / "a.warc.gz")
    replayed, told_again = await again(tmp_path / "a.warc.gz")
    assert SILENT in told.why
    assert seen(replayed) == seen(live)
    assert facts(told_again) == facts(told)


def wget(*records: tuple[str, bytes]) -> bytes:
    """What wget writes: WARC/1.0, addresses in angle brackets, messages as they came, requests first."""
    out = io.BytesIO()
    for n, (url, message) in enumerate([("", b"software: Wget/1.21\r\n"), *records]):
        kind = "response" if url else "warcinfo"
        content = "application/http;msgtype=response" if url else "application/warc-fields"
        target = f"WARC-Target-URI: <{url}>\r\n" if url else ""
        out.write(
            gzip.compress(
                f"WARC/1.0\r\nWARC-Type: {kind}\r\n{target}WARC-Record-ID: <urn:uuid:0000000{n}-0000-0000-0000-000000000000>\r\n"
                f"WARC-Date: 2021-05-0{n + 1}T10:00:00Z\r\nContent-Type: {content}\r\nContent-Length: {len(message)}\r\n\r\n".encode()
                + message
                + b"\r\n\r\n"
            )
        )
    return out.getvalue()


def said(body: bytes, *headers: str, first: str = "200 OK") -> bytes:
    return "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {first}", "Content-Type: text/html", *headers)).encode() + b"\r\n" + body


async def test_another_tools_archive_is_taken(tmp_path: Path) -> None:
    home = b'<title>Mairie</title><a href="/a">a</a><a href="/b">b</a><a href="/parti">p</a><a href="/jamais-vu">?</a>'
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(home), home)
    zipped = gzip.compress(b"<title>A</title><h1>Page A</h1>")
    file = tmp_path / "wget.warc.gz"
    file.write_bytes(
        wget(
            ("http://mairie.fr/logo.png", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
            (f"{M}/", said(chunks, "Transfer-Encoding: chunked")),
            (f"{M}/a", said(zipped, "Content-Encoding: gzip")),
            (f"{M}/b", said(b"<title>B</title><h1>Page B</h1>", "Transfer-Encoding: chunked")),
            (f"{M}/parti", said(b"perdu", first="404 Not Found")),
        )
    )
    tape = Tape(file)
    assert (tape.start, str(tape.day), tape.damage) == (f"{M}/", "2021-05-01", "")
    walk = replay(tape)
    visits = [visit async for visit in walk]
    assert {v.page.title for v in visits if v.page} == {"Mairie", "A", "B"}
    assert visits[0].fetched_at == datetime(2021, 5, 3, 10, tzinfo=UTC)
    assert [v.url for v in visits if v.outcome.dead] == [f"{M}/parti"]
    assert not walk.report.complete
    assert "some pages are not in the archive" in walk.report.why


async def test_a_cut_archive_is_read_as_far_as_it_goes(web: Web, tmp_path: Path) -> None:
    serve(web, home=html("/a", "/b"), a=html(title="A"), b=html(title="B"))
    file = tmp_path / "a.warc.gz"
    live, _ = await record(web, file)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * 6 // 10])
    assert damage(file)
    replayed, report = await again(file)
    assert 0 < len([v for v in replayed if v.page]) < len([v for v in live if v.page])
    assert not report.complete


async def test_a_changed_byte_is_noticed(web: Web, tmp_path: Path) -> None:
    serve(web, home=html("/a", title="Commune de Valclair"))
    file = tmp_path / "a.warc"
    await record(web, file)
    file.write_bytes(file.read_bytes().replace(b"Commune de Valclair", b"Commune de Valsombr"))
    assert "digest" in damage(file)


@pytest.mark.parametrize(
    "junk", [b"", b"<html>rien</html>", gzip.compress(b"rien", mtime=0), b"\x1f\x8b", b"WARC/1.0\r\n", b"\x00" * 999]
)
def test_what_is_no_archive_is_refused(tmp_path: Path, junk: bytes) -> None:
    file = tmp_path / "x.warc.gz"
    file.write_bytes(junk)
    with pytest.raises(BadArchive, match=r"x\.warc\.gz"):
        Tape(file)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadArchive):
        Tape(tmp_path / "nothing.warc.gz")
    with pytest.raises(BadArchive):
        Tape(tmp_path)


def test_an_archive_without_a_page_has_no_beginning(tmp_path: Path) -> None:
    file = tmp_path / "x.warc.gz"
    file.write_bytes(wget((f"{M}/logo.png", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG")))
    with pytest.raises(BadArchive, match="--url"):
        replay(Tape(file))


@given(st.binary(max_size=300), st.integers(0, 2000))
def test_no_byte_makes_it_crash(tmp_path_factory: pytest.TempPathFactory, noise: bytes, where: int) -> None:
    whole = gzip.decompress(wget((f"{M}/", said(b"<title>M</title>")), (f"{M}/a", said(b"<title>A</title>"))))
    file = tmp_path_factory.mktemp("noise") / "n.warc"
    file.write_bytes(whole[: where % len(whole)] + noise + whole[where % len(whole) :])
    with contextlib.suppress(BadArchive):
        Tape(file).forget()


def test_a_disk_that_fails_stops_the_recording_only(tmp_path: Path) -> None:
    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(28, "No space left on device")

    with Recording(tmp_path / "a.warc.gz", M, LIMITS) as kept:
        kept._file.close()
        kept._file = Full()
        kept.showed("https://mairie.fr/", b"certificate")
    assert "No space" in kept.fault
