"""Wanting: pages that say of all they name, or of most of it, that there is none. Pure."""

from checks.reading.about import sentences
from checks.reading.ended import ENDED
from checks.reading.given import is_used, links, under
from checks.reading.planned import FACTS, LATER
from checks.reading.refusals import says_none
from checks.reading.sections import beneath, is_empty, lacks
from checks.reading.unkept import PARTS, following, leads_nowhere
from checks.text.folding import fold
from crawler.heading import RUN_IN, Heading
from crawler.markup import FRAME, region_of
from crawler.page import Page, derived

_BRIEF = 3000
"""Characters beyond which a page says more."""
_SEVERAL = 3
"""Parts from which what most of them say tells of the others."""
_MANY = 60
"""Parts beyond which what looks like headings is something else."""
_LONG = 200
"""Characters beyond which a part tells something, whatever it is."""


@derived
def _parts(page: Page) -> list[Heading]:
    """The headings of its own content."""
    return [one for one in page.headings if one.level < RUN_IN and region_of(one.node, {}) not in FRAME]


@derived
def is_all_wanting(page: Page) -> bool:
    """Whether a page says under its headline, and each heading below, that there is none of what they name; or most say so and none gives a fact."""
    if not page.top or len(page.main_text) > _BRIEF or page.embeds or page.forms:
        return False
    if believed(page) == frozenset():
        return True
    own = _parts(page)
    first = next((n for n, one in enumerate(own) if one.text == page.headline), -1)
    if first < 0:
        return False
    told = "".join(node.text() for node in following(own[first], PARTS, beyond=False)).strip()
    return (lacks(own[first]) or (not told and len(own) > first + 1)) and all(map(lacks, own[first + 1 :]))


@derived
def believed(page: Page) -> frozenset[str] | None:
    """Of a page most of whose parts say that there is none: the headings under which a fact stands. None of other pages.

    Who reads « en construction » under every second heading believes the others no more: « Le forum des métiers aura lieu au printemps »
    under « Forum » is no forum.
    """
    if len(page.main_text) > _BRIEF:
        return None
    parts = [one for one in _parts(page) if one.text != page.headline and beneath(page, one)]
    if not _SEVERAL <= len(parts) <= _MANY:
        return None
    empty = [one for one in parts if is_empty(page, one)]
    given = [one for one in parts if one not in empty and _gives(page, one)] if empty else parts
    mute = sum(one not in empty and one not in given and _says_none(beneath(page, one)) for one in parts)
    return frozenset(one.text for one in given) if (len(empty) + mute) * 2 >= len(parts) else None


def _says_none(words: str) -> bool:
    """Whether a few words without a fact say that there is none, or nothing."""
    return says_none(words) or not any(map(str.isalnum, words))


def _gives(page: Page, heading: Heading) -> bool:
    """Whether a fact stands under a heading, something to open or to fill in, or more than a few words."""
    words, after = beneath(page, heading), under(heading)
    led = links(after)
    if led and all(map(leads_nowhere, led)):
        return False
    return bool(led) or is_used(after) or len(words) > _LONG or FACTS.search(words) is not None


def is_told(page: Page, proof: str, words: str) -> bool:
    """Whether a heading or a sentence of the page is to be believed: a sentence of a page that mostly lacks must give a fact itself."""
    given = believed(page)
    if given is None or proof not in ("heading", "text"):
        return True
    return words in given if proof == "heading" else FACTS.search(words) is not None


@derived
def fold_today(page: Page) -> str:
    """What the page says, folded, but for the sentences on what has ended or will only come."""
    return " ".join(fold(said) for said in sentences(page.main_text) if not (ENDED.search(said) or LATER.search(said)))
