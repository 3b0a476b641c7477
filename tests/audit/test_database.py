"""Every store of an earlier version is brought up to date, on both databases, and ends with the tables of a new one."""

from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, create_engine, text

from audit.database import HEAD, StoreError, opened
from audit.migrations.migrate import config, versions
from audit.store import Store
from audit.tables import metadata


def bare(where: str) -> Engine:
    return create_engine(where.replace("postgresql:", "postgresql+psycopg:") if "://" in where else f"sqlite:///{where}")


def older(where: str, version: str) -> None:
    """A store as the version of that time left it, with an audit in it."""
    engine = bare(where)
    with engine.begin() as connection:
        command.upgrade(config(connection), version)
        if version <= "0002":
            connection.execute(text("DROP TABLE arobase_version"))
            connection.execute(text("INSERT INTO store_version VALUES (:n)"), {"n": int(version)})
        head = '{"commune": {"name": "Valbrune", "insee": "25999", "population": 12}, "coverage": {"pages": 3}}'
        connection.execute(
            text(
                "INSERT INTO audits (url, host, as_of, finished_at, head) VALUES ('u', 'h', '2026-11-01', '2026-11-01 10:00', :head)"
            ),
            {"head": head},
        )
        row = "INSERT INTO findings (audit_id, \"check\", verdict, trust, pages, more) VALUES (1, 'rss', 'present', 'sure', 1, '{}')"
        connection.execute(text(row))
    engine.dispose()


def test_the_head_is_the_last_migration() -> None:
    assert versions()[-1] == HEAD


@pytest.mark.parametrize("version", versions())
def test_an_older_store_is_brought_up_to_date(where: str, version: str) -> None:
    older(where, version)
    with Store(where) as store:
        entry = store.audits()[0]
        assert entry.host == "h"
        if version < "0003":
            assert (entry.commune, entry.verdicts) == ("Valbrune", {"present": 1})
    with Store(where) as store, store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": "arobase_version"})
        assert [d for d in compare_metadata(context, metadata) if not is_version_table(d)] == []


def is_version_table(difference: Any) -> bool:
    return difference[0] == "remove_table" and difference[1].name == "arobase_version"


def test_a_new_store_has_what_the_migrations_make(where: str) -> None:
    with Store(where) as store, store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": "arobase_version"})
        assert [d for d in compare_metadata(context, metadata) if not is_version_table(d)] == []


def test_another_program_s_database_is_left_alone(where: str) -> None:
    engine = bare(where)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (id INTEGER)"))
    engine.dispose()
    with pytest.raises(StoreError, match="another program's"):
        opened(where)


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("mysql://a@127.0.0.1/b", "a store is a file or postgresql"),
        ("postgresql://a:secret@127.0.0.1:1/b", r"postgresql://a:\*\*\*@127"),
        ("http://x:y:z", "no address of a database"),
    ],
)
def test_a_server_that_is_none_is_said(where: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=says) as told:
        opened(where)
    assert "secret" not in str(told.value)
