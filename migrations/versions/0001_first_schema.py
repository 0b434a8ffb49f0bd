"""The first schema: documents, claims, events; three views; full text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = (
    *("property", "saved", "event_decision", "decision", "event_year", "event_entity", "event_claim", "event"),
    *("claim_entity", "entity_alias", "entity", "claim", "time_expression"),
    *("problem", "document_location", "document"),
)
"""Children before parents."""

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
DAY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

TIMELINE = """
CREATE VIEW timeline AS
SELECT id, key, date, date_latest, year, decade, month, edtf, precision, approximate, uncertain, kind, title, status,
       actors, places, documents, mentions, sources, disputed, inferred, salience, first_day, last_day, clock,
       starred, labels, note, edited
FROM event WHERE NOT hidden
"""

TOLD = """document.uri AS document, document.title AS title,
       document.published_edtf AS published, claim.page AS page, claim.start AS start, claim."end" AS "end",
       claim.quote AS quote, claim.time_text AS time_text, claim.edtf AS edtf, claim.status AS status,
       claim.rule AS rule, claim.anchor AS anchor,
       claim.key AS claim_key, claim.title AS claim_title, claim.time_start AS time_start, claim.time_end AS time_end,
       claim.basis AS basis, claim.speaker AS speaker, claim.negated AS negated
"""

EVIDENCE = f"""
CREATE VIEW evidence AS
SELECT event.id AS event_id, event.key AS event_key, {TOLD}FROM event_claim
JOIN event ON event.id = event_claim.event_id
JOIN claim ON claim.id = event_claim.claim_id
JOIN document ON document.id = claim.document_id
UNION ALL
SELECT NULL, NULL, {TOLD}FROM claim
JOIN document ON document.id = claim.document_id
WHERE NOT EXISTS (SELECT 1 FROM event_claim WHERE event_claim.claim_id = claim.id)
"""
# Two arms, since an outer join would keep SQLite from finding the claims of an event through an index.

DISPUTED = """
CREATE VIEW disputed AS
WITH told AS (
    SELECT event.id AS event_id, event.key AS event_key, event.title AS title, claim.id AS claim_id,
           claim.edtf AS edtf, document.uri AS document, claim.quote AS quote, claim.first_day AS first_day,
           coalesce(claim.last_day, claim.first_day + CASE claim.precision
               WHEN 'week' THEN 6 WHEN 'month' THEN 30 WHEN 'season' THEN 91 WHEN 'quarter' THEN 91
               WHEN 'half' THEN 183 WHEN 'year' THEN 365 WHEN 'decade' THEN 3652 WHEN 'century' THEN 36524
               WHEN 'millennium' THEN 365242 ELSE 0 END) AS last_day
    FROM event
    JOIN event_claim ON event_claim.event_id = event.id
    JOIN claim ON claim.id = event_claim.claim_id
    JOIN document ON document.id = claim.document_id
    WHERE event.disputed AND NOT event.hidden AND claim.basis IN ('stated', 'resolved')
)
SELECT one.event_id AS event_id, one.event_key AS event_key, one.title AS title,
       one.edtf AS edtf, one.document AS document, one.quote AS quote,
       other.edtf AS other_edtf, other.document AS other_document, other.quote AS other_quote,
       other.first_day - one.last_day AS days_apart
FROM told AS one
JOIN told AS other ON other.event_id = one.event_id AND other.first_day > one.last_day
"""

TEXT_SOURCE = """
CREATE VIEW event_text_source AS
SELECT event.id AS id, event.title AS title,
       (SELECT group_concat(quote, char(10)) FROM (
            SELECT claim.quote AS quote FROM event_claim JOIN claim ON claim.id = event_claim.claim_id
            WHERE event_claim.event_id = event.id ORDER BY event_claim.position)) AS quotes,
       event.marks AS marks,
       (SELECT group_concat(told, ' ' || char(57344) || ' ') FROM (
            SELECT uris || ' ' || char(57344) || ' ' || coalesce(title, '') || ' ' || char(57344) || ' '
                   || coalesce(publisher, '') AS told
            FROM document_told_source WHERE id IN (
                SELECT claim.document_id FROM event_claim JOIN claim ON claim.id = event_claim.claim_id
                WHERE event_claim.event_id = event.id)
            ORDER BY id)) AS told
