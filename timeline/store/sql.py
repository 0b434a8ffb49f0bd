"""A user's SQL, in a child process that can read and nothing else, and is killed when it takes too long."""

from __future__ import annotations

import marshal
import os
import select
import subprocess
import sys
import time
from collections.abc import Mapping
from itertools import chain, count
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from timeline.errors import InputError, StoreError, TimelineError
from timeline.store import connect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType
    from typing import Self

_CHILD = Path(__file__).with_name("asking.py")
GRACE = 1.0
"""Seconds beyond the limit that the child has to stop by itself."""
SECONDS = 30.0
MEGABYTES = 500
_WRITES = ("not authorized", "authorization denied", "readonly", "too many attached", "access to")


class Guard(Protocol):
    """What is to be held open while the child works."""

    def close(self) -> None: ...


class Child(NamedTuple):
    """A script that answers one question."""

    script: Path
    options: tuple[str, ...] = ("-I", "-S", "-X", "utf8")
    environment: Mapping[str, str] = MappingProxyType({})


class Answer:
    """Columns, and rows as they come; close it, or read it to the end, or leave its `with`."""

    def __init__(self, name: object, child: Child, question: Mapping[str, Any], guard: Guard | None = None) -> None:
        """Start the child with the question; `guard` is closed when it has ended."""
        self._name, self._guard = name, guard
        self._seconds, self._megabytes = question["seconds"], question["megabytes"]
        self._waited = 0.0
        self._child = subprocess.Popen(
            [sys.executable, *child.options, str(child.script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=dict(child.environment),
        )
        assert self._child.stdin is not None
        with self._child.stdin as pipe:
            pipe.write(marshal.dumps(dict(question)))
        try:
            self.columns: tuple[str, ...] = _distinct(self._frame()[1])
        except BaseException:
            self.close()
            raise

    @property
    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Each once: None, int, float, str or bytes. InputError when the query fails or takes too long half-way."""
        try:
            while (frame := self._frame())[0] == "rows":
                yield from frame[1]
        finally:
            self.close()

    def prompt(self) -> Iterator[tuple[Any, ...]]:
        """The rows; what this process does with them counts too, though not that others let it wait."""
        began = time.process_time()
        for row in self.rows:
            yield row
            if self._waited + time.process_time() - began > self._seconds:
                raise self._refusal("time", "interrupted")

    def close(self) -> None:
        """End the child, wherever it is."""
        if self._child.poll() is None:
            self._child.kill()
        self._child.wait()
        if self._child.stdout is not None:
            self._child.stdout.close()
        if self._guard is not None:
            self._guard.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _frame(self) -> tuple[str, Any]:
        """The next frame; only the time that is spent waiting for it counts."""
        began = time.monotonic()
        until = began + self._seconds + GRACE
        data = self._bytes(int.from_bytes(self._bytes(4, until), "big"), until)
        self._waited += time.monotonic() - began
        frame = marshal.loads(data)
        if frame[0] == "error":
            raise self._refusal(frame[1], frame[2])
        return frame[0], frame[1] if len(frame) > 1 else None

    def _bytes(self, count: int, until: float) -> bytes:
        assert self._child.stdout is not None
        pipe, parts = self._child.stdout.fileno(), []
        while count:
            if not select.select([pipe], [], [], max(0.0, until - time.monotonic()))[0]:
                raise self._refusal("time", "interrupted")
            part = os.read(pipe, min(count, 1 << 20))
            if not part:
                self._child.wait()
                raise self._refusal("memory" if self._child.returncode > 0 else "time", "it was stopped")
            parts.append(part)
            count -= len(part)
        return b"".join(parts)

    def _refusal(self, kind: str, message: str) -> TimelineError:
        if kind == "time" or message == "interrupted":
            limit = f"{self._seconds:g} second{'' if self._seconds == 1 else 's'}"
            return InputError(f"the query took longer than {limit}", code="time")
        if kind in ("memory", "MemoryError") or message in ("out of memory", "string or blob too big"):
            return InputError(f"the query needs more than {self._megabytes} MB of memory", code="memory")
        if kind == "write" or any(sign in message for sign in _WRITES):
            return InputError(f"a query can only read: {message}", code="write")
        if kind == "DatabaseError":
            return StoreError(f"{self._name} is damaged ({message})", path=self._name, code="damaged")
        if kind == "server":
            return StoreError(f"{self._name} cannot be used ({message})", path=self._name, code="database")
        return InputError(f"the query is not right: {message}", code="sql")


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once: of two columns `title` the second is `title:1`, as SQLite calls it in a subquery."""
    told: dict[str, None] = {}
    for name in names:
        spellings = chain([name], (f"{name}:{number}" for number in count(1)))
        told[next(spelling for spelling in spellings if spelling not in told)] = None
    return tuple(told)


def ask(
    path: Path,
    sql: str,
    parameters: Mapping[str, object] | None = None,
    *,
    seconds: float = SECONDS,
    megabytes: int = MEGABYTES,
) -> Answer:
    """Run one statement; `:name` in it takes its value from `parameters`.

    InputError for a statement that is wrong, writes, or takes more than `seconds` or `megabytes`; StoreError for a
    database that cannot be read.
    """
    guard = connect.reading(path)  # keeps the side files of a database that is being written, and cleans up
    try:
        told = question(sql, parameters, seconds, megabytes) | {"uri": connect.read_only(path)}
        return Answer(path, Child(_CHILD), told, guard)
    except BaseException:
        guard.close()
        raise


def question(sql: str, parameters: Mapping[str, object] | None, seconds: float, megabytes: int) -> dict[str, Any]:
    """What the child is told; InputError where nothing is asked."""
    if not sql.strip(" \t\r\n;"):
        raise InputError("there is no query", code="sql")
    return {"sql": sql, "parameters": _plain(parameters or {}), "seconds": seconds, "megabytes": megabytes}


def _plain(parameters: Mapping[str, object]) -> dict[str, object]:
    """What a database can be given; InputError for the rest."""
    if not isinstance(parameters, Mapping):
        raise InputError("parameters go by name: {'year': 1994} for :year")
    for name, value in parameters.items():
        if not isinstance(value, int | float | str | bytes | None):
            raise InputError(f"a parameter is a text or a number, not {type(value).__name__}: {name}", name=name)
    return dict(parameters)
