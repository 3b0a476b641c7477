"""French grammar and typography: elision, contraction, enumeration, agreement, figures, dates, spaces. Pure.

Grammar is code, phrases are data. No-break spaces are put in once, by `typeset`, over whole sentences.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date

NBSP = "\u00a0"
THIN = "\u202f"

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")

# Names of places and common words whose h is not elided.
_ASPIRATED = re.compile(
    r"(?:ha(?:bère|gue|guenau|ie|ies|illan|in|lle|lles|lluin|m|mbourg|meau|nau|ndi|ngar|nvec|rcèlement|rfleur|ricot|vre|ye|yes|zebrouck)"
    r"|haut|hé(?:nin|ricourt|ros|risson)|hi(?:lbes|rsingue|rson)|ho(?:chfelden|lande|llande|ngrie|nfleur|rbourg|uilles|uplines)|huit|hu(?:ningue|s)"
    r"|onz|oui|un\b(?=e?\s*arobase)|ya|yo|yu)",
    re.I,
)


def elides(word: str) -> bool:
    """Whether « de » and « le » lose their vowel before the word."""
    plain = unicodedata.normalize("NFKD", word.lstrip("« \u00a0\u202f\"'(")[:1]).encode("ascii", "ignore").decode().lower()
    return plain in tuple("aeiouyh") and plain != "" and not _ASPIRATED.match(word.lstrip("« \u00a0\u202f\"'("))


def de(words: str) -> str:
    """`words` after « de »: d'une page, du Havre, des écoles, de la mairie, de Besançon.

    >>> de("le Havre"), de("les écoles"), de("un agenda"), de("Angers")
    ('du Havre', 'des écoles', "d'un agenda", "d'Angers")
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
    if first == "des" and plain == "de":
        return f"{plain} {rest}" if not elides(rest) else f"d'{rest}"
    if plain == "de" and elides(words):
        return f"d'{words}"
    return f"{plain} {words}"


def without(words: str) -> str:
    """`words` as the object of a negation: « un agenda » → « d'agenda », « des horaires » → « d'horaires », « la carte » → « de carte »."""
    bare = re.sub(r"^(?:une?|des|les?|la|quelques)\s+|^l['’]", "", words)
    return f"d'{bare}" if elides(bare) else f"de {bare}"


def enumerate_(items: Sequence[str], last: str = "et") -> str:
    """« a, b et c ». An item that holds an « et » of its own makes the last joint « ainsi que ».

    >>> enumerate_(["un agenda", "une carte"])
    'un agenda et une carte'
    """
    parts = _share(items)
    if len(parts) < 2:
        return "".join(parts)
    if any(re.search(rf"\b{last}\b", part) for part in parts):
        joint = "ainsi qu'" if elides(parts[-1]) else "ainsi que "
        return f"{', '.join(parts[:-1])} {joint}{parts[-1]}"
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


_SHARED = (
    "une information sur ",
    "une information pour ",
    "d'information sur ",
    "d'information pour ",
    "une présentation ",
    "de présentation ",
)


def _share(items: Sequence[str]) -> list[str]:
    """Neighbours that begin alike say it once: « une information sur la santé et sur les risques »."""
    parts: list[str] = []
    heads: list[str] = []
    for item in items:
        head = next((h for h in _SHARED if item.startswith(h)), "")
        if head and heads and heads[-1] == head:
            link = head.split(" ")[-2] + " " if head.split(" ")[-2] in ("sur", "pour") else ""
            parts[-1] = f"{parts[-1]} et {link}{item[len(head) :]}"
            heads[-1] = ""
        else:
            parts.append(item)
            heads.append(head)
    return parts


def capital(text: str) -> str:
    """The first letter as a capital, the rest as it is."""
    return text[:1].upper() + text[1:]


def count(number: int, one: str, many: str = "") -> str:
    """« une page », « 3 pages », « 117 080 habitants »: the noun agrees with the figure."""
    return f"{figure(number)} {one if abs(number) < 2 else many or one + 's'}"


def figure(number: int) -> str:
    """Thousands parted by narrow no-break spaces."""
    return f"{number:,}".replace(",", THIN)


def day(value: date) -> str:
    """« 1er avril 2010 », « 12 mai 2026 »."""
    return f"{'1er' if value.day == 1 else value.day}{NBSP}{MONTHS[value.month - 1]} {value.year}"


def quote(words: str) -> str:
    """In French quotation marks; marks that are in the words become single ones."""
    inner = words.strip().replace("«", "‹").replace("»", "›").strip('" ')
    return f"«{NBSP}{inner}{NBSP}»"


def sentence(text: str) -> str:
    """A capital first, one full stop last, no doubled spaces."""
    line = re.sub(r"[ \t\n]+", " ", text).strip()
    line = re.sub(r" +([,.])", r"\1", line)
    return capital(line if line.endswith((".", "?", "!", "…")) else line + ".")


def typeset(text: str) -> str:
    """No-break spaces where French wants them, typographic apostrophes, no doubled punctuation."""
    line = text.replace("'", "’")
    line = re.sub(r"[ \u00a0\u202f]*([;!?])(?=\s|$)", rf"{THIN}\1", line)
    line = re.sub(r"(?<=[\w»)])[ \u00a0\u202f]*:(?=\s|$)", f"{NBSP}:", line)
    line = re.sub(r"«[ \u00a0\u202f]*", f"«{NBSP}", line)
    line = re.sub(r"[ \u00a0\u202f]*»", f"{NBSP}»", line)
    return re.sub(r"(?<=\d) (?=\d{3}\b)", THIN, line)
