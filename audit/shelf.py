"""The shelf: what each audit read, kept beside the store, so that a proof can be looked at on its page (docs/decisions/0013)."""

import os
import shutil
import threading
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path

from crawler.archive import BadArchive, Tape
from crawler.page import Page

_OPEN = 3
"""Archives held open at a time: each costs a temporary file as large as its pages."""


def copied(recording: Path, place: Path) -> None:
    """Keep a finished recording there too, at no cost where both are on one disk. Raises OSError."""
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    try:
        os.link(recording, place)
    except OSError:
        shutil.copyfile(recording, place)


class Shelf:
    """The archives of one store, a file an audit. May be asked by several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: OrderedDict[Path, Tape | None] = OrderedDict()
        self._one = threading.Lock()

    def place(self, audit: int, suffix: str) -> Path:
        """Where the archive of an audit is kept."""
        return self.folder / f"{audit}{suffix}"

    def find(self, audit: int) -> Path | None:
        return next(iter(sorted(self.folder.glob(f"{audit}.warc.*"))), None)

    def page(self, audits: Iterable[int], url: str, digest: str = "", *, as_shown: bool = True) -> Page | None:
        """The page of this address and digest in the first of these audits that read it whole: a page that had not changed
        since an earlier audit lies in that one's archive.
        """
        with self._one:
            for audit in audits:
                file = self.find(audit)
                tape = self._tape(file) if file else None
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

    def _tape(self, file: Path) -> Tape | None:
        if file not in self._open:
            try:
                self._open[file] = Tape(file)
            except BadArchive:
                self._open[file] = None
            if len(self._open) > _OPEN:
                _, oldest = self._open.popitem(last=False)
                if oldest:
                    oldest.forget()
        self._open.move_to_end(file)
        return self._open[file]
