"""The last word on a site's identity: what kind of site it is, and which commune's. Pure, once a site."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from checks.communes.called import called, foremost
from checks.communes.match import Match, country, host_words, match
from checks.communes.names import PARTS, key
from checks.communes.table import Grouping, Town, table
from checks.finding import Coverage, Judgement, Verdict
from checks.observation import Trust
from checks.tally import Tally
from checks.text.lexicon import Phrases
from crawler.url import host

if TYPE_CHECKING:
    from checks.observation import Fact

NOTICE_BOARD = 5
"""Pages that a site holds at most when its home page is all there is."""
FEW = 3
"""A site has its town's name on one page in so many, at least, where neither a title nor the address bears it."""
GONE = 3
"""Pages of a site that has moved and left no more than the news of it."""
LISTED = 8
"""Communes déléguées that are named; more are counted."""
BODIES = ("epci", "syndicate", "department", "region", "state", "tourism", "visit", "parish", "school", "association", "company")
NOBODYS: "dict[str, Fact]" = {"name": "", "mayor": "", "population": 0, "department": "", "region": "", "postcode": ""}
"""A town that another body's site speaks of is not the one assessed."""
PLACES = ("department", "region")
REGIONS_OF_TODAY = 2016
"""An archive of an earlier year stands in the region that it names itself."""
LINE = 300
"""Characters of a title that are read for a name."""
OFFICE = Phrases("mairie", "commune", "municipalité", "hôtel de ville")
LATELY = 2021
"""An archive of an earlier year is not told the inhabitants, the grouping and the mergers of today."""


def settle(tally: Tally, coverage: Coverage) -> Judgement:
    """The verdict of `identity`, with the facts that it rests on.

    `kind`: commune, merged (a commune nouvelle), delegated, associated, district (of Paris, Lyon, Marseille); one of BODIES,
    campaign, housing, shop, unofficial (visit and unofficial leave doubt); parked, squatted, construction, moved; undetermined. `alert`: injected.
    `from_table` names the facts that the official table told; the others were read on the site.
    """
    weight = Counter({proof: times for (proof, target), times in tally.times.items() if target == f"kind:{proof}"})
    pages = max(1, coverage.pages)
    verdict, kind, proof = _weighed(weight, pages, any(OFFICE.within(o.excerpt) for o in tally.of("home:town")))
    facts: dict[str, Fact] = {"kind": kind}
    if kind in ("commune", "undetermined", "epci", "unofficial"):
        told, at = _told(tally), next((host(o.url) for o in tally.seen.values()), "")
        titles, hosts = [title[:LINE] for title in told["title"]], {*map(key, at.split(".")), *(host_words(at) or ())}
        names = called(_often(told["name"], titles, hosts, pages), titles, hosts)
        facts["name"] = next(iter(names), "")
        found = which(tally, told, names, at, pages)
        group = None if found.town or weight["municipal"] * 2 >= pages else _grouping(tally)
        if group and (kind == "epci" or (weight["community"] * 2 >= pages and not weight["self:town"])):
            bloc: dict[str, Fact] = {"kind": "epci", "name": group.title, "epci": group.title, "epci_siren": group.siren}
            return Judgement(Verdict.ABSENT, bloc | {"from_table": "epci, epci_siren"}, proof or "community")
        if kind == "commune":
            facts |= _facts(found, coverage.as_of.year >= LATELY) or _abroad(at)
            proof = _naming(tally, key(str(facts["name"]))) or proof
            if coverage.as_of.year < REGIONS_OF_TODAY and "country" not in facts:
                facts["region"] = next((str(o.facts["region"]) for o in tally.of("fact:region", trust=Trust.HINT)), "")
            if weight["spam"]:
                facts["alert"] = "injected"
                facts["spam"] = next(o.excerpt for o in tally.of("spam"))
    return Judgement(verdict, facts | (NOBODYS if verdict is Verdict.ABSENT or kind in BODIES else {}), proof)


def _naming(tally: Tally, name: str) -> str:
    """The kind of sighting that bears the commune's name, the most telling first."""
    kinds = ("fact:title", "fact:name", "fact:postcode") if name else ()
    return next((kind for kind in kinds if any(name in key(o.excerpt) for o in tally.of(kind, trust=Trust.HINT))), "")


def _weighed(weight: Counter[str], pages: int, named: bool) -> tuple[Verdict, str, str]:
    """(verdict, kind, the proof that carries it). `named`: the home page is called the town hall's.

    Evidence against comes before evidence for: a campaign's site speaks of the town hall on every page.
    """
    town = weight["town_hall"] and weight["duties"]
    everywhere = min(weight["town_hall"], weight["duties"]) * 2 >= pages
    if weight["parked"] and pages <= NOTICE_BOARD:
        return Verdict.ABSENT, "parked", "parked"
    spam = weight["home:spam"] or max(weight["spam_title"], weight["spam"]) * 2 >= pages
    if spam and (weight["spam_title"] or weight["spam"]) and not everywhere:
        return Verdict.ABSENT, "squatted", "spam_title" if weight["spam_title"] else "spam"
    if weight["construction"] and pages <= NOTICE_BOARD and not weight["municipal"]:
        return Verdict.UNDETERMINED, "construction", "construction"
    if weight["moved"] and pages <= GONE:
        return Verdict.UNDETERMINED, "moved", "moved"
    against = weight["campaign"] * 3 + weight["housing"] * 2 + weight["shop"] * 2
    if (weight["campaign"] and against * 4 >= pages) or (weight["housing"] + weight["shop"]) * 3 >= pages + 2:
        kind = max(("campaign", "housing", "shop"), key=lambda k: weight[k])
        return Verdict.ABSENT, kind, kind
    body = _body(weight, pages)
    if body:
        doubt = body == "visit" or weight["municipal"] * 2 >= pages
        verdict = Verdict.UNDETERMINED if doubt else Verdict.ABSENT
        return verdict, body, f"home:{body}" if weight[f"home:{body}"] else f"self:{body}"
    if weight["unofficial"] and (not town or weight["unofficial"] * 2 >= pages):
        return Verdict.UNDETERMINED, "unofficial", "unofficial"
    # A small site may tell of no duty at all, and yet be called the commune's on its home page and name the town hall everywhere.
    small = named and weight["town_hall"] * 2 >= pages
    return (Verdict.PRESENT, "commune", "town_hall") if town or small else (Verdict.UNDETERMINED, "undetermined", "town_hall")


