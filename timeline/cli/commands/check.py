"""Verify that the database is whole."""

from __future__ import annotations

import click

from timeline.cli import console
from timeline.cli.database import chosen, common, named
from timeline.render.number import counted


@click.command()
@click.option("--deep", is_flag=True, help="The hash of every text, every quote, and the full-text index too.")
@common
def command(deep: bool) -> int:
    """Verify that the database is whole: its pages, references and counts.

    With --deep nothing is taken on trust: one changed byte in a stored text is found, and its document named.
    `timeline recover` saves what a damaged database still holds.
    """
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        findings = timeline.store.check(deep=deep)
    for finding in findings:
        console.remark(str(finding))
    sound = f"{named()} is whole" + ("" if deep else "; its texts were not read (--deep)")
    console.remark(counted(len(findings), "fault") if findings else sound)
    return 1 if findings else 0
