"""The database of a store: one SQLite file, or PostgreSQL for fleets; opened, made, and brought up to date."""

import asyncio
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, OperationalError

from audit import desk_tables  # noqa: F401 - its tables are the store's too
from audit.tables import metadata

log = logging.getLogger(__name__)
T = TypeVar("T")

HEAD = "0006"
"""The last of `audit/migrations/versions`."""
VERSION = "arobase_version"
"""The table that says which migrations a database has had."""
_LOCK = 0x61726F62
"""Advisory lock of PostgreSQL under which one process at a time does what must not be done twice."""


class StoreError(Exception):
    """The store cannot be opened, is another program's or of another version, or does not hold what was asked."""


class StoreAway(StoreError):
    """The server of the store does not answer now."""


def is_server(where: str | Path) -> bool:
    """Whether this is the URL of a database server rather than the path of a file."""
    return "://" in str(where)


def opened(where: str | Path) -> Engine:
    """The engine of a store, its tables there and up to date. Raises StoreError."""
    engine = _server(str(where)) if is_server(where) else _file(Path(where))
    try:
        _bring_up_to_date(engine, where)
    except DatabaseError as error:
        engine.dispose()
        if is_server(where) and away(error):
            raise StoreAway(f"{shown(where)} cannot be reached: {str(error.orig).strip()}") from error
        raise StoreError(f"{shown(where)} is no store of arobase: {str(error.orig).strip()}") from error
    except StoreError:
        engine.dispose()
        raise
    return engine


def shown(where: str | Path) -> str:
    """The store's name for people: without its password."""
    return make_url(str(where)).render_as_string() if is_server(where) else str(where)


@contextmanager
def exclusive(engine: Engine) -> Iterator[Connection]:
    """A transaction that no other process of this store is in at the same time."""
    with engine.connect() as connection:
        _alone(connection)
        yield connection
        connection.commit()


async def lasting(do: Callable[[], T], patience: float = 600.0) -> T:
    """What `do` gives; done again while the database is away or locked, for so many seconds. Nothing half done is kept."""
    loop = asyncio.get_running_loop()
    until, pause = loop.time() + patience, 0.25
    while True:
        try:
            return do()
        except (DBAPIError, StoreAway) as error:
            if (isinstance(error, DBAPIError) and not away(error)) or loop.time() + pause > until:
                raise
            log.warning("the store is away: %s", str(error.orig if isinstance(error, DBAPIError) else error).strip())
        await asyncio.sleep(pause)
        pause = min(2 * pause, 5.0)


def away(error: DBAPIError) -> bool:
    """Whether it is the database that is away, rather than the question that is wrong."""
    return error.connection_invalidated or isinstance(error, OperationalError)


def _alone(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def _file(path: Path) -> Engine:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{path} cannot be made: {error.strerror}") from error
    engine = create_engine(URL.create("sqlite", database=str(path)))
    event.listen(engine, "connect", _prepare)
    return engine


def _server(where: str) -> Engine:
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise StoreError(f"{where} is no address of a database") from error
    if url.get_backend_name() != "postgresql":
        raise StoreError(f"{shown(where)}: a store is a file or postgresql://…")
    try:
        return create_engine(url.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise StoreError("a store on PostgreSQL needs the extra: pip install 'arobase[fleet]'") from error


def _prepare(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    for pragma in ("busy_timeout=10000", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _bring_up_to_date(engine: Engine, where: str | Path) -> None:
    """Nothing is written to what is not ours; of two processes that find an empty database one makes the tables."""
    with engine.connect() as connection:
        version = _version(connection, where)
    if version == HEAD:
        return
    with exclusive(engine) as connection:
        version = _version(connection, where)
        if version is None:
            metadata.create_all(connection)
            connection.execute(text(f"CREATE TABLE {VERSION} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
            connection.execute(text(f"INSERT INTO {VERSION} VALUES (:head)"), {"head": HEAD})  # noqa: S608
        elif version != HEAD:
            # Alembic is dear to import: only who has an older store pays for it.
            from audit.migrations.migrate import upgrade

            upgrade(connection, version)
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=WAL")


def _version(connection: Connection, where: str | Path) -> str | None:
    """The version of the store, None in an empty database. Raises StoreError when it is not ours or newer than we are."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if VERSION in tables:
        version = connection.execute(text(f"SELECT version_num FROM {VERSION}")).scalar()  # noqa: S608
    elif "store_version" in tables:
        # Before 0003 a number was kept.
        number = connection.execute(text("SELECT version FROM store_version")).scalar()
        version = f"{number:04}"
    else:
        raise StoreError(f"{shown(where)} is no store of arobase: its tables are another program's")
    if version is None or version > HEAD:
        raise StoreError(f"{shown(where)} is a store of version {version}; this arobase reads up to version {HEAD}")
    return str(version)
