"""What the commands do once their options are read: run, keep, write, say how it ended."""

import csv
import logging
import os
import re
import sys
import tomllib
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from audit.conduct import conduct
from audit.database import StoreError
from audit.links import Sheet
from audit.loop import run
from audit.options import DONE, FAILED, UNMET, UNREACHABLE, USAGE
from audit.papers import write
from audit.progress import shown
from audit.run import Audited
from audit.shelf import SUFFIX
from audit.store import Store
from audit.thresholds import unmet
from checks.catalogue import catalogue
from checks.check import BadCheck
from crawler.address import Resolver
from crawler.limits import Limits
from crawler.url import host, is_web, parts
from crawler.visit import Outcome
from reports.commune import Commune
from reports.grid import BadGrid, load_grid
from reports.render.json import json_text
from reports.report import Report

HELP = {
    Outcome.NO_SUCH_HOST: "no such host. Is the address spelled rightly?",
    Outcome.DNS_FAILURE: "the name could not be resolved. Is the network there?",
    Outcome.ROBOTS: "its robots.txt does not let us in, or could not be read. Ask the webmaster, or audit another address.",
    Outcome.UNSAFE_ADDRESS: "it is a private address or an unusual port. --allow-private opens these.",
    Outcome.FORBIDDEN: "it answers 403 to us. --user-agent may name a contact that its webmaster knows.",
    Outcome.CHALLENGE: "it asks its visitors to prove that they are no program.",
}


class UsageError(Exception):
    """Something asked for cannot be: the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Order:
    """An audit as it was asked for on the command line."""

    url: str
    out: Path | None
    store: str | Path
    as_of: date
    given: Commune
    max_pages: int = 500
    max_links: int = 600
    seconds: float | None = None
    delay: float = 1.0
    allow_private: bool = False
    render: str = "auto"
    as_json: bool = False
    participations: Path | None = None
    required: tuple[str, ...] = ()
    most_broken: int | None = None
    user_agent: str = ""
    archive: bool = False
    packed: str = "gz"
    fresh: bool = False
    keep_pages: bool = True
    shelf: str = ""


def carry_out(order: Order, resolver: Resolver | None = None) -> int:
    """Run the audit, keep it, write its report; the exit status."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    with Sheet() as sheet:
        return _carry_out(order, resolver, sheet)


def _carry_out(order: Order, resolver: Resolver | None, sheet: Sheet) -> int:
    try:
        check_address(order.url)
        check_words(order)
        rules, grid = catalogue(), load_grid()
        for required in order.required:
            if required not in rules.checks:
                raise UsageError(f"no check is named {required!r}; `arobase checks` lists them")
        history = read_participations(order.participations) if order.participations else {}
        if order.render == "always":
            raise_without_browser()
        raise_unless_folder(order.out or Path("audits"))

        def archive(report: Report) -> Path:
            return folder_of(order, report) / f"{ARCHIVE}{SUFFIX[order.packed]}"

        with Store(order.store, shelf=order.shelf) as store, shown(order.url, order.max_pages) as tell:
            kept = run(
                conduct(
                    order.url,
                    limits_of(order),
                    store,
                    as_of=order.as_of,
                    rules=rules,
                    grid=grid,
                    sheet=sheet,
                    render=order.render,
                    # An archive is whole: for one everything is read.
                    whole=order.archive or order.fresh,
                    packed=order.packed,
                    given=order.given,
                    participations=history,
                    resolver=resolver,
                    files=lambda report: write(report, folder_of(order, report), sheet),
                    archive=archive if order.archive else None,
                    keep_pages=order.keep_pages,
                    say=say,
                    tell=tell,
                )
            )
    except (UsageError, BadCheck, BadGrid, StoreError) as error:
        print(f"arobase: {error}", file=sys.stderr)  # noqa: T201
        return USAGE
    report = kept.audited.report
    if order.as_json:
        print(json_text(report), end="")  # noqa: T201
    status = ended(order, kept.audited, folder_of(order, report), kept.number)
    if kept.fault:
        say(f"the archive could not be written whole: {kept.fault}")
        return FAILED if order.archive else status
    return status


ARCHIVE = "site"


def folder_of(order: Order, report: Report) -> Path:
    """Where the report goes."""
    return order.out or Path("audits") / file_name(report.url) / order.as_of.isoformat()


