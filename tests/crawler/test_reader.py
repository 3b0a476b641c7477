"""The process that reads PDFs: what it tells, and that no file takes more than itself down."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from crawler.reader import PAGES, Reader, Unreadable
from tests.pdf import bomb, encrypted, endless, pdf, stream, whole

URL = "https://mairie.fr/docs/pv.pdf"
MINUTES = pdf(
    "Procès-verbal du conseil municipal\nSéance du 12 mai 2026",
    "Vote du budget",
    title="PV du conseil",
    created="D:20260520093000+02'00'",
    links=("https://www.exemple.fr/annexe", "/autre.pdf", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.fr"),
)


@pytest.fixture
async def reader() -> AsyncIterator[Reader]:
    async with Reader(cpu=2, deadline=20) as one:
        yield one


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def resident() -> int:
    """Bytes of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def outcome(reader: Reader, data: bytes) -> str:
    """The text read, or why none was."""
    try:
        return (await reader.read(data, URL)).text
    except Unreadable as why:
        return str(why)


async def test_text_title_date_and_links(reader: Reader) -> None:
    assert reader.pid is None, "started before there was anything to read"
    told = await reader.read(MINUTES, URL)
    assert (told.url, told.title, told.pages, told.made_at) == (URL, "PV du conseil", 2, date(2026, 5, 20))
    assert told.text == "Procès-verbal du conseil municipal\nSéance du 12 mai 2026\nVote du budget"
    assert [(link.href, link.on, link.selector) for link in told.links] == [
        ("https://www.exemple.fr/annexe", URL, "#page=1"),
        ("https://mairie.fr/autre.pdf", URL, "#page=1"),
    ]
    assert told.links[0].text == "Procès-verbal du conseil municipal"
    assert not told.truncated


async def test_one_child_for_many_and_none_afterwards() -> None:
    async with Reader() as one:
        first = await one.read(MINUTES, URL)
        pid = one.pid
        again = await asyncio.gather(*(one.read(MINUTES, URL) for _ in range(5)))
        assert one.pid == pid
        assert again == [first] * 5
    assert pid is not None
    assert not alive(pid)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"garbage " * 1000,
        b"%PDF-1.7\n" + bytes(100_000),
        os.urandom(100_000),
        MINUTES[: len(MINUTES) // 3],
        encrypted(),
        b"%PDF-1.4\n1 0 obj\n" + b"[" * 500_000,
        MINUTES.replace(b"/Kids [", b"/Kids [2 0 R 2 0 R "),
        b"%PDF-1.4\ntrailer << /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF",
    ],
    ids=["empty", "garbage", "nuls", "noise", "cut", "encrypted", "nested", "circle", "loop"],
)
async def test_what_is_wrong_costs_itself(reader: Reader, data: bytes) -> None:
    assert len(await outcome(reader, data)) < 10_000
    assert (await reader.read(MINUTES, URL)).pages == 2


async def test_encrypted_says_so(reader: Reader) -> None:
    with pytest.raises(Unreadable, match="password"):
        await reader.read(encrypted(), URL)


async def test_nuls_in_text_and_title(reader: Reader) -> None:
    told = await reader.read(pdf("Conseil\0 municipal", title="a\0b"), URL)
    assert "\0" not in told.text + told.title


async def test_a_bomb_does_not_grow_us(reader: Reader) -> None:
    data = bomb(2_000_000_000 // 4)
    assert len(data) < 100_000
    before, began = resident(), time.monotonic()
    assert await outcome(reader, data) in ("", "its reader ended (-6)", "its reader ended (-11)", "it costs too much to read")
    assert resident() - before < 30_000_000
    assert time.monotonic() - began < 20
    assert (await reader.read(MINUTES, URL)).pages == 2


async def test_one_that_never_ends_is_stopped_by_its_processor_time() -> None:
    async with Reader(cpu=1, deadline=60) as one:
        with pytest.raises(Unreadable, match="costs too much"):
            await one.read(endless(), URL)
        assert (await one.read(MINUTES, URL)).pages == 2


async def test_one_that_never_ends_is_stopped_by_the_clock() -> None:
    async with Reader(cpu=60, deadline=1.5) as one:
        await one.read(MINUTES, URL)
        pid = one.pid
        with pytest.raises(Unreadable, match="within"):
            await one.read(endless(), URL)
        assert pid is not None
        assert not alive(pid)
        assert (await one.read(MINUTES, URL)).pages == 2


async def test_killed_in_the_middle(reader: Reader) -> None:
    await reader.read(MINUTES, URL)
    assert reader.pid is not None
    os.kill(reader.pid, signal.SIGKILL)
    # Its own fault is not proven: a fresh child reads it.
    assert (await reader.read(MINUTES, URL)).pages == 2
    reading = asyncio.create_task(reader.read(endless(5), URL))
    await asyncio.sleep(0.1)
    os.kill(reader.pid, signal.SIGSTOP)
    os.kill(reader.pid, signal.SIGKILL)
    await asyncio.wait([reading])
    assert reading.exception() is None or isinstance(reading.exception(), Unreadable)
    assert (await reader.read(MINUTES, URL)).pages == 2


async def test_cancelled_in_the_middle_answers_nobody_else(reader: Reader) -> None:
    reading = asyncio.create_task(reader.read(endless(5), URL))
    await asyncio.sleep(0.1)
    reading.cancel()
    await asyncio.wait([reading])
    assert (await reader.read(MINUTES, URL)).title == "PV du conseil"


async def test_ten_thousand_pages(reader: Reader) -> None:
    told = await reader.read(whole([stream(b"BT /F1 12 Tf (Page) Tj ET")], copies=10_000), URL)
    assert (told.pages, told.truncated) == (10_000, True)
    assert told.text.count("Page") == PAGES


async def test_more_words_than_are_kept(reader: Reader) -> None:
    told = await reader.read(whole([stream(b"BT /F1 1 Tf " + b"(" + b"mot " * 3000 + b") Tj ET")], copies=50), URL)
    assert told.truncated
    assert 100_000 < len(told.text) <= 200_000
