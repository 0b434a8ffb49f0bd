"""Saved queries on the command line: `@NAME` gives back what `--save NAME` kept; options beside it come first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from timeline.library import Timeline

_TIMES = ("since", "until", "on")


def recall(timeline: Timeline, named: str | None, wanted: dict[str, Any]) -> dict[str, Any]:
    """What is wanted, completed by the saved query `@NAME`; a usage error for a name without its `@`."""
    if named is None:
        return wanted
    if not named.startswith("@"):
        raise click.UsageError(f"'{named}' is not @NAME, a saved query; to search for words, use --match.")
    from timeline.temporal.interval import Interval

    source = click.get_current_context().get_parameter_source
    recalled = dict(wanted)
    for name, value in timeline.store.saved.get(named[1:]).items():
        if source(name) is not click.core.ParameterSource.COMMANDLINE:
            recalled[name] = (
                Interval.parse(value) if name in _TIMES else tuple(value) if isinstance(value, list) else value
            )
    return recalled
