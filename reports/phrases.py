"""Phrases: what the grid says, filled with the facts of a finding. Pure.

`[ sur {platform}]` is an optional part: it vanishes when one of its facts is not known. Outside brackets a missing fact makes
the phrase unusable, and its plainer form is taken.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from reports import french

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FACT = re.compile(r"\{(\w+)\}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def fill(phrase: str, facts: Mapping[str, Any]) -> str:
    """The phrase with its facts; '' when a fact outside brackets is missing."""
    known = {name: tell(value) for name, value in facts.items() if value not in (None, "")}

    def part(match: re.Match[str]) -> str:
        names = _FACT.findall(match.group(1))
        return match.group(1) if all(name in known for name in names) else ""

    line = _OPTIONAL.sub(part, phrase)
    if any(name not in known for name in _FACT.findall(line)):
        return ""
    return _FACT.sub(lambda match: known[match.group(1)], line)


def tell(value: Any) -> str:
    """A fact as French writes it: dates in words, figures with their spaces, foreign text on one line without controls."""
    if isinstance(value, date):
        return french.day(value)
    if isinstance(value, int):
        return french.figure(value)
    return clean(str(value))


def clean(text: str, most: int = 120) -> str:
    """Text of a site, safe to stand in a sentence: one line, no control or direction characters, not endless."""
    line = re.sub(r"\s+", " ", _CONTROL.sub(" ", text)).strip()
    return line if len(line) <= most else line[: most - 1].rsplit(" ", 1)[0] + "…"
