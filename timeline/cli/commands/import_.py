"""Take in a chronology made elsewhere, or another's decisions."""

from __future__ import annotations

import sys

import click

from timeline.cli import console
from timeline.cli.commands.add import summary
from timeline.cli.database import chosen, common


@click.command()
@click.argument(
    "path",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    help="JSON, TimelineJS or CSV; - is standard input.",
)
@click.option("--source", metavar="TITLE", help="What to call it among the sources.  [default: the file's name]")
@common
def command(path: str, source: str | None) -> None:
    """Take in a chronology made elsewhere, or another's decisions.

    Events of `timeline show -f json`, TimelineJS JSON, or CSV with columns such as date, text, source become claims of
    a source, linked with what documents tell. `timeline decisions -f json` of another database with the same documents
    holds here too; what is in it already is not taken twice.
    """
    from timeline import library

    if path == "-":
        data, name = sys.stdin.buffer.read(), "standard input"
    else:
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib costs a start-up
            data, name = file.read(), path
    with library.open(chosen()) as timeline:
        before = len(timeline.decisions()) if timeline.store.exists else 0
        report = timeline.take(data, name, source)
        taken = len(timeline.decisions()) - before
    for problem in report.problems:
        console.remark(f"{problem.severity}: {problem.uri}: {problem.message}")
    if taken:
        console.remark(f"{taken} decisions taken in")
    console.remark(next(summary(report)))
