"""The commands of watching: `arobase watch …`, `arobase work`, `arobase fleet …`."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from audit.options import DEFAULT_STORE, Render, ShelfOption, StoreOption, fail

if TYPE_CHECKING:
    from audit.watch.watches import Watches

watch = typer.Typer(help="The sites that are audited again and again.", no_args_is_help=True)
fleet = typer.Typer(help="Many workers on one PostgreSQL.", no_args_is_help=True)

UrlArgument = Annotated[str, typer.Argument(metavar="URL", help="Address of the site.")]
EveryOption = Annotated[str, typer.Option("--every", metavar="DAYS", help="Days between two audits to begin with: 30d, 2w.")]
PrivateOption = Annotated[bool, typer.Option("--allow-private", help="Also loopback and private addresses, any port.")]


class Log(StrEnum):
    """How a worker tells what it does."""

    text = "text"
    json = "json"


@watch.command()
def add(
    url: UrlArgument,
    every: EveryOption = "30d",
    name: Annotated[str, typer.Option(help="The commune's name.")] = "",
    insee: Annotated[str, typer.Option(help="Its INSEE code.")] = "",
    allow_private: PrivateOption = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Watch a site: it is due at once."""
    from audit.command import UsageError, check_address
    from audit.watch.watch import Site

    try:
        check_address(url)
    except UsageError as error:
        fail(str(error))
    with listed(store) as watches:
        new, _ = watches.add([Site(url, name, insee)], days(every), allow_private=allow_private)
        typer.echo(
            f"arobase: {url} is {'watched: it is due now' if new else 'on the list already, and stays as it is'}", err=True
        )


@watch.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV with url, name, INSEE code; or one address a line.")],
    every: EveryOption = "30d",
    allow_private: PrivateOption = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Watch every site that a file names."""
    from audit.watch.importing import Wrong, read

    try:
        told = list(read(file))
    except OSError as error:
        fail(f"{file}: {error.strerror}")
    wrong = [line for line in told if isinstance(line, Wrong)]
    sites = [site for site in told if not isinstance(site, Wrong)]
    for line in wrong[:5]:
        typer.echo(f"arobase: {file}, line {line.line}: {line.text!r} is {line.why}", err=True)
    if not sites:
        fail(f"{file} names no site: CSV with url, name, insee, or one address a line was expected")
    with listed(store) as watches:
        new, known = watches.add(sites, days(every), allow_private=allow_private)
    typer.echo(f"arobase: {new} sites more are watched, {known} were already, {len(wrong)} lines named none", err=True)


@watch.command("list")
def list_(
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="Only addresses and names that hold these.")] = "",
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """The watched sites, the next due first: when, why then, how the last visit went."""
    from reports.phrases import clean

    with listed(store) as watches:
        for site in watches.all(words):
            last = f"last {site.visited_at:%Y-%m-%d}" if site.visited_at else "never"
            alive = f", alive until {site.last_alive:%Y-%m-%d}" if site.failures and site.last_alive else ""
            audit = f", audit {site.audit_id}" if site.audit_id else ""
            moved = f", moved to {clean(site.moved, 200)}" if site.moved else ""
            name = f"  {clean(site.name, 80)}" if site.name else ""
            typer.echo(f"{site.due_at:%Y-%m-%d %H:%M}  {site.url}{name}  {site.why}; {last}{alive}{audit}{moved}")


@watch.command()
def pause(url: UrlArgument, store: StoreOption = DEFAULT_STORE) -> None:
    """Leave a site alone until it is resumed."""
    with listed(store) as watches:
        watches.pause(url)


@watch.command()
def resume(
    url: UrlArgument,
    now: Annotated[bool, typer.Option("--now", help="It is due at once, whenever it was.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Watch a paused site again."""
    with listed(store) as watches:
        watches.resume(url)
        if now:
            watches.hurry(url)


@watch.command()
def remove(url: UrlArgument, store: StoreOption = DEFAULT_STORE) -> None:
    """Watch a site no more; its audits stay."""
    with listed(store) as watches:
        watches.remove(url)


