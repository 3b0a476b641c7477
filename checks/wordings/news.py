"""News: pieces told by the days with which they begin, in no element that says so. Pure."""

import re
from collections.abc import Iterator
from datetime import date

from selectolax.lexbor import LexborNode

from checks.communes.nature import is_home
from checks.observation import Spot
from checks.reading.about import blocks, lines, proceedings
from checks.reading.documents import is_document
from checks.reading.passages import Around
from checks.text.dates import begins_with_day, dates, newest
from checks.text.lexicon import Phrases
from checks.wordings.calendars import A_MONTH
from checks.wordings.calendars import BEGINS as DATED
from crawler.markup import squeeze
from crawler.page import Page

LIFE = Phrases(
    "village", "commune", "bourg", "vie", "fil", "échos", "chronique", "chroniques", "jour", "jours", "quotidien", "passé", "infos",
    "info", "informations", "nouvelles", "actu", "annonces", "journal", "accueil", "bienvenue", "mairie", "retour", "ici", "nouveau", "nieuws", "brèves", "neuf",
)  # fmt: skip
"""What a page is called on which paragraphs that begin with their day are its news."""
OTHERS_LIFE = Phrases(
    "scolaire", "école", "collège", "club", "association", "associative", "paroisse", "paroissiale", "analyses", "eau", "travaux",
    "séances", "réunions", "collecte", "emploi", "bibliothèque", "médiathèque", "menus",
)  # fmt: skip
PARTED = re.compile(r"(?<=[.!?;,])\s(?=\(?(?:le\s|[a-zé]{3,8}\.?\s)?\d{1,2}(?:er)?(?:[/.-]\d|\s[a-zûé]{3,9}\.?\s20\d\d))", re.I)
"""Where the next piece begins in a paragraph of several."""
BEGUN = re.compile(r"(?:^|[\n•–-])[ \t]{0,3}([0-9]{1,2}[/.][0-9]{1,2}[/.]20[0-9]{2})\s?[:–-]\s?\w")
"""« 24/11/2026 : la D 117 est coupée »."""
FRONT_WORDS = 8000
SEVERAL = 3
"""Dated pieces from which they are a list."""
BEGINS = 35
"""Characters in which a block that begins with its day has told it: « Mercredi 23 septembre 2026. »"""
DAY = 20
"""Characters of a block that is but a day, or that begin with one."""
PIECE = 160
"""Characters of a block that begins with a day and leads to the rest."""
RECORDS = Phrases("procès-verbal", "compte rendu", "délibération", "délibérations", "arrêté", "ordre du jour", "menu", "séance")
NO_NEWS = Phrases(
    *("agenda", "événements", "manifestations", "calendrier", "compte rendu", "procès-verbal", "délibérations", "arrêtés"),
    *("documents", "publications", "bulletins", "conseil municipal"),
)
"""What the cards of a page are of that is called so."""
STALE = 400
"""Days after which a list of news is no longer kept."""
STAMPS = ("publié", "posté", "mis en ligne", "mise en ligne", "ajouté", "écrit", "paru", "rédigé")
STAMP = Around(*STAMPS)
STAMPED = re.compile(rf"(?:{'|'.join(STAMPS)})e?s? (?:le |: ?)?(?=\d)[^.!?]{{0,20}}", re.I)
"""How a piece of news bears its day."""


def day_by_day(page: Page) -> Iterator[tuple[Spot, date]]:
    """Several lines that each begin with a day of late, or headings that are one."""
    today = page.fetched_at.date()
    named = page.headline
    if not LIFE.within(named) or NO_NEWS.within(named) or OTHERS_LIFE.within(named) or proceedings(page):
        return
    if len({day for day in dates(page.main_text) if 0 <= (today - day).days <= STALE}) < SEVERAL:
        return
    told = [(node, said) for node, words in lines(page) for said in PARTED.split(words)]
    begun = [(node, newest(words[:BEGINS])) for node, words in told if DATED.match(words) and not RECORDS.within(words)]
    begun += [(one.node, newest(one.text)) for one in page.headings if A_MONTH.fullmatch(one.text)]
    days = {day: node for node, day in begun if day and 0 <= (today - day).days <= STALE}
    if len(days) >= SEVERAL:
        yield days[max(days)], max(days)


def on_front(page: Page) -> Iterator[tuple[Spot, date]]:
    """On the home page, several blocks that are nothing but a day that has passed, or begin with it, each with its title: pieces of news."""
    if not is_home(page) or not any(dates(page.main_text)):
        return
    listed = [day for found in BEGUN.finditer(page.main_text[:FRONT_WORDS]) if (day := newest(found[1]))]
    past = {day for day in listed if day <= page.fetched_at.date()}
    if len(past) >= SEVERAL:
        yield page.headline or page.title, max(past)
    days: dict[date, LexborNode] = {}
    for node, words in blocks(page):
        if len(words) <= PIECE and RECORDS.within(words):
            continue
        begun = len(words) <= PIECE and node.css_first("a[href]") is not None
        day = newest(words) if len(words) <= DAY else newest(words[:DAY]) if begun and words[:1].isdigit() else None
        if day is None and begins_with_day(words) and len(words) > BEGINS and not RECORDS.within(words):
            day = newest(words[:BEGINS])
        day = day or (_day_after(node, words) if begun and words[-1:].isdigit() else None)
        if day and day <= page.fetched_at.date():
            days.setdefault(day, node)
    if len(days) >= SEVERAL:
        yield days[max(days)], max(days)


def _day_after(node: LexborNode, words: str) -> date | None:
    """The day that stands behind a link to a page, with nothing else: « La soupe du four 21 novembre 2026 »."""
    links = node.css("a[href]")
    rest = words.removeprefix(squeeze(links[0].text(separator=" "))).strip(" ()–—-,:|")
    return newest(rest) if len(links) == 1 and len(rest) <= DAY and not is_document(links[0].attributes["href"] or "") else None
