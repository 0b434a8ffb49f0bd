"""Bring an older database to this program's schema."""

from __future__ import annotations

import click

from timeline.cli import console
from timeline.cli.database import chosen, common


@click.command()
@common
def command() -> None:
    """Bring an older database to this program's schema, with a backup made first.

    All or nothing: a failure leaves the database as it was. A newer one, or another program's, is refused.
    """
    from pathlib import Path

    from timeline.store.migrate import upgrade

    path = Path(chosen())
    backup = upgrade(path)
    console.remark(f"{path} is up to date" if backup is None else f"{path} is up to date now; as it was: {backup}")
