"""`timeline` alone: on a terminal with a database, what is in it and what to do next; else the help."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

from timeline.cli import console
from timeline.cli.database import chosen, named
from timeline.render.beside import beside
from timeline.render.formats.table import render
from timeline.render.number import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

    from timeline.library import Timeline

_TOP = 5
_NEXT = (
    ("timeline show --since 1990", "what happened, in order"),
    ("timeline event {key}", "one event: who says so, and how it was dated"),
    ("timeline stats", "who, where, told by whom"),
    ("timeline export -o chronology.html", "a page to mail"),
    ("timeline --help", "everything else"),
)


def overview(ctx: click.Context) -> None:
    """Print either."""
    from timeline import library

    if not (sys.stdout.isatty() and ("://" in chosen() or os.path.exists(chosen()))):  # noqa: PTH110
        sys.stdout.write(ctx.get_help() + "\n")
        return
    with library.open(chosen(), create=False) as timeline:
        sys.stdout.writelines(_told(timeline))


def _told(timeline: Timeline) -> Iterator[str]:
    from timeline.render.statistics import histogram

    page = console.page()._replace(key_length=timeline.store.key_length)
    counts = timeline.store.counts()
    told = [counted(counts[f"{noun}s"], noun) for noun in ("event", "document", "claim", "problem")]
    yield from beside(page, (named(), "head"), (" · ".join(told), ""))
    yield "\n"
    yield from histogram(Counter(dict(timeline.store.years())), page)
    best = list(timeline.rows(top=_TOP))
    if best:
        yield page.paint("most told of", "head") + "\n"
        yield from render(best, page)
        yield "\n"
    key = best[0]["key"][: page.key_length] if best else "ID"
    for line, does in _NEXT:
        yield from beside(page, (f"{line.format(key=key):34}", ""), (does, "dim"))
