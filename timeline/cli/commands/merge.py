"""Say that two events or more are one."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli.completing import keys as known_keys
from timeline.cli.database import common
from timeline.cli.person import decide, person_options


@click.command()
@click.argument(
    "keys",
    nargs=-1,
    required=True,
    metavar="ID ID...",
    shell_complete=known_keys,
    help="Events, by their keys or the first signs of them.",
)
@person_options
@common
def command(keys: tuple[str, ...], person: dict[str, Any]) -> None:
    """Say that two events or more are one, whatever the rules say.

    Their claims stay together when documents come, go or are read anew, until you undo it or split them.
    """
    if len(keys) < 2:
        raise click.UsageError("Name two events or more.")
    decide("merge", keys, person, "merged")
