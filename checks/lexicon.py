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
_ASCII = bytes(ord(chr(c).lower()) if chr(c).isalnum() else ord(" ") for c in range(128)) + bytes(128)
_ODD = re.compile("[^\\x00-\\x7f]")
_MANY = 64
"""Different characters beyond ASCII above which a text is folded one character at a time: it is not French."""


def _plain(text: str) -> str:
    """Lower case, without accents or punctuation: for French in bytes, many times faster than by a table of characters."""
    if not text.isascii():
        odd = set(_ODD.findall(text))
        if len(odd) <= _MANY:
            for character in odd:
                text = text.replace(character, _TABLE[ord(character)])
        if not text.isascii():
            return text.translate(_TABLE)
    return text.encode("ascii").translate(_ASCII).decode("ascii")


def words(text: str) -> list[str]:
    """The folded words of a text, small words dropped."""
    if len(text) < SHORT and "." in text:
        text = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", text)
    line = f" {_plain(text)} ".replace("s ", " ").replace("x ", " ")
    return [word for word in line.split() if word not in SMALL]


def fold(text: str) -> str:
    """The folded text with a space before and after each word, so that ` word ` matches whole words only."""
    return f" {' '.join(words(text))} "


@lru_cache(maxsize=16384)
def fold_label(text: str) -> str:
    """`fold` for short texts that come again on every page."""
    return fold(text)


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
        self.number = _SETS.number(self.folded)

    def __repr__(self) -> str:
        return f"Phrases{self.folded!r}"

    def within(self, text: str) -> bool:
        """Whether one of the phrases stands in the (unfolded) text."""
        return self.number in met(text)

    def within_folded(self, folded: str) -> bool:
        return self.number in met_folded(folded)

    def first(self, folded: str) -> str:
        """The first phrase that stands in the folded text, '' when none."""
        return next((phrase for phrase in self.folded if phrase in folded), "")


class _Sets:
    """Every set of phrases by number, and one Aho-Corasick automaton over the phrases of all."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, ...], int] = {(): -1}
        self._automaton: ahocorasick.Automaton | None = None

    def number(self, folded: tuple[str, ...]) -> int:
        """The number of a set; the same phrases have the same one, no phrase at all has -1."""
        known = self._numbers.get(folded)
        if known is None:
            known = self._numbers[folded] = len(self._numbers)
            self._automaton = None
            for memory in (_met_short, _met_long, _met_label, _met_text):
                memory.cache_clear()
        return known

    def met(self, folded: str) -> frozenset[int]:
        """The numbers of the sets one of whose phrases stands in the folded text."""
        automaton = self._automaton or self._compiled()
        return frozenset().union(*(sets for _, sets in automaton.iter(folded)))

    def _compiled(self) -> ahocorasick.Automaton:
        sets: dict[str, set[int]] = {}
        for phrases, number in self._numbers.items():
            for phrase in phrases:
                sets.setdefault(phrase, set()).add(number)
        automaton = ahocorasick.Automaton()
        automaton.add_word("\0", frozenset())
        for phrase, numbers in sets.items():
            automaton.add_word(phrase, frozenset(numbers))
        automaton.make_automaton()
        self._automaton = automaton
        return automaton


@lru_cache(maxsize=16384)
def _met_short(folded: str) -> frozenset[int]:
    return _SETS.met(folded)


@lru_cache(maxsize=8)
def _met_long(folded: str) -> frozenset[int]:
    return _SETS.met(folded)


@lru_cache(maxsize=32768)
def _met_label(text: str) -> frozenset[int]:
    return _SETS.met(fold(text))


@lru_cache(maxsize=64)
def _met_text(text: str) -> frozenset[int]:
    return _SETS.met(fold(text))


def met(text: str) -> frozenset[int]:
    """The numbers of all sets of phrases that the (unfolded) text holds."""
    return _met_label(text) if len(text) < SHORT else _met_text(text)


def met_folded(folded: str) -> frozenset[int]:
    """The same of a text that is folded already."""
    return _met_short(folded) if len(folded) < SHORT else _met_long(folded)


_SETS = _Sets()


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
        for word in words(match.group()):
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
