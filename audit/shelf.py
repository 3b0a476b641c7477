"""The shelf: what each audit read, kept beside the store, so that a proof can be looked at on its page (docs/decisions/0013)."""

import logging
import os
import shutil
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from audit.bucket import bucket_of, is_bucket
from crawler.archive import BadArchive, Tape
from crawler.page import Page

log = logging.getLogger(__name__)

SUFFIX = {"zst": ".warc.zst", "gz": ".warc.gz"}
_PATIENCE, _REST = 2.0, 30.0
"""Seconds that a reader waits for a bucket that does not answer, and for which it is not asked again."""
_OPEN = 3
"""Archives held open at a time: each costs a temporary file as large as its pages."""


def copied(recording: Path, place: Path) -> None:
    """Keep a finished recording there too, at no cost where both are on one disk; there it is whole. Raises OSError."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f".{place.name}.part")
    part.unlink(missing_ok=True)
    try:
        os.link(recording, part)
    except OSError:
        shutil.copyfile(recording, part)
    part.replace(place)


class Shelf:
    """The archives of one store, a file an audit. May be asked by several threads.

    `where`: another place than `folder`: a folder that all machines see, or a bucket. What cannot be sent there stays in `folder`, and is
    looked for there first. Raises StoreError when it is no bucket.
    """

    def __init__(self, folder: Path, where: str = "") -> None:
        self._bucket = bucket_of(where) if is_bucket(where) else None
        self._asked = bucket_of(where, patience=_PATIENCE) if self._bucket else None
        self.folder = Path(where) if where and self._bucket is None else folder
        self._open: OrderedDict[int, Tape | None] = OrderedDict()
        self._sent: set[int] = set()
        self._away_until = 0.0
        self._one = threading.Lock()

    def place(self, audit: int, suffix: str) -> Path:
        """Where the archive of an audit is kept on this machine."""
        return self.folder / f"{audit}{suffix}"

    async def keep(self, audit: int, suffix: str, put: Callable[[Path], str]) -> str:
        """The archive of an audit comes here; `put` puts it in its place and tells what is wrong. What is wrong, '' when nothing is."""
        place = self.place(audit, suffix)
        fault = put(place)
        if self._bucket is None or not place.exists():
            return fault
        try:
            await self._bucket.put_async(place.name, place)
        except Exception as error:
            return f"{place} could not be sent: {error}"
        place.unlink()
        return fault

    def has(self, audit: int) -> bool:
        """Whether what this audit read is kept."""
        if audit not in self._sent and any(self._of_bucket(lambda b, name: b.head(name), audit)):
            self._sent.add(audit)
        return audit in self._sent or self._local(audit) is not None

    def page(self, audits: Iterable[int], url: str, digest: str = "", *, as_shown: bool = True) -> Page | None:
        """The page of this address and digest in the first of these audits that read it whole: a page that had not changed
        since an earlier audit lies in that one's archive.
        """
        with self._one:
            for audit in audits:
                tape = self._tape(audit)
                page = tape.page(url, digest, as_shown=as_shown) if tape else None
                if page is not None:
                    return page
        return None

    def close(self) -> None:
        with self._one:
            for tape in self._open.values():
                if tape:
                    tape.forget()
            self._open.clear()

    def _tape(self, audit: int) -> Tape | None:
        if audit not in self._open:
            try:
                tape = self._read(audit)
            except BadArchive:
                tape = None
            else:
                if tape is None:
                    return None
            self._open[audit] = tape
            if len(self._open) > _OPEN:
                _, oldest = self._open.popitem(last=False)
                if oldest:
                    oldest.forget()
        self._open.move_to_end(audit)
        return self._open[audit]

    def _read(self, audit: int) -> Tape | None:
        """None when it is not kept. Raises BadArchive."""
        if file := self._local(audit):
            return Tape(file)
        for name, found in self._of_bucket(lambda b, name: b.get(name).bytes(), audit):
            with TemporaryDirectory() as folder:
                got = Path(folder) / name
                got.write_bytes(found)
                return Tape(got)
        return None

    def _of_bucket(self, ask: Callable[[Any, str], Any], audit: int) -> Iterator[tuple[str, Any]]:
        """(name, what the bucket gives) of what it has of this audit."""
        for name in (f"{audit}{suffix}" for suffix in SUFFIX.values()):
            if self._asked is None or time.monotonic() < self._away_until:
                return
            try:
                yield name, ask(self._asked, name)
            except FileNotFoundError:
                continue
            except Exception as error:
                log.warning("%s cannot be had: %s", name, error)
                self._away_until = time.monotonic() + _REST

    def _local(self, audit: int) -> Path | None:
        return next(iter(sorted(self.folder.glob(f"{audit}.warc.*"))), None)
