"""Fraîcheur : le jour du contenu le plus récent, d'après ce que disent les pages et les flux."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from checks.check import check_on_visit
from checks.finding import Coverage, Verdict
from checks.observation import Observation, Trust
from checks.reading.about import about, lines
from checks.reading.cards import carded
from checks.reading.passages import Around, first
from checks.reading.spots import entitled, headed, worded
from checks.signs import seen, unseen
from checks.tally import Tally
from checks.text.dates import begins_with_day, dates, newest
from checks.text.lexicon import Phrases
from checks.text.traits import Trait
from checks.wordings.news import on_front
from crawler.heading import Heading
from crawler.link import Link
from crawler.markup import squeeze
from crawler.page import Page
from crawler.url import path
from crawler.visit import Visit

S = TypeVar("S", Heading, Link)
FEW = 5
"""Dated spots of one kind taken from a page."""
DATED = Trait(dates)
ALMANAC = re.compile(r",? (?:bonne fête|fête |saint[es]?\b|ste?\b)", re.I)
"""« Mardi 1er juin 2010, saint Justin »: the day of whoever visits, not of what is written."""
MONTH = re.compile(r"(?:(?:[Cc]alendrier|[Pp]lanning)\s(?:de |d['’]|du mois de )?)?[^\W\d]{3,9}\.? 20\d\d")
"""« Novembre 2026 », « Calendrier de novembre 2026 », as a calendar is parted: nothing was written then."""
NEWS, BEGINS = Phrases("actualités", "actus", "nouvelles", "infos", "quoi de neuf"), 28
"""Pages of which each paragraph that begins with its day was written then."""
TOUCH = Around("dernière", "mis à jour le", "mise à jour le")
TOUCHED = re.compile(
    r"\b(?:dernière (?:mise à jour|modification|retouche|actualisation)(?: du site| de la page)?|(?:site|page) mise? à jour le)\s?:?\s?(?:le )?[^.!?:]{6,30}",
    re.I,
)
"""What a site says of itself: « Dernière mise à jour : 22 novembre 2026 »."""
STALE = 730
"""Days after which the newest content no longer counts as kept up to date."""


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    told = [o.dated for o in tally.seen.values() if o.dated and o.dated <= coverage.as_of]
    if not told:
        return Verdict.ABSENT if not tally.seen else Verdict.UNDETERMINED
    return Verdict.PRESENT if (coverage.as_of - max(told)).days <= STALE else Verdict.PARTIAL


def look(page: Page) -> Iterator[Observation]:
    """What bears a day; what is announced for later was not written then."""
    today = page.fetched_at.date()
    found = [dated for dated in _dated(page) if dated.dated and dated.dated <= today]
    yield from found
    # All lines of a page are dear to read.
    if not found or (path(page.url) == "/" and headed(page, NEWS)):
        yield from (dated for dated in _begun(page) if dated.dated and dated.dated <= today)
    for spot, when in on_front(page):
        yield Observation.at(page, spot, Trust.LIKELY, proof="structure", dated=when)
    if (said := first(page, TOUCHED, TOUCH)) and (day := newest(said[0])) and day <= today:
        yield Observation.at(page, squeeze(said[0]), Trust.LIKELY, proof="text", dated=day)


def _begun(page: Page) -> Iterator[Observation]:
    """The lines of a page of news that begin with a day."""
    for node, words in lines(page) if about(page, NEWS) or headed(page, NEWS) else ():
        if begins_with_day(words) and (told := newest(words[:BEGINS])):
            yield Observation.at(page, node, Trust.LIKELY, proof="structure", dated=told)


def _dated(page: Page) -> Iterator[Observation]:
    for node in page.outline.nodes("time"):
        words = squeeze(node.text(separator=" "))
        day = newest(node.attributes.get("datetime") or "") or newest(words)
        if day:
            yield Observation.at(page, node, Trust.LIKELY, excerpt=words or day.isoformat(), dated=day)
    for heading, day in _newest(
        [
            (heading, days)
            for heading, days in entitled(page, DATED)
            if days[0].day > 1 or not MONTH.fullmatch(heading.text.strip())
        ]
    ):
        yield Observation.at(page, heading, Trust.LIKELY, proof="heading", dated=day)
    for link, day in _newest([(link, days) for link, days in worded(page, DATED) if link.region not in ("nav", "footer")]):
        yield Observation.at(page, link, Trust.LIKELY, proof="label", dated=day)
    for node, day in carded(page):
        yield Observation.at(page, node, Trust.LIKELY, proof="structure", dated=day)
    for node in page.outline.classed("date", "info-publi", "publie", "publication", "published"):
        words = squeeze(node.text(separator=" "))
        if len(words) < 120 and not ALMANAC.search(words) and (told := newest(words)):
            yield Observation.at(page, node, Trust.LIKELY, proof="structure", dated=told)


def _newest(spots: Sequence[tuple[S, Sequence[date]]]) -> list[tuple[S, date]]:
    """The few spots with the latest days: what is older says nothing more."""
    dated = [(spot, day) for spot, days in spots for day in days]
    return sorted(dated, key=lambda pair: pair[1], reverse=True)[:FEW]


@check_on_visit(
    "freshness",
    "Fraîcheur des contenus",
    look=look,
    judge=judge,
    counts="Un contenu daté de moins de deux ans, d'après les pages ou les flux ; la date technique du serveur ne compte pas.",
    examples=[
        seen("<h1>Quoi de neuf</h1><p>12/10/2026 - La rue Basse est refaite.</p>"),
        seen("<h1>Rives</h1><p>Site fait à la main. Dernière retouche : 22 octobre 2026.</p>"),
        unseen("<h1>Rives</h1><p>La dernière retouche du clocher : on ne sait quand.</p>"),
        seen('<time datetime="2026-10-02">2 octobre</time>'),
        seen("<h3>Conseil municipal du 12 septembre 2026</h3>"),
        seen('<p class="date">Publié le 3 mars 2026</p>'),
        seen("<article><span>Travaux</span><span>3 mars 2026</span><h3>Le pont</h3></article>"),
        seen("<h3>Vœux du maire, 8 janvier 2019</h3>", "partial"),
        seen("<h1>Actualités</h1><h2>Le pont</h2><p>3 mars 2026. Il rouvre.</p>"),
        seen(
            "<h1>Bienvenue</h1><h2>En ce moment</h2><p>Salle rouverte</p><p>12 octobre 2026</p><p>Eau coupée</p><p>3 octobre 2026</p><p>Fête</p><p>9 septembre 2026</p>"
        ),
        unseen("<h1>Bienvenue</h1><p>Le village compte 300 habitants.</p>"),
        unseen("<p>L'église date de 1642.</p>"),
        unseen(
            '<p class="date">Lundi 2 novembre 2026, fête des Défunts</p><p class="date">Mardi 3 novembre 2026, saint Hubert</p>'
        ),
        unseen("<h1>Agenda</h1><h2>Octobre 2026</h2><p>Rien pour l'instant.</p>"),
        unseen("<h1>La salle</h1><h3>Calendrier d’octobre 2026</h3><p>Libre.</p>"),
        unseen("<footer>© 2026 Commune</footer>"),
    ],
)
def freshness(visit: Visit) -> Iterator[Observation]:
    if visit.feed and visit.feed.newest:
        day = visit.feed.newest.date()
        yield Observation.of(visit, f"{visit.feed.title or 'flux'} : {day.isoformat()}", Trust.SURE, dated=day)
