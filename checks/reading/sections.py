"""Sections: what follows each heading, or that nothing does. Pure."""

import re
from itertools import takewhile

from selectolax.lexbor import LexborNode

from checks.reading.denial import AT_HALL, PAPERS, PAPERS_LATER, WAY, awaits, is_to_come, is_to_fill
from checks.reading.documents import is_document
from checks.reading.ended import has_ended
from checks.reading.layout import rest
from checks.reading.lectures import on_the_law
from checks.reading.planned import is_planned
from checks.reading.refusals import is_wanting
from checks.reading.spots import leading
from checks.reading.unkept import PARTS, following, hands_out_nothing, is_unfilled, lists_stubs, shows_dead_cards, unkept
from checks.text.dates import dates, newest, years
from checks.text.folding import fold
from checks.text.lexicon import Phrases
from crawler.heading import INLINE, RUN_IN, Heading, opens
from crawler.markup import beside, region_of, squeeze
from crawler.page import Page, content, derived
from crawler.url import address

REACH = 300
"""Characters of a section that tell what it is about."""
ROW = 160
"""Characters beyond which what surrounds a link is prose."""
_CARD = 4
"""Elements between a card's heading and its link."""
_GOING_ON = (",", ".", ";", " de ", " des ", " du ", " d'", " d’", " et ")


@derived
def _sections(page: Page) -> dict[int, str]:
    """What begins a paragraph ends no section above it; its own ends where the next one begins."""
    parts = [heading for heading in page.headings if heading.level < RUN_IN]
    every = _between(page.main_text, page.headings)
    return every | _between(page.main_text, parts) if len(parts) < len(page.headings) else every


def _between(text: str, headings: list[Heading]) -> dict[int, str]:
    found: dict[int, str] = {}
    last, began = None, 0
    for heading in headings:
        at = _place(text, heading.text, began)
        if at < 0:
            continue
        if last is not None:
            found[last] = text[began : min(at, began + REACH)]
        last, began = heading.node.mem_id, at + len(heading.text)
    if last is not None:
        found[last] = text[began : began + REACH]
    return found


def _place(text: str, words: str, since: int) -> int:
    """Where a heading's words stand: not in a sentence that goes on after them, when they come again."""
    at = first = text.find(words, since)
    while at >= 0 and text.startswith(_GOING_ON, at + len(words)):
        at = text.find(words, at + 1)
    return first if at < 0 else at


def beneath(page: Page, heading: Heading) -> str:
    """The first words under a heading, up to the next one; '' when they are not of the page's own content."""
    words = _sections(page).get(heading.node.mem_id, "")
    return (words[: _room(heading)] if heading.level == RUN_IN else words).strip()


def _room(heading: Heading) -> int:
    """Characters that are left of the paragraph that the heading begins."""
    up = heading.node.parent
    while up is not None and up.tag in INLINE:
        up = up.parent
    return len(squeeze(up.text(separator=" ")).partition(heading.text)[2]) if up is not None else 0


_PROMISED = re.compile(
    r"(?:(?:[Rr]et|[Tt])rouvez (?:ici )?|[Cc]onsultez |[Vv]oici )?(?:[Ll][ae]s? |[Ll]['’])?"
    r"(?:(?:[Ll]istes?|[Rr]egistres?|[Cc]oordonn[ée]es|[Dd]ates|[Pp]r[ée]sentation|[Ss][ée]lection|[Aa]nnuaire|[Tt]rombinoscope)\s"
    r"[^.!?:\d@]{3,160}|[^.!?:\d@]{3,120}\bt[ée]l[ée]chargeables?\b[^.!?:\d@]{0,40})\."
)
"""« Liste des adjoints et de leurs délégations. »"""
_TOPICS = re.compile(
    r"\A(?!(?:[LD]es?|La|Une?|L['’]|D['’]|Au?x?|Notre|Nos|Votre|Vos|Cet?s?|Cette|Se|Il|Elle|On|Nous|Vous|Pour|Dans|En|Sur|Par|Tous?|Toutes?"
    r"|Chaque|Ouvert|Ouverte|[A-ZÉ]\w+ez)\b)[A-ZÉ][a-zà-ÿ]+"
    r"(?:\s(?!(?:est|sont|a|ont|se|vous|nous|qui|mairie|jours?|mardi|jeudi|lundi|mercredi|vendredi|samedi|dimanche)\b)[a-zà-ÿ'’-]+|,|\s:)+"
    r"(?:\sde (?:la [Vv]ille de |la [Cc]ommune de )?[A-ZÉ][\w'’-]+)?(?:\.|…)"
)
"""Bare nouns, no verb: « Crèches, relais et assistantes maternelles. »"""
_COUNT = re.compile(r"[+~]?\d{1,3}(?:[ .]?\d{3})?\s?\+?")
"""How many there are: « Associations : 150+ »."""
_OUTLINE = 3
"""Sections of nothing but their topics from which a page is the outline of one to be written."""
_ASKING = re.compile(r"\b(?:se renseigner|renseignements?|s['’]adresser)\s(?:en|[àa] la|aupr[èe]s de la)\smairie\b", re.I)
"""Who has to ask is told nothing."""
_SHOWN = frozenset(
    (
        *("a", "img", "picture", "iframe", "object", "embed", "video", "table", "form", "ul", "ol", "dl", "details", "script"),
        "canvas",
    )
)
_SHOWING = ", ".join(sorted(_SHOWN))
_PART = ", ".join(PARTS)
_SHELVES = Phrases(
    "compte rendu", "délibérations", "procès-verbaux", "arrêtés", "bulletins", "publications", "bulletin municipal"
)


