"""Conduct: one audit, from its address to what is kept of it. The command line does one, a worker many at once."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Connection

from audit.database import lasting
from audit.journal import Journal
from audit.links import Sheet
from audit.lives import Lives
from audit.memory import unpacked
from audit.run import Audited, Progress, audit
from audit.shelf import SUFFIX
from audit.store import Store
from checks.catalogue import Catalogue
from crawler.address import Resolver
from crawler.limits import Limits
from crawler.shared import ALONE, Shared
from crawler.url import host_and_port
from reports.commune import Commune
from reports.grid import Grid
from reports.report import Report


@dataclass(frozen=True, slots=True)
class Kept:
    """An audit: its number in the store, 0 when it was not worth keeping; what went wrong with its archive, '' when nothing did."""

    audited: Audited
    number: int
    fault: str = ""


async def nowhere(report: Report, fault: str) -> None:
    """An archive stays where it was put."""


async def conduct(
    url: str,
    limits: Limits,
    store: Store,
    *,
    as_of: date,
    rules: Catalogue,
    grid: Grid,
    sheet: Sheet,
    render: str = "auto",
    whole: bool = False,
    packed: str = "zst",
    given: Commune | None = None,
    participations: Mapping[int, int] | None = None,
    resolver: Resolver | None = None,
    shared: Shared = ALONE,
    files: Callable[[Report], object] = lambda _: None,
    archive: Callable[[Report], Path] | None = None,
    keep_pages: bool = False,
    sent: Callable[[Report, str], Awaitable[None]] = nowhere,
    worth: Callable[[Audited], bool] = lambda _: True,
    then: Callable[[Connection, int, Audited], None] = lambda *_: None,
    say: Callable[[str], None] = lambda _: None,
    tell: Callable[[Progress], None] = lambda _: None,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Kept:
    """Walk under a journal, taking up what was interrupted; remember the pages, write the `files`, keep the audit.

    `whole`: everything is read again, whatever is known. `archive` says where the recording is put and `sent` takes it from there, told what is
    wrong with it; with `keep_pages` it stays on the store's shelf too; `shared` is what other walks
    of the process use as well. `worth` says whether the audit is kept at all. `then` is called in the transaction that keeps the audit; when it raises, nothing is kept. `say` is told
    what a person may want to know, `tell` every visit.
    """
    async with AsyncExitStack() as stack:
        blob = None if whole else await lasting(lambda: store.memory(url, rules.digest))
        known = unpacked(blob, now()) if blob else None
        sheet.lives = Lives(await lasting(lambda: store.lives(url)))
        history = participations or await lasting(
            lambda: store.participations(host_and_port(url if "://" in url else f"https://{url}"))
        )
        journal = Journal(store.walks, url, limits, render, say, packed, known.head["made_at"] if known else "", now)
        await lasting(lambda: stack.enter_context(journal))

        def went_on(progress: Progress) -> None:
            journal.went_on()
            tell(progress)

        audited = await audit(
            url,
            limits,
            as_of=as_of,
            render=render,
            resolver=resolver,
            record=journal.recording,
            resume=journal.tape,
            clocks=store.silences,
            shared=shared,
            known=known,
            links=sheet,
            rules=rules,
            grid=grid,
            given=given,
            participations=history,
            tell=went_on,
            now=now,
        )
        if not worth(audited):
            await lasting(journal.end)
            return Kept(audited, 0)
        past = await lasting(lambda: store.past(host_and_port(audited.report.url), as_of))
        report = audited.report.model_copy(update={"past": past})
        audited = replace(audited, report=report)
        files(report)
        fault = ""
        if archive:
            fault = journal.put(archive(report))
            await sent(report, fault)
        told, kept_at = report.to_json(), now()

        def beside(into: Connection, number: int) -> None:
            journal.over(into)
            then(into, number, audited)

        number = await lasting(lambda: store.keep(told, host_and_port(report.url), as_of, kept_at, beside))
        if keep_pages:
            fault = await store.shelf.keep(number, SUFFIX[packed], journal.put) or fault
        lives = sheet.lives.packed()
        await lasting(lambda: store.keep_lives(url, lives))
        after = audited.after
        if after and audited.home.alive:
            await lasting(lambda: store.remember(url, rules.digest, after.packed(kept_at)))
        await lasting(journal.end)
    return Kept(audited, number, fault)
