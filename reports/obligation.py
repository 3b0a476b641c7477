"""Obligation: what the law asks of a commune's site, gated by population and date, as TOML. Pure.

An obligation is no criterion of the label. A legal reference is written only where it is certain; without one the obligation is
told and not judged.
"""

from collections.abc import Sequence
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from reports.gridfile import BadGrid, read, tables
from reports.phrases import BadPhrase, parse


class Obligation(BaseModel):
    """One thing that the law asks; words are French.

    `title`: a noun with its article, « la publication du budget ». `asked`, `why`: whole sentences. `verified`: how, a noun or
    an infinitive after « Vérification : ». `mend`: an infinitive. `question`: what the reviewer is asked where the site does
    not tell. `shown`: what the facts add to the title when it is met, a phrase. `provided`: a condition that no site shows (« si elle emploie … »), after « Elle s'impose ».

    `checks` show it: the best of their findings counts; none: it is verified by hand. `decides`: which findings judge it, as
    presence may not prove that it is met, nor absence that it is not. `since`: the day from which it holds. It holds for
    communes of `inhabitants` or more, and of fewer than `below`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str
    asked: str
    why: str
    verified: str
    mend: str
    question: str
    shown: str = ""
    provided: str = ""
    reference: str = ""
    checks: tuple[str, ...] = ()
    decides: Literal["both", "presence", "absence"] = "both"
    since: date
    inhabitants: int = Field(default=0, ge=0)
    below: int | None = None

    @field_validator("shown")
    @classmethod
    def readable(cls, value: str) -> str:
        try:
            parse(value)
        except BadPhrase as error:
            raise ValueError(str(error)) from error
        return value

    @model_validator(mode="after")
    def spans(self) -> "Obligation":
        if self.below is not None and self.below <= self.inhabitants:
            raise ValueError("below: more than inhabitants was expected")
        return self


class Chapter(BaseModel):
    """One file of obligations, told in the order of their `order`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    order: int = 50
    obligation: tuple[Obligation, ...]
    file: str = ""


def read_obligations(folder: Traversable | Path, base: Sequence[Obligation] = ()) -> tuple[Obligation, ...]:
    """The obligations of a folder laid over `base`: by id they replace, others join. Raises BadGrid."""
    chapters = [read(entry, Chapter, {"obligation": Obligation}) for entry in tables(folder).values()]
    found: dict[str, str] = {}
    laid = {one.id: one for one in base}
    for chapter in sorted(chapters, key=lambda c: (c.order, c.file)):
        for one in chapter.obligation:
            if one.id in found:
                raise BadGrid(f"{chapter.file}: obligation {one.id!r} stands in {found[one.id]} already")
            found[one.id] = chapter.file
            laid[one.id] = one
    return tuple(laid.values())