FROM event
"""
# A sign of private use is a word to FTS5 that nobody searches for: no phrase reaches from one name into the next.

TEXT_INDEX = """
CREATE VIRTUAL TABLE event_text USING fts5(
    title, quotes, marks, told,
    content='event_text_source', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
)
"""

DOCUMENT_SOURCE = """
CREATE VIEW document_told_source AS
SELECT document.id AS id, document.title AS title, document.publisher AS publisher,
       (SELECT group_concat(uri, ' ' || char(57344) || ' ') FROM (
            SELECT uri FROM document_location WHERE document_id = document.id ORDER BY uri)) AS uris
FROM document
"""

DOCUMENT_INDEX = """
CREATE VIRTUAL TABLE document_told USING fts5(
    uris, title, publisher,
    content='document_told_source', content_rowid='id', tokenize="unicode61 remove_diacritics 2", columnsize=0
)
"""

DOCUMENT_WORDS = "CREATE VIRTUAL TABLE document_told_word USING fts5vocab(document_told, instance)"

VIEWS = (
    *(TIMELINE, EVIDENCE, DISPUTED, DOCUMENT_SOURCE, DOCUMENT_INDEX, DOCUMENT_WORDS),
    *(TEXT_SOURCE, TEXT_INDEX),
)

ON_A_SERVER = (
    *(TIMELINE, EVIDENCE, DISPUTED),
    """
CREATE TABLE event_text (
    id integer PRIMARY KEY, told text COLLATE "C" NOT NULL,
    words tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(trim(told), ' '))) STORED
)
""",
    """
CREATE TABLE document_told (
    id integer PRIMARY KEY, told text COLLATE "C" NOT NULL,
    words tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(trim(told), ' '))) STORED
)
""",
    "CREATE INDEX ix_event_text_words ON event_text USING gin (words)",
    "CREATE INDEX ix_document_told_words ON document_told USING gin (words)",
    "CREATE TABLE written (number bigint NOT NULL)",
    "INSERT INTO written VALUES (0)",
    "COMMENT ON TABLE written IS 'TLdb'",
    # What SQLite has by itself, so that a query of the documents of this program runs on both.
    """
CREATE FUNCTION date(day bigint) RETURNS text STABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN
    CASE WHEN extract(year FROM to_date(day::text, 'J')) > 0 THEN to_char(to_date(day::text, 'J'), 'YYYY-MM-DD')
    ELSE concat('-', lpad((-1 - extract(year FROM to_date(day::text, 'J')))::text, 4, '0'),
                to_char(to_date(day::text, 'J'), '-MM-DD')) END
""",
    """
CREATE FUNCTION julianday(day text) RETURNS double precision STABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN
    to_char(day::date, 'J')::double precision - 0.5
""",
    """
CREATE FUNCTION json_each(list text) RETURNS TABLE (key bigint, value text) STABLE STRICT PARALLEL SAFE LANGUAGE sql
BEGIN ATOMIC
    SELECT place - 1, told FROM json_array_elements_text(list::json) WITH ORDINALITY AS listed (told, place);
END
""",
    """
CREATE FUNCTION json_array_length(list text) RETURNS integer STABLE STRICT PARALLEL SAFE LANGUAGE sql RETURN
    json_array_length(list::json)
""",
    """
CREATE FUNCTION add_flag(sum bigint, flag boolean) RETURNS bigint IMMUTABLE PARALLEL SAFE LANGUAGE sql RETURN
    CASE WHEN flag IS NULL THEN sum ELSE coalesce(sum, 0) + flag::integer END
