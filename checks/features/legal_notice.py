"""Mentions légales : éditeur, directeur de la publication, hébergeur."""

import re
from collections.abc import Iterator
from typing import Any

from checks.check import check
from checks.denials import denies
from checks.finding import Coverage, Verdict, verdict_of
from checks.observation import Observation, Trust
from checks.reading.passages import Around, first
from checks.reading.spots import headed, in_frame, says_itself
from checks.signs import link, seen, unseen
from checks.tally import Tally
from checks.text.folding import fold
from checks.text.lexicon import Phrases, Prose
from crawler.page import Page

NAMES = (
    "mentions légales", "mention légale", "informations légales", "notice légale", "impressum", "infos légales", "avis légal",
    "mentions obligatoires", "=mentions", "=légal", "informations juridiques", "avertissement juridique", "mentions juridiques",
    "notice juridique",
)  # fmt: skip
TITLES = Phrases(*NAMES[:7], "crédits mentions légales", "mentions obligatoires")
EXACT = Phrases("mentions légales", "mention légale", "mentions obligatoires")
PARTS = (
    (
        "l'éditeur",
        re.compile(
            r"[ée]dit(?:eur|é|ion|rice)|propri[ée]taire|propri[ée]t[ée] de la (?:mairie|commune|ville)|publi[ée] par|responsable du site|site (?:est )?(?:tenu|géré) par"
            r"|(?:direct(?:eur|rice)|responsable) de (?:la )?publication\W{1,5}(?:la )?(?:mairie|commune|ville)\b",
            re.I,
        ),
    ),
    (
        "le directeur de la publication",
        re.compile(r"(?:direct(?:eur|rice)|responsable)\s+(?:de\s+(?:la\s+)?)?(?:publication|r[ée]daction)", re.I),
    ),
    ("l'hébergeur", re.compile(r"h[ée]berg(?:eur|ement|é)|serveurs?\b", re.I)),
)

DIRECTING = Around("publication", "site est édité", "site est publié")
DIRECTS = re.compile(r"\bce site est (?:édité|publié) par\b|\b(?:direct(?:eur|rice)|responsable) de (?:la )?publication\b", re.I)
HOSTED = Prose("hébergeur", "hébergement", "hébergé par", "hébergé chez", "serveur", "serveurs")
TOLD = re.compile(
    r"\b(?:éditeur|éditrice|(?:directeur|directrice|responsable)(?: de (?:la )?publication)?)\s?:|\bédité par la (?:mairie|commune|ville)\b|\bhébergé (?:par|chez)\b",
    re.I,
)
ENDING = 400
CREDITED = Phrases(
    *("crédits", "à propos", "cgu", "conditions générales", "conditions d'utilisation", "éditeur", "mentions", "avertissement"),
    *("disclaimer", "copyright", "droits d'auteur", "ce site", "notre site", "le site"),
    "informations juridiques",
    *("mentions juridiques", "notice juridique", "qui fait ce site"),
)
"""What the notice is called as well: what it says decides."""
EDITED = re.compile(
    r"\b(?:édité|publié) par\b|\béditeurs?\b|\béditrice\b|\bsite officiel de la (?:commune|mairie|ville)\b|\b(?:site|il) (?:est|appartient)\b[^.!?]{0,30}\b(?:mairie|commune)\b",
    re.I,
)
SHORT = 4000
"""Characters up to which a page that names who directs and who hosts is the notice, whatever it is called."""


def judge(tally: Tally, coverage: Coverage) -> Verdict:
    """Once the page itself was read, its words decide; until then the link does."""
    read = tally.of("heading")
    if read:
        return Verdict.PRESENT if any(o.whole for o in read) else Verdict.PARTIAL
    return verdict_of(tally, coverage)


