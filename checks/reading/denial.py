"""Denial: pages that say that there is none of what they are named after, and pages that hold nothing. Pure."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from checks.reading.documents import is_document
from checks.reading.ended import tells_end
from checks.reading.layout import rest
from checks.reading.passages import Around, passages
from checks.reading.purpose import Purpose, purposes
from checks.reading.refusals import is_elsewhere, refuses
from checks.reading.unkept import unkept
from checks.text.dates import newest
from checks.text.folding import fold
from checks.text.lexicon import Phrases
from crawler.markup import FRAME, one_line, region_of, squeeze
from crawler.page import Page, content, derived

SHORT = 3000
"""Characters beyond which a page says more than that there is nothing."""
NONE = re.compile(
    r"\bn['’ ]?(?:est|sont|existe|existent|a|ont)\s+(?:plus|jamais|pas encore)\b[^.!?]{0,60}"
    r"|\bil n['’]y (?:a|en a)\s+(?:pas|plus)\b[^.!?]{0,60}"
    r"|\b(?:ne|n['’])\s?(?!\s?(?:manqu|dépos|utilis|collect|gard|conserv|vend))[\w'’ ]{1,25}\s(?:plus|pas)\s(?:de\s|d['’])[^.!?]{2,40}"
    r"|\baucune?\s[^.!?]{2,40}?\b(?:en cours|actuellement|pour le moment|pour l['’]instant|à ce jour"
    r"|(?:trouv|enregistr|référenc|renseign|répertori|publi|recens)ée?s?)\b"
    r"|(?<!\d)(?<!\d[ .,])\b0 [\w-]+ (?:affich|trouv|enregistr|référenc|répertori|publi|recens)ée?s?\b"
    r"|\b(?:service|page|rubrique|site)\s[^.!?]{0,30}\b(?:en (?:cours de )?construction|indisponible|supprimée?|fermée?)\b",
    re.I,
)
PAPERS_NAMED = (
    "compte rendu", "comptes rendus", "délibérations", "procès-verbal", "procès-verbaux", "arrêtés",
    "bulletin municipal",
    "bulletins municipaux",
)  # fmt: skip
PAPERS = Phrases(*PAPERS_NAMED)
AT_HALL = re.compile(
    r"\b(?:consult(?:ables?|ée?s?|er)|disponibles?|affich(?:ée?s?|age)|placardée?s?|tenue?s?|visibles?|lus?|lisibles?|li(?:re|t|sent)|exposée?s?|déposée?s?"
    r"|retirer|retir(?:able|é)e?s?|demander|prendre|joindre|à (?:votre )?disposition|trouve(?:nt|r)?|remise?s?|délivrée?s?|communiquée?s?)\s(?:[\w'’]+\s){0,4}?"
    r"(?:(?:en|à la|dans (?:la|le hall de la)|devant la|près de la) mairie|(?:au|du|auprès du) secrétariat|à l['’]accueil|(?:à|sur) la porte|sous le porche"
    r"|(?:au|sur le|aux|sur les) (?:tableaux?|panneaux?|emplacements?|lieux) (?:d['’](?:affichage|information)|habituel|prévu|réservé|d['’]usage|de la |du |des |municipa|communa|extérieur)"
    r"|à la boulangerie|à l['’]épicerie|(?:chez|dans) (?:les |vos |nos |des |certains )?commer[cç]\w+)"
    r"|\b(?:distribu|remis|dépos|gliss|adress|envoy|port|livr)(?:ée?s?|es?)?\s(?:[\w'’]+\s){0,4}?"
    r"(?:(?:dans|en) (?:\w+ ){0,2}bo[iî]tes?\b|(?:dans|à|chez) (?:tous |toutes |chaque |l['’]ensemble )?(?:les |des )?(?:foyers?|habitants?|familles?|ménages?|maisons?|logements?|administrée?s?|chaque)\b"
    r"|à domicile|de porte en porte|par la poste|par (?:les|vos) (?:élus|conseillers|facteurs?|bénévoles))",
    re.I,
)
"""Papers that are to be read at the town hall or on its door, or that are put into letter boxes."""
_LACK = re.compile(
    r"(?:\b[Ii]l n['’]y (?:en )?a (?:pas|plus|ni|aucune?)|\bPas|\bPlus|\b(?:ne|n['’])\s?[\w'’]{1,15}\s(?:plus|pas))"
    r"\s(?:de\s|d['’]\s?)(?P<what>[\w-]+(?:\W+[\w-]+){0,2})(?P<when>[^.!?]{0,40})"
    r"|\b[Aa]ucune?\s(?!données?\b|cookies?\b)(?P<any>[\w-]+(?:\W+[\w-]+){0,2})(?P<then>[^.!?]{0,40})"
)
_WITHOUT = Around("pas de ", "pas d'", "pas d’", "plus de ", "plus d'", "plus d’", "aucun")
_TODAY = re.compile(
    r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|vacances|aujourd|semaine|férié|août|disponible)", re.I
)
_LATER = (
    r"(?:ser(?:a|ont)|v(?:a|ont) être)\s(?:(?:très|tous|toutes|donc|bien)\s)?"
    r"(?:(?:communiqu|publi|annonc|précis|affich|complét|diffus|indiqu|renseign|numéris|insér|dévoil|actualis|ajout|propos|donn|fix|présent)(?:é|ée|és|ées)|transmise?s?|jointe?s?"
    r"|mise?s? (?:en ligne|à jour)|en ligne|disponibles?|consultables?|accessibles?|téléchargeables?|connue?s?|visibles?)\s(?:[^.!?\d]{0,30}\s)?"
    r"(?:ici|sur (?:cette|ce|la) (?:page|site)|prochainement|ultérieurement|bientôt|sous peu|plus tard|dès que|au plus (?:tôt|vite)|rapidement|très vite"
    r"|le moment venu|en temps (?:utile|voulu)|dans les (?:prochaine?s|meilleurs)|après (?:le|la|leur) (?:vote|séance|adoption|approbation))\b"
)
"""« Les dates seront communiquées ultérieurement »."""
PAPERS_LATER = re.compile(rf"\b[Dd]ocuments? {_LATER}")
_TO_COME = re.compile(
    rf"\A[^.!?\d]{{0,100}}\b{_LATER}|"
    r"\A(?:\W{0,20}lorem ipsum\b|\W{0,20}(?:(?:photos?|images?|textes?|titres?|légendes?|descriptions?|lorem ipsum)\b\W*){2,6}\Z|\W{0,20}(?:cette |notre |la )?(?:(?:contenu|page|rubrique|section|documents?|informations?)\s)?(?:à venir|bientôt|(?:est |sera )?en (?:cours d(?:e |['’]))?(?:(?:constru|constitu|rédac|élabora)tion|préparation)|en attente|à compléter)\b"
    r"|\W{0,20}[àa] (?:[ée]crire|r[ée]diger|remplir|d[ée]finir|renseigner)(?:\W{0,5}\Z|\W{1,5}liens?\b)"
    r"|\W{0,5}(?:voir|se renseigner|renseignements?|s['’]adresser)\s(?:en|(?:à |auprès de |avec )?la)\smairie(?:\s(?:de\s|d['’])[\w’'-]+)?\W{0,5}\Z"
    r"|\W{0,5}(?:(?:il n['’]y (?:en )?a )?(?:plus|pas) (?:\(?encore\W{1,4})?(?:aucune?\b|d['’]|de (?!places?\b|(?:deux|trois|quatre|cinq|six|dix|douze|quinze|vingt|trente|quarante|cinquante|soixante|cent|mille)\b))|aucune?\b(?![^.!?]{0,40}\b(?:nécess|oblig|requis|exigé))|néant\b|supprimée?s?\b)[^.!?:\d]{0,80}[.!?]?\s*$"
    r"|[^!?\d]{0,200}\b(?:contenus?|textes?|photos?|rubrique|section|galerie|page)\s(?:et \w+ )?[àa] (?:compl[ée]ter|fournir|alimenter|r[ée]diger|renseigner)\b"
    r"|[^.!?\d]{0,100}\b(?:ser(?:a|ont) (?:(?:entièrement )?(?:réfléchi|construit|bâti|édifi|implant|dimensionn|conçu|aménag|cré)[ée]?e?s?\b"
    r"|(?:publiée?s?|mise?s? en ligne|ajoutée?s?) (?:ici|prochainement|ultérieurement|dans cette (?:page|rubrique))\b)"
    r"|(?:arrivera|verra le jour|sera (?:bientôt |prochainement )?(?:disponible|lancée?|mise? en (?:ligne|service))(?! en mairie)"
    r"|(?:est|sont) (?:à l['’]étude|en (?:cours de )?préparation|en projet))\b))",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:envoyez|adressez|communiquez|transmettez|faites-vous connaître)\b[^.!?\d]{0,80}"
    r"\b(?:figurer|apparaître|paraître|être (?:référenc|list|ajout|mentionn)ée?s?)\b[^.!?\d]{0,40}[.!]?\s*\Z",
    re.I,
)
"""Nobody has answered yet: who is to be listed is asked to write."""
_INVITES = re.compile(
    r"\W{0,5}(?:(?:[Rr]et|[Tt])rouvez|[Cc]onsultez|[Vv]oici|[Dd]écouvrez|[Tt]éléchargez)\s[^.!?\d@]{3,120}[.!:]\s*"
)
_HOLLOW = re.compile(
    rf"\A(?:[^.!?]{{0,90}}\b{_LATER}|[^.!?]{{0,80}}\b(?:paraîtra|sortira)\b|"
    r"[^.!?]{0,60}\b(?:en (?:cours|phase|voie) (?:de|d['’])\s?(?:(?:\w+|mise (?:à jour|en ligne|en page))\b)|en (?:construction|préparation|attente|travaux)|à (?:venir|suivre|compléter))\W{0,4}(?:\Z|[A-Z])|"
    r"[^.!?]{0,60}\b(?:n['’](?:est|sont|a|ont)|pas) (?:pas )?encore (?:été )?(?:disponible|en ligne|publi|communiqu|mise?s? en ligne|renseign|complét|prêt|connu|arrêt|fix|défini|paru|achev|termin)|"
    r"[^.!?]{0,60}\b(?:encore un peu de patience|merci de votre patience|revenez (?:nous voir|bientôt|plus tard)|(?:un peu de )?patience)\b|"
    r"\W{0,20}(?:désolée?,?\s|oups\W{1,20})?(?:cette\s|la\s|notre\s)?"
    r"(?:(?:contenu|page|rubrique|section|informations?|article)\s)?(?:est\s|sera\s|sont\s|actuellement\s){0,2}"
    r"(?:vide|à venir|à compléter|bientôt|prochainement|coming soon|lorem ipsum|en (?:cours (?:de|d['’])\s?)?"
    r"(?:construction|constitution|rédaction|élaboration|travaux|création|préparation|développement|mise à jour|refonte))\b"
    r"|\W{0,20}[àa] (?:[ée]crire|r[ée]diger|remplir|d[ée]finir|renseigner)\W{0,5}\Z"
    r"|\W{0,20}(?:il n['’]y a (?:pas|aucune?)|aucune?|pas)\s(?:\(?encore\W{1,4})?(?:d['’]\s?|de\s)?"
    r"(?:contenus?|résultats?|articles?|éléments?|pages?|informations?|publications?|documents?|fiches?|enregistrements?"
    r"|[ée]v[éèe]nements?|manifestations?|actualités?|annonces?)\b"
    r"|(?:pour (?:tout|plus d)[^.!?\d]{0,30})?\b(?:s['’]adresser|contacte[rz]|adressez-vous|se renseigner|renseignements?)\b[^.!?\d@]{0,40}\bmairie\b"
    r"|[^.!?\d@:]{3,100}\s?:\s?(?:(?:dates?|lieux|jours|horaires|tarifs|adresses|coordonnées|contacts)(?:,\s|\set\s|\W*\Z)){2,6}\Z"
    r"|[^.!?]{0,80}\b(?:sera|seront|est|sont)\s(?:très\s)?(?:disponibles?\s|proposée?s?\s|mise?s? en ligne\s)?(?:bientôt|prochainement|à venir|en cours d)\b"
    r"|\W{0,5}(?:ceci est un (?:paragraphe|texte)|(?:cliquez ici pour |double-cliquez pour )?(?:ajoute[rz]|modifie[rz]|insére[rz]|saisisse[rz]) (?:ici )?(?:votre|vos|un|du) (?:propre )?texte)\b)",
    re.I,
)
PLEA = 220
"""Characters up to which what stands under a heading is but such a plea."""
_FILLER = ("orem ipsum", "OREM IPSUM")
_SENTENCE = 150
"""Characters beyond which what stands on a page is more than a placeholder."""
_PLENTY = 4 * _SENTENCE
"""Characters beyond which there is no need to look closer."""
_BROUGHT = "script, noscript, iframe, frame, object, embed"
_SHOWN = "img, picture, svg image, video, audio, canvas, map, table, input, textarea, select"
"""What shows something without words."""
_GIVES = "video, audio, canvas, map, table, input, textarea, select"
"""What is more than a picture, which may but adorn."""
_OWN = ("main, [role=main]", "article", "#content, #contenu")
_TRAIL = "[class*=breadcrumb], [class*=ariane]"
_ABOUT = f":is(nav, {_TRAIL}) a"
WAY = frozenset(
    map(
        fold,
        (
            *("accueil", "retour", "retour à l'accueil", "imprimer", "partager", "précédent", "suivant", "haut de page"),
            *("mentions légales", "plan du site", "webmestre", "webmaster", "haut", "retour au menu"),
        ),
    )
)
_BESIDE = (Purpose.SEARCH, Purpose.LOGIN)
"""What forms that stand beside the content of any page are for."""
_SUBJECTS = 2
"""Headings from which a page has several subjects: what it says of one denies none of the others."""


@derived
def denial(page: Page) -> str:
    """The words by which a page says that there is nothing: short, of one subject, without a form, a document or anything shown."""
    if PAPERS.within(page.headline) and _leads_to_none(page):
        return unkept(page)[0].text
    text = page.main_text
    if is_elsewhere(text) and not (page.embeds or any(is_document(link.href) and not link.framed for link in page.links)):
        return text
    found = (NONE.search(text) if len(text) <= SHORT else None) or tells_end(text)
    if found is None or acts(page):
        return ""
    regions: dict[int, str] = {}
    parts = (h for h in page.headings if h.level > 1 and found.group() not in h.text)
    if sum(region_of(h.node, regions) not in FRAME for h in parts) >= _SUBJECTS:
        return ""
    if any(is_document(link.href) and not link.framed for link in page.links):
        return ""
    return found.group()


def acts(page: Page) -> bool:
    """Whether the page has something that is used: what another site shows, or a form other than for searching or logging in."""
    return bool(page.embeds) or any(purpose not in _BESIDE for _, purpose in purposes(page))


def _leads_to_none(page: Page) -> bool:
    """Whether several links offer to read something and lead nowhere, and no other leads anywhere."""
    offered = unkept(page)
    return len(offered) > 1 and all(link.framed or link in offered for link in page.links)


@derived
def hollow(page: Page) -> bool:
    """Whether the page's own content is but its heading and at most a placeholder: no picture, document, form, link or script."""
    own = _own(content(page))
    read = own or content(page).body
    if read is None:
        return False
    words = one_line(own.text(separator=" ", strip=True)) if own else page.main_text
    links = [squeeze(node.text(separator=" ")) for node in read.css(f"{_TRAIL}, a[href]")]
    filled = any(filler in words for filler in _FILLER)
    if not filled and len(words) - sum(map(len, links)) - sum(len(h.text) for h in page.headings) > _PLENTY:
        return False
    if own is None and (after := rest(page)) and not after.shows:
        words = _without(after.words, after.links)
        return all(fold(said) in WAY for said in after.links) and (_is_hollow(words) or refuses(words))
    shows = not filled and read.css_first(_SHOWN) is not None
    if awaits(page) or (shows and read.css_first(_GIVES)):
        return False
    if filled and _only_filler(read):
        return True
    trail = fold(" ".join(node.text(separator=" ") for node in read.css(_TRAIL)))
    if any((said := fold(node.text())) not in trail and said not in WAY for node in read.css("a[href]")):
        return False
    parts = sum(h.level > 1 for h in page.headings if h.text in words)
    words = _without(words, [*links, *(h.text for h in page.headings)])
    if parts < _SUBJECTS and refuses(words):
        return True
    return not shows and (not words or _is_hollow(words, filled))


