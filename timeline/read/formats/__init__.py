"""One file a format, found by its name. Each has

- `SUFFIXES`, lower-case with their dots, and `NEEDS`, the extra it takes or None; `LIBRARY`, a module that is heavy;
- `looks(head)`, where the first bytes tell the format (content goes before suffix), and `BY_SUFFIX = True` where the
  suffix is enough all the same;
- `read(data, source, reading)`, which yields documents, or `unpack(source, reading, budget)`, which yields the parts
  of a container; both may raise InputError, which becomes a problem of the source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from timeline.model.document import Document
from timeline.model.problem import Problem
from timeline.read.budget import Budget
from timeline.read.reading import Reading
from timeline.read.source import Source

Read = Callable[[bytes, Source, Reading], Iterator[Document | Problem]]
Unpack = Callable[[Source, Reading, Budget], Iterator[Source | Problem]]


@dataclass(frozen=True, slots=True)
class Format:
    """One reader."""

    name: str
    suffixes: tuple[str, ...]
    needs: str | None
    """The extra without which it does not work, or works less well."""
    library: str | None
    """A heavy module that it uses: its memory is the program's, not a document's."""
    about: str
    by_suffix: bool
    """Whether the suffix is enough, where the content does not tell."""
    looks: Callable[[bytes], bool] | None
    read: Read | None
    unpack: Unpack | None


@cache
def formats() -> dict[str, Format]:
    """All readers by name."""
    names = sorted(path.stem for path in Path(__file__).parent.glob("*.py") if path.stem != "__init__")
    return {name: _format(name) for name in names}


def _format(name: str) -> Format:
    module = import_module(f"{__name__}.{name}")
    return Format(
        name=name,
        suffixes=module.SUFFIXES,
        needs=module.NEEDS,
        library=getattr(module, "LIBRARY", None),
        about=(module.__doc__ or "").partition("\n")[0],
        by_suffix=getattr(module, "BY_SUFFIX", not hasattr(module, "looks")),
        looks=getattr(module, "looks", None),
        read=getattr(module, "read", None),
        unpack=getattr(module, "unpack", None),
    )
