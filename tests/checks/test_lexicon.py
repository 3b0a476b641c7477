"""Folding makes one spelling of many, and the index finds whole phrases only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.check import Check
from checks.matcher import Matcher
from checks.signs import link
from checks.text.folding import around, fold, fold_path
from checks.text.lexicon import Phrases, Prose, different, label, told


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
        ("Élu·e·s", "élus"),
        ("Les élu.e.s et conseiller·ère·s", "élus et conseillers"),
        ("Adjoint(e)s", "adjoints"),
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


@given(st.text(max_size=60), st.text(max_size=60))
def test_texts_fold_word_by_word(one: str, other: str) -> None:
    assert fold(f"{one}\n{other}").split() == fold(one).split() + fold(other).split()


def test_a_label_tells_its_phrases_in_their_order_and_the_sets_that_have_them() -> None:
    plan, works = Phrases("plan", "plan local d'urbanisme"), Phrases("travaux")
    said = label("Plan local d’urbanisme, travaux")
    assert [p.strip() for p in said.phrases if p in (*plan.folded, *works.folded)] == ["plan", "plan local urbanisme", "travau"]
    assert {plan.number, works.number} <= said.sets
    assert plan.number not in label("planète").sets
    later = Phrases("planète rouge")
    assert later.number in label("La planète rouge").sets, "what was remembered before a phrase was declared is forgotten"


def test_prose_is_found_in_running_text_as_it_stands_there() -> None:
    session, hall = Prose("séance du conseil"), Prose("hôtel de ville")
    text = "La prochaine séance du Conseil aura lieu à l’hôtel. " * 50
    assert session.among(told(text))
    assert not hall.among(told(f"{text} Bonne ville.")), "its words stand apart"
    assert hall.among(told(f"{text} L’Hôtel de la Ville."))


def test_a_sign_can_ask_for_the_whole_label() -> None:
    works = Check("works", "Travaux", signs=[link("=travaux", "plan de circulation")])
    matcher = Matcher([works])
    assert list(matcher.of_label("TRAVAUX"))
    assert list(matcher.of_label("Nouveau plan de circulation"))
    assert not list(matcher.of_label("Demande de travaux"))


def test_words_that_any_label_may_have_make_it_no_less_whole() -> None:
    matcher = Matcher([Check("buses", "Bus", signs=[link("=bus", "=tram")])])
    assert list(matcher.of_label("Les bus de la ville"))
    assert list(matcher.of_label("Train, bus"))
    assert not list(matcher.of_label("Bus de nuit privatisé"))
    assert not list(matcher.of_label("Location de bus et de cars, par la société des transports"))


def test_the_name_of_a_street_is_no_sign() -> None:
    matcher = Matcher([Check("school", "École", signs=[link("école")])])
    assert not list(matcher.of_label("Impasse de l’École"))
    assert not list(matcher.of_label("Travaux 12 rue de l’École"))
    assert list(matcher.of_label("École, 12 rue de l’École"))


def test_around_shows_the_words_as_written() -> None:
    text = "Avant. " * 40 + "Le délégué à la Protection des données répond. " + "Après. " * 40
    found = around(text, fold("délégué à la protection des données"))
    assert "délégué à la Protection des données" in found
    assert len(found) < 240
    assert "délégué·e" in around("Le ou la délégué·e à la protection des données", fold("délégué à la protection des données"))


def test_whose_it_is_makes_no_other_label() -> None:
    matcher = Matcher([Check("markets", "Marchés", signs=[link("=marchés")])])
    assert all(list(matcher.of_label(words)) for words in ("Marchés", "Nos marchés", "Tous nos marchés", "Notre marché"))
    assert not any(list(matcher.of_label(words)) for words in ("Marchés de nos voisins", "Nos"))


def test_one_mention_is_one_phrase() -> None:
    said = [one.folded for one in different(["bac jaune", "bacs jaunes", "tri sélectif", "consignes de tri sélectif"])]
    assert said == [Prose("bac jaune").folded, Prose("tri sélectif").folded]
