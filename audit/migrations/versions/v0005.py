"""Watching: sites, when they are due, and what became of each visit."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Its tables."""
