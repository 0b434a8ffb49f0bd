"""The command line: the only place that prints, prompts, asks the clock or exits."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def main() -> NoReturn:
    """The program `timeline`.

    It ends without taking the interpreter down piece by piece, which would cost a fifth of a short command's time:
    everything is written and closed by then, and nothing of ours waits for the interpreter's end.
    """
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _end)
    if None in (sys.stdin, sys.stdout, sys.stderr):
        _open_streams()
    gc.set_threshold(100_000, 50, 100)  # loading modules makes much and frees nothing: to look for garbage is in vain
    code = run(sys.argv[1:])
    if code > 128:  # cut short anywhere: what lost its owner is closed, so that nothing stays beside the database
        gc.collect()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # what was printed before an error; the error itself has been told
            stream.flush()
    os._exit(code)


def _open_streams() -> None:
    """What the shell closed (`>&-`) leads nowhere, before the database is opened under the number of stdout."""
    while (number := os.open(os.devnull, os.O_RDWR)) < 3:
        pass
    os.close(number)
    sys.stdin, sys.stdout, sys.stderr = (
        stream or os.fdopen(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False)
        for number, stream in enumerate((sys.stdin, sys.stdout, sys.stderr))
    )


def run(arguments: Sequence[str]) -> int:
    """Run one command; the exit code: 0 done, 1 error, 2 usage, 3 some inputs failed, 130 interrupted."""
    debug = "--debug" in arguments or bool(os.environ.get("TIMELINE_DEBUG"))
    try:
        _speak_utf8()
        code = _invoke(list(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return 0
    except KeyboardInterrupt:
        _end_line()
        return INTERRUPTED
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 1
    except Exception as error:
        from timeline.cli.failure import told

        return told(error, debug=debug)
    return code


def _invoke(arguments: list[str]) -> int:
    """As click's own `main` does, but for what that says and exits with by itself."""
    from click.exceptions import Exit

    from timeline.cli.group import timeline

    if "_TIMELINE_COMPLETE" in os.environ:
        from timeline.cli import shells

        shells.register()
        timeline.main(arguments, prog_name="timeline")  # writes completions, and leaves
    try:
        with timeline.make_context("timeline", arguments) as context:
            code = timeline.invoke(context)
    except Exit as leaving:
        return leaving.exit_code
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """What no encoding can write becomes an escape, not an error; pipes and files get UTF-8 whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace", **({} if stream.isatty() else {"encoding": "utf-8"}))


def _forget_output() -> None:
    """The reader has gone (`| head`): what is left to write goes nowhere, quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(number: int, _: object) -> NoReturn:
    """Asked to end: files are closed and what lies beside them is tidied up, as after Ctrl-C."""
    raise SystemExit(128 + number)


def _end_line() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\n")
