"""The three views, and the tables behind them, for users of SQLAlchemy; `Timeline.engine` connects to them.

The views are the contract: their columns are never renamed, and are typed for a type checker too (SQLAlchemy 2.1). The
tables may change with a version; `timeline.store.schema` says what each holds.

>>> from sqlalchemy import select
>>> query = select(timeline.c.title).where(timeline.c.year >= 1990, timeline.c.sources > 1)
>>> query.selected_columns.keys()
['title']
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeVar, cast

from sqlalchemy import Boolean, Column, Float, MetaData, Table, Text
from sqlalchemy.types import TypeDecorator, TypeEngine

from timeline.store.column import Day
from timeline.store.schema import (
    claim,
    claim_entity,
    decision,
    document,
    document_location,
    entity,
    event,
    event_claim,
    event_entity,
    problem,
    time_expression,
)

if TYPE_CHECKING:
    from sqlalchemy import Named, TypedColumns
    from sqlalchemy.engine import Dialect

    C = TypeVar("C", bound=TypedColumns)
else:
    TypedColumns = object

__all__ = [
    "claim",
    "claim_entity",
    "decision",
    "disputed",
    "document",
    "document_location",
    "entity",
    "event",
    "event_claim",
    "event_entity",
    "evidence",
    "problem",
    "time_expression",
    "timeline",
]


class Names(TypeDecorator[list[str]]):
    """A list of names; in the database JSON."""

    impl = Text
    cache_ok = True

    def process_result_value(self, value: Any, dialect: Dialect) -> list[str] | None:
        """The list."""
        return None if value is None else cast("list[str]", json.loads(value))


class TimelineColumns(TypedColumns):
    """Of the view `timeline`: one row an event."""

    id: Named[int]
    key: Named[str]
    date: Named[str | None]
    date_latest: Named[str | None]
    year: Named[int | None]
    decade: Named[int | None]
    month: Named[int | None]
    edtf: Named[str | None]
    precision: Named[str | None]
    approximate: Named[bool]
    uncertain: Named[bool]
    kind: Named[str]
    title: Named[str]
    status: Named[str]
    actors: Named[list[str]]
    places: Named[list[str]]
    documents: Named[int]
    mentions: Named[int]
    sources: Named[int]
    disputed: Named[bool]
    inferred: Named[bool]
    salience: Named[float]
    first_day: Named[int | None]
    last_day: Named[int | None]
    clock: Named[str | None]
    starred: Named[bool]
    labels: Named[list[str]]
    note: Named[str | None]
    edited: Named[bool]


class EvidenceColumns(TypedColumns):
    """Of the view `evidence`: one row a claim."""

    event_id: Named[int]
    event_key: Named[str]
    document: Named[str]
    title: Named[str | None]
    published: Named[str | None]
    page: Named[int | None]
    start: Named[int]
    end: Named[int]
    quote: Named[str]
    time_text: Named[str]
    edtf: Named[str | None]
    status: Named[str]
    rule: Named[str | None]
    anchor: Named[str | None]
    claim_key: Named[str]
    claim_title: Named[str]
    time_start: Named[int | None]
    time_end: Named[int | None]
    basis: Named[str]
    speaker: Named[str | None]
    negated: Named[bool]


class DisputedColumns(TypedColumns):
    """Of the view `disputed`: one row a pair of claimed dates."""

    event_id: Named[int]
    event_key: Named[str]
    title: Named[str]
    edtf: Named[str]
    document: Named[str]
    quote: Named[str]
    other_edtf: Named[str]
    other_document: Named[str]
    other_quote: Named[str]
    days_apart: Named[int]


_TYPES: dict[str, TypeEngine[Any]] = {
    "int": Day,
    "float": Float(),
    "str": Text(),
    "bool": Boolean(),
    "list[str]": Names(),
}
_views = MetaData()


def _view(name: str, columns: type[C]) -> Table[C]:
    """A table of the annotated columns, in their order: SQLAlchemy 2.0 cannot read them itself."""
    told = {column: kind[len("Named[") : -1] for column, kind in columns.__annotations__.items()}
    made = [Column(column, _TYPES[kind.removesuffix(" | None")]) for column, kind in told.items()]
    return cast("Table[C]", Table(name, _views, *made))


timeline: Table[TimelineColumns] = _view("timeline", TimelineColumns)
evidence: Table[EvidenceColumns] = _view("evidence", EvidenceColumns)
disputed: Table[DisputedColumns] = _view("disputed", DisputedColumns)
