"""Sightings: all that was seen on one page, in a form that says it again when the page is met unchanged."""

from dataclasses import dataclass, field, replace
from datetime import datetime
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

    def again(self, at: datetime) -> Observation:
        """The same, seen once more."""
        return replace(self.observation, fetched_at=at)


@dataclass(slots=True)
class Sightings:
    """What was seen on one page, in the order of the look."""

    seen: list[Seen] = field(default_factory=list)
    matched: list[Told] = field(default_factory=list)
    """by signs: the same one on a second page only counts its page"""
    looked: list[Told] = field(default_factory=list)
    """by looks"""
    denied: bool = False
    """the page says that there is none of what it is named after"""
