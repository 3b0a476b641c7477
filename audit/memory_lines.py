"""Memory's lines: sightings, proofs and numbers as short lines of JSON. Pure."""

import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from checks.observation import Observation, Trust
from checks.sightings import Again

_compact = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def as_bytes(told: Any) -> bytes:
    """Compact JSON, whatever its letters."""
    return _compact(told).encode("utf-8", "surrogatepass")


def parsed(line: bytes) -> Any:
    """What `as_bytes` made."""
    return json.loads(line.decode("utf-8", "surrogatepass"))


def packed_numbers(some: Iterable[int]) -> str:
    """Numbers below 2**32 in one short word."""
    return b64encode(array("I", some).tobytes()).decode("ascii")


def numbers(packed: str) -> "array[int]":
    """What `packed_numbers` made."""
    found = array("I")
    found.frombytes(b64decode(packed))
    return found


def flat(again: Again) -> tuple[Any, ...]:
    """(check, kind, name, trust, whole, day)."""
    return again.check, *again.key, *again.rank


def again_of(line: Sequence[Any]) -> Again:
    """What `flat` made."""
    check, kind, name, trust, whole, day = line
    return Again(check, (kind, name), (trust, whole, day))


def proof_of(seen: Observation) -> tuple[Any, ...]:
    """A sighting without its page."""
    dated = seen.dated.isoformat() if seen.dated else ""
    facts, days = dict(seen.facts), []
    for name, value in facts.items():
        if isinstance(value, date):
            facts[name] = value.isoformat()
            days.append(name)
    return seen.excerpt, seen.selector, seen.trust.value, seen.proof, seen.target, seen.whole, dated, facts, days


def observation_of(about: list[Any], row: dict[str, Any], at: datetime) -> Observation:
    """What `proof_of` told, on the page of a row, met again at this time."""
    excerpt, selector, trust, proof, target, whole, dated, facts, days = about
    return Observation(
        url=row["landed"],
        excerpt=excerpt,
        selector=selector,
        fetched_at=at,
        digest=row["digest"],
        trust=Trust(trust),
        proof=proof,
        target=target,
        whole=whole,
        dated=date.fromisoformat(dated) if dated else None,
        facts={name: date.fromisoformat(value) if name in days else value for name, value in facts.items()},
    )
