"""Journal: what one audit records while it walks, so that a killed one goes on where it was, and an archive can be kept."""

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from audit.shelf import SUFFIX, copied
from audit.walks import Held, Walks
from crawler.archive import BadArchive, Tape
from crawler.limits import Limits
from crawler.recording import Recording

LEAST = 64 * 1024 * 1024
"""Bytes that must be free on the disk: with less the walk waits rather than lose what it saw."""
PAUSE, GRACE = 15.0, 0.3
OFTEN = 0.2
"""Seconds after which the room on the disk is looked at again."""


class Journal:
    """`with Journal(walks, url, limits, render, tell) as journal:` then walk with `journal.recording` and `journal.tape`.

    The recording of an interrupted walk stays until the new one holds as much: whatever moment a process is killed at,
    nothing that was recorded is lost. Leaving the block without `end` leaves the walk to whoever comes next.
    `packed`: zst or gz. `known` names what was known of the site before: answers that say « as before » mean nothing without it.
    """

    def __init__(
        self,
        walks: Walks,
        url: str,
        limits: Limits,
        render: str,
        tell: Callable[[str], None],
        packed: str = "zst",
        known: str = "",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._walks = walks
        self._url, self._limits, self._render = url, limits, render
        self._tell = tell
        self._suffix = SUFFIX[packed]
        self._terms = json.dumps([asdict(limits), render, known], sort_keys=True)
        self._now = now
        self._held: Held | None = None
        self._old: Path | None = None
        self._looked = 0.0
        self.tape: Tape | None = None
        self.recording: Recording | None = None

    def __enter__(self) -> Self:
        held = self._walks.claim(self._url, self._terms)
        if held is None:
            # Who was killed a moment ago takes another one to be gone.
            time.sleep(GRACE)
            held = self._walks.claim(self._url, self._terms)
        self._held = held
        if held is None:
            self._tell(f"{self._url} is being audited by another process too: if this audit is interrupted, it begins anew")
            return self
        self._take_up(held)
        name = f"{held.id}.new{self._suffix}" if self._old else f"{held.id}{self._suffix}"
        self.recording = Recording(held.folder / name, self._url, self._limits, render=self._render, now=self._now)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self.recording:
            self.recording.close(complete=False)
        if self.tape:
            self.tape.forget()
        if self._held:
            self._walks.leave(self._held)

    def went_on(self) -> None:
        """Called after each visit: a sign of life; the new recording takes the old one's place once it holds as much."""
        if not self._held or not self.recording:
            return
        held = self._held
        self._walks.renew(held)
        if time.monotonic() - self._looked >= OFTEN:
            room(held.folder, self._tell, lambda: self._walks.renew(held))
            self._looked = time.monotonic()
        if self._old and self.tape and self.recording.answers >= self.tape.answers:
            self.recording.move(self._held.folder / f"{self._held.id}{self._suffix}")
            if self._old != self.recording.path:
                self._old.unlink(missing_ok=True)
            self._old = None

    def put(self, archive: Path) -> str:
        """The walk is over: its recording goes to `archive`. What is wrong with it, '' when nothing is."""
        if not self.recording:
            return ""
        self.recording.close(complete=True)
        try:
            copied(self.recording.path, archive)
        except OSError as error:
            return self.recording.fault or str(error)
        return self.recording.fault

    def over(self, connection: Connection) -> None:
        """Called in the transaction that keeps the audit: a process killed right after it leaves nothing to take up."""
        if self._held:
            self._walks.over(connection, self._held.id)

    def end(self) -> None:
        """The audit is kept: the walk is nobody's any more, and its recording goes; where it was `put` it stays."""
        if self.recording:
            self.recording.close(complete=True)
        if self._held:
            self._walks.end(self._held)
            self._held = None

    def _take_up(self, held: Held) -> None:
        for file in held.folder.glob(f"{held.id}.new.*"):
            file.unlink()
        for file in held.folder.glob(f"{held.id}.warc.*"):
            try:
                self.tape = Tape(file)
            except BadArchive:
                file.unlink()
                continue
            self._old = file
            begun = held.begun.astimezone().strftime("%Y-%m-%d %H:%M")
            self._tell(f"{self._url}: going on with the audit begun {begun}, {self.tape.answers} answers are there already")
            return


def room(
    folder: Path,
    tell: Callable[[str], None],
    renew: Callable[[], None],
    free: Callable[[Path], int] = lambda path: shutil.disk_usage(path).free,
) -> None:
    """Returns when there is room on the disk. Until then nothing goes on but `renew`, the sign of life."""
    while free(folder) < LEAST:
        tell(f"less than {LEAST >> 20} MB are free in {folder}: waiting for room")
        time.sleep(PAUSE)
        renew()
