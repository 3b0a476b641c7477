"""Watching: sites, when they are due, and what became of the last visit; the turns of addresses."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Its tables."""
    op.create_table(
        "watches",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(2048), nullable=False, unique=True),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("insee", sa.String(5), nullable=False),
        sa.Column("every", sa.Float, nullable=False),
        sa.Column("allow_private", sa.Boolean, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("added_at", sa.DateTime, nullable=False),
        sa.Column("due_at", sa.DateTime, nullable=False),
        sa.Column("owner", sa.String(255), nullable=False),
        sa.Column("lease_until", sa.DateTime, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("interval", sa.Float, nullable=False),
        sa.Column("same", sa.Integer, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("turn", sa.String(16), nullable=False),
        sa.Column("outcome", sa.String(64), nullable=False),
        sa.Column("moved", sa.Text, nullable=False),
        sa.Column("first_seen", sa.DateTime),
        sa.Column("last_alive", sa.DateTime),
        sa.Column("changed_at", sa.DateTime),
        sa.Column("visited_at", sa.DateTime),
        sa.Column("seconds", sa.Float, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("audit_id", sa.Integer, sa.ForeignKey("audits.id", ondelete="SET NULL", name="fk_watches_audit_id")),
    )
    op.create_index("ix_watches_due", "watches", ["paused", "due_at"])
    op.create_index("ix_watches_owner", "watches", ["owner"])
    op.create_table(
        "addresses",
        sa.Column("address", sa.String(64), primary_key=True),
        sa.Column("free_at", sa.Float, nullable=False),
    )
