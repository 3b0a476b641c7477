"""What `arobase replay` does: an archive judged as the site itself would have been, without the network."""

import asyncio
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from audit.command import HELP, UsageError, check_address, raise_unless_folder, say
from audit.links import Sheet
from audit.options import DONE, UNREACHABLE, USAGE
from audit.papers import write
from audit.progress import shown
from audit.run import audit
from checks.catalogue import catalogue
from checks.check import BadCheck
from crawler.archive import BadArchive, Tape
from reports.grid import BadGrid, load_grid
from reports.render.json import json_text


@dataclass(frozen=True, slots=True)
class Again:
    """A replay as it was asked for on the command line. `url` '' begins where the archive does, `as_of` None is its day."""

    file: Path
    out: Path | None = None
    as_of: date | None = None
    as_json: bool = False
    url: str = ""


def judge_again(asked: Again) -> int:
    """Walk the archive and write its report; the exit status. A damaged archive is read as far as it goes, and ends in USAGE."""
    with Sheet() as sheet:
        return _judge_again(asked, sheet)


def _judge_again(asked: Again, sheet: Sheet) -> int:
    try:
        if asked.url:
            check_address(asked.url)
        rules, grid = catalogue(), load_grid()
        tape = Tape(asked.file)
        out = asked.out or asked.file.parent / "replay"
        raise_unless_folder(out)
        begin = asked.url or tape.start
        with shown(begin or str(asked.file), tape.limits.pages) as tell:
            day = asked.as_of or tape.day or date.today()
            audited = asyncio.run(audit(begin, tape.limits, as_of=day, tape=tape, links=sheet, rules=rules, grid=grid, tell=tell))
    except (UsageError, BadArchive, BadCheck, BadGrid) as error:
        say(str(error))
        return USAGE
    report = audited.report
    write(report, out, sheet)
    if asked.as_json:
        print(json_text(report), end="")  # noqa: T201
    if not audited.home.alive:
        say(f"{begin}: {HELP.get(audited.home, audited.home.value)} A draft that says so is in {out}.")
    else:
        say(f"{report.coverage.pages} pages, {len(report.broken_links)} broken links: {out / 'draft.html'}")
    if tape.damage:
        say(f"{asked.file}: {tape.damage}. It was read as far as it goes; the draft tells only that.")
        return USAGE
    return DONE if audited.home.alive else UNREACHABLE
