"""The command line. Heavy parts are imported by the command that needs them, so that `--help` answers at once."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from audit.desk.command import cases, desk
from audit.options import DEFAULT_STORE, Form, Packed, Render, ShelfOption, StoreOption, Version, fail
from audit.watch import commands

app = typer.Typer(
    help="arobase : l'adresse d'une commune → le brouillon de son évaluation, chaque phrase avec sa preuve.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(desk, name="desk")
app.add_typer(cases, name="cases")


@app.callback()
def every(_: Version = False) -> None:
    pass


@app.command()
def audit(
    url: Annotated[str, typer.Argument(metavar="URL", help="Address of the commune's site.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="Where the report goes (default: audits/HOST/DATE/).")
    ] = None,
    store: StoreOption = DEFAULT_STORE,
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
    keep_pages: Annotated[bool, typer.Option(help="Keep the pages that were read: the desk shows proofs on them.")] = True,
    shelf: ShelfOption = "",
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
        store=store,
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
        keep_pages=keep_pages,
        shelf=shelf,
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
def audits(store: StoreOption = DEFAULT_STORE) -> None:
    """List the audits of the store."""
    from audit.database import StoreError
    from audit.store import Store

    try:
        with Store(store, make=False) as kept:
            for entry in kept.audits():
                counts = ", ".join(f"{n} {verdict}" for verdict, n in sorted(entry.verdicts.items()))
                typer.echo(f"{entry.id:5}  {entry.as_of}  {entry.host}  {entry.commune}  {entry.pages} pages  {counts}")
    except StoreError as error:
        fail(str(error))


@app.command()
def report(
    number: Annotated[int, typer.Argument(metavar="ID", help="Number of the audit, as `arobase audits` lists it.")],
    store: StoreOption = DEFAULT_STORE,
    out: Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Where it goes (default: audits/HOST/DATE/).")] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format", metavar="LIST", help="label, md, html, docx, odt, pdf, json, csv, xlsx (default: json,md,html)."
        ),
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print audit.json on stdout, nothing else.")] = False,
    short: Annotated[bool, typer.Option("--short", help="With the short draft: a paragraph a rubric.")] = False,
    as_drafted: Annotated[bool, typer.Option("--as-drafted", help="Without what was decided at the desk.")] = False,
) -> None:
    """Write the report of a kept audit again, without crawling, as one document or several."""
    from audit.command import UsageError
    from audit.database import StoreError
    from audit.rewriting import rewrite
    from reports.render.formats import MissingExtra

    try:
        rewrite(store, number, out, as_json, formats, short, as_drafted)
    except (StoreError, UsageError, MissingExtra) as error:
        fail(str(error))


@app.command()
def changes(
    site: Annotated[str, typer.Argument(metavar="SITE", help="Host or address of the site: www.besancon.fr.")],
    store: StoreOption = DEFAULT_STORE,
    as_json: Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")] = False,
) -> None:
    """What changed between the last two audits of a site: the site's doing apart from our rules'."""
    from audit import compare
    from audit.database import StoreError
    from reports.render.changed import changed

    try:
        told = compare.compared(store, site)
    except StoreError as error:
        fail(str(error))
    typer.echo(compare.as_json(told) if as_json else changed(told), nl=as_json)


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
def export(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the tables go.")],
    form: Annotated[
        Form, typer.Option("--format", help="csv is made for spreadsheets; parquet needs arobase[observatory].")
    ] = Form.csv,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write the latest audit of each commune as tables, with the description of their columns."""
    from audit.command import UsageError, raise_unless_folder, say
    from audit.database import StoreError
    from audit.export import MissingLibrary
    from audit.export import export as written
    from audit.store import Store
    from checks.catalogue import catalogue
    from checks.check import BadCheck

    try:
        raise_unless_folder(out)
        with Store(store, make=False) as kept:
            number = written(kept, out, form.value, catalogue(), date.today())
    except (UsageError, StoreError, BadCheck, MissingLibrary) as error:
        fail(str(error))
    say(f"{number} communes: {out / 'datapackage.json'} tells what the tables hold")


@app.command()
def observatory(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder of the site: any web server can serve it, or none.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write the observatory: a static web site of what communes offer, with maps, figures and a page a commune."""
    from audit.command import UsageError, raise_unless_folder, say
    from audit.database import StoreError
    from audit.observatory import observatory as written
    from audit.store import Store
    from checks.catalogue import catalogue
    from checks.check import BadCheck
    from reports.grid import BadGrid, load_grid

    try:
        raise_unless_folder(out)
        with Store(store, make=False) as kept:
            number = written(kept, out, catalogue(), load_grid(), date.today())
    except (UsageError, StoreError, BadCheck, BadGrid) as error:
        fail(str(error))
    say(f"{number} communes: {out / 'index.html'}")


@app.command()
def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the report goes.")] = Path("audits/demo"),
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Serve the sample commune on this machine and audit it. Needs no network."""
    from audit.command import UsageError, raise_unless_folder
    from audit.database import StoreError
    from audit.demo.show import show
    from checks.check import BadCheck
    from reports.grid import BadGrid

    try:
        raise_unless_folder(out)
        status = show(out, store)
    except (UsageError, StoreError, BadCheck, BadGrid) as error:
        fail(str(error))
    raise typer.Exit(status)


app.add_typer(commands.watch, name="watch")
app.command()(commands.work)
app.add_typer(commands.fleet, name="fleet")


def main() -> None:
    """Entry point of the `arobase` command."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
