"""The other side of the pool: a process that understands documents and may die of one.

The kernel is its guard: before each step of a document it sets an alarm whose default action ends the process, even
inside a C library, and before the first a ceiling for its address space. In a small shared file it notes the number of
the document at hand, so that whoever finds it dead knows of which one it died.
"""

from __future__ import annotations

import os
import pickle
import queue
import resource
import signal
import struct
import threading
import time
from contextlib import suppress
from dataclasses import replace
from functools import cache
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from timeline.errors import LanguageError
from timeline.model.problem import Problem
from timeline.pipeline.judge import failed
from timeline.pipeline.limits import Limits
from timeline.pipeline.one import Way, understanding
from timeline.pipeline.outcome import Outcome
from timeline.pipeline.parcel import packed
from timeline.pipeline.turns import Steps, groups, in_turns
from timeline.read import Source, formats

NOTE = struct.Struct("<q")
NOTHING = -1
Answer = tuple[int, Outcome]
"""Number of the source, what it gave."""
_FLUSH = 16


class _Work(NamedTuple):
    way: Way
    limits: Limits


def main(pipe: int, note: int) -> None:
    """Serve until the pipe closes. First message: way and limits; then chunks of numbered sources."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for alarm in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(alarm, signal.SIG_DFL)
    connection = Connection(pipe)
    work = _Work(*connection.recv())
    chunks: queue.SimpleQueue[list[tuple[int, Source]] | None] = queue.SimpleQueue()
    answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, chunks), daemon=True).start()
    sender = threading.Thread(target=_send, args=(connection, answers), daemon=True)
    sender.start()
    while (chunk := chunks.get()) is not None:
        if not _serve(chunk, work, note, answers):
            break
    answers.put(None)
    sender.join()


def _receive(connection: Connection, chunks: queue.SimpleQueue[list[tuple[int, Source]] | None]) -> None:
    """Empty the pipe at once, so that neither side ever waits for the other to read."""
    try:
        while True:
            chunks.put(connection.recv())
    except (EOFError, OSError):
        chunks.put(None)


def _send(connection: Connection, answers: queue.SimpleQueue[bytes | None]) -> None:
    try:
        while (answer := answers.get()) is not None:
            connection.send_bytes(answer)
    except OSError:
        os._exit(0)  # nobody listens any more


def _serve(chunk: list[tuple[int, Source]], work: _Work, note: int, answers: queue.SimpleQueue[bytes | None]) -> bool:
    """Whether the process is still to be trusted after these documents."""
    done: list[Answer] = []
    for group in groups((told, told[1].size) for told in chunk):
        try:
            for answer, sound in in_turns(_guarded(number, source, work, note) for number, source in group):
                done.append(answer)
                if not sound:
                    answers.put(packed(done))
                    return False
        except LanguageError as error:
            answers.put(pickle.dumps(error))
            return False
        if len(done) >= _FLUSH:
            answers.put(packed(done))
            done = []
    if done:
        answers.put(packed(done))
    return True


def _guarded(number: int, source: Source, work: _Work, note: int) -> Steps[tuple[Answer, bool]]:
    """The answer of one document, and whether the process is sound; at each step it is the one that would be blamed."""
    steps, spent = understanding(source, work.way), 0.0
    memory, seconds = work.limits.memory_for(source.size), work.limits.seconds_for(source.size)
    left = seconds, 10 * seconds
    _load(source.format)
    _limit_memory(memory)
    while True:
        os.pwrite(note, NOTE.pack(number), 0)
        _alarm(*left)
        start = time.perf_counter()
        outcome: Outcome | None = None
        sound = True
        try:
            next(steps)
        except StopIteration as end:
            outcome = end.value
        except MemoryError:
            outcome, sound = failed(source.uri, (_too_much(source, memory),)), False
        left = _alarm(0, 0)
        spent += time.perf_counter() - start
        os.pwrite(note, NOTE.pack(NOTHING), 0)
        if outcome is not None:
            return (number, replace(outcome, seconds=spent)), sound
        yield


def _alarm(seconds: float, clock: float) -> tuple[float, float]:
    """End this process after so many seconds of its own work, or so many on the clock; 0: do not. What was left."""
    return signal.setitimer(signal.ITIMER_PROF, seconds)[0], signal.setitimer(signal.ITIMER_REAL, clock)[0]


def _too_much(source: Source, limit: int) -> Problem:
    return Problem(source.uri, "read", "failed", "memory", f"It takes more than {limit >> 20} MB of memory.")


@cache
def _load(name: str | None) -> None:
    """What a reader uses, before the memory of its first document is limited."""
    library = formats()[name].library if name else None
    if library:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        with suppress(ImportError):
            import_module(library)


def _limit_memory(size: int) -> None:
    """A soft ceiling so far above what the process holds now."""
    ceiling = _held() + size
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or ceiling < hard:
        resource.setrlimit(resource.RLIMIT_AS, (ceiling, hard))


_BASE = 1 << 28


def _held() -> int:
    """Bytes of address space in use."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()[0]
    except OSError:
        return _BASE
    return int(pages) * resource.getpagesize()
