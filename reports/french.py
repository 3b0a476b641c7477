"""French grammar and typography: elision, contraction, enumeration, agreement, figures, dates, spaces. Pure.

Grammar is code, phrases are data. Apostrophes and no-break spaces are put in once, by `typeset`, over whole sentences.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

NBSP = "\u00a0"
THIN = "\u202f"

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")

_ASPIRATED = re.compile(
    r"""(?:
    h(?:ache|aie|aine|aï|all|alle|alte|ameau|and|angar|aras|arcèle|ard|aricot|arnais|asard|aut|auss|avre|aye|
        ernie|éris|éron|éros\b|êtr|eurt|ibou|iérarch|ip-?hop|ockey|ol?lande?|omard|ong|ont|ors|ouill|ousse|uit(?!r)|url|utte)
    |h(?:aguenau|ague\b|am\b|ambourg|azebrouck|em\b|irschland|irsingue|onfleur|oudan|oudemont|ouilles|uningue|us\b|yères)
    |h\w{0,40}(?:heim|willer|wihr|willer|bourg|ange|statt|stett|dorf|bach|hoffen|hausen)\b
    |onz|oui|uhlan|ya|yo|yu
    )""",
    re.I | re.X,
)
"""Beginnings before which « de » and « le » keep their vowel: h aspiré of common words, of towns, and of Germanic names."""

_OPENERS = "« \u00a0\u202f\"'’("
_ARTICLE = re.compile(r"^(?:une?|des|les?|la|quelques|du)\s+|^l['’]|^de l['’]|^de la\s+", re.I)


def elides(words: str) -> bool:
    """Whether « de » and « le » lose their vowel before these words.

    >>> elides("Hyères"), elides("Angers"), elides("hôpital"), elides("handicap")
    (False, True, True, False)
    """
    bare = words.lstrip(_OPENERS)
    first = unicodedata.normalize("NFKD", bare[:1].replace("œ", "o").replace("Œ", "o"))[:1].lower()
    return bool(first) and first in "aeiouyh" and not _ASPIRATED.match(bare)


def de(words: str) -> str:
    """`words` after « de ».

    >>> de("le Havre"), de("les écoles"), de("un agenda"), de("Angers"), de("des menus")
    ('du Havre', 'des écoles', "d'un agenda", "d'Angers", 'de menus')
    """
    return _after("de", "du", "des", words)


def to(words: str) -> str:
    """`words` after « à »: au Havre, aux écoles, à une page, à la mairie."""
    return _after("à", "au", "aux", words)


def _after(plain: str, masculine: str, plural: str, words: str) -> str:
    first, _, rest = words.partition(" ")
    if first in ("le", "Le"):
        return f"{masculine} {rest}"
    if first in ("les", "Les"):
        return f"{plural} {rest}"
    if first in ("des", "du") and plain == "de":
        return _after("de", "de", "de", rest)
    return f"d'{words}" if plain == "de" and elides(words) else f"{plain} {words}"


def without(words: str) -> str:
    """`words` under a negation: « un agenda » → « d'agenda », « des horaires » → « d'horaires », « la carte » → « de carte »."""
    bare = _ARTICLE.sub("", words)
    return f"d'{bare}" if elides(bare) else f"de {bare}"


def plural(noun: str) -> str:
    """The regular plural of a noun, and of those in -al, -au, -eu, -s, -x, -z."""
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al") and noun not in ("bal", "carnaval", "festival", "récital"):
        return noun[:-2] + "aux"
    return noun + ("x" if noun.endswith(("au", "eu")) else "s")


def is_plural(words: str) -> bool:
    """Whether a noun with its article stands in the plural."""
    return words.startswith(("des ", "les ", "quelques ", "plusieurs ", "ses "))


def agree(number: int, one: str, many: str) -> str:
    """The form that goes with a count; in French zero and one are singular."""
    return one if abs(number) < 2 else many


_QUOTED = re.compile("«[^«»]*»")


def enumerate_(items: Sequence[str], last: str = "et") -> str:
    """« a, b et c ». « et » is never said twice: an item that holds one, outside its quotations, makes the last joint « ainsi que ».

    >>> enumerate_(["un agenda", "une carte"]), enumerate_(["a et b", "un agenda"])
    ('un agenda et une carte', "a et b ainsi qu'un agenda")
    """
    if len(items) < 2:
        return "".join(items)
    head, end = ", ".join(items[:-1]), items[-1]
    if last == "et" and any(re.search(r"\bet\b", _QUOTED.sub("", item)) for item in items):
        last = "ainsi que"
    if last.endswith(" que") and elides(end):
        return f"{head} {last[:-1]}'{end}"
    return f"{head} {last} {end}"


_HEAD = re.compile(r"^(une information|une présentation|d'information|de présentation|des liens|de liens) (sur|pour|vers)?\s*")


def share(items: Sequence[str], last: str = "et") -> list[str]:
    """Items that begin alike stand together and say it once: « une information sur la santé et sur les risques ».

    With no `last`, what was shared stays apart, for an enumeration by « ou » or « ni »: « une information sur la santé », « sur
    les risques ».
    """
    runs: dict[tuple[str, str], list[str]] = {}
    for item in items:
        found = _HEAD.match(item)
        head = (found.group(1), found.group(2) or "") if found else ("", item)
        runs.setdefault(head, []).append(item[len(head[0]) :].lstrip())
    told: list[str] = []
    for (noun, _), rests in runs.items():
        shared = [f"{noun} {rests[0]}".lstrip(), *rests[1:]]
        told += shared if not last or len(shared) == 1 else [f"{', '.join(shared[:-1])} {last} {shared[-1]}"]
    return told


def capital(text: str) -> str:
    """The first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The first letter small, the rest as it is: a sentence that goes on after « De plus, »."""
    return text[:1].lower() + text[1:]


def count(number: int, one: str, many: str = "") -> str:
    """« 1 page », « 3 pages », « 117 080 habitants »: the noun agrees with the figure."""
    return f"{figure(number)} {agree(number, one, many or plural(one))}"


def figure(number: int) -> str:
    """Thousands parted by narrow no-break spaces."""
    return f"{number:,}".replace(",", THIN)


def day(value: date) -> str:
    """« 1er avril 2010 », « 12 mai 2026 »."""
    return f"{'1er' if value.day == 1 else value.day}{NBSP}{MONTHS[value.month - 1]}{NBSP}{value.year}"


def month(value: date) -> str:
    """« avril 2010 »."""
    return f"{MONTHS[value.month - 1]}{NBSP}{value.year}"


def quote(words: str) -> str:
    """In French quotation marks; marks that are in the words become single ones, their full stop is left to us."""
    inner = re.sub(r'"([^"]*)"', "“\\1”", words.strip().replace("«", "‹").replace("»", "›"))
    whole = re.fullmatch("“([^“”]*)”", inner)
    inner = (whole.group(1) if whole else inner).strip('" ')
    inner = inner[:-1] if inner.endswith(".") and not inner.endswith("..") else inner
    return f"«{NBSP}{inner}{NBSP}»"


_RESTS = re.compile(r" \(| : | ; | [–—-] |[.!?]\s")
"""Where what is quoted can end without a mark: before a parenthesis, or where a clause does."""
SHORTEST = 12
"""Characters below which what is left of a quotation names nothing."""


def cut(words: str, most: int) -> str:
    """Words that a sentence can quote: what is too long, or was cut before, ends where a reader would breathe.

    >>> cut("Plateforme des marchés publics (retrait des dossiers et dépôt des offres)", 60)
    'Plateforme des marchés publics'
    """
    if len(words) <= most and not words.endswith("…"):
        return words
    head = words.removesuffix("…")[:most]
    rests = [m.start() for m in _RESTS.finditer(head) if m.start() >= SHORTEST and _whole(head[: m.start()])]
    if rests:
        return head[: rests[-1]].rstrip()
    if len(words) > most:
        head = head.rpartition(" ")[0] or head
    if not _whole(head) and head.rfind("(") >= SHORTEST:
        head = head[: head.rfind("(")]
    return (
        re.sub(r"(?:[\s,;:(–—-]|\b(?:d|de|du|des|le|la|les|l|et|à|au|aux|en|un|une|pour|par|sur|qui|que)\b['’]?)+$", "", head)
        + "…"
    )


def _whole(words: str) -> bool:
    """Whether no parenthesis or quotation is left open."""
    return words.count("(") == words.count(")") and words.count("«") == words.count("»")


_GENERIC = re.compile(r"^Communautés? (?:[Dd]e [Cc]ommunes?|[Dd]['’][Aa]gglomération|[Uu]rbaine)|^Métropole(?= d)")


def group(name: str) -> str:
    """The name of a grouping within a sentence: « communauté de communes du Pays Vert », « Dijon Métropole »."""
    return _GENERIC.sub(lambda m: m.group().lower(), name)


def of_group(name: str) -> str:
    """A grouping of communes after « de »: « de la communauté de communes du Pays Vert », « de l'Eurométropole de Strasbourg »,
    « du Grand Besançon », « de Dijon Métropole »."""
    name = group(name)
    first = name.split(" ")[0].casefold().rstrip("s")
    if first in ("communauté", "métropole", "cc", "ca", "cu"):
        return f"de la {name}"
    if first == "grand":
        return f"du {name}"
    return f"de l'{name}" if first in ("eurométropole", "établissement", "agglo", "agglomération") else de(name)


def sentence(text: str) -> str:
    """A capital first, one full stop last, no doubled spaces."""
    line = re.sub(r"[ \t\n]+", " ", text).strip()
    line = re.sub(r" +([,.])", r"\1", line)
    ended = line.endswith((".", "?", "!", "…"))
    return capital(line if ended else line + ".")


def typeset(text: str) -> str:
    """No-break spaces where French wants them, typographic apostrophes, no doubled spaces."""
    line = re.sub(r"(?<=\w)'(?=[\w«\u00a0(])", "’", text)
    line = re.sub(r"[ \u00a0\u202f]*([;!?])(?=[\s»)]|$)", rf"{THIN}\1", line)
    line = re.sub(r"(?<=[\w»)])[ \u00a0\u202f]*:(?=\s|$)", f"{NBSP}:", line)
    line = re.sub(r"«[ \u00a0\u202f]*", f"«{NBSP}", line)
    line = re.sub(r"[ \u00a0\u202f]*»", f"{NBSP}»", line)
    line = re.sub(r"(?<=\d) (?=\d{3}\b)", THIN, line)
    line = re.sub(rf"(?<=\d) (?=(?:euros?\b|€|%|{'|'.join(MONTHS)}))|(?<=\b[LR]\.) (?=\d)|(?<=\bart\.) |(?<=n°) ", NBSP, line)
    return re.sub(r" {2,}", " ", line)
