"""Options: what several commands share."""

from enum import StrEnum
from typing import Annotated, NoReturn

import typer

from crawler.limits import VERSION

DONE, FAILED, USAGE, UNREACHABLE, UNMET = 0, 1, 2, 3, 10


class Packed(StrEnum):
    """How an archive is compressed."""

    gz = "gz"
    zst = "zst"


class Form(StrEnum):
    """What the tables of an export are written in."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


class Render(StrEnum):
    """Whether pages made by scripts are shown to a browser."""

    auto = "auto"
    never = "never"
    always = "always"


def fail(message: str, status: int = USAGE) -> NoReturn:
    """Say what is wrong on stderr and leave."""
    typer.echo(f"arobase: {message}", err=True)
    raise typer.Exit(status)


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"arobase {VERSION}")
        raise typer.Exit(DONE)


Version = Annotated[bool, typer.Option("--version", is_eager=True, callback=_tell_version, help="Tell the version.")]
StoreOption = Annotated[
    str, typer.Option("--store", metavar="STORE", envvar="AROBASE_STORE", help="Store: a file, or postgresql://… for fleets.")
]
ShelfOption = Annotated[
    str,
    typer.Option(
        "--shelf",
        metavar="WHERE",
        envvar="AROBASE_SHELF",
        help="Where the pages that were read are kept for the desk: a folder, or s3://bucket/prefix [beside the store].",
    ),
]
DEFAULT_STORE = "audits/arobase.sqlite"
