"""Files that a person asked for: whole or not there, and never over another by accident."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from tempfile import _TemporaryFileWrapper


def refuse_existing(path: str, *, force: bool) -> None:
    """InputError where the file is there already and nobody said `--force`: asked before the work is done.

    A folder is never overwritten; a pipe or a device (`/dev/null`) is there to be written into.
    """
    if os.path.isdir(path):  # noqa: PTH112
        raise InputError(f"{path} is a folder; name a file in it.", path=path)
    if not force and os.path.exists(path) and not _is_stream(path):  # noqa: PTH110
        raise _there_already(path)


def write_file(path: str, pieces: Iterable[str | bytes], *, force: bool = False) -> None:
    """UTF-8, beside the target, to the disk, renamed: a full disk or a power cut leaves the old file or none.

    Into a pipe or a device piece by piece: a rename would put a file in its place.
    """
    folder = os.path.dirname(path) or "."  # noqa: PTH120
    if not os.path.isdir(folder):  # noqa: PTH112
        raise InputError(f"There is no folder {folder} to write into; create it first.", path=path)
    if _is_stream(path):
        with open(path, "wb") as stream:  # noqa: PTH123
            stream.writelines(map(_encoded, pieces))
        return
    with _draft(folder, path) as file:
        try:
            file.writelines(map(_encoded, pieces))
            file.flush()
            os.fsync(file.fileno())
            os.chmod(file.name, 0o666 & ~_umask())  # noqa: PTH101
            _place(file.name, path, force=force)
        except BaseException:
            os.unlink(file.name)  # noqa: PTH108
            raise


def _draft(folder: str, path: str) -> _TemporaryFileWrapper[bytes]:
    import tempfile

    try:
        return tempfile.NamedTemporaryFile("wb", dir=folder, prefix=".timeline-", delete=False)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", path=path) from None


def _encoded(piece: str | bytes) -> bytes:
    return piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece


def _is_stream(path: str) -> bool:
    return os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113


def _place(draft: str, path: str, *, force: bool) -> None:
    """A file that has come into being meanwhile is not overwritten."""
    if force:
        os.replace(draft, path)  # noqa: PTH105
        return
    try:
        os.link(draft, path)
    except FileExistsError:
        raise _there_already(path) from None
    except OSError:  # a file system without hard links
        refuse_existing(path, force=False)
        os.rename(draft, path)  # noqa: PTH104
    else:
        os.unlink(draft)  # noqa: PTH108


def _there_already(path: str) -> InputError:
    return InputError(f"{path} is there already; name another file, or overwrite it with --force.", path=path)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