def ended(order: Order, audited: Audited, out: Path, number: int) -> int:
    """Say on stderr how it went; the exit status."""
    report = audited.report
    if not audited.home.alive:
        say(f"{order.url}: {HELP.get(audited.home, audited.home.value)} A draft that says so is in {out}.")
        return UNREACHABLE
    if report.is_commune == "absent":
        say(f"{report.url} does not look like the site of a commune: its rubrics are not drafted.")
    say(f"{report.coverage.pages} pages, {len(report.broken_links)} broken links. Audit {number}: {out / 'draft.html'}")
    missed = unmet({f.check: f.verdict for f in report.findings}, order.required, len(report.broken_links), order.most_broken)
    for line in missed:
        say(f"threshold not met: {line}")
    return UNMET if missed else DONE


def say(line: str) -> None:
    print(f"arobase: {line}", file=sys.stderr)  # noqa: T201


_PLAIN = re.compile(r"[a-z0-9](?:[a-z0-9_.-]{0,250}[a-z0-9])?")


def file_name(url: str) -> str:
    """A name for files of the site: its host, or a digest when that is no plain name (`..`, `[::1]`, what a shell would read)."""
    name = host(url)
    if _PLAIN.fullmatch(name) and ".." not in name:
        return name
    return f"site-{blake2b(url.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"


def check_address(url: str) -> None:
    """Raises UsageError when it is no address of a site."""
    asked = url if "://" in url else f"https://{url}"
    found = parts(asked)
    if (
        found is None
        or not is_web(asked.lower())
        or not found.hostname.strip(".")
        or ("." not in found.hostname and ":" not in found.hostname and found.hostname != "localhost")
    ):
        raise UsageError(f"{url!r} is no address of a site: https://www.besancon.fr was expected, or the like")


def check_words(order: Order) -> None:
    """Raises UsageError when an option holds bytes that are no text, or the crawler's name cannot stand in a request."""
    given = [str(value) for value in order.given.model_dump().values() if value is not None]
    for text in (*given, order.user_agent, *order.required):
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            raise UsageError(f"{text!r} is not UTF-8")
    check_agent(order.user_agent)


def check_agent(name: str) -> None:
    """Raises UsageError when the crawler's name cannot stand in a request."""
    if not (name.isascii() and name.isprintable()):
        raise UsageError(f"--user-agent {name!r}: printable ASCII was expected, as in a request's header")


def limits_of(order: Order) -> Limits:
    usual = Limits()
    return Limits(
        pages=order.max_pages,
        links=order.max_links,
        seconds=order.seconds,
        delay=order.delay,
        allow_private=order.allow_private,
        user_agent=order.user_agent or usual.user_agent,
    )


def raise_without_browser() -> None:
    """Raises UsageError when pages are to be rendered and no browser is there."""
    from crawler.render import find_browser

    if find_browser() is None:
        raise UsageError("--render always needs Chromium and the extra `arobase[render]`; neither auto nor never do")


def raise_unless_folder(out: Path) -> None:
    """Raises UsageError when no report can be put there: better before the walk than after it."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{out} cannot be a folder for the report: {error.strerror}") from error
    if not os.access(out, os.W_OK):
        raise UsageError(f"{out} cannot be a folder for the report: it cannot be written to")


def read_participations(path: Path) -> dict[int, int]:
    """Year → number of @: TOML (`2010 = 5` under `[participations]`) or CSV (`2010,5`, `2010;5`). Raises UsageError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix == ".toml":
            table = tomllib.loads(text)
            rows = [(year, str(level)) for year, level in table.get("participations", table).items()]
        else:
            # French spreadsheets write semicolons.
            lines = csv.reader(text.splitlines(), delimiter=";" if ";" in text else ",")
            rows = [(row[0], row[1]) for row in lines if row and row[0].strip().isdigit()]
        told = {int(year): int(level) for year, level in rows}
        if not told:
            raise ValueError("none was found")
    except (OSError, ValueError, IndexError, AttributeError) as error:
        raise UsageError(f"{path}: lines of a year and a number of @ were expected, TOML or CSV ({error})") from error
    wrong = [year for year, level in told.items() if not (1990 < year < 2100 and 0 <= level <= 5)]
    if wrong:
        raise UsageError(f"{path}: year {wrong[0]} has {told[wrong[0]]} @; from 0 to 5 were expected")
    return told
