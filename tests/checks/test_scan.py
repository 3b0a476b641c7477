"""A scan finds the words that folding finds: it is folding that says what a text holds."""

import re
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checks.text.folding import fold
from checks.text.lexicon import Prose, told
from checks.text.scan import declare_part, plain, scan
from crawler.markup import one_line, squeeze

SAID = [
    *("marché", "séance du conseil", "porte à porte", "centre communal d'action sociale", "C.C.A.S.", "œuvre", "vœux"),
    *("repas des aînés", "eaux", "jeux", "cas", "8 h", "l'école", "bus", "ÉTÉ", "½ tarif", "№ 7"),
    *("élu", "adjoint au maire", "habitants"),
]
PROSE = {words: Prose(words) for words in SAID}
PIECES = [
    *SAID, "des", "aux", "x", "s", " ", "  ", "\n", "\u00a0", ".", ", ", "’", "'", "-", "Conseil", "séances", "PORTES", "C.C.A.S", "c.c",
    "ß", "Ω", "½", "e\u0301cole", "école s", "marchés", "marche", "de la", "…", "🙂", "h. a. b.", "_", "8h",
    "élu·e·s", "Élu.e.s", "adjoint(e)s", "Habitant·es", "·e", "(e)s", "·", "(e)",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=12).map("".join) | st.text(max_size=80))
@example("La séance  du\nConseil, des vœux aux C.C.A.S.")
@example("porte-à-porte, porte aux portes")
def test_a_text_holds_the_phrases_that_stand_in_its_folded_words(text: str) -> None:
    held = told(text)
    assert {words for words, prose in PROSE.items() if prose.among(held)} == {
        words for words in SAID if fold(words) in fold(text)
    }


@pytest.mark.parametrize(
    ("text", "there"),
    [("Le VILLAGE est jumelé", True), ("une ville jumelée", True), ("Jumelage", False), ("un club « jumele »", True)],
)
def test_parts_are_found_wherever_they_stand_whatever_their_accents(text: str, there: bool) -> None:
    declare_part("jumelé")
    assert ("jumelé" in scan(text).standing) is there


@given(st.text(max_size=60))
def test_plain_words_are_folded_text_but_for_small_words_and_plural_marks(text: str) -> None:
    assert re.fullmatch(r" [^A-Z\t\n]* ", plain(text))


def test_one_line_is_squeezed() -> None:
    every = "".join(f"a{chr(n)}" for n in range(sys.maxunicode + 1) if chr(n).isspace())
    for text in (every, f"  {every}\n\n b ", "", " \n "):
        assert one_line(text) == squeeze(text)
