"""Save what a damaged database still holds."""

from __future__ import annotations

import click

from timeline.cli import console
from timeline.cli.completing import files
from timeline.cli.database import common
from timeline.render.number import counted

SOME_LOST = 3


@click.command()
@click.argument("damaged", shell_complete=files, help="The database that is damaged; it is only read.")
@click.argument("out", shell_complete=files, help="Where to write what is saved; a file that is not there yet.")
@common
def command(damaged: str, out: str) -> int:
    """Save what a damaged database still holds.

    DAMAGED is only read; OUT is a new database with every document, claim and decision that is left, and its events
    made anew. What could not be saved is told, and the exit code is 3 then.
    """
    from timeline.library.recovering import recover

    account = recover(damaged, out)
    for line in account.remarks:
        console.remark(line)
    for line in account.lost:
        console.remark(f"lost: {line}")
    told = (
        *(counted(account.documents, "document"), counted(account.claims, "claim")),
        *(counted(account.events, "event"), counted(account.decisions, "decision")),
    )
    console.remark(f"{' · '.join(told)}   {out}")
    console.remark(f"not saved: {counted(len(account.lost), 'thing')}" if account.lost else "nothing was lost")
    return SOME_LOST if account.lost else 0
