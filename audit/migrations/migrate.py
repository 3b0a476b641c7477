"""Runs the migrations that an older store lacks, inside the caller's transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

HERE = Path(__file__).parent


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration; there is no file of it."""
    made = Config(attributes={"connection": connection})
    made.set_main_option("script_location", str(HERE).replace("%", "%%"))
    return made


def upgrade(connection: Connection, version: str) -> None:
    """From `version` to the head."""
    asked = config(connection)
    command.stamp(asked, version)
    command.upgrade(asked, "head")


def versions() -> list[str]:
    """Every version there is, oldest first."""
    return [script.revision for script in ScriptDirectory.from_config(config()).walk_revisions()][::-1]
