"""The desk's tables, in the store beside the audits they are about."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, LargeBinary, String, Table, Text

from audit.tables import UTCDateTime, metadata

accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(80), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    Column("password", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
)
"""Who may sign in. `password`: an argon2 hash, '' for whoever comes by OIDC only. One that is left is inactive: its decisions stay."""

sessions = Table(
    "sessions",
    metadata,
    Column("token", LargeBinary(32), primary_key=True),
    Column("account_id", ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("until", UTCDateTime, nullable=False),
)
"""Who is signed in. `token`: the digest of what the browser holds, so that a copy of the store opens nothing."""

attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("what", String(160), nullable=False, index=True),
    Column("at", UTCDateTime, nullable=False),
)
"""Sign-ins that failed, by account and by address."""

reviews = Table(
    "reviews",
    metadata,
    Column("audit_id", ForeignKey("audits.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String(16), nullable=False, index=True),
    Column("level", Integer),
    Column("signed_by", String(80)),
    Column("signed_at", UTCDateTime),
    Column("version", Integer, nullable=False),
    Column("left", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("after", ForeignKey("audits.id", ondelete="SET NULL")),
)
"""One row an audit that somebody opened. `state`: open or signed. `level`: the number of @ proposed. `version` grows with each
decision. `left` of `total` sentences are to be decided. `after`: the earlier audit whose decisions were carried over.
"""

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("audit_id", ForeignKey("audits.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("key", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("text", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("fingerprint", String(64), nullable=False),
    Column("by", String(80), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Column("undoes", Integer),
    Column("carried", Boolean, nullable=False),
)
"""What was done, only ever added to. `action`: of a sentence keep, edit, drop, add or comment; of the review level, sign, reopen; or
undo, of the row `undoes`. `carried`: decided at an earlier audit, and its proofs are still the same.
"""

cases = Table(
    "cases",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("audit_id", ForeignKey("audits.id", ondelete="SET NULL"), index=True),
    Column("check", String(64), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("url", Text, nullable=False),
    Column("quote", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("html", Text, nullable=False),
    Column("by", String(80), nullable=False),
    Column("at", UTCDateTime, nullable=False),
)
"""What a person says a check got wrong: on this page it must say `verdict` (present or absent). `html`: the page as it was read."""
