"""What a page, or a thing on it, is about: the words that name it. Pure."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from re import Pattern

from selectolax.lexbor import LexborNode

from checks.reading import passages
from checks.reading.accounts import is_minutes
from checks.reading.passages import Around
from checks.reading.spots import headed, says_itself
from checks.text.folding import fold, fold_path
from checks.text.lexicon import Phrases, Prose, fold_label, told
from checks.text.telephone import NUMBER
from crawler.heading import Heading
from crawler.markup import before, heading_above, one_lines, squeeze
from crawler.page import Page, content, derived
from crawler.url import path

BESIDE = 200
"""Characters beyond which a block is prose, not the caption of what follows it."""
SENTENCES = r"(?<=[.!?;])(?<!\b[A-Z]\.)(?<!\b[DM]r\.)(?<!\bMme\.)(?<![Tt][ée]l\.)(?<!\b[Pp]ort\.)\s"
_SENTENCES = re.compile(SENTENCES)
"""Initials and what is cut short end no sentence: « Dr A. Roux, tél. 05… »."""
PARAGRAPH = 500
"""Characters beyond which a paragraph speaks of several things."""
_FIGURE = re.compile("[0-9]")


class Saying:
    """What counts when a paragraph says it, as one of the patterns finds. `around`: words one of which every match holds, it being no
    longer than SAYING; without them the page is read whole for each pattern, which begins with a plain character.
    """

    def __init__(self, *patterns: Pattern[str], around: Around | None = None) -> None:
        self.pattern = patterns[0]
        self.around = around
        self._others = patterns[1:]

    def within(self, text: str) -> bool:
        """Whether the text says it."""
        return self.pattern.search(text) is not None or any(pattern.search(text) for pattern in self._others)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where it says it, in order."""
        return sorted(chain.from_iterable(_spans(pattern, text) for pattern in (self.pattern, *self._others)))


@lru_cache(maxsize=16)
def _spans(pattern: Pattern[str], text: str) -> list[tuple[int, int]]:
    """Telephones are looked for by several."""
    return [found.span() for found in pattern.finditer(text)]


SAYING = 160
TELEPHONE = Saying(re.compile(NUMBER))
_UNTIL = r"\s?\d{0,2}\s?(?:à|-|–|/)\s?\d{1,2}\s?[hH]"
REACHED = Saying(TELEPHONE.pattern, *(re.compile(rf"{mark}(?:(?<=[0-9]{mark})|(?<=[0-9]\s{mark})){_UNTIL}") for mark in "hH"))
"""A telephone number or hours."""
ROOM = Saying(TELEPHONE.pattern, *(re.compile(rf"{who}\b(?<=[0-9] {who})") for who in ("places", "berceaux", "enfants")))
"""A telephone number, or for how many there is room."""
HAPPENINGS = (
    *("vide-grenier", "brocante", "loto", "concert", "bal", "messe", "don du sang", "kermesse", "tombola", "spectacle"),
    *("bourse aux jouets", "bourse aux livres", "bourse aux vêtements", "vente de"),
)
"""What is held in a house on a day: its hours are not those of the house."""
BLOCKS = "p, li, dd, td, h2, h3, h4, blockquote, figcaption, div"


LONGEST = 6000
"""Characters beyond which a page speaks of too much for its words to prove anything."""
_PROCEEDINGS = Phrases(
    *("compte rendu", "procès-verbal", "délibération", "délibérations", "ordre du jour", "bulletin", "conseil municipal"),
    *("pv des séances", "pv de séance", "pv du conseil", "pv des conseils"),
)


