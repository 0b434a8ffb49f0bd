from __future__ import annotations

import json
from pathlib import Path

import pytest

import timeline
from timeline.library.pruning import gone

STORED = ["docs/a.txt", "docs/sub/b.txt", "docs2/c.txt", "docs/m.mbox#1", "docs/m.mbox#2", "docs/z.zip!x.eml!n.txt"]


@pytest.mark.parametrize(
    ("seen", "paths", "left"),
    [
        ({"docs/a.txt"}, ["docs"], ["docs/sub/b.txt", "docs/m.mbox#1", "docs/m.mbox#2", "docs/z.zip!x.eml!n.txt"]),
        ({"docs/a.txt"}, ["docs/sub/"], ["docs/sub/b.txt"]),
        ({"docs/m.mbox#1"}, ["docs/m.mbox"], ["docs/m.mbox#2"]),
        ({"docs/m.mbox"}, ["docs/m.mbox"], []),
        ({"docs/z.zip!x.eml"}, ["docs/z.zip"], []),
        (set(), ["doc"], []),
        ({"docs/a.txt", "docs/m.mbox", "docs/z.zip"}, ["./docs//", "/"], ["docs/sub/b.txt"]),
        ({"docs/a.txt", "docs/m.mbox", "docs/z.zip", "docs2/c.txt"}, ["."], ["docs/sub/b.txt"]),
    ],
)
def test_what_is_gone(seen: set[str], paths: list[str], left: list[str]) -> None:
    assert list(gone(STORED, frozenset(seen), paths)) == left


def rows(path: Path, *years: int) -> None:
    path.write_text("".join(json.dumps({"id": year, "text": f"A bridge opened in {year}."}) + "\n" for year in years))


def test_after_pruning_the_database_is_that_of_a_clean_add(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text("The bridge closed on 4 March 1890.")
    (folder / "b.txt").write_text("The mill burnt in 1900.")
    rows(folder / "c.jsonl", 1910, 1920)
    with timeline.open(tmp_path / "kept.db") as kept:
        kept.add(folder)
        (folder / "a.txt").unlink()
        rows(folder / "c.jsonl", 1920, 1930)
        assert kept.add(folder, prune=True).documents == 3
        with timeline.open(tmp_path / "clean.db") as clean:
            clean.add(folder)
            assert kept.store.digest() == clean.store.digest()


def test_a_file_that_is_empty_now_tells_nothing_and_one_that_cannot_be_read_still_does(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text("The bridge closed on 4 March 1890.")
    (folder / "b.txt").write_text("The mill burnt in 1900.")
    with timeline.open(tmp_path / "kept.db") as kept:
        kept.add(folder, jobs=0)
        (folder / "a.txt").write_text(" ")
        (folder / "b.txt").write_bytes(bytes(range(32)) * 9)
        report = kept.add(folder, jobs=0, prune=True)
        assert [event.title for event in kept.events()] == ["The mill burnt"]
        assert report.inputs.failed == 2
        assert [problem.code for problem in kept.store.problems()] == ["empty", "binary"]
