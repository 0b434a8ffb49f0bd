"""Take events off the timeline; nothing is deleted."""

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
    """Take events off the timeline; nothing is deleted.

    `show --hidden` lists them. Repeats of the same words stay hidden with them; what is told of much more comes back.
    """
    decide_each("hide", keys, person, "hidden")