def work(
    once: Annotated[bool, typer.Option("--once", help="Leave when nothing is due.")] = False,
    at_once: Annotated[int, typer.Option("--at-once", min=1, help="Sites audited at the same time by a process.")] = 20,
    processes: Annotated[int, typer.Option("--processes", min=1, help="Processes of this machine.")] = 1,
    max_pages: Annotated[int, typer.Option("--max-pages", min=1, help="Pages read at most of a site.")] = 500,
    max_links: Annotated[int, typer.Option("--max-links", min=0, help="Documents and outward links tried at most.")] = 600,
    seconds: Annotated[float | None, typer.Option("--seconds", min=1, help="Time for each walk.")] = None,
    delay: Annotated[float, typer.Option("--delay", min=0, help="Seconds between two requests to one host, at least.")] = 1.0,
    address_delay: Annotated[
        float | None,
        typer.Option("--address-delay", min=0, help="The same for one IP address, of all workers together [--delay]."),
    ] = None,
    render: Annotated[Render, typer.Option(help="Show pages made by scripts to a browser.")] = Render.auto,
    user_agent: Annotated[
        str, typer.Option(metavar="TEXT", envvar="AROBASE_USER_AGENT", help="How the crawler names itself.")
    ] = "",
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Also write each report, in DIR/HOST/DATE/.")] = None,
    archive: Annotated[
        str,
        typer.Option(
            "--archive",
            metavar="WHERE",
            envvar="AROBASE_ARCHIVE",
            help="Keep all that was read: a folder, or s3://bucket/prefix.",
        ),
    ] = "",
    keep_pages: Annotated[
        bool, typer.Option(help="Keep the pages that were read: the desk shows proofs on them. On a server only with --shelf.")
    ] = True,
    shelf: ShelfOption = "",
    metrics: Annotated[int, typer.Option("--metrics", min=0, help="Port of /metrics and /health; 0 for none.")] = 0,
    metrics_host: Annotated[str, typer.Option("--metrics-host", help="Address that they listen on.")] = "127.0.0.1",
    log: Annotated[Log, typer.Option(help="How the log on stderr is written.")] = Log.text,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Audit the watched sites that are due, until stopped. SIGTERM lets each visit end, or leaves it for another worker."""
    from audit.command import UsageError, check_agent
    from audit.database import StoreError, is_server
    from audit.watch.logs import begin_log
    from audit.watch.processes import several
    from audit.watch.terms import Manner, Terms
    from checks.check import BadCheck
    from crawler.limits import Limits
    from reports.grid import BadGrid

    limits = Limits(max_pages, max_links, seconds, delay=delay, user_agent=user_agent or Limits().user_agent)
    terms = Terms(
        store=store,
        # What one machine of a fleet keeps for itself is of no use to the desk of another, and fills its disk.
        manner=Manner(limits, render.value, out, archive, keep_pages and bool(shelf or not is_server(store))),
        at_once=at_once,
        once=once,
        address_delay=delay if address_delay is None else address_delay,
        metrics=metrics,
        metrics_host=metrics_host,
        log=log.value,
        shelf=shelf,
    )
    try:
        check_agent(user_agent)
        begin_log(log.value)
        several(terms, processes)
    except (UsageError, StoreError, BadCheck, BadGrid) as error:
        fail(str(error))


@fleet.command()
def status(
    as_json: Annotated[bool, typer.Option("--json", help="The same as JSON.")] = False,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """What waits, what is under way and where, how fast it goes, what fails and why, which hosts are slow."""
    from audit.database import StoreError
    from audit.store import Store
    from audit.watch.status import status_of, told

    try:
        with Store(store, make=False) as kept:
            found = status_of(kept.engine)
    except StoreError as error:
        fail(str(error))
    typer.echo(found.as_json() if as_json else told(found))


@contextmanager
def listed(store: str) -> "Iterator[Watches]":
    """The list of a store; what cannot be ends the command."""
    from audit.database import StoreError
    from audit.store import Store
    from audit.watch.watches import Watches

    try:
        with Store(store) as kept:
            yield Watches(kept.engine)
    except StoreError as error:
        fail(str(error))


def days(every: str) -> float:
    """`30d`, `2w`, `12`: days."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([dwj]?)", every.strip().lower())
    if not found or not float(found[1]):
        fail(f"--every {every!r}: a number of days was expected, 30d or 2w")
    return float(found[1]) * (7 if found[2] == "w" else 1)
