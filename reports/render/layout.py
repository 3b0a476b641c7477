"""Layout: how the sentences of a section fall into paragraphs, and what is put to the reviewer. Pure."""

from collections.abc import Sequence
from typing import Protocol, TypeVar


class Line(Protocol):
    """A sentence, of a draft or of a report."""

    @property
    def ask(self) -> bool: ...
    @property
    def opens(self) -> bool: ...
    @property
    def text(self) -> str: ...
    @property
    def suggestion(self) -> str: ...


S = TypeVar("S", bound=Line, covariant=True)


class Titled(Protocol[S]):
    """A section, of a draft or of a report."""

    @property
    def kind(self) -> str: ...
    @property
    def sentences(self) -> Sequence[S]: ...


def paragraphs(section: Titled[S]) -> list[list[S]]:
    """The sentences of a section by paragraph, without the questions; in a list, one a paragraph."""
    made: list[list[S]] = []
    for sentence in section.sentences:
        if sentence.ask:
            continue
        if not made or sentence.opens or section.kind == "list":
            made.append([])
        made[-1].append(sentence)
    return made


def questions(section: Titled[S]) -> list[S]:
    """What is put to the reviewer."""
    return [s for s in section.sentences if s.ask]
