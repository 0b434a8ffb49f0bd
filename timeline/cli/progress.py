"""What is seen of long work on stderr: a bar on a terminal, a line an input with `-v`, silence elsewhere."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from timeline.render.foreign import clean
from timeline.render.number import counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from timeline.model.step import Step

    Told = Callable[[Step], None]

LONGEST = 40
"""Signs of a name: its end tells more than its beginning."""
_STATES = {"passed": "aside"}
_WIDEST = len("unchanged")


@contextmanager
def progress(*, quiet: bool, verbose: bool = False) -> Iterator[Told | None]:
    """A function to be told each step; None where nobody is looking."""
    if verbose:
        yield _line
    elif quiet or not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        yield None
    else:
        with _bar() as told:
            yield told


def _line(step: Step) -> None:
    """`done       docs/a.txt  12 claims  0.03 s`."""
    state = _STATES.get(step.state, step.state).ljust(_WIDEST)
    told = f"  {counted(step.claims, 'claim')}  {step.seconds:.2f} s" if step.state in ("done", "partial") else ""
    sys.stderr.write(f"{state}  {clean(step.uri)}{told}\n")


@contextmanager
def _bar() -> Iterator[Told]:
    """Drawn by rich: inputs, rate, time left; a spinner while the events are linked, when all is read."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}", markup=False)
    name = TextColumn("{task.description}", markup=False)
    columns = (name, BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None, rate="")

        def told(step: Step) -> None:
            speed = bar.tasks[0].finished_speed or bar.tasks[0].speed
            rate = f"{speed:,.0f}/s" if speed and speed >= 10 else f"{speed:.1f}/s" if speed else ""
            name = "linking" if step.done == step.total else clean(step.uri)[-LONGEST:]
            bar.update(task, completed=step.done, total=step.total, description=name, rate=rate)

        yield told