@check(
    "legal_notice",
    "Mentions légales",
    judge=judge,
    counts="Une page de mentions légales ; ce qui lui manque parmi éditeur, directeur de la publication et hébergeur est nommé.",
    signs=[link(*NAMES)],
    examples=[
        seen("<h1>Crédits</h1><p>Ce site est édité par la commune de Rives et hébergé par Nuage, à Lille.</p>", "partial"),
        seen("<h1>À propos</h1><p>Site officiel de la commune. Hébergement : Rives-Net, Rives.</p>", "partial"),
        seen("<h1>Crédits</h1><p>Site édité par la commune, hébergé par Rives-Net.</p>", "partial"),
        seen("<h1>Le bourg</h1><footer>Site édité par la mairie de Rives, hébergé chez Rives-Net.</footer>"),
        unseen("<h1>Crédits</h1><p>Photos : M. Roux. Textes : l’école.</p>"),
        unseen("<h1>À propos du camping</h1><p>Hébergement : douze chalets. Responsable : M. Roux.</p>"),
        unseen("<h1>Le bourg</h1><footer>Site réalisé par Rives-Web, hébergé par Rives-Net.</footer>"),
        seen('<footer><a href="/mentions-legales">Mentions légales</a></footer>'),
        seen("<h1>Mentions légales</h1><p>Éditeur : commune. Directeur de la publication : le maire. Hébergeur : OVH.</p>"),
        seen("<h1>Mentions légales</h1><h3>Responsable de publication</h3><p>Mairie de Rives</p><h3>Hébergeur</h3><p>OVH</p>"),
        seen(
            "<h1>Mentions légales</h1><h3>Responsable de publication</h3><p>Léa Roux, à la mairie</p><h3>Hébergeur</h3><p>OVH</p>",
            "partial",
        ),
        seen("<h1>Mentions légales et RGPD</h1><p>Site édité par la commune.</p>", "partial"),
        seen('<a href="ml.php"><img alt="Mentions légales" src="m.gif"></a>'),
        seen('<a href="/ml">Mentions légales</a>', "inactive", gone=("/ml",)),
        seen("<h1>Infos site</h1><p>Éditeur : commune. Directrice de la publication : Mme Roy. Hébergement : OVH.</p>"),
        seen(
            "<h1>Infos site</h1><p>Éditeur : commune. Directrice de la publication : Mme Roy. Hébergement : OVH. Ce site ne dépose pas de traceurs.</p>"
        ),
        unseen('<nav><a href="/c">Contact</a></nav><footer><a href="/c">Mentions légales</a></footer>'),
        seen('<nav><a href="/c">Contact</a></nav><footer><a href="/c#legal">Mentions légales</a></footer>'),
        seen(
            "<h1>Qui écrit ?</h1><p>Ce site est tenu par la mairie, sur un serveur de Rives-Net. Directrice de la publication : Mme Roy.</p>"
        ),
        unseen("<h1>Le Petit Rivois</h1><p>Directrice de la publication : Mme Roy. Imprimé à Rives.</p>"),
        unseen('<a href="/affichage">Affichage légal</a>'),
        unseen('<a href="/old">Obligations légales de débroussaillement</a>'),
        unseen('<a href="#">Mentions légales</a>'),
        unseen(
            '<a href="/i">Infos légales</a>',
            pages={"/i": "<title>Infos légales</title><h1>Affichage</h1><p>DP 12 : clôture.</p>"},
        ),
        seen('<a href="/i">Infos légales</a>', "partial", pages={"/i": "<h1>Infos légales</h1><p>Hébergeur : OVH.</p>"}),
        unseen(
            '<a href="/ml">Mentions légales</a>',
            pages={
                "/ml": "<main><h1>Mentions légales</h1><p>Ceci est un paragraphe. Cliquez ici pour ajouter votre texte.</p></main>"
            },
        ),
        unseen("<h1>Obligations légales de débroussaillement</h1>"),
        unseen("<h1>Plan du site</h1><h2>9. Mentions légales</h2><p>Qui a fait le site.</p>"),
        seen(
            "<title>Rives - Mentions légales</title><h1>Propriété du site</h1><p>Il est la propriété de la mairie de Rives. Directeur de publication : M. Roy. Hébergement : OVH.</p>"
        ),
        unseen("<h2>Affichage légal</h2>"),
        seen(
            "<h1>Le bourg</h1><footer>Mairie de Rives. Éditeur : la commune ; responsable : Mme Roy, maire ; hébergeur : OVH.</footer>"
        ),
        seen("<h1>Le bourg</h1><div>Mairie de Rives. Éditeur : la commune ; responsable : Mme Roy ; hébergeur : OVH.</div>"),
        unseen("<h1>Le bourg</h1><footer>Mairie de Rives. Hébergement : gîtes de France ; responsable : Mme Roy.</footer>"),
    ],
)
def legal_notice(page: Page) -> Iterator[Observation]:
    place = next(iter(headed(page, TITLES)), None)
    if place is None and not TITLES.within_folded(fold(page.title)):
        named = EDITED.search(page.main_text[:SHORT]) if CREDITED.within(page.headline) else None
        said = first(page, DIRECTS, DIRECTING) or named
        if said and len(page.main_text) <= SHORT and says_itself(page, HOSTED):
            missing = [name for name, pattern in PARTS if not pattern.search(page.main_text)]
            yield Observation.at(
                page, said[0], Trust.SURE, proof="heading", whole=not missing, target=page.url, **_lacking(missing)
            )
        elif in_frame(page, _told_in) or (says_itself(page, HOSTED) and _told_in(page.main_text[-ENDING:])):
            yield Observation.at(page, page.headline or page.title, Trust.LIKELY, proof="text", target=page.url)
        return
    text = page.main_text
    missing = [name for name, pattern in PARTS if not pattern.search(text)]
    if len(missing) == len(PARTS) and not EXACT.within(f"{page.headline} {place.text if place else page.title}"):
        # Named like one by the site, and nothing of one in it.
        yield denies(page)
        return
    if len(missing) == len(PARTS) and page.headline and not EXACT.within(page.headline):
        # An entry of the plan of the site, or a title that was copied.
        return
    where = place or page.outline.first("title")
    yield Observation.at(page, where, Trust.SURE, proof="heading", whole=not missing, **_lacking(missing))


def _told_in(frame: str) -> bool:
    """Whether header or footer, or the last words of a page, name publisher, director and host."""
    return HOSTED.within(frame) and len(TOLD.findall(frame)) > 1


def _lacking(missing: list[str]) -> dict[str, Any]:
    return {"missing": ", ".join(missing)} if missing else {}
