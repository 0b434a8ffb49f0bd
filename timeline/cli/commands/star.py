"""Mark events that matter to you."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli.database import common
from timeline.cli.naming import some_events
from timeline.cli.person import decide_each, person_options


@click.command()
@some_events
@click.option("--off", is_flag=True, help="Take the mark off.")
@person_options
@common
def command(keys: tuple[str, ...], off: bool, person: dict[str, Any]) -> None:
    """Mark events that matter to you; `show --starred` shows them alone."""
    decide_each("star", keys, person, "unstarred" if off else "starred", on=not off)
