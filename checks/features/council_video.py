"""Conseil municipal en vidéo : les séances en direct ou à revoir."""

import re
from collections.abc import Iterator
from typing import Any

from checks.about import about, after, near, proceedings
from checks.check import check
from checks.dates import newest
from checks.finding import Coverage, Judgement, Tally
from checks.fingerprints import hosts
from checks.lexicon import Phrases
from checks.observation import Observation, Spot, Trust
from checks.passages import Around, first
from checks.signs import LABEL_WORDS, heading, link, seen, unseen
from checks.spots import labelled, leading
from checks.traits import Trait
from crawler.markup import squeeze
from crawler.page import Page

COUNCIL = Phrases(
    "conseil municipal", "conseils municipaux", "séance du conseil", "séances du conseil", "conseil communal",
    "conseils communaux", "séance publique du conseil", "séance municipale", "assemblée municipale", "assemblée communale",
    "vie du conseil",
)  # fmt: skip
SITTINGS = Phrases(
    "séances et décisions", "séances et délibérations", "procès-verbaux", "comptes rendus des séances", "délibérations"
)
"""What pages are called on which a session shown is the council's."""
SESSION = Phrases("séance", "séances")
ELSEWHERE = Phrases(
    "jeunes", "enfants", "junior", "juniors", "cmj", "cme", "communautaire", "métropolitain", "agglomération", "des sages",
    "cérémonie des vœux", "vidéo-protection", "vidéo-surveillance", "vidéo-verbalisation", "vidéo-projecteur",
    "vidéoprotection", "vidéosurveillance",
)  # fmt: skip
CEREMONY = Phrases(
    "cérémonie", "vœux", "inauguration", "commémoration", "mariage", "fête", "spectacle", "concert", "carnaval", "reportage",
    "clip", "présentation de la commune", "présentation de la ville", "visite", "14 juillet", "11 novembre", "8 mai", "repas",
    "marché",
)  # fmt: skip
LIVE = Phrases("direct", "live", "en temps réel")
REPLAY = Phrases("replay", "revoir", "rediffusion", "différé", "visionner", "enregistrement", "enregistrements", "archives vidéo")
SHOWN = Phrases(
    "vidéo", "retransmission", "retransmis", "retransmise", "filmé", "filmée", "streaming", "webtv", "web tv", "chaîne youtube",
    "youtube", "dailymotion", "diffusion", "diffusé", "direct", "live", "replay", "revoir", "rediffusion", "différé",
    "visionner",
)  # fmt: skip
NAMES = (
    "conseil municipal en vidéo", "conseils municipaux en vidéo", "conseil municipal sur vidéo",
    "conseil municipal en ligne sur vidéo", "conseils municipaux en ligne sur vidéo", "vidéo du conseil municipal",
    "vidéos des conseils municipaux", "conseil municipal en direct", "conseils municipaux en direct",
    "direct du conseil municipal", "revoir le conseil municipal", "revoir les conseils municipaux",
    "replay du conseil municipal", "replay des conseils municipaux", "conseil municipal en replay",
    "conseils municipaux en replay", "retransmission du conseil municipal", "retransmission des conseils municipaux",
    "séance du conseil en direct", "séances du conseil en direct", "séances du conseil en vidéo", "revoir les conseils",
    "vidéos des conseils", "conseils en vidéo", "=le conseil en direct", "vidéo des séances", "vidéos des séances",
    "webdiffusion des séances", "séances filmées",
)  # fmt: skip
MEDIA = re.compile(r"\.(?:wmv|asx|asf|wvx|mp4|m4v|rm|ram|rv|flv|mov|m3u8|webm|ogv|avi|mpe?g)(?:$|[?#])", re.I)
FILMING = Around("filmé", "enregistré", "retransmis", "diffusé", "suivez", "revoyez", "revivez", "regardez", "suivre")
FILMED = re.compile(
    r"\b(?:conseils? (?:municipal|municipaux|communal|communaux)|séances? du conseil)\b[^.!?]{0,40}\b(?:est|sont) (?!pas\b)(?:\w+ ){0,2}?"
    r"(?:filmée?s?|retransmise?s?|diffusée?s?|enregistrée?s?)\b[^.!?]{0,120}\b(?:youtube|facebook|dailymotion|chaîne|en direct|en ligne|replay)\b"
    r"|\b(?:suiv(?:ez|re)|rev(?:oy|iv)ez|regardez)\s(?:le |la |les )?(?:(?:dernière |prochaine )?séances? du )?conseils? municipa(?:l|ux)\s"
    r"(?!des (?:jeunes|enfants))[^.!?]{0,40}\b(?:en (?:direct|vidéo|replay|ligne)|youtube|facebook|dailymotion)\b",
    re.I,
)
"""A sentence that says that sessions are filmed and where they are shown."""
MINUTES = Phrases("pv", "procès-verbal", "compte rendu", "délibération")
RECORDED = Phrases(
    "vidéo", "retransmission", "retransmis", "retransmise", "filmé", "filmée", "rediffusion", "en direct", "replay"
)
LINE = 300
MOST = 60
"""Players and links to recordings looked at on one page."""


