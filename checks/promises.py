"""Promises: what labels say of the page to which they lead, held against the page itself. Pure.

Where labels of several subjects lead to one page, as templates have it, each subject must be named there: a label whose subject is not
promised what the page does not hold.
"""

from collections.abc import Collection

from checks.matcher import Matcher
from checks.text.folding import fold
from checks.text.lexicon import fold_label, read
from crawler.page import Page
from crawler.url import address

Made = tuple[tuple[int, str], ...]
"""The checks whose labels lead to a page, each with the label's words."""
SEVERAL = 3
"""Subjects from which a page must name each."""


class Promises:
    """What labels have promised so far, by the page to which they lead, be it to a place on it."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._made: dict[str, dict[int, str]] = {}

    def make(self, check: int, url: str, words: str) -> None:
        self._made.setdefault(address(url), {}).setdefault(check, words)

    def of(self, url: str) -> Made:
        """What is to be held against the page; where the labels are of few subjects, only what a name does not prove."""
        made = self._made.get(url, {})
        checks, several = self._matcher.checks, len(made) >= SEVERAL
        return tuple(sorted(one for one in made.items() if several or not checks[one[0]].by_name))

    def broken(self, page: Page, made: Made, met: Collection[int]) -> list[int]:
        """The checks of which nothing stands on the page; `met`: those that saw something there."""
        open_ = [(check, words) for check, words in made if check not in met]
        if not open_ or len(made) < SEVERAL:
            return []
        said = fold(" ".join((page.title, page.headline, page.main_text)))
        named = self._matcher.named(read(said).phrases)
        return [check for check, words in open_ if check not in named and fold_label(words) not in said]

    def bare(self, made: Made, shown: Collection[int]) -> list[int]:
        """The checks that a name does not prove and of which the page shows nothing; `shown`: those of which it does."""
        return [check for check, _ in made if check not in shown and not self._matcher.checks[check].by_name]
