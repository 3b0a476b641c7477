"""French folding, and one index over every phrase that the checks declare. Pure.

Folding makes one spelling of many: lower case, no accents, œ and æ opened, apostrophes, hyphens and all punctuation to
spaces, articles and small prepositions dropped, final plural marks dropped. « Comptes-rendus des Conseils » and « compte
rendu du conseil » fold to the same words.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

import ahocorasick

SMALL = frozenset(["de", "du", "d", "la", "le", "l", "un", "une", "et", "au", "a", "en"])
"""Words dropped by folding, as they are once their plural mark is gone."""

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){1,6}[^\W\d_]\b\.?")
"""« C.C.A.S. », « C.R »: one word."""
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
_KEPT, _LONGEST = 50_000, 40


def _undotted(found: re.Match[str]) -> str:
    return found[0].replace(".", "") + " "


class _Words(dict[str, str]):
    """What stands between two white spaces -> its folded words: no text says anything new for long. Bounded."""

    def __missing__(self, written: str) -> str:
        plain = _DOTTED.sub(_undotted, written) if "." in written else written
        line = f" {plain.translate(_TABLE)} ".replace("s ", " ").replace("x ", " ")
        folded = " ".join([word for word in line.split() if word not in SMALL])
        if len(written) <= _LONGEST:
            if len(self) >= _KEPT:
                self.clear()
            self[written] = folded
        return folded


_WORDS = _Words()


def fold_words(written: Iterable[str]) -> str:
    """`fold` for a text that is split at its white space already."""
    return f" {' '.join(filter(None, map(_WORDS.__getitem__, written)))} "


def fold(text: str) -> str:
    """The folded text with a space before and after each word, so that ` word ` matches whole words only."""
    return fold_words(text.split())


@lru_cache(maxsize=4096)
def fold_path(path: str) -> str:
    """A URL path folded to words: `/ComptesRendus-2024.php` reads « compte rendu 2024 php »."""
    return fold(_CAMEL.sub(" ", unquote(path, errors="replace")))


SHORT = 400
"""Characters up to which a text is taken for one that comes again on other pages: what was met in it is remembered."""


class Phrases:
    """A set of phrases that is searched at one go, as whole words in folded text.

    All sets there are make one index: a text is searched once for all of them, and each only asks whether it was met.
    """

    __slots__ = ("folded", "number")

    def __init__(self, *phrases: str) -> None:
        self.folded = tuple(dict.fromkeys(fold(p) for p in phrases))
        self.number = INDEX.number(self.folded)

    def __repr__(self) -> str:
        return f"Phrases{self.folded!r}"

    def within(self, text: str) -> bool:
        """Whether one of the phrases stands in the (unfolded) text."""
        return self.number in met(text)

    def within_folded(self, folded: str) -> bool:
        return self.number in met_folded(folded)

    def first(self, folded: str | Collection[str]) -> str:
        """The first phrase that stands in the folded text, or among those that do; '' when none."""
        return next((phrase for phrase in self.folded if phrase in folded), "")


class Label(NamedTuple):
    """A short text, read once: its folded words, all phrases that stand in them in their order, and the sets that have these."""

    folded: str
    phrases: tuple[str, ...]
    sets: frozenset[int]

    @classmethod
    def of(cls, folded: str) -> "Label":
        """What a text says that is folded already."""
        phrases = tuple(INDEX.standing(folded))
        return cls(folded, phrases, INDEX.having(phrases))


class _Index:
    """Every phrase that was declared, in one Aho-Corasick automaton, and the numbers of the sets that have it."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, ...], int] = {(): -1}
        self._sets: dict[str, list[int]] = {"\0": []}
        self._automaton: ahocorasick.Automaton | None = None

    def number(self, folded: tuple[str, ...]) -> int:
        """The number of a set; the same phrases have the same one, no phrase at all has -1."""
        known = self._numbers.get(folded)
        if known is None:
            known = self._numbers[folded] = len(self._numbers)
            for phrase in folded:
                self.add(phrase)
                self._sets[phrase].append(known)
            self._forget()
        return known

    def add(self, folded: str) -> None:
        """A phrase of no set: it is looked for, and that is all."""
        if folded not in self._sets:
            self._sets[folded] = []
            self._forget()

    def _forget(self) -> None:
        self._automaton = None
        for memory in (label, met_folded, _met_text):
            memory.cache_clear()

    def standing(self, folded: str) -> dict[str, None]:
        """The phrases that stand in the folded text, in their order."""
        automaton = self._automaton or self._compiled()
        return {phrase: None for _, phrase in automaton.iter(folded)}

    def having(self, phrases: Iterable[str]) -> frozenset[int]:
        """The numbers of the sets that have one of the phrases."""
        return frozenset().union(*[self._sets[phrase] for phrase in phrases])

    def _compiled(self) -> ahocorasick.Automaton:
        automaton = ahocorasick.Automaton()
        for phrase in self._sets:
            automaton.add_word(phrase, phrase)
        automaton.make_automaton()
        self._automaton = automaton
        return automaton


@lru_cache(maxsize=32768)
def label(text: str) -> Label:
    """What the text of a link, a heading, a title says: the same ones come again on every page."""
    return Label.of(fold(text))


def fold_label(text: str) -> str:
    """`fold` for short texts that come again on every page."""
    return label(text).folded


@lru_cache(maxsize=64)
def _met_text(text: str) -> frozenset[int]:
    return INDEX.having(INDEX.standing(fold(text)))


@lru_cache(maxsize=1024)
def met_folded(folded: str) -> frozenset[int]:
    """The numbers of all sets of phrases that the folded text holds."""
    return INDEX.having(INDEX.standing(folded))


def met_words(written: Iterable[str]) -> frozenset[int]:
    """The same of a long text that is split at its white space, and that comes once."""
    return INDEX.having(INDEX.standing(fold_words(written)))


def met(text: str) -> frozenset[int]:
    """The same of a text that is not folded."""
    return label(text).sets if len(text) < SHORT else _met_text(text)


INDEX = _Index()


_TOKEN = re.compile(r"\w+")
_WINDOW = 600
"""Characters folded at one go while a phrase is looked for in a long text."""


def around(text: str, phrase: str, reach: int = 90) -> str:
    """The words of `text` around the first place where the folded phrase stands; '' when it does not."""
    overlap = 2 * len(phrase) + 40
    for start in range(0, max(len(text), 1), _WINDOW):
        # A window that cuts a word in two does no harm: the phrase stands whole in the next one, or in this one's overlap.
        window = text[start : start + _WINDOW + overlap]
        if phrase in fold(window):
            place = _place(window, phrase.split())
            if place:
                return _cut_out(text, start + place[0], start + place[1], reach)
    return ""


def _place(text: str, wanted: list[str]) -> tuple[int, int] | None:
    """Where the folded words stand in the text: (start, end)."""
    spans: list[tuple[int, int]] = []
    folded: list[str] = []
    for match in _TOKEN.finditer(text):
        for word in fold(match.group()).split():
            folded.append(word)
            spans.append(match.span())
            if folded[-len(wanted) :] == wanted:
                return spans[-len(wanted)][0], spans[-1][1]
    return None


def _cut_out(text: str, start: int, end: int, reach: int) -> str:
    """The text from `start` to `end` and some of what stands on both sides, cut between words."""
    left = max(0, start - reach)
    right = min(len(text), end + reach)
    left = text.find(" ", left, start) + 1 if left else 0
    cut = text.rfind(" ", end, right)
    right = cut if right < len(text) and cut > 0 else right
    return text[left:right].strip()
