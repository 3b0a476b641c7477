"""Walks under way: one holder at a time, what was left is taken up, silences are remembered."""

import multiprocessing
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from audit.journal import LEAST, Journal, room
from audit.store import Store
from audit.walks import LEASE, STALE, Walks, owner_of
from crawler.answer import RawAnswer
from crawler.limits import Limits
from crawler.pace import Silence
from crawler.visit import Outcome

URL, LIMITS = "http://mairie.fr/", Limits(delay=0)
BEGUN = datetime(2026, 11, 1, 8, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> datetime:
        return self.now


def walks(store: Store, clock: Clock, owner: str | None = None) -> Walks:
    made = Walks(store.engine, Path(f"{store.where}.walks"), clock)
    made._owner = owner or made._owner
    return made


def journal(walks: Walks, said: list[str] | None = None, url: str = URL, limits: Limits = LIMITS) -> Journal:
    return Journal(walks, url, limits, "never", (said if said is not None else []).append)


def answer(url: str, body: bytes = b"<p>x", status: int = 200) -> RawAnswer:
    return RawAnswer(url, Outcome.OK, status, landed=url, headers={"content-type": "text/html"}, data=body)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "s.sqlite") as made:
        yield made


def test_one_process_at_a_time_has_a_walk_until_its_lease_is_over(store: Store) -> None:
    clock = Clock()
    ours, theirs = walks(store, clock), walks(store, clock, "elsewhere:1:2")
    held = theirs.claim(URL, "terms")
    assert held
    assert ours.claim(URL, "terms") is None
    assert ours.claim("http://autre.fr/", "terms")
    clock.now += LEASE - timedelta(minutes=2)
    theirs.renew(held)
    clock.now += timedelta(minutes=3)
    assert ours.claim(URL, "terms") is None
    clock.now += LEASE
    assert ours.claim(URL, "terms")


def gone() -> None:
    """A process that is over."""


def test_a_dead_process_of_this_machine_holds_nothing(store: Store) -> None:
    clock = Clock()
    process = multiprocessing.get_context("spawn").Process(target=gone)
    process.start()
    process.join()
    machine, _, _ = walks(store, clock)._owner.rsplit(":", 2)
    assert walks(store, clock, f"{machine}:{process.pid}:1").claim(URL, "terms")
    assert walks(store, clock).claim(URL, "terms")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not say what processes do")
def test_a_dead_process_that_nobody_asked_after_holds_nothing(store: Store) -> None:
    """In a container without an init nobody ever does."""
    clock = Clock()
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    assert walks(store, clock, owner_of(process.pid)).claim(URL, "terms")
    assert walks(store, clock).claim(URL, "terms") is None
    process.kill()
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert walks(store, clock).claim(URL, "terms"), "it still has its number"
    process.communicate()


def test_a_number_of_a_process_that_came_again_holds_nothing(store: Store) -> None:
    clock = Clock()
    machine, _, started = walks(store, clock)._owner.rsplit(":", 2)
    assert walks(store, clock, f"{machine}:{os.getpid()}:{started}1").claim(URL, "terms")
    assert walks(store, clock).claim(URL, "terms")


@pytest.mark.parametrize(
    ("terms", "later", "resumed"),
    [("terms", timedelta(hours=1), True), ("others", timedelta(hours=1), False), ("terms", STALE, False)],
)
def test_a_walk_is_taken_up_on_the_same_terms_and_while_it_is_young(
    store: Store, terms: str, later: timedelta, resumed: bool
) -> None:
    clock = Clock()
    ours = walks(store, clock)
    held = ours.claim(URL, "terms")
    assert held
    assert not held.resumed
    (held.folder / f"{held.id}.warc.zst").write_bytes(b"x")
    ours.leave(held)
    clock.now += later
    again = ours.claim(URL, terms)
    assert again
    assert again.resumed is resumed
    assert any(again.folder.iterdir()) is resumed
    assert again.begun == (held.begun if resumed else clock.now)


def test_what_was_recorded_stays_until_the_new_recording_holds_as_much(store: Store) -> None:
    clock = Clock()
    urls = [f"{URL}{n}" for n in range(3)]
    with journal(walks(store, clock)) as first:
        assert first.recording
        for url in urls:
            first.recording.answered("GET", answer(url))
    said: list[str] = []
    with journal(walks(store, clock), said) as second:
        assert second.tape
        assert second.tape.answers == 3
        assert second.recording
        second.recording.answered("GET", answer(urls[0]))
        second.went_on()
    assert "3 answers" in said[0]
    with journal(walks(store, clock)) as third:
        assert third.tape
        assert third.tape.answers == 3
        assert third.recording
        for url in [*urls, f"{URL}4"]:
            third.recording.answered("GET", answer(url))
            third.went_on()
    with journal(walks(store, clock)) as fourth:
        assert fourth.tape
        assert fourth.tape.answers == 4
        fourth.end()
    assert not list(Path(f"{store.where}.walks").iterdir())


def test_a_recording_cut_in_the_middle_of_an_answer_lacks_that_one_only(store: Store) -> None:
    clock = Clock()
    with journal(walks(store, clock)) as first:
        assert first.recording
        first.recording.answered("GET", answer(f"{URL}a"))
        whole = first.recording.path.stat().st_size
        first.recording.answered("HEAD", answer(f"{URL}b", b""))
        file = first.recording.path
    for cut in range(whole, file.stat().st_size, 7):
        file.write_bytes(file.read_bytes()[: cut + 1])
        with journal(walks(store, clock)) as again:
            assert again.tape
            assert again.tape.left("GET", f"{URL}a") == 1
            # Half of a HEAD must never be taken for a page without a word.
            assert again.tape.left("GET", f"{URL}b") == 0
            assert again.recording
            again.recording.path.unlink()
        break


def test_a_second_process_walks_without_a_journal_and_says_so(store: Store) -> None:
    clock = Clock()
    assert walks(store, clock, "elsewhere:1:2").claim(URL, "terms")
    said: list[str] = []
    with journal(walks(store, clock), said) as other:
        assert other.recording is None
        assert other.tape is None
        other.went_on()
        other.end()
        assert other.put(Path("nowhere")) == ""
    assert "another process" in said[0]


def test_a_walk_waits_for_room_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.journal.PAUSE", 0.01)
    free = [LEAST - 1, LEAST - 1, LEAST]
    said: list[str] = []
    signs: list[None] = []
    room(tmp_path, said.append, lambda: signs.append(None), lambda _: free.pop(0))
    assert not free
    assert len(said) == len(signs) == 2


def test_silences_are_remembered_by_host_and_port(tmp_path: Path) -> None:
    silence = Silence(BEGUN + timedelta(hours=2), 3)
    with Store(tmp_path / "s.sqlite") as store:
        store.silences.silenced("mairie.fr", Silence(BEGUN, 1))
        store.silences.silenced("mairie.fr", silence)
    with Store(tmp_path / "s.sqlite") as store:
        assert store.silences.silence("mairie.fr") == silence
        assert store.silences.silence("mairie.fr:8080") is None
