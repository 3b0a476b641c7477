"""The quick look for who hires finds what the slow one finds."""

from hypothesis import given
from hypothesis import strategies as st

from checks.features.job_offers import HIRES, _hires

WORDS = ("La mairie", "la Commune", "Recrute", "recruteur", "un agent", "Poste à pourvoir", "offres d'emploi", "Offre d’emploi", "CDD",
    "temps non complet", "H/F", ".", "à l'accueil de la maison des services au public", "İ", "emploi", "pourvoir")  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_the_quick_look_is_the_slow_one(text: str) -> None:
    assert (_hires(text) is None) == (HIRES.search(text) is None)
