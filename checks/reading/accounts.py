"""Accounts: pages that tell of a sitting of the council, of a day that is over or of a body's past. They speak of services, and offer none. Pure."""

import re

from checks.reading.spots import says_itself
from checks.text.dates import newest
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page, derived
from crawler.url import path

_SITTING = (
    Prose("secrétaire de séance", "secrétariat de séance"),
    Prose("absents excusés", "absent excusé", "absente excusée", "membres excusés", "étaient présents", "étaient absents"),
    Prose("dûment convoqué", "légalement convoqué", "régulièrement convoqué", "date de convocation", "date de la convocation"),
    Prose(
        "après en avoir délibéré", "après avoir délibéré", "le quorum est atteint", "quorum étant atteint", "quorum était atteint"
    ),
    Prose("donné procuration", "donne procuration", "donné pouvoir", "donne pouvoir", "pouvoir donné"),
    Prose("séance précédente", "précédente séance", "précédent compte rendu", "compte rendu de la réunion", "séance est levée"),
    Prose("à l'unanimité", "par voix pour", "voix contre", "contre et abstention"),
    Prose(
        "excusés m",
        "excusés mme",
        "excusé m",
        "excusée mme",
        "absent m",
        "absente mme",
        "absents m",
        "secrétaire mme",
        "secrétaire m",
    ),
    Prose(
        *("conseil approuve", "conseil accepte", "conseil refuse", "conseil décide", "conseil valide", "conseil autorise"),
        *("conseil sollicite", "conseil émet un avis", "conseil donne son accord", "conseil prend acte"),
    ),
)
"""What minutes say."""
_OVER = (
    Prose("convives", "ont pris place", "avaient pris place"),
    Prose("verre de l'amitié", "pot de l'amitié", "apéritif était offert", "buffet était offert", "ont partagé"),
    Prose("s'est déroulé", "s'est déroulée", "se sont déroulés", "se sont déroulées", "s'est tenue", "a eu lieu", "ont eu lieu"),
    Prose(
        "merci à eux",
        "merci à tous",
        "merci à toutes",
        "merci aux bénévoles",
        "merci aux participants",
        "un grand merci",
        "bravo",
    ),
    Prose("ont ramassé", "ont nettoyé", "ont défilé", "ont couru", "ont chanté", "a réuni", "ont réuni", "a rassemblé"),
    Prose("ont participé", "se sont retrouvés", "s'étaient retrouvés", "se sont réunis", "ont assisté"),
    Prose(
        "répondu présent", "répondu présents", "répondu à l'invitation", "répondu à l'appel", "venus nombreux", "venue nombreuse"
    ),
    Prose("a conclu", "s'est terminé", "s'est terminée", "s'est achevée", "s'est prolongée", "s'est poursuivie"),
    Prose("ont remercié", "ont apprécié", "s'est réjoui", "a souhaité la bienvenue", "a été remise", "ont été accueillis"),
    Prose(
        "étaient réunis", "étaient conviés", "étaient invités", "battait son plein", "était de rigueur", "étaient de la partie"
    ),
)
"""What is said of a day when it is over."""
_POSTS = re.compile(
    r"(?<!\b[Pp]orteurs de )(?<!\bppel à )(?<!\bppels à )\b(?:projets|réalisations|bilan|budgets?|finances|fiscalité|investissements)\b"
    r"(?! (?:éducati|associati|culturel|citoyen|jeune|participati|personnel))",
    re.I,
)
"""« Projets et réalisations », « Budget et fiscalité »: the sections are what money goes to."""
_ENOUGH, _DAY = 2, 4000
"""How many of these make an account, and characters beyond which a page tells of more than a day."""
_EVENT = re.compile(r"/(?:evenements?|events?|manifestations?)/(?=[^/]*[a-z])[^/]+/?$", re.I)
_FIRST = 300
"""Characters among which the day of an event is told."""
_MINUTES = Phrases("compte rendu", "procès-verbal")
_PAPERS = Phrases(
    *("compte rendu", "procès-verbal", "délibération", "délibérations", "conseil municipal", "séance", "ordre du jour"),
    *("arrêtés", "réunion", "prochain conseil"),
)
"""What minutes offer: themselves, and others like them."""
_BODIES = Phrases(
    *("association", "amicale", "club", "comité", "jumelage", "jumelages", "sapeurs-pompiers", "pompiers", "harmonie", "fanfare"),
    *("football", "foyer", "syndicat", "bibliothèque", "médiathèque", "crèche", "collège", "ehpad", "bulletin", "festival"),
)
_HISTORY = " peu histoire ; histoire ; historique ; son histoire ; notre histoire "
"""Below a headline that names a body, these folded words head its history and not the town's."""


@derived
def is_minutes(page: Page) -> bool:
    """Whether the page is the minutes of a sitting, whatever it is called: its headings are what was decided about."""
    return sum(says_itself(page, form) for form in _SITTING) >= _ENOUGH


@derived
def tells_a_day(page: Page) -> bool:
    """Whether a page other than the home page tells who came to the meal and what was said at the ceremony."""
    return path(page.url) != "/" and len(page.main_text) <= _DAY and sum(says_itself(page, one) for one in _OVER) >= _ENOUGH


@derived
def tells_an_event(page: Page) -> bool:
    """Whether the page announces what happens on one day: « /evenements/tour-des-caves », the day among its first words."""
    dated = _EVENT.search(path(page.url)) and newest(page.main_text[:_FIRST])
    return dated is not None and len(page.main_text) <= _DAY


@derived
def tells_posts(page: Page) -> bool:
    """Whether the page tells what the town plans, has built or pays: its sections are called after services, and are none."""
    return _POSTS.search(page.headline) is not None


@derived
def bygone(page: Page) -> str:
    """The folded words that head, on this page, the history of a club, of a library: not that of the town."""
    return _HISTORY if _BODIES.within(page.headline) else ""


def is_decided(page: Page, words: str) -> bool:
    """Whether a heading of minutes names what was decided about, and no paper of the council."""
    return _is_sitting(page) and not _PAPERS.within(words)


@derived
def _is_sitting(page: Page) -> bool:
    """The same, or the page is called the minutes or the sitting of a day."""
    called = _MINUTES.within(page.headline) or _SITS.match(page.headline)
    return is_minutes(page) or (bool(called) and newest(page.headline) is not None)


_SITS = re.compile(
    r"(?:(?:la )?(?:séance|réunion|conseil)(?: ordinaire| publique| municipale?| du conseil(?: municipal)?)?,? ){1,2}du ", re.I
)
