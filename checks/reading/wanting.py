"""Wanting: pages that say of each thing they name that there is none. Pure."""

from checks.reading.sections import lacks
from checks.reading.unkept import PARTS, following
from crawler.heading import RUN_IN
from crawler.markup import FRAME, region_of
from crawler.page import Page, derived

_BRIEF = 3000
"""Characters beyond which a page says more."""


@derived
def is_all_wanting(page: Page) -> bool:
    """Whether a page says under its headline, and under each heading below it, that there is none of what they name."""
    if not page.top or len(page.main_text) > _BRIEF or page.embeds or page.forms:
        return False
    own = [one for one in page.headings if one.level < RUN_IN and region_of(one.node, {}) not in FRAME]
    first = next((n for n, one in enumerate(own) if one.text == page.headline), -1)
    if first < 0:
        return False
    told = "".join(node.text() for node in following(own[first], PARTS, beyond=False)).strip()
    return (lacks(own[first]) or (not told and len(own) > first + 1)) and all(map(lacks, own[first + 1 :]))
