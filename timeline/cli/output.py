"""`-f FORMAT` and `-o FILE`: which format, and where it goes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import click

from timeline.cli import console
from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import IO

    from timeline.render import Format
    from timeline.render.page import Page

_F = TypeVar("_F", bound="Callable[..., object]")
_BY_SUFFIX = {"md": "markdown", "jsonl": "ndjson", "txt": "table", "htm": "html"}


class Output(NamedTuple):
    """Where a result goes, in which format."""

    format: Format
    page: Page
    path: str | None
    force: bool

    def write(self, pieces: Iterable[str]) -> None:
        """All pieces, to stdout or at once to the file: it is whole or it is not there."""
        if self.path is None:
            for piece in pieces:
                sys.stdout.write(piece)
        else:
            _write_file(self.path, pieces, force=self.force)


class FormatParameter(click.ParamType):
    """A name among `render/formats/`, looked up only when one is asked for."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """As help shows it."""
        return "FORMAT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself; one that is not there is a usage error."""
        from timeline.render import formats

        if value not in formats():
            self.fail(f"there is no format '{value}'; there are {', '.join(formats())}.", param, ctx)
        return str(value)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[click.shell_completion.CompletionItem]:
        """All formats that begin so."""
        from timeline.render import formats

        return [click.shell_completion.CompletionItem(name) for name in formats() if name.startswith(incomplete)]


def output_options(command: _F) -> _F:
    """`-f`, `-o` and `--force`, which the command takes as `format`, `path` and `force`."""
    command = click.option("--force", is_flag=True, help="Overwrite the file of -o.")(command)
    command = click.option(
        "-o", "path", metavar="FILE", help="Write to a file, all or nothing; - is stdout. Its suffix gives the format."
    )(command)
    return click.option("-f", "--format", type=FormatParameter(), help="See `timeline formats`. [default: table]")(command)


def output(format: str | None, path: str | None, force: bool, default: str = "table") -> Output:  # noqa: A002
    """What the options say; InputError where the file is there already and `--force` was not given."""
    from timeline.render import formats, load

    path = None if path in (None, "-") else path
    if format is None and path is not None:
        suffix = path.rpartition(".")[2].lower()
        suffix = _BY_SUFFIX.get(suffix, suffix)
        format = suffix if suffix in formats() else None  # noqa: A001
    if path is not None and not force and os.path.exists(path):  # noqa: PTH110
        raise InputError(f"{path} is there already; name another file, or overwrite it with --force.", path=path)
    page = console.page() if path is None else console.page()._replace(width=None, paint=str.__str__)
    return Output(load(format or default), page, path, force)


def _write_file(path: str, pieces: Iterable[str], *, force: bool) -> None:
    """Beside the target, to the disk, then renamed: a full disk or a power cut leaves the old file or none."""
    import tempfile

    folder = os.path.dirname(path) or "."  # noqa: PTH120
    if not os.path.isdir(folder):  # noqa: PTH112
        raise InputError(f"There is no folder {folder} to write into; create it first.", path=path)
    file: IO[str]
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", errors="backslashreplace", newline="", dir=folder, prefix=".timeline-", delete=False
    ) as file:
        try:
            for piece in pieces:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
            os.chmod(file.name, 0o666 & ~_umask())  # noqa: PTH101
            if force:
                os.replace(file.name, path)  # noqa: PTH105
            else:
                _rename_without_loss(file.name, path)
        except BaseException:
            os.unlink(file.name)  # noqa: PTH108
            raise


def _rename_without_loss(source: str, path: str) -> None:
    """A file that has come into being meanwhile is not overwritten."""
    try:
        os.link(source, path)
    except FileExistsError:
        raise InputError(f"{path} is there already; name another file, or overwrite it with --force.", path=path) from None
    os.unlink(source)  # noqa: PTH108


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
