"""Promises: what labels say of a page to which they lead, held against the page itself. Pure.

A page to which labels of several subjects lead, as templates and one-page rubrics have it, is about none of them for that: one that
nothing on the page names has not been kept.
"""

from collections.abc import Collection

from checks.folding import fold
from checks.lexicon import fold_label, read
from checks.matcher import Matcher
from crawler.page import Page

SEVERAL = 3
"""Subjects under which a page is linked from which its own words must name each."""


class Promises:
    """By address: the checks whose labels lead there, with their words."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._made: dict[str, dict[int, str]] = {}

    def make(self, check: int, url: str, words: str) -> None:
        self._made.setdefault(url, {}).setdefault(check, words)

    def broken(self, page: Page, met: Collection[int]) -> list[int]:
        """The checks that the page was said to serve and of which nothing stands on it; `met`: those that saw something there."""
        made = self._made.get(page.url, {})
        open_ = [check for check in made if check not in met]
        if len(made) < SEVERAL or not open_:
            return []
        said = fold(" ".join((page.title, page.headline, page.main_text)))
        named = self._matcher.named(read(said).phrases)
        return [check for check in open_ if check not in named and fold_label(made[check]) not in said]
