"""What a damaged database still holds of its facts, as rows of a new one; what is derived is left behind."""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from types import NoneType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Float, Integer, LargeBinary

from timeline.store import schema
from timeline.store.dated import is_right
from timeline.store.dialect import inserting
from timeline.store.pages import Found, Gap, Pages
from timeline.temporal.precision import Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from sqlalchemy import Column, Table

FACTS = (
    *(schema.document, schema.document_location, schema.claim, schema.entity, schema.claim_entity),
    *(schema.time_expression, schema.problem, schema.decision, schema.saved, schema.seal),
)
_KEY = re.compile(r"[a-z2-7]{12}")
_KEYED = {"document": 1, "claim": 1, "decision": 1}
"""Place of the key in rows that may be known by it."""
_BY_SHAPE = ("document", "claim", "entity", "claim_entity", "time_expression", "problem", "decision")
"""Tables whose rows are known by what they are made of, wherever they are found."""
_ORDERED = (("start", "end"), ("first_day", "last_day"))
PRECISIONS = frozenset((None, *map(str, Precision)))
Range = tuple[int | None, int | None]


@dataclass(slots=True)
class Salvage:
    """What came of it."""

    rows: Counter[str] = field(default_factory=Counter)
    """Rows by table."""
    gaps: list[tuple[str, Gap]] = field(default_factory=list)
    """What could not be read of the facts, by table."""
    derived: int = 0
    """What could not be read of what is made anew."""
    holes: dict[str, list[Range]] = field(default_factory=dict)
    """By table, the first columns of the rows before and after each gap."""
    orphans: Counter[str] = field(default_factory=Counter)
    """Rows, by table, that were found on pages that nothing leads to any more."""


def salvage(path: Path, into: sqlite3.Connection) -> Salvage:
    """Read every fact that can be read, in the order of trust: what the tables lead to, then what stands about."""
    done = Salvage()
    with Pages(path) as pages:
        roots, whole = _roots(pages)
        for table in FACTS:
            if table.name in roots:
                _take(table, pages, roots.pop(table.name), into, done)
            else:
                done.gaps.append((table.name, Gap(1, "where it begins is lost")))
                done.holes[table.name] = [(None, None)]
        for root in roots.values():
            done.derived += sum(1 for _ in pages.gaps(root))
        if done.gaps or not whole:
            pages.free()
            _take_lost(pages, into, done)
    return done


def _roots(pages: Pages) -> tuple[dict[str, int], bool]:
    """Root page by name of table or index, and whether all of the schema could be read."""
    roots, whole = {}, True
    for found in pages.walk(1):
        if isinstance(found, Gap):
            whole = False
        elif len(found.values) == 5 and isinstance(found.values[3], int) and found.values[3] > 1:
            roots[str(found.values[1])] = found.values[3]
    return roots, whole and bool(roots)


def _take(table: Table, pages: Pages, root: int, into: sqlite3.Connection, done: Salvage) -> None:
    """The rows of one table, some thousands at a time; where something is missing, what stands beside it."""
    before: int | None = None
    after_gap = False
    holes: list[Range] = []
    waiting: list[tuple[Any, ...]] = []
    for found in chain(pages.walk(root), (None,)):
        row = _row(table, found) if isinstance(found, Found) else None
        if row is None and found is not None:
            gap = found if isinstance(found, Gap) else Gap(0, "a row is not one of this table")
            done.gaps.append((table.name, gap))
            after_gap = True
            continue
        number = row[0] if row and isinstance(row[0], int) else None
        if after_gap:
            holes.append((before, number))
            after_gap = False
        if row is not None:
            before = number
            waiting.append(row)
        if len(waiting) >= 5000 or row is None:
            done.rows[table.name] += _insert(table, waiting, into)
            waiting.clear()
    if holes:
        done.holes[table.name] = holes


def _take_lost(pages: Pages, into: sqlite3.Connection, done: Salvage) -> None:
    shapes = [table for table in FACTS if table.name in _BY_SHAPE]
    for _, found in pages.lost():
        for table in shapes:
            row = _row(table, found)
            if row is not None and _is_keyed(table.name, row):
                done.orphans[table.name] += _insert(table, [row], into)
                break


def _insert(table: Table, rows: Iterable[tuple[Any, ...]], into: sqlite3.Connection) -> int:
    """How many were taken: not those that are there, nor those that break a rule of the table."""
    sql = inserting(table).replace("INSERT", "INSERT OR IGNORE", 1)
    before = into.total_changes
    rows = list(rows)
    try:
        into.executemany(sql, rows)
    except sqlite3.Error:
        for row in rows:
            with suppress(sqlite3.Error):
                into.execute(sql, row)
    return into.total_changes - before


def _row(table: Table, found: Found) -> tuple[Any, ...] | None:
    """The row if it can be one of that table: as many values, each of its kind; a text that is cut off is taken."""
    columns = _kinds(table)
    if len(found.values) != len(columns):
        return None
    values = list(found.values)
    if found.number is not None and values[0] is None:
        values[0] = found.number
    if not all(isinstance(value, kinds) for kinds, value in zip(columns, values, strict=True)):
        return None
    if table.name == "document":
        return tuple(values)
    return tuple(values) if found.whole and _is_sound(table, values) else None


def _is_sound(table: Table, values: Sequence[Any]) -> bool:
    """What is more than a text or a number can be read, too."""
    told = dict(zip(table.columns.keys(), values, strict=True))
    ordered = all(a is None or b is None or a <= b for a, b in ((told.get(x), told.get(y)) for x, y in _ORDERED))
    days = (told.get(name) for name in ("edtf", "first_day", "last_day"))
    return ordered and is_right(*days) and told.get("precision") in PRECISIONS and is_list(told.get("numbers", "[]"))


def is_list(text: str) -> bool:
    """A list in JSON."""
    try:
        return isinstance(json.loads(text), list)
    except ValueError:
        return False


@cache
def _kinds(table: Table) -> tuple[tuple[type, ...], ...]:
    """What a value may be, column by column."""
    return tuple((*_kind(column), *((NoneType,) if column.nullable else ())) for column in table.columns)


def _kind(column: Column[Any]) -> tuple[type, ...]:
    if isinstance(column.type, Float):
        return (float, int)
    if isinstance(column.type, LargeBinary):
        return (bytes,)
    number = isinstance(column.type, Integer) or column.type.__class__.__name__ == "Boolean"
    return (int if number else str,)


def _is_keyed(name: str, row: tuple[Any, ...]) -> bool:
    """A row of a table with keys has one."""
    return name not in _KEYED or bool(_KEY.fullmatch(row[_KEYED[name]]))
