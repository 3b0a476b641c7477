"""Observed: what a match says, as an observation. Pure."""

from typing import Any

from checks.matcher import Match
from checks.observation import Observation
from checks.reading.documents import is_file
from checks.text.folding import around, fold
from checks.text.lexicon import Phrases
from crawler.link import Link
from crawler.page import Page
from crawler.url import host


def _is_own(link: Link, page: Page) -> bool:
    """Whether a label of the menu leads to a section of the site: not to another site, nor straight to a file."""
    return link.host == host(page.url) and not is_file(link.href)


def observed(page: Page, match: Match) -> Observation:
    sign = match.sign
    excerpt, found = match.excerpt, ""
    if sign.kind in ("told", "text"):
        text = page.main_text if sign.kind == "told" else page.text
        phrase = match.excerpt or Phrases(*sign.phrases).first(fold(text))
        excerpt, found = around(text, phrase), around(text, phrase, reach=1)
    facts: dict[str, Any] = {}
    if sign.platform:
        facts["platform"] = sign.platform
    if isinstance(match.spot, Link) and match.spot.region == "nav" and sign.kind == "label" and _is_own(match.spot, page):
        facts["rubric"] = match.spot.text
    return Observation.at(
        page,
        match.spot or None,
        sign.trust,
        proof="text" if sign.kind in ("told", "sentence") else sign.kind,
        excerpt=excerpt,
        target=match.target,
        found=found,
        whole=sign.whole,
        **facts,
    )
