"""Take documents away again, with all that they said."""

from __future__ import annotations

import click

from timeline.cli import console
from timeline.cli.completing import sources
from timeline.cli.database import chosen, common
from timeline.render.number import counted


@click.command()
@click.argument(
    "uris",
    nargs=-1,
    required=True,
    metavar="PATH...",
    shell_complete=sources,
    help="What was added: files, archives, folders.",
)
@common
def command(uris: tuple[str, ...]) -> int:
    """Take documents away again, with all that they said.

    A PATH as it was added (`timeline sql "select distinct document from evidence"` lists them), or spelled otherwise;
    an archive's name takes its parts along, a folder's all that lies in it. What other documents say of the same events
    stays.
    """
    from timeline import library
    from timeline.library.removing import remove

    with library.open(chosen(), create=False) as timeline:
        gone = {uri: remove(timeline.store, uri) for uri in uris}
        report = timeline.link() if any(gone.values()) else None
    for uri in (uri for uri, number in gone.items() if not number):
        console.remark(f"not there: {uri}")
    if report is None:
        return 1
    left = f"{counted(report.documents, 'document')} · {counted(report.events, 'event')} left"
    console.remark(f"{sum(gone.values())} removed · {left}")
    return 0 if all(gone.values()) else 3
