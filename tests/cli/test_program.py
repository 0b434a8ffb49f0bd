"""The program as a process: what it imports, where it writes, how it ends."""

from __future__ import annotations

import os
import pty
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli import run

HEAVY = ("sqlalchemy", "alembic", "dateparser", "rich", "timeline.languages", "timeline.temporal", "timeline.model")
PROGRAM = [sys.executable, "-m", "timeline"]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "FORCE_COLOR")}


def on_terminal(*arguments: str | Path, **environment: str) -> str:
    """What a person sees who runs the program."""
    master, slave = pty.openpty()
    told = ENVIRONMENT | {"TERM": "xterm-256color", "TIMELINE_PAGER": ""} | environment
    with subprocess.Popen([*PROGRAM, *arguments], stdout=slave, stderr=slave, stdin=slave, env=told):
        os.close(slave)
        shown = b""
        while piece := _read(master):
            shown += piece
    os.close(master)
    return shown.decode()


def _read(stream: int) -> bytes:
    try:
        return os.read(stream, 65536)
    except OSError:  # the last writer has gone
        return b""


@pytest.mark.parametrize(
    "arguments", [["--help"], ["show"], ["show", "-f", "json"], ["show", "-f", "csv", "-v"], ["event", "--help"]]
)
def test_reading_imports_nothing_heavy(database: Path, arguments: list[str]) -> None:
    code = (
        "import sys; from timeline.cli import run; "
        f"code = run({['--db', str(database), *arguments]!r}); "
        f"sys.stderr.write(repr([name for name in {HEAVY!r} if name in sys.modules])); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    assert done.stdout
    assert done.stderr.endswith("[]")


def test_adding_what_is_there_loads_neither_stages_nor_sqlalchemy(articles: Path, database: Path) -> None:
    code = (
        "import sys; from timeline.cli import run; "
        f"code = run({['--db', str(database), 'add', str(articles)]!r}); "
        "sys.stderr.write(repr([m for m in ('sqlalchemy', 'timeline.extract', 'timeline.tag') if m in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=ENVIRONMENT)
    assert done.stderr.endswith("3 unchanged\n[]")


def test_a_pipe_gets_plain_text(database: Path) -> None:
    done = subprocess.run([*PROGRAM, "--db", database, "show"], capture_output=True, check=True, env=ENVIRONMENT)
    assert b"\x1b" not in done.stdout
    assert len(done.stdout.splitlines()) == 5


def test_a_terminal_gets_colour_and_its_width(database: Path) -> None:
    assert "\x1b[" in on_terminal("--db", database, "show")
    narrow = on_terminal("--db", database, "show", COLUMNS="30", NO_COLOR="1")
    assert max(map(len, narrow.splitlines())) <= 30


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_it_is_not_wanted(database: Path, environment: dict[str, str]) -> None:
    shown = on_terminal("--db", database, "show", **environment)
    assert "bridge" in shown
    assert "\x1b" not in shown


def test_a_plain_locale_still_works(database: Path) -> None:
    told = ENVIRONMENT | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([*PROGRAM, "--db", database, "show", "-v"], capture_output=True, check=True, env=told)
    assert "“".encode() in done.stdout
    assert "bridge" in on_terminal("--db", database, "show", "-v", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")


def test_a_reader_that_leaves_is_no_error(database: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, "--db", database, "show"], stdout=writing, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_an_error(database: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "--db", database, "show"], stdout=full, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"Error: ")
    assert b"Traceback" not in done.stderr


def test_ctrl_c(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.library.open", interrupted)
    assert run(["show"]) == 130
    assert capsys.readouterr().err == ""


def test_debug_shows_the_traceback(tmp_path: Path) -> None:
    command = [*PROGRAM, "--db", str(tmp_path / "t.db"), "event", "x"]
    plain = subprocess.run(command, capture_output=True, check=False, env=ENVIRONMENT)
    debug = subprocess.run([*command, "--debug"], capture_output=True, check=False, env=ENVIRONMENT)
    assert (plain.returncode, debug.returncode) == (1, 1)
    assert b"Traceback" not in plain.stderr
    assert b"Traceback" in debug.stderr


def test_what_was_printed_before_an_error_is_not_lost(tmp_path: Path) -> None:
    program = (
        "import sys, timeline.cli.commands.formats as formats\n"
        "def broken(**_): print('first'); raise OSError(5, 'Input/output error')\n"
        "formats.command.callback = broken\n"
        "sys.argv = ['timeline', 'formats']\n"
        "from timeline.cli import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert (done.returncode, done.stdout, done.stderr) == (1, "first\n", "Error: Input/output error.\n")


def test_what_the_shell_closed_leads_nowhere(database: Path) -> None:
    program = shlex.join([*PROGRAM, "--db", str(database)])
    done = subprocess.run(
        ["sh", "-c", f"{program} show >&- && {program} stats <&- >&- 2>&- && {program} check"],
        capture_output=True,
        text=True,
        check=False,
        env=ENVIRONMENT,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert "is whole" in done.stderr
    assert "Error" not in done.stderr
