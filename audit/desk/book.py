"""The book of reviews: what was decided about each audit, by whom and when. Only ever added to; whoever comes second is told.

One transaction at a time writes. A step says which step on the same sentence its author had seen last: when another has come in
between it is refused with that one, and nothing is lost.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, get_args

from sqlalchemy import Connection, Engine, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from audit.database import exclusive
from audit.desk_tables import decisions, reviews
from audit.tables import audits, sentences
from reports.report import DraftRecord, Report, SectionRecord, SentenceRecord
from reports.review import Decision, apply, carry_over, fingerprints

OPEN, SIGNED = "open", "signed"
NEVER = datetime.min.replace(tzinfo=UTC)
ACTIONS: tuple[str, ...] = get_args(Decision.model_fields["action"].annotation)
"""What is decided about a sentence: keep, edit, drop, add."""
SETTLED = ("header:site", "participation:")
"""How the keys of lines begin that nobody is asked about: the address, and the history that was given."""


class Shut(Exception):
    """The review is signed: it has to be reopened first."""


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the book (`audit.desk_tables.decisions`). `id` 0: not written yet."""

    action: str
    key: str = ""
    text: str = ""
    comment: str = ""
    section: str = ""
    fingerprint: str = ""
    by: str = ""
    at: datetime = NEVER
    undoes: int | None = None
    carried: bool = False
    id: int = 0

    @property
    def decision(self) -> Decision | None:
        """As the pen knows it; None when it decides nothing about a sentence."""
        if self.action not in ACTIONS:
            return None
        told = {name: getattr(self, name) for name in Decision.model_fields}
        return Decision.model_validate(told)


class Overtaken(Exception):
    """Somebody else decided first: `theirs`, oldest first."""

    def __init__(self, theirs: Sequence[Step]) -> None:
        super().__init__(f"{len(theirs)} steps came first")
        self.theirs = tuple(theirs)


@dataclass(frozen=True, slots=True)
class State:
    """Where the review of one audit stands (`audit.desk_tables.reviews`), and every step that led there."""

    audit: int
    state: str
    level: int | None
    signed_by: str | None
    signed_at: datetime | None
    version: int
    left: int
    total: int
    after: int | None
    steps: tuple[Step, ...]

    @property
    def signed(self) -> bool:
        return self.state == SIGNED

    @property
    def decisions(self) -> list[Decision]:
        return decided(self.steps)

    def reviewed(self, report: Report) -> Report:
        """The report with its text as it was decided: signed, or with its questions while work goes on."""
        sections = apply(report.draft.sections, self.decisions, questions=not self.signed)
        signature = {"signed_by": self.signed_by or "", "signed_at": self.signed_at.isoformat() if self.signed_at else ""}
        return report.model_copy(update={"draft": DraftRecord(sections=sections)} | (signature if self.signed else {}))


def standing_steps(steps: Sequence[Step]) -> list[Step]:
    """The steps that were not undone, without those that undo."""
    undone = {step.undoes for step in steps if step.undoes}
    return [step for step in steps if step.id not in undone and step.action != "undo"]


def decided(steps: Sequence[Step]) -> list[Decision]:
    return [decision for step in standing_steps(steps) if (decision := step.decision)]


def is_asked(key: str) -> bool:
    """Whether a sentence of the draft is put to the reviewers."""
    return not key.startswith(SETTLED)


