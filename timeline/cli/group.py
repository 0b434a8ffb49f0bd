"""The root command: a command is a file of `commands/`, imported only when it is called for."""

from __future__ import annotations

import os
from importlib import import_module
from typing import cast

import click

from timeline.cli.database import common

_COMMANDS = os.path.join(os.path.dirname(__file__), "commands")  # noqa: PTH118, PTH120 - pathlib costs a start-up


class CommandsByFile(click.Group):
    """`add_event.py` is the command `add-event`, `import_.py` is `import`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands, sorted."""
        return sorted(_command(name) for name in os.listdir(_COMMANDS) if name.endswith(".py") and name[0] != "_")  # noqa: PTH208

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        return cast("click.Command", import_module(f"timeline.cli.commands.{_module(cmd_name)}").command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name where there is no such command."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], self.list_commands(ctx), n=1)
            ctx.fail(f"There is no command '{args[0]}'." + (f" Did you mean '{near[0]}'?" if near else ""))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What each command does, from the first line of its file: `--help` imports none of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary(name)) for name in self.list_commands(ctx)])


def summary(command: str) -> str:
    """The first line of a command's file."""
    with open(os.path.join(_COMMANDS, f"{_module(command)}.py"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        return file.readline().strip().strip('"')


def _command(file_name: str) -> str:
    return file_name[:-3].rstrip("_").replace("_", "-")


def _module(command: str) -> str:
    name = command.replace("-", "_")
    return f"{name}_" if name == "import" else name


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"timeline {version('timeline-db')}")
        ctx.exit()


@click.group(
    cls=CommandsByFile,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@common
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version and exit."
)
@click.pass_context
def timeline(ctx: click.Context) -> None:
    """Documents in, dated and cited events out: one file that you can ask by date, name, words or SQL.

    \b
    timeline add articles/                        read documents
    timeline show --since 1988 --actor Armenia    what happened, in order
    timeline event 7f3a                           one event: who says so, and how it was dated
    """
    if ctx.invoked_subcommand is None:
        from timeline.cli.overview import overview

        overview(ctx)
