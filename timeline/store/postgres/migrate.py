"""Make the tables, or bring them to this program's schema: all in one transaction, which leaves all or nothing."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import psycopg

from timeline.store.identity import HEAD
from timeline.store.postgres import identity
from timeline.store.postgres.session import connection
from timeline.store.postgres.trouble import plainly, trouble

if TYPE_CHECKING:
    from timeline.store.postgres.address import Address


def revision(address: Address) -> str | None:
    """Of the schema that is there; None where there is no timeline yet. StoreError for another's tables."""
    with closing(connection(address)) as asked, plainly(address.name):
        return identity.revision(_Plain(asked), address.name)


def verify(address: Address) -> None:
    """That there is a timeline at this program's schema; StoreError otherwise."""
    with closing(connection(address)) as asked, plainly(address.name):
        identity.verify_current(_Plain(asked), address.name)


def upgrade(address: Address) -> bool:
    """Bring a database to HEAD, an empty one too; whether there was anything to do.

    The server undoes what fails, so no copy is made before. Two who come at once do it one after the other.
    """
    if revision(address) == HEAD:
        return False
    from sqlalchemy.exc import DBAPIError

    from timeline.store.migrate import ONE_AT_A_TIME, to_head
    from timeline.store.postgres.engine import engine

    made = engine(address, migrating=True)
    try:
        with ONE_AT_A_TIME, made.begin() as migrating:
            to_head(migrating)
    except DBAPIError as error:
        raise trouble(error.orig or error, address.name) from error
    finally:
        made.dispose()
    return True


class _Plain:
    """A connection before it is known whose it is."""

    def __init__(self, asked: psycopg.Connection) -> None:
        self._asked = asked

    def execute(self, sql: str) -> psycopg.Cursor:
        """As it stands."""
        return self._asked.execute(sql.encode())
