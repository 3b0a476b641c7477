"""Called: the names that a site gives its commune, its titles before whatever else its pages speak of. Pure."""

import re
from collections import Counter
from collections.abc import Collection, Sequence

from checks.communes.facts import SPELLED
from checks.communes.names import PARTS, key, words

_WELCOME = re.compile(
    r"^\W*(?:bienvenue (?:à|au|aux|en|sur le site (?:officiel )?(?:de |du |des |d['’]))\s?|site officiel (?:de |du |des |d['’])\s?)?"
    r"(?:(?:la )?(?:commune|ville|mairie) (?:de |du |des |d['’])\s?)?",
    re.I,
)
_NAME = re.compile(SPELLED)
_GREETING = frozenset(
    map(key, ("Accueil", "Bienvenue", "Home", "Actualités", "Site officiel", "Mairie", "Commune", "Ville", "Index"))
)
"""What is written as a name and is none."""
_SHORTEST = 5
"""Letters from which a name, or its beginning, does not stand in the site's address by chance."""


def called(names: Counter[str], titles: Sequence[str], hosts: Collection[str]) -> list[str]:
    """The names, best first. `names`: those that pages told beside « mairie de » and how often; `titles` those of the home page;
    `hosts` the words of its address, as `key` has them.

    >>> called(Counter({"Gray": 3, "Rives": 1}), ["RIVES le site officiel"], ())
    ['Rives']
    >>> called(Counter(), ["Une île | Morvenez", "312 habitants"], ["morvenez"])
    ['Morvenez']
    """
    lines = [f" {' '.join(words(title))} " for title in titles]
    titled = [name for name, _ in names.most_common() if any(f" {' '.join(words(name))} " in line for line in lines)]
    if not titled:
        return foremost(names) or _borne(titles, hosts)
    # « Mairie des Hauts-de-Rives » is that of « Les Hauts-de-Rives ».
    articled = {key(part): part for title in titles for part in parts_of(title) if len(words(part)) > 1}
    best = sorted(titled, key=len, reverse=True)
    return [longer if len(longer := articled.get(key(name), "")) > len(name) else name for name in best]


def parts_of(title: str) -> list[str]:
    """What a title names, without « Bienvenue à » and « Mairie de ».

    >>> parts_of("Bienvenue à Rives | Mairie de Rives, le site")
    ['Rives', 'Rives', 'le site']
    """
    return [_WELCOME.sub("", part).strip() for piece in PARTS.split(title) for part in piece.split(",")]


def foremost(values: Counter[str], share: int = 2) -> list[str]:
    """The value told most often and those told nearly as often: what a single page names is another town's."""
    most = max(values.values(), default=0)
    return [value for value, times in values.most_common(4) if times * share >= most]


def _borne(titles: Sequence[str], hosts: Collection[str]) -> list[str]:
    """Parts of titles that are written as a name, and stand in two titles or in the site's address."""
    times = Counter(
        part for title in titles for part in set(parts_of(title)) if _NAME.fullmatch(part) and key(part) not in _GREETING
    )
    most = times.most_common(2)
    twice = {most[0][0]} if most and most[0][1] > 1 and (len(most) < 2 or most[1][1] < most[0][1]) else set()
    return [name for name in times if name in twice or _in_address(key(name), hosts)]


def _in_address(name: str, hosts: Collection[str]) -> bool:
    """« saint-ludger.qc.ca », « www.iledemorvenez.fr »."""
    return any(
        host == name or (min(len(host), len(name)) >= _SHORTEST and (name.startswith(host) or host.endswith(name)))
        for host in hosts
    )
