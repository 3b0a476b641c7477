"""French folding, and one index over every phrase that the checks declare. Pure.

Folding makes one spelling of many: lower case, no accents, œ and æ opened, apostrophes, hyphens and all punctuation to
spaces, articles and small prepositions dropped, final plural marks dropped. « Comptes-rendus des Conseils » and « compte
rendu du conseil » fold to the same words.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import unquote

import ahocorasick

SMALL = frozenset(["de", "du", "d", "la", "le", "l", "un", "une", "et", "au", "a", "en"])
"""Words dropped by folding, as they are once their plural mark is gone."""

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_LIGATURES = {"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "ß": "ss", "№": "n "}


class _Folding(dict[int, str]):
    """A translation table that learns each character once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _LIGATURES.get(character)
        if folded is None:
            plain = unicodedata.normalize("NFKD", character)
            folded = "".join(c.lower() if c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain)
        self[code] = folded
        return folded


_TABLE = _Folding()


def words(text: str) -> list[str]:
    """The folded words of a text, small words dropped."""
    line = f" {text.translate(_TABLE)} ".replace("s ", " ").replace("x ", " ")
    return [word for word in line.split() if word not in SMALL]


def fold(text: str) -> str:
    """The folded text with a space before and after each word, so that ` word ` matches whole words only."""
    return f" {' '.join(words(text))} "


@lru_cache(maxsize=8192)
def fold_label(text: str) -> str:
    """`fold` for short texts that come again on every page."""
    return fold(text)


@lru_cache(maxsize=4096)
def fold_path(path: str) -> str:
    """A URL path folded to words: `/ComptesRendus-2024.php` reads « compte rendu 2024 php »."""
    return fold(_CAMEL.sub(" ", unquote(path, errors="replace")))


class Phrases:
    """A set of phrases that is searched at one go, as whole words in folded text."""

    def __init__(self, *phrases: str) -> None:
        self.folded = tuple(dict.fromkeys(fold(p) for p in phrases))

    def __repr__(self) -> str:
        return f"Phrases{self.folded!r}"

    def within(self, text: str) -> bool:
        """Whether one of the phrases stands in the (unfolded) text."""
        return self.within_folded(fold_label(text) if len(text) < 400 else fold(text))

    def within_folded(self, folded: str) -> bool:
        return any(phrase in folded for phrase in self.folded)

    def first(self, folded: str) -> str:
        """The first phrase that stands in the folded text, '' when none."""
        return next((phrase for phrase in self.folded if phrase in folded), "")


class Index:
    """Every phrase of every sign in one Aho-Corasick automaton; payloads are whatever was added with the phrase."""

    def __init__(self, entries: Iterable[tuple[str, int]]) -> None:
        """`entries`: (phrase, number of its sign). A phrase that starts with `=` must be the whole text."""
        exact: dict[str, list[int]] = {}
        parts: dict[str, list[int]] = {}
        for phrase, sign in entries:
            store = exact if phrase.startswith("=") else parts
            store.setdefault(fold(phrase.removeprefix("=")), []).append(sign)
        self._exact = exact
        self._automaton = ahocorasick.Automaton()
        for folded, signs in parts.items():
            self._automaton.add_word(folded, (folded, tuple(signs)))
        if parts:
            self._automaton.make_automaton()
        self._empty = not parts

    def search(self, folded: str) -> Iterator[tuple[str, int]]:
        """(phrase, sign) for each phrase in a folded text; a sign may come more than once."""
        for sign in self._exact.get(folded, ()):
            yield folded, sign
        if not self._empty:
            for _, (phrase, signs) in self._automaton.iter(folded):
                for sign in signs:
                    yield phrase, sign


_TOKEN = re.compile(r"\w+")


def around(text: str, phrase: str, reach: int = 90) -> str:
    """The words of `text` around the first place where the folded phrase stands; '' when it does not."""
    wanted = phrase.split()
    spans: list[tuple[int, int]] = []
    folded: list[str] = []
    for match in _TOKEN.finditer(text):
        for word in words(match.group()):
            folded.append(word)
            spans.append(match.span())
            if folded[-len(wanted) :] == wanted:
                start, end = spans[-len(wanted)][0], spans[-1][1]
                left = max(0, start - reach)
                right = min(len(text), end + reach)
                left = text.find(" ", left, start) + 1 if left else 0
                cut = text.rfind(" ", end, right)
                right = cut if right < len(text) and cut > 0 else right
                return text[left:right].strip()
    return ""
