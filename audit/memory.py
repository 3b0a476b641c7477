"""Memory: a site as the last audit knew it, kept in the store, so that the next one only reads what has changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import zstandard

from audit.memory_lines import again_of, as_bytes, flat, numbers, observation_of, packed_numbers, parsed, proof_of
from checks.examine import Examination
from checks.observation import Observation
from checks.sightings import Again, Recalled, Recollection, Seen, Sightings
from checks.tally import rank
from crawler.feed import name_of, recall
from crawler.gathering import considered
from crawler.link import Link
from crawler.memory import Remembered, marks
from crawler.pictures import pictures
from crawler.visit import Feed, Visit
from reports.links import LinkFault

MOST = 5000
"""Pages remembered of one site."""
SHOWN = 100
"""Pages whose pictures are remembered: the walk only tries a sample."""
FULL = timedelta(days=30)
"""Servers lie about what has changed: after this long everything is read again."""
_NEAR = 64


@dataclass(frozen=True, slots=True)
class Known:
    """What an audit leaves to the next one: `head` what its pages share, and lines of JSON: of each page, by its URL, and of each link.

    A line is read when its page is met, and goes on as it is when the page has not changed. Behind a tab stands what is read
    only where a proof is asked for.
    """

    head: dict[str, Any]
    lines: dict[str, bytes]
    links: list[bytes]

    def row(self, url: str) -> dict[str, Any] | None:
        """What is known of a page."""
        line = self.lines.get(url)
        return parsed(line.partition(b"\t")[0]) if line is not None else None

    def proof(self, url: str, number: int) -> list[Any]:
        """The rest of a sighting on a page."""
        found: list[Any] = parsed(self.lines[url].split(b"\t")[1 + number])
        return found


class Before:
    """What the audit before knew, as `crawler.memory.Memory`. Asked through `examination`, to which it says again what was seen."""

    def __init__(self, known: Known, examination: Examination) -> None:
        self._known = known
        self._examination = examination
        self._keys = [Seen(check, (kind, name)) for check, kind, name in known.head["keys"]]
        self._again = list(map(again_of, known.head["again"]))
        self._led: set[int] = set()
        feeds = ((name, *told) for name, told in known.head["feeds"].items())
        recall(
            {
                name: Feed(title, n, datetime.fromisoformat(newest) if newest else None, own)
                for name, title, n, newest, own in feeds
            }
        )
        self._near: dict[str, dict[str, Any] | None] = {}

    def agrees(self, home: Visit) -> bool:
        """Whether the home page still bears the title it had: an address may come to be another site's."""
        return home.page is not None and home.page.title == self._known.head["title"]

    def page(self, url: str) -> Remembered | None:
        row = self._row(url)
        return Remembered(row["landed"], row["digest"], row["etag"], row["modified"]) if row else None

    def leads(self, url: str) -> list[Link]:
        row = self._row(url)
        if row is None:
            return []
        fresh = [n for n in numbers(row["links"]) if n not in self._led]
        self._led.update(fresh)
        return [self._link(n, row["landed"]) for n in fresh]

    def pictures(self, url: str) -> list[Link]:
        row = self._row(url)
        return [self._link(n, row["landed"]) for n in numbers(row["pictures"])] if row else []

    def recollection(self, visit: Visit) -> Recollection:
        """What was seen on a page that this visit found unchanged. Raises KeyError when it was not remembered."""
        row = self._row(visit.url)
        if row is None:
            raise KeyError(visit.url)
        told = [
            Recalled(check, (kind, name), (trust, whole, day), number)
            for number, (check, kind, name, trust, whole, day) in enumerate(row["told"])
        ]
        over = [Seen(check, (kind, name)) for check, kind, name in row["over"]]
        seen = [*[self._keys[n] for n in numbers(row["seen"])], *over]
        again = [*[self._again[n] for n in numbers(row["again"])], *map(again_of, row["beyond"])]

        def observe(what: Recalled) -> Observation:
            return observation_of(self._known.proof(visit.url, what.number), row, visit.fetched_at)

        promised = tuple((check, words) for check, words in row.get("promised", ()))
        return Recollection(seen, told[: row["matched"]], told[row["matched"] :], again, row["denied"], promised, observe)

    def faults(self, after: "After") -> list[LinkFault]:
        """The links that were written wrongly, on pages that are as they were."""
        return [fault for row in self._known.head["faults"] if (fault := LinkFault(**row)).page in after.carried]

    def doubtful(self) -> Iterable[str]:
        return self._examination.owed

    def _link(self, number: int, on: str) -> Link:
        href, raw, text, *rest = parsed(self._known.links[number])
        return Link(href, raw, text, on, *rest)

    def _row(self, url: str) -> dict[str, Any] | None:
        # Each page is asked for several times while it is under way, then never again.
        if url not in self._near:
            if len(self._near) >= _NEAR:
                del self._near[next(iter(self._near))]
            self._near[url] = self._known.row(url)
        return self._near[url]


