"""Subjects: whether a heading tells what its page offers, or speaks of it in passing: people, kinds, what is over. Pure."""

from checks.naming import is_former, is_mandate, is_name
from checks.reading.about import is_of_the_past
from checks.reading.accounts import bygone, tells_a_day, tells_an_event
from checks.reading.denial import lacking
from checks.reading.sayings import HIRE
from checks.reading.stories import is_issue, is_of_old
from checks.signs import Sign
from checks.text.folding import fold_path
from checks.text.lexicon import Phrases
from crawler.page import Page, derived
from crawler.url import path

PEOPLE = Phrases(
    *("compte rendu", "procès-verbal", "élus", "commissions", "commission", "équipe municipale", "conseil municipal"),
    *("délégations", "adjoints", "conseillers"),
)
"""On a page with such a headline, the headings below are mandates, commissions and votes, not services."""
DIRECTORIES = Phrases("associations", "associative", "clubs", "commerces", "commerçants", "entreprises", "artisans", "annuaire")
KINDS = Phrases(
    "sport", "culture", "loisirs", "solidarité", "environnement", "fêtes", "animations", "jeunesse", "éducation", "patrimoine",
    "tourisme", "social", "seniors", "aînés", "santé", "nature", "restauration", "hébergement", "hébergeur", "vie économique",
    "scolaire",
)  # fmt: skip
"""On a page that lists associations or trades, such headings are kinds of them."""
LEGAL = Phrases("mentions légales", "mention légale", "informations légales", "crédits", "conditions générales d'utilisation")
"""On such a page the headings below tell of the site itself: who hosts it is no hotel."""


@derived
def is_legal(page: Page) -> bool:
    """Whether the page is the site's legal notice, by its headline, its title or its path."""
    return LEGAL.within(page.headline) or LEGAL.within(page.title) or LEGAL.within_folded(fold_path(path(page.url)))


@derived
def _tells_of_others(page: Page) -> bool:
    """Whether the headings below the first one are mandates, what a hall has, who made the site, what was, or the news of one day."""
    named = PEOPLE.within(page.headline) or HIRE.within(page.headline) or is_issue(page.headline) or is_issue(page.title)
    return named or is_legal(page) or is_of_the_past(page)


@derived
def _missing(page: Page) -> str:
    """The folded words of what the page says that there is none of, or tells the history of."""
    return lacking(page) + bygone(page)


def is_over(page: Page, sign: Sign, words: str, phrase: str) -> bool:
    """Whether the words tell of a day that is over, or of a time that is past."""
    return (tells_a_day(page) and not is_name(words, phrase)) or (is_of_old.judge(words) and not sign.pictured)


def is_in_passing(page: Page, sign: Sign, words: str, phrase: str) -> bool:
    """Whether a heading that holds the phrase is of no service that the page offers."""
    if phrase in _missing(page) or is_over(page, sign, words, phrase):
        return True
    if not sign.subject:
        return False
    if words != page.headline and (_tells_of_others(page) or (DIRECTORIES.within(page.headline) and KINDS.within(words))):
        return True
    if words != page.headline and tells_an_event(page):
        return True
    return is_mandate(words) or (is_former(words, phrase) and not sign.pictured)
