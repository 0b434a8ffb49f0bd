"""Bring an older database to this program's schema."""

from __future__ import annotations

import click

from timeline.cli import console
from timeline.cli.database import chosen, common, named


@click.command()
@common
def command() -> None:
    """Bring an older database to this program's schema, with a backup made first.

    All or nothing: a failure leaves the database as it was. A newer one, or another program's, is refused. On a
    PostgreSQL server no copy is made, and an empty database gets the schema.
    """
    from timeline.store.database import database

    done = database(chosen()).migrate()
    console.remark(f"{named()} is up to date" if done is None else f"{named()} is up to date now{done}")
