"""List what could not be read, or only in part."""

from __future__ import annotations

import click

from timeline.cli.database import chosen, common
from timeline.cli.output import Output, output_options

COLUMNS = ("severity", "uri", "stage", "code", "message")


@click.command()
@click.option("--severity", type=click.Choice(("failed", "partial", "note")), multiple=True, help="Only these.")
@output_options
@common
def command(severity: tuple[str, ...], out: Output) -> None:
    """List what could not be read, or only in part, and what was remarkable (a document without any date)."""
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        found = [problem for problem in timeline.store.problems() if not severity or problem.severity in severity]
    rows = ([getattr(problem, name) for name in COLUMNS] for problem in found)
    out.write(out.tabulated(COLUMNS, rows))
