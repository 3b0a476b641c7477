"""Grid: a label's rubrics and what to write about each check, as TOML. A wrong file is refused at start.

One folder is one grid: `label.toml` and one file for each rubric, told in the order of their `order`. A folder without
`label.toml` is laid over another grid: its lines replace, by check id, or join those of the rubric with the same file name; a
file of a new name is a new rubric. The errors name the file, the line, the key and what was expected.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator, model_validator

from reports.gridfile import BadGrid as BadGrid
from reports.gridfile import read, tables
from reports.obligation import Obligation, read_obligations
from reports.rubric import Category, Line, Theme, Told

GROUP = "arobase.grids"
ROWS: dict[str, type[BaseModel]] = {"line": Line, "theme": Theme}
OBLIGATIONS = "obligations"
"""The folder of what the law asks: beside the packaged grids, and within a folder that is laid over them."""


class Label(Told):
    """What the grid is for, and the titles of the sections that no rubric makes."""

    label: str
    edition: str
    focus: str = "Focus initiatives"
    initiatives: str = "Initiatives {year}"
    participations: str = "Récapitulatif des participations au Label"

    @field_validator("initiatives")
    @classmethod
    def holds_year(cls, value: str) -> str:
        if value.replace("{year}", "").count("{"):
            raise ValueError("only {year} can stand in braces")
        return value


class Grid(BaseModel):
    """A label and its rubrics, each check at most once."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    label: Label
    categories: tuple[Category, ...]
    obligations: tuple[Obligation, ...] = ()

    @model_validator(mode="after")
    def whole(self) -> "Grid":
        seen: dict[str, str] = {}
        for category in self.categories:
            for line in category.lines:
                if line.check in seen:
                    raise ValueError(f"{category.file}: check {line.check!r} has a line in {seen[line.check]} already")
                seen[line.check] = category.file
        for category in self.categories:
            if not category.title:
                raise ValueError(f"{category.file}: key 'title': missing")
            for trouble in _loose_ends(category):
                raise ValueError(f"{category.file}: {trouble}")
        return self

    def line_of(self, check: str) -> Line | None:
        return next((line for category in self.categories for line in category.lines if line.check == check), None)


def _loose_ends(category: Category) -> Iterator[str]:
    """Names that lead nowhere."""
    themes = {theme.name for theme in category.theme}
    by_check = {line.check: line for line in category.lines}
    for line in category.lines:
        if line.theme and line.theme not in themes:
            yield f"check {line.check!r}, key 'theme': one of {', '.join(sorted(themes)) or '(no theme)'} expected, not {line.theme!r}"
        for softer in line.concede:
            if softer not in by_check:
                yield f"check {line.check!r}, key 'concede': a check of this rubric expected, not {softer!r}"
            elif not (by_check[softer].offer or by_check[softer].thing):
                yield f"check {line.check!r}, key 'concede': {softer!r} has neither offer nor thing"


def read_grid(folder: Traversable | Path, base: Grid | None = None) -> Grid:
    """The grid of a folder, or `base` with the folder laid over it when it has no `label.toml`. Raises BadGrid."""
    entries = tables(folder)
    head = entries.pop("label.toml", None)
    if head is None and base is None:
        raise BadGrid(f"{folder.name}: label.toml was expected, as there is no grid to lay this folder over")
    law = folder / OBLIGATIONS
    duties = base.obligations if base else ()
    if law.is_dir():
        duties = read_obligations(law, duties)
    elif not entries:
        raise BadGrid(f"{folder.name}: one TOML file for each rubric was expected, none was found")
    found = [read(entry, Category, ROWS) for entry in entries.values()]
    try:
        if head is not None:
            return Grid(label=read(head, Label, {}, named=False), categories=_ordered(found), obligations=duties)
        assert base is not None
        return Grid(label=base.label, categories=_ordered(_laid_over(base.categories, found)), obligations=duties)
    except ValidationError as error:
        raise BadGrid("; ".join(str(e["msg"]).removeprefix("Value error, ") for e in error.errors())) from error


def load_grids(folders: Sequence[Traversable | Path] = (), base: Grid | None = None) -> Grid:
    """`base` (the packaged grid unless given) with each folder laid over it in turn; one with a `label.toml` takes its place.

    Raises BadGrid.
    """
    grid = base or load_grid()
    for folder in folders:
        grid = read_grid(folder, grid)
    return grid


@lru_cache(maxsize=8)
def load_grid(name: str = "villes_internet") -> Grid:
    """The packaged grid of this name, with every folder of the installed plugins laid over it. Raises BadGrid."""
    grids = files("reports") / "grids"
    grid = read_grid(grids / name).model_copy(update={"obligations": read_obligations(grids / OBLIGATIONS)})
    for point in sorted(entry_points(group=GROUP), key=lambda p: p.name):
        origin = point.dist.name if point.dist else point.value
        try:
            package, _, folder = point.value.partition(":")
            where = files(package) / folder if folder else files(package)
            grid = read_grid(where, grid)
        except (BadGrid, ImportError, TypeError, OSError) as error:
            raise BadGrid(f"grid {point.name!r} of {origin} cannot be used: {error}") from error
    return grid


def _ordered(categories: Sequence[Category]) -> tuple[Category, ...]:
    return tuple(sorted(categories, key=lambda c: (c.order, c.file)))


def _laid_over(ours: Sequence[Category], theirs: Sequence[Category]) -> list[Category]:
    """Lines of the same check are replaced where they stand, or leave for the rubric that is brought; the others join."""
    new = {category.file: category for category in theirs}
    brought = {line.check: category.file for category in theirs for line in category.lines}
    laid = []
    for category in ours:
        over = new.pop(category.file, None)
        lines = {line.check: line for line in category.lines if brought.get(line.check, category.file) == category.file}
        themes = {theme.name: theme for theme in category.theme}
        if over:
            lines |= {line.check: line for line in over.lines}
            themes |= {theme.name: theme for theme in over.theme}
        update: dict[str, Any] = {"line": tuple(lines.values()), "theme": tuple(themes.values())}
        if over:
            update |= {key: getattr(over, key) for key in over.model_fields_set & {"title", "kind", "order"}}
        laid.append(category.model_copy(update=update))
    return laid + list(new.values())
