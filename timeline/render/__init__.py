"""Show events and rows: one file a format under `formats/`; the file's name is the `--format`."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, cast

from timeline.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType
    from typing import Protocol

    from timeline.render.page import Page, Row

    class Format(Protocol):
        """What a file of `formats/` offers; `tabulate` is missing where only events make sense (a calendar)."""

        def render(self, events: Iterable[Row], page: Page) -> Iterator[str | bytes]:
            """Events, as rows of the `timeline` view with their evidence, in pieces of text or of a binary file."""

        def tabulate(self, columns: Sequence[str], rows: Iterable[Sequence[object]], page: Page) -> Iterator[str]:
            """The answer to any SQL query."""


def names() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    folder = os.path.join(os.path.dirname(__file__), "formats")  # noqa: PTH118, PTH120 - pathlib costs a start-up
    return tuple(sorted(name[:-3] for name in os.listdir(folder) if name.endswith(".py") and name[0] != "_"))  # noqa: PTH208


def load(name: str) -> Format:
    """The format of that name; InputError (`.format`) names those there are."""
    if name not in names():
        raise InputError(f"There is no format '{name}'; there are {', '.join(names())}.", format=name)
    return cast("Format", import_module(f"timeline.render.formats.{name}"))


def json_schema() -> str:
    """What `-f json` writes, as a JSON Schema with a description of every key."""
    with open(os.path.join(os.path.dirname(__file__), "events.schema.json"), encoding="utf-8") as file:  # noqa: PTH118, PTH120, PTH123
        return file.read()


def described() -> tuple[tuple[str, str], ...]:
    """Each format with the first line of its file, which says what it is, and the extra that it needs."""
    return tuple((name, _described(import_module(f"{__name__}.formats.{name}"))) for name in names())


def _described(module: ModuleType) -> str:
    needs = f"  (needs timeline-db[{module.NEEDS}])" if hasattr(module, "NEEDS") else ""
    return (module.__doc__ or "").split("\n")[0] + needs
