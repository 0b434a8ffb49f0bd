"""Build the events anew from all claims."""

from __future__ import annotations

import click

from timeline.cli import console
from timeline.cli.database import chosen, common
from timeline.render.number import counted


@click.command()
@common
def command() -> None:
    """Build the events anew from all claims.

    `add` does this itself; the same claims give the same events.
    """
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        report = timeline.link()
    console.remark(f"{counted(report.claims, 'claim')} · {counted(report.events, 'event')}")