def player_of(url: str) -> str:
    """The known video service that the address is of, '' when none."""
    return next((row.vendor for row in hosts().match(url) if row.feature == "council_video"), "") if url else ""


@Trait
def plays(url: str) -> bool:
    """Whether the address is that of a recording, or of a known video service."""
    return MEDIA.search(url) is not None or bool(player_of(url))


@Trait
def shows_council(words: str) -> bool:
    """Whether a link's words say council and video both."""
    if words.count(" ") > LABEL_WORDS + 4:
        return False
    return COUNCIL.within(words) and SHOWN.within(words) and not ELSEWHERE.within(words)


def of_council(page: Page, own: str) -> bool:
    """Whether what these words name is a session of the council; on a page about the council, unless they say otherwise."""
    if ELSEWHERE.within(own):
        return False
    if SESSION.within(own) and about(page, SITTINGS, unless=ELSEWHERE):
        return True
    return COUNCIL.within(own) or (about(page, COUNCIL, unless=ELSEWHERE) and not CEREMONY.within(own))


def session(page: Page, spot: Spot, words: str, trust: Trust, proof: str, target: str = "") -> Observation:
    """The sighting, with what the words say of live or replay and of the day."""
    facts: dict[str, Any] = {}
    if REPLAY.within(words):
        facts["mode"] = "replay"
    elif LIVE.within(words):
        facts["mode"] = "live"
    if player_of(target):
        facts["platform"] = player_of(target)
    return Observation.at(page, spot, trust, proof=proof, excerpt=words, target=target, dated=newest(words), **facts)


def judge(tally: Tally, coverage: Coverage) -> Judgement:
    """Sessions that are shown live on one spot and again on another are both."""
    modes = {str(o.facts["mode"]) for o in tally.of() if "mode" in o.facts}
    return Judgement(None, {"mode": "both"} if len(modes) > 1 else {})


