"""Long answers a screen at a time, on a terminal; short ones and those for a pipe go straight out."""

from __future__ import annotations

import os
import sys
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DEFAULT = "less"
UNTOLD = 24
"""Lines of a terminal that does not say."""


def page_out(pieces: Iterable[str]) -> None:
    """Print text; with $TIMELINE_PAGER, else $PAGER, else less where it is longer than the terminal is high."""
    command = _pager()
    rest = iter(pieces)
    if command is None:
        sys.stdout.writelines(rest)
        return
    first = _screenful(rest, (os.get_terminal_size(sys.stdout.fileno()).lines or UNTOLD) - 1)
    following = next(rest, None)
    if following is None:
        sys.stdout.writelines(first)
    else:
        _show(command, chain(first, [following], rest))


def _pager() -> list[str] | None:
    """The command, or None where nobody would look at it or there is none."""
    if not sys.stdout.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        return None
    import shlex
    from shutil import which

    words = shlex.split(os.environ.get("TIMELINE_PAGER", os.environ.get("PAGER", DEFAULT)))
    return words if words and words[0] != "cat" and which(words[0]) else None


def _screenful(pieces: Iterator[str], height: int) -> list[str]:
    """As many pieces as make a screen full, or all of them."""
    taken: list[str] = []
    lines = 0
    for piece in pieces:
        taken.append(piece)
        lines += piece.count("\n")
        if lines > height:
            break
    return taken


def _show(command: list[str], pieces: Iterable[str]) -> None:
    """Until the reader has seen enough; Ctrl-C is the pager's."""
    import signal
    import subprocess

    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8"} | dict(os.environ)
    sys.stdout.flush()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as process:
            assert process.stdin is not None
            try:
                for piece in pieces:
                    process.stdin.write(piece.encode("utf-8", "backslashreplace"))
            except BrokenPipeError:
                pass
    finally:
        signal.signal(signal.SIGINT, before)
