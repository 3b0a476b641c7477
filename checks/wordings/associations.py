"""Associations: clubs and associations in a list, told by who leads them and how they are reached. Pure."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from checks.observation import Spot
from checks.reading.about import TELEPHONE, Saying, about, blocks, in_rows, lines, proceedings, sentences
from checks.reading.passages import Around, passages
from checks.reading.sections import beneath
from checks.reading.spots import headed, labelled, says_itself
from checks.text.lexicon import Phrases, Prose
from crawler.markup import squeeze
from crawler.page import Page

CONTACT = Saying(TELEPHONE.pattern, re.compile(r"@(?<=\w@)[\w-]{1,60}\.\w{2,}"))
LINE = 90
"""Characters up to which a line names one body."""
SEVERAL = 3
"""Telephone numbers or addresses from which a list gives contacts."""
KINDS = (
    "comité des fêtes", "amicale", "club", "société de", "chorale", "foyer rural", "chasseurs", "pêcheurs", "judo",
    "gymnastique", "football", "pétanque", "harmonie", "anciens combattants", "don du sang", "parents d'élèves",
    "sou des écoles", "théâtre", "tennis", "société de chasse", "société de pêche", "foot", "rugby", "basket", "handball",
    "volley", "danse", "yoga", "couture", "tricot", "randonnée", "rando", "cyclo", "orphéon", "fanfare", "boules", "arts martiaux",
    "bénévoles", "chasse", "pêche", "union sportive", "comité", "amis de", "nautique", "sauvetage", "patchwork", "généalogie",
    "gym", "jumelage", "aéromodélisme", "majorettes", "tarot", "belote", "échecs", "peinture", "acca", "aappma",
    "générations mouvement", "aînés ruraux", "âge d'or", "sapeurs-pompiers", "donneurs de sang", "fnaca", "unc", "ape",
    "poterie", "aquarelle", "ensemble vocal", "escalade", "badminton", "équitation", "aïkido", "roller", "modélisme", "astronomie",
    "country", "salsa", "tai-chi", "qi gong", "sophrologie", "dessin", "vannerie", "dentelle", "marche nordique", "musculation",
    "boxe", "escrime", "canoë", "plongée", "twirling", "cirque", "mosaïque", "karaté", "ping-pong", "pilates", "zumba", "tennis-club", "cyclotourisme", "vtt", "philatélie", "broderie", "bridge",
    "scrabble", "batterie-fanfare", "donneurs", "secours populaire", "secours catholique", "restos du cœur", "croix-rouge",
)  # fmt: skip
ONES, BODIES = Prose(*KINDS), Prose(*KINDS, "association")
TITLED = Phrases(
    "associations", "activités", "clubs", "loisirs", "sports", "vie locale", "vivre", "animations", "village", "commune", "infos"
)
"""What a page is called on which several bodies in a row are a list of them."""
LED = re.compile(r"[:,–—-] (?:M\. |Mme )?[A-ZÀ-Ý][\w’'-]{1,30} [A-ZÀ-Ý][\w’'-]|, (?:M\.|Mme) [A-ZÀ-Ý]")
"""« Comité des fêtes : Tom Vial »: who leads it."""
AFTER = (": ", ", ", " – ", " — ", " - ")
"""What stands before the name."""
PERSON = re.compile(r"(?:\bM\.|\bMr\b|\bMmes?\b|\bMlle\b|\bM(?:onsieur|adame)\b|\b[Pp]résidente?\s?:?)\s?[A-ZÀ-Ý][\w’'-]")
"""Who leads a body."""
NAMED_SO = re.compile(
    r"\b(?:[Aa]ssociations?(?: (?!de soins|d['’]aide)[\w’'-]{2,20}){0,6}|[Mm]onde associatif|[Vv]ie associative|[Cc]lubs(?: et [\w’'-]{2,20})?)\s?:\s"
    r"(?!M\.|Mme|Mlle|[\d+])(?P<told>[^!?]{10,300})"
)
"""« Associations : le Fil doré (Mme Bas), Tennis-club (M. Roy) »."""
NAMING = Around("association", "monde associatif", "vie associative", "clubs")
WIDE = 300
"""Characters in which they are told one after the other."""
NO_BODY = Prose(
    *("commission", "commissions", "délégué", "déléguée", "adjoint", "adjointe", "conseiller", "conseillère", "euros"),
    *("dossier", "subvention", "subventions", "vice-présidents", "correspondant", "suppléant"),
)
HEADED = re.compile(r"(?:nom (?:de l['’]|des ))?(?:associations?|clubs?|sociétés?|organismes?)\b", re.I)
"""What the first row of a table of them says."""
AT_LEAST = 4
PIECES = re.compile(r"[,;)]")
PRESIDED = re.compile(r"(?<!vice-)\b[Pp]résidente?\s?:?\s(?:M\.\s|Mme\s)?[A-ZÀ-Ý][\w’'-]")
PRESIDING, BRACKETED = Around("président"), Around("(m. ", "(mme ", "(président", "(mr ")


def in_words(page: Page) -> Iterator[Spot]:
    """« Associations : … », or several bodies in a sentence, each with who leads it."""
    if proceedings(page):
        return
    for found in (found for words in passages(page, NAMING, WIDE) for found in NAMED_SO.finditer(words)):
        told = found["told"]
        if not NO_BODY.within(told) and (
            len(PERSON.findall(told)) > 1 or (CONTACT.within(told) and (PERSON.search(told) or ONES.within(told)))
        ):
            yield found[0]
            return
    for words in passages(page, BRACKETED, WIDE) if says_itself(page, ONES) else ():
        pieces = PIECES.split(words)
        if (
            sum(PERSON.search(piece) is not None for piece in pieces) >= SEVERAL
            and sum(map(ONES.within, pieces)) > 1
            and not NO_BODY.within(words)
        ):
            yield squeeze(words)
            return
    for words in passages(page, PRESIDING, WIDE) if says_itself(page, ONES) else ():
        if len(PRESIDED.findall(words)) >= SEVERAL and ONES.within(words) and not NO_BODY.within(words):
            yield squeeze(words)
            return


def by_link(page: Page) -> Iterator[Spot]:
    """Several links that each name a body, to a page of its own among those of associations: « /associations/judo-club »."""
    named = {one.href: one for one in labelled(page, BODIES, NO_BODY) if OF_BODIES.search(one.href)}
    others = {one.href for one in page.links if OF_BODIES.search(one.href) and not NO_BODY.within(one.text)} if named else ()
    if len(others) >= SEVERAL:
        yield next(iter(named.values()))


OF_BODIES = re.compile(r"/(?:les-|nos-)?(?:assos?|associations?|clubs?|vie-associative)/[\w-]+", re.I)


def under_name(page: Page) -> Iterator[Spot]:
    """A heading that speaks of associations or clubs, with several telephones, addresses or people who lead them beneath."""
    for heading in headed(page, OF_THEM, NO_BODY):
        words = beneath(page, heading)
        reached = [one for start, end in CONTACT.places(words) if not OF_HALL.search(one := words[start:end])]
        if len(reached) >= SEVERAL or len(NAMED_LEADER.findall(words)) >= SEVERAL:
            yield heading
            return


OF_HALL = re.compile(r"\bmairie|\b(?:ville|commune)[-.]", re.I)
"""Whom associations ask: « contact@ville-rives.example », not « tennis@villeneuve.example »."""
OF_THEM = Phrases("associations", "clubs", "assos", "président d'association", "activités associatives", "sociétés locales")
NAMED_LEADER = re.compile(r"[\w’')]\s?[:–—]\s(?:M\. |Mme )?[A-ZÀ-Ý][\w’'-]{1,20} [A-ZÀ-Ý][\w’'-]")


def in_parts(page: Page) -> Iterator[Spot]:
    """Several headings that each name a body, with its telephone or address beneath."""
    if not says_itself(page, BODIES) or len(CONTACT.places(page.main_text)) < SEVERAL or proceedings(page):
        return
    named = [heading for heading in headed(page, BODIES, NO_BODY) if CONTACT.within(beneath(page, heading))]
    if len(named) >= SEVERAL:
        yield named[0]


def with_names(page: Page) -> Iterator[Spot]:
    """A list most lines of which name a body, then who leads it or how to reach it."""
    text = page.main_text
    # All blocks of a page are dear to read.
    if not says_itself(page, BODIES) or sum(map(text.count, AFTER)) + len(CONTACT.places(text)) < SEVERAL or proceedings(page):
        return
    lists: dict[int, list[tuple[LexborNode, str]]] = {}
    for node, words in blocks(page):
        if node.tag == "li" and node.parent is not None:
            lists.setdefault(node.parent.mem_id, []).append((node, words))
    for items in lists.values():
        told = [words for _, words in items if len(words) <= LINE and (LED.search(words) or CONTACT.within(words))]
        if len(items) < AT_LEAST or len(told) < SEVERAL or any("€" in words or NO_BODY.within(words) for words in told):
            continue
        if 2 * sum(map(BODIES.within, told)) > len(items) and sum(map(BODIES.within, told)) >= SEVERAL:
            yield items[0][0]
            return


def in_a_row(page: Page) -> Iterator[Spot]:
    """Several bodies, each with its telephone or address, on a page that is not called a list of them."""
    if len(CONTACT.places(page.main_text)) < SEVERAL:
        return
    told = in_rows(blocks(page)) if "@" in page.main_text else lines(page)
    if len(tabled := [(node, words) for node, words in told if node.tag == "tr" and CONTACT.within(words)]) >= SEVERAL:
        table = tabled[0][0].parent
        head = table.css_first("tr") if table is not None else None
        if head is not None and any(HEADED.match(squeeze(cell.text(separator=" "))) for cell in head.css("th, td")):
            yield tabled[0][0]
            return
    if not says_itself(page, BODIES):
        return
    named = [(node, said) for node, words in told for said in sentences(words) if CONTACT.within(said) and BODIES.within(said)]
    # « Ils font vivre le bourg : le comité (Léa, 06…), la chasse (Jo, 06…), le club (Ali, 06…) ».
    together = [
        (node, said)
        for node, said in named
        if len(CONTACT.places(said)) >= SEVERAL and sum(map(BODIES.within, PIECES.split(said))) >= SEVERAL
    ]
    if together:
        yield together[0][0]
        return
    # One body a line is a list, whatever the page is called.
    listed = {words for node, words in named if node.tag in ("li", "tr") or len(words) <= LINE}
    reached = {words for _, words in lines(page) if len(words) <= LINE and CONTACT.within(words)}
    row = len(listed) > 1 and len(reached) > SEVERAL
    if row or len({said for _, said in named} if about(page, TITLED) else listed) >= SEVERAL:
        yield named[0][0]
