"""The demonstration: the sample commune is served on this machine and audited. Nothing leaves it."""

import asyncio
import shutil
import sys
import tomllib
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path

from audit.command import say
from audit.demo.web import StaticWeb
from audit.links import Sheet
from audit.papers import write
from audit.progress import shown
from audit.run import Audited, Progress, audit
from audit.shelf import SUFFIX
from audit.store import Store
from crawler.limits import Limits
from crawler.recording import Recording
from crawler.url import host

PARTICIPATIONS = {2019: 1, 2020: 1, 2022: 2}
"""Invented, like the commune."""


def show(out: Path, store: str | Path) -> int:
    """Audit the sample commune as of its own day, keep it, write its report; exit status 0."""
    with ExitStack() as stack:
        root = stack.enter_context(as_file(files("audit.demo")))
        expected = tomllib.loads((root / "expected.toml").read_text(encoding="utf-8"))
        as_of: date = expected["as_of"]
        say(f"serving the sample commune of {expected['start']} on this machine")
        tell = stack.enter_context(shown(expected["start"], Limits().pages))
        sheet = stack.enter_context(Sheet())
        kept = stack.enter_context(Store(store))
        kept.shelf.folder.mkdir(parents=True, exist_ok=True)
        recording = stack.enter_context(Recording(kept.shelf.folder / "demo.warc.zst.part", expected["start"], Limits()))
        audited = asyncio.run(_audit(root / "site", expected["start"], as_of, tell, sheet, recording))
        number = kept.keep(audited.report.to_json(), host(audited.report.url), as_of, datetime.now(UTC))
        recording.close(complete=True)
        recording.move(kept.shelf.place(number, SUFFIX["zst"]))
        write(audited.report, out, sheet)
    verdicts = [f.verdict for f in audited.report.findings]
    told = ", ".join(f"{verdicts.count(v)} {v}" for v in ("present", "partial", "inactive", "absent", "undetermined"))
    say(f"{audited.report.coverage.pages} pages, {len(audited.report.broken_links)} broken links; {told}")
    say(f"read {out / 'draft.html'} or {out / 'draft.md'}")
    if sys.stdout.isatty():
        print((out / "draft.md").read_text(encoding="utf-8")[: 20 * shutil.get_terminal_size().columns])  # noqa: T201
    return 0


async def _audit(
    site: Path, start: str, as_of: date, tell: Callable[[Progress], None], sheet: Sheet, recording: Recording
) -> Audited:
    async with StaticWeb(site) as web:
        limits = Limits(delay=0, allow_private=True)
        return await audit(
            start, limits, as_of=as_of, resolver=web, participations=PARTICIPATIONS, tell=tell, links=sheet, record=recording
        )
