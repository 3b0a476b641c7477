"""Flux RSS : annoncé, lu, et vivant."""

import re
from collections.abc import Iterator
from typing import Any

from checks.check import check_on_visit
from checks.finding import Coverage, Verdict, verdict_of
from checks.observation import Observation, Trust
from checks.reading.spots import leading
from checks.signs import link, seen, unseen
from checks.tally import Tally
from checks.text.lexicon import Phrases, fold_label
from checks.text.traits import Trait
from crawler.page import Page
from crawler.url import host, registrable
from crawler.visit import Visit

COMMENTS = Phrases("commentaires", "comments feed", "comments")
QUARTERS = Phrases("quartier", "quartiers")
IS_FEED = Trait(
    re.compile(
        r"\.(?:rss|atom)(?:$|\?)|/(?:rss2?|atom|rdf|feeds?|backend2?|flux(?:[-_]?(?:rss|actu\w*|news|infos?))?|(?:actu\w*|news|infos?)[-_]?rss)\.(?:xml|php[345]?|rdf|aspx?)(?:$|\?)"
        r"|/(?:rss2?|atom|feed|flux[-_]?rss|fil[-_]?rss)/?$|/(?:rss|feeds?|flux[-_]?rss)/[\w/-]+(?:\.xml|/)?$|[-_/]rss\.(?:html?|xml|php)$"
        r"|[?&](?:page=backend|format=(?:feed|rss|atom)|type=(?:rss|atom)|feed=(?:rss2?|atom)|rss=1|option=com_\w*rss)\b",
        re.I,
    ).search
)
"""Addresses that only feeds have."""
RESERVE = Phrases("réserve", "gendarmerie", "sécurité sociale", "régime", "podcast", "sitemap", "plan du site")
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
    for one, _ in leading(page, IS_FEED):
        ours = registrable(one.host) == registrable(host(page.url)) and not (
            COMMENTS.within(one.text) or RESERVE.within(one.text)
        )
        if ours and "comments" not in one.href:
            yield Observation.at(page, one, Trust.LIKELY, proof="label", excerpt=one.text or one.href)


@check_on_visit(
    "rss",
    "Flux RSS",
    look=look,
    judge=judge,
    counts="Un flux annoncé, lu et alimenté depuis moins de deux ans ; vide, mort ou ancien il est inactif, celui des commentaires ne compte pas.",
    signs=[
        link(
            *("flux rss", "=rss", "fil rss", "rss feed", "s'abonner au flux", "=atom", "flux atom", "=flux"),
            *("fils rss", "rss 2 0"),
            *("infos rss", "d'information rss", "d'informations rss", "actualités rss", "actus rss", "news rss", "agenda rss"),
            *("abonnement rss", "syndication rss", "par rss", "en rss", "via rss", "rss actualités", "rss du site"),
            "rss de la commune",
            *("s'abonner rss", "abonnez-vous rss", "suivre rss", "flux xml", "flux de syndication", "syndiquer", "lecteur rss"),
            *("rss de l'actualité", "rss des actualités", "rss agenda", "=syndication", "syndication de contenu"),
            unless=("qu'est-ce", "aide", "commentaires", "réserve", "sécurité sociale", "régime", "comprendre", "ressources"),
            sent=True,
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
        seen('<a href="/nouvelles.rss">Être tenu au courant</a>'),
        seen('<a href="/index.php?option=com_content&format=feed">Notre fil</a>'),
        seen('<a href="/abo">Le site par RSS</a>'),
        seen('<a href="https://feeds.example/rives">Flux RSS</a>'),
        unseen('<a href="https://www.parc-des-cretes.example/f">Les actualités du parc en RSS : flux RSS du Parc naturel</a>'),
        unseen('<a href="https://www.veilleur.example/f">Flux RSS du Veilleur</a>'),
        unseen('<a href="/article/comments/feed/">Suivre</a>'),
        unseen('<a href="/rss">La réserve, dite RSS</a>'),
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
