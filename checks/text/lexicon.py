"""Every phrase that the checks declare, searched at one go. Pure.

Labels are read for all phrases that there are, running text only for those that are declared as `Prose`.
"""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from checks.text.folding import fold
from checks.text.memo import Memo
from checks.text.scan import declare_word, holds, scan

_TELLING, _SHORTEST = 2, 4
"""Words by which a phrase is looked for, whatever their length; letters of those beside that are not."""
SHORT = 400
"""Characters up to which a text is taken for a label, which comes again on other pages."""


class _Labels:
    """All phrases in one Aho-Corasick automaton, and the numbers of the sets that have each."""

    def __init__(self) -> None:
        self._sets: dict[str, set[int]] = {}
        self._compiled: AhoCorasick | None = None

    def add(self, folded: Iterable[str], *numbers: int) -> None:
        """Phrases of a set; those of none are looked for, and that is all."""
        for one in folded:
            self._sets.setdefault(one, set()).update(numbers)
        self._compiled = None
        _forget()

    def standing(self, folded: str) -> dict[str, None]:
        """The phrases that stand in the folded text, in their order."""
        if self._compiled is None:
            self._compiled = AhoCorasick(self._sets, store_patterns=True)
        return dict.fromkeys(self._compiled.find_matches_as_strings(folded, overlapping=True))

    def having(self, phrases: Iterable[str]) -> frozenset[int]:
        """The numbers of the sets that have one of the phrases."""
        return frozenset().union(*[self._sets[phrase] for phrase in phrases])


class _Spoken(NamedTuple):
    """A phrase of prose; `beside` its other telling words, as a scan names them."""

    phrase: str
    beside: frozenset[str]


class _Prose:
    """The phrases of prose by their longest word: few texts have it, and fewer the others."""

    def __init__(self) -> None:
        self._sets: dict[str, set[int]] = {}
        self._by_word: dict[str, set[_Spoken]] = {}

    def add(self, folded: Iterable[str], number: int) -> None:
        for spoken in folded:
            words = sorted(spoken.split(), key=len, reverse=True)
            if words:
                # Short words stand in every text: they are no sign, and each costs the scan.
                longest, *others = [word for n, word in enumerate(words) if n < _TELLING or len(word) > _SHORTEST]
                self._sets.setdefault(spoken, set()).add(number)
                self._by_word.setdefault(f" {longest} ", set()).add(_Spoken(spoken, frozenset(f" {word} " for word in others)))
                for word in (longest, *others):
                    declare_word(word)

    def met(self, text: str) -> frozenset[int]:
        standing, plain = scan(text)
        return frozenset().union(
            *[
                self._sets[one.phrase]
                for word in standing & self._by_word.keys()
                for one in self._by_word[word]
                if not one.beside or (one.beside <= standing and holds(plain, one.phrase))
            ]
        )


class Label(NamedTuple):
    """A short text, read once: its folded words, all phrases that stand in them in their order, and the sets that have these.

    `whole` are its words as a phrase that must be all of it begins, with `=`, and without whose it is: « Nos commerces » is « Commerces ».
    """

    folded: str
    phrases: tuple[str, ...]
    sets: frozenset[int]
    whole: tuple[str, ...]


_OWNERS = frozenset(fold("nos vos mes notre votre mon ma").split())
_FILLING = _OWNERS | frozenset(
    fold(
        "ses son commune communal communale communaux ville village municipal municipale municipaux local locale locaux bourg"
        " info information pratique vie dans sur pour ici tout toute toutes tous public publique"
    ).split()
)
"""What any label may have beside what it names."""


def read(folded: str) -> Label:
    """What a text says that is folded already."""
    phrases = tuple(_LABELS.standing(folded))
    owner, _, owned = folded[1:].partition(" ")
    whole = (f"={folded}", f"= {owned}") if owner in _OWNERS and owned else (f"={folded}",)
    return Label(folded, phrases, _LABELS.having(phrases), whole)


_COUNTED = re.compile(r"\s\(\d{1,4}\)$")
"""How many there are: « Associations (19) » is « Associations »."""


