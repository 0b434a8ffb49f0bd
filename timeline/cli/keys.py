"""One key after another: from a terminal as they are pressed, else from standard input as they stand there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def keys() -> Iterator[str]:
    """Single signs; line ends and blanks of a pipe are passed over. It ends with the input."""
    if sys.stdin.isatty():
        from click import getchar

        while True:
            yield getchar()
    while sign := sys.stdin.read(1):
        if not sign.isspace():
            yield sign
