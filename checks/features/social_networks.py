"""Réseaux sociaux : les comptes de la commune."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from checks.check import check
from checks.fingerprints import rows_of
from checks.observation import Observation, Trust
from checks.reading.spots import outside
from checks.signs import seen, unseen
from checks.subjects import DIRECTORIES
from checks.text.folding import fold_path
from checks.text.lexicon import Phrases, fold_label
from crawler.link import Link
from crawler.markup import before, squeeze
from crawler.page import Page
from crawler.url import parts, path, registrable

NETWORKS = {
    "facebook.com": "Facebook",
    "fb.com": "Facebook",
    "fb.me": "Facebook",
    "instagram.com": "Instagram",
    "twitter.com": "X",
    "x.com": "X",
    "youtube.com": "YouTube",
    "linkedin.com": "LinkedIn",
    "tiktok.com": "TikTok",
    "dailymotion.com": "Dailymotion",
    "flickr.com": "Flickr",
    "threads.net": "Threads",
    "mastodon.social": "Mastodon",
    "bsky.app": "Bluesky",
    "whatsapp.com": "WhatsApp",
    "snapchat.com": "Snapchat",
    "pinterest.com": "Pinterest",
    "vimeo.com": "Vimeo",
}
OTHERS = Phrases(
    "office de tourisme", "tourisme", "foyer rural", "club", "amicale", "comité des fêtes", "association", "école", "agence",
    "paroisse", "pompiers", "communauté de communes", "communauté d'agglomération", "agglo", "agglomération", "comcom",
    "intercommunalité", "auberge", "restaurant", "boulangerie", "camping", "gîte", "hôtel restaurant", "pizzeria", "brasserie",
    "épicerie", "fc", "football", "foot", "rugby", "basket", "judo", "chorale", "fanfare", "union sportive", "entente sportive",
    "parents d'élèves", "amap", "café associatif", "coiffure", "salon", "coiffeur", "institut", "boutique", "traiteur",
    "fleuriste", "garage",
)  # fmt: skip
"""Words of an account, or of the link to it, that say that it is another body's."""
OURS = Phrases("mairie", "commune", "ville", "village", "municipalité")
GLUED = re.compile(
    r"foyerrural|tourisme|amicale|^comite|comite(?:des)?fetes|association|paroisse|pompiers|agglo|comcom|communaute(?:de|d)|^cc[a-z]{3}"
    r"|^auberged|restaurant|boulangerie|coiffure|traiteur|boutique|camping|pizzeria|football|rugby|handball|tennisclub|judoclub|parentsdeleves",
    re.I,
)
"""The same in the name of an account, where words are not told apart; no commune's name begins with two C."""
_OWN = ("main", "")
_NAME = 4
"""Letters from which a name is looked for in the title."""
_LINES = ("li", "tr", "p", "dd", "article")
_LINE = 200
"""Characters up to which the line of a list names one body."""
PLUGIN = re.compile(r"facebook\.com/plugins/page\.php\?(?:[^#]*&)?href=([^&#]+)", re.I)
SHARE = re.compile(
    r"/(?:sharer|share|sharing|intent|dialog|plugins|submit|pin/create|shareArticle|home\?status|watch|embed|v/|p/|reel|playlist|hashtag|tr\b|events?/|groups/search"
    r"|(?:home|login|log-?in|signup|send|search|explore)(?:\.php)?/?(?:\?|$)"
    r"|(?:videos?|posts|photos?|status|shorts|permalink|story)(?:\.php)?[/?]\w|(?:privacy|policies|legal|help)\b)",
    re.I,
)


