"""Changes: two audits of one site side by side, and whether the site changed or our own rules did. Pure.

An audit tells by the catalogue's digest which rules it judged by, and by the digest of a page whether that is still the same page.
What neither explains is never laid at the site's door.
"""

from collections.abc import Iterator, Mapping
from typing import Literal
from urllib.parse import urlsplit

from reports.report import BrokenLink, Evidence, FindingRecord, Record, Report

Kind = Literal["gained", "lost", "died", "revived", "reduced", "completed", "settled", "unsettled"]
Cause = Literal["site", "rule", "other", "either"]

KINDS: Mapping[tuple[str, str], Kind] = {
    ("absent", "present"): "gained",
    ("absent", "partial"): "gained",
    ("absent", "inactive"): "died",
    ("present", "absent"): "lost",
    ("partial", "absent"): "lost",
    ("inactive", "absent"): "lost",
    ("present", "inactive"): "died",
    ("partial", "inactive"): "died",
    ("inactive", "present"): "revived",
    ("inactive", "partial"): "revived",
    ("present", "partial"): "reduced",
    ("partial", "present"): "completed",
}
"""Verdict before, verdict after → what became of the feature. From and to `undetermined` only our knowledge changes."""
TOLD = ("name", "population", "mayor", "region", "department", "epci", "insee")


class Words(Record):
    """One proof: where, and in which words."""

    url: str
    excerpt: str


class FeatureChange(Record):
    """A feature whose verdict changed. `cause`: the site, our rule, other (the page is the same and so are the rules: time passed, or
    the walk went elsewhere), or either, when the rules changed and the pages cannot be told apart."""

    check: str
    title: str
    kind: Kind
    before: str
    after: str
    cause: Cause
    words_before: tuple[Words, ...] = ()
    words_after: tuple[Words, ...] = ()


class ProofChange(Record):
    """A feature that is as it was, in other words or on other pages: only what differs."""

    check: str
    title: str
    cause: Cause
    gone: tuple[Words, ...] = ()
    new: tuple[Words, ...] = ()


class FactChange(Record):
    """A fact of the header: mayor, population …"""

    fact: str
    before: str
    after: str


class Moment(Record):
    """One of the two audits."""

    as_of: str
    made_at: str
    pages: int
    complete: bool
    catalogue: str


class Changes(Record):
    """All that differs. `pages_gone`: dead addresses of the site itself; `links_dead`: of others; `links_mended`: dead no more."""

    url: str
    before: Moment
    after: Moment
    rules_changed: bool
    features: tuple[FeatureChange, ...] = ()
    proofs: tuple[ProofChange, ...] = ()
    pages_gone: tuple[BrokenLink, ...] = ()
    links_dead: tuple[BrokenLink, ...] = ()
    links_mended: tuple[BrokenLink, ...] = ()
    facts: tuple[FactChange, ...] = ()


class _Judge:
    """Who is behind a change."""

    def __init__(self, before: Report, after: Report) -> None:
        self.rules_changed = before.coverage.catalogue != after.coverage.catalogue
        self._pages = [{e.url: e.digest for f in report.findings for e in f.evidence} for report in (before, after)]
        self._dead = [{b.target for b in report.broken_links} for report in (before, after)]

    def cause(self, old: FindingRecord, new: FindingRecord) -> Cause:
        if self._target_turned(old, new):
            return "site"
        quoted = {proof.url for proof in (*old.evidence, *new.evidence)}
        unchanged = bool(quoted) and all(self._is_the_same(url) for url in quoted)
        if self.rules_changed:
            return "rule" if unchanged else "either"
        return "other" if unchanged else "site"

    def _is_the_same(self, url: str) -> bool:
        """Whether both audits quote the page, and it is byte for byte the same."""
        old, new = (pages.get(url) for pages in self._pages)
        return bool(old) and old == new

    def _target_turned(self, old: FindingRecord, new: FindingRecord) -> bool:
        """A link that led somewhere and is dead, or the other way round: no rule of ours does that."""
        dead_before, dead_after = self._dead
        if new.verdict == "inactive":
            return any(e.target in dead_after - dead_before for e in new.evidence if e.target)
        return old.verdict == "inactive" and any(e.target in dead_before - dead_after for e in old.evidence if e.target)


def changes(before: Report, after: Report) -> Changes:
    """What became of a site between two audits. `before` is the earlier one."""
    judge = _Judge(before, after)
    known = {f.check: f for f in before.findings}
    both = [(known[f.check], f) for f in after.findings if f.check in known and f.check != "broken_links"]
    dead_before, dead_after = _dead(before), _dead(after)
    newly = [link for target, link in dead_after.items() if target not in dead_before]
    return Changes(
        url=after.url,
        before=_moment(before),
        after=_moment(after),
        rules_changed=judge.rules_changed,
        features=tuple(_feature(old, new, judge) for old, new in both if old.verdict != new.verdict),
        proofs=tuple(change for old, new in both if old.verdict == new.verdict and (change := _proofs(old, new, judge))),
        pages_gone=tuple(link for link in newly if _is_of(after.url, link.target)),
        links_dead=tuple(link for link in newly if not _is_of(after.url, link.target)),
        links_mended=tuple(link for target, link in dead_before.items() if target not in dead_after),
        facts=tuple(_facts(before, after)),
    )


def _dead(report: Report) -> dict[str, BrokenLink]:
    """Each dead address with the first link that leads there."""
    links: dict[str, BrokenLink] = {}
    for link in report.broken_links:
        links.setdefault(link.target, link)
    return links


def _moment(report: Report) -> Moment:
    seen = report.coverage
    return Moment(
        as_of=seen.as_of.isoformat(), made_at=report.made_at, pages=seen.pages, complete=seen.complete, catalogue=seen.catalogue
    )


def _feature(old: FindingRecord, new: FindingRecord, judge: _Judge) -> FeatureChange:
    usual: Kind = "unsettled" if new.verdict == "undetermined" else "settled"
    kind = KINDS.get((old.verdict, new.verdict), usual)
    # What the walk could not tell is no change of the site, nor is what it can tell now.
    cause = judge.cause(old, new) if kind != usual else "either" if judge.rules_changed else "other"
    return FeatureChange(
        check=new.check,
        title=new.title or new.check,
        kind=kind,
        before=old.verdict,
        after=new.verdict,
        cause=cause,
        words_before=_words(old.evidence),
        words_after=_words(new.evidence),
    )


def _proofs(old: FindingRecord, new: FindingRecord, judge: _Judge) -> ProofChange | None:
    gone, came = (set(_words(f.evidence)) - set(_words(other.evidence)) for f, other in ((old, new), (new, old)))
    if not gone and not came:
        return None
    return ProofChange(
        check=new.check,
        title=new.title or new.check,
        cause=judge.cause(old, new),
        gone=tuple(w for w in _words(old.evidence) if w in gone),
        new=tuple(w for w in _words(new.evidence) if w in came),
    )


def _words(evidence: tuple[Evidence, ...]) -> tuple[Words, ...]:
    return tuple(dict.fromkeys(Words(url=e.url, excerpt=e.excerpt) for e in evidence))


def _facts(before: Report, after: Report) -> Iterator[FactChange]:
    for fact in TOLD:
        old, new = (str(getattr(report.commune, fact) or "") for report in (before, after))
        if old != new:
            yield FactChange(fact=fact, before=old, after=new)


def _is_of(site: str, url: str) -> bool:
    """Whether the address is one of the site's own, on its host or below it."""
    home, host = (_host(address) for address in (site, url))
    return bool(home) and (host == home or host.endswith(f".{home}"))


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