class Book:
    """The reviews of one store. `now` is the clock."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._engine = engine
        self._now = now

    def open(self, audit: int, report: Report) -> State:
        """The review of an audit; at its first opening with what still stands of the decisions about an earlier audit."""
        if known := self.known(audit):
            return known
        try:
            with exclusive(self._engine) as connection:
                self._begin(connection, audit, report)
        except IntegrityError:
            pass  # somebody else has just opened it
        made = self.known(audit)
        assert made is not None, "a review that is begun is there"
        return made

    def known(self, audit: int) -> State | None:
        """The review of an audit, None when nobody has opened it."""
        with self._engine.connect() as connection:
            return self._state(connection, audit)

    def former(self, state: State, report: Report) -> dict[str, tuple[Decision, ...]]:
        """Sentence key → what was decided about it at the earlier audit, where its proofs have changed since."""
        if state.after is None:
            return {}
        with self._engine.connect() as connection:
            before, steps = _sections(connection, state.after), _steps(connection, state.after)
        carried = carry_over(decided(steps), report.draft.sections, fingerprints(report), before)
        return {waiting.key: waiting.former for waiting in carried.to_decide if waiting.former}

    def write(self, audit: int, steps: Sequence[Step], seen: int | None = None) -> None:
        """Adds steps. `seen`: the last step on their sentence that their author knew of. Raises Shut, or Overtaken."""
        with exclusive(self._engine) as connection:
            state = self._open_one(connection, audit)
            touched = {step.key for step in steps if step.key}
            theirs = [step for step in state.steps if step.key in touched and step.action != "comment" and step.id > (seen or 0)]
            if seen is not None and theirs:
                if len(steps) == 1 and _same(steps[0], theirs[-1]):
                    return  # a form that was sent twice
                raise Overtaken(theirs)
            self._add(connection, audit, steps)

    def undo(self, audit: int, by: str) -> Step | None:
        """Undoes the last decision of this person that nobody has decided over since; None when there is none. Raises Shut."""
        with exclusive(self._engine) as connection:
            state = self._open_one(connection, audit)
            last: dict[str, Step] = {}
            for step in standing_steps(state.steps):
                if step.action in ACTIONS and not step.carried:
                    last[step.key] = step
            own = max((step for step in last.values() if step.by == by), key=lambda step: step.id, default=None)
            if own:
                self._add(connection, audit, [Step("undo", own.key, by=by, undoes=own.id)])
            return own

    def propose(self, audit: int, by: str, level: int | None) -> None:
        """The number of @ that the reviewers propose to the jury. Raises Shut."""
        with exclusive(self._engine) as connection:
            self._open_one(connection, audit)
            self._add(connection, audit, [Step("level", text=_told(level), by=by)], level=level)

    def sign(self, audit: int, by: str, level: int | None, version: int) -> None:
        """Raises Shut, and Overtaken with what came after the `version` that the person had read."""
        with exclusive(self._engine) as connection:
            state = self._open_one(connection, audit)
            if state.version != version:
                raise Overtaken([step for step in state.steps if step.id > version])
            signature = {"level": level, "state": SIGNED, "signed_by": by, "signed_at": self._now()}
            self._add(connection, audit, [Step("sign", text=_told(level), by=by)], **signature)

    def reopen(self, audit: int, by: str) -> None:
        """A signed review may be worked on again; that it was signed stays written."""
        with exclusive(self._engine) as connection:
            state = self._state(connection, audit)
            if state and state.signed:
                self._add(connection, audit, [Step("reopen", by=by)], state=OPEN, signed_by=None, signed_at=None)

    def _begin(self, connection: Connection, audit: int, report: Report) -> None:
        host = select(audits.c.host).where(audits.c.id == audit).scalar_subquery()
        earlier = (
            select(reviews.c.audit_id)
            .join(audits, audits.c.id == reviews.c.audit_id)
            .where(audits.c.host == host, audits.c.id < audit)
            .order_by(audits.c.id.desc())
        )
        after = connection.execute(earlier.limit(1)).scalar()
        row = {"audit_id": audit, "state": OPEN, "version": 0, "left": 0, "total": 0, "after": after}
        connection.execute(insert(reviews).values(**row))
        if after is not None:
            log = decided(_steps(connection, after))
            carried = carry_over(log, report.draft.sections, fingerprints(report), _sections(connection, after))
            kept = [Step(carried=True, **decision.model_dump()) for decision in carried.kept]
            connection.execute(insert(decisions), [_row(audit, step) for step in kept]) if kept else None
        self._tally(connection, audit)

    def _open_one(self, connection: Connection, audit: int) -> State:
        state = self._state(connection, audit)
        if state is None or state.signed:
            raise Shut
        return state

    def _add(self, connection: Connection, audit: int, steps: Sequence[Step], **values: Any) -> None:
        now = self._now()
        connection.execute(insert(decisions), [{**_row(audit, step), "at": now} for step in steps])
        self._tally(connection, audit, **values)

    @staticmethod
    def _tally(connection: Connection, audit: int, **more: Any) -> None:
        """Counts again what is left to decide; the version is the last step's number."""
        asked = [s.key for section in _sections(connection, audit) for s in section.sentences if is_asked(s.key)]
        done = {decision.key for decision in decided(_steps(connection, audit))}
        newest = select(func.coalesce(func.max(decisions.c.id), 0)).where(decisions.c.audit_id == audit).scalar_subquery()
        values = {"version": newest, "left": sum(key not in done for key in asked), "total": len(asked), **more}
        connection.execute(update(reviews).where(reviews.c.audit_id == audit).values(**values))

    @staticmethod
    def _state(connection: Connection, audit: int) -> State | None:
        row = connection.execute(select(reviews).where(reviews.c.audit_id == audit)).mappings().one_or_none()
        if row is None:
            return None
        told = {name: value for name, value in row.items() if name != "audit_id"}
        return State(audit=audit, steps=tuple(_steps(connection, audit)), **told)


def _steps(connection: Connection, audit: int) -> list[Step]:
    rows = connection.execute(select(decisions).where(decisions.c.audit_id == audit).order_by(decisions.c.id)).mappings()
    return [Step(**{name: value for name, value in row.items() if name != "audit_id"}) for row in rows]


def _row(audit: int, step: Step) -> dict[str, Any]:
    names = ("key", "action", "text", "comment", "section", "fingerprint", "by", "at", "undoes", "carried")
    return {"audit_id": audit, **{name: getattr(step, name) for name in names}}


def _sections(connection: Connection, audit: int) -> list[SectionRecord]:
    """The draft's sections with the keys and the findings of their sentences, which is what decisions are carried over by."""
    columns = (sentences.c.title, sentences.c.key, sentences.c.findings)
    made: list[tuple[str, list[SentenceRecord]]] = []
    for title, key, findings in connection.execute(
        select(*columns).where(sentences.c.audit_id == audit).order_by(sentences.c.id)
    ):
        if key is None:
            made.append((title, []))
        else:
            made[-1][1].append(SentenceRecord(key=key, text="", findings=tuple(findings or ())))
    return [SectionRecord(title=title, sentences=tuple(told)) for title, told in made]


def _told(level: int | None) -> str:
    return "" if level is None else str(level)


def _same(one: Step, other: Step) -> bool:
    return (one.action, one.text, one.section, one.by) == (other.action, other.text, other.section, other.by)
