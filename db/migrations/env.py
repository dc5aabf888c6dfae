"""Run by Alembic: applies migrations over the connection that ``db.migrate`` hands in."""

from alembic import context

from db.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
