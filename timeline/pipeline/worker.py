"""The other side of the pool: a process that understands documents and may die of one.

The kernel is its guard: before each document it sets an alarm whose default action ends the process, even inside a C
library, and a ceiling for its address space. In a small shared file it notes the number of the document at hand, so
that whoever finds it dead knows of which one it died.
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
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from timeline.errors import LanguageError
from timeline.model.problem import Problem
from timeline.pipeline.limits import Limits
from timeline.pipeline.one import Process, understand
from timeline.pipeline.options import Options
from timeline.pipeline.parcel import packed
from timeline.pipeline.result import Result
from timeline.read import Source

NOTE = struct.Struct("<q")
NOTHING = -1
Items = list[Result | Problem]
Answer = tuple[int, Items, float]
"""Number of the source, what it gave, seconds of work."""
_FLUSH = 16


class _Work(NamedTuple):
    options: Options
    limits: Limits
    stages: Process | None


def main(pipe: int, note: int) -> None:
    """Serve until the pipe closes. First message: options, limits, stages; then chunks of numbered sources."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for alarm in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(alarm, signal.SIG_DFL)
    connection = Connection(pipe)
    options, limits, stages = connection.recv()
    chunks: queue.SimpleQueue[list[tuple[int, Source]] | None] = queue.SimpleQueue()
    answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(connection, chunks), daemon=True).start()
    sender = threading.Thread(target=_send, args=(connection, answers), daemon=True)
    sender.start()
    while (chunk := chunks.get()) is not None:
        if not _serve(chunk, _Work(options, limits, stages), note, answers):
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
    for number, source in chunk:
        os.pwrite(note, NOTE.pack(number), 0)
        size = source.size
        _limit_memory(work.limits.memory_for(size))
        _alarm(work.limits.seconds_for(size))
        sound, start = True, time.perf_counter()
        items: Items
        try:
            items = understand(source, work.options, work.stages)
        except MemoryError:
            items, sound = [_too_much(source, work.limits.memory_for(size))], False
        except LanguageError as error:
            answers.put(pickle.dumps(error))
            return False
        _alarm(0)
        done.append((number, items, time.perf_counter() - start))
        if len(done) >= _FLUSH or not sound:
            answers.put(packed(done))
            done = []
        os.pwrite(note, NOTE.pack(NOTHING), 0)
        if not sound:
            return False
    if done:
        answers.put(packed(done))
    return True


def _alarm(seconds: float) -> None:
    """End this process after so many seconds of its own work, or ten times as many on the clock; 0: do not."""
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, 10 * seconds)


def _too_much(source: Source, limit: int) -> Problem:
    return Problem(source.uri, "read", "failed", "memory", f"It takes more than {limit >> 20} MB of memory.")


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
