from __future__ import annotations

import os
from pathlib import Path

import pytest

import timeline
from timeline.library.removing import remove, spellings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a b.txt", "sub/b.txt", "sub/c.txt", "subway.txt"):
        (tmp_path / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "docs" / name).write_text(f"{name} opened in 1890.")
    monkeypatch.chdir(tmp_path / "docs")
    return tmp_path / "docs"


def test_a_path_is_found_however_it_is_spelled(folder: Path) -> None:
    with timeline.open(":memory:") as tl:
        for added in (".", str(folder)):
            for spelled in (
                "a b.txt",
                "./a b.txt",
                "sub/../a b.txt",
                f"{folder}/a b.txt",
                (folder / "a b.txt").as_uri(),
            ):
                tl.add(added, jobs=0)
                assert remove(tl.store, spelled) == 1, (added, spelled)
            assert tl.store.counts()["documents"] == 3


def test_a_folder_takes_along_what_lies_in_it(folder: Path) -> None:
    with timeline.open(":memory:") as tl:
        tl.add(folder, jobs=0)
        assert remove(tl.store, "sub") == 2
        assert [row["uri"] for row in tl.sql("SELECT uri FROM document ORDER BY uri")] == [
            f"{folder}/a b.txt",
            f"{folder}/subway.txt",
        ]
        assert remove(tl.store, ".") == 2


def test_what_is_no_path_stays_as_it_is_named() -> None:
    assert spellings("-") == ["-"]
    assert spellings("https://example.org/./a") == ["https://example.org/./a"]
    assert f"{os.getcwd()}/a.zip!b.txt" in spellings("./a.zip!b.txt")  # noqa: PTH109


def test_pruning_leaves_what_a_person_added(folder: Path) -> None:
    with timeline.open(":memory:") as tl:
        tl.add(".", jobs=0)
        tl.decide("add", title="A toll was raised", date="1891")
        (folder / "a b.txt").unlink()
        tl.add(".", jobs=0, prune=True)
        assert tl.store.counts()["documents"] == 4
        assert [event.title for event in tl.events(on="1891")] == ["A toll was raised"]
