"""One worker as its employer sees it."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from multiprocessing.connection import Connection
from typing import IO, cast

from timeline.errors import LanguageError
from timeline.pipeline.limits import Limits
from timeline.pipeline.one import Way
from timeline.pipeline.outcome import Outcome
from timeline.pipeline.parcel import packed
from timeline.pipeline.worker import NOTE, NOTHING, Answer
from timeline.read import Source

_CAUSES = {-signal.SIGALRM: "timeout", -signal.SIGPROF: "timeout", -signal.SIGKILL: "killed"}
_LAST = 2000


class Worker:
    """A fresh interpreter, not a fork: no threads, locks or databases of the parent come along, and the parent's own
    main module is not run again, so a script without a `__main__` guard may use the pool too."""

    def __init__(self, way: Way, limits: Limits) -> None:
        ours, theirs = socket.socketpair()
        self._note: IO[bytes] = tempfile.TemporaryFile(prefix="timeline-")  # noqa: SIM115
        self._words: IO[bytes] = tempfile.TemporaryFile(prefix="timeline-")  # noqa: SIM115
        os.pwrite(self._note.fileno(), NOTE.pack(NOTHING), 0)
        self._process = _start(theirs.fileno(), self._note.fileno(), self._words)
        theirs.close()
        self.connection = Connection(ours.detach())
        self.held: dict[int, Source] = {}
        """Sources sent and not yet answered, by number."""
        self.last_words = ""
        """After its end: what it wrote last on standard error."""
        with contextlib.suppress(OSError):
            self.connection.send((way, limits))

    def give(self, chunk: Sequence[tuple[int, Source]]) -> None:
        """Send sources; a worker that has died is noticed when it is asked for answers."""
        self.held.update(chunk)
        with contextlib.suppress(OSError):
            self.connection.send_bytes(packed(list(chunk)))

    def take(self) -> list[tuple[int, Source, Outcome]] | None:
        """Some answers with the sources that they are of; None when the worker has ended.

        LanguageError, raised there, is raised here: no document would fare better.
        """
        try:
            answers = cast("list[Answer] | LanguageError", pickle.loads(self.connection.recv_bytes()))
        except (EOFError, OSError):
            return None
        if isinstance(answers, LanguageError):
            raise answers
        return [(number, self.held.pop(number), outcome) for number, outcome in answers]

    def end(self) -> tuple[str, int]:
        """After its end: the cause (`timeout`, `killed`, `crashed` or empty) and the number of the source it was at."""
        current = int(NOTE.unpack(os.pread(self._note.fileno(), NOTE.size, 0))[0])
        self.close()
        code = self._process.returncode
        return ("" if code == 0 else _CAUSES.get(code, "crashed")), current

    def close(self, *, kill: bool = False) -> None:
        """End it: by closing its pipe, or at once."""
        self.connection.close()
        if kill:
            self._process.kill()
        try:
            self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if not self._words.closed:
            size = self._words.seek(0, os.SEEK_END)
            self._words.seek(max(0, size - _LAST))
            self.last_words = self._words.read().decode("utf-8", "replace").strip()
        self._words.close()
        self._note.close()


def _start(pipe: int, note: int, words: IO[bytes]) -> subprocess.Popen[bytes]:
    command = "import sys, json; sys.path[:] = json.loads(sys.argv[1]); "
    command += f"from timeline.pipeline.worker import main; main({pipe}, {note})"
    path = json.dumps([entry for entry in sys.path if isinstance(entry, str)])
    return subprocess.Popen(
        [sys.executable, "-c", command, path],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=words,
        pass_fds=(pipe, note),
        process_group=0,  # a Ctrl-C at the terminal reaches the parent alone
    )
