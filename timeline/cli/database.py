"""Which database: `--db PATH`, else $TIMELINE_DB, else the one in the settings, else data/timeline.db here."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

import click

from timeline.cli.settings import database, defaults

if TYPE_CHECKING:
    from collections.abc import Callable

DEFAULT = "data/timeline.db"
_F = TypeVar("_F", bound="Callable[..., object] | click.Command")


def common(command: _F) -> _F:
    """The options that every command has, and the root: `--db` and `--debug`, before or after the command's name."""
    for option in (
        click.option("--debug", is_flag=True, expose_value=False, help="Show the traceback of an error."),
        click.option(
            *("--db",),
            metavar="PATH",
            type=click.Path(),
            expose_value=False,
            is_eager=True,
            callback=_choose,
            help="The database: file or URL.",
        ),
    ):
        command = option(command)
    return command


def _choose(ctx: click.Context, param: click.Parameter, path: str | None) -> None:
    if path == ":memory:":
        raise click.BadParameter("a database in memory ends with the command; name a file.", ctx, param)
    if path is not None:
        ctx.find_root().meta["timeline.db"] = path
    root = ctx.find_root()
    if ctx is not root and not ctx.resilient_parsing and isinstance(root.command, click.Group):
        ctx.default_map = defaults(ctx.info_name or "", ctx.command, chosen(ctx), root.command.list_commands(root))


def named(ctx: click.Context | None = None) -> str:
    """The same as it may be printed: without a password."""
    path = chosen(ctx)
    if "://" not in path:
        return path
    from timeline.store.postgres.address import masked

    return masked(path)


def chosen(ctx: click.Context | None = None) -> str:
    """The path or URL of the database of this run; `named` is for printing."""
    meta = (ctx or click.get_current_context()).find_root().meta
    return str(meta.get("timeline.db") or os.environ.get("TIMELINE_DB") or database() or DEFAULT)
