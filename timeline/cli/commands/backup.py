"""Copy the database while others may use it, and verify the copy."""

from __future__ import annotations

import click

from timeline.cli import console
from timeline.cli.completing import files
from timeline.cli.database import chosen, common, named


@click.command()
@click.argument("target", metavar="FILE", shell_complete=files, help="Where to copy it; a file that is not there yet.")
@common
def command(target: str) -> None:
    """Copy the database while others may use it, and verify the copy.

    A FILE that is there already is never overwritten.
    """
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        timeline.store.backup(target)
    console.remark(f"{named()} is copied to {target}, and the copy is whole")
