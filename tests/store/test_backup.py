"""A copy is whole, or it is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.world import WORLD, link
from timeline.errors import StoreError
from timeline.store import Store
from timeline.store.backup import backup


def test_a_copy_while_somebody_writes(store: Store, path: Path, tmp_path: Path) -> None:
    store.add(WORLD)
    store.relink(link)
    with store._write().engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM document")
        with Store.open(path) as reader:
            reader.backup(tmp_path / "copy.db")
        connection.rollback()
    with Store.open(tmp_path / "copy.db") as copy:
        assert copy.digest() == store.digest()
        assert copy.check() == []
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["copy.db", "new folder"]


def test_nothing_is_overwritten(world: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("mine", encoding="utf-8")
    with pytest.raises(StoreError, match="there already"):
        world.backup(target)
    assert target.read_text(encoding="utf-8") == "mine"


def test_a_damaged_database_gives_no_copy(world_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    data = bytearray(world_file.read_bytes())
    for page in range(8, 40):
        data[page * 4096 + 100 : page * 4096 + 160] = b"\xa5" * 60
    path.write_bytes(bytes(data))
    with pytest.raises(StoreError):
        backup(path, tmp_path / "copy.db")
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.db"]


def test_nowhere_to_write(world: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot write"):
        world.backup(tmp_path / "no such folder" / "copy.db")
