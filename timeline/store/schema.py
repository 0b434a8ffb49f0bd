"""The tables, in SQLAlchemy Core: what is kept, and how it is found again.

Four kinds of table. *Facts* are written when a document is added and never edited: `document`, `document_location`,
`time_expression`, `claim`, `claim_entity`, `problem`. *Decisions* of a person are rows of their own, keyed by content.
*Derived* tables are rebuilt from the claims at every link: `event`, `event_claim`, `event_entity`, `event_decision`,
`entity_alias`, `event_year`, `source`, `event_source`. `saved` holds queries that a person named, `property` what is
true of the whole database, `seal` checksums of what nothing else vouches for.

A time is always the same columns (`store/column.py`): EDTF text is the truth; days are Julian Day Numbers, NULL where
open or unknown; `precision`, `approximate`, `uncertain`, `clock`. Full-text index and views are SQL: in the migrations.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
)

from timeline.store.column import CONVENTION, Day, Text, key_of, time, under_way

metadata = MetaData(naming_convention=CONVENTION)

document = Table(
    "document",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("uri", Text, nullable=False, unique=True),  # of its locations, the one that sorts first
    Column("format", Text, nullable=False),
    Column("bytes_sha256", Text, nullable=False, index=True),
    Column("text_sha256", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),  # of the options and rules that it was read with
    Column("title", Text),
    Column("publisher", Text, index=True),
    Column("author", Text),
    Column("language", Text, nullable=False),
    *time("published_"),
    Column("published_how", Text),
    Column("page_starts", Text, nullable=False),  # a JSON list of offsets
    Column("signature", LargeBinary, nullable=False),
    Column("length", Integer, nullable=False),  # of the text, in code points
    Column("text", Text, nullable=False),  # last: the columns before it are read without its pages
)

document_location = Table(
    "document_location",
    metadata,
    Column("uri", Text, primary_key=True),
    key_of("document", "document_id", index=True),
    sqlite_with_rowid=False,
)

time_expression = Table(
    "time_expression",
    metadata,
    key_of("document", "document_id", primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("text", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("stated", Text, nullable=False),  # TIMEX3 value of the words alone
    Column("value", Text, nullable=False),  # TIMEX3 value, as far as it could be completed
    Column("mod", Text),
    Column("rule", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("bound", Text, nullable=False),
    *time(),
    Column("anchor_kind", Text),
    Column("anchor_edtf", Text),
    Column("anchor_how", Text),
    Column("anchor_start", Integer),
    Column("anchor_end", Integer),
    Column("range_edtf", Text),
    Column("range_start", Integer),
    Column("range_end", Integer),
    Column("why", Text, nullable=False),
    sqlite_with_rowid=False,
)

claim = Table(
    "claim",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    key_of("document", "document_id", index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("title", Text, nullable=False),
    *time(),
    Column("kind", Text, nullable=False),
    Column("time_start", Integer),
    Column("time_end", Integer),
    Column("time_text", Text, nullable=False),
    Column("trigger", Text, nullable=False),
    Column("trigger_start", Integer),
    Column("trigger_end", Integer),
    Column("status", Text, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("speaker", Text),
    Column("numbers", Text, nullable=False),  # a JSON list
    Column("page", Integer),
    Column("rule", Text),
    Column("anchor", Text),
    Column("basis", Text, nullable=False),
    CheckConstraint('start <= "end"', name="span"),
    CheckConstraint("first_day <= last_day", name="days"),
)

entity = Table(
    "entity",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),  # the kind that most claims give it
    Column("events", Integer, nullable=False),  # that it acts in or that are there: which of two to look up first
)

entity_alias = Table(
    "entity_alias",
    metadata,
    Column("folded", Text, primary_key=True),  # without case and accents: what a filter looks up
    key_of("entity", "entity_id", primary_key=True),
    sqlite_with_rowid=False,
)

claim_entity = Table(
    "claim_entity",
    metadata,
    key_of("claim", "claim_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("entity_id", Integer, ForeignKey("entity.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    sqlite_with_rowid=False,
)

event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True),  # its place in chronological order, from 1; hidden ones come last
    Column("key", Text, nullable=False, unique=True),
    Column("date", Text),
    Column("date_latest", Text),
    Column("year", Day),
    Column("decade", Day),
    Column("month", Integer),
    *time(),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("actors", Text, nullable=False),  # a JSON list
    Column("places", Text, nullable=False),  # a JSON list
    Column("documents", Integer, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("disputed", Boolean, nullable=False),
    Column("inferred", Boolean, nullable=False),
    Column("salience", Float, nullable=False),
    Column("hidden", Boolean, nullable=False),  # from here to `edited`: what a person decided, store/decide.py
    Column("starred", Boolean, nullable=False),
    Column("labels", Text, nullable=False),  # a JSON list
    Column("note", Text),
    Column("edited", Boolean, nullable=False),  # title or date are a person's
    Column("bucket", Integer),  # class of length, store/bucket.py; NULL: undated
    Column("marks", Text, nullable=False),  # what filters ask for, as words of the full-text index, store/marks.py
    CheckConstraint("first_day <= last_day", name="days"),
    Index("ix_event_first_day", "first_day"),
    Index("ix_event_last_day", "last_day"),
    Index("ix_event_under_way", "bucket", "id", "last_day"),
    Index("ix_event_date", "date"),
    Index("ix_event_year", "year"),
    Index("ix_event_salience", "salience"),
)

event_claim = Table(
    "event_claim",
    metadata,
    key_of("event", "event_id", primary_key=True),
    Column("position", Integer, primary_key=True),
    key_of("claim", "claim_id", unique=True),
    sqlite_with_rowid=False,
)

event_entity = Table(
    "event_entity",
    metadata,
    key_of("entity", "entity_id", primary_key=True),
    Column("role", Text, primary_key=True),  # `actor` | `place`
    key_of("event", "event_id", primary_key=True),
    Column("bucket", Integer),
    Column("last_day", Day),
    under_way("event_entity", "entity_id", "role", "bucket", "event_id", "last_day"),
    sqlite_with_rowid=False,
)

source = Table(
    "source",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),  # of a publisher
    Column("documents", Integer, nullable=False),
    Column("events", Integer, nullable=False),  # that they tell of
)

event_source = Table(
    "event_source",
    metadata,
    key_of("source", "source_id", primary_key=True),
    key_of("event", "event_id", primary_key=True),
    Column("bucket", Integer),
    Column("last_day", Day),
    under_way("event_source", "source_id", "bucket", "event_id", "last_day"),
    sqlite_with_rowid=False,
)

event_year = Table(
    "event_year",
    metadata,
    Column("year", Day, primary_key=True, autoincrement=False),
    Column("events", Integer, nullable=False),
)

decision = Table(
    "decision",
    metadata,
    Column("id", Integer, primary_key=True),  # the order in which they came
    Column("key", Text, nullable=False, unique=True),  # of its content: the same one is not taken in twice
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),  # a JSON object; claims in it as store/citation.py cites them
    Column("who", Text),
    Column("why", Text),
    Column("made", Text),  # when, as the caller says: ISO 8601 in UTC
)

event_decision = Table(
    "event_decision",
    metadata,
    key_of("event", "event_id", primary_key=True),
    key_of("decision", "decision_id", primary_key=True, index=True),
    sqlite_with_rowid=False,
)

saved = Table(
    "saved",
    metadata,
    Column("name", Text, primary_key=True),  # of the saved query, and of its view
    Column("wanted", Text, nullable=False),  # a JSON object: what the filter was made of
    sqlite_with_rowid=False,
)

problem = Table(
    "problem",
    metadata,
    Column("uri", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("stage", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    sqlite_with_rowid=False,
)

property_ = Table(
    "property",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

seal = Table(
    "seal",
    metadata,
    Column("kind", Text, primary_key=True),  # store/seal.py
    Column("name", Text, primary_key=True),
    Column("value", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
