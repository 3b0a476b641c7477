"""What the commands do once their options are read: run, keep, write, say how it ended."""

import asyncio
import csv
import logging
import os
import re
import sys
import tomllib
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import blake2b
from pathlib import Path
from typing import Any

from audit.journal import SUFFIX, Journal
from audit.links import Sheet
from audit.memory import unpacked
from audit.papers import chosen, write
from audit.progress import shown
from audit.run import Audited, Progress, audit
from audit.store import Store, StoreError
from audit.thresholds import unmet
from checks.catalogue import catalogue
from checks.check import BadCheck
from crawler.address import Resolver
from crawler.limits import Limits
from crawler.url import host, is_web, parts
from crawler.visit import Outcome
from reports.commune import Commune
from reports.grid import BadGrid, load_grid
from reports.render.formats import FORMATS
from reports.render.json import json_text
from reports.report import Report

DONE, FAILED, USAGE, UNREACHABLE, UNMET = 0, 1, 2, 3, 10

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
    store: Path
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
        limits = limits_of(order)
        with ExitStack() as stack:
            store = stack.enter_context(Store(order.store))
            known = known_before(order, store, rules.digest)
            about = known["made_at"] if known else ""
            journal = stack.enter_context(Journal(store.walks, order.url, limits, order.render, say, order.packed, about))
            tell = stack.enter_context(shown(order.url, order.max_pages))
            history = history or store.participations(host(order.url if "://" in order.url else f"https://{order.url}"))

            def went_on(progress: Progress) -> None:
                journal.went_on()
                tell(progress)

            audited = asyncio.run(
                audit(
                    order.url,
                    limits,
                    as_of=order.as_of,
                    render=order.render,
                    resolver=resolver,
                    record=journal.recording,
                    resume=journal.tape,
                    clocks=store.silences,
                    known=known,
                    links=sheet,
                    rules=rules,
                    grid=grid,
                    given=order.given,
                    participations=history,
                    tell=went_on,
                )
            )
            report = audited.report
            out = order.out or Path("audits") / file_name(report.url) / order.as_of.isoformat()
            write(report, out, sheet)
            number = store.keep(report.to_json(), host(report.url), order.as_of, datetime.now(UTC))
            if audited.after and audited.home.alive:
                store.remember(order.url, rules.digest, audited.after.packed(datetime.now(UTC)))
            fault = journal.end(out / f"{ARCHIVE}{SUFFIX[order.packed]}" if order.archive else None)
    except (UsageError, BadCheck, BadGrid, StoreError) as error:
        print(f"arobase: {error}", file=sys.stderr)  # noqa: T201
        return USAGE
    if order.as_json:
        print(json_text(report), end="")  # noqa: T201
    status = ended(order, audited, out, number)
    if fault and order.archive:
        say(f"the archive could not be written whole: {fault}")
        return FAILED
    return status


ARCHIVE = "site"


def known_before(order: Order, store: Store, catalogue: str) -> dict[str, Any] | None:
    """What the last audit knew of the site's pages. An archive is whole: for one everything is read."""
    kept = None if order.archive or order.fresh else store.memory(order.url, catalogue)
    return unpacked(kept, datetime.now(UTC)) if kept else None


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


def rewrite(path: Path, number: int, out: Path | None, as_json: bool, formats: str = "") -> None:
    """The report of a kept audit once more, in the formats named. Raises StoreError, UsageError or MissingExtra."""
    try:
        wanted = chosen(formats)
    except KeyError as error:
        raise UsageError(f"no format is named {error.args[0]!r}; there are {', '.join(FORMATS)}") from error
    with Store(path) as store:
        report = Report.from_json(store.report(number))
    folder = out or Path("audits") / file_name(report.url) / report.coverage.as_of.isoformat()
    raise_unless_folder(folder)
    written = write(report, folder, formats=wanted)
    if as_json:
        print(json_text(report), end="")  # noqa: T201
    say(f"audit {number}: {', '.join(map(str, written))}")


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
    if not (order.user_agent.isascii() and order.user_agent.isprintable()):
        raise UsageError(f"--user-agent {order.user_agent!r}: printable ASCII was expected, as in a request's header")


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
