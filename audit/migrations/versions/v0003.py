"""What the lists of audits ask for stands in columns; the version is Alembic"s."""

from collections import Counter

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Columns of `audits` that repeat the head and count the verdicts."""
    op.drop_table("store_version")
    with op.batch_alter_table("audits") as table:
        table.add_column(sa.Column("commune", sa.Text, nullable=False, server_default=""))
        table.add_column(sa.Column("insee", sa.String(5), nullable=False, server_default=""))
        table.add_column(sa.Column("department", sa.Text, nullable=False, server_default=""))
        table.add_column(sa.Column("population", sa.Integer))
        table.add_column(sa.Column("counts", sa.JSON, nullable=False, server_default="{}"))
        table.create_index("ix_audits_insee", ["insee"])
    connection = op.get_bind()
    audits = sa.table(
        "audits",
        *(sa.column(name) for name in ("id", "commune", "insee", "department", "population")),
        sa.column("head", sa.JSON),
        sa.column("counts", sa.JSON),
    )
    findings = sa.table("findings", sa.column("audit_id"), sa.column("verdict"))
    for number, head in connection.execute(sa.select(audits.c.id, audits.c.head)).all():
        told = head.get("commune") or {}
        verdicts = connection.execute(sa.select(findings.c.verdict).where(findings.c.audit_id == number)).scalars()
        connection.execute(
            sa.update(audits)
            .where(audits.c.id == number)
            .values(
                commune=told.get("name") or "",
                insee=told.get("insee") or "",
                department=told.get("department") or "",
                population=told.get("population"),
                counts=dict(Counter(verdicts)),
            )
        )
