"""Check: what one feature is and how it is seen. A check is a value: pure, stateless, silent."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from checks.finding import EVIDENCE, Judge
from checks.observation import Observation
from checks.signs import Example, Sign
from crawler.page import Page
from crawler.visit import Visit

PageLook = Callable[[Page], Iterator[Observation]]
VisitLook = Callable[[Visit], Iterator[Observation]]


class BadCheck(ValueError):
    """A check that is declared wrongly: refused at start."""


@dataclass(frozen=True)
class Check:
    """One feature.

    `id` is for ever and is the name of its file and variable; `title` is French, for people. `signs` are looked for on every
    page; `look` and `on_visit` are generators for what data cannot say. `judge` has the last word over the sightings,
    `keep` is how many of them the finding keeps. `counts` says in one French sentence what counts and what does not.
    `by_name` is false for what one uses or reads: that something is called so proves nothing as long as it is not seen there.
    """

    id: str
    title: str
    signs: Sequence[Sign] = ()
    look: PageLook | None = None
    on_visit: VisitLook | None = None
    judge: Judge | None = None
    keep: int = EVIDENCE
    counts: str = ""
    examples: Sequence[Example] = ()
    formerly: tuple[str, ...] = ()
    origin: str = "arobase"
    by_name: bool = True

    def __post_init__(self) -> None:
        if not self.id.isidentifier() or not self.id.islower():
            raise BadCheck(f"{self.id!r} is no check id: lower-case letters, digits and underscores are expected")
        if not self.title:
            raise BadCheck(f"check {self.id!r} has no title")
        if not (self.signs or self.look or self.on_visit):
            raise BadCheck(f"check {self.id!r} looks for nothing: it has neither signs nor a look")


def check(
    id: str,
    title: str,
    *,
    signs: Iterable[Sign] = (),
    judge: Judge | None = None,
    keep: int = EVIDENCE,
    by_name: bool = True,
    counts: str = "",
    examples: Sequence[Example] = (),
    formerly: tuple[str, ...] = (),
) -> Callable[[PageLook], Check]:
    """Make a check of a generator over pages; `signs` are looked for as well."""

    def made(look: PageLook) -> Check:
        return Check(id, title, tuple(signs), look, None, judge, keep, counts, examples, formerly, by_name=by_name)

    return made


def check_on_visit(
    id: str,
    title: str,
    *,
    signs: Iterable[Sign] = (),
    look: PageLook | None = None,
    judge: Judge | None = None,
    keep: int = EVIDENCE,
    by_name: bool = True,
    counts: str = "",
    examples: Sequence[Example] = (),
    formerly: tuple[str, ...] = (),
) -> Callable[[VisitLook], Check]:
    """Make a check of a generator over visits: what the walk tried, found and lost. A check never fetches."""

    def made(on_visit: VisitLook) -> Check:
        return Check(id, title, tuple(signs), look, on_visit, judge, keep, counts, examples, formerly, by_name=by_name)

    return made
