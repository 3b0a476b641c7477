"""Aide aux demandeurs d'emploi : France Travail, mission locale, PLIE et leurs contacts."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.finding import Coverage, Judgement
from checks.observation import Observation, Trust
from checks.reading.about import REACHED, Saying, paragraph, proceedings
from checks.reading.spots import headed, labelled
from checks.signs import heading, known, link, path, seen, told, unseen
from checks.tally import Tally
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "france travail", "pôle emploi", "anpe", "assedic", "mission locale", "missions locales", "plie",
    "plan local pour l'insertion", "maison de l'emploi", "maison emploi", "espace emploi", "point emploi", "relais emploi",
    "service emploi", "accueil emploi", "cap emploi", "demandeurs d'emploi", "demandeur d'emploi", "recherche d'emploi",
    "chercher un emploi", "trouver un emploi", "aide à l'emploi", "aides à l'emploi", "aide au retour à l'emploi",
    "emploi et insertion", "emploi insertion", "insertion professionnelle", "insertion par l'emploi", "chantier d'insertion",
    "emploi et formation", "emploi formation", "forum de l'emploi", "apec", "forem", "actiris", "agence locale pour l'emploi",
    "agence nationale pour l'emploi", "permanence emploi", "accompagnement vers l'emploi", "accompagnement à l'emploi",
    "garantie jeunes", "maison de l'emploi et de la formation", "emploi et solidarité", "centre local d'emploi",
    "carrefour jeunesse emploi", "emploi québec", "office régional de placement", "=insertion", "structures d'insertion",
    "école de la deuxième chance", "chercher du travail", "insertion et emploi", "insertion emploi",
    "insertion sociale et professionnelle", "rsa et insertion", "pôle insertion", "antenne emploi", "guichet emploi",
    "information emploi", "cherche un emploi", "cherchez un emploi", "cherchez du travail", "acteurs de l'emploi",
    "partenaires de l'emploi", "structures de l'emploi", "association intermédiaire", "associations intermédiaires",
    "forum emploi", "salon de l'emploi", "job dating", "bureau de l'emploi", "agence pour l'emploi", "cité des métiers", "=orp",
    "trouver un job",
)  # fmt: skip
HELPERS = {
    "France Travail": Phrases("france travail"),
    "Pôle emploi": Phrases("pôle emploi"),
    "ANPE": Phrases("anpe"),
    "mission locale": Phrases("mission locale", "missions locales"),
    "PLIE": Phrases("plie", "plan local pour l'insertion"),
    "maison de l'emploi": Phrases("maison de l'emploi"),
    "Cap emploi": Phrases("cap emploi"),
    "Apec": Phrases("apec"),
}
HELP = Prose(
    *("mission locale", "france travail", "pôle emploi", "plie", "cap emploi", "maison de l'emploi", "point emploi"),
    *("relais emploi", "chantier d'insertion", "demandeurs d'emploi", "cherchez du travail", "cherchez un emploi"),
)
HELPS = Saying(
    re.compile(r"\b(?:reçoi\w+|accueill\w+|accompagn\w+|aide\b|aident\b|permanences?|du lundi)"),
)
"""What who helps does, or when: a telephone alone is one in a list."""
ELSEWHERE = Phrases("motion", "fusion", "subvention", "vote", "délibération", "emploi du temps")
NOT_IT = ("emploi du temps", "mode d'emploi", "carte pliée", "bulletin plié")


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """All who help, whichever page names them."""
    seen = {name for o in tally.seen.values() for name in str(o.facts.get("names", "")).split(", ")}
    told = [name for name in HELPERS if name in seen]
    return Judgement(None, {"names": ", ".join(told)} if told else {})


@check(
    "job_seekers_help",
    "Aide aux demandeurs d'emploi",
    judge=judge,
    counts="Des liens ou contacts vers France Travail, la mission locale, le PLIE, une maison de l'emploi ; l'emploi du temps n'en est pas.",
    signs=[
        told(
            *("mission locale", "france travail", "pôle emploi", "recherche d'emploi", "demandeurs d'emploi"),
            *("point emploi", "relais emploi", "service emploi", "chantier d'insertion", "forem", "cap emploi"),
            *("maison de l'emploi", "agence locale pour l'emploi"),
        ),
        link(*NAMES, unless=NOT_IT),
        heading(*NAMES, unless=NOT_IT),
        path("mission locale", "pole emploi", "france travail", "demandeurs emploi", "insertion", unless=NOT_IT),
        known(),
    ],
    examples=[
        seen('<a href="https://www.francetravail.fr/">Chercher du travail</a>'),
        seen("<h2>Mission locale</h2><p>Permanence en mairie le mardi, tél. 03 00 00 00 00.</p>"),
        seen('<a href="/emploi">Aide aux demandeurs d’emploi</a>'),
        unseen('<a href="/edt">Emploi du temps</a>'),
        unseen("<p>La mission de l'architecte est locale.</p>"),
        unseen('<a href="/offres">Offres d’emploi</a>'),
        unseen('<a href="#">Mission locale</a>'),
        seen('<a href="/a">Insertion</a>'),
        seen('<a href="/a">Les acteurs de l’emploi</a>'),
        seen("<p>Le service emploi reçoit les demandeurs d’emploi le mardi.</p>"),
        unseen('<a href="/a">Insertion paysagère</a>'),
        seen("<p>De 16 à 25 ans, la mission locale vous reçoit en mairie, 02 97 10 10 10.</p>"),
        unseen("<p>Piscine au 02 97 10 10 10. Mission locale au 02 97 10 10 11.</p>"),
        unseen("<p>La mission locale a changé de directeur.</p>"),
        unseen("<p>La mairie, 02 97 10 10 10. La motion sur la mission locale est votée.</p>"),
    ],
)
def job_seekers_help(page: Page) -> Iterator[Observation]:
    node = None if proceedings(page) else paragraph(page, HELP, HELPS, ELSEWHERE)
    if node and REACHED.within(node.text(separator=" ")):
        yield Observation.at(page, node, Trust.LIKELY, proof="text")
    names = [
        name
        for name, phrases in HELPERS.items()
        if headed(page, phrases) or any(one.region != "nav" for one in labelled(page, phrases))
    ]
    if names:
        told = ", ".join(names)
        yield Observation.at(page, told, Trust.HINT, proof="fact:names", target=f"names:{told}", names=told)
