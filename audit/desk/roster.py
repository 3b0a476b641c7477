"""The roster: the audits of a store as the desk lists them, a page at a time, whatever their number."""

import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Engine, case, func, select

from audit.desk.book import OPEN, SIGNED
from audit.desk_tables import reviews
from audit.tables import audits, findings, sentences

PAGE = 25
NEW = "new"
STATES = (NEW, OPEN, SIGNED)


@dataclass(frozen=True, slots=True)
class Line:
    """One audit. `left` of `total` sentences are to be decided; `questions` among them while nobody has opened it. `gained`,
    `lost`, `died`: checks that became present, ceased to be, became inactive since the audit before. `times`: audits of the site.
    """

    id: int
    host: str
    commune: str
    department: str
    as_of: date
    finished_at: datetime
    counts: dict[str, int]
    state: str
    left: int
    total: int
    level: int | None
    signed_by: str | None
    signed_at: datetime | None
    questions: int = 0
    times: int = 1
    gained: int = 0
    lost: int = 0
    died: int = 0


@dataclass(frozen=True, slots=True)
class Roster:
    """One page of the list: `matching` lines in all, `states` → how many of each there are whatever was asked."""

    lines: tuple[Line, ...]
    matching: int
    states: dict[str, int]
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.matching // PAGE))


_STATE = func.coalesce(reviews.c.state, NEW)
_COLUMNS = (
    audits.c.id,
    audits.c.host,
    audits.c.commune,
    audits.c.department,
    audits.c.as_of,
    audits.c.finished_at,
    audits.c.counts,
    _STATE.label("state"),
    func.coalesce(reviews.c.left, 0).label("left"),
    func.coalesce(reviews.c.total, 0).label("total"),
    reviews.c.level,
    reviews.c.signed_by,
    reviews.c.signed_at,
)


def roster(engine: Engine, words: str = "", state: str = "", page: int = 1) -> Roster:
    """The last audit of each site, newest first: those whose commune, host, department or INSEE code holds all the words."""
    last = select(func.max(audits.c.id).label("id"), func.count().label("times")).group_by(audits.c.host).subquery()
    base = last.outerjoin(reviews, reviews.c.audit_id == last.c.id)
    query = select(last.c.id, last.c.times).select_from(base).order_by(last.c.id.desc())
    if state in STATES:
        query = query.where(_STATE == state)  # noqa: SIM300
    with engine.connect() as connection:
        states = dict.fromkeys(STATES, 0)
        states |= dict(connection.execute(select(_STATE, func.count()).select_from(base).group_by(_STATE)).all())
        if words.strip():
            found = connection.execute(query).all()
            holding = _holding(connection, {row.id for row in found}, _plain(words).split())
            found = [row for row in found if row.id in holding]
            matching, page = len(found), _within(page, len(found))
            shown = found[(page - 1) * PAGE : page * PAGE]
        else:
            matching = states[state] if state in STATES else sum(states.values())
            page = _within(page, matching)
            shown = list(connection.execute(query.limit(PAGE).offset((page - 1) * PAGE)).all())
        lines = _lines(connection, {row.id: row.times for row in shown})
    return Roster(tuple(lines), matching, states, page)


def of_host(engine: Engine, host: str) -> list[Line]:
    """The audits of a site, newest first and at most 200, each compared with the one before it."""
    query = select(audits.c.id).where(audits.c.host == host).order_by(audits.c.id.desc()).limit(200)
    with engine.connect() as connection:
        numbers = connection.execute(query).scalars().all()
        return _lines(connection, dict.fromkeys(numbers, len(numbers)))


def _within(page: int, matching: int) -> int:
    return min(max(1, page), max(1, -(-matching // PAGE)))


def _holding(connection: Connection, numbers: Collection[int], words: Sequence[str]) -> set[int]:
    """Those of these audits that hold the words, whatever their case and accents."""
    # These columns, and no others, are in an index of theirs: a row of the table is long.
    columns = (audits.c.id, audits.c.host, audits.c.commune, audits.c.department, audits.c.insee)
    rows = [row for row in connection.execute(select(*columns)) if row[0] in numbers]
    # One long text is made plain in a tenth of the time of many short ones.
    lines = _plain("\n".join(" ".join(told).replace("\n", " ") for _, *told in rows)).split("\n")
    return {row[0] for row, line in zip(rows, lines, strict=True) if all(word in line for word in words)}


_JOINTS = str.maketrans(dict.fromkeys("-'’", " ") | dict.fromkeys(map(chr, range(0x300, 0x370))) | {"œ": "oe", "æ": "ae"})


def _plain(text: str) -> str:
    """Lower case without accents, hyphens and apostrophes as spaces."""
    return unicodedata.normalize("NFKD", text.lower()).translate(_JOINTS)


def _lines(connection: Connection, times: Mapping[int, int]) -> list[Line]:
    """The lines of these audits, newest first; `times`: audit → how many its site has had."""
    query = (
        select(*_COLUMNS)
        .select_from(audits.outerjoin(reviews, reviews.c.audit_id == audits.c.id))
        .where(audits.c.id.in_(list(times)))
        .order_by(audits.c.id.desc())
    )
    rows = [dict(row) for row in connection.execute(query).mappings()]
    moved = _moved(connection, _before(connection, [number for number, count in times.items() if count > 1]))
    unopened = _sentences(connection, [row["id"] for row in rows if row["state"] == NEW])
    told = ({**row, **moved.get(row["id"], {}), **unopened.get(row["id"], {})} for row in rows)
    return [Line(times=times[row["id"]], **row) for row in told]


def _before(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """Audit → the one before it of the same site."""
    earlier = audits.alias()
    query = (
        select(audits.c.id, func.max(earlier.c.id))
        .join(earlier, (earlier.c.host == audits.c.host) & (earlier.c.id < audits.c.id))
        .where(audits.c.id.in_(numbers))
        .group_by(audits.c.id)
    )
    return dict(connection.execute(query).all()) if numbers else {}


def _moved(connection: Connection, before: dict[int, int]) -> dict[int, dict[str, int]]:
    verdicts: dict[int, dict[str, str]] = {}
    asked = select(findings.c.audit_id, findings.c.check, findings.c.verdict)
    wanted = {*before, *before.values()}
    for audit, check, verdict in connection.execute(asked.where(findings.c.audit_id.in_(wanted))) if wanted else ():
        verdicts.setdefault(audit, {})[check] = verdict
    return {now: _compared(verdicts.get(then, {}), verdicts.get(now, {})) for now, then in before.items()}


def _compared(then: dict[str, str], now: dict[str, str]) -> dict[str, int]:
    pairs = [(then[check], verdict) for check, verdict in now.items() if check in then and then[check] != verdict]
    return {
        "gained": sum(new == "present" for _, new in pairs),
        "lost": sum(old == "present" and new in ("absent", "partial") for old, new in pairs),
        "died": sum(new == "inactive" for _, new in pairs),
    }


def _sentences(connection: Connection, numbers: Iterable[int]) -> dict[int, dict[str, int]]:
    """What nobody has opened yet: its sentences, and the questions among them."""
    wanted = list(numbers)
    asks = func.sum(case((sentences.c.ask, 1), else_=0))
    query = select(sentences.c.audit_id, func.count(), asks).where(sentences.c.audit_id.in_(wanted), sentences.c.key.is_not(None))
    rows = connection.execute(query.group_by(sentences.c.audit_id)).all() if wanted else ()
    return {audit: {"left": count, "total": count, "questions": asked} for audit, count, asked in rows}