@check(
    "council_video",
    "Conseil municipal en vidéo",
    judge=judge,
    signs=[link(*NAMES, trust=Trust.HINT), heading(*NAMES, unless=("jeunes", "enfants"))],
    counts="Les séances en direct ou à revoir : lecteur ou lien dont les mots disent conseil et vidéo ; les vidéos de cérémonies n'en sont pas.",
    examples=[
        seen(
            '<h1>Décisions</h1><p><a href="/a.pdf">PV du 28 octobre 2026</a>, <a href="/b.pdf">PV du 9 septembre 2026</a>.</p><p>À suivre le 16, 18h ; retransmission sur <a href="https://www.youtube.com/rives/live">Rives TV</a></p>'
        ),
        seen(
            '<h1>Vie du conseil</h1><h2>Direct et replay</h2><p>Chaque séance est filmée. <a href="https://www.youtube.com/@rives/streams">Voir la séance du 27 octobre 2026</a></p>'
        ),
        seen('<a href="/cm-video">Suivre le conseil municipal en vidéo</a>'),
        seen('<h2>Revoir le conseil municipal du 12 mars 2026</h2><iframe src="https://www.youtube.com/embed/abc"></iframe>'),
        seen('<h3>Séance du conseil municipal</h3><div class="youtube_player" videoID="abc123"></div>'),
        seen('<h3>Conseil municipal en direct</h3><div class="tac_iframecreacast" data-url="https://live.creacast.com/x"></div>'),
        seen('<h1>Conseil municipal</h1><h2>Vidéos</h2><a href="mms://video.exemple.fr/cm.wmv">Séance du 5 février 2009</a>'),
        seen(
            '<h1>Conseil municipal</h1><object><param name="FileName" value="/video/cm-2009.wmv"></object><p>La séance en vidéo</p>'
        ),
        seen('<a href="/direct">Conseil municipal : séance retransmise en direct</a>', "inactive", gone=("/direct",)),
        unseen('<h2>Cérémonie des vœux</h2><iframe src="https://www.youtube.com/embed/abc"></iframe>'),
        unseen(
            "<h2>Bientôt ici</h2><p>Le conseil municipal en vidéo.</p><iframe src='https://ciel.example/w' title='Le temps'></iframe>"
        ),
        seen("<h2>Conseil municipal en direct</h2><iframe src='https://tv.example/w' title='Séance'></iframe>"),
        unseen('<h1>Le conseil municipal</h1><h2>Inauguration de la salle</h2><video src="/inauguration.mp4"></video>'),
        unseen('<a href="/cm-0312">Conseil municipal du 12 mars : vidéo-protection</a>'),
        unseen('<a href="/cmj">Le conseil municipal des jeunes en vidéo</a>'),
        unseen('<h1>Conseil municipal</h1><iframe src="https://www.openstreetmap.org/export/embed.html"></iframe>'),
        unseen('<a href="#">Le conseil municipal en vidéo</a>'),
        unseen('<a href="/voeux">La cérémonie des vœux en vidéo</a>'),
        unseen("<h1>Conseil municipal</h1><h2>Vidéo-protection</h2><p>Le conseil a voté l’installation de huit caméras.</p>"),
        unseen(
            "<h1>Vœux du conseil municipal</h1><iframe src='https://www.youtube.com/embed/abc' title='Cérémonie des vœux'></iframe>"
        ),
        seen(
            '<h1>Séances et décisions</h1><p>En direct, puis <a href="https://www.youtube.com/@rives/streams">revoir la séance du 29 septembre 2026</a></p>'
        ),
        seen("<p>Les conseils municipaux sont filmés ; on les revoit sur la chaîne YouTube de la commune.</p>"),
        seen("<p>Suivez le conseil municipal du 12 octobre en direct sur la page Facebook de la ville.</p>"),
        unseen("<p>Suivez le conseil municipal des jeunes en direct.</p>"),
        unseen("<p>Les séances du conseil municipal ne sont pas filmées. La fête est sur la chaîne YouTube.</p>"),
        unseen("<p>Le conseil municipal des jeunes a été filmé et diffusé en ligne.</p>"),
        unseen('<h1>Ciné-club</h1><p><a href="https://www.youtube.com/watch?v=1">Revoir la séance</a></p>'),
    ],
)
def council_video(page: Page) -> Iterator[Observation]:
    for anchor in labelled(page, COUNCIL):
        words = anchor.text
        if shows_council(words):
            yield session(page, anchor, words, Trust.LIKELY, "label")
    if len(labelled(page, MINUTES)) > 1:
        yield from _beside_minutes(page)
    for spot, words, target in [*players(page), *recordings(page)][:MOST]:
        if of_council(page, words):
            sure = COUNCIL.within(words) or SHOWN.within(f"{page.headline} {words}")
            yield session(page, spot, words or page.headline, Trust.SURE if sure else Trust.LIKELY, "embed", target)
    filmed = None if proceedings(page) else first(page, FILMED, FILMING)
    if filmed and not ELSEWHERE.within(filmed[0]):
        yield session(page, filmed[0], filmed[0], Trust.LIKELY, "text")


def _beside_minutes(page: Page) -> Iterator[Observation]:
    """What is shown, as its own line says, on a page that hands out minutes."""
    for anchor, _ in leading(page, plays):
        node = page.tree.css_first(anchor.selector) if not anchor.framed else None
        line = squeeze(node.parent.text(separator=" ")) if node is not None and node.parent is not None else ""
        if len(line) <= LINE and RECORDED.within(line) and not (ELSEWHERE.within(line) or CEREMONY.within(line)):
            yield session(page, anchor, line, Trust.LIKELY, "label")


def players(page: Page) -> Iterator[tuple[Spot, str, str]]:
    """(where, words beside it, what it plays) for every video player of the page, also those that wait for consent."""
    for embed in page.embeds[:MOST]:
        words = " — ".join(filter(None, (embed.title, near(embed.node))))
        known = bool(embed.player) or embed.node.tag == "video" or bool(player_of(embed.src)) or bool(MEDIA.search(embed.src))
        if known or (COUNCIL.within(words) and SHOWN.within(words) and _may_play(embed.title)):
            yield embed, words, embed.src
    for node in page.outline.nodes("param"):
        named = (node.attributes.get("name") or "").lower()
        value = (node.attributes.get("value") or "") if named in ("filename", "src", "movie", "url") else ""
        if MEDIA.search(value) and node.parent is not None:
            yield node, f"{near(node.parent)} — {after(node.parent)}", ""


def _may_play(title: str) -> bool:
    """Whether a frame of no known service does not call itself something else: « Météo », « Carte »."""
    return not title or SHOWN.within(title) or COUNCIL.within(title) or SESSION.within(title)


def recordings(page: Page) -> Iterator[tuple[Spot, str, str]]:
    """The same for links to a recording, a stream or a known video service, outside menus and footer."""
    for anchor, _ in leading(page, plays):
        if not anchor.framed:
            node = page.tree.css_first(anchor.selector)
            yield anchor, f"{anchor.text} — {near(node)}" if node else anchor.text, anchor.href
    for anchor in page.streams:
        node = page.tree.css_first(anchor.selector)
        yield node, f"{anchor.text} — {near(node)}" if node else anchor.text, ""
