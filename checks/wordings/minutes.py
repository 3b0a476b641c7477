"""Minutes: those that bear but their day, or stand on the page themselves. Pure."""

from collections.abc import Iterator
from datetime import date

from checks.observation import Observation, Trust
from checks.reading.accounts import is_minutes
from checks.reading.documents import is_document
from checks.reading.passages import first, just_before
from checks.reading.rows import dated
from checks.reading.sections import beneath
from checks.reading.spots import leading, says_itself, worded
from checks.text.dates import dates, newest, years
from checks.text.lexicon import Phrases
from checks.wordings.sessions import AHEAD, NAMED, NUMBERED, OF_DAY, OTHERS, SESSION, VOTED, WRITING, WRITTEN
from crawler.link import Link
from crawler.markup import heading_above, squeeze
from crawler.page import Page

APART, COUNCILS = Phrases(*OTHERS), Phrases("conseil", "conseils", "élus")
BODIES = Phrases(
    *("association", "associations", "amicale", "club", "comité des fêtes", "comité de jumelage", "football", "foot", "rugby", "tennis"),
    *("parents d'élèves", "conseil d'école", "syndicat", "jumelage", "société de chasse", "chasse", "pompiers", "ccas", "paroisse"),
    *("conseil des jeunes", "conseil municipal des jeunes", "conseil municipal des enfants", "cmj", "cme", "foyer rural", "mjc"),
    *("anciens combattants", "aappma", "pêche", "chorale", "école", "collège", "communauté de communes", "intercommunalité"),
)  # fmt: skip
"""Whose pages bear minutes of their own."""
OTHER_PAPERS = Phrases(*OTHERS, "ordre du jour", "convocation", "conseil d'administration")
_MOST = 300
"""Papers of a page whose place is looked up: each is a search of the page."""
_BEFORE = 200
"""Characters before the first paper in which it is said what these are."""


def by_session(page: Page) -> Iterator[Observation]:
    """Sessions told one under the other, each with its day and what was decided or the paper that tells it."""
    held = [(one, day, beneath(page, one)) for one in page.headings if SESSION.match(one.text) and (day := newest(one.text))]
    told = [(one, day) for one, day, words in (*dated(page), *held) if isinstance(one, Link) or VOTED.within(words)]
    told = [(one, day) for one, day in told if day <= page.fetched_at.date()]
    for count, (one, day) in enumerate(told if len(told) > 1 else (), 1):
        yield Observation.at(page, one, Trust.LIKELY, proof="document", dated=day, count=count, target=page.url)


def by_title(page: Page, about: bool) -> Iterator[Observation]:
    """Sessions that links to their papers name, where the page is not called minutes; those that headings do, with a paper for each,
    whatever its link says: « Séance du 17 mai », « Voir le PDF »."""
    papers = [one for one in page.links if is_document(one.href)]
    named = [one for one in papers if SESSION.match(one.text) and newest(one.text)]
    for count, one in enumerate(named if len(named) > 1 and not about else (), 1):
        yield Observation.at(page, one, Trust.LIKELY, proof="document", dated=min(dates(one.text)), count=count)
    titles = [one for one in page.headings if SESSION.match(one.text)]
    own = [one for one in papers if not one.framed]
    alone = len(titles) == 1 and any(NAMED.search(one.text) for one in own)
    for count, title in enumerate(titles if alone or len(own) >= len(titles) > 1 else (), 1):
        yield Observation.at(page, title, Trust.LIKELY, proof="document", dated=newest(title.text), count=count)


def of_one(page: Page) -> Iterator[Observation]:
    """The page of one session: minutes itself, or with its file, whatever that is called."""
    titles = [one for one in page.headings if one.level == 1 and SESSION.match(one.text)]
    if len(titles) != 1:
        return
    head = titles[0].text
    told = min(dates(head), default=None)
    if is_minutes(page):
        yield Observation.at(page, head, Trust.LIKELY, proof="document", dated=told, target=page.url)
    file = None if OTHER_PAPERS.within(head) else next(_files(page), None)
    if file and (day := told or newest(file.text)):
        yield Observation.at(page, file, Trust.LIKELY, proof="document", dated=day)


def _files(page: Page) -> Iterator[Link]:
    return (one for one in page.links if is_document(one.href) and not one.framed)


def _year_of(one: Link, page: Page) -> int:
    """The year that the heading above a link gives, or the words before it: « 2026 », « Séances de 2026 : »; 0 when they give none."""
    node = page.tree.css_first(one.selector)
    told = years(heading_above(node)) if node is not None else []
    told = told or years(just_before(page, one.text, _BEFORE))
    return told[-1] if told else 0


def by_day(page: Page, sits: bool) -> Iterator[Observation]:
    """Papers that bear but their day, on a page of the council or after words that say that they are minutes."""
    papers = [one for one, _ in worded(page, OF_DAY) if is_document(one.href) and not one.framed]
    papers = papers or [one for one, _ in worded(page, NUMBERED) if is_document(one.href) and not one.framed]
    if len(papers) < 2 or BODIES.within(page.headline):
        return
    before = page.main_text.partition(papers[0].text)[0][-_BEFORE:]
    of_council = all(one.text[:2] == "CM" for one in papers) and not AHEAD.within(before)
    named = of_council or (NAMED.search(before) is not None and not APART.within(before))
    days = [found["day"] for one in papers if (found := OF_DAY.of(one.text))]
    if not (named or (sits and any(days) and not AHEAD.within(before))):
        return
    for count, one in enumerate(papers[:_MOST], 1):
        day = newest(one.text) or newest(one.raw)
        if day is None and (year := _year_of(one, page)):
            day = newest(f"{one.text} {year}")
        yield Observation.at(page, one, Trust.LIKELY, proof="document", dated=day, count=count)


def written(page: Page) -> Iterator[Observation]:
    """Minutes that stand on a page of the council themselves: their title with its day, who was there, what was voted."""
    found = first(page, WRITTEN, WRITING) if says_itself(page, VOTED) else None
    if found and (day := min(dates(found[0]), default=None)) and not APART.within(found[0]):
        yield Observation.at(page, squeeze(found[0]), Trust.LIKELY, proof="document", dated=day, target=page.url)


def in_rows(page: Page) -> Iterator[Observation]:
    """Papers whose row begins with their day: « 12/03/2026 | Voir »."""
    papers = [(one, day) for one, day, _ in dated(page) if isinstance(one, Link)]
    filed = [one for one, _ in leading(page, is_document) if not one.framed][:_MOST]
    papers += [(one, day) for one in filed if (day := _day_of_row(page, one))]
    sat: set[date] = set()
    for one, day in papers if len(papers) > 1 else ():
        sat.add(day)
        yield Observation.at(page, one, Trust.LIKELY, proof="document", dated=day, count=len(sat))


def _day_of_row(page: Page, one: Link) -> date | None:
    """The day in the first cell of the row in which a link stands with others."""
    up = page.tree.css_first(one.selector)
    while up is not None and up.tag not in ("tr", "body"):
        up = up.parent
    cell = up.css_first("td, th") if up is not None and up.tag == "tr" else None
    words = squeeze(cell.text(separator=" ")) if cell is not None else ""
    if len(words) > _CELL:
        return None
    day = newest(words)
    if day is None and words[:1].isdigit() and (year := _year_of(one, page)):
        day = newest(f"{words} {year}")
    return day


_CELL = 40
"""Characters up to which a cell but tells the day."""