_POWERS = Phrases("compétences", "compétence")
_COMMISSIONS = Phrases("commissions municipales", "commissions communales", "commissions thématiques")
_TASKS = Phrases(
    *("missions", "ce que gère", "ce qu'elle gère", "ce que fait", "ce qu'elle fait", "rôle", "à quoi sert"),
    *("domaines d'intervention", "domaines d'action", "champs d'action"),
)
_GROUPING = Phrases(
    *("communauté de communes", "communauté d'agglomération", "communauté urbaine", "agglomération", "intercommunalité"),
    *("comcom", "métropole", "syndicat intercommunal", "syndicat mixte"),
)
_PAST = Phrases("histoire", "historique", "notre passé", "son passé", "d'antan", "autrefois", "jadis", "il était une fois")
_TODAY = Phrases("tourisme", "loisirs", "vie", "vivre", "services", "découvrir", "découverte", "présentation", "mairie")
_NAME = 80
"""Characters up to which a headline only names what the page is about."""
_SKILLS = Phrases("bilan", "numériques", "emploi", "formation", "vos compétences", "langues", "profil")


@derived
def naming(page: Page) -> str:
    """The words that name the page: its title, first headline and path, folded."""
    return fold_label(page.title) + fold_label(page.headline) + fold_path(path(page.url))


def about(page: Page, subject: Phrases, unless: Phrases | None = None) -> bool:
    """Whether the page as a whole is about the subject."""
    named = naming(page)
    return subject.within_folded(named) and not (unless and unless.within_folded(named))


@derived
def proceedings(page: Page) -> bool:
    """Whether the page is minutes, an agenda or a bulletin: they speak of everything, and offer nothing of it."""
    return about(page, _PROCEEDINGS) or is_minutes(page)


@derived
def tells_powers(page: Page) -> frozenset[int]:
    """The headings, by their node, under which stands what a grouping of communes may do: « Compétences », « Ses missions »."""
    tasks = [heading for heading in headed(page, _TASKS, _SKILLS) if any(map(_is_of_grouping, _above(page, heading)))]
    return frozenset(heading.node.mem_id for heading in (*headed(page, _POWERS, _SKILLS), *tasks))


def _is_of_grouping(heading: Heading) -> bool:
    return _GROUPING.within(heading.text)


def _above(page: Page, heading: Heading) -> Iterator[Heading]:
    """The heading, then each of those under which it stands, the nearest first."""
    level = heading.level + 1
    for one in reversed(page.headings[: page.headings.index(heading) + 1]):
        if one.level < level:
            level = one.level
            yield one


@derived
def is_of_grouping(page: Page) -> bool:
    """Whether the first headline names the grouping: what the page then tells of is done by that."""
    return page.headline != page.title and _GROUPING.within(page.headline) and len(page.headline) <= _NAME


@derived
def is_of_the_past(page: Page) -> bool:
    """Whether the page is about the past alone: its headings tell of what was, the school, the market, the station."""
    named = f"{page.headline} {page.title}"
    return _PAST.within(named) and not _TODAY.within(named)


@derived
def powers(page: Page) -> frozenset[int]:
    """The headings, by their node, that list what a grouping of communes may do, or of what the council's commissions treat: nothing is
    offered by that."""
    above = tells_powers(page) | {heading.node.mem_id for heading in headed(page, _COMMISSIONS)}
    if not above:
        return frozenset()
    listed: set[int] = set()
    level = 0
    for heading in page.headings:
        if heading.level <= level:
            level = 0
        if level:
            listed.add(heading.node.mem_id)
        elif heading.node.mem_id in above:
            level = heading.level
    return frozenset(listed)


def near(node: LexborNode) -> str:
    """The words that stand next to a thing: the heading above it, its caption, and the short blocks just before it."""
    told = [heading_above(node)]
    for element in before(node, 3):
        words = squeeze(element.text(separator=" "))
        if words and len(words) <= BESIDE:
            told.append(words)
        if element.tag in ("h1", "h2", "h3", "h4"):
            break
    up = node.parent
    for _ in range(3):
        if up is None:
            break
        caption = up.css_first("figcaption") if up.tag == "figure" else None
        if caption:
            told.append(squeeze(caption.text(separator=" ")))
        up = up.parent
    return " — ".join(filter(None, told))


def after(node: LexborNode) -> str:
    """The words that follow, as far as the end of the next element."""
    told, follower = "", node.next
    while follower is not None:
        told += f" {follower.text(separator=' ') or ''}"
        if follower.is_element_node:
            break
        follower = follower.next
    return squeeze(told)[:BESIDE]