def _without(words: str, labels: list[str]) -> str:
    for said in labels:
        words = words.replace(said, " ", 1)
    return words.strip(" >»›/|-–·:")


def _is_hollow(words: str, filled: bool = False) -> bool:
    """Whether they are but a placeholder: a day, an hour or a telephone number is something."""
    return (filled or len(words) <= _SENTENCE) and _HOLLOW.match(words) is not None and not any(map(str.isdigit, words))


SHELF = Phrases(*PAPERS_NAMED, "documents", "publications", "actes", "bulletins")
SOON = re.compile(
    r"\b(?:bientôt (?:en ligne|disponible|téléchargeable)|(?:pdf|document|fichier) (?:à venir|bientôt)|en ligne (?:bientôt|prochainement))\b",
    re.I,
)
"""What stands beside a paper in the place of its link."""


def _only_filler(read: LexborNode) -> bool:
    """Whether every paragraph that is more than a line is the filler of templates, whatever short lines stand between."""
    long = [words for node in read.css("p, li, dd, td") if len(words := squeeze(node.text(separator=" "))) > _LINE]
    return bool(long) and all(_LATIN.search(words) for words in long)


_LINE = 80
"""Characters up to which a paragraph is a line: a motto, a caption."""
_LATIN = re.compile(
    r"\b(?:dolor|consectetur|adipiscing|voluptat\w*|veritatis|fugiat|exercitation|deserunt|accusamus|laudantium)\b", re.I
)
_DATED = 3
"""Dated papers that lead nowhere from which a list of nothing else is a dummy."""


