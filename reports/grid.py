"""Grid: a label's rubrics and what to write about each check, as TOML. A wrong file is refused at start, with its name and key.

One folder is one grid: `label.toml` and one file a rubric, in the order of their names unless `order` says otherwise. A folder
without `label.toml` is laid over ours: its lines replace or join those of the rubric with the same file name.
"""

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

GROUP = "arobase.grids"


class BadGrid(ValueError):
    """A grid file that cannot be used: names the file, the key and what was expected."""


class Line(BaseModel):
    """What is written about one check. Phrases are French; `[…{fact}…]` vanishes when the fact is not known.

    Present: `offer` (an infinitive, « Il est possible de … ») or `thing` (a noun with its article, « Le site propose … ») or
    `said` (a whole sentence). `partial`: a whole sentence, what is there and what is missing. `inactive`: a noun with its
    article. `lack`: a noun with its article, « Manquent … ». `group` keeps related lines together. `concede` names the check
    whose presence softens this absence.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    check: str
    weight: Literal[1, 2, 3] = 1
    thing: str = ""
    offer: str = ""
    said: str = ""
    partial: str = ""
    inactive: str = ""
    lack: str
    absent: str = ""
    group: str = ""
    concede: str = ""
    praise: str = ""
    praise_from: int = 0
    praise_fact: str = ""


class Category(BaseModel):
    """One rubric. `kind`: `rubric` for the label's, `quality` for what is told in a section of its own."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    kind: Literal["rubric", "quality"] = "rubric"
    order: int = 50
    line: tuple[Line, ...] = Field(default=())
    file: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.line


class Label(BaseModel):
    """What the grid is for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: str
    edition: str
    focus: str = "Focus initiatives"
    initiatives: str = "Initiatives {year}"
    participations: str = "Récapitulatif des participations au Label"


class Grid(BaseModel):
    """A label and its rubrics."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    categories: tuple[Category, ...]

    def line_of(self, check: str) -> Line | None:
        return next((line for category in self.categories for line in category.lines if line.check == check), None)


def _read(entry: Traversable) -> dict[str, object]:
    try:
        return tomllib.loads(entry.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadGrid(f"{entry.name}: {error}") from error


def _category(entry: Traversable) -> Category:
    try:
        return Category.model_validate({**_read(entry), "file": entry.name})
    except ValidationError as error:
        raise BadGrid(f"{entry.name}: {_told(error)}") from error


def _told(error: ValidationError) -> str:
    return "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())


def read_grid(folder: Traversable | Path, base: Grid | None = None) -> Grid:
    """The grid of a folder, or `base` with the folder laid over it when it has no `label.toml`. Raises BadGrid."""
    entries = {e.name: e for e in folder.iterdir() if e.name.endswith(".toml")}
    head = entries.pop("label.toml", None)
    if head is None and base is None:
        raise BadGrid(f"{getattr(folder, 'name', folder)}: no label.toml, and no grid to lay it over")
    found = [_category(entries[name]) for name in sorted(entries)]
    if head is not None:
        try:
            label = Label.model_validate(_read(head))
        except ValidationError as error:
            raise BadGrid(f"label.toml: {_told(error)}") from error
        grid = Grid(label=label, categories=tuple(sorted(found, key=lambda c: (c.order, c.file))))
    else:
        assert base is not None
        grid = base.model_copy(update={"categories": tuple(_laid_over(base.categories, found))})
    told: dict[str, str] = {}
    for category in grid.categories:
        for line in category.lines:
            if line.check in told:
                raise BadGrid(f"{category.file}: check {line.check!r} has a line in {told[line.check]} already")
            told[line.check] = category.file
    return grid


def _laid_over(ours: Sequence[Category], theirs: Sequence[Category]) -> Iterator[Category]:
    brought = {line.check for c in theirs for line in c.lines}
    by_file = {c.file: c for c in theirs}
    for category in ours:
        kept = tuple(line for line in category.lines if line.check not in brought)
        new = by_file.pop(category.file, None)
        yield category.model_copy(update={"line": kept + (new.lines if new else ())})
    yield from by_file.values()


@lru_cache(maxsize=8)
def load_grid(name: str = "villes_internet") -> Grid:
    """The packaged grid of this name, with every folder of the installed plugins laid over it. Raises BadGrid."""
    grid = read_grid(files("reports") / "grids" / name)
    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        origin = point.dist.name if point.dist else point.value
        try:
            package, _, folder = point.value.partition(":")
            where = files(package) / folder if folder else files(package)
            grid = read_grid(where, grid)
        except Exception as error:
            raise BadGrid(f"grid {point.name!r} of {origin} cannot be used: {error}") from error
    return grid
