"""The Tab key in real shells: what stands on the line after it was pressed."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_program import ENVIRONMENT

PATIENCE = 30.0
"""Seconds until a shell that shows nothing is given up."""
TOLD = "On 4 March 1890 the Leith Harbour Board signed a treaty with Spain in Leith. Spain left in 1894."
START = {
    "bash": ("bash --norc --noprofile -i", 'PS1="> "; eval "$(timeline completion bash)"'),
    "zsh": ("zsh -f -i", 'PS1="> "; autoload -Uz compinit; compinit -u -D; eval "$(timeline completion zsh)"'),
    "fish": ("fish --no-config -i", "timeline completion fish | source"),
}
LINES = (
    ("timeline sho", "timeline show "),
    ("timeline show --actor Lei", r"timeline show --actor Leith\ Harbour\ Board "),
    ('timeline show --actor "Lei', 'timeline show --actor "Leith Harbour Board" '),
    ("timeline show --actor=Lei", r"timeline show --actor=Leith\ Harbour\ Board "),
    ("timeline show --place Le", "timeline show --place Leith "),
    ("timeline show --source harb", "timeline show --source harbour.txt "),
    ("timeline event KEY", "timeline event WHOLE "),
    ("timeline export --format geo", "timeline export --format geojson "),
    ("timeline add harb", "timeline add harbour.txt "),
    ("timeline undo ", "timeline undo 1 "),
)
SIGNS = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>()][A-Z0-9]?|[^ ]\x08|\r")
"""What moves the cursor, and what it then writes over."""


class Terminal:
    """A shell at a terminal, in a folder with a database."""

    def __init__(self, command: str, folder: Path, key: str) -> None:
        self.key = key
        program = folder / "bin" / "timeline"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m timeline "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        told = ENVIRONMENT | {
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "TIMELINE_DB": "timeline.db",
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "TERM": "xterm",
            "COLUMNS": "160",
        }
        self.process, self.stream = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.execvpe(command.split(maxsplit=1)[0], command.split(), told)

    def types(self, keys: str) -> None:
        """As from a keyboard."""
        os.write(self.stream, keys.encode())

    def shows(self, text: str) -> str:
        """All that it showed until the text stands there, or until nobody would wait any longer."""
        shown, end = "", time.monotonic() + PATIENCE
        while text not in shown and time.monotonic() < end:
            if select.select([self.stream], [], [], 0.2)[0]:
                shown = SIGNS.sub("", shown + os.read(self.stream, 65536).decode(errors="replace"))
        return shown

    def close(self) -> None:
        """End it."""
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.stream)


@pytest.fixture(params=START)
def terminal(request: pytest.FixtureRequest, run: Run, tmp_path: Path) -> Iterator[Terminal]:
    shell = request.param
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} on this machine (apt-get install {shell})")
    (tmp_path / "harbour.txt").write_text(TOLD, encoding="utf-8")
    assert run("--db", "timeline.db", "add", "harbour.txt", "--quiet").code == 0
    key = run("--db", "timeline.db", "show", "-f", "json", "-n", "1").out.split('"key": "')[1][:12]
    assert run("--db", "timeline.db", "star", key).code == 0
    command, setup = START[shell]
    opened = Terminal(command, tmp_path, key)
    opened.types(f"{setup}\necho rea''dy\n")
    assert "ready" in opened.shows("ready")
    yield opened
    opened.close()


def test_tab(terminal: Terminal) -> None:
    for typed, whole in LINES:
        wanted = whole.replace("WHOLE", terminal.key)
        terminal.types(typed.replace("KEY", terminal.key[:5]) + "\t")
        assert wanted in terminal.shows(wanted)
        terminal.types("\x15")
