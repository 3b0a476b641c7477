"""The tables of the store: one schema for both databases, no column per feature.

A change here is a migration there: `audit/migrations/versions`.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator


class UTCDateTime(TypeDecorator[datetime]):
    """A moment, in UTC on both sides: SQLite forgets time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        return value.replace(tzinfo=UTC) if value else None


metadata = MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "fk": "fk_%(table_name)s_%(column_0_name)s"}
)

audits = Table(
    "audits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("host", String(255), nullable=False, index=True),
    Column("as_of", Date, nullable=False),
    Column("finished_at", UTCDateTime, nullable=False),
    Column("head", JSON, nullable=False),
    Column("commune", Text, nullable=False, server_default=""),
    Column("insee", String(5), nullable=False, server_default="", index=True),
    Column("department", Text, nullable=False, server_default=""),
    Column("population", Integer),
    Column("counts", JSON, nullable=False, server_default="{}"),
    Index("ix_audits_words", "host", "commune", "department", "insee"),
)
"""One row an audit; `head` holds what is told once: commune, coverage, notices, participations. The last columns repeat what
lists ask for; `counts` is verdict -> number of findings.
"""

findings = Table(
    "findings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("audit_id", ForeignKey("audits.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("check", String(64), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("trust", String(8), nullable=False),
    Column("pages", Integer, nullable=False),
    Column("more", JSON, nullable=False),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("finding_id", ForeignKey("findings.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("url", Text, nullable=False),
    Column("excerpt", Text, nullable=False),
    Column("selector", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("fetched_at", String(40), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("more", JSON, nullable=False),
)

sentences = Table(
    "sentences",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("audit_id", ForeignKey("audits.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("section", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("key", Text),
    Column("text", Text),
    Column("findings", JSON),
    Column("ask", Boolean),
    Column("more", JSON, nullable=False),
)

broken_links = Table(
    "broken_links",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("audit_id", ForeignKey("audits.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("page", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("outcome", String(64), nullable=False),
)

walks = Table(
    "walks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("url", Text, nullable=False, unique=True),
    Column("terms", Text, nullable=False),
    Column("begun_at", UTCDateTime, nullable=False),
    Column("owner", String(255), nullable=False),
    Column("lease_until", UTCDateTime, nullable=False),
)
"""One row a walk under way. `owner`: machine, process and when it began; '' when it was left."""

memories = Table(
    "memories",
    metadata,
    Column("url", String(2048), primary_key=True),
    Column("catalogue", String(32), nullable=False),
    Column("pages", LargeBinary, nullable=False),
)
"""What the last audit of an address knew of its pages, by the rules of that time (`audit.memory`)."""

link_lives = Table(
    "link_lives",
    metadata,
    Column("url", String(2048), primary_key=True),
    Column("lives", LargeBinary, nullable=False),
)
"""Since when the links of an audited address are known, whatever the rules (`audit.lives`)."""

silences = Table(
    "silences",
    metadata,
    Column("host", String(255), primary_key=True),
    Column("until", UTCDateTime, nullable=False),
    Column("strikes", Integer, nullable=False),
)
"""The hosts that asked not to be spoken to for a while."""

watches = Table(
    "watches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String(2048), nullable=False, unique=True),
    Column("url", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("insee", String(5), nullable=False),
    Column("every", Float, nullable=False),
    Column("allow_private", Boolean, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("added_at", UTCDateTime, nullable=False),
    Column("due_at", UTCDateTime, nullable=False),
    Column("owner", String(255), nullable=False, index=True),
    Column("lease_until", UTCDateTime, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("interval", Float, nullable=False),
    Column("same", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("turn", String(16), nullable=False),
    Column("outcome", String(64), nullable=False),
    Column("moved", Text, nullable=False),
    Column("first_seen", UTCDateTime),
    Column("last_alive", UTCDateTime),
    Column("changed_at", UTCDateTime),
    Column("visited_at", UTCDateTime),
    Column("seconds", Float, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("audit_id", ForeignKey("audits.id", ondelete="SET NULL")),
    Index("ix_watches_due", "paused", "due_at"),
)
"""One row a site that is audited again and again (`audit.watch`); `key`: what makes two addresses the same site. `every`, `interval`: days asked for, and as they came to be.
`owner` has it until `lease_until`; `attempts`: how often it was begun since it was last ended. `turn` and `outcome`: how the last
visit went, in `same` and `failures` how often that came in a row; `seconds` and `pages` what it cost.
"""

addresses = Table(
    "addresses",
    metadata,
    Column("address", String(64), primary_key=True),
    Column("free_at", Float, nullable=False),
)
"""When an IP address may be spoken to again by any process, in seconds since 1970."""
