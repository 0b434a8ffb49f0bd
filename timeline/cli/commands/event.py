"""Show one event: every source, its words, and how it was dated."""

from __future__ import annotations

import click

from timeline.cli.database import chosen, common
from timeline.cli.naming import one_event
from timeline.cli.number import Whole
from timeline.cli.output import DEFAULT, Output, output_options


@click.command()
@one_event
@click.option("--context", type=Whole(min=1), metavar="N", help="N sentences before and after each quote.")
@output_options
@common
def command(key: str, context: int | None, out: Output) -> None:
    """Show one event: every source, its words, and how it was dated.

    ID is the event's key, or as many of its first signs as tell it from others.
    """
    from timeline import library
    from timeline.library.around import widened
    from timeline.render.detail import detail

    if context and out.name != DEFAULT:
        raise click.UsageError("--context goes with the page, not with a format; the text of documents is in SQL.")
    with library.open(chosen(), create=False) as timeline:
        row = timeline.store.ledger.row(key)
        if context:
            (row,) = widened([row], timeline.store, context)
        out.write(detail(row, out.page) if out.name == DEFAULT else out.format.render([row], out.page))
