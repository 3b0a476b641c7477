"""One spelling for the name of a commune, however a site, an address or the official table writes it. Pure."""

import re
import unicodedata

ARTICLES = frozenset({"le", "la", "les", "l"})
OPENED = {"st": "saint", "ste": "sainte", "sts": "saints", "stes": "saintes", "lez": "les", "eme": "e"}
"""Abbreviations and variants, opened wherever they stand. « lès » and « les » are one once the accent is gone."""
LINKS = frozenset(
    {"a", "au", "aux", "d", "de", "des", "du", "en", "entre", "et", "l", "la", "le", "les", "lez", "pres", "s", "sous", "sur"}
)
"""Words that announce more of a name: « Saint-Denis-d'Oléron » cut before « d' » is another town."""
BEFORE = frozenset({"mairie", "ville", "commune", "l", "d"})
"""Words that a hyphen or an apostrophe joins to a name and that are none of it."""
LONGEST = 24
"""Words of a short text in which a name is looked for."""
PARTS = re.compile(r"\s[-–—|·•:»›]+\s|\s?[|·•»›]\s?|:\s")
"""What stands between the names in a title."""
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "Œ": "oe", "Æ": "ae"})
_ADDRESS = re.compile(r"(?<=\w)\s(?=(?:L[ea]s?|L[EA]S?)\s)")
_NUMBER = re.compile(r"(?<!\d)(\d{1,4})(?:er|eme|e|nd|ere)\b")


def words(text: str) -> list[str]:
    """Lower case, no accents, abbreviations opened: « S/ » is « sur », « s/s » is « sous », « St » is « saint ».

    >>> words("L'Haÿ-les-Roses"), words("FONTENAY S/ BOIS"), words("Ste Foy lès Lyon")
    (['l', 'hay', 'les', 'roses'], ['fontenay', 'sur', 'bois'], ['sainte', 'foy', 'les', 'lyon'])
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).casefold()
    line = "".join(c if c.isalnum() else "" if unicodedata.combining(c) else " " for c in plain)
    found: list[str] = []
    for word in _NUMBER.sub(r"\1e", line).split():
        if word == "s" and found:
            if found[-1] == "sur":
                found[-1] = "sous"
                continue
            word = "sur"
        found.append(OPENED.get(word, word))
    return found


def key(text: str | list[str]) -> str:
    """The words of a name in one piece, without its first article: « mairie du Havre » and « Le Havre » meet.

    >>> key("Le Havre"), key("L’Île-d’Yeu"), key(["saint", "denis"])
    ('havre', 'iledyeu', 'saintdenis')
    """
    told = words(text) if isinstance(text, str) else text
    return "".join(told[1:] if len(told) > 1 and told[0] in ARTICLES else told)


def readings(text: str, most: int = 9) -> list[tuple[str, bool]]:
    """(key, whole) of the name that the words start with, longest first: what follows a name on a page is not known.

    Never cut where the next word continues a name, nor at a hyphen; a capital begins an address: « Rives Le Bourg ».

    >>> readings("Ornans Site officiel")
    [('ornanssiteofficiel', True), ('ornanssite', False), ('ornans', False)]
    >>> readings("Saint-Denis d'Oléron")
    [('saintdenisdoleron', True), ('saintdenisd', False)]
    >>> readings("Rives-Haute Le Bourg")
    [('riveshautelebourg', True), ('riveshautele', False), ('riveshaute', False)]
    """
    told, borders = words(text)[:most], _borders(text, most)
    whole, named = len(told), len(words(_ADDRESS.split(text, maxsplit=1)[0]))
    ends = (n for n in range(whole, 0, -1) if n in (whole, named) or (told[n] not in LINKS and n in borders))
    return [(key(told[:n]), n == whole) for n in ends]


def _borders(text: str, most: int) -> set[int]:
    """Before which of the first words a name may begin or end: not where a hyphen joins two, but after « mairie »."""
    found, count = {0}, 0
    for joined in text.split(maxsplit=most)[:most]:
        part = words(joined)
        found |= {count + n for n, word in enumerate(part, 1) if word in BEFORE}
        count += len(part)
        found.add(count)
    return found


def within(text: str, most: int = 7) -> list[str]:
    """The keys of every run of words of a short text, longest first: one of them may be a town.

    >>> within("Bienvenue à Ornans")
    ['bienvenueaornans', 'bienvenuea', 'aornans', 'bienvenue', 'a', 'ornans']
    """
    told, borders = words(text)[:LONGEST], _borders(text, LONGEST)
    return [
        key(told[at : at + length])
        for length in range(min(most, len(told)), 0, -1)
        for at in range(len(told) - length + 1)
        if (told[at] not in ARTICLES or length > 1) and at in borders and at + length in borders
    ]
