"""CPU time of commands as a multiple of `python -c pass`: medians of one run, the commands taken in turn.

    python tests/bench/startup.py DATABASE [ROUNDS]

Byte-code is compiled by a first round that does not count. Goals: --help and a piped show 5, show on a terminal 8.
"""

from __future__ import annotations

import os
import pty
import statistics
import sys
import threading

PASS = ("-c", "pass")
UNWANTED = ("COLUMNS", "NO_COLOR", "PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
KEPT = {name: value for name, value in os.environ.items() if name not in UNWANTED}
ENVIRONMENT = KEPT | {"TERM": "xterm", "TIMELINE_PAGER": ""}
RUN = ("-c", "from timeline.cli import main; main()")


def cpu(arguments: tuple[str, ...], *, terminal: bool) -> float:
    """Seconds of user and system time of one run of this Python."""
    reading, writing = pty.openpty() if terminal else (None, os.open(os.devnull, os.O_WRONLY))
    drain = threading.Thread(target=_drain, args=(reading,), daemon=True) if reading is not None else None
    actions = [(os.POSIX_SPAWN_DUP2, writing, stream) for stream in (1, 2)]
    process = os.posix_spawn(sys.executable, [sys.executable, *arguments], ENVIRONMENT, file_actions=actions)
    os.close(writing)
    if drain:
        drain.start()
    _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"{' '.join(arguments)} failed with {os.waitstatus_to_exitcode(status)}")
    if drain and reading is not None:
        drain.join()
        os.close(reading)
    return usage.ru_utime + usage.ru_stime


def _drain(stream: int) -> None:
    try:
        while os.read(stream, 65536):
            pass
    except OSError:  # the other end has gone
        return


def main() -> None:
    """Print each command's multiple."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    database, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 21
    runs = {
        "python -c pass": (PASS, False),
        "import click, sqlite3": (("-c", "import click, sqlite3"), False),
        "timeline --help": ((*RUN, "--help"), False),
        "timeline show (piped)": ((*RUN, "--db", database, "show"), False),
        "timeline show -f json (piped)": ((*RUN, "--db", database, "show", "-f", "json"), False),
        "timeline show (terminal)": ((*RUN, "--db", database, "show"), True),
        "timeline show --since 2020 (piped)": ((*RUN, "--db", database, "show", "--since", "2020"), False),
    }
    times: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, (arguments, terminal) in runs.items():
            taken = cpu(arguments, terminal=terminal)
            if number:
                times[name].append(taken)
    unit = statistics.median(times["python -c pass"])
    for name, taken_in_turn in times.items():
        median = statistics.median(taken_in_turn)
        print(f"{name:36} {median * 1000:7.1f} ms  {median / unit:5.2f} x")


if __name__ == "__main__":
    main()
