"""A filled database, and a later program that brings a revision of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.world import WORLD, link
from timeline.store import Store, identity, migrate

Later = Callable[[str], None]

LATER = '''
"""What a later program does."""

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade():
{body}


def downgrade():
    pass
'''


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A database with WORLD, alone in its folder."""
    path = tmp_path / "data" / "x.db"
    with Store.open(path, create=True) as made:
        made.add(WORLD)
        made.relink(link)
    return path


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Later:
    """Call it with the body of a migration: from then on the program is that one."""

    def become(body: str) -> None:
        folder = tmp_path / "100% later" / "migrations"
        shutil.copytree(migrate.location(), folder, ignore=shutil.ignore_patterns("__pycache__"))
        indented = "\n".join(f"    {line}" for line in body.strip().splitlines())
        text = LATER.format(head=identity.HEAD, body=indented)
        (folder / "versions" / "9001_later.py").write_text(text, encoding="utf-8")
        monkeypatch.setattr(migrate, "location", lambda: folder)
        monkeypatch.setattr(identity, "REVISIONS", (*identity.REVISIONS, "9001"))
        monkeypatch.setattr(identity, "HEAD", "9001")

    return become
