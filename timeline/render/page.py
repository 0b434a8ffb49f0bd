"""Where a rendering goes: how wide the page is, how to colour, what the reader asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Row: TypeAlias = "dict[str, Any]"
"""One event: the keys of the `timeline` view (`actors`, `places` as lists) and `evidence`, the rows of that view."""


def _plain(text: str, style: str) -> str:
    return text


def _unheard(remark: str) -> None:
    return None


class Page(NamedTuple):
    """Everything that a format may need to know beside the events."""

    width: int | None = None
    """Cells in a line; None: as long as the text (a pipe or a file)."""
    paint: Callable[[str, str], str] = _plain
    """`paint(text, style)` with style `date`, `key`, `dim`, `mark`, `warn`, `head`, `hit`: coloured on a terminal."""
    since: int | None = None
    """First day of the window that was asked for: what began before it is already under way."""
    until: int | None = None
    grouped: bool = False
    """Headings of years, decades or centuries, where there are many events: for reading, not for `grep`."""
    verbose: bool = False
    """Quotes too."""
    key_length: int = 4
    """Signs of a key that are enough in this database."""
    title: str = "Timeline"
    remark: Callable[[str], None] = _unheard
    """For the person, not for the file: what could not be told in this format."""
