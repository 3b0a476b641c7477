"""Sightings: all that was seen on one page, in a form that says it again when the page is met unchanged."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from checks.observation import Observation

Key = tuple[str, str]


Rank = tuple[int, bool, int]


class Seen(NamedTuple):
    """A sighting by a sign whose proof another page gave already: the check's number and the tally's key."""

    check: int
    key: Key


class Again(NamedTuple):
    """A sighting by a look that says no more than another page did."""

    check: int
    key: Key
    rank: Rank


class Told(NamedTuple):
    """A sighting with its proof."""

    check: int
    key: Key
    observation: Observation


class Recalled(NamedTuple):
    """A sighting of an earlier audit, the `number`th of its page."""

    check: int
    key: Key
    rank: Rank
    number: int


@dataclass(slots=True)
class Sightings:
    """What was seen on one page, in the order of the look."""

    seen: list[Seen] = field(default_factory=list)
    over: list[Seen] = field(default_factory=list)
    """by signs, beyond what a tally keeps: each page of a large site has its own"""
    matched: list[Told] = field(default_factory=list)
    """by signs: the same one on a second page only counts its page"""
    looked: list[Told] = field(default_factory=list)
    """by looks"""
    again: list[Again] = field(default_factory=list)
    """by looks as well, without a proof of their own"""
    beyond: list[Again] = field(default_factory=list)
    """by looks, beyond what a tally keeps"""
    denied: bool = False
    """the page says that there is none of what it is named after, or holds nothing"""
    vain: bool = False
    """the page to which labels lead holds nothing: its few words prove nothing either"""
    promised: tuple[tuple[int, str], ...] = ()
    """by labels that lead there, and held against it"""


@dataclass(frozen=True, slots=True)
class Recollection:
    """What was seen on a page that is met unchanged, as `Sightings`. `observe` makes a proof, where it counts."""

    seen: list[Seen]
    matched: list[Recalled]
    looked: list[Recalled]
    again: list[Again]
    denied: bool
    promised: tuple[tuple[int, str], ...]
    observe: Callable[[Recalled], Observation]
