"""Picture: a drawing with the figures it is drawn from, told again as words and as a table for whom it is not. Pure."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Picture:
    """`name` is unique on a page; `told` says what is to be seen; `rows` under `columns` hold every figure that is drawn."""

    name: str
    title: str
    told: str
    svg: Markup
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
