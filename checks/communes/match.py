"""Which commune is it? The words, postcodes and codes that a site tells, against the official table. Pure and deterministic."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from checks.communes.called import parts_of
from checks.communes.names import key, readings, within, words
from checks.communes.table import Table, Town, table

ENDINGS = frozenset(
    [
        "fr",
        "re",
        "gp",
        "mq",
        "gf",
        "yt",
        "pm",
        "wf",
        "tf",
        "nc",
        "pf",
        "bl",
        "mf",
        "eu",
        "com",
        "net",
        "org",
        "info",
        "biz",
        "paris",
        "bzh",
        "alsace",
        "corsica",
        "gal",
        "cat",
        "eus",
        "site",
        "online",
        "town",
        "city",
    ]
)
"""Endings of addresses that a French commune may have: under `.be` or `.ca` a namesake lives elsewhere."""
AROUND = re.compile(
    r"^(?:www\d?|mairie|ville|commune|villede|communede|mairiede|mairied|villed|village|site|bienvenuea)-?|"
    r"-?(?:mairie|ville|commune|village|france|officiel|tourisme)$"
)
COMMON = frozenset(
    [
        "ville",
        "mairie",
        "commune",
        "village",
        "site",
        "accueil",
        "bienvenue",
        "france",
        "bourg",
        "place",
        "home",
        "saint",
        "sainte",
    ]
)
"""Words of every title that also name a town somewhere."""
ABROAD = {
    "be": "Belgique",
    "brussels": "Belgique",
    "ch": "Suisse",
    "swiss": "Suisse",
    "lu": "Luxembourg",
    "ca": "Canada",
    "quebec": "Canada",
    "mc": "Monaco",
    "it": "Italie",
    "ad": "Andorre",
}
"""Ending of an address → the country, of those where communes write in French, in which there is no French law."""
DIVIDED = ("75056", "69123", "13055")
"""Towns that have arrondissements with town halls of their own."""
SEVERAL = 3
"""Words from which a name is no other's by chance."""
MOST = 6
"""Candidates told at most."""


class Clue(Enum):
    """What ties a site to a row of the table."""

    INSEE = "code INSEE"
    NAME = "nom"
    POSTCODE = "code postal"
    DEPARTMENT = "département"
    HOST = "adresse du site"


RANK = {Clue.INSEE: 0, Clue.POSTCODE: 1, Clue.HOST: 2, Clue.DEPARTMENT: 3, Clue.NAME: 9}
"""How closely a clue ties a site to one commune."""


@dataclass(frozen=True, slots=True)
class Match:
    """`town` is set when the clues prove one commune: the commune of today. `through` is the commune déléguée or associée,
    or the arrondissement, that the site names, when it is not the commune itself. `candidates` are those that cannot be told
    apart (or the one that is not proven); `by` is what ties them to the site.
    """

    town: Town | None = None
    through: Town | None = None
    candidates: tuple[Town, ...] = ()
    by: tuple[Clue, ...] = ()


def match(
    names: Sequence[str],
    postcodes: Iterable[str] = (),
    insee: str = "",
    departments: Iterable[str] = (),
    host: str = "",
    titles: Sequence[str] = (),
    rows: Table | None = None,
) -> Match:
    """The commune that a site tells of.

    `names`: words that start with the commune's name, the most often said first; `titles`: short texts in which a name may
    stand anywhere; `departments`: names or codes, of departments or regions; `host`: the site's host name.

    A name proves nothing alone: a postcode, a code, a department or the site's own address must agree, but where a title is a name
    of several words that no other commune has, and the site tells no other place. Clues that contradict all namesakes leave no candidate.
    """
    rows = rows or table()
    told = _Told(frozenset(postcodes), insee.upper(), frozenset(key(d) for d in departments), host_words(host))
    if told.host is None:
        return Match()
    coded = rows.town(told.insee) if told.insee else None
    doubtful = Match()
    for found in (*_by_names(names, told, rows), *_by_titles(titles, told, rows), _by_host(told, rows)):
        weighed = _settle(found, told, rows) if found else None
        if weighed and weighed.town:
            return replace(weighed, through=weighed.through or _district(weighed.town, titles, rows))
        doubtful = doubtful if doubtful.candidates else weighed or doubtful
    if coded and not names:
        return _of(coded, (Clue.INSEE,), rows)
    alone = None if told.postcodes or told.insee or told.places else _alone(titles, rows)
    return _of(alone, (Clue.NAME,), rows) if alone else doubtful


@dataclass(frozen=True, slots=True)
class _Told:
    postcodes: frozenset[str]
    insee: str
    places: frozenset[str]
    host: frozenset[str] | None


@dataclass(frozen=True, slots=True)
class _Candidate:
    town: Town
    clues: frozenset[Clue]
    against: bool
    alike: bool


def host_words(host: str) -> frozenset[str] | None:
    """The keys that an address may hold: `www.mairie-ornans.fr` → ornans. None when no French commune has such an address.

    >>> sorted(host_words("www.mairie-ornans.fr")), host_words("www.ville.geneve.ch")
    (['mairieornans', 'ornans'], None)
    """
    labels = host.lower().split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return frozenset()
    if labels[-1] not in ENDINGS:
        return None
    found: set[str] = set()
    for label in labels[:-1]:
        found.add(key(label))
        for _ in range(2):
            label = AROUND.sub("", label)
        found |= {key(label), key(re.sub(r"-?(?:\d{2,5}|2[ab])$", "", label))}
    return frozenset(f for f in found if len(f) > 1 and f not in ("www", "mairie", "ville", "commune"))


