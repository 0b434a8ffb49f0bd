"""What the tables of `store/schema.py` are made of: types of columns, times, references, names of what holds them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, text
from sqlalchemy import Text as AnyText

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

Text = AnyText().with_variant(AnyText(collation="C"), "postgresql")  # by code points, whatever the server's language
Day = BigInteger().with_variant(Integer, "sqlite")
"""A Julian Day Number: beyond 32 bits for what happened 66 million years ago."""


def time(prefix: str = "") -> list[Column[object]]:
    """The columns of an `Interval`, in the order of `store/rows.py`."""
    return [
        Column(f"{prefix}edtf", Text),
        Column(f"{prefix}first_day", Day),
        Column(f"{prefix}last_day", Day),
        Column(f"{prefix}precision", Text),
        Column(f"{prefix}approximate", Boolean, nullable=False, default=False),
        Column(f"{prefix}uncertain", Boolean, nullable=False, default=False),
        Column(f"{prefix}clock", Text),
    ]


def key_of(table: str, column: str, **options: Any) -> Column[int]:
    """A reference that goes when its row goes."""
    return Column(column, Integer, ForeignKey(f"{table}.id", ondelete="CASCADE"), nullable=False, **options)


def under_way(table: str, *columns: str) -> Index:
    """What lasts longer than a day, by its length: see `store/bucket.py`."""
    lasts = text("bucket > 0")
    return Index(f"ix_{table}_under_way", *columns, sqlite_where=lasts, postgresql_where=lasts)
