"""Links in the report: how many addresses were asked, what could not be told and why, what is wrong as it is written. Pure."""

from pydantic import BaseModel, ConfigDict, Field


class _Record(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class LinkSample(_Record):
    """One link: the page where it stands, its words, where it leads."""

    page: str
    text: str = ""
    target: str


class LinkFault(LinkSample):
    """A link that is wrong as it is written, so that nothing had to be asked. `kind`: fragment, mail, phone."""

    kind: str
    fault: str


class LinksRecord(_Record):
    """`checked` = `alive` + `dead` + `unverifiable`. `by_reason` counts those that are not alive by outcome; `examples` names a few.

    `pictures` are those of `dead` that are missing images. `by_kind`: internal, external, document, embed, image. Faults are beside these counts; `by_fault` counts them all.
    """

    checked: int = 0
    alive: int = 0
    dead: int = 0
    pictures: int = 0
    unverifiable: int = 0
    by_reason: dict[str, int] = Field(default_factory=dict)
    by_kind: dict[str, int] = Field(default_factory=dict)
    examples: dict[str, tuple[LinkSample, ...]] = Field(default_factory=dict)
    faults: tuple[LinkFault, ...] = ()
    by_fault: dict[str, int] = Field(default_factory=dict)
