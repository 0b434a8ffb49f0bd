from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from timeline.model.problem import Problem
from timeline.pipeline.entries import BATCH, Known, entered
from timeline.pipeline.outcome import Outcome
from timeline.read import Reading, Source, find


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def zipped(*parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, part in enumerate(parts):
            archive.writestr(f"{number:03}.txt", part)
    return out.getvalue()


def storing(*names: tuple[bytes, str]) -> tuple[Known, list[int]]:
    """What is known, and how many were asked about at each time."""
    stored: dict[str, set[str]] = {}
    asked: list[int] = []
    for data, name in names:
        stored.setdefault(digest(data), set()).add(name)

    def known(digests: Sequence[str]) -> dict[str, set[str]]:
        asked.append(len(digests))
        return {one: stored[one] for one in digests if one in stored}

    return known, asked


def ends(found: Sequence[Source | Problem], known: Known | None = None) -> list[tuple[str, str]]:
    """Uris, and what is to be done."""
    return [
        (one.uri, one.state + " copy" * one.is_copy if isinstance(one, Outcome) else str(one.format))
        for one in entered(found, Reading(), known)
    ]


def test_what_is_stored_under_its_name_is_not_even_looked_at() -> None:
    known, asked = storing((b"one", "a.txt"), (b"{}", "b.json"), (b"two", "c.txt"))
    found = [Source(name, data=data) for name, data in (("a.txt", b"one"), ("b.json", b"{}"), ("d.txt", b"two"))]
    assert ends(found, known) == [("a.txt", "unchanged"), ("b.json", "unchanged"), ("d.txt", "unchanged copy")]
    assert asked == [3]


def test_the_parts_of_a_container_are_asked_about_together() -> None:
    parts = [b"part %d" % number for number in range(BATCH + 10)]
    known, asked = storing((parts[0], "a.zip!000.txt"), (parts[-1], "other"))
    told = ends([Source("a.zip", data=zipped(*parts))], known)
    assert told[0] == ("a.zip!000.txt", "unchanged")
    assert told[1:-1] == [(f"a.zip!{number:03}.txt", "text") for number in range(1, BATCH + 9)]
    assert told[-1] == (f"a.zip!{BATCH + 9:03}.txt", "unchanged copy")
    assert asked == [1, BATCH, 10]


def test_bytes_that_are_a_container_under_another_name_are_unpacked() -> None:
    lines = b'{"text": "It began."}\n{"text": "It ended."}\n'
    known, _ = storing((lines, "notes.txt"))
    assert ends([Source("notes.jsonl", data=lines)], known) == [
        ("notes.jsonl#1", "record"),
        ("notes.jsonl#2", "record"),
    ]


@pytest.mark.parametrize("size", [10, 1 << 16, 100_000])
@pytest.mark.parametrize("name", ["large.txt", "other.txt"])
def test_files_of_any_size_are_known_by_their_bytes(tmp_path: Path, size: int, name: str) -> None:
    (tmp_path / "large.txt").write_bytes(b"x" * size)
    known, _ = storing((b"x" * size, str(tmp_path / name)))
    state = "unchanged" if name == "large.txt" else "unchanged copy"
    assert ends([*find([tmp_path])], known) == [(f"{tmp_path}/large.txt", state)]
    (tmp_path / "large.txt").write_bytes(b"y" * size)
    assert ends([*find([tmp_path])], known) == [(f"{tmp_path}/large.txt", "text")]


def test_a_file_that_goes_meanwhile_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 100_000)
    (tmp_path / "b.txt").write_bytes(b"x")
    found = [*find([tmp_path])]
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.txt").unlink()
    assert [state for _, state in ends(found)] == ["failed", "failed"]
