"""Débat en ligne : forum, discussions, plateforme."""

from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Trust
from checks.signs import heading, link, seen, unseen
from crawler.page import Page

NAMES = (
    "forum de discussion",
    "forum de débat",
    "forum citoyen",
    "=forum",
    "=forums",
    "débat en ligne",
    "débats en ligne",
    "débattre en ligne",
    "forum en ligne",
    "forums de discussion",
    "espace de débat",
    "espace de discussion",
    "débat participatif en ligne",
    "le forum du village",
    "forum des habitants",
    "tchat avec le maire",
    "chat avec le maire",
    "dialogue citoyen en ligne",
    "=débats",
    "participez au débat",
)
OTHERS = (
    "associations",
    "emploi",
    "métiers",
    "étudiant",
    "santé",
    "salle",
    "rue du",
    "romain",
    "galerie",
    "jobs",
    "orientation",
    "conseil",
    "budgétaire",
)


@check(
    "online_debate",
    "Débat en ligne",
    counts="Un forum ou une plateforme où débattre ; le forum des associations ou de l'emploi n'en est pas.",
    signs=[link(*NAMES, unless=OTHERS), heading(*NAMES, unless=OTHERS)],
    examples=[
        seen('<a href="/forum">Forum de discussion</a>'),
        seen("<h1>Débats en ligne</h1>"),
        seen('<a href="/phpbb/viewforum.php?f=2">Vie du quartier</a>'),
        unseen("<h2>Forum des associations</h2>"),
        unseen('<a href="/fe">Forum de l’emploi</a>'),
        unseen("<p>Le débat a été vif au conseil.</p>"),
        unseen('<a href="#">Forum</a>'),
    ],
)
def online_debate(page: Page) -> Iterator[Observation]:
    for one in page.links:
        if any(mark in one.href for mark in ("viewforum.php", "/phpbb", "viewtopic.php", "/smf/")):
            yield Observation.at(page, one, Trust.LIKELY, proof="structure")