class After:
    """What this audit learns for the next one, on top of what was `known` before. Feed it every page, then `packed`."""

    def __init__(self, known: Known | None) -> None:
        told: dict[str, Any] = known.head if known else {"keys": [], "again": []}
        self._before = known.lines if known else {}
        self._links: dict[int, int] = {}
        """hash of a link → its number"""
        self._keys: dict[Seen, int] = {Seen(c, (kind, name)): n for n, (c, kind, name) in enumerate(told["keys"])}
        self._again: dict[Again, int] = {again_of(line): n for n, line in enumerate(told["again"])}
        self._count = 0
        # Packed as it comes: thousands of pages are never whole in memory.
        self._packer = zstandard.ZstdCompressor(level=1).compressobj()
        self._blob: list[bytes] = []
        self._title: str | None = None
        self._feeds: dict[str, tuple[str, int, str, bool]] = {}
        self.carried: set[str] = set()
        """pages that are as they were, by the URL that answered"""
        self.faults: Sequence[LinkFault] = ()
        self._full_at: str = told.get("full_at", "")
        """when everything was last read"""
        for line in known.links if known else ():
            self._number(hash(tuple(parsed(line))), line)

    def carry(self, visit: Visit) -> None:
        """A page that is as it was."""
        self._keep(visit.url, self._before[visit.url])
        self.carried.add(visit.landed)

    def hear(self, visit: Visit) -> None:
        """A feed that was read."""
        if visit.feed and visit.digest:
            title, entries, newest, comments = visit.feed.title, visit.feed.entries, visit.feed.newest, visit.feed.comments
            name = name_of(visit.digest, visit.landed, visit.headers.get("content-type", ""))
            self._feeds[name] = title, entries, newest.isoformat() if newest else "", comments

    def learn(self, visit: Visit, sightings: Sightings) -> None:
        """A page that was read; not one that a browser made, nor one that was cut or stands elsewhere."""
        page = visit.page
        if page is None or visit.rendered or visit.truncated or self._count >= MOST:
            return
        if self._title is None:
            # The first page is the home page, which is always read.
            self._title = page.title
        if visit.hops:
            return
        etag, modified = marks(visit)
        row = {
            "landed": visit.landed,
            "digest": visit.digest,
            "etag": etag,
            "modified": modified,
            "links": self._numbered(considered(page)),
            "pictures": self._numbered(pictures(page) if self._count < SHOWN else ()),
            "seen": packed_numbers([self._keys.setdefault(seen, len(self._keys)) for seen in sightings.seen]),
            "over": [(check, *key) for check, key in sightings.over],
            "told": [(told.check, *told.key, *rank(told.observation)) for told in (*sightings.matched, *sightings.looked)],
            "matched": len(sightings.matched),
            "denied": sightings.denied,
            "promised": sightings.promised,
            "again": packed_numbers([self._again.setdefault(again, len(self._again)) for again in sightings.again]),
            "beyond": [flat(again) for again in sightings.beyond],
        }
        proofs = [as_bytes(proof_of(told.observation)) for told in (*sightings.matched, *sightings.looked)]
        self._keep(visit.url, b"\t".join([as_bytes(row), *proofs]))

    def packed(self, now: datetime) -> bytes:
        """The whole in one piece. Called once."""
        head = {
            "made_at": now.isoformat(),
            "full_at": self._full_at or now.isoformat(),
            "title": self._title,
            "keys": [(seen.check, *seen.key) for seen in self._keys],
            "again": [flat(again) for again in self._again],
            "feeds": self._feeds,
            "faults": [fault.model_dump() for fault in self.faults],
        }
        # Last, since what the pages share is known last.
        self._blob.append(self._packer.compress(as_bytes(head)) + self._packer.flush())
        return b"".join(self._blob)

    def _keep(self, url: str, line: bytes) -> None:
        self._count += 1
        self._write(url.encode("utf-8", "surrogatepass"), line)

    def _write(self, name: bytes, line: bytes) -> None:
        packed = self._packer.compress(name + b"\t" + line + b"\n")
        if packed:
            self._blob.append(packed)

    def _numbered(self, shown: Iterable[Link]) -> str:
        known = self._links
        # Without the page it stands on: a menu is kept once.
        abouts = [link[:3] + link[4:] for link in shown]
        keys = [hash(about) for about in abouts]
        for key, about in zip(keys, abouts, strict=True):
            if key not in known:
                self._number(key, as_bytes(about))
        return packed_numbers([known[key] for key in keys])

    def _number(self, key: int, line: bytes) -> None:
        self._links[key] = len(self._links)
        # Written at once, under no page's name: tens of thousands are never whole in memory.
        self._write(b"", line)


def unpacked(blob: bytes, now: datetime) -> Known | None:
    """What `After.packed` made; None when it is too old to be believed."""
    *lines, head = zstandard.ZstdDecompressor().decompressobj().decompress(blob).split(b"\n")
    told: dict[str, Any] = parsed(head)
    if now - datetime.fromisoformat(told["full_at"]) >= FULL:
        return None
    pages, links = dict[str, bytes](), list[bytes]()
    for line in lines:
        url, _, about = line.partition(b"\t")
        if url:
            pages[url.decode("utf-8", "surrogatepass")] = about
        else:
            links.append(about)
    return Known(told, pages, links)
