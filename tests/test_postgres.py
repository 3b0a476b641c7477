"""The tests' own PostgreSQL: new databases are empty, what was written outlives the server."""

import psycopg

from tests.postgres import Postgres


def test_each_database_is_new_and_outlives_its_server(postgres: Postgres, database: str) -> None:
    other = postgres.create()
    with psycopg.connect(database) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
    postgres.restart("immediate")
    with psycopg.connect(database) as connection:
        assert connection.execute("SELECT number FROM kept").fetchall() == [(7,)]
    with psycopg.connect(other) as connection:
        assert connection.execute("SELECT to_regclass('kept')").fetchall() == [(None,)]