def _body(weight: Counter[str], pages: int) -> str:
    """The other body that the home page, else most pages, name as theirs."""
    if weight["home:town"]:
        return ""
    for kind in BODIES:
        named = weight[f"self:{kind}"]
        if weight[f"home:{kind}"] and named > weight["self:town"]:
            return kind
        if pages >= 3 and named * 5 >= pages * 3:
            return kind
    return ""


def which(tally: Tally, told: Mapping[str, Counter[str]], names: Sequence[str], at: str, pages: int) -> Match:
    """The commune that the site's names, postcodes and address (`at`) tell of."""
    postcodes = foremost(told["postcode"], 4)
    places = [value for name in PLACES for value in foremost(told[name])]
    insee = next(iter(foremost(told["insee"])), "")
    beside = [
        o.excerpt[5:]
        for (proof, target), o in tally.seen.items()
        if proof == "fact:postcode" and tally.times[proof, target] * 2 >= pages
    ]
    return match([*names, *beside], postcodes, insee, places, at, [title[:LINE] for title in told["title"]])


def _often(names: Counter[str], titles: Sequence[str], hosts: Collection[str], pages: int) -> Counter[str]:
    """The names but those that are said on a few pages only: « voyez la mairie de X » is a neighbour's."""
    own = (*map(key, titles), *hosts)
    return Counter({n: times for n, times in names.items() if times * FEW >= pages or any(key(n) in one for one in own)})


def _told(tally: Tally) -> "defaultdict[str, Counter[str]]":
    """What the pages tell of each fact, and how often."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (proof, target), times in tally.times.items():
        if proof.startswith("fact:"):
            told[proof.removeprefix("fact:")][target.partition(":")[2] or target] += times
    return told


def _grouping(tally: Tally) -> Grouping | None:
    """The EPCI whose name the home page bears."""
    parts = {key(p) for (proof, t), _ in tally.seen.items() if proof == "fact:title" for p in (t[6:], *PARTS.split(t[6:]))}
    known = _groupings()
    return min((known[part] for part in parts if part in known), default=(0, None), key=lambda n: n[0])[1]


@lru_cache(maxsize=1)
def _groupings() -> "dict[str, tuple[int, Grouping]]":
    """Every EPCI and its place in the table, by the keys of its title and its name: made once, they are 1,300."""
    found: dict[str, tuple[int, Grouping]] = {}
    for n, grouping in enumerate(table().groupings()):
        for name in filter(None, map(key, (grouping.title, grouping.name))):
            found.setdefault(name, (n, grouping))
    return found


def _facts(found: Match, lately: bool) -> "dict[str, Fact]":
    """What the table tells of the commune; of namesakes that stay, only which they are."""
    town, rows = found.town, table()
    if town is None:
        return {"candidates": ", ".join(map(_placed, found.candidates))} if found.candidates else {}
    own = found.through or town
    department, region = rows.of_department(town.department)
    group = rows.grouping(own.epci or town.epci)
    parts = [t for t in rows.absorbed(town.insee) if t.kind == "D"]
    known: dict[str, Fact | None] = {
        "name": own.name,
        "insee": own.insee,
        "department": department,
        "region": region,
        "population": own.population if lately else None,
        "epci": group.title if group and lately else None,
        "epci_siren": group.siren if group and lately else None,
        "postcode": town.postcodes[0] if len(town.postcodes) == 1 else None,
    }
    facts = {name: value for name, value in known.items() if value}
    facts["from_table"] = ", ".join(facts)
    facts["matched_by"] = ", ".join(clue.value for clue in found.by)
    facts["table"] = rows.source
    if found.through:
        facts |= {"kind": {"D": "delegated", "A": "associated", "M": "district"}[own.kind], "parent": town.name}
        facts["parent_insee"] = town.insee
    elif parts and lately:
        facts |= {"kind": "merged", "parts": ", ".join(t.name for t in parts[:LISTED]), "part_count": len(parts)}
    return facts


def _abroad(at: str) -> "dict[str, Fact]":
    """The country of a commune that is none of France: « Jura » is no department there."""
    where = country(at)
    return {"country": where, **dict.fromkeys((*PLACES, "postcode"), "")} if where else {}


def _placed(town: Town) -> str:
    return f"{town.name} ({table().of_department(town.department)[0]})"
