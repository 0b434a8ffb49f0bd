"""Show what happened, in order of time."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli import console
from timeline.cli.database import chosen, common
from timeline.cli.filters import filter_options
from timeline.cli.output import Output, output_options


@click.command()
@filter_options
@click.option("-v", "--verbose", is_flag=True, help="The quotes too, with their date words marked.")
@output_options
@common
def command(verbose: bool, out: Output, **wanted: Any) -> None:
    """Show what happened, in order of time.

    A date can be EDTF, 1994, "March 2004", "44 BC" or "two weeks ago". With --since or --on, what had begun earlier and
    still went on stands in a block of its own at the end. The first column is enough for `timeline event`.
    """
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        found = timeline.find(**wanted)
        page = out.page._replace(since=found.since, until=found.until, verbose=verbose, key_length=found.key_length)
        out._replace(page=page).write(out.format.render(found.rows, page))
    if found.undated_left_out:
        console.remark(f"{found.undated_left_out} without a date (--undated shows them)")
