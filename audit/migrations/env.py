"""What Alembic runs: the migrations, on the connection that it is given."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    version_table="arobase_version",
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
