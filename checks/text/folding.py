"""French folding: one spelling of many. Pure.

Lower case, no accents, œ and æ opened, apostrophes, hyphens and all punctuation to spaces, articles and small prepositions
dropped, final plural marks dropped, the second ending of inclusive writing dropped. « Comptes-rendus des Conseils » and « compte
rendu du conseil » fold to the same words.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import unquote

from checks.text.excerpts import cut_out
from checks.text.memo import Memo

SMALL = frozenset(["de", "du", "d", "la", "le", "l", "un", "une", "et", "au", "a", "en"])
"""Words dropped by folding, as they are once their plural mark is gone."""

_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
DOTTED = re.compile(r"\b(?:[^\W\d_]\.){1,6}[^\W\d_]\b\.?")
"""« C.C.A.S. », « C.R »: one word."""
INCLUSIVE = re.compile(
    r"(?<=[^\W\d_]{2})(?:·(?:(?:e|ère|ne|le|lle|te|se|ve|euse|t?rice|aux|ale|x)?·?s?(?![^\W\d_]))|\(e\)s?|\.e\.?s(?![^\W\d_]))",
    re.I,
)
"""« élu·e·s », « conseiller·ère·s », « adjoint(e)s », « élu.e.s »: the word without its second ending."""
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


def fold_character(character: str) -> str:
    """The lower-case letters or digits that a character becomes, a space for punctuation, nothing for a mark on the one before."""
    return _TABLE[ord(character)]


def undotted(found: re.Match[str]) -> str:
    """The word that a match of `DOTTED` is."""
    return found[0].replace(".", "") + " "


def fold_word(written: str) -> str:
    """The folded words, mostly one, of what stands between two white spaces."""
    if not written.isalpha():
        written = INCLUSIVE.sub("", written)
    if "." in written:
        written = DOTTED.sub(undotted, written)
    # « plus » is no plural of « PLU ».
    line = f" {written.translate(_TABLE)} ".replace(" plus ", " pluss ").replace("s ", " ").replace("x ", " ")
    return " ".join([word for word in line.split() if word not in SMALL])


# No text says a new word for long.
_folded = Memo(fold_word, most=16_384).__getitem__


def fold_words(written: Iterable[str]) -> str:
    """`fold` for what is split at its white space already."""
    return f" {' '.join(filter(None, map(_folded, written)))} "


def fold(text: str) -> str:
    """The folded text with a space before and after each word, so that ` word ` matches whole words only."""
    return fold_words(text.split())


@lru_cache(maxsize=4096)
def fold_path(path: str) -> str:
    """A URL path folded to words: `/ComptesRendus-2024.php` reads « compte rendu 2024 php »."""
    return fold(_CAMEL.sub(" ", unquote(path, errors="replace")))


_TOKEN = re.compile(rf"\w+(?:{INCLUSIVE.pattern})*", re.I)
_WINDOW = 600
"""Characters folded at one go while a phrase is looked for in a long text."""


def around(text: str, phrase: str, reach: int = 90) -> str:
    """The words of `text` around the first place where the folded phrase stands; '' when it does not."""
    overlap = 2 * len(phrase) + 40
    for start in range(0, max(len(text), 1), _WINDOW):
        # A window that cuts a word in two does no harm: the phrase stands whole in the next one, or in this one's overlap.
        window = text[start : start + _WINDOW + overlap]
        if phrase in fold(window):
            found = place(window, phrase.split())
            if found:
                return cut_out(text, start + found[0], start + found[1], reach, reach)
    return ""


def place(text: str, wanted: list[str]) -> tuple[int, int] | None:
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
