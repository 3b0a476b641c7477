"""Archives across tools: wget's and Common Crawl's are judged, ours are read by others."""

import asyncio
import gzip
import io
import os
import shutil
from pathlib import Path

import pytest
import zstandard
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive import Tape
from crawler.recording import Recording
from crawler.replay import replay
from crawler.visit import Outcome, Visit
from crawler.walk import Walk
from tests.crawler.walking import LIMITS, M, html, serve
from tests.web import Answer, Web, to


async def read(file: Path, start: str = "") -> list[Visit]:
    return [visit async for visit in replay(Tape(file), start=start)]


def titles(visits: list[Visit]) -> set[str]:
    return {visit.page.title for visit in visits if visit.page}


@pytest.mark.skipif(shutil.which("wget") is None and not os.environ.get("CI"), reason="wget is not installed")
@pytest.mark.parametrize("more", [[], ["--no-warc-compression"]], ids=["gzip", "plain"])
async def test_a_mirror_of_wget_is_judged(web: Web, tmp_path: Path, more: list[str]) -> None:
    host = "127.0.0.1"
    serve(web, host, home=html("/a", "/vieux", "/parti", title="Mairie"), a=html("/b", title="A"), b=html(title="B"))
    web.answers[host, "/vieux"] = to("/neuf", 301)
    web.answers[host, "/neuf"] = html(title="Neuf")
    web.answers[host, "/parti"] = Answer(410)
    words = ["--quiet", "--mirror", "--warc-cdx", f"--warc-file={tmp_path / 'town'}", *more, f"http://{host}:{web.port}/"]
    process = await asyncio.create_subprocess_exec("wget", *words, cwd=tmp_path)
    await process.wait()
    file = tmp_path / ("town.warc" if more else "town.warc.gz")
    asked = len(web.log)
    visits = await read(file)
    assert len(web.log) == asked
    assert titles(visits) == {"Mairie", "A", "B", "Neuf"}
    assert [visit.outcome for visit in visits if visit.url.endswith("/parti")] == [Outcome.GONE]
    assert [hop.status for visit in visits if visit.url.endswith("/vieux") for hop in visit.hops] == [301]


def common_crawl(pages: list[tuple[str, str, bytes]]) -> bytes:
    """A file in Common Crawl's layout: many sites by turns, requests and metadata beside, encodings undone and renamed."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(writer.create_warcinfo_record("CC-MAIN-20261101.warc.gz", {"software": "Nutch 1.21 (CC)"}))
    for url, status, body in pages:
        said = [("Content-Type", "text/html"), ("X-Crawl-Content-Encoding", "gzip"), ("Content-Length", str(len(body)))]
        head = StatusAndHeaders(status, said, protocol="HTTP/1.1")
        asked = StatusAndHeaders("GET / HTTP/1.1", [("User-Agent", "CCBot/2.0")], is_http_request=True)
        answer = writer.create_warc_record(url, "response", payload=io.BytesIO(body), length=len(body), http_headers=head)
        answer.rec_headers.add_header("WARC-Identified-Payload-Type", "text/html")
        writer.write_request_response_pair(
            writer.create_warc_record(url, "request", payload=io.BytesIO(), length=0, http_headers=asked), answer
        )
        about = io.BytesIO(b"fetchTimeMs: 210\r\ncharset-detected: UTF-8\r\n")
        writer.write_record(
            writer.create_warc_record(url, "metadata", payload=about, length=44, warc_content_type="application/warc-fields")
        )
    return out.getvalue()


async def test_a_file_of_common_crawl_is_judged_from_the_page_that_is_named(tmp_path: Path) -> None:
    def page(title: str, *links: str) -> bytes:
        return f"<title>{title}</title>{''.join(f'<a href={link}>x</a>' for link in links)}".encode()

    file = tmp_path / "cc.warc.gz"
    file.write_bytes(
        common_crawl(
            [
                ("https://ailleurs.fr/", "200 OK", page("Ailleurs", "/x")),
                ("https://www.mairie.fr/vie", "200 OK", page("Vie", "/jamais-vu")),
                ("https://ailleurs.fr/x", "200 OK", page("X")),
                ("https://www.mairie.fr/", "200 OK", page("Mairie", "/vie", "/perdu", "https://ailleurs.fr/x")),
                ("https://www.mairie.fr/perdu", "404 Not Found", page("Perdu")),
            ]
        )
    )
    assert titles(await read(file)) == {"Ailleurs", "X"}, "without a name the first page begins"
    visits = await read(file, "https://www.mairie.fr/")
    assert titles([visit for visit in visits if not visit.probe]) >= {"Mairie", "Vie"}
    assert [visit.url for visit in visits if visit.outcome.dead] == ["https://www.mairie.fr/perdu"]
    assert "https://www.mairie.fr/jamais-vu" not in {visit.url for visit in visits}, "what it does not hold is not known"


@pytest.mark.parametrize("name", ["site.warc.zst", "site.warc.gz"])
async def test_other_tools_unpack_ours(web: Web, tmp_path: Path, name: str) -> None:
    """A frame or member a record: whoever unpacks the whole has plain WARC, whose digests warcio finds right."""
    serve(web, home=html("/a", "/b"), a=html(title="A"), b=html(title="B"))
    web.answers["mairie.fr", "/b"] = web.answers["mairie.fr", "/a"]
    file = tmp_path / name
    with Recording(file, f"{M}/", LIMITS) as kept:
        walked = [visit async for visit in Walk(f"{M}/", LIMITS, resolver=web.resolver, record=kept)]
    packed = file.read_bytes()
    if name.endswith("zst"):
        with zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True) as reader:
            plain = reader.read()
    else:
        plain = gzip.decompress(packed)
    told: dict[str, list[str]] = {}
    for record in ArchiveIterator(io.BytesIO(plain), check_digests="raise"):
        told.setdefault(record.rec_type, []).append(record.rec_headers.get_header("WARC-Target-URI"))
        record.content_stream().read()
    assert f"{M}/a" in told["response"]
    assert f"{M}/b" in told["revisit"], "the same words again are not kept twice"
    assert len(told["request"]) == len(told["response"]) + len(told["revisit"])
    assert {visit.url for visit in walked} <= {*told["response"], *told["revisit"]}
