"""The command line. Heavy parts are imported by the command that needs them, so that `--help` answers at once."""

import sys
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

app = typer.Typer(
    help="arobase : l'adresse d'une commune → le brouillon de son évaluation, chaque phrase avec sa preuve.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

DONE, FAILED, USAGE, UNREACHABLE, UNMET = 0, 1, 2, 3, 10


class Render(StrEnum):
    """Whether pages made by scripts are shown to a browser."""

    auto = "auto"
    never = "never"
    always = "always"


class Packed(StrEnum):
    """How an archive is compressed."""

    gz = "gz"
    zst = "zst"


def fail(message: str, status: int = USAGE) -> NoReturn:
    """Say what is wrong on stderr and leave."""
    typer.echo(f"arobase: {message}", err=True)
    raise typer.Exit(status)


StoreOption = Annotated[Path | None, typer.Option("--store", metavar="FILE", help="Store file (default: audits/arobase.sqlite).")]
DEFAULT_STORE = Path("audits/arobase.sqlite")


@app.command()
def audit(
    url: Annotated[str, typer.Argument(metavar="URL", help="Address of the commune's site.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where the report goes (default: audits/HOST/DATE/).")
    ] = None,
    store: StoreOption = None,
    max_pages: Annotated[int, typer.Option("--max-pages", min=1, help="Pages read at most.")] = 500,
    max_links: Annotated[int, typer.Option("--max-links", min=0, help="Documents and outward links tried at most.")] = 600,
    seconds: Annotated[
        float | None, typer.Option("--seconds", min=1, help="Time for the walk; what was not seen is said.")
    ] = None,
    delay: Annotated[float, typer.Option("--delay", min=0, help="Seconds between two requests to one host, at least.")] = 1.0,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also loopback and private addresses, any port.")
    ] = False,
    render: Annotated[Render, typer.Option(help="Show pages made by scripts to a browser.")] = Render.auto,
    as_of: Annotated[
        datetime | None, typer.Option("--as-of", formats=["%Y-%m-%d"], metavar="DATE", help="Judge freshness as of this day.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print audit.json on stdout, nothing else.")] = False,
    commune: Annotated[str, typer.Option(help="The commune's name, when the site does not say it.")] = "",
    department: Annotated[str, typer.Option(help="Its department.")] = "",
    region: Annotated[str, typer.Option(help="Its region.")] = "",
    population: Annotated[int | None, typer.Option(min=0, help="Its inhabitants.")] = None,
    mayor: Annotated[str, typer.Option(help="Its mayor.")] = "",
    insee: Annotated[str, typer.Option(help="Its INSEE code.")] = "",
    participations: Annotated[
        Path | None, typer.Option(metavar="FILE", help="TOML or CSV file: year and number of @ of each participation.")
    ] = None,
    require: Annotated[
        list[str] | None, typer.Option(metavar="CHECK", help="Leave with 10 unless this feature is present.")
    ] = None,
    max_broken: Annotated[int | None, typer.Option(min=0, help="Leave with 10 when more links are broken.")] = None,
    user_agent: Annotated[
        str, typer.Option(metavar="TEXT", envvar="AROBASE_USER_AGENT", help="How the crawler names itself.")
    ] = "",
    archive: Annotated[bool, typer.Option("--archive", help="Keep all that was read, in OUT/site.warc.gz.")] = False,
    fresh: Annotated[bool, typer.Option("--fresh", help="Begin anew and read everything, whatever was known.")] = False,
    packed: Annotated[
        Packed, typer.Option(help="How the archive is compressed: zst is quicker, more tools read gz.")
    ] = Packed.gz,
) -> None:
    """Audit one commune's site: crawl it politely and write the draft of its assessment."""
    from audit.command import Order, carry_out
    from reports.commune import Commune

    order = Order(
        url=url,
        out=out,
        store=store or DEFAULT_STORE,
        max_pages=max_pages,
        max_links=max_links,
        seconds=seconds,
        delay=delay,
        allow_private=allow_private,
        render=render.value,
        as_of=as_of.date() if as_of else date.today(),
        as_json=as_json,
        given=Commune(name=commune, department=department, region=region, population=population, mayor=mayor, insee=insee),
        participations=participations,
        required=tuple(require or ()),
        most_broken=max_broken,
        user_agent=user_agent,
        archive=archive,
        fresh=fresh,
        packed=packed.value if archive else "zst",
    )
    raise typer.Exit(carry_out(order))


