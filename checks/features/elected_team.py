"""Équipe municipale : les élus et leurs délégations."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.observation import Observation, Trust
from checks.signs import seen, topic, unseen
from crawler.page import Page

NAMES = (
    "équipe municipale",
    "élus",
    "=élus",
    "les élus",
    "vos élus",
    "le maire et ses adjoints",
    "maire et adjoints",
    "élus municipaux",
    "conseillers municipaux",
    "composition du conseil municipal",
    "trombinoscope des élus",
    "maire et les adjoints",
    "adjoints au maire",
    "membres du conseil municipal",
    "l'équipe municipale",
    "votre équipe municipale",
    "=conseil municipal",
    "le conseil municipal",
    "municipalité",
    "la municipalité",
    "vos élus municipaux",
    "le maire et les élus",
    "maire et élus",
    "bureau municipal",
    "collège communal",
    "conseil communal",
    "bourgmestre et échevins",
    "échevins",
    "découvrir le conseil municipal",
    "les adjoints",
    "commissions municipales",
    "maires et adjoints",
    "équipe municipale & conseil",
    "élus et services",
)
OTHERS = (
    "jeunes",
    "enfants",
    "compte rendu",
    "comptes rendus",
    "procès-verbal",
    "vidéo",
    "ordre du jour",
    "convocation",
    "délibération",
    "délibérations",
    "séance",
    "prochain",
    "liste électorale",
    "réunion",
    "sages",
    "expression",
    "tribune",
    "rendez-vous",
    "permanence",
    "du 1",
    "direct",
    "date",
    "agenda",
    "pv",
    "actes",
    "documents",
    "budget",
    "formation",
    "école",
    "cr",
    "élus du personnel",
    "archives",
    "absents",
)
ROLE = re.compile(
    r"(?:\b(?:\d+(?:er|e|ère|ème|è|nd|nde)?|premi[eè]re?|deuxi[eè]me|troisi[eè]me|quatri[eè]me|cinqui[eè]me)\s+)?(?:adjointe?(?:\s+au\s+maire|\s+délégué|\s+aux?|\s+à)|maire[- ]adjointe?|conseill[eè]re?s?\s+municipa(?:le?s?|ux)|conseill[eè]re?s?\s+délégué|échevine?)",
    re.I,
)


@check(
    "elected_team",
    "Équipe municipale",
    counts="Les noms et les délégations des élus ; le trombinoscope du personnel n'en est pas.",
    signs=topic(*NAMES, unless=OTHERS),
    examples=[
        seen('<a href="/elus">Vos élus</a>'),
        seen("<h1>Le Maire et ses adjoints</h1><p>Anne Roy, maire</p>"),
        seen(
            "<p>Paul Bas, 1er adjoint au maire. Léa Val, 2e adjointe au maire. Ali Cros, conseiller municipal. Eva Dun, conseillère municipale.</p>"
        ),
        seen('<td><a href="cm.htm">Le Conseil Municipal</a></td>'),
        unseen("<h2>Trombinoscope du personnel</h2>"),
        unseen("<h2>Conseil municipal des jeunes</h2>"),
        unseen('<a href="cr.pdf">Compte rendu du conseil municipal du 3 mars</a>'),
        unseen('<a href="#">Équipe municipale</a>'),
    ],
)
def elected_team(page: Page) -> Iterator[Observation]:
    """Four mandates or more on one page are the team, whatever the page is called."""
    roles = list(ROLE.finditer(page.main_text))
    if len(roles) >= 4:
        first = roles[0]
        yield Observation.at(
            page,
            page.main_text[max(0, first.start() - 60) : first.end() + 120],
            Trust.SURE,
            proof="text",
            target=page.url,
            count=len(roles),
        )