def _read_label(text: str) -> Label:
    return read(fold(_COUNTED.sub("", text) if text.endswith(")") else text))


_LABELS, _PROSE = _Labels(), _Prose()
_labels: Memo[str, Label] = Memo(_read_label, most=8_192)


def label(text: str) -> Label:
    """What the text of a link, a heading, a title says: the same ones come again on every page."""
    return _labels[text]


def labels(texts: Iterable[str]) -> list[Label]:
    """What each of these texts says."""
    return list(map(_labels.__getitem__, texts))


def fold_label(text: str) -> str:
    """`fold` for short texts that come again on every page."""
    return _labels[text].folded


@lru_cache(maxsize=1024)
def met_folded(folded: str) -> frozenset[int]:
    """The numbers of all sets of phrases that the folded text holds."""
    return _LABELS.having(_LABELS.standing(folded))


@lru_cache(maxsize=64)
def _met_text(text: str) -> frozenset[int]:
    return met_folded(fold(text))


def met(text: str) -> frozenset[int]:
    """The same of a text that is not folded."""
    return _labels[text].sets if len(text) < SHORT else _met_text(text)


def told(text: str) -> frozenset[int]:
    """The numbers of all sets of prose that a text holds."""
    return _PROSE.met(text)


_JOINED = re.compile(r"\s(?:et|&|ou)\s|\s?[,/+]\s|/")
JOINED = 4
"""Folded words up to which what a label joins are names: beyond, it is prose."""


def cores(words: str) -> list[str]:
    """What a label names once the words that any label may have are left out, as a phrase that must be all of it: « Transports dans la
    commune » names `= transport `, « Solidarité, famille » two things."""
    two = _JOINED.split(words)
    members = [words, *(two if len(two) == 2 and len(fold_label(words).split()) <= JOINED else ())]
    named = dict.fromkeys(" ".join(word for word in fold(one).split() if word not in _FILLING) for one in members)
    return [f"= {one} " for one in named if one]


def _forget() -> None:
    _labels.clear()
    for remembered in (met_folded, _met_text):
        remembered.cache_clear()


_NUMBERS: dict[tuple[str, ...], int] = {(): -1}


class Phrases:
    """A set of phrases that is searched at one go, as whole words in folded text.

    All sets there are make one index: a text is searched once for all of them, and each only asks whether it was met.
    """

    __slots__ = ("folded", "number")

    def __init__(self, *phrases: str) -> None:
        self.folded = tuple(dict.fromkeys(fold(p) for p in phrases))
        # The same phrases are the same set; no phrase at all is met nowhere.
        self.number = _NUMBERS.setdefault(self.folded, len(_NUMBERS))
        _LABELS.add(self.folded, self.number)

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self.folded!r}"

    def within(self, text: str) -> bool:
        """Whether one of the phrases stands in the (unfolded) text."""
        return self.number in met(text)

    def within_folded(self, folded: str) -> bool:
        return self.number in met_folded(folded)

    def first(self, folded: str | Collection[str]) -> str:
        """The first phrase that stands in the folded text, or among those that do; '' when none."""
        return next((phrase for phrase in self.folded if phrase in folded), "")


class Prose(Phrases):
    """Phrases that are looked for in running text as well."""

    __slots__ = ()

    def __init__(self, *phrases: str) -> None:
        super().__init__(*phrases)
        _PROSE.add(self.folded, self.number)

    def among(self, said: Collection[int]) -> bool:
        """Whether the set is one of those that a text holds (see `told`)."""
        return self.number in said


def declare(*phrases: str) -> None:
    """Phrases of no set: a label tells that they stand in it."""
    _LABELS.add(map(fold, phrases))


def different(phrases: Iterable[str]) -> list[Prose]:
    """Each phrase as prose, but those that say another once more: its plural, or more words around it."""
    said = {fold(phrase): phrase for phrase in phrases}
    return [Prose(phrase) for words, phrase in said.items() if not any(one in words for one in said if one != words)]
