"""Scan: which of the words that checks declare stand in a long text, told in one pass over its plain words. Pure.

Plain words are made by one table, as bytes: lower case, no accents, punctuation to spaces. They read like folded text, but small words
and plural marks still stand there.
"""

import codecs
import re
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation

from checks.text.folding import DOTTED, INCLUSIVE, SMALL, fold_character, fold_word, undotted

_FOREIGN = "þ"
"""What no character of ours becomes; told by an ASCII character, as a text that is ASCII alone is the fastest to search."""
_OPENED = tuple((c, folded) for c in map(chr, range(256)) if len(folded := fold_character(c)) > 1)


def _one_byte(folded: str) -> str:
    return folded.encode("latin-1", "replace").decode("latin-1").replace("?", _FOREIGN)


def _foreign(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return _one_byte("".join(map(fold_character, error.object[error.start : error.end]))), error.end


_TABLE = "".join(_one_byte(fold_character(chr(n)))[:1] or " " for n in range(256)).replace(_FOREIGN, "\x7f").encode("latin-1")
codecs.register_error("arobase.plain", _foreign)


# Begun by a plain character: `DOTTED` itself costs more than all the rest.
_POINTED = re.compile(r"\.(?<=\b[^\W\d_]\.)[^\W\d_]\b")
"""Whether there is a « C.C.A.S. »."""


_INCLUSIVE = ("·", "(e)", ".e.s", ".es")
"""One of these stands where the writing is inclusive: names of hosts and mail addresses have none."""


def plain(text: str) -> str:
    """The plain words of a text, a space before and after."""
    if any(mark in text for mark in _INCLUSIVE):
        text = INCLUSIVE.sub("", text)
    if _POINTED.search(text):
        text = DOTTED.sub(undotted, text)
    text = text.replace("’", "'")
    for character, folded in _OPENED:
        if character in text:
            text = text.replace(character, folded)
    return f" {text} ".encode("latin-1", "arobase.plain").translate(_TABLE).decode("latin-1")


class Scanned(NamedTuple):
    """The declared words, between spaces, and the declared parts that stand in a text; its plain words."""

    standing: frozenset[str]
    plain: str


_patterns: dict[str, set[str]] = {}
"""what is looked for → the words or parts that it stands for"""


def declare_word(word: str) -> None:
    """A folded word, found where it stands by itself, in the singular or in the plural."""
    for said in _spellings(word):
        _patterns.setdefault(f" {said} ", set()).add(f" {word} ")
    _forget()


def is_distinct(part: str) -> bool:
    """Whether enough is left of it in plain words to be worth a scan: of « n° » there is one letter."""
    return len(plain(part).strip()) > 2


def declare_part(part: str) -> None:
    """Lower-case characters, found wherever they may stand: accents are not looked at."""
    _patterns.setdefault(plain(part)[1:-1], set()).add(part)
    _forget()


def _spellings(word: str) -> list[str]:
    return [said for mark in ("", "s", "x", "xs") if fold_word(said := word + mark) == word]


@cache
def _compiled() -> AhoCorasick:
    return AhoCorasick(_patterns, implementation=Implementation.DFA, store_patterns=True)


def _forget() -> None:
    _compiled.cache_clear()
    scan.cache_clear()


@lru_cache(maxsize=8)
def scan(text: str) -> Scanned:
    """All that was declared and stands in the text."""
    told = plain(text)
    # Common words are met hundreds of times: the patterns themselves are given back, nothing is made for each place.
    found = set(_compiled().find_matches_as_strings(told, overlapping=True))
    return Scanned(frozenset().union(*[_patterns[one] for one in found]), told)


_BETWEEN = frozenset(word + mark for word in (*SMALL, "") for mark in ("", "s", "x", "xs"))
"""What may stand between two words that follow each other in folded text; nothing where there are two spaces."""


_FAR = 200
"""Characters that a phrase takes at most, whatever small words stand between its own."""


def holds(told: str, phrase: str) -> bool:
    """Whether a folded phrase stands in plain words."""
    first, other, words = _phrase(phrase)
    # Plain searches are fast; most phrases are of a common word and a rare one, and leap to that.
    at, beside = told.find(first), -1
    while at >= 0:
        if beside < at:
            beside = told.find(other, at)
            if beside < 0:
                return False
        if beside - at > _FAR:
            at = told.find(first, beside - _FAR)
        elif _follow(told, at + 1, words):
            return True
        else:
            at = told.find(first, at + 1)
    return False


@cache
def _phrase(folded: str) -> tuple[str, str, list[frozenset[str]]]:
    """How a folded phrase begins in plain words, the longest of its other words, and the spellings of each."""
    words = folded.split()
    other = max(words[1:], key=len, default=words[0])
    return f" {words[0]}", f" {other}", [frozenset(_spellings(word)) for word in words]


def _follow(told: str, at: int, words: list[frozenset[str]]) -> bool:
    """Whether the words stand there one after the other. No pattern: a site meets a hundred phrases, and to make one takes 0.2 ms."""
    for spellings in words:
        end = told.find(" ", at)
        while told[at:end] in _BETWEEN and end >= 0:
            at = end + 1
            end = told.find(" ", at)
        if told[at:end] not in spellings:
            return False
        at = end + 1
    return True
