"""Verify that the database is whole."""

from __future__ import annotations

import click

from timeline.cli import console
from timeline.cli.database import chosen, common


@click.command()
@common
def command() -> int:
    """Verify that the database is whole: its pages, references, full-text index, text hashes and counts."""
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        faults = timeline.store.check()
    for fault in faults:
        console.remark(str(fault))
    console.remark(f"{len(faults)} faults" if faults else f"{chosen()} is whole")
    return 1 if faults else 0