""",
    "CREATE AGGREGATE sum(boolean) (SFUNC = add_flag, STYPE = bigint)",
)


def time(prefix: str = "") -> list[sa.Column[object]]:
    """The columns of a time."""
    return [
        sa.Column(f"{prefix}edtf", TEXT),
        sa.Column(f"{prefix}first_day", DAY),
        sa.Column(f"{prefix}last_day", DAY),
        sa.Column(f"{prefix}precision", TEXT),
        sa.Column(f"{prefix}approximate", sa.Boolean(), nullable=False),
        sa.Column(f"{prefix}uncertain", sa.Boolean(), nullable=False),
        sa.Column(f"{prefix}clock", TEXT),
    ]


def upgrade() -> None:
    """Make everything."""
    documents()
    claims()
    events()
    others()
    if is_a_file():
        for statement in (*VIEWS, "PRAGMA application_id = 1414292578"):
            op.execute(statement)
    else:
        for statement in ON_A_SERVER:
            op.execute(statement)


def is_a_file() -> bool:
    """SQLite; else PostgreSQL."""
    return op.get_context().dialect.name == "sqlite"


def downgrade() -> None:
    """Leave an empty file, or schema."""
    if not is_a_file():
        for view in ("disputed", "evidence", "timeline"):
            op.execute(f"DROP VIEW {view}")
        for table in ("written", "document_told", "event_text", *TABLES):
            op.drop_table(table)
        op.execute("DROP AGGREGATE sum(boolean)")
        for function in (
            "add_flag(bigint, boolean)",
            "json_array_length(text)",
            "json_each(text)",
            "julianday(text)",
            "date(bigint)",
        ):
            op.execute(f"DROP FUNCTION {function}")
        return
    for index in ("event_text", "document_told_word", "document_told"):
        op.execute(f"DROP TABLE {index}")
    for view in ("event_text_source", "document_told_source", "disputed", "evidence", "timeline"):
        op.execute(f"DROP VIEW {view}")
    for table in TABLES:
        op.drop_table(table)
    op.execute("PRAGMA application_id = 0")


def documents() -> None:
    """Documents, the names they are found under, what went wrong with them."""
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("uri", TEXT, nullable=False),
        sa.Column("format", TEXT, nullable=False),
        sa.Column("bytes_sha256", TEXT, nullable=False),
        sa.Column("text_sha256", TEXT, nullable=False),
        sa.Column("fingerprint", TEXT, nullable=False),
        sa.Column("title", TEXT),
        sa.Column("publisher", TEXT),
        sa.Column("author", TEXT),
        sa.Column("language", TEXT, nullable=False),
        *time("published_"),
        sa.Column("published_how", TEXT),
        sa.Column("page_starts", TEXT, nullable=False),
        sa.Column("signature", sa.LargeBinary(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        sa.UniqueConstraint("key", name=op.f("uq_document_key")),
        sa.UniqueConstraint("uri", name=op.f("uq_document_uri")),
    )
    op.create_index(op.f("ix_document_bytes_sha256"), "document", ["bytes_sha256"], unique=False)
    op.create_index(op.f("ix_document_publisher"), "document", ["publisher"], unique=False)
    op.create_table(
        "document_location",
        sa.Column("uri", TEXT, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_document_location_document_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("uri", name=op.f("pk_document_location")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_document_location_document_id"), "document_location", ["document_id"], unique=False)
    op.create_table(
        "problem",
        sa.Column("uri", TEXT, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("stage", TEXT, nullable=False),
        sa.Column("severity", TEXT, nullable=False),
        sa.Column("code", TEXT, nullable=False),
        sa.Column("message", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("uri", "position", name=op.f("pk_problem")),
        sqlite_with_rowid=False,
    )


def claims() -> None:
    """What documents say: times and claims, and who and where."""
    op.create_table(
        "time_expression",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.Column("type", TEXT, nullable=False),
        sa.Column("stated", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.Column("mod", TEXT),
        sa.Column("rule", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("bound", TEXT, nullable=False),
        *time(),
        sa.Column("anchor_kind", TEXT),
        sa.Column("anchor_edtf", TEXT),
        sa.Column("anchor_how", TEXT),
        sa.Column("anchor_start", sa.Integer()),
        sa.Column("anchor_end", sa.Integer()),
        sa.Column("range_edtf", TEXT),
        sa.Column("range_start", sa.Integer()),
        sa.Column("range_end", sa.Integer()),
        sa.Column("why", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_time_expression_document_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "start", "end", name=op.f("pk_time_expression")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=False),
        *time(),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("time_start", sa.Integer()),
        sa.Column("time_end", sa.Integer()),
        sa.Column("time_text", TEXT, nullable=False),
        sa.Column("trigger", TEXT, nullable=False),
        sa.Column("trigger_start", sa.Integer()),
        sa.Column("trigger_end", sa.Integer()),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("speaker", TEXT),
        sa.Column("numbers", TEXT, nullable=False),
        sa.Column("page", sa.Integer()),
        sa.Column("rule", TEXT),
        sa.Column("anchor", TEXT),
        sa.Column("basis", TEXT, nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_claim_days")),
        sa.CheckConstraint('start <= "end"', name=op.f("ck_claim_span")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_claim_document_id_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("key", name=op.f("uq_claim_key")),
    )
    op.create_index(op.f("ix_claim_document_id"), "claim", ["document_id"], unique=False)
    op.create_table(
        "entity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity")),
        sa.UniqueConstraint("name", name=op.f("uq_entity_name")),
    )
    op.create_table(
        "entity_alias",
        sa.Column("folded", TEXT, nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entity.id"], name=op.f("fk_entity_alias_entity_id_entity"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("folded", "entity_id", name=op.f("pk_entity_alias")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim_entity",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", TEXT, nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_claim_entity_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["entity_id"], ["entity.id"], name=op.f("fk_claim_entity_entity_id_entity")),
        sa.PrimaryKeyConstraint("claim_id", "position", name=op.f("pk_claim_entity")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claim_entity_entity_id"), "claim_entity", ["entity_id"], unique=False)


def events() -> None:
    """What claims come to."""
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("date", TEXT),
        sa.Column("date_latest", TEXT),
        sa.Column("year", DAY),
        sa.Column("decade", DAY),
        sa.Column("month", sa.Integer()),
        *time(),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("title", TEXT, nullable=False),
        sa.Column("status", TEXT, nullable=False),
        sa.Column("actors", TEXT, nullable=False),
        sa.Column("places", TEXT, nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.Column("sources", sa.Integer(), nullable=False),
        sa.Column("disputed", sa.Boolean(), nullable=False),
        sa.Column("inferred", sa.Boolean(), nullable=False),
        sa.Column("salience", sa.Float(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("starred", sa.Boolean(), nullable=False),
        sa.Column("labels", TEXT, nullable=False),
        sa.Column("note", TEXT),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("bucket", sa.Integer()),
        sa.Column("marks", TEXT, nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_event_days")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("key", name=op.f("uq_event_key")),
    )
    op.create_index("ix_event_under_way", "event", ["bucket", "id", "last_day"], unique=False)
    op.create_index("ix_event_date", "event", ["date"], unique=False)
    op.create_index("ix_event_first_day", "event", ["first_day"], unique=False)
    op.create_index("ix_event_last_day", "event", ["last_day"], unique=False)
    op.create_index("ix_event_salience", "event", ["salience"], unique=False)
    op.create_index("ix_event_year", "event", ["year"], unique=False)
    op.create_table(
        "event_claim",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"], ["claim.id"], name=op.f("fk_event_claim_claim_id_claim"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_claim_event_id_event"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "position", name=op.f("pk_event_claim")),
        sa.UniqueConstraint("claim_id", name=op.f("uq_event_claim_claim_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "event_entity",
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("role", TEXT, nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("bucket", sa.Integer()),
        sa.Column("last_day", DAY),
        sa.ForeignKeyConstraint(
            ["entity_id"], ["entity.id"], name=op.f("fk_event_entity_entity_id_entity"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_entity_event_id_event"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("entity_id", "role", "event_id", name=op.f("pk_event_entity")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_event_entity_under_way",
        "event_entity",
        ["entity_id", "role", "bucket", "event_id", "last_day"],
        unique=False,
        sqlite_where=sa.text("bucket > 0"),
        postgresql_where=sa.text("bucket > 0"),
    )
    op.create_table(
        "event_year",
        sa.Column("year", DAY, autoincrement=False, nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_event_year")),
    )


def others() -> None:
    """A person's decisions and saved queries, and what is true of the whole database."""
    op.create_table(
        "decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", TEXT, nullable=False),
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("payload", TEXT, nullable=False),
        sa.Column("who", TEXT),
        sa.Column("why", TEXT),
        sa.Column("made", TEXT),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("key", name=op.f("uq_decision_key")),
    )
    op.create_table(
        "event_decision",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("decision_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["decision_id"], ["decision.id"], name=op.f("fk_event_decision_decision_id_decision"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_decision_event_id_event"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "decision_id", name=op.f("pk_event_decision")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_decision_decision_id"), "event_decision", ["decision_id"], unique=False)
    op.create_table(
        "saved",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("wanted", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_saved")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "property",
        sa.Column("name", TEXT, nullable=False),
        sa.Column("value", TEXT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_property")),
        sqlite_with_rowid=False,
    )
