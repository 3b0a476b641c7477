"""Filming: the words by which sessions of a council are said to be shown. Pure."""

import re

from checks.fingerprints import hosts
from checks.reading.passages import Around, first
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

COUNCIL_NAMES = (
    "conseil municipal", "conseils municipaux", "séance du conseil", "séances du conseil", "conseil communal",
    "conseils communaux", "séance publique du conseil", "séance municipale", "assemblée municipale", "assemblée communale",
    "vie du conseil", "conseil en images", "conseil en direct", "conseil en vidéo", "conseils en vidéo", "conseil filmé",
    "conseils filmés", "revoir le conseil", "dernier conseil", "derniers conseils", "séances municipales", "assemblées du conseil", "séances publiques du conseil",
)  # fmt: skip
SITTINGS_NAMES = (
    *("séances publiques", "ordres du jour et procès-verbaux", "assemblées publiques", "séances et décisions"),
    *("séances et délibérations", "procès-verbaux", "comptes rendus des séances", "délibérations"),
)
"""What pages are called on which a session shown is the council's."""
COUNCIL, SITTINGS = Phrases(*COUNCIL_NAMES), Phrases(*SITTINGS_NAMES)
SAID = Prose("conseil municipal", "conseils municipaux", "conseil communal", "conseils communaux", "séances du conseil")
SITS = Phrases(*COUNCIL_NAMES, *SITTINGS_NAMES, "conseil général")
"""What pages are called on which sessions are those of the council, of a Swiss commune as well."""
SESSION = Phrases("séance", "séances")
ELSEWHERE = Phrases(
    "jeunes", "enfants", "junior", "juniors", "cmj", "cme", "communautaire", "métropolitain", "agglomération", "des sages",
    "cérémonie des vœux", "vidéo-protection", "vidéo-surveillance", "vidéo-verbalisation", "vidéo-projecteur",
    "vidéoprotection", "vidéosurveillance", "présente la commune", "présente la ville", "présente le village",
)  # fmt: skip
CEREMONY = Phrases(
    "cérémonie", "vœux", "inauguration", "commémoration", "mariage", "fête", "spectacle", "concert", "carnaval", "reportage",
    "clip",  "présentation de la commune", "présentation de la ville", "visite", "14 juillet", "11 novembre", "8 mai", "repas",
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
    "webdiffusion des séances", "séances filmées", "conseil tv",
)  # fmt: skip
UNFILMED = re.compile(
    r"\b(?:séances?|débats|conseils? municipa(?:l|ux)|réunions?)\s(?:du conseil (?:municipal )?)?n(?:e\s|['’]\s?)(?:est|sont|seront|sera|ont été)\s(?:\w+\s)?(?:pas|ni|plus)\s(?:\w+\s)?"
    r"(?:filmé|enregistré|retransmis|diffusé)e?s?\b(?! (?:en direct|intégralement|les))",
    re.I,
)
"""That no session is shown, whatever the page shows besides."""
NOT_FILMED = Around("filmé", "enregistré", "retransmis", "diffusé")
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
FILMS = Phrases(
    "web tv", "webtv", "tv municipale", "vidéos", "vidéothèque", "chaîne youtube", "en vidéo", "replay", "replays", "en images"
)
"""What pages are called on which links lead to films."""
MINUTES = Phrases("pv", "procès-verbal", "compte rendu", "délibération")
RECORDED = Phrases(
    "vidéo", "retransmission", "retransmis", "retransmise", "filmé", "filmée", "rediffusion", "en direct", "replay", "streaming",
    "enregistrement", "enregistrements", "webdiffusion", "revoir", "visionner", "diffusion", "diffusé", "diffusée", "live",
)  # fmt: skip
_SESSIONS = r"\b(?:séances?|réunions?|conseils?|débats|assemblées?)\b[^.!?]{0,110}?"
_SHOWN = r"\b(?:retransmis\w*|(?:re|web)?diffus\w+|filmée?s?|enregistrée?s?|captée?s?|archivée?s?|visionn\w+|rev(?:oir|oyez|us?|ues?|ivre|ivez))\b[^.!?]{0,100}?"
_OFFERED = r"\b(?:suiv(?:re|ie?s?|ez|able|ables)(?!-nous)|visibles?|disponibles?|accessibles?|consultables?|voir|vues?|vus?|regard\w+|retrouve[rz]|mise?s? en ligne|assister)\b[^.!?]{0,100}?"
SHOWS = re.compile(
    rf"{_SESSIONS}{_SHOWN}\b(?:en direct|live|streaming|replay|différé|vidéos?|youtube|facebook|dailymotion|chaîne|web ?tv|internet|en ligne|site)\b[^.!?]{{0,60}}"
    rf"|{_SESSIONS}{_OFFERED}\b(?:en direct|live|streaming|replay|en différé|vidéos?|web ?tv)\b[^.!?]{{0,60}}"
    r"|\b(?:diffusion|retransmission|webdiffusion|vidéos?|streaming|replay|direct|live|enregistrements? (?:vidéo|audio))\b[^.!?]{0,60}\b(?:séances?|conseils?|réunions? du conseil|débats)\b[^.!?]{0,60}"
    r"|\b(?:[Ee]lles|[Ii]ls) sont\s(?:\w+ ){0,2}(?:filmée?s|enregistrée?s|retransmise?s|diffusée?s|captée?s)\b[^.!?]{0,80}"
    r"|\bconseils? (?:municipa(?:l|ux)|communa(?:l|ux))\s(?:est |sont )?en (?:direct|vidéo|replay|live|streaming)\b[^.!?]{0,80}\b(?:facebook|youtube|dailymotion|chaîne|page|site|lien)\b"
    r"|\b(?:visionne[rz]|revoir|revoyez|revivez|revivre|regarde[rz]|suivez(?!-nous)|suivre|retrouve[rz]|écoute[rz]|accéde[rz])\b[^.!?]{0,40}\b(?:séances?|conseils?|réunions? du conseil|débats)\b[^.!?]{0,80}?"
    r"\b(?:en direct|live|streaming|replay|en différé|vidéos?|youtube|facebook|dailymotion|chaîne|web ?tv)\b[^.!?]{0,40}"
    r"|\b(?:diffusion|retransmission|webdiffusion)\s(?:\w+\s)?(?:en (?:direct|streaming|ligne|vidéo|différé)|sur (?:youtube|facebook|internet|la chaîne|notre chaîne))[^.!?]{0,60}",
    re.I,
)
"""What a page of the council says of its sessions: that they are shown, and where."""
MOVING = re.compile(
    r"\b(?:en direct|direct|live|streaming|replay|différé|vidéos?|youtube|facebook|dailymotion|chaîne|web ?tv|retransmi\w+|(?:re|web)?diffus\w+|filmée?s?|enregistrées|captées|visionn\w+|revoir|revoyez|revivez)\b",
    re.I,
)
SHOWING = Around(
    "direct", "retransm", "diffus", "filmé", "enregistr", "archiv", "vidéo", "replay", "visionn", "streaming", "live", "youtube"
)
NOT_SHOWN = re.compile(
    r"\b(?:ne |n['’]|ni\b|étai(?:t|ent)|avai(?:t|ent)|(?:a|ont) été|sera|seront|étude|projet|envisag|interdi|souhait|bientôt|prochainement|demand|vot[ée]|coût|achat|acqui|matériel"
    r"|vidéo-?(?:protection|surveillance|verbalisation|projecteur)|visio(?:conf\w*)?\b|jeunes|enfants|sages|communautaire|métropolitain|départemental|d['’]école|de quartier|syndical|d['’]administration|spectacle|match"
    r"|covid|confinement|sanitaire|affich|supports?|marché)",
    re.I,
)
LINED = Phrases("conseil municipal", "conseils municipaux", "conseil communal", "séance", "séances", "conseil du", "conseil")
CHANNEL = re.compile(
    r"(?:youtube\.com/(?:@|c/|channel/|user/)|dailymotion\.com/(?!video)|facebook\.com/[^/]+/?$|twitch\.tv/)[^/]*/?$", re.I
)
"""The channel of the town: not by itself one of the council's."""
AGENDA = Phrases("ordre du jour", "procès-verbal", "délibérations")
"""Papers that stand beside a session that is the council's."""
DAY_OF = re.compile(r"(?:[Cc]onseil(?: municipal)?|[Ss]éance(?: du conseil)?|CM) du (?:\w{5,8} )?\d")
"""What a row begins with that is of one session."""


def unfilmed(page: Page) -> bool:
    """Whether the page says that the sessions are not shown, whatever it shows besides."""
    return first(page, UNFILMED, NOT_FILMED) is not None


def player_of(url: str) -> str:
    """The known video service that the address is of, '' when none."""
    return next((row.vendor for row in hosts().match(url) if row.feature == "council_video"), "") if url else ""
