"""Cases: what reviewers say a check got wrong, kept with the page, and written as examples that the checks can be tried on."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, delete, insert, select

from audit.desk_tables import cases
from crawler.url import host

ABSENT, PRESENT = "absent", "present"
_HEAD = re.compile(r"\A<!-- arobase: (\{.*?\}) -->\n")


@dataclass(frozen=True, slots=True)
class Case:
    """On the page at `url`, `html` when it is kept, the check must say `verdict` (absent or present). `quote`: the words that it
    took for the feature, or that it missed.
    """

    check: str
    verdict: str
    url: str
    quote: str = ""
    comment: str = ""
    html: str = ""
    by: str = ""
    at: datetime | None = None
    audit_id: int | None = None
    id: int = 0


class Cases:
    """The cases of one store. `now` is the clock."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now

    def add(self, case: Case) -> None:
        names = ("check", "verdict", "url", "quote", "comment", "html", "by", "audit_id")
        row = {name: getattr(case, name) for name in names} | {"at": self._now()}
        with self._engine.begin() as connection:
            connection.execute(insert(cases).values(**row))

    def all(self) -> list[Case]:
        """Every case, newest first."""
        with self._engine.connect() as connection:
            return [Case(**row) for row in connection.execute(select(cases).order_by(cases.c.id.desc())).mappings()]

    def forget(self, number: int) -> None:
        with self._engine.begin() as connection:
            connection.execute(delete(cases).where(cases.c.id == number))


def export(found: list[Case], folder: Path) -> int:
    """Writes `CHECK/HOST-NUMBER.html` for each case whose page is kept; how many. Raises OSError."""
    kept = [case for case in found if case.html]
    for case in kept:
        file = folder / _name(case.check) / f"{_name(host(case.url))}-{case.id}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written(case), encoding="utf-8", errors="replace")
    return len(kept)


def written(case: Case) -> str:
    """The page, after a comment that says what is expected of it."""
    told = {name: getattr(case, name) for name in ("check", "verdict", "url", "quote", "comment")}
    day = {"day": case.at.date().isoformat()} if case.at else {}
    # Nothing that was written by others ends the comment.
    line = json.dumps(told | day, ensure_ascii=False).replace("-", "\\u002d").replace(">", "\\u003e").replace("<", "\\u003c")
    return f"<!-- arobase: {line} -->\n{case.html}"


def read(text: str) -> Case:
    """A case from its file. Raises ValueError when it is none."""
    found = _HEAD.match(text)
    if not found:
        raise ValueError("the first line is no case of arobase")
    told = json.loads(found.group(1))
    day = told.pop("day", "")
    at = datetime.fromisoformat(day).replace(tzinfo=UTC) if day else None
    return Case(**told, html=text[found.end() :], at=at)


def _name(text: str) -> str:
    return re.sub(r"[^a-z0-9_.-]|\.\.+", "_", text.lower())[:80].strip(".") or "page"
