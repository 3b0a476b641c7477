"""Walks under way, what is known of pages, hosts that asked for silence."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Three tables more."""
    op.create_table(
        "walks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("url", sa.Text, nullable=False, unique=True),
        sa.Column("terms", sa.Text, nullable=False),
        sa.Column("begun_at", sa.DateTime, nullable=False),
        sa.Column("owner", sa.String(255), nullable=False),
        sa.Column("lease_until", sa.DateTime, nullable=False),
    )
    op.create_table(
        "memories",
        sa.Column("url", sa.String(2048), primary_key=True),
        sa.Column("catalogue", sa.String(32), nullable=False),
        sa.Column("pages", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "silences",
        sa.Column("host", sa.String(255), primary_key=True),
        sa.Column("until", sa.DateTime, nullable=False),
        sa.Column("strikes", sa.Integer, nullable=False),
    )