@check(
    "social_networks",
    "Réseaux sociaux",
    counts="Les comptes de la commune ; les boutons de partage n'en sont pas.",
    examples=[
        unseen('<main><h1>Les sapeurs-pompiers</h1><p><a href="https://www.facebook.com/spr12">Facebook</a></p></main>'),
        unseen('<main><p>Salon Léa : <a href="https://www.facebook.com/leacoiffure">Facebook</a></p></main>'),
        seen(
            '<iframe src="https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Fvillederives"></iframe>'
        ),
        unseen(
            '<iframe src="https://www.facebook.com/plugins/page.php?href=https%3A%2F%2Fwww.facebook.com%2Frivesfootball"></iframe>'
        ),
        unseen('<footer><a href="https://www.facebook.com/aubergedelagare" title="Facebook"></a></footer>'),
        unseen(
            '<main><ul><li>Comité des fêtes : J. Bouchet (il a une <a href="https://www.facebook.com/fetesrives">page Facebook</a>)</li></ul></main>'
        ),
        unseen(
            '<main><table><tr><td>Club de foot</td><td><a href="https://www.facebook.com/fcrives">Facebook</a></td></tr></table></main>'
        ),
        unseen(
            '<h1>Les clubs</h1><div><h3>Judo</h3><a href="https://www.facebook.com/jcrives"><img alt="Facebook" src="f.png"></a></div>'
        ),
        seen('<main><p>Suivez la mairie sur <a href="https://www.facebook.com/mairiederives">Facebook</a></p></main>'),
        seen(
            '<title>Contact - Rives</title><main><dl><dt>Facebook</dt><dd><a href="https://www.facebook.com/profile.php?id=61500000000001">Rives</a></dd></dl></main>'
        ),
        unseen(
            '<title>Clubs - Rives</title><main><dl><dt>Facebook</dt><dd><a href="https://www.facebook.com/profile.php?id=61500000000002">Gym douce</a></dd></dl></main>'
        ),
        seen('<footer><a href="https://www.facebook.com/mairie.montclair"><i class="fb"></i></a></footer>'),
        seen('<a href="https://www.instagram.com/villemontclair/">Instagram</a>'),
        seen('<a href="https://www.youtube.com/@montclair">Nos vidéos</a>'),
        seen(
            '<main><a href="https://www.facebook.com/mairierives"><img alt="Image responsive" title="Image Facebook" src="f.png"></a></main>'
        ),
        seen('<header><a href="https://x.com/VilleMontclair" title="Suivez-nous"></a></header>'),
        unseen('<a href="https://www.facebook.com/sharer/sharer.php?u=x">Partager</a>'),
        unseen('<a href="https://twitter.com/intent/tweet?url=x">Tweeter</a>'),
        unseen('<a href="https://www.facebook.com/">Facebook</a>'),
        unseen('<footer><a href="#"><i class="fab fa-facebook"></i></a> <a href="" title="Instagram"></a></footer>'),
        unseen('<footer><a href="https://www.facebook.com/?locale=fr_FR" title="Facebook"></a></footer>'),
        unseen('<footer><a href="https://twitter.com/home" title="Twitter"></a></footer>'),
        unseen('<footer><a href="https://www.facebook.com/login.php?next=x" title="Facebook"></a></footer>'),
        unseen('<footer><a href="https://www.linkedin.com/shareArticle?mini=true&url=x" title="LinkedIn"></a></footer>'),
        unseen('<footer><a href="https://api.whatsapp.com/send?text=x" title="WhatsApp"></a></footer>'),
        unseen('<footer><a href="https://bsky.app/intent/compose?text=x" title="Bluesky"></a></footer>'),
        unseen('<footer><a href="https://www.facebook.com/WordPress/" title="Facebook"></a></footer>'),
        unseen('<footer><a href="https://twitter.com/wix" title="Twitter"></a></footer>'),
        unseen('<footer><a href="https://www.facebook.com/e.monsite/" title="Facebook"></a></footer>'),
        seen('<footer><a href="https://www.facebook.com/profile.php?id=100064000000000" title="Facebook"></a></footer>'),
        unseen('<a href="https://www.youtube.com/watch?v=abc">La vidéo</a>'),
        unseen(
            '<p>La cérémonie, <a href="https://www.dailymotion.com/video/x9zz_ceremonie">la vidéo tournée par un habitant</a></p>'
        ),
        unseen(
            '<p><a href="https://www.facebook.com/mairie.rives/posts/12345">Facebook</a> <a href="https://vimeo.com/123456">Vidéo</a></p>'
        ),
        seen('<footer><a href="https://www.youtube.com/@rives/videos" title="YouTube"></a></footer>'),
        seen('<footer><a href="https://www.facebook.com/people/Notre-village/61580000000000" title="Facebook"></a></footer>'),
        unseen('<footer><a href="https://www.facebook.com/privacy/explanation">Facebook</a></footer>'),
        unseen('<footer>Site de <a href="https://www.linkedin.com/in/jroux/">Jean Roux</a></footer>'),
        unseen('<p>Buvette du foyer (sa page <a href="https://www.facebook.com/foyer-rural.rives">Facebook</a>)</p>'),
        unseen('<footer><a href="https://www.facebook.com/ccdeshautesrives">La communauté sur Facebook</a></footer>'),
        unseen('<footer><a href="https://www.facebook.com/x1">Facebook de l’agglomération</a></footer>'),
        unseen('<footer><a href="https://www.facebook.com/amicalelaiquerives" title="Facebook"></a></footer>'),
        unseen('<article><a href="https://www.facebook.com/clubdejudo">Club de judo</a></article>'),
    ],
)
def social_networks(page: Page) -> Iterator[Observation]:
    bodies = [(one, network) for one in outside(page) if (network := _leading_to(one))]
    if bodies and (DIRECTORIES.within(page.headline) or DIRECTORIES.within_folded(fold_path(path(page.url)))):
        # Where clubs and shops are listed, the accounts in the content are theirs.
        bodies = [(one, network) for one, network in bodies if one.region not in _OWN or OURS.within(f"{one.text} {one.href}")]
    accounts = [(one, network) for one, network in bodies if _is_ours(one, network) or _is_named(page, one, network)]
    if any(one.region in _OWN for one, _ in accounts):
        others = _of_others(page)
        theirs = page.headline != page.title and OTHERS.within(page.headline)
        accounts = [(one, network) for one, network in accounts if one.region not in _OWN or not (theirs or one.raw in others)]
    for frame in page.embeds:
        if shown := _shown(frame.src):
            yield Observation.at(page, frame.node, Trust.LIKELY, proof="host", excerpt=shown, target=shown, networks="Facebook")
    networks = ", ".join(dict.fromkeys(network for _, network in accounts))
    for one, _ in accounts:
        yield Observation.at(page, one, Trust.LIKELY, proof="host", excerpt=one.text or one.href, networks=networks)


