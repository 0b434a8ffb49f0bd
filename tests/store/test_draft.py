"""A file gets its name when it is whole, once; nothing of the making is left, nor taken from who uses it already."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.asked import in_use
from timeline.store.draft import draft, place


def test_what_was_left_goes_unless_somebody_is_at_work(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    left = [tmp_path / ".x.db.0123456789abcdef.new", tmp_path / ".x.db.0123456789abcdef.new-journal"]
    for file in left:
        file.write_bytes(b"half")
    with draft(path) as one:
        assert [entry.name for entry in tmp_path.iterdir()] == [one.name]
        with draft(path) as other:
            assert one.exists()
            assert place(other, path)
        assert not place(one, path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.db"]


def test_who_opened_it_already_keeps_its_locks(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with draft(path) as made:
        place(made, path)
        used = sqlite3.connect(path)
        used.execute("PRAGMA journal_mode=WAL")
        used.execute("CREATE TABLE t (a)")
    assert in_use(path)
    used.close()
    assert not in_use(path)


def test_without_hard_links_the_first_wins_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "x.db"
    for content, wins in ((b"first", True), (b"second", False)):
        with draft(path) as made:
            made.write_bytes(content)
            assert place(made, path) is wins
    assert path.read_bytes() == b"first"
    assert [entry.name for entry in tmp_path.iterdir()] == ["x.db"]


def test_a_folder_that_somebody_else_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`flock data timeline add …` must not wait for itself."""
    import fcntl

    monkeypatch.setattr("timeline.store.draft._PATIENCE", 0.0)
    folder = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    with draft(tmp_path / "x.db") as made, closing(sqlite3.connect(made)) as connection:
        connection.execute("CREATE TABLE t (a)")
        assert place(made, tmp_path / "x.db")
    os.close(folder)
