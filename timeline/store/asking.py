"""The child that runs a user's SQL: started as a script, alone with sqlite3, so that it can be killed at any moment.

Walls, one behind the other: the file is opened read-only; nothing can be attached; the authorizer allows reading and
nothing else, inside views too; no byte can be written to any file; the kernel bounds address space and processor time.
Frames go out on stdout: four bytes of length, then a marshalled tuple whose first item says what it is.
"""

from __future__ import annotations

import marshal
import os
import re
import resource
import sqlite3
import sys
import time
from typing import Any

_MEGABYTE = 1 << 20
_ROWS = 256
"""Rows in one frame."""
_STEPS = 20000
"""Instructions of SQLite's machine between two looks at the clock."""
_PRAGMAS = frozenset(
    (
        *("table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list"),
        *("function_list", "module_list", "collation_list", "compile_options", "pragma_list", "data_version"),
    )
)
_TABLE_FUNCTIONS = ("json_each('[]')", "json_tree('[]')", *(f"pragma_{name}" for name in _PRAGMAS - {"data_version"}))
_FORBIDDEN = frozenset(("load_extension", "fts3_tokenizer", "fts5"))
_QUOTED = re.compile(r"'[^']*'|\"(?:[^\"]|\"\")*\"|`[^`]*`|\[[^\]]*\]|--[^\n]*|/\*.*?(?:\*/|$)", re.DOTALL)
_EXPLAIN = re.compile(r"(?:\s|--[^\n]*\n|/\*.*?\*/)*explain\b", re.DOTALL | re.IGNORECASE)


def bound(seconds: float, megabytes: int) -> None:
    """Let the kernel stop what runs away: memory, processor time, any write to a file."""
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 2,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def connect(uri: str, seconds: float) -> sqlite3.Connection:
    """A connection that can read this database and do nothing else."""
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=seconds)
    _meet(connection)
    connection.execute("PRAGMA query_only=ON")
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.set_authorizer(_allowed)
    end = time.process_time() + seconds
    connection.set_progress_handler(lambda: time.process_time() > end, _STEPS)
    return connection


def _meet(connection: sqlite3.Connection) -> None:
    """Virtual tables declare themselves at first use, which the authorizer would take for a CREATE TABLE."""
    for table in ("event_text", *_TABLE_FUNCTIONS):
        connection.execute(f"SELECT 1 FROM {table} LIMIT 1").close()


def _allowed(action: int, one: str | None, two: str | None, _database: str | None, _trigger: str | None) -> int:
    if action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE):
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and two is not None and two.lower() not in _FORBIDDEN:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and one is not None and one.lower() in _PRAGMAS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY


def verify(connection: sqlite3.Connection, sql: str, parameters: dict[str, Any]) -> None:
    """Compile the statement; raise where a double-quoted name is no column, which SQLite would take for a text.

    Backquotes mean the same as double quotes, but never a text.
    """
    explain = "" if _EXPLAIN.match(sql) else "EXPLAIN "
    connection.execute(explain + sql, parameters).close()
    strict = _QUOTED.sub(_backquoted, sql)
    if strict != sql:
        try:
            connection.execute(explain + strict, parameters).close()
        except sqlite3.OperationalError as error:
            raise sqlite3.OperationalError(f"{error}; a text stands in 'single quotes'") from None


def _backquoted(found: re.Match[str]) -> str:
    token = found.group()
    return "`" + token[1:-1].replace('""', '"').replace("`", "``") + "`" if token[0] == '"' else token


def send(*frame: Any) -> None:
    """One frame to the parent."""
    data = marshal.dumps(frame)
    view = memoryview(len(data).to_bytes(4, "big") + data)
    while view:
        view = view[os.write(1, view) :]


def main() -> None:
    """Read one question from stdin, answer it, end."""
    question = marshal.loads(sys.stdin.buffer.read())
    try:
        bound(question["seconds"], question["megabytes"])
        connection = connect(question["uri"], question["seconds"])
        verify(connection, question["sql"], question["parameters"])
        cursor = connection.execute(question["sql"], question["parameters"])
        if cursor.description is None:  # CREATE … IF NOT EXISTS of what is there: SQLite asks nobody
            raise sqlite3.OperationalError("it asks for nothing")
        send("columns", [column[0] for column in cursor.description])
        while rows := cursor.fetchmany(_ROWS):
            send("rows", rows)
        send("end")
    except BrokenPipeError:
        os._exit(0)
    except MemoryError:
        send("error", "memory", "out of memory")
    except (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError) as error:
        send("error", type(error).__name__, str(error))


if __name__ == "__main__":
    main()