def _shown(source: str) -> str:
    """The account that a frame of Facebook's own shows, '' when it shows none or another body's."""
    found = PLUGIN.search(source)
    account = unquote(found[1]) if found else ""
    name = account.rstrip("/").rpartition("/")[2]
    return "" if not name or OTHERS.within(name) or GLUED.search(_plain(name)) else account


def _is_named(page: Page, one: Link, network: str) -> bool:
    """Whether a link in the content bears the name of the site, and is said by its title or the term before it to be an account."""
    name = fold_label(one.text).strip() if one.region in _OWN else ""
    if len(name) < _NAME or f" {name} " not in fold_label(page.title):
        return False
    for node in page.outline.nodes("a"):
        if (node.attributes.get("href") or "").strip() == one.raw:
            terms = [term.text() for term in before(node.parent or node, 1)]
            said = " ".join(filter(None, (node.attributes.get("aria-label"), node.attributes.get("title"), *terms)))
            if network.lower() in said.lower():
                return True
    return False


def _of_others(page: Page) -> frozenset[str]:
    """The addresses that stand in a line of the content that names another body: « Comité des fêtes : M. Bouchet, Facebook »."""
    found = set()
    for node in page.outline.nodes("a"):
        up = node.parent
        while up is not None and up.tag not in _LINES and up.tag not in ("body", "main", "section"):
            up = up.parent
        words = squeeze(up.text(separator=" ")) if up is not None and up.tag in _LINES else ""
        if 0 < len(words) <= _LINE and OTHERS.within(words):
            found.add((node.attributes.get("href") or "").strip())
    return frozenset(found)


@lru_cache(maxsize=1)
def _makers() -> frozenset[str]:
    """The names of the makers of sites, as their accounts bear them."""
    return frozenset(_plain(row.vendor) for row in rows_of("hosting")) - {""}


def _plain(name: str) -> str:
    return re.sub(r"\W", "", name.removeprefix("company/")).lower()


def _leading_to(one: Link) -> str:
    """The network on which the link leads to an account that no word gives to another body, '' when it does not."""
    network = NETWORKS.get(registrable(one.host), "")
    found = parts(one.href) if network else None
    if (
        not found
        or len(name := found.pathname.strip("/")) < 2
        or _plain(name) in _makers()
        or SHARE.search(found.pathname + found.search)
    ):
        return ""
    if OTHERS.within(f"{one.text} {name}") or GLUED.search(_plain(name)) or (network == "LinkedIn" and name.startswith("in/")):
        return ""
    if network == "Vimeo" and name.isdecimal():
        return ""
    return network


def _is_ours(one: Link, network: str) -> bool:
    """Whether an account is the town's by where its link stands and by what it says."""
    words = one.text.lower()
    if one.region in ("header", "footer", "nav") or not words or any(w in words for w in (network.lower(), "suivez", "vidéo")):
        return True
    return one.region != "main" and "club" not in words