@app.command()
def replay(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A WARC file: of `audit --archive`, of wget, of Common Crawl …")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where the report goes (default: replay/ beside FILE).")
    ] = None,
    as_of: Annotated[
        datetime | None,
        typer.Option(
            "--as-of", formats=["%Y-%m-%d"], metavar="DATE", help="Judge freshness as of this day (default: FILE's own)."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print audit.json on stdout, nothing else.")] = False,
    url: Annotated[str, typer.Option("--url", metavar="URL", help="Where to begin (default: FILE's first page).")] = "",
) -> None:
    """Judge an archived site, without the network."""
    from audit.replay import Again, judge_again

    raise typer.Exit(judge_again(Again(file, out, as_of.date() if as_of else None, as_json, url)))


@app.command()
def audits(store: StoreOption = None) -> None:
    """List the audits of the store."""
    from audit.store import Store, StoreError

    path = store or DEFAULT_STORE
    if not path.exists():
        fail(f"{path} does not exist: no audit was kept there yet")
    try:
        with Store(path) as kept:
            for entry in kept.audits():
                counts = ", ".join(f"{n} {verdict}" for verdict, n in sorted(entry.verdicts.items()))
                typer.echo(f"{entry.id:5}  {entry.as_of}  {entry.host}  {entry.commune}  {entry.pages} pages  {counts}")
    except StoreError as error:
        fail(str(error))


@app.command()
def report(
    number: Annotated[int, typer.Argument(metavar="ID", help="Number of the audit, as `arobase audits` lists it.")],
    store: StoreOption = None,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where it goes (default: audits/HOST/DATE/).")] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format", metavar="LIST", help="label, md, html, docx, odt, pdf, json, csv, xlsx (default: json,md,html)."
        ),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print audit.json on stdout, nothing else.")] = False,
) -> None:
    """Write the report of a kept audit again, without crawling, as one document or several."""
    from audit.command import UsageError, rewrite
    from audit.store import StoreError
    from reports.render.formats import MissingExtra

    path = store or DEFAULT_STORE
    if not path.exists():
        fail(f"{path} does not exist: no audit was kept there yet")
    try:
        rewrite(path, number, out, as_json, formats)
    except (StoreError, UsageError, MissingExtra) as error:
        fail(str(error))


@app.command()
def checks(
    check: Annotated[str, typer.Argument(metavar="[CHECK]", help="Explain this one.")] = "",
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print the table of checks/README.md.")] = False,
) -> None:
    """List the checks, or explain one: title, what counts, examples."""
    from checks.catalogue import catalogue
    from checks.check import BadCheck
    from checks.table import explain, listing, markdown

    try:
        found = catalogue().checks
    except BadCheck as error:
        fail(str(error))
    if as_markdown:
        typer.echo(markdown(c for c in found.values() if c.origin == "arobase"), nl=False)
    elif not check:
        typer.echo(listing(found.values()))
    elif check in found:
        typer.echo(explain(found[check]))
    else:
        fail(f"no check is named {check!r}; `arobase checks` lists them")


@app.command()
def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the report goes.")] = Path("audits/demo"),
    store: StoreOption = None,
) -> None:
    """Serve the sample commune on this machine and audit it. Needs no network."""
    from audit.command import UsageError, raise_unless_folder
    from audit.demo.show import show
    from audit.store import StoreError
    from checks.check import BadCheck
    from reports.grid import BadGrid

    try:
        raise_unless_folder(out)
        status = show(out, store or DEFAULT_STORE)
    except (UsageError, StoreError, BadCheck, BadGrid) as error:
        fail(str(error))
    raise typer.Exit(status)


def main() -> None:
    """Entry point of the `arobase` command."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
