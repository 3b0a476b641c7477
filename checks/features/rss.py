"""Flux RSS : annoncé, lu, et vivant."""

from collections.abc import Iterator
from typing import Any

from checks.check import check_on_visit
from checks.finding import Coverage, Tally, Verdict, verdict_of
from checks.lexicon import Phrases, fold_label
from checks.observation import Observation, Trust
from checks.signs import link, seen, unseen
from crawler.page import Page
from crawler.visit import Visit

COMMENTS = Phrases("commentaires", "comments feed", "comments")
QUARTERS = Phrases("quartier", "quartiers")
STALE = 730
"""Days after which a feed is dead: nobody writes to it any more."""


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    """What was read decides; what was only announced counts when nothing could be read."""
    read = tally.of("visit")
    if not read:
        return verdict_of(tally, coverage)
    living = [o for o in read if o.whole and not (o.dated and (coverage.as_of - o.dated).days > STALE)]
    return Verdict.PRESENT if living else Verdict.INACTIVE


def look(page: Page) -> Iterator[Observation]:
    for feed in page.feeds:
        comments = (
            COMMENTS.within_folded(fold_label(feed.text))
            or "comments/feed" in feed.href
            or (page.url.rstrip("/") + "/feed" == feed.href.rstrip("/") and len(page.feeds) > 1)
        )
        if not comments:
            yield Observation.at(page, feed, Trust.LIKELY, proof="label", excerpt=feed.text or feed.href)


@check_on_visit(
    "rss",
    "Flux RSS",
    look=look,
    judge=judge,
    counts="Un flux annoncé, lu et alimenté depuis moins de deux ans ; vide, mort ou ancien il est inactif, celui des commentaires ne compte pas.",
    signs=[
        link(
            *("flux rss", "=rss", "fil rss", "rss feed", "s'abonner au flux", "=atom", "flux atom", "=flux"),
            unless=("qu'est-ce", "aide", "commentaires"),
        )
    ],
    examples=[
        seen('<head><link rel="alternate" type="application/rss+xml" title="Actualités" href="/feed"></head>'),
        seen('<a href="/rss.xml"><img src="rss.png" alt="Flux RSS"></a>'),
        seen('<a href="spip.php?page=backend">RSS</a>'),
        seen('<a href="/rss.xml">Flux RSS</a>', "inactive", gone=("/rss.xml",)),
        unseen(
            '<head><link rel="alternate" type="application/rss+xml" title="Flux des commentaires" href="/comments/feed"></head>'
        ),
        unseen("<p>Les flux migratoires.</p>"),
        unseen('<a href="#">RSS</a>'),
    ],
)
def rss(visit: Visit) -> Iterator[Observation]:
    feed = visit.feed
    if feed and not feed.comments and not (visit.via and COMMENTS.within(visit.via.text)):
        newest = feed.newest.date() if feed.newest else None
        excerpt = f"{feed.title or visit.url} : {feed.entries} articles" + (
            f", le dernier du {newest.isoformat()}" if newest else ""
        )
        facts: dict[str, Any] = {"title": feed.title, "entries": feed.entries}
        if QUARTERS.within(feed.title or ""):
            facts["quarters"] = 1
        yield Observation.of(visit, excerpt, Trust.SURE, whole=feed.entries > 0, dated=newest, **facts)
