"""Put labels on an event, or take them off."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli.database import common
from timeline.cli.naming import one_event
from timeline.cli.person import decide, person_options


@click.command()
@one_event
@click.argument("labels", nargs=-1, required=True, metavar="LABEL...", help="Words of your own.")
@click.option("--remove", is_flag=True, help="Take these labels off.")
@person_options
@common
def command(key: str, labels: tuple[str, ...], remove: bool, person: dict[str, Any]) -> None:
    """Put labels on an event, or take them off; `show --label LABEL` finds it again."""
    if remove:
        decide("label", [key], person, "unlabelled", remove=list(labels))
    else:
        decide("label", [key], person, "labelled", add=list(labels))
