"""How values come and go: as SQLite gives and takes them, so that every line that is printed of them is the same.

Flags are 1 and 0, whole numbers have no type of their own until the server has seen where they go, sums are numbers of
Python, and what SQLite has no type for (dates, JSON, arrays) is text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from psycopg import adapters
from psycopg.adapt import AdaptersMap, Buffer, Dumper, Loader
from psycopg.types.string import TextLoader

if TYPE_CHECKING:
    from psycopg.abc import AdaptContext

_AS_TEXT = (
    *("date", "time", "timetz", "timestamp", "timestamptz", "interval", "uuid", "json", "jsonb", "inet", "cidr"),
    *("int4range", "int8range", "numrange", "daterange", "tsrange", "tstzrange"),
)


class Whole(Dumper):
    """A number without a type: `1` is a flag where a flag is wanted."""

    def dump(self, obj: int) -> bytes:
        """Its digits."""
        return b"%d" % obj

    def quote(self, obj: int) -> bytes:
        """The same inside a statement."""
        return b"%d" % obj if obj >= 0 else b" %d" % obj


class Flag(Loader):
    """1 or 0."""

    def load(self, data: Buffer) -> int:
        """`t` is 1."""
        return int(bytes(data) == b"t")


class Number(Loader):
    """An int where there is no fraction, else a float."""

    def load(self, data: Buffer) -> int | float:
        """NaN and infinities are floats."""
        digits = bytes(data)
        return int(digits) if digits.lstrip(b"-").isdigit() else float(digits)


@cache
def alike() -> AdaptContext:
    """What a connection is made with."""
    made = AdaptersMap(adapters)
    made.register_dumper(int, Whole)
    made.register_loader("bool", Flag)
    made.register_loader("numeric", Number)
    for name in _AS_TEXT:
        made.register_loader(name, TextLoader)
    for known in made.types:
        if known.array_oid:
            made.register_loader(known.array_oid, TextLoader)
    return _Context(made)


class _Context:
    """Adapters without a connection."""

    connection = None

    def __init__(self, adapters: AdaptersMap) -> None:
        self.adapters = adapters
