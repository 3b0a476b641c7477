"""Links: what became of every address that the walk asked, as `links.csv` and in figures. Memory does not grow with the site."""

import csv
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

from audit.lives import Lives
from crawler.account import NOT_KEPT, TIME_IS_UP
from crawler.anchors import Anchors
from crawler.contact import mail_fault, phone_fault
from crawler.embed import EMBEDDED
from crawler.link import Link
from crawler.page import Page
from crawler.route import is_document
from crawler.url import Site, site_of
from crawler.visit import Outcome, Visit
from reports.cell import cell
from reports.links import LinkFault, LinkSample, LinksRecord
from reports.phrases import clean

NAME = "links.csv"
COLUMNS = (
    "page", "text", "target", "kind", "answer", "outcome", "status", "checked_at", "second_look", "first_seen", "last_alive",
)  # fmt: skip
EXAMPLES, FAULTS = 5, 50
"""Addresses told for each reason, and faults told, in audit.json and the report; all of them are in the table."""
_REMEMBERED = 20_000
_IN_MEMORY = 1 << 20


class Sheet:
    """`links.csv` while it is written: RFC 4180 for French spreadsheets (docs/decisions/0010). `with Sheet() as sheet`."""

    def __init__(self) -> None:
        self.lives = Lives()
        """what earlier audits knew of the addresses, when there is a store"""
        # On the disk beyond a megabyte: a large site's table never weighs on the process.
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by __exit__
        self._file.write(b"\xef\xbb\xbf")
        self._rows = csv.writer(self, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        self.row(COLUMNS)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._file.close()

    def write(self, text: str) -> None:
        """What the csv module calls."""
        self._file.write(text.encode("utf-8", "replace"))

    def row(self, cells: Iterable[str]) -> None:
        self._rows.writerow([cell(text) for text in cells])

    def save(self, path: Path) -> None:
        """The table so far, as a file. Raises OSError."""
        self._file.seek(0)
        with path.open("wb") as file:
            shutil.copyfileobj(self._file, file)


@dataclass(slots=True)
class Ledger:
    """Sees every visit in the order of the walk; `record` at the end. Rows go to the sheet at once, when there is one."""

    sheet: Sheet | None = None
    _site: Site | None = None
    _answers: Counter[str] = field(default_factory=Counter)
    _pictures: int = 0
    _reasons: Counter[str] = field(default_factory=Counter)
    _kinds: Counter[str] = field(default_factory=Counter)
    _wrong: Counter[str] = field(default_factory=Counter)
    _examples: dict[str, list[LinkSample]] = field(default_factory=dict)
    _faults: list[LinkFault] = field(default_factory=list)
    _written: set[int] = field(default_factory=set)
    _anchors: Anchors = field(default_factory=Anchors)

    def see(self, visit: Visit) -> None:
        """A visit; the first one is that of the home page."""
        if self._site is None:
            self._site = site_of(visit.landed or visit.url)
        if visit.outcome is Outcome.SKIPPED and visit.detail in (NOT_KEPT, TIME_IS_UP):
            return
        if not visit.reread:
            self._book(visit, self._site)
        page = visit.page
        if page is not None and not visit.probe and self._site.holds(page.url):
            self._read(page, whole=not visit.truncated)

    def again(self, fault: LinkFault, moment: str) -> None:
        """A fault that an earlier audit found on a page that is still the same."""
        self._fault(Link(fault.target, fault.target, fault.text, fault.page), fault.kind, fault.fault, moment)

    def record(self) -> LinksRecord:
        """The figures. Called once, when the walk is over."""
        for link in self._anchors.missing():
            self._fault(link, "fragment", "no such anchor")
        return LinksRecord(
            checked=sum(self._answers.values()),
            alive=self._answers["alive"],
            dead=self._answers["dead"],
            pictures=self._pictures,
            unverifiable=self._answers["unverifiable"],
            by_reason=dict(sorted(self._reasons.items())),
            by_kind=dict(sorted(self._kinds.items())),
            examples={reason: tuple(told) for reason, told in sorted(self._examples.items())},
            faults=tuple(self._faults),
            by_fault=dict(sorted(self._wrong.items())),
        )

    def _book(self, visit: Visit, site: Site) -> None:
        answer, kind, via = answer_of(visit.outcome), kind_of(visit, site), visit.via
        self._answers[answer] += 1
        self._kinds[kind] += 1
        self._pictures += kind == "image" and visit.outcome.dead
        on, text = (via.on, via.text) if via else ("", "")
        if not visit.outcome.alive:
            self._reasons[visit.outcome.value] += 1
            told = self._examples.setdefault(visit.outcome.value, [])
            if len(told) < EXAMPLES:
                told.append(LinkSample(page=on, text=clean(text), target=visit.url))
        if self.sheet:
            status, moment = str(visit.status or ""), visit.fetched_at.isoformat(timespec="seconds")
            again = "yes" if visit.again else "no"
            first, alive = self.sheet.lives.see(visit)
            days = (first.isoformat(), alive.isoformat() if alive else "")
            self.sheet.row((on, text, visit.url, kind, answer, visit.outcome.value, status, moment, again, *days))

    def _read(self, page: Page, *, whole: bool) -> None:
        for link in page.mails:
            kind = "mail" if link.raw[:5].lower() == "mailt" else "phone"
            key = hash(link.raw)
            if key in self._written or len(self._written) >= _REMEMBERED:
                continue
            self._written.add(key)
            fault = mail_fault(link.raw) if kind == "mail" else phone_fault(link.raw)
            if fault:
                self._fault(link, kind, fault, page.fetched_at.isoformat(timespec="seconds"))
        if whole:
            self._anchors.see(page)

    def _fault(self, link: Link, kind: str, fault: str, moment: str = "") -> None:
        self._wrong[kind] += 1
        target = link.href if kind == "fragment" and not link.raw.startswith("#") else link.raw
        if len(self._faults) < FAULTS:
            self._faults.append(LinkFault(page=link.on, text=clean(link.text), target=target, kind=kind, fault=fault))
        if self.sheet:
            self.sheet.row((link.on, link.text, target, kind, "fault", fault, "", moment, "no", "", ""))


def answer_of(outcome: Outcome) -> str:
    """alive, dead or unverifiable."""
    return "alive" if outcome.alive else "dead" if outcome.dead else "unverifiable"


def kind_of(visit: Visit, site: Site) -> str:
    """image, embed, document, internal or external; the first that fits."""
    tag = visit.via.tag if visit.via else ""
    if tag == "img":
        return "image"
    if tag in EMBEDDED and not (visit.via and visit.via.made):
        return "embed"
    if is_document(visit.url) or visit.media_type == "application/pdf":
        return "document"
    return "internal" if site.holds(visit.url) else "external"
