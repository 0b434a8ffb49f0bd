"""Take claims out of an event, into one of their own."""

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
    metavar="ID [ID]",
    shell_complete=known_keys,
    help="One event with --claim, or two that are to stay two.",
)
@click.option(
    "--claim", "claims", multiple=True, metavar="N", help="A claim that leaves: its number in `timeline event`, or key."
)
@person_options
@common
def command(keys: tuple[str, ...], claims: tuple[str, ...], person: dict[str, Any]) -> None:
    """Take claims out of an event, into one of their own.

    With two IDs: these two events never become one.

    \b
    timeline event 7f3a                       numbers its claims
    timeline split 7f3a --claim 2 --claim 3   the second and third are another event
    """
    if len(keys) > 2 or (len(keys) == 2 and claims) or (len(keys) == 1 and not claims):
        raise click.UsageError("Name one event and its claims that leave with --claim, or two events to keep apart.")
    decide("split", keys, person, "split" if claims else "kept apart", claims=claims)
