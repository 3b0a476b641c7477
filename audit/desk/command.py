"""The desk on the command line. Heavy parts are imported by the command that needs them."""

import os
from pathlib import Path
from typing import Annotated

import typer

from audit.options import DEFAULT_STORE, ShelfOption, StoreOption, fail

desk = typer.Typer(help="Le bureau : relire, corriger et signer les évaluations.", invoke_without_command=True)
cases = typer.Typer(help="Corrections notées au bureau.", no_args_is_help=True)

ROLES = ("reader", "reviewer", "administrator")


@desk.callback()
def open_desk(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Address to listen on. Others than loopback need accounts.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8017,
    store: StoreOption = DEFAULT_STORE,
    shelf: ShelfOption = "",
    origin: Annotated[
        str, typer.Option(metavar="URL", help="Address that readers type when a proxy stands before the desk: https://…")
    ] = "",
    issuer: Annotated[
        str,
        typer.Option(
            "--oidc",
            metavar="URL",
            envvar="AROBASE_OIDC_ISSUER",
            help="Sign in by this OpenID Connect provider too; AROBASE_OIDC_CLIENT and AROBASE_OIDC_SECRET are the desk's there.",
        ),
    ] = "",
) -> None:
    """Open the desk in a browser: review, correct and sign drafts."""
    if context.invoked_subcommand:
        return
    from audit.database import StoreError
    from audit.desk.serve import NotSafe, Opening, serve
    from audit.store import Store

    try:
        with Store(store, make=False, shelf=shelf) as kept:
            serve(
                kept,
                Opening(
                    host,
                    port,
                    origin,
                    issuer,
                    os.environ.get("AROBASE_OIDC_CLIENT", ""),
                    os.environ.get("AROBASE_OIDC_SECRET", ""),
                ),
                lambda line: typer.echo(f"arobase: {line}", err=True),
            )
    except (StoreError, NotSafe) as error:
        fail(str(error))


@desk.command("add-user")
def add_user(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As it is to stand in the journal and under signatures.")],
    store: StoreOption = DEFAULT_STORE,
    role: Annotated[
        str, typer.Option(help="reader, reviewer or administrator (default: administrator, for the first one).")
    ] = "",
    password: Annotated[
        str, typer.Option(envvar="AROBASE_PASSWORD", help="12 characters at least; asked for when it is not given.")
    ] = "",
    elsewhere: Annotated[
        bool, typer.Option("--oidc", help="No password: NAME is the e-mail address that the provider knows.")
    ] = False,
) -> None:
    """Make an account."""
    from audit.database import StoreError
    from audit.desk.accounts import Accounts, Refused, Role
    from audit.store import Store

    if role and role not in ROLES:
        fail(f"--role {role!r}: reader, reviewer or administrator were expected")
    try:
        with Store(store) as kept:
            accounts = Accounts(kept.engine)
            given = Role[role.upper()] if role else Role.REVIEWER if accounts.any() else Role.ADMINISTRATOR
            if not (password or elsewhere):
                password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
            accounts.add(name, password, given, elsewhere=elsewhere)
            typer.echo(f"arobase: {name} may sign in as {given.name.lower()}", err=True)
    except (StoreError, Refused) as error:
        fail(str(error))


@cases.command("export")
def export_cases(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where CHECK/HOST-NUMBER.html go.")],
    store: StoreOption = DEFAULT_STORE,
) -> None:
    """Write the corrections noted at the desk as pages that the checks are tried on."""
    from audit.database import StoreError
    from audit.desk.cases import Cases, export
    from audit.store import Store

    try:
        with Store(store, make=False) as kept:
            found = Cases(kept.engine).all()
            count = export(found, folder)
    except (StoreError, OSError) as error:
        fail(str(error))
    typer.echo(f"arobase: {count} cases are in {folder}; {len(found) - count} have no page in an archive", err=True)
