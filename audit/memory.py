"""Memory: a site as the last audit knew it, kept in the store, so that the next one only reads what has changed."""

import json
from array import array
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import zstandard

from checks.examine import Examination
from checks.observation import Observation, Trust
from checks.sightings import Seen, Sightings, Told
from crawler.gathering import considered
from crawler.link import Link
from crawler.memory import Remembered, marks
from crawler.pictures import pictures
from crawler.visit import Visit
from reports.links import LinkFault

MOST = 5000
"""Pages remembered of one site."""
SHOWN = 100
"""Pages whose pictures are remembered: the walk only tries a sample."""
FULL = timedelta(days=30)
"""Servers lie about what has changed: after this long everything is read again."""
_LARGEST = 512 * 1024 * 1024


class Before:
    """What the audit before knew, as `crawler.memory.Memory`. Asked through `examination`, to which it says again what was seen."""

    def __init__(self, told: dict[str, Any], examination: Examination) -> None:
        self._told = told
        self._examination = examination
        self._links = [Link(*about) for about in told["links"]]
        self._keys = [Seen(check, (kind, name)) for check, kind, name in told["keys"]]

    def agrees(self, home: Visit) -> bool:
        """Whether the home page still bears the title it had: an address may come to be another site's."""
        return home.page is not None and home.page.title == self._told["title"]

    def page(self, url: str) -> Remembered | None:
        row = self._told["pages"].get(url)
        if row is None:
            return None
        links, shown = (
            tuple(self._links[n]._replace(on=row["landed"]) for n in _numbers(row[kind])) for kind in ("links", "pictures")
        )
        return Remembered(url, row["landed"], row["digest"], row["etag"], row["modified"], links, shown)

    def sightings(self, url: str) -> Sightings:
        """What was seen on the page."""
        row = self._told["pages"][url]
        matched, looked = (
            [Told(check, tuple(key), _observation(about, row)) for check, key, about in row[kind]]
            for kind in ("matched", "looked")
        )
        return Sightings([self._keys[n] for n in _numbers(row["seen"])], matched, looked, row["denied"])

    def faults(self, after: "After") -> list[LinkFault]:
        """The links that were written wrongly, on pages that are as they were."""
        return [fault for row in self._told["faults"] if (fault := LinkFault(**row)).page in after.carried]

    def doubtful(self) -> Iterable[str]:
        return self._examination.owed


class After:
    """What this audit learns for the next one, on top of what it knew `before`. Feed it every page, then `packed`."""

    def __init__(self, before: dict[str, Any] | None) -> None:
        told = before or {"links": [], "keys": []}
        self._before: dict[str, Any] = before["pages"] if before else {}
        self._links: dict[tuple[str, ...], int] = {tuple(about): n for n, about in enumerate(told["links"])}
        self._keys: dict[Seen, int] = {Seen(c, (kind, name)): n for n, (c, kind, name) in enumerate(told["keys"])}
        self._pages: dict[str, dict[str, Any]] = {}
        self._title: str | None = None
        self.carried: set[str] = set()
        """pages that are as they were"""
        self.faults: Sequence[LinkFault] = ()
        self._full_at: str = told.get("full_at", "")
        """when everything was last read"""

    def carry(self, url: str) -> None:
        """A page that is as it was."""
        self._pages[url] = self._before[url]
        self.carried.add(self._before[url]["landed"])

    def learn(self, visit: Visit, sightings: Sightings) -> None:
        """A page that was read; not one that a browser made, nor one that was cut or stands elsewhere."""
        page = visit.page
        if page is None or visit.rendered or visit.truncated or len(self._pages) >= MOST:
            return
        if self._title is None:
            # The first page is the home page, which is always read.
            self._title = page.title
        if visit.hops:
            return
        etag, modified = marks(visit)
        self._pages[visit.url] = {
            "landed": visit.landed,
            "digest": visit.digest,
            "etag": etag,
            "modified": modified,
            "links": _packed(self._link(link) for link in considered(page)),
            "pictures": _packed(self._link(link) for link in (pictures(page) if len(self._pages) < SHOWN else ())),
            "seen": _packed(self._keys.setdefault(seen, len(self._keys)) for seen in sightings.seen),
            "matched": [(t.check, t.key, _about(t.observation)) for t in sightings.matched],
            "denied": sightings.denied,
            "looked": [(t.check, t.key, _about(t.observation)) for t in sightings.looked],
        }

    def packed(self, now: datetime) -> bytes:
        """The whole in one piece."""
        told = {
            "made_at": now.isoformat(),
            "full_at": self._full_at or now.isoformat(),
            "title": self._title,
            "links": list(self._links),
            "keys": [(seen.check, *seen.key) for seen in self._keys],
            "pages": self._pages,
            "faults": [fault.model_dump() for fault in self.faults],
        }
        return zstandard.ZstdCompressor(level=3).compress(json.dumps(told, ensure_ascii=False).encode("utf-8", "surrogatepass"))

    def _link(self, link: Link) -> int:
        return self._links.setdefault(tuple(link._replace(on="")), len(self._links))


def unpacked(blob: bytes, now: datetime) -> dict[str, Any] | None:
    """What `After.packed` made; None when it is too old to be believed."""
    packed = zstandard.ZstdDecompressor().decompress(blob, max_output_size=_LARGEST)
    told: dict[str, Any] = json.loads(packed.decode("utf-8", "surrogatepass"))
    return told if now - datetime.fromisoformat(told["full_at"]) < FULL else None


def _packed(numbers: Iterable[int]) -> str:
    return b64encode(array("I", numbers).tobytes()).decode("ascii")


def _numbers(packed: str) -> "array[int]":
    found = array("I")
    found.frombytes(b64decode(packed))
    return found


def _about(seen: Observation) -> list[Any]:
    facts = {name: value.isoformat() if isinstance(value, date) else value for name, value in seen.facts.items()}
    days = [name for name, value in seen.facts.items() if isinstance(value, date)]
    dated = seen.dated.isoformat() if seen.dated else ""
    return [seen.excerpt, seen.selector, seen.trust.value, seen.proof, seen.target, seen.whole, dated, facts, days]


def _observation(about: list[Any], row: dict[str, Any]) -> Observation:
    excerpt, selector, trust, proof, target, whole, dated, facts, days = about
    return Observation(
        url=row["landed"],
        excerpt=excerpt,
        selector=selector,
        fetched_at=datetime.fromtimestamp(0, UTC),
        digest=row["digest"],
        trust=Trust(trust),
        proof=proof,
        target=target,
        whole=whole,
        dated=date.fromisoformat(dated) if dated else None,
        facts={name: date.fromisoformat(value) if name in days else value for name, value in facts.items()},
    )
