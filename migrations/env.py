"""Run the migrations on a connection that `timeline.store.migrate` hands over, or on `alembic -x db=PATH …`."""

from __future__ import annotations

from pathlib import Path

from alembic import context
from sqlalchemy import Connection

from timeline.errors import InputError
from timeline.store.dialect import is_ours_to_compare
from timeline.store.engine import engine
from timeline.store.schema import metadata


def migrate(connection: Connection) -> None:
    """All in the one transaction that the caller has begun: a failure leaves the file as it was."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        transactional_ddl=True,
        render_as_batch=True,
        include_object=is_ours_to_compare,
    )
    with context.begin_transaction():
        context.run_migrations()


def from_command_line() -> None:
    """`alembic -x db=data/timeline.db upgrade head`, for those who write migrations."""
    path = context.get_x_argument(as_dictionary=True).get("db")
    if path is None:
        raise InputError("say which database: alembic -x db=PATH …")
    with engine(Path(path), migrating=True).begin() as connection:
        migrate(connection)


handed_over = context.config.attributes.get("connection")
if handed_over is not None:
    migrate(handed_over)
else:
    from_command_line()
