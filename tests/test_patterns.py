"""No regular expression of the house can be made slow: each is run over hostile text, its own words included, in under a second."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from typing import Any

import pytest

FLOORS = ("crawler", "checks", "reports", "audit")
LENGTH = 20_000
PIECES = (
    " ", "\n", "\t", "a", "A-", "1", "é", "a ", "1 ", ". ", ", ", "-", "/", "//", "a/", "1/", "=", "&", "?a=1&", ":", ";", "'", '"', "<",
    "<a ", "<!--", "</", "(", ")", "[", "{", "@", "a@", "a.", "%", "%41", "#", "\u00a0", "mairie de ", "maire ", "le 1er mai 2026 ",
    "2026-", "01/02/", "12 h 30 ", "id=", 'id="', "url=", "« ", "http://", "0381 ", "word word-", "De La ", "A. ",
)  # fmt: skip


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern that a module of the house keeps, wherever it keeps it."""
    known: dict[tuple[str, int], str] = {}
    for floor in FLOORS:
        package = importlib.import_module(floor)
        for module in pkgutil.walk_packages(package.__path__, f"{floor}."):
            if module.name.endswith(("__main__", "migrations.env")):
                continue
            for name, value in vars(importlib.import_module(module.name)).items():
                for number, pattern in enumerate(held(value)):
                    key = (pattern.pattern, pattern.flags)
                    if key not in known:
                        known[key] = f"{module.name}.{name}" + (f"[{number}]" if number else "")
                        yield known[key], pattern


def held(value: Any, depth: int = 4) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth and isinstance(value, dict):
        for one in value.values():
            yield from held(one, depth - 1)
    elif depth and isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from held(one, depth - 1)


ALL = dict(patterns())


def hostile(pattern: re.Pattern[str]) -> Iterator[str]:
    words = re.findall(r"[^\W_]{2,}", re.sub(r"\\.|\[[^\]]*\]|\{[^}]*\}", " ", pattern.pattern))
    for piece in dict.fromkeys((*PIECES, *words[:12], *(f"{word} " for word in words[:12]), " ".join(words[:6]))):
        if piece:
            yield piece * (LENGTH // len(piece))


def test_the_patterns_are_found() -> None:
    assert len(ALL) > 60


@pytest.mark.parametrize("name", ALL)
def test_no_pattern_is_slow(name: str) -> None:
    pattern = ALL[name]
    slow = {}
    for text in hostile(pattern):
        began = time.process_time()
        for _ in pattern.finditer(text):
            pass
        pattern.match(text)
        pattern.fullmatch(text)
        spent = time.process_time() - began
        if spent > 1:
            slow[text[:12]] = round(spent, 1)
            break
    assert slow == {}, pattern.pattern
