"""Names that a page tells of its commune."""

from datetime import UTC, datetime
from typing import Any

from checks.communes.facts import facts_of
from crawler.page import Page


def test_a_name_is_told_whole_and_is_that_of_the_title() -> None:
    html = (
        "<title>Le conseil – Lanvelou</title><header>Commune du Haut-Pays <a href='/c'>La commune</a></header>"
        f"<main><h1>Le maire</h1><p>{'Il reçoit sans rendez-vous. ' * 2}</p><p>Maire : Bernard Jeannerotin. Adjoints</p></main>"
        "<footer>Mairie de Lanvelou, 1 place Haute</footer>"
    )
    told: dict[str, Any] = {}
    for observation in facts_of(Page("https://www.exemple.fr/c", html, datetime(2026, 11, 1, tzinfo=UTC))):
        told |= observation.facts
    assert (told["name"], told["mayor"]) == ("Lanvelou", "Bernard Jeannerotin")
