"""Gridfile: TOML files of a grid, read and refused with the file, the place, the key and what was expected. Pure."""

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)


class BadGrid(ValueError):
    """A grid that cannot be used: names the file, the key and what was expected."""


def tables(folder: Traversable | Path) -> dict[str, Traversable | Path]:
    """The TOML files of a folder by their names, in order. Raises BadGrid."""
    try:
        return {e.name: e for e in sorted(folder.iterdir(), key=lambda e: e.name) if e.name.endswith(".toml")}
    except OSError as error:
        raise BadGrid(f"{folder}: a folder of TOML files was expected ({error.strerror})") from error


def read(entry: Traversable | Path, model: type[M], rows: Mapping[str, type[BaseModel]], *, named: bool = True) -> M:
    """One file as its model, which is told the file's name when it is `named`. `rows`: key of an array of tables → model of
    its rows. Raises BadGrid."""
    try:
        table = tomllib.loads(entry.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadGrid(f"{entry.name}: {error}") from error
    if "file" in table:
        raise BadGrid(f"{entry.name}: unknown key 'file'")
    try:
        return model.model_validate({**table, "file": entry.name} if named else table)
    except ValidationError as error:
        raise BadGrid("; ".join(_told(entry.name, error, table, model, rows))) from error


def _told(
    file: str, error: ValidationError, table: dict[str, Any], model: type[BaseModel], rows: Mapping[str, type[BaseModel]]
) -> Iterator[str]:
    """Each error as « file: [[line]] 3 (check 'news'), key 'weight': what was expected »."""
    for one in error.errors():
        where = list(one["loc"])
        place, known = "", model
        if len(where) > 1 and where[0] in rows and isinstance(where[1], int):
            entry = table[str(where[0])][where[1]]
            name = next((entry[k] for k in ("check", "name", "id") if entry.get(k)), None) if isinstance(entry, dict) else None
            place = f"[[{where[0]}]] {where[1] + 1}{f' ({name!r})' if name else ''}, "
            known, where = rows[str(where[0])], where[2:]
        key = ".".join(str(w) for w in where)
        if one["type"] == "extra_forbidden":
            told = f"unknown; one of {', '.join(k for k in known.model_fields if k != 'file')} was expected"
        elif one["type"] == "missing":
            told = "missing"
        else:
            told = f"{str(one['msg']).removeprefix('Value error, ')}, found {one['input']!r}"
        yield f"{file}: {place}key {key!r}: {told}"
