"""Write the timeline to a file that other programs read."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli import console
from timeline.cli.database import chosen, common
from timeline.cli.filters import filter_options
from timeline.cli.naming import saved_query
from timeline.cli.output import Output, output_options
from timeline.cli.recall import recall
from timeline.render.number import counted


@click.command()
@saved_query
@filter_options
@click.option("--title", default="Timeline", show_default=True, metavar="TEXT", help="Of the page or the calendar.")
@output_options
@common
def command(named: str | None, title: str, out: Output, **wanted: Any) -> None:
    """Write the timeline to a file that other programs read: a web page, a calendar, a spreadsheet, slides.

    Undated events too, where the format has a place for them. `timeline formats` lists the formats. @NAME
    is a saved query: `timeline queries` lists them.

    \b
    timeline export -o chronology.html --title "The war, 1991 to 1994" --since 1991 --until 1994
    timeline export -f ics -o dates.ics
    """
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        wanted = recall(timeline, named, wanted)
        if not wanted["undated"]:
            wanted["undated"] = None if not any(wanted[name] for name in ("since", "until", "on")) else False
        remarks: list[str] = []
        page = out.page._replace(title=title, verbose=True, key_length=timeline.store.key_length, remark=remarks.append)
        out.write(out.format.render(timeline.rows(**wanted), page))
        if out.path is not None:
            console.remark(f"{counted(timeline.count(**wanted), 'event')}   {out.path}")
    for remark in remarks:
        console.remark(remark)