@derived
def at_hall(page: Page) -> bool:
    """Whether a page that is named after papers has none, nor a link to any, and says that they are to be read elsewhere."""
    if not _SHELVES.within(page.headline) or len(page.main_text) > _BRIEF or page.embeds or awaits(page):
        return False
    said, files = page.main_text, (link for link in page.links if is_document(link.href) and not link.framed)
    # Where days are told, the papers may stand on the page itself.
    if any(files) or len(set(dates(said))) > 1:
        return False
    after = rest(page)
    own = after.links if after else [link.text for link in page.links if link.region in ("", "main")]
    if AT_HALL.search(said):
        return not any(_SHELVES.within(words) or newest(words) for words in own)
    shown = years(said) or "°" in said or len(said) > _MUTE or (after.shows if after else content(page).css_first("img"))
    return not shown and all(fold(words) in WAY for words in own)


_MUTE = 400
"""Characters up to which a page of papers that has no link of its own, no year and no number hands out none."""
_BRIEF = 3000
"""Characters beyond which the papers may stand on the page itself."""


def parts(page: Page, heading: Heading) -> list[Heading]:
    """The headings under one that but introduces them."""
    words = beneath(page, heading)
    if heading.level == 1 or len(words) > ROW or any(map(str.isdigit, words)):
        return []
    after = page.headings[page.headings.index(heading) + 1 :]
    return list(takewhile(lambda one: one.level > heading.level, after))


def is_teaser(node: LexborNode, words: str) -> bool:
    """A heading that is nothing but a link, or that names a card which leads to a page of ours: its label has been read already."""
    anchor = node.css_first("a[href]")
    if anchor is not None:
        return len(anchor.text(strip=True)) * 10 >= len(words) * 7 and not opens(anchor)
    up, steps = node.parent, 0
    while up is not None and up.tag != "a" and steps < _CARD:
        up, steps = up.parent, steps + 1
    href = (up.attributes.get("href") or "") if up is not None and up.tag == "a" else ""
    return len(href) > 1 and not href.startswith(("http", "//")) and up is not None and not opens(up)


def is_empty(page: Page, heading: Heading) -> bool:
    """Whether what a heading begins holds nothing: it is to come, or one sentence promises what is not there."""
    words = beneath(page, heading)
    if is_to_come(words or _beside(heading)) or _COUNT.fullmatch(words) or has_ended(words):
        return True
    if is_planned(words, page.fetched_at.year) or (heading.level > 1 and lacks(heading)):
        return True
    if is_unfilled(heading, words) or on_the_law(page, heading, words) or shows_dead_cards(page, heading):
        return True
    if AT_HALL.search(words) and PAPERS.within(heading.text) and not leading(page, is_document):
        return True
    if PAPERS.within(heading.text) and (_CALLING.search(words) or PAPERS_LATER.search(words)) and not leading(page, is_document):
        return True
    if PAPERS.within(heading.text) and _only_tells(page, heading):
        return True
    if PAPERS.within(heading.text) and (unkept(page) or lists_stubs(page)) and hands_out_nothing(page, heading, ("a",)):
        return True
    if unkept(page) and _only_announces(page, heading) and hands_out_nothing(page, heading):
        return True
    if _ASKING.search(words) and _only_announces(page, heading) and _is_bare(page, heading):
        return True
    if not words:
        return heading.node.mem_id in _sections(page) and _is_left(heading)
    if _PROMISED.fullmatch(words):
        return _is_bare(page, heading)
    return _is_topic(page, heading) and len(_topics(page)) >= _OUTLINE


