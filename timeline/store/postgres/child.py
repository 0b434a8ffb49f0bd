"""The child that runs a user's SQL on a server: started as a script, so that it can be killed at any moment."""

from __future__ import annotations

import marshal
import os
import re
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import psycopg

_ROWS = 256
"""Rows in one frame."""
_BLANK = r"(?:\s|--[^\n\r]*[\n\r]|/\*.*?\*/)"
_LETTER = r"[A-Za-z_\x80-\U0010ffff]"
_TEXT = r"(?:[^'\\]|\\.|'')*"
_TOKEN = re.compile(
    rf"""(?P<doubtful>u&\s*["']|e'{_TEXT}'{_BLANK}+')|e'{_TEXT}'|'(?:[^']|'')*'|--[^\n\r]*|/\*(?P<remark>.*?)\*/"""
    rf"""|\$(?P<tag>(?:{_LETTER}(?:{_LETTER}|[0-9])*)?)\$.*?\$(?P=tag)\$"""
    rf"""|"(?P<quoted>(?:[^"]|"")*)"|(?P<plain>{_LETTER}(?:{_LETTER}|[0-9$])*)""",
    re.DOTALL | re.IGNORECASE,
)
"""As the server tells texts, remarks and names apart."""
_FIRST = re.compile(rf"(?:{_BLANK}|\()*([a-z]*)", re.DOTALL | re.IGNORECASE)
_EXPLAIN = re.compile(
    rf"{_BLANK}*explain\b{_BLANK}*(?:(?:analy[sz]e|verbose)\b{_BLANK}*)*(?:\({_BLANK}*(?!select|with|values|table)[^()]*\))?",
    re.DOTALL | re.IGNORECASE,
)
_READS = ("select", "with", "values", "table", "")
_WRITES = frozenset(
    (
        *("alter", "analyze", "begin", "call", "checkpoint", "close", "cluster", "comment", "commit", "copy", "create"),
        *("deallocate", "declare", "delete", "discard", "do", "drop", "end", "execute", "fetch", "grant", "import"),
        *("insert", "listen", "load", "lock", "merge", "move", "notify", "prepare", "reassign", "refresh", "reindex"),
        *("release", "reset", "revoke", "rollback", "savepoint", "security", "set", "start", "truncate"),
        *("unlisten", "update", "vacuum", "abort"),
    )
)
_HARMLESS = frozenset(("random", "clock_timestamp", "timeofday", "gen_random_uuid"))
"""Functions that answer anew each time they are asked, and do nothing else."""
_DOING = "SELECT DISTINCT proname::text FROM pg_catalog.pg_proc WHERE provolatile = 'v' AND proname = ANY ($1::name[])"


class RefusedError(Exception):
    """The query would do more than answer."""


def main() -> None:
    """Read one question from stdin, answer it, end."""
    question = marshal.loads(sys.stdin.buffer.read())
    sys.path[:] = question["path"]
    from timeline.store.asking import send

    try:
        _refuse_at_once(question["sql"])
    except RefusedError as error:
        send("error", "write", str(error))
    else:
        _ask(question, send)


def _ask(question: dict[str, Any], send: Any) -> None:
    """The server, whose driver takes longer to load than all else."""
    import psycopg

    from timeline.store.asking import bound

    try:
        bound(question["seconds"], question["megabytes"])
        _answer(question, send)
        send("end")
    except BrokenPipeError:
        os._exit(0)
    except MemoryError:
        send("error", "memory", "out of memory")
    except RefusedError as error:
        send("error", "write", str(error))
    except psycopg.Error as error:
        send("error", *_told(error))
    except (ValueError, OverflowError) as error:
        send("error", type(error).__name__, str(error))


def _answer(question: dict[str, Any], send: Any) -> None:
    from psycopg import RawCursor, RawServerCursor

    from timeline.store.postgres.address import Address
    from timeline.store.postgres.placing import named
    from timeline.store.postgres.session import connection

    sql = question["sql"].strip().rstrip(";")
    connected = connection(Address(question["address"]), cursor_factory=RawCursor)
    _limit(connected, question["seconds"])
    connected.execute(b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    statement, wanted = named(sql)
    _refuse(connected, statement.decode())
    missing = [name for name in wanted if name not in question["parameters"]]
    if missing:
        raise ValueError(f"the value of :{missing[0]} is missing; give it with -p {missing[0]}=VALUE")
    values = [question["parameters"][name] for name in wanted]
    if _first(sql) == "explain":
        inner = _EXPLAIN.sub("", statement.decode(), count=1)
        RawServerCursor(connected, "explained").execute(inner.encode(), values or None)  # takes nothing but a question
        explained = connected.execute(statement, values or None, prepare=True)  # which takes no second statement
        send("columns", [column.name for column in explained.description or ()])
        send("rows", explained.fetchall())
        return
    cursor = RawServerCursor(connected, "answer")
    cursor.execute(statement, values or None)
    send("columns", [column.name for column in cursor.description or ()])
    count = 1
    while rows := cursor.fetchmany(count):
        send("rows", rows)
        count = _ROWS if sys.getsizeof(rows) and _size(rows) < (1 << 20) else 1


def _limit(connected: psycopg.Connection[Any], seconds: float) -> None:
    """On the server as well: a query ends when nobody waits for it any more."""
    milliseconds = max(1, int(seconds * 1000))
    for name, value in (
        ("standard_conforming_strings", "on"),
        *(("statement_timeout", milliseconds), ("lock_timeout", milliseconds)),
        *(("idle_in_transaction_session_timeout", milliseconds + 60_000), ("client_connection_check_interval", 1000)),
        ("default_transaction_read_only", "on"),
    ):
        connected.execute(f"SET {name} = {value}".encode())


def _refuse_at_once(sql: str) -> None:
    """What begins as no question does."""
    first = _first(sql.strip())
    if first in _WRITES:
        raise RefusedError(f"this begins with {first.upper()}")


def _refuse(connected: psycopg.Connection[Any], sql: str) -> None:
    """Functions that do something; compiled SQL cannot tell them by then."""
    names = set()
    for token in _TOKEN.finditer(sql):
        if token["doubtful"] or "/*" in (token["remark"] or ""):
            raise RefusedError("texts and remarks are written plainly: no U&, no E'' in parts, no remark in a remark")
        names.add((token["quoted"] or "").replace('""', '"') or (token["plain"] or "").lower())
    doing = {name for (name,) in connected.execute(_DOING.encode(), [_array(names)])} - _HARMLESS
    if doing:
        raise RefusedError(f"the function {min(doing)} does more than answer")


def _first(sql: str) -> str:
    found = _FIRST.match(sql)
    return found[1].lower() if found else ""


def _array(names: set[str]) -> str:
    return "{" + ",".join('"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"' for name in sorted(names)) + "}"


def _size(rows: list[tuple[Any, ...]]) -> int:
    return sum(len(value) if isinstance(value, str | bytes) else 8 for row in rows for value in row)


def _told(error: psycopg.Error) -> tuple[str, str]:
    """Kind and sentence."""
    message = " ".join(((error.diag.message_primary if error.diag else None) or str(error)).split())
    state = error.sqlstate or ""
    if state == "57014":
        return "time", "interrupted"
    if state in ("25006", "42501") or "must not contain" in message or "data-modifying" in message:
        return "write", message
    if state in ("53200", "54000"):
        return "memory", "out of memory"
    return ("server" if state[:2] in ("08", "57", "53", "XX") else "sql"), message


if __name__ == "__main__":
    main()
