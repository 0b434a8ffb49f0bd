"""Where things are printed: data on stdout, remarks on stderr; how wide, how coloured."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from timeline.render.foreign import clean
from timeline.render.page import Page

if TYPE_CHECKING:
    from typing import IO

NARROWEST = 20
_STYLES = {  # SGR parameters (ECMA-48); never the only sign of a meaning: the word is always there too
    "key": "2",
    "date": "1",
    "dim": "2",
    "head": "1",
    "mark": "36",
    "warn": "33",
    "hit": "1;4",
}


def page(out: IO[str] | None = None) -> Page:
    """What stdout (or another stream) can show."""
    out = out or sys.stdout
    return Page(width=width(out), paint=paint if coloured(out) else Page().paint, remark=remark, grouped=out.isatty())


def width(out: IO[str]) -> int | None:
    """Cells in a line: $COLUMNS, else the terminal's; None, as long as it takes, for a pipe or a file."""
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdecimal() and int(told) > 0:
        return max(NARROWEST, int(told))
    if not out.isatty():
        return None
    try:
        return max(NARROWEST, os.get_terminal_size(out.fileno()).columns or 80)
    except (OSError, ValueError):
        return 80


def coloured(out: IO[str]) -> bool:
    """On a terminal that can, unless NO_COLOR is set (no-color.org); FORCE_COLOR asks for it in a pipe too."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return out.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def paint(text: str, style: str) -> str:
    """Coloured text; a style without colour leaves it as it is."""
    code = _STYLES.get(style)
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


def remark(text: str) -> None:
    """One line for the person, on stderr; on a terminal as many as it takes."""
    from timeline.render.columns import wrapped

    sys.stderr.writelines(
        f"{line.rstrip()}\n" for line in wrapped(clean(text), width(sys.stderr) if sys.stderr.isatty() else None)
    )
