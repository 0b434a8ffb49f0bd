"""What vouches for rows that nothing else does; on a server, the names of publishers as words of their own.

The program fills both when all migrations are done: a seal is a checksum that it makes, words are as it cuts them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

SOURCE_WORDS = """
CREATE TABLE source_told (
    id integer PRIMARY KEY, told text COLLATE "C" NOT NULL,
    words tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array(trim(told), ' '))) STORED
)
"""


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "seal",
        sa.Column("kind", TEXT, nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("value", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "name", name=op.f("pk_seal")),
        sqlite_with_rowid=False,
    )
    if op.get_context().dialect.name != "sqlite":
        op.execute(SOURCE_WORDS)
        op.execute("CREATE INDEX ix_source_told_words ON source_told USING gin (words)")


def downgrade() -> None:
    """As it was, but for the words of documents on a server, which linking makes."""
    op.drop_table("seal")
    if op.get_context().dialect.name != "sqlite":
        op.execute("DROP TABLE source_told")
        op.execute("UPDATE property SET value = '1' WHERE name = 'stale'")
