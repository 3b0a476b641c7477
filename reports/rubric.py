"""Rubric: one TOML file of a grid, with its themes and its lines: what to write about each check. Pure."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from reports.phrases import BadPhrase, parse


def _phrases(value: Any) -> Any:
    return (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else value


Phrases = Annotated[tuple[str, ...], BeforeValidator(_phrases)]
"""One phrase or several, the first usable one wins (see reports/phrases.py)."""
Ids = Annotated[tuple[str, ...], BeforeValidator(_phrases)]
PHRASES = ("thing", "offer", "said", "tail", "partial", "inactive", "lack", "absent", "ask", "praise", "parts", "lead", "aim")


class Told(BaseModel):
    """What holds for every table of a rubric."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator(*PHRASES, check_fields=False)
    @classmethod
    def readable(cls, value: Any) -> Any:
        for phrase in (value,) if isinstance(value, str) else value:
            try:
                parse(phrase)
            except BadPhrase as error:
                raise ValueError(str(error)) from error
        return value


class Line(Told):
    """What is written about one check; phrases are French.

    Present: `said` (a whole sentence), else `thing` (a noun with its article, « Le site présente … »), else `offer` (an
    infinitive, « Il est possible de … »). `tail` is a verb that ends the sentence of its theme (« fait aussi mention … »).
    `partial`: a whole sentence, what is there and what is missing. `inactive`: a noun with its article. `lack`: an indefinite
    noun with its article, « Manquent … »; `absent`: a whole sentence instead. `ask`: the question when it cannot be told.
    `concede` names the checks of this rubric whose presence softens the absence. `praise` is suggested, never written, when
    every fact of `praise_when` reaches its figure. `parts` become the fact {parts}, enumerated. `theme` keeps lines together.
    `topic`: the bare noun, when all that was seen is a heading somewhere: « Le site évoque … ».
    `any_rubric`: the sentence names the site's own section whatever its label, as it only says where the thing stands.
    `since`: the year before which nobody asked it of a site, so that its absence is not told.
    """

    check: str
    weight: Literal[1, 2, 3] = 1
    theme: str = ""
    topic: str = ""
    thing: Phrases = ()
    offer: Phrases = ()
    said: Phrases = ()
    tail: Phrases = ()
    partial: Phrases = ()
    inactive: Phrases = ()
    lack: str
    absent: Phrases = ()
    ask: Phrases = ()
    concede: Ids = ()
    tell_absence: bool = False
    since: int = 0
    any_rubric: bool = False
    parts: Phrases = ()
    praise: Phrases = ()
    praise_when: dict[str, int] = Field(default_factory=dict)

    @property
    def worth_telling(self) -> bool:
        """Whether its absence is told among the first."""
        return self.weight > 1 or self.tell_absence


class Theme(Told):
    """Lines that are told together. `lead` opens the sentence of their things (« Le site publie »; an ending « de » or « à »
    contracts with what follows), `aim` ends the one of two offers or more. `praise` is suggested when all are present."""

    name: str
    lead: str = ""
    aim: str = ""
    praise: Phrases = ()
    praise_from: int = 99


class Category(Told):
    """One rubric. `kind`: `rubric` for the label's own, `quality` for what is told in a section of its own. A file that is laid
    over another one may leave out its title."""

    title: str = ""
    kind: Literal["rubric", "quality"] = "rubric"
    order: int = 50
    theme: tuple[Theme, ...] = ()
    line: tuple[Line, ...] = ()
    file: str = ""

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.line

    @property
    def name(self) -> str:
        """What the keys of its sentences begin with."""
        return self.file.removesuffix(".toml")

    def theme_of(self, line: Line) -> Theme:
        """The theme of a line; a line of no theme is one by itself."""
        return next((t for t in self.theme if t.name == line.theme), Theme(name=line.theme or line.check))
