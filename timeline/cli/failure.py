"""How a failure is told: one sentence on stderr and an exit code; a traceback only with `--debug`."""

from __future__ import annotations

import sys

import click

from timeline.errors import TimelineError
from timeline.render.foreign import clean

ERROR = 1


def told(error: Exception, *, debug: bool) -> int:
    """Say what went wrong; the exit code for it."""
    if isinstance(error, click.exceptions.Abort):
        return 130
    if isinstance(error, click.ClickException):
        error.show()
        return error.exit_code
    if debug:
        import traceback

        traceback.print_exception(error)
        return ERROR
    if isinstance(error, TimelineError):
        sentence = str(error)
    elif isinstance(error, MemoryError):
        sentence = "There is not enough memory for this."
    elif isinstance(error, OSError) and error.strerror:
        sentence = f"{error.strerror}: {error.filename}" if error.filename else f"{error.strerror}."
    else:
        sentence = (
            f"timeline itself failed ({type(error).__name__}: {error}); `timeline check --deep` tells whether the "
            "database is damaged, and the same command with --debug where it failed."
        )
    sys.stderr.write(f"Error: {clean(sentence)}\n")
    return ERROR
