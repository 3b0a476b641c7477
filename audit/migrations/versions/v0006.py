"""Since when the links of a site are known, and when they last answered."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Their table."""
    op.create_table(
        "link_lives",
        sa.Column("url", sa.String(2048), primary_key=True),
        sa.Column("lives", sa.LargeBinary, nullable=False),
    )
