"""A damaged database: found, told where, and what is left of it saved."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import TEXTS, Run


def test_a_flipped_byte_is_found_and_what_is_left_is_saved(run: Run, database: Path, tmp_path: Path) -> None:
    data = bytearray(database.read_bytes())
    data[data.index(TEXTS["bridge.txt"].encode()) + 5] ^= 1
    (tmp_path / "hurt.db").write_bytes(bytes(data))
    assert "its texts were not read" in run("--db", "hurt.db", "check").err
    deep = run("--db", "hurt.db", "check", "--deep")
    assert deep.code == 1
    assert "bridge.txt is not what was read" in deep.err
    saved = run("recover", "hurt.db", "new.db")
    assert saved.code == 0
    assert "bridge.txt: its text was made right again from its quotes" in saved.err
    assert run("--db", "new.db", "check", "--deep").code == 0
    assert run("--db", "new.db", "show", "-f", "json").out == run("show", "-f", "json").out


def test_what_cannot_be_saved_is_told(run: Run, tmp_path: Path) -> None:
    text = " ".join(f"A mill burned down on 3 May {1700 + n}." for n in range(300))
    (tmp_path / "mills.txt").write_text(text + " Nobody knows when the last one fell. " * 200, encoding="utf-8")
    assert run("--db", "x.db", "add", "mills.txt", "-q").code == 0
    data = (tmp_path / "x.db").read_bytes()
    at = data.index(b"Nobody knows when the last one fell.") // 4096 * 4096 + 4096
    (tmp_path / "hurt.db").write_bytes(data[:at] + bytes(4096) + data[at + 4096 :])
    saved = run("recover", "hurt.db", "new.db")
    assert saved.code == 3
    assert "lost: mills.txt: parts of its text are missing" in saved.err
    assert run("--db", "new.db", "check", "--deep").code == 0
    assert run("--db", "new.db", "add", "mills.txt", "-q").code == 0
    assert run("--db", "new.db", "show", "-f", "json").out == run("--db", "x.db", "show", "-f", "json").out


def test_only_names_are_left(run: Run, database: Path, tmp_path: Path) -> None:
    data = database.read_bytes()
    at = data.index(TEXTS["ferry.txt"].encode()) // 4096 * 4096
    (tmp_path / "hurt.db").write_bytes(data[:at] + bytes(4096) + data[at + 4096 :])
    refused = run("recover", "hurt.db", "new.db")
    assert refused.code == 1
    assert "nothing is left of hurt.db but the names of what it held: " in refused.err
    assert "ferry.txt" in refused.err
    assert not (tmp_path / "new.db").exists()


def test_nothing_is_left(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("dear diary")
    refused = run("recover", "x.db", "new.db")
    assert (refused.code, refused.err) == (1, "Error: nothing of a timeline database is left in x.db\n")
    assert not (tmp_path / "new.db").exists()
