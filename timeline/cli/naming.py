"""How a command is told which events it is about: keys, or a saved query."""

from __future__ import annotations

import click

from timeline.cli.completing import keys, queries

one_event = click.argument("key", metavar="ID", shell_complete=keys, help="The event's key, or its first signs.")
"""One event."""

some_events = click.argument(
    "keys",
    nargs=-1,
    required=True,
    metavar="ID...",
    shell_complete=keys,
    help="The events' keys, or their first signs.",
)
"""One or more."""

saved_query = click.argument(
    "named",
    required=False,
    metavar="[@NAME]",
    shell_complete=queries,
    help="A saved query; options given beside it come first.",
)
"""What `--save` kept."""
