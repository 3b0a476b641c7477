"""Sightings: all that was seen on one page, in a form that says it again when the page is met unchanged."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from checks.observation import Observation

Key = tuple[str, str]


class Seen(NamedTuple):
    """A sighting whose proof another page gave already: the check's number and the tally's key."""

    check: int
    key: Key


class Told(NamedTuple):
    """A sighting with its proof."""

    check: int
    key: Key
    observation: Observation


class Recalled(NamedTuple):
    """A sighting of an earlier audit, the `number`th of its page."""

    check: int
    key: Key
    rank: tuple[int, bool, int]
    number: int


@dataclass(slots=True)
class Sightings:
    """What was seen on one page, in the order of the look."""

    seen: list[Seen] = field(default_factory=list)
    over: list[Seen] = field(default_factory=list)
    """beyond what a tally keeps: each page of a large site has its own"""
    matched: list[Told] = field(default_factory=list)
    """by signs: the same one on a second page only counts its page"""
    looked: list[Told] = field(default_factory=list)
    """by looks"""
    denied: bool = False
    """the page says that there is none of what it is named after, or holds nothing"""


@dataclass(frozen=True, slots=True)
class Recollection:
    """What was seen on a page that is met unchanged, as `Sightings`. `observe` makes a proof, where it counts."""

    seen: list[Seen]
    matched: list[Recalled]
    looked: list[Recalled]
    denied: bool
    observe: Callable[[Recalled], Observation]
