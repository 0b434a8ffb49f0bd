"""Take back decisions."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli import console
from timeline.cli.completing import decisions
from timeline.cli.database import chosen, common
from timeline.cli.number import Whole
from timeline.cli.person import person_options


@click.command()
@click.argument(
    "numbers",
    nargs=-1,
    type=Whole(min=1),
    metavar="[NUMBER]...",
    shell_complete=decisions,
    help="Of a decision, as `timeline decisions` lists it; without one, the last.",
)
@person_options
@common
def command(numbers: tuple[int, ...], person: dict[str, Any]) -> None:
    """Take back decisions, by the numbers that `timeline decisions` lists; without one, the last.

    Taking back is a decision as well: undo its own number, and what it took back holds again.
    """
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        known = {row["number"]: row for row in timeline.decisions()}
        undone = [timeline.undo(number, **person, relink=False) for number in numbers or (None,)]
        timeline.link()
    for number in undone:
        console.remark(f"undone: {number} ({known[number]['kind']})")