@derived
def is_dummy(page: Page) -> bool:
    """Whether the page lists papers with their days and none of them can be opened: each leads to « # », and nothing else to anywhere;
    or each is said to be there soon."""
    if (
        len(page.main_text) <= SHORT
        and SHELF.within(page.headline)
        and len(SOON.findall(page.main_text)) > 1
        and not any(is_document(one.href) and not one.framed for one in page.links)
    ):
        return True
    dead = [stub for stub in page.stubs if stub.raw == "#" and stub.region not in FRAME and newest(stub.text)]
    if len(dead) < _DATED:
        return False
    read = _own(content(page)) or content(page).body
    if read is None or read.css_first(
        "form, iframe, [onclick], [data-url], [data-file], [data-id], [data-toggle], [data-bs-toggle]"
    ):
        return False
    way = {node.mem_id for node in read.css(_ABOUT)}
    leading = (node for node in read.css("a[href]") if len((node.attributes.get("href") or "").strip()) > 1)
    return all(node.mem_id in way or fold(node.text()) in WAY for node in leading)


@derived
def awaits(page: Page) -> bool:
    """Whether something that is not in the page may stand in its own content: what a script or another site brings."""
    own = _own(page.tree) or page.tree.body
    return own is None or own.css_first(_BROUGHT) is not None or any(map(is_to_fill, own.css("div, section")))


def _own(tree: LexborHTMLParser) -> LexborNode | None:
    """The one element that is marked up as the page's own content."""
    return next((found[0] for marks in _OWN if len(found := tree.css(marks)) == 1), None)


def is_to_fill(node: LexborNode) -> bool:
    """An empty element with a name of its own: a script fills it."""
    attributes = node.attributes
    return bool(attributes.get("id") or any(name.startswith("data-") for name in attributes)) and not node.text(strip=True)


@derived
def lacking(page: Page) -> str:
    """The folded words that follow each « il n'y a pas de … », « aucun … » of the page; '' for most pages."""
    told = [
        found["what"] or found["any"]
        for text in passages(page, _WITHOUT, reach=60)
        for found in _LACK.finditer(text)
        if not _TODAY.search(f"{found['what'] or found['any']}{found['when'] or found['then'] or ''}")
    ]
    return " ; ".join(fold(words) for words in told)


def is_to_come(words: str) -> bool:
    """Whether what stands under a heading only says that something will come, or is to be asked for, after a sentence that invites or not."""
    asks = len(words) <= PLEA and not any(map(str.isdigit, words)) and _ASKS.search(words) is not None
    return asks or _TO_COME.match(_INVITES.sub("", words, count=1)) is not None
