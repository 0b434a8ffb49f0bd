"""A few workers, a bounded window of inputs, outcomes in the order of the inputs."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from multiprocessing.connection import wait

from timeline.errors import TimelineError
from timeline.model.problem import Problem
from timeline.pipeline.crew import Worker
from timeline.pipeline.judge import failed
from timeline.pipeline.limits import Limits
from timeline.pipeline.one import Way
from timeline.pipeline.outcome import Outcome
from timeline.read import BARE, DIVISIBLE, Source

Chunk = list[tuple[int, Source]]
CHUNK_SOURCES = 32
CHUNK_BYTES = 1 << 17
HELD = 128
"""Sources with a worker to which more are given: it has work while the caller writes, and waits for a disk."""
WINDOW = 256
"""Inputs, for each worker, between the one delivered last and the one begun last: no more is ever kept."""
WINDOW_BYTES = 1 << 27
UNFIT = 3
"""Workers that end before they did anything, one after the other: there is no sense in starting more."""

_REASONS = {
    "timeout": "It takes more than {:.0f} seconds of work.",
    "killed": "The process that read it was killed, perhaps for want of memory.",
    "crashed": "The process that read it broke down.",
}


class Pool:
    """Turns entries (sources, and outcomes that are known already) into outcomes, in the same order."""

    def __init__(self, way: Way, limits: Limits, jobs: int) -> None:
        self._way, self._limits, self._jobs = way, limits, jobs
        self._workers: list[Worker] = []
        self._waiting: deque[Chunk] = deque()
        self._ready: dict[int, Outcome] = {}
        self._sizes: dict[int, int] = {}
        self._size = 0
        self._begun = self._delivered = self._unfit = 0
        self._more = True

    def run(self, entries: Iterator[Source | Outcome]) -> Iterator[Outcome]:
        """All outcomes. When the iterator is closed or an exception passes, the workers are killed."""
        try:
            while self._more or self._delivered < self._begun:
                self._fill(entries)
                self._hand_out()
                if self._delivered not in self._ready and any(worker.held for worker in self._workers):
                    self._collect()
                while self._delivered in self._ready:
                    yield self._ready.pop(self._delivered)
                    self._size -= self._sizes.pop(self._delivered, 0)
                    self._delivered += 1
        except BaseException:
            self._close(kill=True)
            raise
        self._close()

    def _fill(self, entries: Iterator[Source | Outcome]) -> None:
        """Have a chunk waiting for each worker, as far as the window allows."""
        while self._more and len(self._waiting) < self._jobs and self._has_room():
            chunk: Chunk = []
            size = 0
            while len(chunk) < CHUNK_SOURCES and size < CHUNK_BYTES and self._has_room():
                entry = next(entries, None)
                if entry is None:
                    self._more = False
                    break
                number, self._begun = self._begun, self._begun + 1
                if isinstance(entry, Outcome):
                    self._ready[number] = entry
                else:
                    chunk.append((number, entry))
                    self._sizes[number] = taken = entry.size
                    self._size += taken
                    size += taken
            if chunk:
                self._waiting.append(chunk)

    def _has_room(self) -> bool:
        return self._begun - self._delivered < WINDOW * self._jobs and self._size < WINDOW_BYTES

    def _hand_out(self) -> None:
        """A chunk for whoever has the least left to do; a new worker rather than a second chunk for a busy one."""
        while self._waiting:
            idle = next((worker for worker in self._workers if not worker.held), None)
            if idle is None and len(self._workers) < self._jobs:
                idle = Worker(self._way, self._limits)
                self._workers.append(idle)
            hungry = [idle] if idle else [worker for worker in self._workers if self._is_hungry(worker)]
            if not hungry:
                return
            min(hungry, key=lambda worker: len(worker.held)).give(self._waiting.popleft())

    def _is_hungry(self, worker: Worker) -> bool:
        left = sum(self._sizes[number] for number in worker.held)
        return len(worker.held) <= HELD and left <= CHUNK_BYTES

    def _collect(self) -> None:
        """Wait until a worker answers or ends."""
        listening = {worker.connection: worker for worker in self._workers if worker.held}
        for connection in wait(list(listening)):
            worker = listening[connection]  # type: ignore[index]
            answers = worker.take()
            if answers is None:
                self._bury(worker)
                continue
            self._unfit = 0
            for number, source, outcome in answers:
                too_much = any(problem.code == "memory" for problem in outcome.problems)
                if not (too_much and self._spare(number, outcome, source)):
                    self._ready[number] = outcome

    def _bury(self, worker: Worker) -> None:
        """Blame the one document that it died of; the others that it had are given to the next."""
        self._workers.remove(worker)
        cause, current = worker.end()
        source = worker.held.pop(current, None)
        if source is not None:
            told = _REASONS[cause or "crashed"].format(self._limits.seconds_for(source.size))
            outcome = failed(source.uri, (Problem(source.uri, "read", "failed", cause or "crashed", told),))
            if not self._spare(current, outcome, source):
                self._ready[current] = outcome
        elif cause:
            self._unfit += 1
            if self._unfit >= UNFIT:
                words = worker.last_words
                raise TimelineError(f"The processes that read documents do not start: {words[-300:]}", words=words)
        if worker.held:
            self._waiting.appendleft(sorted(worker.held.items(), key=lambda item: item[0]))

    def _spare(self, number: int, outcome: Outcome, source: Source) -> bool:
        """Read what took too much once more without its attachments; False where that was tried or it has none."""
        if source.format not in DIVISIBLE or source.fact(BARE):
            return False
        told = (BARE, outcome.problems[0].message)
        self._waiting.append([(number, replace(source, facts=(*source.facts, told)))])
        return True

    def _close(self, *, kill: bool = False) -> None:
        for worker in self._workers:
            worker.close(kill=kill)
        self._workers.clear()