def country(host: str) -> str:
    """The country abroad that an address stands in; '' when it does not tell one.

    >>> country("www.ville.geneve.ch"), country("www.mairie-ornans.fr")
    ('Suisse', '')
    """
    return ABROAD.get(host.lower().rpartition(".")[2], "")


def _by_names(names: Sequence[str], told: _Told, rows: Table) -> Iterator[list[_Candidate]]:
    for name in names:
        for reading, whole in readings(name):
            found = rows.named(reading)
            if found:
                yield [_weigh(t, told, rows, name if whole else "") for t in found]


def _by_titles(titles: Sequence[str], told: _Told, rows: Table) -> Iterator[list[_Candidate]]:
    """Any run of a title's words, the best tied to the site first; what nothing else confirms is passed over."""
    sure: list[tuple[int, list[_Candidate]]] = []
    for title in titles:
        for run in within(title):
            found = [] if run in COMMON else [_weigh(t, told, rows, "") for t in rows.named(run)]
            tied = [c for c in found if len(c.clues) > 1 and not c.against]
            if tied:
                sure.append((min(RANK[clue] for c in tied for clue in c.clues), tied))
    for _, tied in sorted(sure, key=lambda item: item[0]):
        yield tied


def _alone(titles: Sequence[str], rows: Table) -> Town | None:
    """The commune that a part of a title is the name of, when the name has several words and no namesake."""
    parts = (key(part) for title in titles for part in parts_of(title) if len(words(part)) >= SEVERAL)
    found = {town for part in parts for town in rows.named(part)}
    return found.pop() if len(found) == 1 else None


def _by_host(told: _Told, rows: Table) -> list[_Candidate]:
    found = {t: _weigh(t, told, rows, "") for name in sorted(told.host or ()) for t in rows.named(name)}
    return [
        replace(c, clues=c.clues - {Clue.NAME}) for c in found.values() if c.clues & {Clue.POSTCODE, Clue.INSEE, Clue.DEPARTMENT}
    ]


def _district(town: Town | None, titles: Sequence[str], rows: Table) -> Town | None:
    """The arrondissement of Paris, Lyon or Marseille that a title names, when it names one alone."""
    if town is None or town.insee not in DIVIDED:
        return None
    runs = (t for title in titles for run in within(title) for t in rows.named(run))
    found = {t for t in runs if t.kind == "M" and t.parent == town.insee}
    return found.pop() if len(found) == 1 else None


def _weigh(town: Town, told: _Told, rows: Table, name: str) -> _Candidate:
    home = (rows.town(town.parent) if town.parent else None) or town
    clues = {Clue.NAME}
    against = False
    department, region = rows.of_department(home.department)
    places = {key(department), key(region), key(home.department)}
    if told.postcodes:
        if told.postcodes & {*town.postcodes, *home.postcodes}:
            clues.add(Clue.POSTCODE)
        else:
            against = not any(_in_department(p, home.department) for p in told.postcodes)
            if not against:
                clues.add(Clue.DEPARTMENT)
    if told.places & places:
        clues.add(Clue.DEPARTMENT)
        # A region has a dozen departments: it is no answer to a postcode of another one.
        against = against and told.places.isdisjoint((key(department), key(home.department)))
    if told.insee:
        if told.insee in (town.insee, home.insee):
            clues.add(Clue.INSEE)
            against = False
        elif Clue.POSTCODE not in clues:
            against = True
    if town.key in (told.host or ()) or home.key in (told.host or ()):
        clues.add(Clue.HOST)
    return _Candidate(town, frozenset(clues), against, bool(name) and _spelled(name) == _spelled(town.name))


def _in_department(postcode: str, department: str) -> bool:
    """Some communes are served from a neighbouring department's office: a postcode only speaks for its own."""
    return postcode.startswith("20") if department in ("2A", "2B") else postcode.startswith(department)


def _spelled(name: str) -> str:
    return name.casefold().replace("’", "'").replace("-", " ").strip()


def _settle(found: list[_Candidate], told: _Told, rows: Table) -> Match | None:
    """One commune among namesakes, or those that stay; None when the clues speak against all of them."""
    left = [c for c in found if not c.against]
    if not left:
        return None
    for clue in (Clue.INSEE, Clue.POSTCODE, Clue.DEPARTMENT, Clue.HOST):
        fits = [c for c in left if clue in c.clues]
        left = fits or left
    homes = {c.town.parent or c.town.insee for c in left}
    if len(homes) > 1:
        left = _narrowed(left)
        homes = {c.town.parent or c.town.insee for c in left}
    left.sort(key=lambda c: ("CMDA".index(c.town.kind), c.town.insee))
    best = left[0]
    by = tuple(clue for clue in Clue if clue in best.clues)
    if len(homes) > 1 or len(by) < 2:
        known = {c.town.parent or c.town.insee: c.town for c in reversed(left)}
        return Match(candidates=tuple(reversed(known.values()))[:MOST], by=by)
    return _of(best.town, by, rows)


def _narrowed(left: list[_Candidate]) -> list[_Candidate]:
    """With a postcode or department in common: the one spelled as the site spells it, then the commune of today."""
    if not any(c.clues & {Clue.POSTCODE, Clue.DEPARTMENT, Clue.INSEE} for c in left):
        return left
    alike = [c for c in left if c.alike] or left
    return [c for c in alike if c.town.kind == "C"] or alike


def _of(town: Town, by: tuple[Clue, ...], rows: Table) -> Match:
    home = rows.town(town.parent) if town.parent else town
    if home is None or home.key == town.key:
        return Match(home or town, None, (), by)
    return Match(home, town, (), by)
