"""`-f FORMAT` and `-o FILE`: which format, and where it goes."""

from __future__ import annotations

import os
import sys
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import click

from timeline.cli import console
from timeline.cli.completing import files
from timeline.render.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from timeline.render import Format

    _Name = click.ParamType[str]
else:
    _Name = click.ParamType  # generic only in newer releases of click

_R = TypeVar("_R")
DEFAULT = "table"
_BY_SUFFIX = {"htm": "html", "jsonl": "ndjson", "md": "markdown", "tml": "timeml", "txt": "table"}


class Output(NamedTuple):
    """Where a result goes, in which format."""

    name: str
    format: Format
    page: Page
    path: str | None
    force: bool

    def write(self, pieces: Iterable[str | bytes]) -> None:
        """All pieces, to stdout or at once to the file: it is whole or it is not there."""
        if self.path is not None:
            from timeline.cli.file import write_file

            write_file(self.path, pieces, force=self.force)
        elif self.name == DEFAULT and sys.stdout.isatty():
            from timeline.cli.pager import page_out

            page_out(cast("Iterable[str]", pieces))
        else:
            for piece in pieces:
                self._print(piece)

    def _print(self, piece: str | bytes) -> None:
        if isinstance(piece, str):
            sys.stdout.write(piece)
        elif sys.stdout.isatty():
            raise click.UsageError(f"The format {self.name} is not text; name a file with -o.")
        else:
            sys.stdout.buffer.write(piece)

    def tabulated(self, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterable[str]:
        """Rows of any shape; a usage error where the format knows events only."""
        if not hasattr(self.format, "tabulate"):
            raise click.UsageError(f"The format {self.name} shows events, not rows; take table, json, csv or another.")
        return self.format.tabulate(columns, rows, self.page)


class FormatParameter(_Name):
    """A name among `render/formats/`, looked up only when one is asked for."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """As help shows it."""
        return "FORMAT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself, however its words are joined; one that is not there is a usage error."""
        from timeline.render import names

        name = str(value).replace("-", "_")
        if name not in names():
            self.fail(f"there is no format '{value}'; there are {', '.join(names())}.", param, ctx)
        return name

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """All formats that begin so."""
        from timeline.render import names

        return [click.shell_completion.CompletionItem(name) for name in names() if name.startswith(incomplete)]


def output_options(command: Callable[..., _R]) -> Callable[..., _R]:
    """`-f`, `-o` and `--force`, which the command takes as one `out`."""

    @wraps(command)
    def with_output(*arguments: Any, format: str | None, path: str | None, force: bool, **options: Any) -> _R:  # noqa: A002
        return command(*arguments, out=_output(format, path, force=force), **options)

    for option in (
        click.option("--force", is_flag=True, help="Overwrite the file of -o."),
        click.option(
            "-o",
            "path",
            metavar="FILE",
            shell_complete=files,
            help="Write to a file, all or nothing; its suffix gives the format.",
        ),
        click.option("-f", "--format", type=FormatParameter(), help="See `timeline formats`.  [default: table]"),
    ):
        with_output = option(with_output)
    return with_output


def _output(name: str | None, path: str | None, *, force: bool) -> Output:
    """What the options say; InputError where the file is there already and `--force` was not given."""
    from timeline.render import load

    if path in (None, "-"):
        return Output(name or DEFAULT, load(name or DEFAULT), console.page(), None, force)
    from timeline.cli.file import refuse_existing

    refuse_existing(path, force=force)
    if name is None or _is_settled():
        name = _by_suffix(path, name)
    return Output(name, load(name), Page(remark=console.remark), path, force)


def _by_suffix(path: str, settled: str | None) -> str:
    """The format that the suffix names; a usage error where none does, for a table in `a.xlsx` opens nowhere."""
    from timeline.render import names

    suffix = os.path.splitext(path)[1][1:].lower()  # noqa: PTH122
    name = _BY_SUFFIX.get(suffix, suffix) if suffix else settled or DEFAULT
    if name not in names() and settled is None:
        raise click.UsageError(f"No format has the suffix .{suffix}; say with -f what {path} is to be.")
    return name if name in names() else settled or DEFAULT


def _is_settled() -> bool:
    """The format is from the settings: a suffix that was typed comes first."""
    source = click.get_current_context().get_parameter_source("format")
    return source is click.core.ParameterSource.DEFAULT_MAP
