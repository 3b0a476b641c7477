"""Folding makes one spelling of many, and the index finds whole phrases only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.lexicon import Index, Phrases, around, fold, fold_path


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Comptes-rendus des Conseils", "compte rendu du conseil"),
        ("LETTRE D’INFORMATION", "lettre d'information"),
        ("Lettres d'informations", "lettre d'information"),
        ("Œuvres & Vœux", "oeuvre voeu"),
        ("Équipe\u00a0municipale", "equipe municipale"),
        ("marchés publics", "Marché public"),
        ("  Vie   associative ", "vie associative"),
        ("n°12", "n 12"),
        ("l’école", "école"),
        ("Bus / Tram", "bus tram"),
    ],
)
def test_folds_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("plan", "plans-reliefs"), ("car", "carte"), ("mairie", "maire")])
def test_folds_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text(max_size=200))
def test_folded_words_stand_between_single_spaces(text: str) -> None:
    once = fold(text)
    assert once.startswith(" ")
    assert once.endswith(" ")
    assert "  " not in once.strip()


@given(
    st.lists(
        st.sampled_from(["lettre", "d'information", "Conseil", "municipal", "en", "vidéo", "BUS", "cœur"]), min_size=1, max_size=6
    )
)
def test_a_phrase_is_found_in_what_it_came_from(parts: list[str]) -> None:
    phrase = " ".join(parts)
    folded = fold(f"Voici, {phrase} ; et la suite")
    assert Phrases(phrase).within_folded(folded) or not fold(phrase).strip()


def test_paths_read_as_words() -> None:
    assert fold_path("/ComptesRendus-2024.php") == fold("comptes rendus 2024 php")
    assert fold_path("/vie-pratique/d%C3%A9chets/") == fold("vie pratique déchets")


def test_index_finds_whole_words_and_whole_labels() -> None:
    index = Index([("plan", 1), ("=travaux", 2), ("plan local d'urbanisme", 3)])
    assert {s for _, s in index.search(fold("Plan local d’urbanisme"))} == {1, 3}
    assert {s for _, s in index.search(fold("TRAVAUX"))} == {2}
    assert {s for _, s in index.search(fold("Demande de travaux"))} == set()
    assert {s for _, s in index.search(fold("planète"))} == set()


def test_around_shows_the_words_as_written() -> None:
    text = "Avant. " * 40 + "Le délégué à la Protection des données répond. " + "Après. " * 40
    found = around(text, fold("délégué à la protection des données"))
    assert "délégué à la Protection des données" in found
    assert len(found) < 240
