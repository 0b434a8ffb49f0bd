"""Put hidden events back on the timeline."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli.database import common
from timeline.cli.naming import some_events
from timeline.cli.person import decide_each, person_options


@click.command()
@some_events
@person_options
@common
def command(keys: tuple[str, ...], person: dict[str, Any]) -> None:
    """Put hidden events back on the timeline; `show --hidden` lists them."""
    decide_each("unhide", keys, person, "shown again")
