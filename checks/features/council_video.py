"""Conseil municipal en vidéo : en direct ou en différé."""

import re
from collections.abc import Iterator

from checks.check import check
from checks.dates import newest
from checks.lexicon import Phrases, fold, fold_label
from checks.observation import Observation, Trust
from checks.signs import heading, link, seen, unseen
from crawler.embed import Embed
from crawler.markup import before, squeeze
from crawler.page import Page

COUNCIL = Phrases(
    "conseil municipal", "conseils municipaux", "séance du conseil", "séances du conseil", "séance publique", "conseil communal"
)
WATCH = (
    "vidéo",
    "en direct",
    "direct",
    "replay",
    "retransmission",
    "en différé",
    "différé",
    "revoir",
    "revivez",
    "suivre",
    "streaming",
    "filmé",
    "visionner",
    "web tv",
    "webtv",
    "youtube",
    "regarder",
    "rediffusion",
    "enregistrement",
)
LABELS = tuple(
    f"{a} {b}"
    for a in ("conseil municipal", "conseils municipaux", "séance du conseil municipal", "séances du conseil municipal")
    for b in ("en vidéo", "vidéo", "en direct", "replay", "en replay", "en ligne vidéo", "filmé", "en différé")
)
MORE = (
    "revoir le conseil municipal",
    "revoir les conseils municipaux",
    "suivre le conseil municipal",
    "suivez le conseil municipal",
    "vidéos du conseil municipal",
    "vidéo du conseil municipal",
    "retransmission du conseil municipal",
    "retransmission des conseils municipaux",
    "direct du conseil municipal",
    "regarder le conseil municipal",
    "replay du conseil municipal",
    "vidéos des conseils municipaux",
    "visionner le conseil municipal",
    "revoir la séance du conseil",
    "conseil municipal en direct vidéo",
    "rediffusion du conseil municipal",
    "séances en vidéo",
    "suivre les conseils municipaux",
    "séance du conseil en direct",
)
OTHERS = (
    "jeunes",
    "enfants",
    "vidéoprotection",
    "vidéo protection",
    "vidéosurveillance",
    "vidéo-protection",
    "caméras",
    "cérémonie",
    "vœux",
)
SEEN = Phrases(*WATCH)
LIVE = Phrases("direct", "en direct", "live", "streaming")
LATER = Phrases("replay", "différé", "revoir", "rediffusion", "archives", "enregistrement", "visionner", "revivez")
APART = Phrases(*OTHERS)
FILM = re.compile(r"\.(?:wmv|asx|asf|mp4|flv|rm|ram|mov|webm|m3u8|f4v)(?:$|\?)|^(?:mms|rtsp):", re.I)
PLAYERS = (
    "youtube",
    "youtu.be",
    "dailymotion",
    "vimeo",
    "creacast",
    "peertube",
    "facebook.com/plugins/video",
    "vodalys",
    "ultimedia",
    "kaltura",
    "streamlike",
    "infomaniak",
    "quickchannel",
    "tube-",
    "tube.",
)


def mode(words: str) -> str:
    folded = fold(words)
    live, later = LIVE.within_folded(folded), LATER.within_folded(folded)
    return "both" if live and later else "live" if live else "replay"


@check(
    "council_video",
    "Conseil municipal en vidéo",
    counts="Les séances en direct ou en différé, à regarder ici ou sur une chaîne nommée ; cérémonies et vidéo-protection n'en sont pas.",
    signs=[link(*LABELS, *MORE, unless=OTHERS), heading(*LABELS, *MORE, unless=OTHERS)],
    examples=[
        seen('<h2>Revoir la séance du conseil municipal du 3 mars</h2><iframe src="https://www.youtube.com/embed/abc"></iframe>'),
        seen('<a href="/cmv">Le conseil municipal en direct</a>'),
        seen('<h3>Conseil municipal du 24 septembre en vidéo</h3><div class="youtube_player" videoID="abc"></div>'),
        seen('<h1>Suivre le conseil municipal</h1><object data="cm.wmv" type="video/x-ms-wmv"></object>'),
        unseen('<h2>Vœux du maire</h2><iframe src="https://www.youtube.com/embed/abc"></iframe>'),
        unseen("<h2>Vidéo-protection : avis du conseil municipal</h2>"),
        unseen('<h2>Conseil municipal des jeunes en vidéo</h2><iframe src="https://www.youtube.com/embed/abc"></iframe>'),
        unseen('<a href="/cm">Conseil municipal</a>'),
    ],
)
def council_video(page: Page) -> Iterator[Observation]:
    for embed in page.embeds:
        if not (embed.player or FILM.search(embed.src) or any(p in embed.src for p in PLAYERS)):
            continue
        words = " ".join([embed.title, *near(embed)])
        folded = fold(words)
        if COUNCIL.within_folded(folded) and not APART.within_folded(folded):
            watch = SEEN.within_folded(folded) or SEEN.within_folded(fold_label(page.headline))
            yield Observation.at(
                page,
                embed,
                Trust.SURE if watch else Trust.LIKELY,
                proof="embed",
                excerpt=squeeze(words)[:190],
                dated=newest(words),
                mode=mode(words + page.headline),
                platform=(embed.player or embed.host.removeprefix("www.")) or "vidéo",
            )
    for one in page.links:
        film = FILM.search(one.raw) or any(p in one.href for p in PLAYERS[:5])
        folded = fold_label(one.text)
        around = (
            film
            and COUNCIL.within_folded(folded + fold_label(page.headline))
            and not APART.within_folded(folded + fold_label(page.headline))
        )
        if (
            around
            and one.region not in ("nav", "header", "footer")
            and (SEEN.within_folded(folded) or FILM.search(one.raw) or COUNCIL.within_folded(folded))
        ):
            yield Observation.at(
                page, one, Trust.LIKELY, proof="embed", dated=newest(one.text), mode=mode(one.text + page.headline)
            )


def near(embed: Embed) -> Iterator[str]:
    """The words just above the player: its nearest heading and what stands between."""
    for count, node in enumerate(before(embed.node, 12)):
        words = squeeze(node.text(separator=" "))
        if words:
            yield words[:160]
        if node.tag in ("h1", "h2", "h3", "h4") or count > 6:
            return
