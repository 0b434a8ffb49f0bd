"""Places for values in SQL: `?`, `?1` and `:name` become `$1` …, but not in texts, names and remarks."""

from __future__ import annotations

import re
from functools import lru_cache

_TOKEN = re.compile(
    r"""'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|/\*.*?\*/|\$([A-Za-z_]*)\$.*?\$\1\$|::"""
    r"""|\?(?P<number>[0-9]*)|:(?P<name>[A-Za-z_][A-Za-z_0-9]*)""",
    re.DOTALL,
)


def named(sql: str) -> tuple[bytes, tuple[str, ...]]:
    """A person's statement, where `?` is an operator and only `:name` is a place."""
    wanted: list[str] = []

    def told(found: re.Match[str]) -> str:
        name = found["name"]
        if name is None:
            return found.group()
        if name not in wanted:
            wanted.append(name)
        return f"${wanted.index(name) + 1}"

    return _TOKEN.sub(told, sql).encode(), tuple(wanted)


@lru_cache(maxsize=512)
def placed(sql: str) -> tuple[bytes, tuple[int | str, ...]]:
    """The statement as PostgreSQL takes it, and for `$1`, `$2` … the place or name of its value.

    >>> placed("select ?, ?, ?1, '?' where a = :b or c > :b")
    (b"select $1, $2, $1, '?' where a = $3 or c > $3", (0, 1, 'b'))
    """
    wanted: list[int | str] = []
    counted = 0

    def told(found: re.Match[str]) -> str:
        nonlocal counted
        number, name = found["number"], found["name"]
        if number is None and name is None:
            return found.group()
        value: int | str = name or (int(number) - 1 if number else counted)
        counted += number == ""
        if value not in wanted:
            wanted.append(value)
        return f"${wanted.index(value) + 1}"

    return _TOKEN.sub(told, sql).encode(), tuple(wanted)
