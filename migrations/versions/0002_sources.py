"""Who publishes, as rows of its own: what a publisher tells is found like what somebody did, however often it tells.

The full-text index of documents loses their publishers, whose names have an index of their own; an event's marks gain
`u7` for publisher 7.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
DAY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

DOCUMENT_INDEX = """
CREATE VIRTUAL TABLE document_told USING fts5(
    {columns},
    content='document_told_source', content_rowid='id', tokenize="unicode61 remove_diacritics 2", columnsize=0
)
"""
DOCUMENT_WORDS = "CREATE VIRTUAL TABLE document_told_word USING fts5vocab(document_told, instance)"
SOURCE_INDEX = """
CREATE VIRTUAL TABLE source_told USING fts5(
    name, content='source', content_rowid='id', tokenize="unicode61 remove_diacritics 2", columnsize=0
)
"""
WORDS = "CREATE VIRTUAL TABLE source_told_word USING fts5vocab(source_told, instance)"

FILL = (
    """
INSERT INTO source (id, name, documents, events)
SELECT row_number() OVER (ORDER BY publisher), publisher, count(*), 0 FROM document WHERE publisher <> ''
GROUP BY publisher
""",
    """
INSERT INTO event_source (source_id, event_id, bucket, last_day)
SELECT DISTINCT source.id, event.id, event.bucket, event.last_day FROM event_claim
JOIN claim ON claim.id = event_claim.claim_id JOIN document ON document.id = claim.document_id
JOIN source ON source.name = document.publisher JOIN event ON event.id = event_claim.event_id
ORDER BY source.id, event.id
""",
    "UPDATE source SET events = (SELECT count(*) FROM event_source WHERE source_id = source.id)",
)
MARKED = """
UPDATE event SET marks = told.marks || ' ' || event.marks FROM (
    SELECT event_id, {listed} AS marks FROM (SELECT event_id, source_id FROM event_source ORDER BY event_id, source_id)
    AS one GROUP BY event_id
) AS told WHERE told.event_id = event.id
"""


def upgrade() -> None:
    """Make the tables, and fill them from what is there."""
    op.create_table(
        "source",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("events", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source")),
        sa.UniqueConstraint("name", name=op.f("uq_source_name")),
    )
    op.create_table(
        "event_source",
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("bucket", sa.Integer()),
        sa.Column("last_day", DAY),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_event_source_source_id_source"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_source_event_id_event"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("source_id", "event_id", name=op.f("pk_event_source")),
        sqlite_with_rowid=False,
    )
    for statement in FILL:
        op.execute(statement)
    op.create_index(
        "ix_event_source_under_way",
        "event_source",
        ["source_id", "bucket", "event_id", "last_day"],
        unique=False,
        sqlite_where=sa.text("bucket > 0"),
        postgresql_where=sa.text("bucket > 0"),
    )
    op.execute(MARKED.format(listed=_listed()))
    if _is_a_file():
        _index_documents("uris, title")
        for statement in (SOURCE_INDEX, WORDS, "INSERT INTO source_told(source_told) VALUES ('rebuild')"):
            op.execute(statement)
        _index_events()


def downgrade() -> None:
    """As it was; marks keep no trace."""
    op.execute("DROP TABLE event_source")
    if _is_a_file():
        op.execute("DROP TABLE source_told_word")
        op.execute("DROP TABLE source_told")
        _index_documents("uris, title, publisher")
    op.execute("DROP TABLE source")
    op.execute("UPDATE property SET value = '1' WHERE name = 'stale'")


def _is_a_file() -> bool:
    """SQLite; else PostgreSQL."""
    return op.get_context().dialect.name == "sqlite"


def _listed() -> str:
    """The words of an event's publishers, in their order."""
    if _is_a_file():
        return "group_concat('u' || source_id, ' ')"
    return "string_agg('u' || source_id, ' ' ORDER BY source_id)"


def _index_documents(columns: str) -> None:
    """The words of what documents are called, anew."""
    for statement in (
        *("DROP TABLE document_told_word", "DROP TABLE document_told"),
        *(DOCUMENT_INDEX.format(columns=columns), DOCUMENT_WORDS),
    ):
        op.execute(statement)
    _rebuild("document_told")


def _index_events() -> None:
    """The words of events, whose marks have changed."""
    if op.get_bind().exec_driver_sql("SELECT 1 FROM event LIMIT 1").first():
        _rebuild("event_text")


def _rebuild(index: str) -> None:
    for command in ("rebuild", "optimize"):
        op.execute(f"INSERT INTO {index}({index}) VALUES ('{command}')")
