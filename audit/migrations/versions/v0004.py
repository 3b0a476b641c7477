"""The desk: accounts, reviews, decisions, cases."""

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Its tables."""
