"""Verify that the database is whole."""

from __future__ import annotations

import click

from timeline.cli import console
from timeline.cli.database import chosen, common, named
from timeline.render.number import counted


@click.command()
@common
def command() -> int:
    """Verify that the database is whole: its pages, references, full-text index, text hashes and counts."""
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        findings = timeline.store.check()
    for finding in findings:
        console.remark(str(finding))
    console.remark(counted(len(findings), "fault") if findings else f"{named()} is whole")
    return 1 if findings else 0