@derived
def blocks(page: Page) -> list[tuple[LexborNode, str]]:
    """The innermost blocks of the page's own content with their words: not its menus, header or footer."""
    nodes = _innermost(page)
    read = one_lines([node.text(separator=" ") for node in nodes])
    return [(node, words) for node, words in zip(nodes, read, strict=True) if words]


def _innermost(page: Page) -> list[LexborNode]:
    nodes = content(page).css(BLOCKS)
    holding: set[int] = set()
    for node in nodes:
        up = node.parent
        while up is not None and up.mem_id not in holding:
            holding.add(up.mem_id)
            up = up.parent
    return [node for node in nodes if node.mem_id not in holding]


@derived
def lines(page: Page) -> list[tuple[LexborNode, str]]:
    """The same in which there is a figure, the cells of a row together: few, and cutting all into words would be dear."""
    return in_rows((node, words) for node, words in blocks(page) if _FIGURE.search(words))


def in_rows(found: Iterable[tuple[LexborNode, str]]) -> list[tuple[LexborNode, str]]:
    """Blocks with the cells of a row together, and what is told of a term with it."""
    read: dict[int, tuple[LexborNode, str]] = {}
    for node, words in found:
        if node.tag == "dd" and (term := _term(node)):
            words = f"{term} : {words}"
        row = node.parent if node.tag == "td" else None
        if row is None or row.tag != "tr":
            read[node.mem_id] = node, words
        elif row.mem_id not in read:
            read[row.mem_id] = row, squeeze(row.text(separator=" "))
    return list(read.values())


def _term(node: LexborNode) -> str:
    """The term right before what is told of it in a list of terms."""
    before = node.prev
    while before is not None and not before.is_element_node:
        before = before.prev
    return squeeze(before.text(separator=" ")) if before is not None and before.tag == "dt" else ""


def sentences(words: str) -> list[str]:
    """The sentences of a paragraph."""
    return _SENTENCES.split(words)


def paragraph(page: Page, subject: Prose, says: Saying, unless: Phrases) -> LexborNode | None:
    """The first paragraph in one sentence of which the subject is named and something that counts is said: a telephone, hours."""
    for node, words in saying(page, subject, says):
        if unless.within_folded(fold(words)):
            continue
        if any(says.within(sentence) and subject.within_folded(fold(sentence)) for sentence in sentences(words)):
            return node
    return None


def saying(page: Page, subject: Prose, says: Saying) -> list[tuple[LexborNode, str]]:
    """The paragraphs in which something that counts is said, on a page of which one sentence says it and names the subject."""
    if not says_itself(page, subject) or proceedings(page) or not subject.among(_beside(page, says)):
        return []
    return _saying(page, says)


def _beside(page: Page, says: Saying) -> frozenset[int]:
    """What is named in the sentences that say it: on most pages nothing that is asked, and no paragraph is read."""
    key = says, told
    found: frozenset[int] | None = page.memo.get(key)
    if found is None:
        found = page.memo[key] = told(" . ".join(_said(page, says)))
    return found


def _said(page: Page, says: Saying) -> Iterator[str]:
    """The sentences of the page's own text that may say it, no longer than a paragraph on either side."""
    text = page.main_text
    if says.around:
        said = says.within(passages.near(page, says.around, SAYING, SAYING))
        places = passages.places(page, says.around) if said else []
    else:
        places = says.places(text)
    for start, end in places:
        before, after = text[max(0, start - PARAGRAPH) : start], text[end : end + PARAGRAPH]
        yield f"{sentences(before)[-1]}{text[start:end]}{sentences(after)[0]}"


def _saying(page: Page, says: Saying) -> list[tuple[LexborNode, str]]:
    """The paragraphs that say it: looked for once, whatever they are asked about."""
    found: list[tuple[LexborNode, str]] | None = page.memo.get(says)
    if found is None:
        every = blocks(page) if says.around else lines(page)
        found = page.memo[says] = [one for one in every if len(one[1]) <= PARAGRAPH and says.within(one[1])]
    return found
