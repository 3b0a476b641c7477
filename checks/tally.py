"""Tally: all sightings of one feature on a site, one entry for each distinct one, and the fate of what they lead to."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from checks.marked import Marked
from checks.observation import Observation, Trust
from checks.text.dates import as_told
from crawler.url import address
from crawler.visit import Outcome

if TYPE_CHECKING:
    from checks.observation import Fact

KEPT = 200
"""Distinct sightings a tally remembers while the walk goes on."""
DENIAL = "denial"
"""The proof of a check's own hint that a page, whatever its name promises, holds none of what the check looks for."""
BARE = "bare"
"""The proof of a check's own hint that a page, of which a label promised the thing, shows none of it: it may be there and not seen."""
_NAMING = frozenset({"label", "heading", "section", "path", "document"})


@dataclass(slots=True)
class Tally:
    """All sightings of one check so far, one entry for each distinct one, and the fate of what they lead to."""

    check: str
    seen: dict[tuple[str, str], Observation] = field(default_factory=dict)
    times: dict[tuple[str, str], int] = field(default_factory=dict)
    urls: Marked = field(default_factory=Marked)
    """the pages it was seen on"""
    fates: Mapping[str, Outcome] = field(default_factory=dict)
    faults: int = 0
    denied: Collection[str] = ()
    """addresses of pages that say that there is none of what they are named after, or that hold nothing"""

    def knows(self, key: tuple[str, str], url: str) -> bool:
        """Whether this sighting is already kept; the page is counted either way."""
        if key in self.seen:
            self.urls.add(url)
            self.times[key] += 1
            return True
        return len(self.seen) >= KEPT

    def outranks(self, ranked: tuple[int, bool, int], key: tuple[str, str], url: str) -> bool:
        """Whether a sighting of this rank adds nothing but its page, which is then counted."""
        known = self.seen.get(key)
        if (len(self.seen) < KEPT) if known is None else ranked > rank(known):
            return False
        if ranked[0] > Trust.HINT:
            self.urls.add(url)
        if known is not None:
            self.times[key] += 1
        return True

    def add(self, observation: Observation, key: tuple[str, str] | None = None) -> Observation | None:
        """The sighting as it is kept, None when it adds but its page: another with the same key says as much."""
        key = key or key_of(observation)
        if self.outranks(rank(observation), key, observation.url):
            return None
        if observation.trust is not Trust.HINT:
            self.urls.add(observation.url)
        self.times[key] = self.times.get(key, 0) + 1
        kept = self.seen[key] = observation.settled()
        return kept

    def fate(self, observation: Observation) -> Outcome | None:
        """How the target of the sighting ended, None when it has none or was not tried."""
        return self.fates.get(address(observation.target)) if observation.target else None

    def dead(self, observation: Observation) -> bool:
        fate = self.fate(observation)
        return fate is not None and fate.dead

    def hands_out_dead(self, observation: Observation) -> bool:
        """Whether the page that a label leads to, or that names the thing, hands out papers, and each of them is dead."""
        if observation.proof not in _NAMING or not self.fates:
            return False
        page = address(observation.target if observation.proof == "label" and observation.target else observation.url)
        papers = [o for o in self.seen.values() if o.proof == "document" and address(o.url) == page]
        return bool(papers) and all(map(self.dead, papers))

    def of(self, *proofs: str, trust: Trust = Trust.LIKELY) -> list[Observation]:
        """The sightings of these kinds of proof (all when none is named) of at least this trust, in order."""
        return [
            o
            for o in self.seen.values()
            if o.trust >= trust and (not proofs or o.proof in proofs) and not (trust > Trust.HINT and self.is_denied(o))
        ]

    def is_denied(self, observation: Observation) -> bool:
        """Whether the page or section that a label leads to, or a heading stands on, says that there is none or holds nothing of it."""
        if observation.proof not in _NAMING:
            return False
        section = observation.target if observation.proof in ("label", "document") else observation.url
        place = address(section)
        named = (place, section.replace("/#", "#"))
        if place in self.denied or any(o.proof == DENIAL and o.target in named for o in self.seen.values()):
            return True
        # A card that bears the words of a label only announces the page to which that leads.
        return observation.proof == "heading" and any(
            o.proof == "label" and o.excerpt.lower() == observation.excerpt.lower() and self.is_denied(o)
            for o in self.seen.values()
        )

    def is_name(self, observation: Observation) -> bool:
        """Whether it is a mere name: a heading, or a label that leads to a page which shows nothing of it."""
        place = address(observation.target)
        return observation.proof == "heading" or (
            observation.proof == "label" and any(o.proof == BARE and o.target == place for o in self.seen.values())
        )

    def newest(self, until: date = date.max) -> date | None:
        """The latest day among the sightings that carry one, up to `until`."""
        return max((o.dated for o in self.seen.values() if o.dated and o.dated <= until), default=None)

    def facts(self, as_of: date = date.max) -> dict[str, "Fact"]:
        """Facts of all sightings. The most trusted, then the most often seen one wins; counts take the largest."""
        merged: dict[str, Fact] = {}
        for key, observation in sorted(self.seen.items(), key=lambda item: (-item[1].trust, -self.times[item[0]])):
            for name, value in observation.facts.items():
                if name.startswith("_") or (name == "rubric" and self.is_denied(observation)):
                    continue
                known = merged.setdefault(name, value)
                if isinstance(known, int) and isinstance(value, int) and not key[0].startswith("fact:"):
                    merged[name] = max(known, value)
        newest = latest(self.seen.values(), as_of)
        if newest:
            merged.setdefault("last", newest)
        return merged


def latest(seen: Iterable[Observation], until: date = date.max) -> "Fact | None":
    """The latest day among sightings, as exactly as it is told; None when none of them bears one."""
    dated = [(o.dated, o.excerpt) for o in seen if o.dated and o.dated <= until]
    newest = max((day for day, _ in dated), default=None)
    return as_told(newest, " ".join(words for day, words in dated if day == newest)) if newest else None


def key_of(observation: Observation) -> tuple[str, str]:
    """What two sightings of the same thing have in common."""
    return observation.proof, observation.target or observation.excerpt


def rank(observation: Observation) -> tuple[int, bool, int]:
    """The higher, the better a proof of the same thing."""
    return observation.trust, observation.whole, (observation.dated or date.min).toordinal()
