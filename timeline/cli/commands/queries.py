"""List the queries that were saved by name."""

from __future__ import annotations

from typing import Any

import click

from timeline.cli import console
from timeline.cli.completing import queries
from timeline.cli.database import chosen, common
from timeline.cli.output import DEFAULT, Output, output_options


@click.command()
@click.option("--forget", metavar="NAME", shell_complete=queries, help="Take one away, and its view.")
@output_options
@common
def command(forget: str | None, out: Output) -> None:
    """List the queries that were saved by name.

    \b
    timeline show --since 1988 --actor Armenia --save karabakh    saves one
    timeline show @karabakh                                       asks it again
    timeline sql "select date, title from karabakh"               the same as a view
    """
    from timeline import library

    with library.open(chosen(), create=False) as timeline:
        if forget is not None:
            timeline.store.saved.forget(forget.removeprefix("@"))
            console.remark(f"forgotten: {forget}")
            return
        saved = timeline.store.saved.all()
    if saved or out.name != DEFAULT:
        out.write(out.tabulated(("name", "options"), ((name, options(wanted)) for name, wanted in saved.items())))
    else:
        console.remark("no query is saved yet: `timeline show --since 1988 --save NAME` saves one")


def options(wanted: dict[str, Any]) -> str:
    """As they would be typed."""
    told = []
    for name, value in wanted.items():
        flag = "--" + name.replace("_", "-")
        values = value if isinstance(value, list) else [value]
        told += [flag if one is True else f"{flag} '{one}'" if " " in str(one) else f"{flag} {one}" for one in values]
    return " ".join(told)
