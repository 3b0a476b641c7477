"""Examination: visits go in, findings come out. The one place where a faulty check is contained."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeVar

from checks.denials import denies
from checks.finding import Coverage, Fault, Finding, conclude
from checks.marked import Marked
from checks.matcher import Matcher
from checks.observation import Observation, Trust
from checks.observed import observed
from checks.promises import Made, Promises
from checks.reading.denial import acts, denial, hollow, is_dummy
from checks.reading.sections import at_hall
from checks.reading.wanting import is_all_wanting, is_told
from checks.sightings import Again, Key, Recalled, Recollection, Seen, Sightings, Told
from checks.tally import BARE, DENIAL, KEPT, Tally, key_of, rank
from checks.unknown import Unknown
from crawler.link import Link
from crawler.page import Page
from crawler.url import address, host, registrable, under
from crawler.visit import Outcome, Visit

T = TypeVar("T")


class Examination:
    """One site under examination. `see` every visit in the order of the walk, then `findings`."""

    def __init__(self, matcher: Matcher, site: str) -> None:
        """`site`: the URL of the home page; pages of other sites only tell whether links are alive."""
        self.matcher = matcher
        self.site = registrable(host(site))
        self.fates: dict[str, Outcome] = {}
        """how the addresses that are not simply there ended: most are, and of these nothing need be kept"""
        self.denied: set[str] = set()
        numbers: dict[int, int] = {}
        self.tallies = [Tally(c.id, urls=Marked(numbers), fates=self.fates, denied=self.denied) for c in matcher.checks]
        self._on_visits = [(n, c.on_visit) for n, c in enumerate(matcher.checks) if c.on_visit]
        self._looks = [(n, c.look) for n, c in enumerate(matcher.checks) if c.look]
        self.faults: list[Fault] = []
        self.pages = 0
        self._unknown = Unknown(matcher)
        self._promises = Promises(matcher)
        self._stale: dict[str, Made] = {}
        """unchanged pages to which other labels lead than when they were read -> what these promise"""
        self._owed: dict[Seen | Again, str] = {}
        """sightings of unchanged pages whose proof no page has given yet -> one of these pages"""

    def settle(self, url: str) -> None:
        """The home page answered at this URL: its site is the one under examination from now on."""
        self.site = registrable(host(url))

    @property
    def found(self) -> int:
        """How many features have been met so far."""
        return sum(1 for tally in self.tallies if tally.urls)

    def see(self, visit: Visit) -> Sightings | None:
        """Let every check look at the visit; what it saw, None when the visit is no page. Never raises for a check's sake."""
        self._book(visit)
        for number, on_visit in self._on_visits:
            self._look(number, visit.url, on_visit, visit)
        page = visit.page
        if page is None or visit.probe or not visit.outcome.alive or not under(host(page.url), self.site):
            return None
        self.pages += not visit.reread
        # What was not read to its end may hold more than was seen.
        vain = not visit.truncated and hollow(page)
        empty = vain or (not visit.truncated and (is_dummy(page) or at_hall(page) or is_all_wanting(page)))
        sightings = Sightings(denied=bool(denial(page)) or empty, vain=vain and visit.via is not None)
        if visit.via is not None and sightings.denied:
            self.denied |= {address(visit.url), address(page.url)}
        try:
            self._match(page, sightings)
        except Exception as error:
            self.faults.append(Fault("*", page.url, repr(error)))
        for number, look in self._looks:
            self._look(number, page.url, look, page, sightings)
        try:
            self._hold(page, sightings)
        except Exception as error:
            self.faults.append(Fault("*", page.url, repr(error)))
        self._unknown.note(visit, _keys(sightings.matched, sightings.seen, sightings.over))
        return sightings

    def _book(self, visit: Visit) -> None:
        """Only the last answer of an address counts."""
        if visit.outcome is Outcome.OK:
            self.fates.pop(address(visit.url), None)
        else:
            self.fates[address(visit.url)] = visit.outcome

    def see_again(self, visit: Visit, known: Recollection) -> None:
        """An unchanged page: what was seen on it is seen again."""
        self._book(visit)
        self.pages += 1
        if known.denied and visit.via is not None:
            self.denied |= {address(visit.url), address(visit.landed)}
        tallies, landed = self.tallies, visit.landed
        promised = self._promises.of(landed)
        if promised != known.promised:
            self._stale[landed] = promised
        self._unknown.note(visit, _keys(known.matched, known.seen))
        for told in known.matched:
            if not tallies[told.check].knows(told.key, landed):
                kept = tallies[told.check].add(known.observe(told), told.key)
                if kept:
                    self._promise(told.check, told.key, kept)
        for check, key in _seen_again(tallies, known.seen, landed):
            self._owed.setdefault(Seen(check, key), visit.url)
        for told in known.looked:
            if told.key[0] in (DENIAL, BARE) and landed in self._stale:
                # It may be of labels that are gone; the page will be read.
                continue
            if not tallies[told.check].outranks(told.rank, told.key, landed):
                tallies[told.check].add(known.observe(told), told.key)
        for once in known.again:
            if not tallies[once.check].outranks(once.rank, once.key, landed):
                self._owed.setdefault(once, visit.url)

    @property
    def unknown(self) -> tuple[Link, ...]:
        """Entries of the home page's menu that no check recognises."""
        return self._unknown.told(o.target for tally in self.tallies for o in tally.seen.values() if o.proof == "label")

    @property
    def owed(self) -> list[str]:
        """Unchanged pages that must be read after all: the page that gave the proof of what is on them has lost it, or other labels
        lead to them."""
        return list(dict.fromkeys((*self._stale, *(url for told, url in self._owed.items() if not self._given(told)))))

    def _given(self, told: Seen | Again) -> bool:
        tally = self.tallies[told.check]
        known = tally.seen.get(told.key)
        if known is None:
            return isinstance(told, Again) and len(tally.seen) >= KEPT
        return isinstance(told, Seen) or rank(known) >= told.rank

    def _match(self, page: Page, sightings: Sightings) -> None:
        for match in self.matcher.matches(page):
            if sightings.vain and match.key[0] == "text":
                continue
            tally = self.tallies[match.check]
            if tally.knows(match.key, page.url):
                (sightings.seen if match.key in tally.seen else sightings.over).append(Seen(match.check, match.key))
            else:
                observation = observed(page, match)
                kept = is_told(page, observation.proof, observation.excerpt) and tally.add(observation, match.key)
                if kept:
                    sightings.matched.append(Told(match.check, match.key, kept))
                    self._promise(match.check, match.key, kept)

    def _promise(self, check: int, key: Key, kept: Observation) -> None:
        if key[0] == "label":
            self._promises.make(check, key[1], kept.excerpt)

    def _hold(self, page: Page, sightings: Sightings) -> None:
        """Labels that promised what the page does not hold are denied."""
        stale = self._stale.pop(page.url, None)
        sightings.promised = self._promises.of(page.url) if stale is None else stale
        if not sightings.promised:
            return
        signs: tuple[Sequence[Told | Seen | Again], ...] = (sightings.matched, sightings.seen, sightings.over)
        looks: tuple[Sequence[Told | Seen | Again], ...] = (sightings.looked, sightings.again, sightings.beyond)
        met = [(told.check, told.key[0]) for told in chain.from_iterable((*signs, *looks)) if told.key[0] != "label"]
        for number in self._promises.broken(page, sightings.promised, {check for check, _ in met}):
            self._look(number, page.url, _denying, page, sightings)
        shown = {check for check, proof in met if proof != "path"}
        for number in () if acts(page) else self._promises.bare(sightings.promised, shown):
            self._look(number, page.url, _baring, page, sightings)

    def _look(
        self, number: int, url: str, look: Callable[[T], Iterable[Observation]], at: T, sightings: Sightings | None = None
    ) -> None:
        try:
            for observation in look(at):
                if sightings is not None and sightings.vain and observation.proof == "text":
                    continue
                if isinstance(at, Page) and not is_told(at, observation.proof, observation.excerpt):
                    continue
                key = key_of(observation)
                kept = self.tallies[number].add(observation, key)
                if sightings is not None:
                    if kept:
                        sightings.looked.append(Told(number, key, kept))
                    else:
                        said = Again(number, key, rank(observation))
                        (sightings.again if key in self.tallies[number].seen else sightings.beyond).append(said)
        except Exception as error:
            self.tallies[number].faults += 1
            self.faults.append(Fault(self.matcher.checks[number].id, url, repr(error)))

    def interest(self, link: Link) -> float:
        """How many undecided features the link's words promise: what the walk should look at first."""
        return float(sum(1 for check, sign in self.matcher.of_label(link.text) if not self._decided(check)))

    def _decided(self, number: int) -> bool:
        return any(o.proof in ("heading", "section", "form") for o in self.tallies[number].seen.values())

    def findings(self, coverage: Coverage) -> list[Finding]:
        """One finding for every check, in the order of the catalogue."""
        return [conclude(t, coverage, c.judge, c.keep, c.by_name) for c, t in zip(self.matcher.checks, self.tallies, strict=True)]


def _denying(page: Page) -> Iterator[Observation]:
    yield denies(page)


def _baring(page: Page) -> Iterator[Observation]:
    yield Observation.at(page, page.headline or page.title, Trust.HINT, proof=BARE, target=address(page.url))


def _keys(*signs: Iterable[Told | Recalled | Seen]) -> Iterator[Key]:
    return (told.key for told in chain.from_iterable(signs))


def _seen_again(
    tallies: Sequence[Tally], sightings: Iterable[tuple[int, tuple[str, str]]], url: str
) -> list[tuple[int, tuple[str, str]]]:
    """Counts what is seen on one more page, all checks at once: (check, key). Gives those that a tally would keep and does not know."""
    met, fresh = set[int](), []
    for sighting in sightings:
        check, key = sighting
        times = tallies[check].times
        if key in times:
            times[key] += 1
            met.add(check)
        elif len(times) < KEPT:
            fresh.append(sighting)
    for check in met:
        tallies[check].urls.add(url)
    return fresh
