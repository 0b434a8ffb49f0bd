"""Put hidden events back on the timeline."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli.completing import keys as known_keys
from timeline.cli.database import common
from timeline.cli.person import decide_each, person_options


@click.command()
@click.argument("keys", nargs=-1, required=True, metavar="ID...", shell_complete=known_keys)
@person_options
@common
def command(keys: tuple[str, ...], person: dict[str, Any]) -> None:
    """Put hidden events back on the timeline; `show --hidden` lists them."""
    decide_each("unhide", keys, person)