_CALLING = re.compile(
    r"\b(?:[Ee]nvoyez|[Aa]dressez|[Tt]ransmettez|[Ff]aites|[Dd]éposez)\b[^.!?]{0,40}\b(?:articles?|textes?|photos?|annonces?|contributions?)\b"
    r"[^.!?]{0,80}\b(?:prochaine?s?|par(?:aître|ution))\b"
)
"""Who is asked for what is to be printed is given nothing to read."""


def _only_tells(page: Page, heading: Heading) -> bool:
    """Whether papers are but spoken of, in a few words: no day, no figure, nothing that can be opened."""
    # In a list of cards, what follows may be the day of the next one.
    words = _beside(heading) or beneath(page, heading)
    return 0 < len(words) <= ROW and not any(map(str.isdigit, heading.text + words)) and _is_bare(page, heading)


def _beside(heading: Heading) -> str:
    """What stands after a heading in the element that holds both, as far as a row is read."""
    found, after = "", heading.node.next
    while after is not None and len(found) <= ROW:
        found = squeeze(f"{found} {after.text(separator=' ') or ''}")
        after = after.next
    return found


def lacks(heading: Heading) -> bool:
    """Whether nothing but words follows a heading, up to the next one, and they say that there is none."""
    told = ""
    for node in following(heading, PARTS, beyond=False):
        if len(told) > REACH or node.tag in _SHOWN or node.css_first(_SHOWING):
            return False
        told = f"{told} {node.text(separator=' ')}"
    return is_wanting(squeeze(told))


def _only_announces(page: Page, heading: Heading) -> bool:
    """Whether a few words without a figure stand under a heading that has no parts."""
    words = beneath(page, heading)
    if not words or len(words) > ROW or any(map(str.isdigit, words)):
        return False
    after = next(iter(page.headings[page.headings.index(heading) + 1 :]), None)
    return after is None or after.level <= heading.level


@derived
def _topics(page: Page) -> list[Heading]:
    """The headings under which one sentence only names what one may look for."""
    return [heading for heading in page.headings if _is_topic(page, heading)]


def _is_topic(page: Page, heading: Heading) -> bool:
    words = beneath(page, heading)
    return words[-1:] in (".", "…") and _TOPICS.fullmatch(words) is not None and _is_bare(page, heading)


def _is_bare(page: Page, heading: Heading) -> bool:
    """Whether a part of a page has no parts of its own and nothing but words."""
    if heading.level == 1 or _shows(heading.node):
        return False
    after = next(iter(page.headings[page.headings.index(heading) + 1 :]), None)
    return after is None or after.level <= heading.level or region_of(after.node, {}) in ("footer", "nav")


def _is_left(heading: Heading) -> bool:
    """Whether a part of the page with a name of its own holds but its heading, and the next part follows."""
    up: LexborNode | None = heading.node.parent
    while up is not None and not up.attributes.get("id"):
        up = up.parent
    if (
        up is None
        or squeeze(up.text(separator=" ")) != heading.text
        or up.css_first(_SHOWING)
        or any(map(is_to_fill, up.css("div")))
    ):
        return False
    following = beside(up)
    if following is None:
        return False
    first = following.css_first(_PART)
    return first is not None and squeeze(following.text(separator=" ")).startswith(squeeze(first.text(separator=" ")))


def _shows(node: LexborNode) -> bool:
    """Whether something but words stands with a heading, or all of it is a link."""
    after: LexborNode | None = node
    while after is not None and after.tag not in ("section", "article", "main", "body"):
        if after.tag == "a":
            return True
        sibling = after.next
        while sibling is not None and sibling.tag not in PARTS:
            if sibling.is_element_node and sibling.css_first(_PART):
                return False
            if sibling.is_element_node and (sibling.tag in _SHOWN or sibling.css_first(_SHOWING)):
                return True
            sibling = sibling.next
        if sibling is not None:
            return False
        after = after.parent
    return after is not None and after.parent is not None and after.parent.tag == "a"


def addresses(page: Page, heading: Heading) -> list[str]:
    """The addresses of the section that a heading begins, without the slash that a server may add before the anchor."""
    up: LexborNode | None = heading.node
    found = []
    while up is not None and up.tag not in ("main", "body") and squeeze(up.text(separator=" ")).startswith(heading.text):
        if name := up.attributes.get("id"):
            found.append(f"{address(page.url).removesuffix('/')}#{name}")
        up = up.parent
    if heading.text == page.headline and heading is not page.headings[-1] and is_to_come(beneath(page, heading)):
        # What leads to a page whose first words say that it is being written; the whole of an empty page is judged elsewhere.
        found.append(address(page.url))
    return found
