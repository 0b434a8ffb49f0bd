"""Ask the database in SQL; nothing can be changed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from timeline.cli.database import chosen, common
from timeline.cli.output import Output, output_options

if TYPE_CHECKING:
    from typing import IO


def _parameters(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> dict[str, object]:
    parameters: dict[str, object] = {}
    for value in values:
        name, sign, rest = value.partition("=")
        if not sign or not name.isidentifier():
            raise click.BadParameter(f"'{value}' is not NAME=VALUE.", ctx, param)
        parameters[name] = int(rest) if rest.lstrip("-").isdecimal() and str(int(rest)) == rest else rest
    return parameters


class _Commented(click.Command):
    """A query may begin with a comment: `-- like this` is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; a blank before the two dashes is nothing to SQL."""
        return super().parse_args(
            ctx, [f" {word}" if word[:2] == "--" and word[2:3].isspace() else word for word in args]
        )


@click.command(cls=_Commented)
@click.argument("query", required=False, help="One statement that reads; - is standard input.")
@click.option("-i", "--input", "file", type=click.File(encoding="utf-8"), help="Read the query from a file.")
@click.option(
    "-p",
    "--param",
    "parameters",
    multiple=True,
    metavar="NAME=VALUE",
    callback=_parameters,
    help="A value for :NAME in the query.",
)
@click.option(
    "--seconds",
    type=click.FloatRange(min=0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="Give up after so long.",
)
@click.option("--explain", is_flag=True, help="Show which indexes the query takes, in place of its answer.")
@output_options
@common
def command(
    query: str | None,
    file: IO[str] | None,
    parameters: dict[str, object],
    seconds: float,
    *,
    explain: bool,
    out: Output,
) -> None:
    """Ask the database in SQL; nothing can be changed.

    The views are timeline (one row an event), evidence (one row a claim) and disputed (pairs of claimed dates).

    \b
    timeline sql "select date, title, sources from timeline where year between 1990 and 2000"
    timeline sql "select * from evidence where event_key = :key" -p key=abcd23efgh45 -f json
    """
    from timeline import library

    if (query is None) == (file is None):
        raise click.UsageError(f"Give a query, or a file with -i{'; not both' if query else ''}.")
    text = query if query is not None and query != "-" else (file or sys.stdin).read()
    if explain:
        text = f"explain {'' if '://' in chosen() else 'query plan '}{text}"
    with (
        library.open(chosen(), create=False) as timeline,
        timeline.store.sql(text, parameters, seconds=seconds) as answer,
    ):
        out.write(out.tabulated(answer.columns, answer.prompt()))
