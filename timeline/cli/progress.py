"""A bar on a terminal's stderr for long work; silence elsewhere."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from timeline.render.foreign import clean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LONGEST = 40
"""Signs of a name: its end tells more than its beginning."""


def _silent(done: int, total: int | None, what: str) -> None:
    return None


@contextmanager
def progress(*, quiet: bool) -> Iterator[Callable[[int, int | None, str], None]]:
    """A function to be told (inputs done, of how many or None, what now); drawn by rich where somebody is looking."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda done, total, what: bar.update(
            task, completed=done, total=total, description=clean(what)[-LONGEST:]
        )
