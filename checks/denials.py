"""Denials: what a check says of a page that holds none of what its name promises. Pure."""

from collections.abc import Iterable, Iterator
from re import Pattern

from checks.observation import Observation, Spot, Trust
from checks.reading.sections import beneath
from checks.tally import DENIAL
from crawler.heading import Heading
from crawler.page import Page


def denies(page: Page, spot: Spot = None, target: str = "") -> Observation:
    """That a page, or what lies at another address, holds none of what the check looks for, whatever its name promises."""
    return Observation.at(page, spot or page.headline or page.title, Trust.HINT, proof=DENIAL, target=target or page.url)


def denies_where(page: Page, places: Iterable[Heading], says: Pattern[str], unless: Pattern[str]) -> Iterator[Observation]:
    """The same where one of these headings stands over something else."""
    for place in places:
        words = beneath(page, place)
        if says.search(words) and not unless.search(words):
            yield denies(page, place)
