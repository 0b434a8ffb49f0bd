"""What was understood of a document is sealed without the numbers that a database gives it.

No table changes: after all migrations, the program makes every seal anew.
"""

from __future__ import annotations

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing here."""


def downgrade() -> None:
    """Nothing: an older program reads as before, and seals what it writes."""
